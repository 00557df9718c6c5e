"""Stockport's branches, read from section 10.9.5, 10.9.7 and Appendix C."""

from __future__ import annotations

from handbook.branches.branch import Branch

LEAVE_ALONE = frozenset(
    {"do-not-view", "do-not-examine-device", "do-not-alert-suspect", "do-not-copy-or-send", "do-not-delete"}
)
"""Whatever the case turns out to be: nothing is looked at, spoilt or given away while it is sorted out."""

FIRST_STEPS = LEAVE_ALONE | {
    "line-manager",
    "safeguarding-lead",
    "police",
    "childrens-social-care",
    "establish-access",
    "preserve-evidence",
}
"""10.9.7(a), first four bullets and the last, with the handbook's own lines: images, grooming or another offence."""

CHILD = frozenset({"strategy-discussion by police-and-social-care", "section-47 by police-and-social-care"})
"""Concern about any child, the child who may have harmed included."""

VICTIM = frozenset({"should treat-as-victim"})
VIDEO = frozenset({"consider interview-considerations by police-and-social-care"})
CHILD_HARMED = frozenset({"consider harmful-behaviour-assessment by assessor"})
IMAGES_OF_CHILD = CHILD | VICTIM | VIDEO

WORKS_WITH_CHILDREN = frozenset({"allegations-procedure", "lado", "strategy-discussion by safeguarding-unit"})
"""10.9.7(b)."""

APPENDIX_C = LEAVE_ALONE | {"own-enquiries"}
JOINT = frozenset({"strategy-discussion by police-and-social-care", "joint-investigation by police-and-social-care"})
SECTION_47 = frozenset({"section-47 by police-and-social-care"})
STAFF = frozenset({"own-disciplinary by employer"})
"""The allegations procedure goes with the employer's own discipline (Appendix C, last box)."""

RECEIVED_OR_NOT = frozenset({"do-not-copy-or-send", "do-not-delete", "do-not-view"})
RECEIVED = RECEIVED_OR_NOT | {
    "do-nothing-until-police-advise",
    "do-not-alert-suspect",
    "police",
    "preserve-evidence",
}
"""10.9.7(c), without what holds at work alone."""

HANDBOOK_LEAD = frozenset({"should safeguarding-lead"})
OTHER = HANDBOOK_LEAD | {"do-not-examine-device", "do-not-view"}
CRIMINAL = frozenset({"police", "preserve-evidence", "do-not-delete", "do-not-copy-or-send", "do-not-alert-suspect"})
"""What may be criminal goes to the police (10.9.5), and stays as it is until they have it."""

INVESTIGATION = LEAVE_ALONE | frozenset(
    {
        "share-new-information",
        "risk-assessment",
        "should ask-internet-use",
        "should treat-as-victim",
        "consider interview-considerations",
        "consider working-agreement",
        "consider support-offered for non-accused-parent",
        "should regular-review",
    }
)


def _branch(
    name: str, flow: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]
) -> Branch:
    return Branch(name=name, flow=flow, answers=answers, outcomes=outcomes, comes_to=comes_to)


def _appendix(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "appendix-c", answers, outcomes, APPENDIX_C | comes_to)


def _discovery(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "discovery", {"stage": "new"} | answers, outcomes, FIRST_STEPS | comes_to)


def _professional(name: str, answers: dict[str, str], comes_to: frozenset[str]) -> Branch:
    outcomes = ("allegation", "refer")
    return _branch(name, "professional", answers, outcomes, FIRST_STEPS | WORKS_WITH_CHILDREN | comes_to)


def _received(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "received-image", answers, outcomes, RECEIVED | comes_to)


def _other(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "other-content", answers, outcomes, OTHER | comes_to)


