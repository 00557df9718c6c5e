"""Derbyshire's branches, read from sections 2 to 5 of its chapter."""

from __future__ import annotations

from handbook.branches.branch import Branch

LEAVE_ALONE = frozenset({"do-not-view", "do-not-copy-or-send", "do-not-delete", "do-not-examine-device"})
TELL_NOBODY = frozenset({"do-not-alert-suspect", "do-not-disclose-to-others"})
"""2.2, paragraph 7: not the alleged abuser, partner or children."""

LEAD = frozenset({"should safeguarding-lead"})
"""The handbook's own; the source names nobody in the reader's organisation."""

SAFE = LEAVE_ALONE | LEAD | {"preserve-evidence"}

AT_ONCE = "within immediately within same-day from came-to-notice"
BOTH_AT_ONCE = frozenset({f"police {AT_ONCE}", f"childrens-social-care {AT_ONCE}"})
"""2.1: immediate referral, and the same day."""

STRATEGY = frozenset({"strategy-discussion by social-care"})
EARLY_HELP = frozenset({"may early-multi-agency-help by strategy-meeting"})
YOUNG_HARM = frozenset({"should young-harm-procedure"})
PARENTS_NOT = frozenset({"do-not-inform-parents-if-risk"})
PARENTS_EARLY = frozenset({"should parents-involved within early-stage"})
PARENTS_AFTER_POLICE = frozenset({"should parents-involved after police-agree"})
NO_LIMIT_TO_REMOVAL = frozenset({"should removal-help"})
REMOVAL_AFTER_EVIDENCE = frozenset({"should removal-help after evidence-captured"})

IMAGE = (
    SAFE
    | YOUNG_HARM
    | frozenset({"should handle-with-care", "should support-offered for child", "may school-guidance"})
)
"""2.1: whatever the case turns out to be, without parents and removal."""

MEETING = (
    TELL_NOBODY
    | STRATEGY
    | EARLY_HELP
    | frozenset(
        {
            "section-47 by strategy-meeting",
            "consider initial-conference by strategy-meeting",
            "joint-investigation by police-and-social-care",
            "risk-assessment by social-care within within-45-working-days",
        }
    )
)
"""2.2, paragraphs 10 to 13: every case."""

ON_ARREST = frozenset({"should strategy-discussion by police-and-social-care within on-arrest"})
KNOWN_CHILDREN = frozenset({"strategy-discussion by not-named within same-day"})
IN_TRUST = frozenset({"lado", "allegations-procedure", "lado-strategy-meeting by lado within within-5-working-days"})

ADULT_ALONE = (
    SAFE
    | TELL_NOBODY
    | frozenset(
        {
            "may urgent-action-first by police-and-social-care",
            "should individuals-who-pose-risk",
            "consider notify-other-areas by police-and-social-care",
            "should support-offered for child",
            "consider support-offered by not-named for partner-and-friends after police-agree",
            "may stop-it-now after first-report-made",
        }
    )
)
"""2.2: an adult, without the referrals and without the meeting."""

ADULT = ADULT_ALONE | MEETING | ON_ARREST | KNOWN_CHILDREN
"""With the meeting, of which the reader does not know yet whether there is an arrest."""

SAME_DAY = frozenset({"police", "childrens-social-care within same-day from came-to-notice"})

SAFEGUARDS = TELL_NOBODY | frozenset(
    {
        "do-not-view",
        "share-new-information",
        "working-agreement within from-the-start",
        "should regular-review",
        "consider notify-other-areas by police-and-social-care",
    }
)
ASSESSMENT = TELL_NOBODY | frozenset(
    {
        "do-not-view",
        "share-new-information",
        "partner-interviewed-first",
        "risk-assessment within within-45-working-days",
        "should household-assessment",
    }
)
BULLYING = SAFE | YOUNG_HARM | {"should take-seriously"}
EXTREMISM = LEAD | frozenset({"do-not-view", "do-not-copy-or-send", "do-not-delete", "preserve-evidence"})
RADICALISATION = frozenset({"should radicalisation-procedure"})
DRAWN_IN = RADICALISATION | {"should childrens-social-care", "may school-advice"}
TERRORIST = RADICALISATION | {
    "should police",
    "may terrorism-report",
    "follow-professional-procedures",
    "do-not-report-anonymously",
}
WEBSITE = LEAD | frozenset({"do-not-view", "should raise-with-relevant-others", "should risk-assessment by assessor"})
VIEWED = SAFE | YOUNG_HARM | {"risk-assessment"}
BOTH = frozenset({"police", "childrens-social-care"})


def _branch(
    name: str, flow: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]
) -> Branch:
    return Branch(name=name, flow=flow, answers=answers, outcomes=outcomes, comes_to=comes_to)


