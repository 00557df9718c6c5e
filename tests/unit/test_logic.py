"""Walk, journeys and advice on a small area."""

import pytest

from pathways.advice import advise, group
from pathways.conditions import AllOf, AnyOf, Is
from pathways.model import OTHERWISE, UNKNOWN, Action, FlowError, Order, Question, inferred, route, stated
from pathways.paths import journeys
from pathways.vocabulary import Force, Urgency
from pathways.walk import walk
from tests.support.sample import CITES, SAMPLE, SEEN, question


def answers(**chosen: str) -> dict[str, frozenset[str]]:
    return {id: frozenset(options.split(",")) for id, options in chosen.items()}


class TestConditions:
    def test_a_question_that_was_not_asked_satisfies_nothing(self) -> None:
        assert not Is("seen", "image").holds({})

    def test_any_of_several_options_is_enough(self) -> None:
        assert Is("seen", "image", "message").holds(answers(seen="message"))

    def test_all_of_needs_every_part(self) -> None:
        both = AllOf(Is("seen", "image"), Is("known", "yes"))
        assert both.holds(answers(seen="image", known="yes"))
        assert not both.holds(answers(seen="image", known="no"))

    def test_any_of_needs_one_part(self) -> None:
        assert AnyOf(Is("seen", "image"), Is("known", "yes")).holds(answers(known="yes"))

    def test_joining_one_condition_is_refused(self) -> None:
        with pytest.raises(ValueError, match="two conditions or more"):
            AllOf(Is("seen", "image"))


class TestModel:
    def test_nothing_is_made_without_a_citation(self) -> None:
        with pytest.raises(FlowError, match="cites no clause"):
            Action(code="police", cites=())

    def test_an_unknown_code_is_refused(self) -> None:
        with pytest.raises(FlowError, match=r"not in vocabulary\.py"):
            Action(code="polise", cites=CITES)

    def test_the_police_never_wait(self) -> None:
        with pytest.raises(FlowError, match="never waits"):
            Action(code="police", cites=CITES, after=frozenset({"line-manager"}))

    def test_an_inferred_citation_says_why(self) -> None:
        with pytest.raises(FlowError, match="names the note that says why"):
            inferred(None, "STK-7ai-01")  # type: ignore[arg-type]

    def test_a_line_of_the_handbook_is_never_cited_as_the_source(self) -> None:
        with pytest.raises(FlowError, match="HB-"):
            stated("HB-01")

    def test_a_question_nobody_can_be_unsure_of_says_why(self) -> None:
        with pytest.raises(FlowError, match="nobody can be unsure"):
            question("q", "end", unknown=False)

    def test_a_checklist_allows_several_but_not_none_beside_one(self) -> None:
        assert SEEN.allows(frozenset({"image", "message"}))
        assert not SEEN.allows(frozenset({"image", "none"}))
        assert not SEEN.allows(frozenset())

    def test_a_single_choice_allows_one(self) -> None:
        one = question("q", "end")
        assert one.allows(frozenset({UNKNOWN}))
        assert not one.allows(frozenset({"no", "yes"}))

    def test_the_first_route_that_fits_is_taken(self) -> None:
        both = Question(
            id="q",
            order=Order.CHECKLIST,
            options=("a", "b"),
            cites=CITES,
            routes=(route({"a"}, "x", CITES), route({"b"}, "y", CITES), route(OTHERWISE, "z", CITES)),
        )
        assert [both.next(frozenset(answer)) for answer in ({"a", "b"}, {"b"}, {"none"})] == ["x", "y", "z"]


class TestWalk:
    def test_it_stops_at_the_open_question(self) -> None:
        here = walk(SAMPLE, "sample/first", answers(seen="image"))
        assert here.open is not None
        assert here.open.id == "known"

    def test_it_goes_on_and_hands_on_what_is_known(self) -> None:
        here = walk(SAMPLE, "sample/first", answers(seen="image", known="yes"))
        assert here.is_complete
        assert [passage.flow.id for passage in here.passages] == ["sample/first", "sample/second"]
        assert here.handed_on == {"who"}
        assert [step.asked for step in here.here.steps] == [False]

    def test_it_is_gone_on_to_provisionally_when_only_not_knowing_leads_there(self) -> None:
        assert walk(SAMPLE, "sample/first", answers(seen="image", known="unknown")).here.is_provisional
        assert not walk(SAMPLE, "sample/first", answers(seen="image", known="yes")).here.is_provisional

    def test_answers_that_do_not_belong_come_back(self) -> None:
        here = walk(SAMPLE, "sample/first", answers(seen="none", known="yes", other="no"))
        assert here.unused == answers(known="yes", other="no")

    def test_an_impossible_answer_leaves_the_question_open(self) -> None:
        here = walk(SAMPLE, "sample/first", answers(seen="picture"))
        assert here.open is SEEN
        assert "seen" in here.unused

    def test_an_unknown_flow_is_a_key_error(self) -> None:
        with pytest.raises(KeyError):
            walk(SAMPLE, "sample/third", {})

    def test_every_journey_is_listed_once(self) -> None:
        found = [tuple(sorted(one.answers().items())) for one in journeys(SAMPLE, "sample/first")]
        assert len(found) == len(set(found))
        # image; message; both; unknown, each with three answers to "known"; and none
        assert len(found) == 13


class TestAdvice:
    def test_the_same_act_is_given_once_with_all_that_binds_it(self) -> None:
        advice = advise(walk(SAMPLE, "sample/first", answers(seen="image", known="yes")))
        [social_care] = [given.duty for given in advice.actions if given.duty.code == "childrens-social-care"]
        assert {citation.clause for citation in social_care.cites} == {"STK-7ai-01", "STK-7ai-09"}
        assert [limit.code for limit in social_care.within] == ["immediately", "same-day", "early-stage"]

    def test_the_strongest_force_wins(self) -> None:
        advice = advise(walk(SAMPLE, "sample/first", answers(seen="image", known="yes")))
        assert {given.duty.force for given in advice.actions if given.duty.code == "line-manager"} == {Force.MUST}

    def test_999_comes_first(self) -> None:
        for here in journeys(SAMPLE, "sample/first"):
            assert advise(here).actions[0].duty.code == "emergency-999"

    def test_content_comes_down_only_after_the_evidence(self) -> None:
        advice = advise(walk(SAMPLE, "sample/first", answers(seen="image", known="no")))
        [removal] = [given.duty for given in advice.actions if given.duty.code == "removal-help"]
        assert removal.after == {"evidence-captured"}
        assert removal in [given.duty for given in group(advice.actions).later]

    def test_the_urgency_is_the_greatest(self) -> None:
        assert advise(walk(SAMPLE, "sample/first", answers(seen="image", known="no"))).urgency is Urgency.SOON
        assert advise(walk(SAMPLE, "sample/first", answers(seen="image", known="yes"))).urgency is Urgency.NOW
