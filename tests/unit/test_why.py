"""What opens under "Why": what led to it in this case, the clauses, and the notes on those; nothing of another case."""

from __future__ import annotations

from itertools import chain
from xml.etree.ElementTree import Element

import tinyhtml5

from handbook.runtime import for_browser
from pathways.advice import advise
from pathways.because import reasons
from pathways.citations import notes_of
from pathways.flows import AREAS, all_flows, area_of
from pathways.model import Duty, Flow
from pathways.paths import all_journeys
from pathways.render import live, steps
from pathways.render.why import notes_behind
from pathways.walk import Walk, walk
from tests.support.flows import each_flow, publication, to_every_end
from tests.support.pages import text_of

UI = publication().interface
NOTES = publication().notes


def journey(flow: str, **answers: str) -> Walk:
    given = {question.replace("_", "-"): frozenset(options.split()) for question, options in answers.items()}
    here = walk(area_of(flow), flow, given)
    assert here.is_complete
    return here


def tree_of(html: str) -> Element:
    tree: Element = tinyhtml5.parse(f"<!doctype html>{html}", namespace_html_elements=False)
    return tree


def folds(tree: Element) -> list[Element]:
    return [one for one in tree.iter("details") if one.get("class") == "why"]


def fold(here: Walk, code: str) -> Element:
    """What opens under the line of a duty in the advice of a journey."""
    html = live.outcome(publication(), here)
    (line,) = [one for one in tree_of(html).iter("li") if one.get("data-code") == code]
    (found,) = folds(line)
    return found


def said(of: Element, class_: str) -> str:
    """The text of a part of a fold; empty where it has no such part."""
    return " ".join(
        text_of(line) for one in of if one.get("class") == class_ for line in one.iter() if line.tag in ("p", "li")
    )


class TestInAKnownCase:
    here = journey("stockport/discovery", stage="new", what="images other", who="unknown")

    def test_the_answers_come_first_then_the_clauses_then_the_notes(self) -> None:
        assert [one.get("class") or one.tag for one in fold(self.here, "police")] == [
            "summary",
            "because",
            "ul",
            "why-notes",
        ]

    def test_the_question_and_just_the_answers_that_count_are_named(self) -> None:
        here = journey("stockport/discovery", stage="new", what="images other", who="adult", child_concern="yes")
        words = publication().flows[here.flow.id].questions["what"]
        victim = said(fold(here, "treat-as-victim"), "because")
        assert victim.startswith(f"{UI.because_answered} {words.ask} {words.options['images'].label}")
        assert words.options["other"].label not in victim
        assert words.options["other"].label in said(fold(here, "police"), "because")

    def test_what_holds_in_every_case_says_so(self) -> None:
        title = publication().flows[self.here.flow.id].title
        assert said(fold(self.here, "emergency-999"), "because") == UI.because_always.format(title=title)

    def test_what_another_flow_handed_on_says_which(self) -> None:
        here = journey("stockport/appendix-c", suspected="abuse", who="adult", child_concern="no")
        title = publication().flows["stockport/appendix-c"].title
        assert UI.because_carried.format(title=title) in said(fold(here, "establish-access"), "because")

    def test_a_flow_gone_on_to_that_gives_it_in_every_case_is_named(self) -> None:
        here = journey("wales/concern", child_risk="no", subject="unknown", what="images extremism")
        title = publication().flows["wales/evidence"].title
        assert said(fold(here, "preserve-evidence"), "because").endswith(UI.because_through.format(title=title))

    def test_a_wait_that_a_rule_adds_says_what_makes_it(self) -> None:
        here = next(
            one
            for one in chain.from_iterable(all_journeys(area) for area in AREAS)
            if (reason := reasons(one).get(("report-to-site", "you", None))) and reason.wait
        )
        police = next(given for given in advise(here).actions if given.duty.code == "police")
        text = said(fold(here, "report-to-site"), "because")
        assert UI.because_wait.format(wait=UI.wait["first-report-made"]) in text
        assert text.endswith(publication().duty(police.flow, "actions", "police", "you").text)

    def test_a_limit_shows_the_clause_that_it_comes_from(self) -> None:
        here = journey("derbyshire/adult", conduct="images", contact="some", trust="no")
        act = next(given.duty for given in advise(here).actions if given.duty.code == "childrens-social-care")
        ((limit,),) = (one.cites for one in act.within)
        assert limit.clause not in {citation.clause for citation in act.cites}
        shown = text_of(next(one for one in fold(here, act.code) if one.tag == "ul"))
        assert f"{UI.limit['same-day']}: {publication().clauses[limit.clause].place}" in shown

    def test_a_note_on_another_case_is_left_out(self) -> None:
        """The gap beyond the procedure concerns a clause of the referral, in a case that the procedure leaves out."""
        referral = next(given.duty for given in advise(self.here).actions if given.duty.code == "childrens-social-care")
        shared = {citation.clause for citation in referral.cites}
        notes = said(fold(self.here, "childrens-social-care"), "why-notes")
        for id, is_told in (("G-STK-NOT-COVERED", False), ("R-STAGE", False), ("B-12", True), ("B-01", True)):
            assert shared & set(NOTES[id].clauses)
            assert (NOTES[id].text in notes) == is_told, id

    def test_a_note_that_is_the_reason_of_a_reading_is_said_once(self) -> None:
        here = journey("stockport/discovery", stage="new", what="grooming", who="none", child_concern="no")
        police = fold(here, "police")
        assert NOTES["B-12"].text in text_of(police)
        assert NOTES["B-12"].title not in said(police, "why-notes")

    def test_each_summary_says_of_which_line(self) -> None:
        names = [text_of(one[0]) for one in folds(tree_of(live.outcome(publication(), self.here)))]
        assert f"{UI.why}: Tell your line manager." in names
        assert len(set(names)) == len(names)


