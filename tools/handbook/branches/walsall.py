"""Walsall's branches, read from sections 1, 2 and 3 of the E-Safety Policy."""

from __future__ import annotations

from handbook.branches.branch import Branch

LEAVE_ALONE = frozenset(
    {"do-not-view", "do-not-examine-device", "do-not-alert-suspect", "do-not-copy-or-send", "do-not-delete"}
)
"""The handbook's own, but for the line on warning (1.7): nothing is looked at, spoilt or given away."""

SHARE = frozenset({"should line-manager", "should safeguarding-lead", "should share-without-evidence"})
"""1.2: any concern, with or without evidence."""

ALWAYS = LEAVE_ALONE | SHARE

SOCIAL_CARE = frozenset({"should childrens-social-care"})
POLICE = frozenset({"should police", "preserve-evidence"})
"""The police, and the handbook's line that everything stays as it is for them."""

BOTH = SOCIAL_CARE | POLICE

CHILD = frozenset({"persist"})
"""1.4: a child may deny it or resist."""

MADE_IMAGES = frozenset({"should section-47 by police-and-social-care"})
"""1.3: a particular child abused for making images."""

ASSESSED = frozenset({"should cin-or-harm-assessment by social-care"})
"""2.11: direct or indirect abuse."""

FOUND = frozenset(
    {
        "should exploitation-protocol by police-and-social-care",
        "should organised-abuse-procedure by police-and-social-care",
        "should consult-ceit by police",
    }
)
"""1.5: if exploitation or organised abuse is found; there has to be somebody to look into."""

EXPLOITATION_FOUND = frozenset({"should exploitation-protocol by police-and-social-care"})

ADULT = (
    FOUND
    | SOCIAL_CARE
    | frozenset(
        {
            "should police",
            "should police-checks by police",
            "should establish-access by police",
            "should childrens-social-care by police",
        }
    )
)
"""1.5 and 1.6: an adult of concern."""

CEOP = frozenset({"may ceop after first-report-made"})
"""1.12: wherever there may be an offence, and after the first report."""

IMAGES = POLICE | CEOP
GROOMED = BOTH | CEOP | ASSESSED | EXPLOITATION_FOUND

STAFF = BOTH | frozenset(
    {
        "should allegations-procedure",
        "should strategy-discussion by not-named",
        "consider risk-assessment by strategy-meeting",
        "should hr-it-legal-framework by employer",
    }
)
"""1.7 to 1.11."""

HOUSEHOLD = frozenset({"household-assessment by police-and-social-care"})
"""2.9."""

SOLD = frozenset(
    {
        "should sites-shut-and-people-identified by police",
        "consider consult-ceit by police",
        "consider ceop by police after first-report-made",
        "may iwf by police after first-report-made",
    }
)
"""2.5: for the police."""

CONSULT_CONSIDERED = frozenset({"consider consult-ceit by police"})
PROTOCOL = frozenset({"should exploitation-protocol"})
"""2.6."""

CONSIDER_47 = frozenset({"consider section-47 by police-and-social-care"})
INTERVIEW_MUST = frozenset({"interview-considerations by police-and-social-care"})
"""2.7: must be sensitive."""

INTERVIEW_SHOULD = frozenset({"should interview-considerations by police-and-social-care"})
"""2.13."""

BULLYING = frozenset(
    {"do-not-view", "do-not-examine-device", "should support-both-children", "should anti-bullying-policy"}
)
"""3.5, 3.6 and the box before 3.3, with two lines of the handbook's own."""

CRIME = frozenset(
    {
        "should police within earliest-opportunity",
        "preserve-evidence",
        "do-not-delete",
        "do-not-copy-or-send",
        "do-not-alert-suspect",
    }
)
"""3.7."""

SERIOUS = frozenset({"should safeguarding-lead", "should childrens-social-care", "should separate-referrals"})
"""3.6."""

AT_THE_EARLIEST = frozenset({"should police within earliest-opportunity"})
WITHOUT_LIMIT = frozenset({"should police"})


def _branch(
    name: str, flow: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]
) -> Branch:
    return Branch(name=f"{flow}: {name}", flow=flow, answers=answers, outcomes=outcomes, comes_to=comes_to)