def _same_steps(name: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    """10.9.5 cases that take the steps of 10.9.7(a); consulting the lead is then a must."""
    return _branch(name, "other-content", answers, outcomes, FIRST_STEPS | comes_to)


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


ADULT = {"who": "adult", "child-concern": "no"}
ADULT_AND_CHILD = {"who": "adult", "child-concern": "yes"}
COLLEAGUE = {"who": "colleague", "child-concern": "no"}
NOBODY = {"who": "none", "child-concern": "no"}
LEGAL = {"suspected": "none", "adult-exposed": "no"}
NEW_IMAGES = {"stage": "new", "what": "images"}
SOCIAL_CARE = "childrens-social-care"
POLICE_AND_CARE = frozenset({"police", SOCIAL_CARE})
UNSURE_OF_CONTENT = frozenset(
    {"should exploitation-protocol", "should anti-bullying-policy", "should child-social-worker"}
)
MANAGER = frozenset({"line-manager"})

STOCKPORT_BRANCHES: tuple[Branch, ...] = (
    # --- Appendix C
    _appendix("abuse", {"suspected": "abuse"} | ADULT, ("joint", "refer"), JOINT | SECTION_47 | FIRST_STEPS),
    _appendix("an offence", {"suspected": "offence"} | ADULT, ("joint", "refer"), JOINT | FIRST_STEPS),
    _appendix(
        "abuse and an offence, a child is known",
        {"suspected": "abuse,offence"} | ADULT_AND_CHILD,
        ("joint", "refer"),
        JOINT | FIRST_STEPS | IMAGES_OF_CHILD,
    ),
    _appendix(
        "abuse, a child may have harmed",
        {"suspected": "abuse", "who": "child"},
        ("joint", "refer"),
        JOINT | FIRST_STEPS | IMAGES_OF_CHILD | CHILD_HARMED,
    ),
    _appendix(
        "abuse, a member of staff",
        {"suspected": "abuse"} | COLLEAGUE,
        ("joint", "refer", "allegation"),
        JOINT | SECTION_47 | FIRST_STEPS | WORKS_WITH_CHILDREN | STAFF,
    ),
    _appendix(
        "an offence, a member of staff",
        {"suspected": "offence"} | COLLEAGUE,
        ("joint", "refer", "allegation"),
        JOINT | FIRST_STEPS | WORKS_WITH_CHILDREN | STAFF,
    ),
    _appendix(
        "abuse, nobody knows who",
        {"suspected": "abuse", "who": "unknown"},
        ("joint", "refer", "allegation"),
        JOINT | FIRST_STEPS | IMAGES_OF_CHILD | CHILD_HARMED | WORKS_WITH_CHILDREN | STAFF,
    ),
    _appendix(
        "nobody knows whether it is abuse or an offence",
        {"suspected": "unknown"} | ADULT,
        ("joint", "refer"),
        JOINT | SECTION_47 | FIRST_STEPS,
    ),
    _appendix(
        "nobody knows, a member of staff",
        {"suspected": "unknown"} | COLLEAGUE,
        ("joint", "refer", "allegation"),
        JOINT | SECTION_47 | FIRST_STEPS | WORKS_WITH_CHILDREN | STAFF,
    ),
    _appendix(
        "legal, an adult let a child see it",
        {"suspected": "none", "adult-exposed": "yes"} | ADULT_AND_CHILD,
        ("joint", "refer"),
        JOINT | FIRST_STEPS | CHILD,
    ),
    _appendix(
        "legal, a member of staff let a child see it",
        {"suspected": "none", "adult-exposed": "yes"} | COLLEAGUE,
        ("joint", "refer", "allegation"),
        JOINT | FIRST_STEPS | WORKS_WITH_CHILDREN | STAFF,
    ),
    _appendix(
        "legal, nobody knows whether an adult let a child see it",
        {"suspected": "none", "adult-exposed": "unknown"} | ADULT_AND_CHILD,
        ("joint", "refer"),
        JOINT | FIRST_STEPS | IMAGES_OF_CHILD,
    ),
    _appendix(
        "legal, nobody knows whether a member of staff let a child see it",
        {"suspected": "none", "adult-exposed": "unknown"} | COLLEAGUE,
        ("joint", "refer", "allegation"),
        JOINT | FIRST_STEPS | WORKS_WITH_CHILDREN | STAFF,
    ),
    _appendix("legal, staff", LEGAL | {"sender": "staff"}, ("staff-measures",), frozenset({"own-disciplinary"})),
    _appendix(
        "legal, sent by a child",
        LEGAL | {"sender": "child", "residential": "no"},
        ("pupil-measures",),
        frozenset({"pupil-disciplinary"}),
    ),
    _appendix(
        "legal, sent by a child in a residential setting",
        LEGAL | {"sender": "child", "residential": "yes"},
        ("pupil-measures",),
        frozenset({"pupil-disciplinary", "planning-meeting"}),
    ),
    _appendix(
        "legal, sent by a child, nobody knows whether residential",
        LEGAL | {"sender": "child", "residential": "unknown"},
        ("pupil-measures",),
        frozenset({"pupil-disciplinary", "planning-meeting"}),
    ),
    _appendix("legal, an adult who is not staff", LEGAL | {"sender": "other"}, ("no-route",), HANDBOOK_LEAD),
    _appendix(
        "legal, nobody knows who sent it",
        LEGAL | {"sender": "unknown"} | ADULT_AND_CHILD,
        ("joint", "refer"),
        JOINT | FIRST_STEPS | IMAGES_OF_CHILD,
    ),
    _appendix(
        "legal, nobody knows who sent it, perhaps a member of staff",
        LEGAL | {"sender": "unknown"} | COLLEAGUE,
        ("joint", "refer", "allegation"),
        JOINT | FIRST_STEPS | WORKS_WITH_CHILDREN | STAFF,
    ),
    # --- Discovery or disclosure
    _discovery("images", {"what": "images"} | ADULT, ("refer",), frozenset()),
    _discovery("grooming", {"what": "grooming"} | ADULT, ("refer",), frozenset()),
    _discovery("another offence", {"what": "other"} | ADULT, ("refer",), frozenset()),
    _discovery("nobody knows what", {"what": "unknown"} | ADULT, ("refer",), frozenset()),
    _discovery("nobody identified", {"what": "images"} | NOBODY, ("refer",), frozenset()),
    _discovery("images, concern about a child", {"what": "images"} | ADULT_AND_CHILD, ("refer",), IMAGES_OF_CHILD),
    _discovery("grooming, concern about a child", {"what": "grooming"} | ADULT_AND_CHILD, ("refer",), CHILD | VICTIM),
    _discovery("another offence, concern about a child", {"what": "other"} | ADULT_AND_CHILD, ("refer",), CHILD),
    _discovery("nobody knows what, a child", {"what": "unknown"} | ADULT_AND_CHILD, ("refer",), IMAGES_OF_CHILD),
    _discovery(
        "images, nobody knows whether there is concern about a child",
        {"what": "images", "who": "adult", "child-concern": "unknown"},
        ("refer",),
        IMAGES_OF_CHILD,
    ),
    _discovery(
        "images, a child may have harmed",
        {"what": "images", "who": "child"},
        ("refer",),
        IMAGES_OF_CHILD | CHILD_HARMED,
    ),
    _discovery(
        "grooming, a child may have harmed",
        {"what": "grooming", "who": "child"},
        ("refer",),
        CHILD | VICTIM | CHILD_HARMED,
    ),
    _discovery("another offence, a child", {"what": "other", "who": "child"}, ("refer",), CHILD | CHILD_HARMED),
    _discovery(
        "images, an adult and a child",
        {"what": "images", "who": "adult,child"},
        ("refer",),
        IMAGES_OF_CHILD | CHILD_HARMED,
    ),
    _discovery(
        "images, works with children", {"what": "images"} | COLLEAGUE, ("refer", "allegation"), WORKS_WITH_CHILDREN
    ),
    _discovery(
        "grooming, works with children", {"what": "grooming"} | COLLEAGUE, ("refer", "allegation"), WORKS_WITH_CHILDREN
    ),
    _discovery(
        "another offence, works with children",
        {"what": "other"} | COLLEAGUE,
        ("refer", "allegation"),
        WORKS_WITH_CHILDREN,
    ),
    _discovery(
        "images, nobody knows who",
        {"what": "images", "who": "unknown"},
        ("refer", "allegation"),
        IMAGES_OF_CHILD | CHILD_HARMED | WORKS_WITH_CHILDREN,
    ),
    _discovery(
        "nobody knows what or who",
        {"what": "unknown", "who": "unknown"},
        ("refer", "allegation"),
        IMAGES_OF_CHILD | CHILD_HARMED | WORKS_WITH_CHILDREN,
    ),
    _branch(
        "not covered", "discovery", {"stage": "new", "what": "none"}, ("not-covered",), HANDBOOK_LEAD | LEAVE_ALONE
    ),
    _branch("already investigated", "discovery", {"stage": "under-investigation"}, ("investigation",), INVESTIGATION),
    _branch(
        "nobody knows whether it is investigated",
        "discovery",
        {"stage": "unknown", "what": "none"},
        ("not-covered",),
        HANDBOOK_LEAD | LEAVE_ALONE,
    ),
    # --- Someone who works with children
    _professional("a professional, images", {"what": "images", "child-concern": "no"}, frozenset()),
    _professional("a professional, grooming", {"what": "grooming", "child-concern": "no"}, frozenset()),
    _professional("a professional, another offence", {"what": "other", "child-concern": "no"}, frozenset()),
    _professional("a professional, nobody knows what", {"what": "unknown", "child-concern": "no"}, frozenset()),
    _professional("a professional, images, a child", {"what": "images", "child-concern": "yes"}, IMAGES_OF_CHILD),
    _professional("a professional, grooming, a child", {"what": "grooming", "child-concern": "yes"}, CHILD | VICTIM),
    _branch(
        "a professional, nothing of this",
        "professional",
        {"what": "none"},
        ("not-covered",),
        HANDBOOK_LEAD | LEAVE_ALONE,
    ),
    # --- An image that reached a professional
    _received(
        "at work, other role, a stranger",
        {"received": "work", "role": "none", "sender-known": "no"},
        ("report",),
        MANAGER | HANDBOOK_LEAD,
    ),
    _received(
        "at work, health",
        {"received": "work", "role": "health", "sender-known": "no"},
        ("report",),
        MANAGER | HANDBOOK_LEAD | {"critical-incident-report"},
    ),
    _received(
        "at work, council",
        {"received": "work", "role": "council", "sender-known": "no"},
        ("report",),
        MANAGER | HANDBOOK_LEAD | {"it-team"},
    ),
    _received(
        "at work, health and council",
        {"received": "work", "role": "health,council", "sender-known": "no"},
        ("report",),
        MANAGER | HANDBOOK_LEAD | {"critical-incident-report", "it-team"},
    ),
    _received(
        "nobody knows where it was received",
        {"received": "unknown", "role": "health,council", "sender-known": "no"},
        ("report",),
        MANAGER | HANDBOOK_LEAD | {"critical-incident-report", "it-team"},
    ),
    _received("at home, a stranger", {"received": "home", "sender-known": "no"}, ("report",), HANDBOOK_LEAD),
    _received(
        "at work, the sender is known",
        {"received": "work", "role": "none", "sender-known": "yes"} | ADULT,
        ("report", "refer"),
        FIRST_STEPS,
    ),
    _received(
        "at work, nobody is sure who sent it",
        {"received": "work", "role": "none", "sender-known": "unknown"} | ADULT_AND_CHILD,
        ("report", "refer"),
        FIRST_STEPS | IMAGES_OF_CHILD,
    ),
    _received(
        "at home, the sender works with children",
        {"received": "home", "sender-known": "yes"} | COLLEAGUE,
        ("report", "refer", "allegation"),
        FIRST_STEPS | WORKS_WITH_CHILDREN,
    ),
    _branch(
        "nothing received", "received-image", {"received": "no"}, ("not-received",), HANDBOOK_LEAD | RECEIVED_OR_NOT
    ),
    # --- Other content
    _same_steps(
        "young people's images",
        {"content": "young-images", "who": "child"},
        ("same-steps", "refer"),
        IMAGES_OF_CHILD | CHILD_HARMED,
    ),
    _same_steps(
        "young people's images, an adult",
        {"content": "young-images"} | ADULT,
        ("same-steps", "refer"),
        frozenset({"strategy-discussion by police-and-social-care"}),
    ),
    _same_steps(
        "exploitation",
        {"content": "exploitation"} | ADULT_AND_CHILD,
        ("same-steps", "refer"),
        CHILD | VICTIM | {"should exploitation-protocol"},
    ),
    _same_steps(
        "exploitation, nobody identified",
        {"content": "exploitation"} | NOBODY,
        ("same-steps", "refer"),
        frozenset({"should exploitation-protocol"}),
    ),
    _same_steps(
        "exploitation and bullying",
        {"content": "exploitation,bullying"} | ADULT,
        ("same-steps", "refer"),
        frozenset({"should exploitation-protocol", "should anti-bullying-policy"}),
    ),
    _same_steps(
        "nobody knows what content",
        {"content": "unknown"} | ADULT,
        ("same-steps", "refer"),
        UNSURE_OF_CONTENT | {"strategy-discussion by police-and-social-care"},
    ),
    _same_steps(
        "nobody knows what content, a child",
        {"content": "unknown"} | ADULT_AND_CHILD,
        ("same-steps", "refer"),
        IMAGES_OF_CHILD | UNSURE_OF_CONTENT,
    ),
    _other(
        "bullying",
        {"content": "bullying", "criminal": "no", "harm": "no"},
        ("no-step",),
        frozenset({"should anti-bullying-policy"}),
    ),
    _other(
        "bullying, perhaps criminal",
        {"content": "bullying", "criminal": "unknown", "harm": "no"},
        ("no-step",),
        CRIMINAL | {"should anti-bullying-policy"},
    ),
    _other(
        "bullying, harm",
        {"content": "bullying", "criminal": "no", "harm": "yes"},
        ("refer-child",),
        frozenset({"should anti-bullying-policy", "should childrens-social-care"}),
    ),
    _other("harmful sites", {"content": "harmful-sites", "criminal": "no", "harm": "no"}, ("no-step",), frozenset()),
    _other(
        "criminal content",
        {"content": "harmful-sites", "criminal": "yes", "harm": "no"},
        ("no-step",),
        CRIMINAL,
    ),
    _other(
        "harmful sites, perhaps harm",
        {"content": "harmful-sites", "criminal": "no", "harm": "unknown"},
        ("refer-child",),
        frozenset({"should childrens-social-care"}),
    ),
    _other(
        "birth family",
        {"content": "birth-family", "criminal": "no", "harm": "no"},
        ("no-step",),
        frozenset({"should child-social-worker"}),
    ),
    _other(
        "none of these, perhaps criminal, harm",
        {"content": "none", "criminal": "yes", "harm": "yes"},
        ("refer-child",),
        CRIMINAL | {"should childrens-social-care"},
    ),
    # --- Each flow by itself, as its page shows it
    _page("abuse", "appendix-c", {"suspected": "abuse"}, "joint", APPENDIX_C | JOINT | SECTION_47 | {SOCIAL_CARE}),
    _page("an offence", "appendix-c", {"suspected": "offence"}, "joint", APPENDIX_C | JOINT | {"police"}),
    _page(
        "nobody knows",
        "appendix-c",
        {"suspected": "unknown"},
        "joint",
        APPENDIX_C | JOINT | SECTION_47 | POLICE_AND_CARE,
    ),
    _page(
        "an adult let a child see it",
        "appendix-c",
        {"suspected": "none", "adult-exposed": "yes"},
        "joint",
        APPENDIX_C | JOINT | POLICE_AND_CARE,
    ),
    _page(
        "nobody knows whether an adult let a child see it",
        "appendix-c",
        {"suspected": "none", "adult-exposed": "unknown"},
        "joint",
        APPENDIX_C | JOINT | POLICE_AND_CARE,
    ),
    _page(
        "nobody knows who sent it",
        "appendix-c",
        LEGAL | {"sender": "unknown"},
        "joint",
        APPENDIX_C | JOINT | POLICE_AND_CARE,
    ),
    _page("somebody who works with children", "discovery", NEW_IMAGES | COLLEAGUE, "refer", FIRST_STEPS),
    _page("images", "professional", {"what": "images"}, "allegation", FIRST_STEPS | WORKS_WITH_CHILDREN),
    _page("grooming", "professional", {"what": "grooming"}, "allegation", FIRST_STEPS | WORKS_WITH_CHILDREN),
    _page("another offence", "professional", {"what": "other"}, "allegation", FIRST_STEPS | WORKS_WITH_CHILDREN),
    _page("nobody knows what", "professional", {"what": "unknown"}, "allegation", FIRST_STEPS | WORKS_WITH_CHILDREN),
    _page(
        "at work, the sender is known",
        "received-image",
        {"received": "work", "role": "none", "sender-known": "yes"},
        "report",
        RECEIVED | HANDBOOK_LEAD | MANAGER,
    ),
    _page(
        "at home, the sender is known",
        "received-image",
        {"received": "home", "sender-known": "yes"},
        "report",
        RECEIVED | HANDBOOK_LEAD,
    ),
    _page(
        "young people's images",
        "other-content",
        {"content": "young-images"},
        "same-steps",
        OTHER | CRIMINAL | {SOCIAL_CARE, "strategy-discussion by police-and-social-care"},
    ),
    _page(
        "exploitation",
        "other-content",
        {"content": "exploitation"},
        "same-steps",
        OTHER | CRIMINAL | {SOCIAL_CARE, "should exploitation-protocol"},
    ),
    _page(
        "nobody knows what content",
        "other-content",
        {"content": "unknown"},
        "same-steps",
        OTHER | CRIMINAL | {SOCIAL_CARE, "strategy-discussion by police-and-social-care"} | UNSURE_OF_CONTENT,
    ),
)
