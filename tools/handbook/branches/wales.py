"""Wales's branches, read from section 5.5 of the All Wales Protocol."""

from __future__ import annotations

from handbook.branches.branch import Branch

LEAVE_ALONE = frozenset(
    {"do-not-view", "do-not-examine-device", "do-not-access-evidence", "do-not-delete", "do-not-copy-or-send"}
)
"""5.5.6: whatever the case turns out to be, nothing is switched on, viewed, deleted, manipulated or got at."""

LEAD = frozenset({"should safeguarding-lead"})
"""The handbook's own."""

FROM_THE_START = LEAVE_ALONE | LEAD

FIRST_REPORT = FROM_THE_START | {
    "childrens-social-care within immediately",
    "police within immediately",
    "protection-process",
    "preserve-evidence",
    "should treat-as-complex",
    "do-not-report-elsewhere-first",
    "do-not-alert-suspect",
}
"""5.5.5: both at once and first, by the same process as any concern; others harmed and other abusers are possible."""

OFFENCE = frozenset({"should ask-police-or-cps"})
"""5.5.4."""

CONCERN = FIRST_REPORT | OFFENCE
GROOMING = frozenset(
    {
        "may ceop after first-report-made within after-first-report",
        "may report-to-site after first-report-made within after-first-report",
    }
)
"""5.5.5: further reports of grooming, after the first."""

IMAGES = frozenset({"may iwf after first-report-made within after-first-report"})
"""5.5.7, read with the IWF's remit: imagery only."""

SPOC = frozenset({"prevent-spoc by not-named after first-report-made within after-first-report"})
"""5.5.3, last paragraph: part of the process once Social Services or the police know; nobody is named."""

SOCIAL_WORKER = frozenset({"should child-social-worker"})
"""The handbook's own, for a looked-after child."""

ANY_KIND = GROOMING | IMAGES | SPOC | SOCIAL_WORKER
"""Nobody knows which kind it is: whatever depends on it is given under its If."""


def _branch(
    name: str, flow: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]
) -> Branch:
    return Branch(name=name, flow=flow, answers=answers, outcomes=outcomes, comes_to=comes_to)


def _concern(
    name: str, answers: dict[str, str], comes_to: frozenset[str], outcomes: tuple[str, ...] = ("report", "keep")
) -> Branch:
    """A concern that is reported; evidence belongs to every one (5.5.6)."""
    return _branch(name, "concern", {"child-risk": "yes"} | answers, outcomes, CONCERN | comes_to)


def _other(name: str, subject: str, outcome: str, comes_to: frozenset[str] = frozenset()) -> Branch:
    """No child is at risk: what 5.5.1 leaves to others, and what no section is about."""
    return _branch(name, "concern", {"child-risk": "no", "subject": subject}, (outcome,), FROM_THE_START | comes_to)


def _evidence(name: str, held: str, what: str, outcomes: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "evidence", {"held": held, "what": what}, outcomes, CONCERN | comes_to)


def _extremism(name: str, limb: str) -> Branch:
    """Recruiting, or one limb of the definition: each alone is enough."""
    return _branch(name, "extremism", {"extremism": limb}, ("report-extremism", "report", "keep"), CONCERN | SPOC)


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


NOT_AT_RISK = {"child-risk": "no", "subject": "other"}

