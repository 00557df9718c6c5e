"""Properties of walk and advice on any answers at all, not only on those that a reader can give."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.branches import signature
from pathways.advice import Advice, advise
from pathways.because import reasons
from pathways.flows import AREAS
from pathways.model import Area, Flow, Question
from pathways.walk import Answers, Walk, walk

flows = st.sampled_from([(area, flow) for area in AREAS for flow in area.flows])


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Area, Flow, list[tuple[str, frozenset[str]]]]:
    """A journey from any flow, as the answers in the order asked; it may end at any question."""
    area, flow = draw(flows)
    given_answers: list[tuple[str, frozenset[str]]] = []
    while (question := walk(area, flow.id, dict(given_answers)).open) and draw(st.integers(0, 9)):
        given_answers.append((question.id, draw(st.sampled_from(question.answers()))))
    return area, flow, given_answers


@st.composite
def cases(draw: st.DrawFn) -> tuple[Area, Flow, dict[str, frozenset[str]]]:
    """A flow with answers to any of its area's questions, whether a reader could give them there or not."""
    area, flow = draw(flows)
    questions: dict[str, Question] = {question.id: question for one in area.flows for question in one.questions}
    some = draw(st.lists(st.sampled_from(sorted(questions)), unique=True))
    return area, flow, {id: draw(st.sampled_from(questions[id].answers())) for id in some}


def _place(here: Walk) -> object:
    """Where a walk stands, and all that it says."""
    return (
        [(p.flow.id, p.outcome and p.outcome.id, p.is_provisional, len(p.steps)) for p in here.passages],
        here.facts,
        here.handed_on,
        here.open and here.open.id,
        _said(advise(here)),
    )


def _said(advice: Advice) -> object:
    return (
        advice.urgency,
        [(one.duty, one.flow, one.is_provisional) for one in advice.actions],
        [(one.duty, one.flow, one.is_provisional) for one in advice.cautions],
        advice.notes,
    )


@given(journeys())
def test_replay_equals_step_by_step(drawn: tuple[Area, Flow, list[tuple[str, frozenset[str]]]]) -> None:
    """Sending one answer more to where the journey stands is the same as sending all of them at once."""
    area, flow, given_answers = drawn
    here = walk(area, flow.id, {})
    for question, answer in given_answers:
        assert here.open is not None
        assert here.open.id == question
        here = walk(area, flow.id, {**here.answers(), question: answer})
    assert _place(here) == _place(walk(area, flow.id, dict(given_answers)))


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_answers_changes_nothing(
    case: tuple[Area, Flow, dict[str, frozenset[str]]], random: object
) -> None:
    area, flow, answers = case
    mixed = list(answers.items())
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert _place(walk(area, flow.id, answers)) == _place(walk(area, flow.id, dict(mixed)))


@given(journeys())
def test_what_is_already_certain_stays(drawn: tuple[Area, Flow, list[tuple[str, frozenset[str]]]]) -> None:
    """Each answer more only adds: no act is lost, loses force, and no caution goes."""
    area, flow, given_answers = drawn
    forces: dict[tuple[str, str, str | None], int] = {}
    cautions: frozenset[str] = frozenset()
    answers: dict[str, frozenset[str]] = {}
    for step in range(len(given_answers) + 1):
        answers = dict(given_answers[:step])
        advice = advise(walk(area, flow.id, answers))
        now = {one.duty.key: int(one.duty.force) for one in advice.actions}
        assert all(now.get(key, -1) >= force for key, force in forces.items())
        assert cautions <= advice.caution_codes()
        forces, cautions = now, advice.caution_codes()


@given(cases())
def test_answers_that_do_not_belong_come_back(case: tuple[Area, Flow, dict[str, frozenset[str]]]) -> None:
    area, flow, answers = case
    here = walk(area, flow.id, answers)
    assert dict(here.unused) == {id: answer for id, answer in answers.items() if id not in here.answers()}
    assert _place(walk(area, flow.id, here.answers())) == _place(here)


@given(flows, st.dictionaries(st.text(max_size=12), st.frozensets(st.text(max_size=8), max_size=3), max_size=4))
def test_nonsense_is_never_used(where: tuple[Area, Flow], answers: Answers) -> None:
    area, flow = where
    known = {question.id for one in area.flows for question in one.questions}
    here = walk(area, flow.id, answers)
    assert set(answers) - known <= set(here.unused)
    assert all(step.question.allows(step.answer) for passage in here.passages for step in passage.steps)


@given(cases())
def test_an_action_comes_after_those_it_waits_for(case: tuple[Area, Flow, dict[str, frozenset[str]]]) -> None:
    area, flow, answers = case
    order = [one.duty for one in advise(walk(area, flow.id, answers)).actions]
    places = {duty.code: place for place, duty in enumerate(order)}
    for place, duty in enumerate(order):
        assert all(places[code] < place for code in duty.after if code in places)


@given(cases())
def test_everything_said_has_a_reason_that_holds(case: tuple[Area, Flow, dict[str, frozenset[str]]]) -> None:
    """Whatever was answered, and however far the journey has come."""
    area, flow, answers = case
    here = walk(area, flow.id, answers)
    advice = advise(here)
    why = reasons(here)
    assert why.keys() == {one.duty.key for one in advice.actions} | {one.duty.key for one in advice.cautions}
    for reason in why.values():
        assert reason.facts or reason.always or reason.through
        for fact in reason.facts:
            assert fact.options
            assert fact.options <= here.facts[fact.question]
            assert (fact.carried_from is None) == (fact.question in here.answers())


@given(cases())
@settings(max_examples=30)
def test_advice_is_the_same_every_time(case: tuple[Area, Flow, dict[str, frozenset[str]]]) -> None:
    area, flow, answers = case
    assert signature(advise(walk(area, flow.id, answers))) == signature(advise(walk(area, flow.id, dict(answers))))
