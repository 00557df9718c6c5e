"""The shared words of all flows: codes of actions, cautions and limits, who acts, and how binding an act is.

One vocabulary for every area makes the areas comparable and testable: a code means the same act everywhere, whatever an
area's page calls it. Add a code when a source needs one; never give an old code a second meaning.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Force(IntEnum):
    """How binding a source makes an action; a greater value binds more."""

    MAY = 1
    CONSIDER = 2
    SHOULD = 3
    MUST = 4


class Urgency(IntEnum):
    """How soon an outcome wants action; a greater value is more urgent."""

    NO_LIMIT_PRINTED = 0
    SOON = 1
    TODAY = 2
    NOW = 3


class Basis(StrEnum):
    """Where a line comes from: the source says it, it is read out of the source, or the handbook adds it."""

    STATED = "stated"
    INFERRED = "inferred"
    HANDBOOK = "handbook"


class Phase(IntEnum):
    """When an action comes in the advice of a journey; actions of several flows are put in this order.

    Telling a manager and referring stand in one phase because telling never delays referring.
    """

    DANGER = 0
    REFER = 1
    ALLEGATIONS = 2
    EVIDENCE = 3
    PEOPLE = 4
    LATER = 5


YOU = "you"
"""The reader, as one who acts. Every other actor is a body that the area's words name."""

ACTORS = frozenset(
    {
        YOU,
        "police",
        "social-care",
        "police-and-social-care",
        "safeguarding-unit",
        "assessor",
        "lado",
        "employer",
        "strategy-meeting",
        "professionals-involved",
        "not-named",
    }
)
"""Who acts. `not-named` is for a source that names nobody.  `assessor`: whoever the area lets assess a child.

`professionals-involved`: those who deal with a case together, where a source gives them a task that is nobody's alone.
"""

