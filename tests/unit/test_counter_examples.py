"""A journey that breaks a rule comes as a case: pasted, it is a case like any other and names the same fault."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from handbook.checking import proof_troubles
from handbook.counter_examples import free_ids, told_once
from handbook.data import ROOT, Scenario, Scenarios
from handbook.reader import Reader, Trouble
from handbook.scenarios import faults
from pathways.checks import prove
from pathways.conditions import Is
from pathways.flows.stockport import STOCKPORT
from pathways.model import Action, Area, Limit
from pathways.vocabulary import Force
from tests.support.flows import library, without
from tests.support.sample import CITES, FIRST, SAMPLE

MILDER, GRAVER = Is("seen", "image", "message"), Is("seen", "unknown")


WITHOUT_POLICE = without(STOCKPORT, "police")


def with_police(*police: Action) -> Area:
    """The sample, where these say when the police are told."""
    others = tuple(duty for duty in FIRST.duties if duty.code != "police")
    return replace(SAMPLE, flows=(replace(FIRST, duties=(*others, *police)), *SAMPLE.flows[1:]))


def within(code: str) -> tuple[Limit, ...]:
    return (Limit(code=code, cites=CITES),)


def cases(area: Area) -> Iterator[tuple[Trouble, Scenario]]:
    """What is printed for each rule that an area breaks, with the case as the strict reader finds it in a file."""
    for trouble in proof_troubles(ROOT, library(), area):
        if trouble.more:
            reader = Reader(ROOT)
            read = reader.parse(Scenarios, f"scenarios:\n{trouble.more}\n", "pasted.yml")
            assert reader.troubles == []
            assert read is not None
            (case,) = read.scenarios
            yield trouble, case


@pytest.mark.parametrize(
    ("area", "said", "fault"),
    [
        (WITHOUT_POLICE, "a journey lacks police", "lacks police"),
        (without(STOCKPORT, "do-not-delete"), "a journey lacks do-not-delete", "lacks do-not-delete"),
        (without(STOCKPORT, "lado"), "a journey lacks lado", "lacks lado"),
        (
            with_police(Action(code="police", when=MILDER, cites=CITES)),
            "a graver answer to seen loses police",
            "lacks police",
        ),
        (
            with_police(
                Action(code="police", when=MILDER, within=within("immediately"), cites=CITES),
                Action(code="police", when=GRAVER, within=within("same-day"), cites=CITES),
            ),
            "a graver answer to seen gives more time for police",
            "police lacks immediately",
        ),
        (
            with_police(
                Action(code="police", when=MILDER, within=within("on-arrest"), cites=CITES),
                Action(code="police", when=GRAVER, cites=CITES),
            ),
            "a graver answer to seen loses the limit on-arrest of police",
            "police lacks on-arrest",
        ),
    ],
    ids=["action", "caution", "allegations", "graver loses", "graver is later", "graver has no limit"],
)
def test_the_printed_case_names_the_same_fault(area: Area, said: str, fault: str) -> None:
    printed = [(trouble, case) for trouble, case in cases(area) if said in trouble.what]
    assert printed
    for _, case in printed:
        assert fault in list(faults(area, case))
        # All else about it is in order: what it answers is asked, and its gaps stand where words are wanted.
        assert all(found.endswith(fault) for found in faults(area, case))


def test_a_mended_flow_gives_the_case_what_it_must_get() -> None:
    for _, case in cases(WITHOUT_POLICE):
        assert list(faults(STOCKPORT, case)) == []


def test_the_case_is_that_of_the_command_beside_it() -> None:
    for trouble, case in cases(WITHOUT_POLICE):
        answers = " ".join(f"--answer {question}={','.join(fact.answer)}" for question, fact in case.given.items())
        assert f"handbook advise {case.entry} {answers}" in trouble.what


def test_a_rule_that_no_case_can_state_says_so() -> None:
    weak = with_police(
        Action(code="police", when=MILDER, cites=CITES),
        Action(code="police", when=GRAVER, force=Force.SHOULD, cites=CITES),
    )
    (found,) = [trouble for trouble, _ in cases(weak) if "weakens police from must to should" in trouble.what]
    assert "# A case cannot say what this rule wants" in found.more
    assert all("# A case cannot" not in trouble.more for trouble, _ in cases(WITHOUT_POLICE))


def test_ids_are_free_and_follow_one_another() -> None:
    ids = [case.id for _, case in cases(WITHOUT_POLICE)]
    taken = [case.id for case in library().scenarios["stockport"].scenarios]
    last = int(max(taken).rpartition("-")[2])
    assert ids == [f"SC-STK-{last + number}" for number in range(1, len(ids) + 1)]
    assert next(free_ids(library(), "sample")) == "SC-SAMPLE-01"


def test_what_many_journeys_break_is_told_once_for_each_tool_with_the_shortest() -> None:
    problems = prove(WITHOUT_POLICE).problems
    told = told_once(problems)
    assert sum(others + 1 for _, others in told) == len(problems) > 1000
    assert sorted(problem.flow for problem, _ in told) == sorted(flow.id for flow in STOCKPORT.flows)
    for problem, _ in told:
        lengths = [len(one.shown_by.walk.asked()) for one in problems if one.shown_by and one.flow == problem.flow]
        assert problem.shown_by
        assert len(problem.shown_by.walk.asked()) == min(lengths)


def test_problems_that_no_journey_shows_are_all_told() -> None:
    never = tuple(Action(code=code, when=Is("who", "child"), cites=CITES) for code in ("it-team", "iwf"))
    alone = replace(SAMPLE, flows=(replace(FIRST, duties=(*FIRST.duties, *never), goes_on=()), *SAMPLE.flows[1:]))
    told = [problem.what for problem, _ in told_once(prove(alone).problems)]
    assert len([what for what in told if "is never given" in what]) == 2
