"""The branches of Tees, read from its opening statement and its sections 2 to 8."""

from __future__ import annotations

from handbook.branches.branch import Branch

LEAVE_ALONE = frozenset(
    {"do-not-view", "do-not-examine-device", "do-not-alert-suspect", "do-not-copy-or-send", "do-not-delete"}
)
"""The handbook's own, whatever the case turns out to be: nothing is looked at, spoilt or given away."""

OFFICER = frozenset({"should safeguarding-lead"})

OPENING = (
    LEAVE_ALONE
    | OFFICER
    | {
        "line-manager within immediately",
        "childrens-social-care within immediately",
        "police within immediately",
        "should safer-form",
        "preserve-evidence",
    }
)
"""The opening statement, with the form of 2.4 and the handbook's own lines."""

AT_RISK = OPENING | {
    "should child-protection-procedures",
    "consider section-47 by police-and-social-care",
    "persist",
    "risk-assessment by professionals-involved",
}
"""TEE-A: 2.4, the opening statement's second sentence, 3.1 and 1.4."""

ACCESS = frozenset({"establish-access"})
"""1.4, second bullet: adults, and by inference older children."""

CHILD_HARMED = ACCESS | {"should referral-for-child-who-harmed", "young-harm-procedure"}
"""TEE-B: 3.4."""

ADULT = ACCESS | {
    "should share-without-evidence",
    "police-checks by police",
    "should establish-access by police",
    "should childrens-social-care by police",
}
"""TEE-D: 5.3. The police must consider active abuse, so their checks of 3.2 bind as much."""

COLLEAGUE = frozenset({"allegations-procedure", "should whistleblowing"})
"""TEE-E: 6.1, without what it asks about material and passwords."""

EVERYBODY = CHILD_HARMED | ADULT | COLLEAGUE
"""Nobody knows who: all of them."""

HELD = frozenset(
    {
        "should storage-agreement by professionals-involved after police within expedited",
        "consider judicial-guidance by professionals-involved after police",
    }
)
"""TEE-F: 7."""

CAREFULLY = frozenset({"should handle-with-care"})

POSTED = CAREFULLY | {
    "do-not-remove-before-capture",
    "should record-incident",
    "removal-on-police-advice by police after evidence-captured within after-evidence-capture",
    "consider removal-help after evidence-captured after police-advise",
}
"""TEE-C: 4.2 and 4.4, in the safe order."""

SITE = frozenset({"should report-to-site after first-report-made after police-advise"})
PROVIDER = frozenset({"should report-network-provider after first-report-made after police-advise"})

ADULT_ALONE = (
    LEAVE_ALONE
    | OFFICER
    | {
        "should line-manager",
        "should share-without-evidence",
        "police",
        "should childrens-social-care",
        "preserve-evidence",
        "police-checks by police",
        "should establish-access by police",
        "should childrens-social-care by police",
    }
)
"""TEE-D where no child is known: the talk, the referral to the police (read as must), and what the police do."""

COLLEAGUE_ALONE = LEAVE_ALONE | OFFICER | COLLEAGUE | {"should line-manager", "preserve-evidence"}
"""TEE-E where no child is involved and nothing is illegal."""

NO, HAS, UNSURE = {"held": "no"}, {"held": "yes"}, {"held": "unknown"}

B, D, E = "refer-both-children", "refer-adult", "allegation"


def _branch(
    name: str, flow: str, answers: dict[str, str], outcomes: tuple[str, ...], comes_to: frozenset[str]
) -> Branch:
    return Branch(name=name, flow=flow, answers=answers, outcomes=outcomes, comes_to=comes_to)


def _at_risk(name: str, answers: dict[str, str], onward: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "at-risk", answers, ("refer", *onward), AT_RISK | comes_to)


