"""The mutation check itself: it makes every mutant, catches what it should, and would show a survivor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.data import MutantCount, Mutants, Survivor, logic_hash
from handbook.mutate import MutationReport, Verdict, counted, difference, judge, mutants, written
from handbook.reader import Reader
from pathways.flows import AREAS
from pathways.flows.stockport import STOCKPORT
from pathways.model import Area, Duty


def _number(what: str) -> int:
    (found,) = [number for number, mutant in enumerate(mutants("stockport")) if f"{mutant.flow}: {mutant.what}" == what]
    return found


def _without(code: str) -> Area:
    def kept(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
        return tuple(duty for duty in duties if duty.code != code)

    return replace(STOCKPORT, flows=tuple(replace(flow, duties=kept(flow.duties)) for flow in STOCKPORT.flows))


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_every_piece_is_dropped_in_some_mutant(area: Area) -> None:
    for flow in area.flows:
        own = [mutant.what for mutant in mutants(area.id) if mutant.flow == flow.id]
        dropped = [what for what in own if "drop the route " in what]
        assert len(dropped) == sum(len(question.routes) for question in flow.questions)
        for duty in flow.all_duties():
            assert any(f"drop {duty.code}" in what for what in own)
        for onward in flow.goes_on:
            assert any(f"drop going on to {onward.flow}" in what for what in own)


@pytest.mark.parametrize(
    "what",
    [
        "stockport/other-content: drop child-social-worker when content=birth-family,unknown",
        "stockport/other-content: drop content=unknown of child-social-worker when content=birth-family,unknown",
        "stockport/other-content: make child-social-worker when content=birth-family,unknown a consider",
        "stockport/appendix-c: at sender, lead the route unknown -> joint to no-route",
        "stockport/discovery: at what, drop unknown from the route grooming,images,other,unknown -> who",
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


REPORT = MutationReport(
    verdicts=(
        Verdict(flow="stockport/discovery", what="drop police", by="a case: SC-1 lacks police"),
        Verdict(flow="stockport/discovery", what="drop lado", by="a case: SC-2 lacks lado"),
        Verdict(flow="stockport/discovery", what="drop ceop", by="the model: it never waits"),
        Verdict(flow="tees/adult", what="drop iwf", shown="handbook advise tees/adult"),
        Verdict(flow="tees/adult", what="make police a consider"),
    ),
    seconds=1,
)


def test_a_report_tells_survivors_from_the_idle() -> None:
    assert [verdict.what for verdict in REPORT.caught] == ["drop police", "drop lado", "drop ceop"]
    assert [verdict.name for verdict in REPORT.survivors] == ["tees/adult: drop iwf"]
    assert [verdict.what for verdict in REPORT.idle] == ["make police a consider"]


def test_the_counts_that_are_kept_are_those_of_the_report_and_can_be_read_again(tmp_path: Path) -> None:
    kept = counted(REPORT)
    assert kept.logic == logic_hash()
    assert kept.areas["stockport"] == MutantCount(mutants=3, idle=0, caught={"a case": 2, "the model": 1})
    survivor = Survivor(flow="tees/adult", what="drop iwf", unnoticed_in="handbook advise tees/adult")
    assert kept.areas["tees"] == MutantCount(mutants=2, idle=1, caught={}, survived=(survivor,))
    reader = Reader(tmp_path)
    assert reader.parse(Mutants, written(kept), "mutants.yml") == kept
    assert reader.troubles == []