ACTIONS: dict[str, tuple[Phase, str]] = {
    "emergency-999": (
        Phase.DANGER,
        "ring 999 when a child is in immediate danger (added by the handbook: no source has it)",
    ),
    "police": (Phase.REFER, "report or refer to the police (unit as the area names it)"),
    "childrens-social-care": (
        Phase.REFER,
        "refer to Children's Social Care (Wales: Social Services; Walsall also Children's Services)",
    ),
    "lado": (
        Phase.ALLEGATIONS,
        "consult the Local Authority Designated Officer (only where the source names the role)",
    ),
    "lado-strategy-meeting": (Phase.ALLEGATIONS, "separate strategy meeting chaired by the LADO"),
    "line-manager": (Phase.REFER, "tell or consult the line manager"),
    "safeguarding-lead": (Phase.REFER, "tell or consult the designated or nominated safeguarding lead or adviser"),
    "it-team": (Phase.EVIDENCE, "ICT department is told"),
    "critical-incident-report": (Phase.PEOPLE, "health professional completes a critical incident report"),
    "own-enquiries": (Phase.PEOPLE, "own organisation's initial enquiries, limited to what is reported"),
    "establish-access": (Phase.PEOPLE, "find out the person's access to children, family and work"),
    "strategy-discussion": (Phase.PEOPLE, "strategy discussion or meeting with police and social care"),
    "section-47": (Phase.PEOPLE, "Section 47 enquiry to be considered, started or carried out as the source says"),
    "joint-investigation": (Phase.PEOPLE, "police and social care investigate together"),
    "own-disciplinary": (Phase.PEOPLE, "own organisation's staff disciplinary procedure"),
    "pupil-disciplinary": (Phase.PEOPLE, "own pupil disciplinary measures or suitable sanction"),
    "planning-meeting": (Phase.PEOPLE, "multi-disciplinary planning meeting (residential)"),
    "allegations-procedure": (Phase.ALLEGATIONS, "area's allegations procedure for staff, volunteers, carers"),
    "whistleblowing": (Phase.REFER, "agency whistle-blowing procedure"),
    "safer-form": (Phase.REFER, "Tees SAFER Referral Form"),
    "preserve-evidence": (Phase.EVIDENCE, "secure or preserve evidence without altering or opening it"),
    "storage-agreement": (Phase.EVIDENCE, "expedited agreement on secure storage"),
    "judicial-guidance": (Phase.EVIDENCE, "consider seeking judicial guidance on handling material"),
    "parents-involved": (Phase.PEOPLE, "involve parents or carers early"),
    "support-offered": (Phase.PEOPLE, "offer support to the people affected"),
    "removal-help": (Phase.LATER, "help with removal of content"),
    "separate-referrals": (Phase.REFER, "separate referrals for child harmed and child who may have harmed"),
    "referral-for-child-who-harmed": (Phase.REFER, "referral in respect of the child who may have harmed"),
    "young-harm-procedure": (Phase.PEOPLE, "area's procedure for children who may have harmed others"),
    "harmful-behaviour-assessment": (Phase.LATER, "consider a sexually harmful behaviour assessment such as AIM"),
    "risk-assessment": (Phase.PEOPLE, "risk assessment or its listed questions"),
    "household-assessment": (Phase.PEOPLE, "assessment of children in the household, listed inputs"),
    "partner-interviewed-first": (Phase.PEOPLE, "interview the partner first and separately"),
    "removal-on-police-advice": (Phase.LATER, "content comes down when police say evidence is captured"),
    "working-agreement": (Phase.PEOPLE, "written working agreement or interim safeguards"),
    "consider-leaving-home": (Phase.PEOPLE, "consider asking the person alleged to have harmed to leave the home"),
    "regular-review": (Phase.PEOPLE, "keep measures or intervention under review"),
    "notify-other-areas": (Phase.PEOPLE, "consider notifying agencies in other areas or countries"),
    "record-incident": (Phase.PEOPLE, "record through own procedures, or record a decision"),
    "report-to-site": (Phase.LATER, "tell the site, network or platform"),
    "report-network-provider": (Phase.LATER, "tell the network provider when there is no flagging route"),
    "ceop": (Phase.LATER, "report or consider reporting to CEOP"),
    "iwf": (Phase.LATER, "report or consider reporting to the Internet Watch Foundation"),
    "terrorism-report": (Phase.REFER, "report at the gov.uk terrorism reporting page"),
    "follow-professional-procedures": (Phase.ALLEGATIONS, "follow the procedures for professionals"),
    "prevent-spoc": (Phase.REFER, "Prevent or Channel Single Point of Contact"),
    "school-advice": (Phase.LATER, "the child's school may advise and support"),
    "school-guidance": (Phase.LATER, "education guidance on sexting"),
    "radicalisation-procedure": (Phase.PEOPLE, "linked radicalisation procedure"),
    "raise-with-relevant-others": (Phase.PEOPLE, "raise with relevant others for inclusion in the risk assessment"),
    "take-seriously": (Phase.PEOPLE, "take the concern seriously (bullying)"),
    "anti-bullying-policy": (Phase.PEOPLE, "locally agreed thresholds and single-agency anti-bullying policy"),
    "support-both-children": (Phase.PEOPLE, "support and manage both child bullied and child who bullies"),
    "exploitation-protocol": (Phase.PEOPLE, "sexual exploitation procedure or protocol"),
    "organised-abuse-procedure": (Phase.PEOPLE, "organised and complex abuse procedure"),
    "consult-ceit": (Phase.PEOPLE, "liaise with the Child Exploitation Investigation Team (Lloyd House)"),
    "treat-as-victim": (Phase.PEOPLE, "treat the child primarily as a victim of abuse"),
    "treat-as-complex": (Phase.PEOPLE, "treat as potentially complex, other victims and abusers possible"),
    "protection-process": (Phase.REFER, "same child protection process as any concern"),
    "ask-police-or-cps": (Phase.LATER, "ask the police or Crown Prosecution Service about offences"),
    "employer-conduct-code": (Phase.REFER, "employing organisation or professional code, outside the protocol"),
    "share-new-information": (
        Phase.REFER,
        "tell the investigating police officer and social worker anything new (added by the handbook)",
    ),
    "share-without-evidence": (Phase.REFER, "share the concern even without evidence"),
    "persist": (Phase.PEOPLE, "do not be deterred by denial or resistance; keep monitoring together"),
    "cin-or-harm-assessment": (Phase.PEOPLE, "assess as child in need or at risk of significant harm"),
    "interview-considerations": (Phase.PEOPLE, "sensitive interview; consider whether video interviewing is right"),
    "ask-internet-use": (Phase.PEOPLE, "ask about internet and device use in assessment or investigation"),
    "child-protection-procedures": (Phase.REFER, "the area's child protection procedures are invoked"),
    "initial-conference": (Phase.PEOPLE, "consider an Initial Child Protection Conference"),
    "urgent-action-first": (
        Phase.REFER,
        "urgent action may come before the strategy meeting when the risk cannot wait",
    ),
    "individuals-who-pose-risk": (
        Phase.PEOPLE,
        "area's procedure for managing individuals who pose a risk of harm to children",
    ),
    "hr-it-legal-framework": (
        Phase.LATER,
        "human resources and IT staff know the legal framework for handling such material",
    ),
    "police-checks": (
        Phase.PEOPLE,
        "police check on the subject adult and other suspected adults and their contact with children",
    ),
    "handle-with-care": (Phase.PEOPLE, "handle the incident carefully, as safeguarding first"),
    "sites-shut-and-people-identified": (
        Phase.PEOPLE,
        "police see that sites are shut down and that victim and perpetrator are identified",
    ),
    "early-multi-agency-help": (Phase.PEOPLE, "multi-agency help early in the process"),
    "stop-it-now": (Phase.LATER, "the Stop it Now helpline, in addition to and never instead of a referral"),
    "record-viewing-decision": (Phase.EVIDENCE, "a decision to view is recorded apart"),
    "e-safety-resources": (Phase.LATER, "advice and resources only"),
    "child-social-worker": (Phase.PEOPLE, "tell the child's social worker (handbook addition)"),
}
"""Code of an action -> its phase and its meaning."""

