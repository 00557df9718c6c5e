"""The duties of 5.5.5 to 5.5.7 that hold for every concern, whichever door the reader came through."""

from __future__ import annotations

from collections.abc import Callable

from pathways.conditions import Condition
from pathways.model import Action, Caution, Citations, Duty, Limit, handbook, inferred, stated
from pathways.vocabulary import Force

FROM_THE_START: tuple[Caution, ...] = (
    Caution(code="do-not-view", cites=inferred("B-54", "WAL-6-06") + stated("WAL-6-11")),
    Caution(code="do-not-examine-device", cites=inferred("B-54", "WAL-6-06") + stated("WAL-6-11")),
    Caution(code="do-not-access-evidence", cites=stated("WAL-6-11", "WAL-6-09")),
    Caution(code="do-not-delete", cites=inferred("B-54", "WAL-6-06")),
    Caution(code="do-not-copy-or-send", cites=inferred("C-24-WAL", "WAL-6-10", "WAL-6-11")),
)
"""From the first question on: nothing is opened, spoilt or passed on."""

LEAD = Action(code="safeguarding-lead", force=Force.SHOULD, cites=handbook("HB-72"))
"""The handbook's own, behind the first report; without a condition, so that no graver answer can lose it."""

IMMEDIATELY = Limit(code="immediately", cites=stated("WAL-5-04"))

AFTER_FIRST_REPORT = Limit(code="after-first-report", cites=stated("WAL-5-10", "WAL-6-12"))


def first_report(when: Condition | None = None, cite: Callable[..., Citations] = stated) -> tuple[Duty, ...]:
    """Social Services and police, at once and first; `cite` says whether the source states it for this case."""
    return (
        Caution(code="do-not-report-elsewhere-first", when=when, cites=cite("WAL-5-10", "WAL-6-12", "WAL-7-01")),
        Caution(code="do-not-alert-suspect", when=when, cites=handbook("HB-71")),
        Action(
            code="childrens-social-care",
            when=when,
            contact="childrens-social-care",
            within=(IMMEDIATELY,),
            cites=cite("WAL-5-03", "WAL-5-04", "WAL-7-01"),
        ),
        Action(
            code="police",
            when=when,
            contact="police",
            within=(IMMEDIATELY,),
            cites=cite("WAL-5-03", "WAL-5-04", "WAL-7-01"),
        ),
        Action(code="protection-process", when=when, cites=cite("WAL-5-02")),
        Action(code="preserve-evidence", when=when, cites=stated("WAL-6-10") + handbook("HB-03")),
        Action(code="treat-as-complex", when=when, force=Force.SHOULD, cites=cite("WAL-5-05", "WAL-5-06")),
    )


def spoc(when: Condition | None = None) -> Action:
    """The referral to the Prevent or Channel SPOC, which the process must include; nobody is named who makes it."""
    return Action(
        code="prevent-spoc",
        by="not-named",
        when=when,
        within=(Limit(code="after-first-report", cites=stated("WAL-3-34")),),
        after=frozenset({"first-report-made"}),
        cites=stated("WAL-3-34", "WAL-3-35"),
    )


def child_social_worker(when: Condition | None = None) -> Action:
    """The child's own social worker hears of it as well: the handbook's own line."""
    return Action(code="child-social-worker", when=when, force=Force.SHOULD, cites=handbook("HB-70"))


def read_as(note: str) -> Callable[..., Citations]:
    """Citations that are inferred for the reason that a note gives."""
    return lambda *clauses: inferred(note, *clauses)