WALES_BRANCHES: tuple[Branch, ...] = (
    # --- scope, kinds and the order of reports
    _concern("grooming", {"what": "grooming"}, GROOMING),
    _concern("images of a child", {"what": "images"}, IMAGES),
    _concern("grooming and images", {"what": "grooming,images"}, GROOMING | IMAGES),
    _concern("harmful content in a child's sight", {"what": "content"}, frozenset()),
    _concern("bullying or threats", {"what": "conduct"}, frozenset()),
    _concern("a looked-after child", {"what": "secret-contact"}, SOCIAL_WORKER, ("report", "report-contact", "keep")),
    _concern("extremism", {"what": "extremism"}, SPOC, ("report", "keep", "report-extremism")),
    _concern("at risk, and no kind fits", {"what": "none"}, frozenset()),
    _concern("at risk, and nobody knows the kind", {"what": "unknown"}, ANY_KIND),
    _concern("nobody knows whether a child is at risk", {"child-risk": "unknown", "what": "grooming"}, GROOMING),
    _concern(
        "no child seems at risk, and nobody knows what it is about",
        {"child-risk": "no", "subject": "unknown", "what": "none"},
        frozenset(),
    ),
    _other(
        "a professional's own use of technology",
        "professional-use",
        "left-to-others",
        frozenset({"should employer-conduct-code"}),
    ),
    _other("advice on staying safe", "advice", "left-to-others", frozenset({"may e-safety-resources"})),
    _other("outside the protocol", "other", "not-covered"),
    # --- evidence
    _evidence("evidence is with the reader", "yes", "images", ("keep", "report"), IMAGES),
    _evidence("evidence may be with the reader", "unknown", "conduct", ("keep", "report"), frozenset()),
    _evidence("evidence is elsewhere", "no", "grooming", ("leave", "report"), GROOMING),
    # --- violent extremism
    _extremism("a child is being recruited", "recruited"),
    _extremism("terrorist violence is glorified", "glorifies"),
    _extremism("terrorist acts are provoked", "provokes"),
    _extremism("other serious crime is encouraged", "serious-crime"),
    _extremism("hatred is fostered", "hatred"),
    _extremism("two limbs fit", "recruited,hatred"),
    _branch(
        "nobody knows whether it is extremism",
        "extremism",
        {"extremism": "unknown"},
        ("report-extremism", "report", "keep"),
        CONCERN | ANY_KIND,
    ),
    _branch(
        "no limb fits, and a child is at risk in another way",
        "extremism",
        {"extremism": "none", "child-risk": "yes", "what": "conduct"},
        ("no-extremism", "report", "keep"),
        CONCERN,
    ),
    _branch(
        "no limb fits at first, and extremism is named after all",
        "extremism",
        {"extremism": "none", "child-risk": "yes", "what": "extremism"},
        ("no-extremism", "report", "keep"),
        CONCERN | SPOC,
    ),
    _branch(
        "no limb fits, and no child is at risk",
        "extremism",
        {"extremism": "none"} | NOT_AT_RISK,
        ("no-extremism", "not-covered"),
        FROM_THE_START,
    ),
    # --- looked-after children
    _branch(
        "protected contact is bypassed",
        "looked-after",
        {"secret-contact": "yes"},
        ("report-contact", "report", "keep"),
        CONCERN | ANY_KIND,
    ),
    _branch(
        "protected contact may be bypassed",
        "looked-after",
        {"secret-contact": "unknown"},
        ("report-contact", "report", "keep"),
        CONCERN | ANY_KIND,
    ),
    _branch(
        "contact is in order, and the child is at risk in another way",
        "looked-after",
        {"secret-contact": "no", "child-risk": "yes", "what": "images"},
        ("no-secret-contact", "report", "keep"),
        CONCERN | IMAGES,
    ),
    _branch(
        "contact is in order, and no child is at risk",
        "looked-after",
        {"secret-contact": "no"} | NOT_AT_RISK,
        ("no-secret-contact", "not-covered"),
        FROM_THE_START,
    ),
    # --- each page by itself
    _page("grooming", "concern", {"child-risk": "yes", "what": "grooming"}, "report", CONCERN | GROOMING),
    _page("extremism ticked", "concern", {"child-risk": "yes", "what": "extremism"}, "report", CONCERN | SPOC),
    _page(
        "secret contact ticked",
        "concern",
        {"child-risk": "yes", "what": "secret-contact"},
        "report",
        CONCERN | SOCIAL_WORKER,
    ),
    _page("evidence is with the reader", "evidence", {"held": "yes"}, "keep", FIRST_REPORT),
    _page("evidence is elsewhere", "evidence", {"held": "no"}, "leave", FIRST_REPORT),
    _page(
        "nobody knows whether a child is at risk",
        "concern",
        {"child-risk": "unknown", "what": "grooming"},
        "report",
        CONCERN | GROOMING,
    ),
    _page(
        "nobody knows what it is about",
        "concern",
        {"child-risk": "no", "subject": "unknown", "what": "grooming"},
        "report",
        CONCERN | GROOMING,
    ),
    *(
        _page(f"extremism, {limb}", "extremism", {"extremism": limb}, "report-extremism", FIRST_REPORT | SPOC)
        for limb in ("recruited", "glorifies", "provokes", "serious-crime", "hatred", "unknown")
    ),
    _page("no limb fits", "extremism", {"extremism": "none"}, "no-extremism", FROM_THE_START),
    _page(
        "protected contact is bypassed",
        "looked-after",
        {"secret-contact": "yes"},
        "report-contact",
        FIRST_REPORT | SOCIAL_WORKER,
    ),
    _page(
        "protected contact may be bypassed",
        "looked-after",
        {"secret-contact": "unknown"},
        "report-contact",
        FIRST_REPORT | SOCIAL_WORKER,
    ),
    _page("contact is in order", "looked-after", {"secret-contact": "no"}, "no-secret-contact", FROM_THE_START),
)