def _posted(name: str, answers: dict[str, str], onward: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    return _branch(name, "posted", answers | NO, ("posted-online", "refer", *onward), AT_RISK | POSTED | comes_to)


def _private(name: str, harmer: str, onward: tuple[str, ...], comes_to: frozenset[str]) -> Branch:
    answers = {"posted": "no", "harmer": harmer} | NO
    return _branch(name, "posted", answers, ("private", "refer", *onward), AT_RISK | CAREFULLY | comes_to)


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


RISK = {"at-risk": "yes"}
ONLINE = {"posted": "yes", "flag": "can"}

TEES_BRANCHES: tuple[Branch, ...] = (
    # --- a child at risk
    _at_risk("a child at risk, an adult", RISK | {"harmer": "adult"} | NO, (D,), ADULT),
    _at_risk("a child at risk, a child may have harmed", RISK | {"harmer": "child"} | NO, (B,), CHILD_HARMED),
    _at_risk("a child at risk, a colleague", RISK | {"harmer": "colleague"} | NO, (E, D), COLLEAGUE | ADULT),
    _at_risk("a child at risk, nobody identified", RISK | {"harmer": "none"} | NO, (), frozenset()),
    _at_risk("a child at risk, nobody knows who", RISK | {"harmer": "unknown"} | NO, (B, E, D), EVERYBODY),
    _at_risk(
        "a child at risk, a child and an adult",
        RISK | {"harmer": "child,adult"} | NO,
        (B, D),
        CHILD_HARMED | ADULT,
    ),
    _at_risk(
        "a child at risk, a child, a colleague and another adult",
        RISK | {"harmer": "child,colleague,adult"} | NO,
        (B, E, D),
        EVERYBODY,
    ),
    _at_risk("nobody knows whether a child is at risk", {"at-risk": "unknown", "harmer": "none"} | NO, (), frozenset()),
    _at_risk("material handed over", RISK | {"harmer": "none"} | HAS, (), HELD),
    _at_risk("perhaps material handed over", RISK | {"harmer": "adult"} | UNSURE, (D,), ADULT | HELD),
    _branch(
        "no concern, an assessment",
        "at-risk",
        {"at-risk": "no", "assessment": "yes"},
        ("ask-in-assessment",),
        LEAVE_ALONE | {"should ask-internet-use"},
    ),
    _branch(
        "no concern, no assessment",
        "at-risk",
        {"at-risk": "no", "assessment": "no"},
        ("not-covered",),
        LEAVE_ALONE | OFFICER,
    ),
    # --- a child who may have harmed
    _branch("a child", "child-harmed", {"harmer": "child"} | NO, (B, "refer"), AT_RISK | CHILD_HARMED),
    _branch(
        "a child, and a colleague",
        "child-harmed",
        {"harmer": "child,colleague"} | NO,
        (B, "refer", E, D),
        AT_RISK | EVERYBODY,
    ),
    _branch("nobody knows who", "child-harmed", {"harmer": "unknown"} | NO, (B, "refer", E, D), AT_RISK | EVERYBODY),
    _branch(
        "an adult after all", "child-harmed", {"harmer": "adult"} | NO, ("refer-child", "refer", D), AT_RISK | ADULT
    ),
    _branch("no other child", "child-harmed", {"harmer": "none"} | NO, ("refer-child", "refer"), AT_RISK),
    # --- images posted online, or sent
    _posted("posted by another child", ONLINE | {"harmer": "child"}, (B,), SITE | CHILD_HARMED),
    _posted("posted by an adult", ONLINE | {"harmer": "adult"}, (D,), SITE | ADULT),
    _posted("posted by a colleague", ONLINE | {"harmer": "colleague"}, (D, E), SITE | ADULT | COLLEAGUE),
    _posted("posted by the child who is shown", ONLINE | {"harmer": "none"}, (), SITE),
    _posted("posted, nobody knows by whom", ONLINE | {"harmer": "unknown"}, (B, D, E), SITE | EVERYBODY),
    _posted("posted, no way to report it", {"posted": "yes", "flag": "cannot", "harmer": "none"}, (), PROVIDER),
    _posted(
        "posted, nobody knows whether it can be reported",
        {"posted": "yes", "flag": "unknown", "harmer": "none"},
        (),
        SITE | PROVIDER,
    ),
    _posted(
        "nobody knows whether it is posted, or by whom",
        {"posted": "unknown", "flag": "unknown", "harmer": "unknown"},
        (B, D, E),
        SITE | PROVIDER | EVERYBODY,
    ),
    _private("sent privately, by the child who is shown", "none", (), frozenset()),
    _private("sent privately, by another child", "child", (B,), CHILD_HARMED),
    _private("sent privately, an adult", "adult", (D,), ADULT),
    _private("sent privately, nobody knows by whom", "unknown", (B, D, E), EVERYBODY),
    # --- an adult
    _branch(
        "an adult, no child known",
        "adult",
        {"child-known": "no", "harmer": "adult"},
        (D,),
        ADULT_ALONE | ACCESS,
    ),
    _branch(
        "an adult not identified, no child known", "adult", {"child-known": "no", "harmer": "none"}, (D,), ADULT_ALONE
    ),
    _branch(
        "an adult, a child known",
        "adult",
        {"child-known": "yes", "harmer": "adult"} | NO,
        (D, "refer"),
        AT_RISK | ADULT,
    ),
    _branch(
        "an adult, nobody knows whether of a child",
        "adult",
        {"child-known": "unknown", "harmer": "adult"} | NO,
        (D, "refer"),
        AT_RISK | ADULT,
    ),
    _branch(
        "an adult who works with children, no child known",
        "adult",
        {"child-known": "no", "harmer": "colleague"} | NO,
        (D, E, "refer"),
        AT_RISK | ADULT | COLLEAGUE,
    ),
    _branch(
        "an adult and a child, no child known to be harmed",
        "adult",
        {"child-known": "no", "harmer": "child,adult"} | NO,
        (D, "refer", B),
        AT_RISK | ADULT | CHILD_HARMED,
    ),
    _branch(
        "nobody knows who, no child known",
        "adult",
        {"child-known": "no", "harmer": "unknown"} | NO,
        (D, "refer", B, E),
        AT_RISK | EVERYBODY,
    ),
    # --- a colleague
    _branch(
        "a colleague, a child involved",
        "colleague",
        {"children-involved": "yes"} | NO,
        (E, "refer", D),
        AT_RISK | ADULT | COLLEAGUE,
    ),
    _branch(
        "a colleague, nobody knows whether a child is involved",
        "colleague",
        {"children-involved": "unknown"} | NO,
        (E, "refer", D),
        AT_RISK | ADULT | COLLEAGUE,
    ),
    _branch(
        "a colleague, a child involved, material handed over",
        "colleague",
        {"children-involved": "yes"} | HAS,
        (E, "refer", D),
        AT_RISK | ADULT | COLLEAGUE | HELD,
    ),
    _branch(
        "a colleague, perhaps an offence",
        "colleague",
        {"children-involved": "no", "offence": "yes"},
        ("allegation-offence", D),
        ADULT_ALONE | ACCESS | COLLEAGUE,
    ),
    _branch(
        "a colleague, nobody knows whether an offence",
        "colleague",
        {"children-involved": "no", "offence": "unknown"},
        ("allegation-offence", D),
        ADULT_ALONE | ACCESS | COLLEAGUE,
    ),
    _branch(
        "a colleague, inappropriate only",
        "colleague",
        {"children-involved": "no", "offence": "no"},
        ("allegation-only",),
        COLLEAGUE_ALONE,
    ),
    # --- each page by itself
    _page(
        "a child at risk, an adult",
        "at-risk",
        RISK | {"harmer": "adult"} | NO,
        "refer",
        AT_RISK | ACCESS | {"should police-checks by police"},
    ),
    _page(
        "a child at risk, a colleague",
        "at-risk",
        RISK | {"harmer": "colleague"} | NO,
        "refer",
        AT_RISK | ACCESS | {"should police-checks by police"},
    ),
    _page(
        "a child at risk, nobody knows who",
        "at-risk",
        RISK | {"harmer": "unknown"} | NO,
        "refer",
        AT_RISK | ACCESS | {"should police-checks by police"},
    ),
    _page("a child", "child-harmed", {"harmer": "child"}, B, (OPENING | CHILD_HARMED) - ACCESS),
    _page("no other child", "child-harmed", {"harmer": "none"}, "refer-child", OPENING),
    _page("posted by an adult", "posted", ONLINE | {"harmer": "adult"}, "posted-online", OPENING | POSTED | SITE),
    _page("sent privately", "posted", {"posted": "no"}, "private", OPENING | CAREFULLY),
    _page("a child known", "adult", {"child-known": "yes", "harmer": "adult"}, D, OPENING | ADULT),
    _page("no child known", "adult", {"child-known": "no", "harmer": "none"}, D, ADULT_ALONE),
    _page("a child involved", "colleague", {"children-involved": "yes"}, E, OPENING | COLLEAGUE),
    _page(
        "perhaps an offence",
        "colleague",
        {"children-involved": "no", "offence": "yes"},
        "allegation-offence",
        COLLEAGUE_ALONE | {"police"},
    ),
)
