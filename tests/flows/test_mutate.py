"""The mutation check itself: it makes every mutant, catches what it should, and would show a survivor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.mutate import MutationReport, Verdict, difference, judge, mutants
from pathways.flows import AREAS
from pathways.flows.stockport import STOCKPORT
from pathways.model import Area, Duty


def _number(what: str) -> int:
    (found,) = [number for number, mutant in enumerate(mutants("stockport")) if mutant.what == what]
    return found


def _without(code: str) -> Area:
    def kept(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
        return tuple(duty for duty in duties if duty.code != code)

    return replace(STOCKPORT, flows=tuple(replace(flow, duties=kept(flow.duties)) for flow in STOCKPORT.flows))


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_every_piece_is_dropped_in_some_mutant(area: Area) -> None:
    made = [mutant.what for mutant in mutants(area.id)]
    for flow in area.flows:
        own = [what for what in made if what.startswith((f"{flow.id}:", f"{flow.id},"))]
        dropped = [what for what in own if ": drop the route " in what]
        assert len(dropped) == sum(len(question.routes) for question in flow.questions)
        for duty in flow.all_duties():
            assert any(f": drop {duty.code}" in what for what in own)
        for onward in flow.goes_on:
            assert any(f": drop going on to {onward.flow}" in what for what in own)


@pytest.mark.parametrize(
    "what",
    [
        "stockport/other-content: drop child-social-worker when content=birth-family,unknown",
        "stockport/other-content: drop content=unknown of child-social-worker when content=birth-family,unknown",
        "stockport/other-content: make child-social-worker when content=birth-family,unknown a consider",
        "stockport/appendix-c, sender: lead the route unknown -> joint to no-route",
        "stockport/discovery, what: drop unknown from the route grooming,images,other,unknown -> who",
    ],
)
def test_a_mutant_is_caught(what: str) -> None:
    verdict = judge("stockport", _number(what))
    assert verdict.by is not None
    assert verdict.shown is None


def test_a_case_shows_what_a_change_does() -> None:
    shown = difference(STOCKPORT, _without("exploitation-protocol"))
    assert shown is not None
    assert shown.startswith("handbook advise stockport/other-content --answer content=")
    assert "exploitation" in shown or "unknown" in shown


def test_no_case_is_shown_when_nothing_changes() -> None:
    same = replace(STOCKPORT, flows=tuple(replace(flow) for flow in STOCKPORT.flows))
    assert difference(STOCKPORT, same) is None


def test_a_report_tells_survivors_from_the_idle() -> None:
    report = MutationReport(
        verdicts=(Verdict(what="a", by="a case"), Verdict(what="b", shown="handbook advise x"), Verdict(what="c")),
        seconds=1,
    )
    assert [verdict.what for verdict in report.caught] == ["a"]
    assert [verdict.what for verdict in report.survivors] == ["b"]
    assert [verdict.what for verdict in report.idle] == ["c"]
