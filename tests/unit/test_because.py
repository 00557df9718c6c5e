"""Why a duty stands in an advice: the answers named are those that led to it, all of them and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathways.advice import advise, holding
from pathways.because import Because, Fact, Wait, reasons
from pathways.conditions import Facts, Is, holds
from pathways.flows import AREAS
from pathways.model import Action, Area, Caution, Duty, Flow
from pathways.paths import all_journeys
from pathways.walk import Passage, Walk, walk
from tests.support.sample import FIRST, SAMPLE, SECOND


def like_duties(here: Walk) -> dict[object, list[tuple[Passage, Duty]]]:
    """The duties that hold, those that are merged into one together."""
    found: dict[object, list[tuple[Passage, Duty]]] = {}
    for passage, duty in holding(here):
        found.setdefault(duty.key, []).append((passage, duty))
    return found


def is_reached(here: Walk, passage: Passage, facts: Facts) -> bool:
    """Whether these facts alone lead to a flow of the journey."""
    place = here.passages.index(passage)
    return place == 0 or any(
        onward.flow == passage.flow.id and holds(onward.when, facts) and is_reached(here, before, facts)
        for before in here.passages[:place]
        for onward in before.flow.goes_on
    )


def comes_to_its_outcome(passage: Passage, facts: Facts) -> bool:
    """Whether these facts alone decide each turn on the way to the outcome of a flow."""
    turns = [step for step in passage.steps if len({route.to for route in step.question.routes}) > 1]
    return all(
        step.question.id in facts and step.question.next(facts[step.question.id]) == step.question.next(step.answer)
        for step in turns
    )


def is_given(here: Walk, alike: list[tuple[Passage, Duty]], facts: Facts) -> bool:
    """Whether these facts alone give one of like duties, all of which `here` has."""
    return any(
        holds(one.when, facts)
        and is_reached(here, passage, facts)
        and (one in passage.flow.duties or one.code == "emergency-999" or comes_to_its_outcome(passage, facts))
        for passage, one in alike
    )


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_on_every_journey_the_answers_named_are_those_that_led_to_each_duty(area: Area) -> None:
    """They suffice for it, without them it is not given, and each was chosen. Nothing stands there without a reason."""
    for here in all_journeys(area):
        advice = advise(here)
        codes = advice.action_codes() | advice.caution_codes()
        answered = here.answers()
        held = like_duties(here)
        why = reasons(here)
        duties: list[Duty] = [given.duty for given in advice.actions]
        duties += [given.duty for given in advice.cautions]
        assert why.keys() == {duty.key for duty in duties}
        for duty in duties:
            told = why[duty.key]
            alike = held[duty.key]
            where = (here.flow.id, answered, duty.code)
            assert told.facts or told.always or told.through, where

            named = {fact.question: fact.options for fact in told.facts}
            assert list(named) == [question for question in here.facts if question in named], where
            assert all(options and options <= here.facts[question] for question, options in named.items()), where
            assert {fact.question for fact in told.facts if fact.carried_from is None} == named.keys() & answered, where
            assert is_given(here, alike, named), where

            others = {question: answer for question, answer in here.facts.items() if question not in named}
            whole = [passage for passage in here.passages if passage.flow.id in told.through]
            in_every_case = bool(told.always) or any(is_reached(here, passage, {}) for passage in whole)
            assert is_given(here, alike, others) == in_every_case, where

            waits = duty.after if isinstance(duty, Action) else frozenset()
            own = {code for _, one in alike if isinstance(one, Action) for code in one.after}
            assert waits - own == ({told.wait.event} if told.wait else set()), where
            assert not told.wait or {one.code for _, one in told.wait.makers} <= codes, where


def answers(**given: str) -> dict[str, frozenset[str]]:
    return {question: frozenset(options.split()) for question, options in given.items()}


def of(flow: Flow, code: str) -> Duty:
    return next(duty for duty in flow.duties if duty.code == code)


class TestSample:
    """Each kind of reason, told as it is."""

    here = walk(SAMPLE, "sample/first", answers(seen="image message", known="yes"))

    def told(self, flow: Flow, code: str) -> Because:
        return reasons(self.here)[of(flow, code).key]

    def test_only_the_options_that_count_are_named(self) -> None:
        told = self.told(FIRST, "removal-help")
        assert told.facts == (Fact(question="seen", options=frozenset({"image"}), flow="sample/first"),)
        assert told.always is None

    def test_a_wait_that_a_rule_of_all_areas_adds_names_what_makes_it(self) -> None:
        told = self.told(FIRST, "removal-help")
        assert told.wait == Wait(event="evidence-captured", makers=(("sample/first", of(FIRST, "police")),))
        assert self.told(FIRST, "police").wait is None

    def test_a_merged_duty_names_what_led_to_each_of_its_parts(self) -> None:
        told = self.told(FIRST, "childrens-social-care")
        assert [fact.question for fact in told.facts] == ["seen", "known"]
        assert told.through == ("sample/second",)

    def test_what_a_flow_gives_in_every_case_names_no_answer(self) -> None:
        assert self.told(FIRST, "line-manager") == Because(always="sample/first")

    def test_a_fact_that_was_handed_on_names_the_flow_that_did(self) -> None:
        second = Action(code="section-47", when=Is("who", "adult"), cites=FIRST.cites)
        area = with_duties(SECOND, second)
        told = reasons(walk(area, "sample/first", answers(seen="image", known="unknown")))[second.key]
        known, who = told.facts
        assert (known.question, known.options, known.carried_from) == ("known", frozenset({"unknown"}), None)
        assert (who.question, who.flow, who.carried_from) == ("who", "sample/second", "sample/first")

    def test_a_duty_of_an_outcome_names_the_answers_that_led_there(self) -> None:
        own = Caution(code="do-not-view", cites=FIRST.cites)
        (end,) = FIRST.outcomes
        flow = replace(FIRST, outcomes=(replace(end, duties=(own,)),))
        here = walk(replace(SAMPLE, flows=(flow, SECOND)), "sample/first", answers(seen="message", known="no"))
        # Every answer to "known" leads to the same end: it decides nothing.
        assert [fact.question for fact in reasons(here)[own.key].facts] == ["seen"]


def with_duties(flow: Flow, *more: Duty) -> Area:
    """The sample with more duties in one of its flows."""
    changed = replace(flow, duties=flow.duties + more)
    return replace(SAMPLE, flows=tuple(changed if one is flow else one for one in SAMPLE.flows))