CAUTIONS: dict[str, str] = {
    "do-not-delete": "do not delete image, message or data",
    "do-not-view": "do not view the imagery (or without good, clear, recorded reason)",
    "do-not-copy-or-send": "do not download, print, copy or send",
    "do-nothing-until-police-advise": "take no action with the image until police advise",
    "do-not-examine-device": "do not examine, switch on or interfere with equipment",
    "do-not-access-evidence": "do not try to access evidence",
    "do-not-alert-suspect": "do not alert the person suspected",
    "do-not-disclose-to-others": "do not discuss with anyone else, including partner or children",
    "do-not-report-anonymously": "practitioners do not report anonymously",
    "do-not-report-elsewhere-first": "no CEOP, IWF or site report before Social Services and/or police",
    "do-not-inform-parents-if-risk": "do not tell parents where it puts the child at risk",
    "do-not-remove-before-capture": "no removal until police have gathered the evidence",
    "do-not-explain-suspension": "reasons for a suspension may have to be withheld while police investigate",
}
"""Code of a caution (a "do not") -> its meaning."""

CLOCK_LIMITS = ("immediately", "same-day", "within-5-working-days", "within-45-working-days")
"""Limits measured by a clock, the shortest first."""

LIMITS: dict[str, str] = {
    "immediately": "at once",
    "same-day": "the same day",
    "on-arrest": "when the person is arrested",
    "within-5-working-days": "within 5 working days",
    "within-45-working-days": "single assessment timescale of 45 working days",
    "earliest-opportunity": "at the earliest opportunity",
    "early-stage": "at an early stage",
    "after-first-report": "only after Social Services and/or police have been told",
    "after-evidence-capture": "only once police have captured the evidence",
    "from-the-start": "from the start of work",
    "expedited": "quickly agreed",
}
"""Code of a time limit -> its meaning. Limits that are no clock limits name an event or a manner."""

WORKING_DAYS = {"within-5-working-days": 5, "within-45-working-days": 45}
"""Code of a limit -> how many working days it gives."""

DATED = frozenset({"same-day", *WORKING_DAYS})
"""Limits that end on a day, which can be told where the source says from when they count."""

STARTS: dict[str, str] = {
    "came-to-notice": "the day on which what makes the act due became known to whoever acts",
}
"""From when a limit counts -> its meaning."""

EVENTS = frozenset({"police-advise", "evidence-captured", "police-agree", "first-report-made"})
"""Events that an action may have to wait for, beside the codes of other actions."""

NEVER_WAIT = frozenset({"emergency-999", "police", "childrens-social-care", "lado"})
"""Actions that never wait for anything, so that no rule can delay protection."""

REMOVAL = frozenset({"removal-help", "removal-on-police-advice"})
"""Actions by which content comes down."""

OUTSIDE_REPORTS = frozenset({"ceop", "iwf", "report-to-site", "report-network-provider"})
"""Reports to others than police and social care."""

TELL_NOBODY = frozenset({"do-not-alert-suspect", "do-not-disclose-to-others"})
"""Cautions under which somebody at home may be the one who must not know."""

PROTECTIVE = frozenset(
    {
        "emergency-999",
        "police",
        "childrens-social-care",
        "safeguarding-lead",
        "line-manager",
        "lado",
        "lado-strategy-meeting",
        "allegations-procedure",
        "strategy-discussion",
        "section-47",
        "joint-investigation",
        "safer-form",
        "prevent-spoc",
        "preserve-evidence",
        "establish-access",
        "referral-for-child-who-harmed",
        "harmful-behaviour-assessment",
        "young-harm-procedure",
        "separate-referrals",
        "household-assessment",
        "notify-other-areas",
        *CAUTIONS,
    }
)
"""Reviewed: what a graver answer may never take away (checks.monotone). Not here, because a graver case may rightly
change them: telling parents, sanctions, own enquiries, sites, CEOP, IWF, removal, support."""