def _concern(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "concern", answers, outcomes, ALWAYS | comes_to)


def _colleague(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "colleague", answers, ("allegation", *outcomes), ALWAYS | STAFF | ADULT | comes_to)


def _household(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "household", answers, outcomes, ALWAYS | BOTH | CEOP | comes_to)


def _technologies(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "technologies", answers, outcomes, ALWAYS | comes_to)


def _pornography(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "adult-pornography", answers, outcomes, ALWAYS | comes_to)


def _bullying(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "bullying", answers, outcomes, BULLYING | comes_to)


def _page(name: str, flow: str, answers: dict[str, str], outcome: str, comes_to: frozenset[str]) -> Branch:
    """One flow by itself, as its page shows it."""
    return Branch(
        name=f"{flow}: {name} (alone)",
        flow=flow,
        answers=answers,
        outcomes=(outcome,),
        comes_to=comes_to,
        is_alone=True,
    )


NOBODY = {"person": "none"}
A_CHILD = {"person": "child"}
AN_ADULT = {"person": "adult"}
A_COLLEAGUE = {"person": "colleague"}
UNSURE_WHO = {"person": "unknown"}
NO_CHILD = {"particular-child": "no"}
THE_CHILD = {"particular-child": "yes"}
UNSURE_CHILD = {"particular-child": "unknown"}
CHILDREN_ONLY = {"indecent": "no", "adult-behind": "no"}
ADULT_BEHIND = {"indecent": "no", "adult-behind": "yes"}
UNSURE_BEHIND = {"indecent": "no", "adult-behind": "unknown"}
NONE_AT_HOME = {"household": "no"}
AT_HOME = {"household": "yes"}
UNSURE_HOME = {"household": "unknown"}

EVERYTHING = BOTH | CEOP | CHILD | MADE_IMAGES | ASSESSED | ADULT | STAFF | HOUSEHOLD
"""What not knowing comes to under 1.2 to 1.12 and 2.9."""

WITH_OTHERS = BULLYING | CRIME | SERIOUS | CHILD
"""Images of others beside another heading: an indecent image is taken as given (2.8, 3.6, 3.7)."""