def _page(name: str, flow: str, answers: dict[str, str], outcome: str, comes_to: frozenset[str]) -> Branch:
    """One flow by itself, as its page shows it."""
    return Branch(
        name=f"{name} ({flow} alone)",
        flow=flow,
        answers=answers,
        outcomes=(outcome,),
        comes_to=comes_to,
        is_alone=True,
    )


NO_ADULT = {"adult-involved": "no", "parents-risk": "no"}
IMAGE_REFERRED = IMAGE | BOTH_AT_ONCE | STRATEGY | EARLY_HELP | REMOVAL_AFTER_EVIDENCE
IMAGE_ADULT = IMAGE_REFERRED | ADULT | PARENTS_NOT | PARENTS_AFTER_POLICE
THEN_MEETING = ("refer", "meeting")


def _criterion(option: str) -> Branch:
    """2.1: each of the other four alone is enough."""
    return _branch(
        f"a young person's image, {option}",
        "young-person",
        NO_ADULT | {"criteria": option},
        ("refer",),
        IMAGE_REFERRED | PARENTS_EARLY,
    )


def _factor(option: str) -> Branch:
    """2.2: each of the seven alone."""
    return _branch(
        f"risk factor {option}",
        "risk-factors",
        {"factors": option},
        ("present", "assess"),
        SAFEGUARDS | ASSESSMENT | {"consider consider-leaving-home"},
    )


