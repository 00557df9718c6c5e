"""Where a note of what has changed stands in the register: told by its kind, its id, or itself."""

import pytest

from handbook.currency import risk_of, risk_problem
from pathways.publication import NoteWords


def note(kind: str = "currency", risk: str | None = None) -> NoteWords:
    return NoteWords(kind=kind, title="A change", text="It has changed.", risk=risk)


@pytest.mark.parametrize(
    ("id", "words", "risk"),
    [
        ("CUR-H7", note("to-check"), "hazard"),
        ("CUR-S1-DBY", note(), "error"),
        ("CUR-L15-TEE", note(), "law"),
        ("CUR-G1", note(), "guidance"),
        ("CUR-O4", note(), "organisation"),
        ("CUR-T10", note("to-check"), "words"),
        ("CUR-R1", note(), "resource"),
        ("B-19", note("suppressed"), "hazard"),
        ("CUR-L4-WSL", note(risk="hazard"), "hazard"),
        ("CUR-W1", note(risk="guidance"), "guidance"),
    ],
)
def test_risk_is_told_by_kind_or_id_or_by_the_note_itself(id: str, words: NoteWords, risk: str) -> None:
    assert risk_of(id, words) == risk
    assert risk_problem(id, words) is None


@pytest.mark.parametrize(
    ("id", "words", "what", "instead"),
    [
        ("CUR-W1", note(), "nothing says where CUR-W1 stands", "add risk: one of hazard, error, law"),
        ("N-OTHER", note("to-check"), "nothing says where N-OTHER stands", "add risk: one of hazard"),
        ("CUR-W1", note(risk="great"), "great is no risk", "use one of: hazard"),
        ("CUR-L1", note(risk="law"), "CUR-L1 gives a risk that its kind or id already tells", "take risk: out"),
        ("B-19", note("suppressed", risk="hazard"), "already tells", "take risk: out"),
        ("G-GAP", note("gap", risk="law"), "tells of no change", "take risk: out"),
    ],
)
def test_a_risk_that_is_missing_or_idle_is_named(id: str, words: NoteWords, what: str, instead: str) -> None:
    problem = risk_problem(id, words)
    assert problem is not None
    assert what in problem[0]
    assert instead in problem[1]


def test_other_notes_need_no_risk() -> None:
    assert risk_problem("G-GAP", note("gap")) is None
