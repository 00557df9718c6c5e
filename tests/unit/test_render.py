"""What is written: escaped, complete, and the same words in a static step as in the advice."""

import datetime
import json
import re

import pytest

from handbook.checking import is_number
from handbook.unsafe import forbidden
from pathways.advice import advise, waits_for
from pathways.browser import respond_with
from pathways.flows import AREAS, all_flows, area_of
from pathways.model import Action, Caution, Flow, Question
from pathways.paths import journeys, ways
from pathways.publication import Contact, Publication, from_plain, is_ringable, to_plain
from pathways.render import steps
from pathways.render.html import Html, el, join
from pathways.walk import Walk, walk
from tests.support import flows

FLOWS = all_flows()


@pytest.fixture(scope="module")
def publication() -> Publication:
    return flows.publication()


class TestHtml:
    def test_text_is_escaped_and_markup_is_not(self) -> None:
        assert el("p", "<b>&", el("b", "x")) == "<p>&lt;b&gt;&amp;<b>x</b></p>"

    def test_attributes_are_escaped(self) -> None:
        assert el("p", title='"<') == '<p title="&quot;&lt;"></p>'

    def test_what_is_none_is_left_out(self) -> None:
        assert join("a", None, Html("<hr>")) == "a<hr>"
        assert el("input", checked=False, disabled=True, name=None) == "<input disabled>"


def test_a_publication_survives_json(publication: Publication) -> None:
    assert from_plain(Publication, json.loads(json.dumps(to_plain(publication)))) == publication


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_a_static_outcome_lists_every_duty_that_a_way_to_it_can_give(publication: Publication, flow: Flow) -> None:
    """A duty that comes from a flow gone on to stands on that flow's page, which the outcome links to."""
    area = area_of(flow.id)
    html = str(steps.steps(publication, area, flow))
    sections = {
        match["id"]: match["html"]
        for match in re.finditer(r'<section [^>]*id="(?P<id>[^"]+)"[^>]*>(?P<html>.*?)</section>', html, re.DOTALL)
    }
    for here in journeys(area, flow.id):
        first = here.passages[0]
        assert first.outcome is not None
        section = sections[steps.fragment(flow, first.outcome.id)]
        held = (*flow.duties, *first.outcome.duties)
        given = advise(here).action_codes() | advise(here).caution_codes()
        for duty in held:
            condition_holds = duty.when is None or duty.when.holds(here.facts)
            if condition_holds:
                assert duty.code in given
                assert f'data-code="{duty.code}"' in section
        for passage in here.passages[1:2]:
            assert f'href="../{passage.flow.name}/"' in section


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_a_static_outcome_keeps_every_limit_and_every_wait(publication: Publication, flow: Flow) -> None:
    """What holds on a way stands in a line with its limits, and no line lacks what the rules of all areas wait for."""
    area = area_of(flow.id)
    reached = list(ways(area, flow))
    lines = {
        outcome.id: steps.possible(
            flow, publication, flow.duties + outcome.duties, [facts for facts, end in reached if end == outcome.id]
        )[0]
        for outcome in flow.outcomes
    }
    for here in journeys(area, flow.id):
        outcome = here.passages[0].outcome
        assert outcome is not None
        held = [duty for duty in (*flow.duties, *outcome.duties) if duty.when is None or duty.when.holds(here.facts)]
        acts = [duty for duty in held if isinstance(duty, Action)]
        waits = waits_for({act.code for act in acts}, {duty.code for duty in held if isinstance(duty, Caution)})
        for act in acts:
            shown = [line.duty for line in lines[outcome.id] if line.duty.key == act.key]
            wanted = {limit.code for limit in act.within}
            assert any(wanted <= {limit.code for limit in one.within} for one in shown), (here.answers(), act)
            assert all(waits.get(act.code) in (None, *one.after) for one in shown), (here.answers(), act)


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_a_static_question_offers_just_its_own_answers(publication: Publication, flow: Flow) -> None:
    html = str(steps.steps(publication, area_of(flow.id), flow))
    for question in flow.questions:
        found = re.findall(
            rf'href="#([^"]+)" class="flow-option" data-question="{question.id}" data-option="([^"]+)"', html
        )
        assert [option for _, option in found] == list(question.all_options)
        for target, option in found:
            assert target == steps.fragment(flow, question.next(frozenset({option})))


def passes(one: Walk, question: Question) -> bool:
    return any(step.question is question for step in one.passages[0].steps)


def test_what_is_called_certain_is_in_every_advice(publication: Publication) -> None:
    for area in AREAS:
        for flow in area.flows:
            for question in flow.questions:
                whole = [
                    one for one in journeys(area, flow.id) if any(s.question is question for s in one.passages[0].steps)
                ]
                actions, cautions = steps.certain(
                    one
                    for one in journeys(area, flow.id, one_tick=True)
                    if any(s.question is question for s in one.passages[0].steps)
                )
                for one in whole:
                    advice = advise(one)
                    assert {given.duty.code for given in actions} <= advice.action_codes()
                    assert {given.duty.code for given in cautions} <= advice.caution_codes()