WALSALL_BRANCHES: tuple[Branch, ...] = (
    # --- A: any concern (1.2 to 1.6, 1.12)
    _concern("only a worry", {"about": "none"} | NOBODY | NO_CHILD, ("no-child-known",), frozenset()),
    _concern("a worry about a child", {"about": "none"} | NOBODY | THE_CHILD, ("child",), SOCIAL_CARE | CHILD),
    _concern(
        "a worry, and nobody knows whether a child is involved",
        {"about": "none"} | NOBODY | UNSURE_CHILD,
        ("child",),
        SOCIAL_CARE | CHILD,
    ),
    _concern("a young person who worries", {"about": "none"} | A_CHILD, ("child",), SOCIAL_CARE | CHILD | FOUND),
    _concern("an adult who worries", {"about": "none"} | AN_ADULT | NO_CHILD, ("no-child-known",), ADULT),
    _concern("images found, nobody known", {"about": "images"} | NOBODY | NO_CHILD, ("no-child-known",), IMAGES),
    _concern(
        "a known child abused to make images",
        {"about": "images,child-in-images"} | NOBODY | THE_CHILD,
        ("child",),
        BOTH | CEOP | CHILD | MADE_IMAGES,
    ),
    _concern(
        "abused to make images, but no child is named",
        {"about": "child-in-images"} | NOBODY | NO_CHILD,
        ("no-child-known",),
        BOTH | CEOP | MADE_IMAGES,
    ),
    _concern("a child groomed by a stranger", {"about": "contact"} | NOBODY | THE_CHILD, ("child",), GROOMED | CHILD),
    _concern("another offence, nobody known", {"about": "offence"} | NOBODY | NO_CHILD, ("no-child-known",), IMAGES),
    _concern(
        "an adult downloads, no child known, none at home",
        {"about": "images"} | AN_ADULT | NO_CHILD | NONE_AT_HOME,
        ("no-child-known", "no-child-at-home"),
        BOTH | CEOP | ADULT,
    ),
    _concern(
        "an adult downloads, children at home",
        {"about": "images"} | AN_ADULT | NO_CHILD | AT_HOME,
        ("no-child-known", "assess"),
        BOTH | CEOP | ADULT | HOUSEHOLD,
    ),
    _concern(
        "an adult downloads, a child is known: nothing is taken away",
        {"about": "images"} | AN_ADULT | THE_CHILD | UNSURE_HOME,
        ("child", "assess"),
        BOTH | CEOP | ADULT | HOUSEHOLD | CHILD,
    ),
    _concern(
        "an adult grooms a known child",
        {"about": "contact"} | AN_ADULT | THE_CHILD,
        ("child",),
        GROOMED | ADULT | CHILD,
    ),
    _concern(
        "a young person downloads",
        {"about": "images"} | A_CHILD,
        ("child",),
        BOTH | CEOP | CHILD | FOUND,
    ),
    _concern(
        "somebody who works with children, another offence",
        {"about": "offence"} | A_COLLEAGUE | NO_CHILD,
        ("no-child-known", "allegation"),
        BOTH | CEOP | ADULT | STAFF,
    ),
    _concern(
        "nothing is known",
        {"about": "unknown"} | UNSURE_WHO | UNSURE_HOME,
        ("child", "allegation", "assess"),
        EVERYTHING,
    ),
    _page(
        "images, an adult, no child known",
        "concern",
        {"about": "images"} | AN_ADULT | NO_CHILD,
        "no-child-known",
        ALWAYS | BOTH | CEOP | ADULT,
    ),
    _page(
        "nothing is known",
        "concern",
        {"about": "unknown"} | UNSURE_WHO,
        "child",
        ALWAYS | (EVERYTHING - STAFF - HOUSEHOLD) | BOTH,
    ),
    _concern("groomed, no child named", {"about": "contact"} | NOBODY | NO_CHILD, ("no-child-known",), GROOMED),
    _concern(
        "nobody knows what it is, nobody known",
        {"about": "unknown"} | NOBODY | NO_CHILD,
        ("no-child-known",),
        BOTH | CEOP | MADE_IMAGES | ASSESSED | EXPLOITATION_FOUND,
    ),
    _page(
        "a colleague who worries",
        "concern",
        {"about": "none"} | A_COLLEAGUE | NO_CHILD,
        "no-child-known",
        ALWAYS | ADULT,
    ),
    _page("somebody who worries", "concern", {"about": "none"} | UNSURE_WHO, "child", ALWAYS | ADULT | CHILD),
    # --- B: somebody who works with children (1.7 to 1.11)
    _colleague(
        "images, own child at home",
        {"about": "images"} | THE_CHILD | AT_HOME,
        ("child", "assess"),
        CEOP | CHILD | HOUSEHOLD,
    ),
    _colleague(
        "images, no child known",
        {"about": "images"} | NO_CHILD | NONE_AT_HOME,
        ("no-child-known", "no-child-at-home"),
        CEOP,
    ),
    _colleague(
        "a child abused to make images",
        {"about": "child-in-images"} | UNSURE_CHILD | UNSURE_HOME,
        ("child", "assess"),
        CEOP | CHILD | HOUSEHOLD | MADE_IMAGES,
    ),
    _colleague("grooming", {"about": "contact"} | THE_CHILD, ("child",), CEOP | CHILD | ASSESSED),
    _colleague("another offence", {"about": "offence"} | NO_CHILD, ("no-child-known",), CEOP),
    _colleague("a worry", {"about": "none"} | NO_CHILD, ("no-child-known",), frozenset()),
    _colleague(
        "nobody knows what",
        {"about": "unknown"} | NO_CHILD | NONE_AT_HOME,
        ("no-child-known", "no-child-at-home"),
        CEOP | MADE_IMAGES | ASSESSED,
    ),
    _page("images", "colleague", {"about": "images"}, "allegation", ALWAYS | STAFF),
    _page("a worry", "colleague", {"about": "none"}, "allegation", ALWAYS | STAFF),
    # --- H: children of such an adult (2.9)
    _household("children at home", AT_HOME | AN_ADULT, ("assess", "child"), ADULT | HOUSEHOLD | CHILD),
    _household("nobody knows", UNSURE_HOME | AN_ADULT, ("assess", "child"), ADULT | HOUSEHOLD | CHILD),
    _household(
        "no child at home, none known",
        NONE_AT_HOME | AN_ADULT | NO_CHILD,
        ("no-child-at-home", "no-child-known"),
        ADULT,
    ),
    _household(
        "no child at home, one known", NONE_AT_HOME | AN_ADULT | THE_CHILD, ("no-child-at-home", "child"), ADULT | CHILD
    ),
    _household(
        "the adult works with children",
        AT_HOME | A_COLLEAGUE,
        ("assess", "child", "allegation"),
        ADULT | HOUSEHOLD | CHILD | STAFF,
    ),
    _household(
        "nobody knows who it is",
        AT_HOME | UNSURE_WHO,
        ("assess", "child", "allegation"),
        ADULT | HOUSEHOLD | CHILD | STAFF,
    ),
    _page("children at home", "household", AT_HOME, "assess", ALWAYS | BOTH | HOUSEHOLD),
    _page("no child at home", "household", NONE_AT_HOME, "no-child-at-home", ALWAYS | BOTH),
    # --- C: adult pornography (2.4)
    _pornography("below what is described", {"pornography": "none"}, ("adviser",), frozenset()),
    _pornography(
        "past what is described, nobody else involved",
        {"pornography": "threshold"} | NOBODY,
        ("refer", "child"),
        SOCIAL_CARE | CHILD,
    ),
    _pornography(
        "an adult made it available",
        {"pornography": "made-available"} | AN_ADULT,
        ("refer", "child"),
        GROOMED | ADULT | CHILD,
    ),
    _pornography("used to groom", {"pornography": "grooming,threshold"} | NOBODY, ("refer", "child"), GROOMED | CHILD),
    _pornography(
        "somebody in it is under 18",
        {"pornography": "of-a-child"} | A_CHILD,
        ("refer", "child"),
        BOTH | CEOP | CHILD | FOUND,
    ),
    _pornography(
        "nobody knows",
        {"pornography": "unknown"} | UNSURE_WHO | UNSURE_HOME,
        ("refer", "child", "allegation", "assess"),
        EVERYTHING,
    ),
    _page("past what is described", "adult-pornography", {"pornography": "threshold"}, "refer", ALWAYS | SOCIAL_CARE),
    _page("used to groom", "adult-pornography", {"pornography": "grooming"}, "refer", ALWAYS | BOTH),
    _page("made available", "adult-pornography", {"pornography": "made-available"}, "refer", ALWAYS | BOTH),
    _page("somebody under 18", "adult-pornography", {"pornography": "of-a-child"}, "refer", ALWAYS | BOTH),
    _pornography(
        "somebody in it is under 18, and an adult has it",
        {"pornography": "of-a-child"} | AN_ADULT | NONE_AT_HOME,
        ("refer", "child", "no-child-at-home"),
        BOTH | CEOP | ADULT | CHILD,
    ),
    _pornography(
        "nobody knows what it is, nobody known",
        {"pornography": "unknown"} | NOBODY,
        ("refer", "child"),
        BOTH | CEOP | CHILD | MADE_IMAGES | ASSESSED | EXPLOITATION_FOUND,
    ),
    # --- D to G and I to L: the other headings of section 2
    _technologies("groomed (J)", {"technology": "groomed"} | NOBODY, ("refer", "child"), GROOMED | CHILD),
    _technologies(
        "groomed by an adult (J)", {"technology": "groomed"} | AN_ADULT, ("refer", "child"), GROOMED | ADULT | CHILD
    ),
    _technologies(
        "pressed (F)",
        {"technology": "coerced"} | NOBODY,
        ("refer", "child"),
        GROOMED | CHILD | CONSIDER_47 | INTERVIEW_MUST,
    ),
    _technologies(
        "exploited (E)", {"technology": "exploited"} | NOBODY, ("refer", "child"), GROOMED | CHILD | PROTOCOL
    ),
    _technologies(
        "sold (D and K)",
        {"technology": "sold"} | NOBODY,
        ("refer", "child"),
        GROOMED | CHILD | MADE_IMAGES | SOLD | INTERVIEW_SHOULD,
    ),
    _technologies(
        "sold by an adult (D and K)",
        {"technology": "sold"} | AN_ADULT | NONE_AT_HOME,
        ("refer", "child", "no-child-at-home"),
        GROOMED | CHILD | MADE_IMAGES | ADULT | (SOLD - CONSULT_CONSIDERED) | INTERVIEW_SHOULD,
    ),
    _technologies(
        "shown in images (L)",
        {"technology": "shown"} | NOBODY,
        ("refer", "child"),
        BOTH | CEOP | CHILD | MADE_IMAGES,
    ),
    _technologies(
        "a child who views (I)",
        {"technology": "child-views"} | A_CHILD,
        ("refer", "child"),
        BOTH | CEOP | CHILD | FOUND,
    ),
    _technologies("none of these", {"technology": "none"}, ("none-listed",), frozenset()),
    _technologies(
        "images of others, not indecent, not serious (G)",
        {"technology": "images-of-others"} | CHILDREN_ONLY | {"crime": "no", "serious": "no"},
        ("images-of-others", "own-policy"),
        BULLYING,
    ),
    _technologies(
        "images of others, not indecent, nobody knows who is behind it (G)",
        {"technology": "images-of-others"} | UNSURE_BEHIND | UNSURE_WHO,
        ("images-of-others", "adult", "child", "allegation"),
        (BULLYING | SERIOUS | CRIME | BOTH | CEOP | CHILD | ADULT | STAFF) - WITHOUT_LIMIT,
    ),
    _technologies(
        "images of others, indecent (G)",
        {"technology": "images-of-others", "indecent": "yes"} | A_CHILD,
        ("images-of-others", "refer", "child"),
        (BULLYING | CRIME | SERIOUS | BOTH | CEOP | CHILD | FOUND) - WITHOUT_LIMIT,
    ),
    _technologies(
        "images of others beside grooming: nothing more is asked (G and J)",
        {"technology": "groomed,images-of-others"} | A_CHILD,
        ("refer", "child", "refer"),
        (BULLYING | CRIME | SERIOUS | GROOMED | CHILD | FOUND) - WITHOUT_LIMIT,
    ),
    _technologies(
        "nobody knows",
        {"technology": "unknown"} | UNSURE_WHO | UNSURE_HOME,
        ("refer", "child", "refer", "allegation", "assess"),
        (EVERYTHING | BULLYING | CRIME | SERIOUS | PROTOCOL) - WITHOUT_LIMIT,
    ),
    _page("groomed", "technologies", {"technology": "groomed"}, "refer", ALWAYS | BOTH),
    _page("images of others", "technologies", {"technology": "images-of-others"}, "images-of-others", ALWAYS),
    _page(
        "pressed",
        "technologies",
        {"technology": "coerced"},
        "refer",
        ALWAYS | BOTH | CHILD | CONSIDER_47 | INTERVIEW_MUST,
    ),
    _page("exploited", "technologies", {"technology": "exploited"}, "refer", ALWAYS | BOTH | PROTOCOL),
    _page("shown", "technologies", {"technology": "shown"}, "refer", ALWAYS | BOTH),
    _page("a child who views", "technologies", {"technology": "child-views"}, "refer", ALWAYS | BOTH),
    _page(
        "sold",
        "technologies",
        {"technology": "sold"},
        "refer",
        ALWAYS | BOTH | CONSIDER_47 | INTERVIEW_SHOULD | SOLD,
    ),
    _technologies(
        "a child who views what an adult gave (I)",
        {"technology": "child-views"} | AN_ADULT | NONE_AT_HOME,
        ("refer", "child", "no-child-at-home"),
        BOTH | CEOP | CHILD | ADULT,
    ),
    _technologies(
        "nobody knows what, nobody known",
        {"technology": "unknown"} | NOBODY,
        ("refer", "child", "refer"),
        (WITH_OTHERS | GROOMED | MADE_IMAGES | PROTOCOL) - WITHOUT_LIMIT,
    ),
    *(
        _technologies(
            f"images of others beside {heading}, by an adult",
            {"technology": f"{heading},images-of-others"} | AN_ADULT | AT_HOME,
            ("refer", "child", "refer", "assess"),
            (WITH_OTHERS | GROOMED | ADULT | HOUSEHOLD | own) - WITHOUT_LIMIT,
        )
        for heading, own in (
            ("groomed", frozenset()),
            ("coerced", CONSIDER_47 | INTERVIEW_MUST),
            ("exploited", PROTOCOL),
        )
    ),
    *(
        _technologies(
            f"images of others beside {heading}, nobody known",
            {"technology": f"{heading},images-of-others"} | NOBODY,
            ("refer", "child", "refer"),
            (WITH_OTHERS | BOTH | CEOP | own) - WITHOUT_LIMIT,
        )
        for heading, own in (
            ("sold", GROOMED | MADE_IMAGES | SOLD | INTERVIEW_SHOULD),
            ("shown", MADE_IMAGES),
            ("child-views", frozenset()),
        )
    ),
    # --- M: bullying (3)
    _bullying("less serious", CHILDREN_ONLY | {"crime": "no", "serious": "no"}, ("own-policy",), frozenset()),
    _bullying("a crime, less serious", CHILDREN_ONLY | {"crime": "yes", "serious": "no"}, ("own-policy",), CRIME),
    _bullying(
        "nobody knows whether it is a crime",
        CHILDREN_ONLY | {"crime": "unknown", "serious": "no"},
        ("own-policy",),
        CRIME,
    ),
    _bullying("serious, no crime", CHILDREN_ONLY | {"crime": "no", "serious": "yes"}, ("refer",), SERIOUS),
    _bullying("nobody knows how serious", CHILDREN_ONLY | {"crime": "no", "serious": "unknown"}, ("refer",), SERIOUS),
    _bullying("both", CHILDREN_ONLY | {"crime": "yes", "serious": "yes"}, ("refer",), SERIOUS | CRIME),
    _bullying(
        "an indecent image, by a child",
        {"indecent": "yes"} | A_CHILD,
        ("refer", "child"),
        (ALWAYS | SERIOUS | CRIME | BOTH | CEOP | CHILD | FOUND) - WITHOUT_LIMIT,
    ),
    _bullying(
        "perhaps an indecent image, nobody known",
        {"indecent": "unknown"} | NOBODY,
        ("refer", "child"),
        (ALWAYS | SERIOUS | CRIME | BOTH | CEOP | CHILD) - WITHOUT_LIMIT,
    ),
    _bullying(
        "an adult behind it",
        ADULT_BEHIND | AN_ADULT,
        ("adult", "child"),
        (ALWAYS | SERIOUS | CRIME | BOTH | CEOP | CHILD | ADULT) - WITHOUT_LIMIT,
    ),
    _bullying(
        "somebody who works with children behind it",
        ADULT_BEHIND | A_COLLEAGUE,
        ("adult", "child", "allegation"),
        (ALWAYS | SERIOUS | CRIME | BOTH | CEOP | CHILD | ADULT | STAFF) - WITHOUT_LIMIT,
    ),
    _bullying(
        "nobody knows whether an adult is behind it, nobody known",
        UNSURE_BEHIND | NOBODY,
        ("adult", "child"),
        (ALWAYS | SERIOUS | CRIME | BOTH | CEOP | CHILD) - WITHOUT_LIMIT,
    ),
    _page("an adult behind it", "bullying", ADULT_BEHIND, "adult", BULLYING | SERIOUS | CRIME),
    _page("an indecent image", "bullying", {"indecent": "yes"}, "refer", BULLYING | SERIOUS | CRIME),
    _bullying(
        "an indecent image, by an adult with children at home",
        {"indecent": "yes"} | AN_ADULT | AT_HOME,
        ("refer", "child", "assess"),
        (ALWAYS | SERIOUS | CRIME | BOTH | CEOP | CHILD | ADULT | HOUSEHOLD) - WITHOUT_LIMIT,
    ),
)