DERBYSHIRE_BRANCHES: tuple[Branch, ...] = (
    # --- 2.1: a young person's own image
    _branch(
        "a young person's image, an adult who does not work with children",
        "young-person",
        {"adult-involved": "yes", "trust": "no"},
        ("refer-adult", *THEN_MEETING),
        IMAGE_ADULT,
    ),
    _branch(
        "a young person's image, an adult who works with children",
        "young-person",
        {"adult-involved": "yes", "trust": "yes"},
        ("refer-adult", *THEN_MEETING),
        IMAGE_ADULT | IN_TRUST,
    ),
    _branch(
        "a young person's image, nobody knows whether an adult is behind it",
        "young-person",
        {"adult-involved": "unknown", "trust": "nobody"},
        ("refer-adult", *THEN_MEETING),
        IMAGE_ADULT,
    ),
    *(_criterion(option) for option in ("coerced", "acts", "under-13", "immediate-risk", "unknown")),
    _branch(
        "a young person's image, parents would put the child at risk",
        "young-person",
        {"adult-involved": "no", "parents-risk": "yes", "criteria": "under-13"},
        ("refer",),
        IMAGE_REFERRED | PARENTS_NOT,
    ),
    _branch(
        "a young person's image, none of the five, significant harm",
        "young-person",
        {"adult-involved": "no", "parents-risk": "unknown", "criteria": "none", "harm": "yes"},
        ("refer-harm",),
        IMAGE | STRATEGY | EARLY_HELP | NO_LIMIT_TO_REMOVAL | PARENTS_NOT | {"childrens-social-care"},
    ),
    _branch(
        "a young person's image, none of the five, harm not known",
        "young-person",
        NO_ADULT | {"criteria": "none", "harm": "unknown"},
        ("refer-harm",),
        IMAGE | STRATEGY | EARLY_HELP | NO_LIMIT_TO_REMOVAL | PARENTS_EARLY | {"childrens-social-care"},
    ),
    _branch(
        "a young person's image, none of the five and no harm",
        "young-person",
        NO_ADULT | {"criteria": "none", "harm": "no"},
        ("in-setting",),
        IMAGE | NO_LIMIT_TO_REMOVAL | PARENTS_EARLY,
    ),
    _page(
        "a young person's image, an adult",
        "young-person",
        {"adult-involved": "yes"},
        "refer-adult",
        IMAGE_REFERRED | TELL_NOBODY | PARENTS_NOT | PARENTS_AFTER_POLICE,
    ),
    _page(
        "a young person's image, nobody knows about an adult",
        "young-person",
        {"adult-involved": "unknown"},
        "refer-adult",
        IMAGE_REFERRED | TELL_NOBODY | PARENTS_NOT | PARENTS_AFTER_POLICE,
    ),
    # --- 2.1, fourth paragraph: a young person who viewed images
    _branch(
        "viewed, an adult",
        "viewed",
        {"adult-involved": "yes", "trust": "no"},
        ("refer", *THEN_MEETING),
        VIEWED | BOTH_AT_ONCE | ADULT,
    ),
    _branch(
        "viewed, nobody knows about an adult",
        "viewed",
        {"adult-involved": "unknown", "trust": "unknown"},
        ("refer", *THEN_MEETING),
        VIEWED | BOTH_AT_ONCE | ADULT | IN_TRUST,
    ),
    *(
        _page(
            f"viewed, an adult: {answer}",
            "viewed",
            {"adult-involved": answer},
            "refer",
            VIEWED | BOTH_AT_ONCE | STRATEGY | TELL_NOBODY,
        )
        for answer in ("yes", "unknown")
    ),
    _branch(
        "viewed, possible victims at home",
        "viewed",
        {"adult-involved": "no", "protection": "possible-victims"},
        ("refer-child",),
        VIEWED | BOTH | STRATEGY,
    ),
    _branch(
        "viewed, the young person needs protection",
        "viewed",
        {"adult-involved": "no", "protection": "own-protection"},
        ("refer-child",),
        VIEWED | BOTH | STRATEGY,
    ),
    _branch(
        "viewed, protection not known",
        "viewed",
        {"adult-involved": "no", "protection": "unknown"},
        ("refer-child",),
        VIEWED | BOTH | STRATEGY,
    ),
    _branch(
        "viewed, neither",
        "viewed",
        {"adult-involved": "no", "protection": "none"},
        ("report",),
        VIEWED | {"police"},
    ),
    # --- 2.2: an adult
    _branch(
        "an adult with images, no contact with children",
        "adult",
        {"conduct": "images", "contact": "no-contact", "trust": "no"},
        THEN_MEETING,
        ADULT | {"police"},
    ),
    _branch(
        "an adult with images who meets children",
        "adult",
        {"conduct": "images", "contact": "some", "trust": "no"},
        THEN_MEETING,
        ADULT | SAME_DAY,
    ),
    _branch(
        "an adult with images who lives with children",
        "adult",
        {"conduct": "images", "contact": "lives-or-unsupervised", "trust": "no"},
        THEN_MEETING,
        ADULT | SAME_DAY,
    ),
    _branch(
        "an adult with images, contact not known",
        "adult",
        {"conduct": "images", "contact": "unknown", "trust": "no"},
        THEN_MEETING,
        ADULT | SAME_DAY,
    ),
    _branch(
        "an adult with images who works with children",
        "adult",
        {"conduct": "images", "contact": "no-contact", "trust": "yes"},
        THEN_MEETING,
        ADULT | SAME_DAY | IN_TRUST,
    ),
    _branch(
        "an adult with images whom nobody has identified",
        "adult",
        {"conduct": "images", "contact": "no-contact", "trust": "nobody"},
        THEN_MEETING,
        ADULT | SAME_DAY,
    ),
    _branch(
        "an adult who exploits",
        "adult",
        {"conduct": "exploiting", "trust": "no"},
        THEN_MEETING,
        ADULT | BOTH_AT_ONCE,
    ),
    _branch(
        "an adult, nobody knows what",
        "adult",
        {"conduct": "unknown", "trust": "unknown"},
        THEN_MEETING,
        ADULT | BOTH_AT_ONCE | IN_TRUST,
    ),
    _branch(
        "an adult, none of these",
        "adult",
        {"conduct": "none"},
        ("not-covered",),
        LEAVE_ALONE | TELL_NOBODY | LEAD | {"preserve-evidence"},
    ),
    _page(
        "an adult with images who meets children",
        "adult",
        {"conduct": "images", "contact": "some", "trust": "no"},
        "refer",
        ADULT_ALONE | SAME_DAY,
    ),
    _page(
        "an adult who exploits and works with children",
        "adult",
        {"conduct": "exploiting", "trust": "yes"},
        "refer",
        ADULT_ALONE | BOTH_AT_ONCE | {"lado", "allegations-procedure"},
    ),
    # --- 2.2: the meeting
    _branch(
        "a meeting on arrest",
        "strategy",
        {"event": "arrest", "trust": "no"},
        ("meeting", "refer"),
        ADULT_ALONE | MEETING | ON_ARREST | BOTH_AT_ONCE,
    ),
    _branch(
        "a meeting about known children",
        "strategy",
        {"event": "known-children", "trust": "nobody"},
        ("meeting", "refer"),
        ADULT_ALONE | MEETING | KNOWN_CHILDREN | BOTH_AT_ONCE,
    ),
    _branch(
        "a meeting about a position of trust",
        "strategy",
        {"event": "none", "trust": "yes"},
        ("meeting", "refer"),
        ADULT_ALONE | MEETING | BOTH_AT_ONCE | IN_TRUST,
    ),
    _branch(
        "a meeting, nothing known",
        "strategy",
        {"event": "unknown", "trust": "unknown"},
        ("meeting", "refer"),
        ADULT_ALONE | MEETING | ON_ARREST | KNOWN_CHILDREN | BOTH_AT_ONCE | IN_TRUST,
    ),
    _page("a meeting on arrest", "strategy", {"event": "arrest", "trust": "no"}, "meeting", MEETING | ON_ARREST),
    # --- 2.2: early risk factors
    *(
        _factor(option)
        for option in (
            "history",
            "contact-abuse",
            "own-children",
            "partner",
            "non-cooperation",
            "understanding",
            "criminal",
            "unknown",
        )
    ),
    _branch("no risk factor", "risk-factors", {"factors": "none"}, ("none-found", "assess"), SAFEGUARDS | ASSESSMENT),
    _page("no risk factor", "risk-factors", {"factors": "none"}, "none-found", SAFEGUARDS),
    # --- 2.3: the risk assessment
    _branch("the risk assessment", "risk-assessment", {}, ("assess",), ASSESSMENT),
    # --- 3: bullying
    _branch("bullying, neither severe nor a crime", "bullying", {"bullying": "none"}, ("manage",), BULLYING),
    _branch("bullying, a crime", "bullying", {"bullying": "crime"}, ("serious",), BULLYING | {"should police"}),
    _branch("bullying, severe", "bullying", {"bullying": "severe"}, ("serious",), BULLYING | {"childrens-social-care"}),
    _branch(
        "bullying, a sexual image between young people",
        "bullying",
        {"bullying": "image"} | NO_ADULT | {"criteria": "none", "harm": "no"},
        ("with-image", "in-setting"),
        BULLYING | IMAGE | NO_LIMIT_TO_REMOVAL | PARENTS_EARLY,
    ),
    _branch(
        "bullying, not known",
        "bullying",
        {"bullying": "unknown"} | NO_ADULT | {"criteria": "none", "harm": "no"},
        ("with-image", "in-setting"),
        BULLYING | IMAGE | REMOVAL_AFTER_EVIDENCE | PARENTS_EARLY | {"should police", "childrens-social-care"},
    ),
    _page("bullying, a sexual image", "bullying", {"bullying": "image"}, "with-image", BULLYING),
    # --- 4: extremism
    _branch("a child drawn in", "extremism", {"extremism": "drawn-in"}, ("refer",), EXTREMISM | DRAWN_IN),
    _branch("terrorist material", "extremism", {"extremism": "terrorist-material"}, ("report",), EXTREMISM | TERRORIST),
    _branch(
        "a child exposed",
        "extremism",
        {"extremism": "exposed"},
        ("advice",),
        EXTREMISM | RADICALISATION | {"may school-advice"},
    ),
    _branch(
        "content on a platform",
        "extremism",
        {"extremism": "content"},
        ("advice",),
        EXTREMISM | RADICALISATION | {"may report-to-site"},
    ),
    _branch(
        "extremism, not known",
        "extremism",
        {"extremism": "unknown"},
        ("refer",),
        EXTREMISM | DRAWN_IN | TERRORIST | {"may report-to-site after first-report-made"},
    ),
    _branch("extremism, none of these", "extremism", {"extremism": "none"}, ("not-covered",), EXTREMISM),
    # --- 5: harmful websites
    _branch("a website, no harm", "websites", {"harm": "no"}, ("raise",), WEBSITE),
    _branch("a website, harm", "websites", {"harm": "yes"}, ("refer",), WEBSITE | {"childrens-social-care"}),
    _branch(
        "a website, harm not known", "websites", {"harm": "unknown"}, ("refer",), WEBSITE | {"childrens-social-care"}
    ),
    # --- 2: adult pornography
    _branch(
        "pornography, no adult and no young person's image",
        "pornography",
        {"young-imagery": "no", "adult-involved": "no"},
        ("refer",),
        SAFE | BOTH,
    ),
    _branch(
        "pornography, an adult",
        "pornography",
        {"young-imagery": "no", "adult-involved": "yes", "trust": "no"},
        ("refer", *THEN_MEETING),
        ADULT | BOTH_AT_ONCE,
    ),
    _branch(
        "pornography, nobody knows who",
        "pornography",
        {"young-imagery": "no", "adult-involved": "unknown", "trust": "nobody"},
        ("refer", *THEN_MEETING),
        ADULT | BOTH_AT_ONCE,
    ),
    _branch(
        "pornography with a young person's image, no adult",
        "pornography",
        {"young-imagery": "yes"} | NO_ADULT | {"criteria": "none", "harm": "no"},
        ("refer", "in-setting"),
        IMAGE | BOTH | REMOVAL_AFTER_EVIDENCE | PARENTS_EARLY,
    ),
    _branch(
        "pornography, a young person's image not known, an adult",
        "pornography",
        {"young-imagery": "unknown", "adult-involved": "yes", "trust": "no"},
        ("refer", "refer-adult", *THEN_MEETING),
        IMAGE_ADULT,
    ),
    _page(
        "pornography, an adult",
        "pornography",
        {"young-imagery": "no", "adult-involved": "yes"},
        "refer",
        SAFE | BOTH | TELL_NOBODY,
    ),
)
"""Every branch of the ten flows."""