@each_flow
def test_no_fold_of_an_advice_says_a_note_twice(flow: Flow) -> None:
    for here in to_every_end(flow):
        for one in folds(tree_of(live.outcome(publication(), here))):
            told = said(one, "why-notes")
            assert [id for id, note in NOTES.items() if note.text in told and text_of(one).count(note.text) > 1] == []


@each_flow
def test_a_static_step_knows_no_answers_and_leads_to_the_notes(flow: Flow) -> None:
    tree = tree_of(steps.steps(publication(), area_of(flow.id), flow))
    acts = [one for line in tree.iter("li") if line.get("data-code") for one in folds(line)]
    assert acts
    assert not any(said(one, "because") for one in acts)
    for one in acts:
        assert text_of(one[0]).startswith(f"{UI.why}: ")
        links = [link for notes in one if notes.get("class") == "why-notes" for link in notes.iter("a")]
        for link in links:
            id = str(link.get("href")).removeprefix(f"../../{flow.area}/clauses/#note-")
            assert text_of(link) == NOTES[id].title


def test_the_browser_has_each_note_that_an_advice_can_show_and_no_other() -> None:
    """Of each journey: the notes beside its advice and behind its lines. The rest are the reasons of readings."""
    shipped = for_browser(publication())
    seen: set[str] = set()
    for area in AREAS:
        behind: dict[object, tuple[str, ...]] = {}
        for here in all_journeys(area):
            advice = advise(here)
            shown = frozenset(note.id for note in advice.notes)
            seen |= shown
            duties: list[Duty] = [given.duty for given in advice.actions]
            for duty in duties + [given.duty for given in advice.cautions]:
                if (duty, shown) not in behind:
                    behind[duty, shown] = notes_behind(publication(), area, duty, shown)
                    assert notes_behind(shipped, area, duty, shown) == behind[duty, shown]
        seen.update(chain.from_iterable(behind.values()))
    assert shipped.notes.keys() - seen <= set[str]().union(*(notes_of(flow) for flow in all_flows()))
    assert seen <= shipped.notes.keys()