class TestBrowser:
    def ask(self, publication: Publication, **request: object) -> dict[str, object]:
        answer = json.loads(respond_with(publication, json.dumps(request)))
        assert isinstance(answer, dict)
        return answer

    def test_it_opens_at_the_first_question(self, publication: Publication) -> None:
        answer = self.ask(publication, flow="stockport/discovery", answers={})
        assert (answer["ok"], answer["done"], answer["at"]) == (True, False, "stage")
        assert answer["fragment"] == "discovery-stage"

    def test_it_shows_an_answered_question_again_with_its_answer(self, publication: Publication) -> None:
        answer = self.ask(
            publication, flow="stockport/discovery", answers={"stage": ["new"], "what": ["images"]}, at="stage"
        )
        assert answer["at"] == "stage"
        assert re.search(r'value="new" required checked', str(answer["html"]))
        assert answer["answers"] == {"stage": ["new"], "what": ["images"]}

    def test_it_drops_answers_that_no_longer_belong(self, publication: Publication) -> None:
        answer = self.ask(
            publication, flow="stockport/discovery", answers={"stage": ["under-investigation"], "what": ["images"]}
        )
        assert answer["done"] is True
        assert answer["answers"] == {"stage": ["under-investigation"]}

    def test_nothing_chosen_asks_again(self, publication: Publication) -> None:
        answer = self.ask(publication, flow="stockport/discovery", answers={"stage": ["new"], "what": []})
        assert answer["ok"] is False
        assert answer["message"] == publication.interface.choose_one
        assert 'data-question="what"' in str(answer["html"])

    def test_the_way_is_given_for_the_chart(self, publication: Publication) -> None:
        answer = self.ask(publication, flow="stockport/received-image", answers={"received": ["no"]})
        assert answer["nodes"] == ["received-image-received", "received-image-not-received"]
        assert answer["edges"] == ["received-image-received>received-image-not-received"]

    def test_not_knowing_never_weakens_the_words(self, publication: Publication) -> None:
        """Not to know gives the referral itself, not "if this is not known: refer"."""
        here = walk(area_of("stockport/appendix-c"), "stockport/appendix-c", {"suspected": frozenset({"unknown"})})
        police = next(given for given in advise(here).actions if given.duty.code == "police")
        assert steps.provisional_words(publication, police) is None

    def test_what_may_not_apply_says_so(self, publication: Publication) -> None:
        answers = {"stage": ["new"], "what": ["images"], "who": ["unknown"]}
        html = str(self.ask(publication, flow="stockport/discovery", answers=answers)["html"])
        lado = html[html.index('data-code="lado"') :][:400]
        assert "If the person works, or may work, with children:" in lado


class TestNumbers:
    today = datetime.date(2026, 11, 21)

    def test_999_may_always_be_rung(self) -> None:
        assert is_ringable(Contact(name="Emergency", number="999"), self.today)

    def test_a_number_nobody_verified_is_never_a_link(self) -> None:
        assert not is_ringable(Contact(name="Police", number="0161 872 5050"), self.today)

    def test_a_verification_lasts_less_than_six_months(self) -> None:
        def at(verified: str) -> bool:
            contact = Contact(name="A", number="0161 496 0000", verified=datetime.date.fromisoformat(verified))
            return is_ringable(contact, self.today)

        assert at("2026-11-21")
        assert at("2026-05-23")
        assert not at("2026-05-20")
        assert not at("2026-11-22")

    @pytest.mark.parametrize(
        ("number", "good"),
        [
            ("0161 872 5050", True),
            ("999", True),
            ("0161 872 505", True),
            ("0161 872 50", False),
            ("161 872 5050", False),
        ],
    )
    def test_the_length_of_a_number_is_checked(self, number: str, good: bool) -> None:
        assert is_number(number) is good


class TestForbiddenWords:
    @pytest.mark.parametrize(
        "text",
        [
            "Keep a copy of the image.",
            "Save the messages for the police.",
            "Look at the pictures first.",
            "Ask for their passwords.",
            "Take a screenshot.",
            "Examine the child's phone.",
            "Warn the suspect.",
            "Forward the message to the police.",
        ],
    )
    def test_they_are_noticed(self, text: str) -> None:
        assert forbidden(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Do not keep a copy of the image.",
            "Never forward the message.",
            "Leave every device as it is.",
            "Tell the police.",
        ],
    )
    def test_saying_not_to_is_fine(self, text: str) -> None:
        assert not forbidden(text)
