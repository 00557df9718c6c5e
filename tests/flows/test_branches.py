"""Every area is proved, and every branch that its source contains comes to what the source says."""

from __future__ import annotations

import pytest

from handbook.branches import BRANCHES, Branch, wrong
from pathways.checks import prove
from pathways.flows import AREAS
from pathways.model import Area
from pathways.paths import all_journeys

each_area = pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)


@each_area
def test_the_area_is_proved(area: Area) -> None:
    proof = prove(area)
    assert proof.problems == ()
    assert proof.flows == len(area.flows)
    assert proof.journeys >= 100
    assert proof.comparisons > proof.journeys
    assert proof.exemptions_used == area.exemptions


@pytest.mark.parametrize(
    ("area", "branch"),
    [(area, branch) for area in AREAS for branch in BRANCHES[area.id]],
    ids=[f"{area.id}: {branch.name}" for area in AREAS for branch in BRANCHES[area.id]],
)
def test_branch(area: Area, branch: Branch) -> None:
    """All that the branch comes to, with who acts, how binding and after what, and nothing else."""
    assert list(wrong(area, branch)) == []


@each_area
def test_each_branch_is_a_path_of_its_own(area: Area) -> None:
    ways = {
        (branch.is_alone, branch.flow, *((step.question.id, step.answer) for step in branch.walk(area).asked()))
        for branch in BRANCHES[area.id]
    }
    assert len(ways) == len(BRANCHES[area.id])
    assert len({branch.name for branch in BRANCHES[area.id]}) == len(BRANCHES[area.id])


@each_area
def test_at_most_five_questions(area: Area) -> None:
    most = max(all_journeys(area), key=lambda journey: len(journey.asked()))
    assert len(most.asked()) <= 5, [step.question.id for step in most.asked()]


@each_area
def test_every_outcome_of_every_flow_is_on_a_branch(area: Area) -> None:
    reached = {
        (passage.flow.id, passage.outcome.id)
        for branch in BRANCHES[area.id]
        for passage in branch.walk(area).passages
        if passage.outcome
    }
    assert reached == {(flow.id, outcome.id) for flow in area.flows for outcome in flow.outcomes}


@each_area
def test_every_answer_is_given_on_a_branch(area: Area) -> None:
    given_answers = {
        (question, option)
        for branch in BRANCHES[area.id]
        for question, options in branch.answers.items()
        for option in options.split(",")
    }
    possible = {(q.id, option) for flow in area.flows for q in flow.questions for option in q.all_options}
    assert given_answers == possible
