"""The checks notice what is wrong: each on an area that is broken in one place."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pathways.checks import prove, resolve
from pathways.conditions import Is
from pathways.flows import AREAS
from pathways.flows.stockport import STOCKPORT
from pathways.model import OTHERWISE, Action, Area, Exemption, Flow, GoesOn, Outcome, given, route, stated
from pathways.vocabulary import Urgency
from tests.support.flows import without
from tests.support.sample import CITES, FIRST, SAMPLE, SECOND, SEEN, question


def area(flow: Flow, *others: Flow) -> Area:
    return replace(SAMPLE, flows=(flow, *(others or (SECOND,))))


ONLY_YES = replace(question("known", "end"), routes=(route({"yes"}, "end", CITES),))

BROKEN: dict[str, tuple[Area, str]] = {
    "dead end": (
        area(replace(FIRST, questions=(SEEN, ONLY_YES))),
        "question known is a dead end for the answer no",
    ),
    "no routes": (
        area(replace(FIRST, questions=(SEEN, replace(ONLY_YES, routes=())))),
        "question known is a dead end",
    ),
    "route to nowhere": (
        area(replace(FIRST, questions=(SEEN, question("known", "nowhere")))),
        "leads to nowhere, which is neither a question nor an outcome",
    ),
    "options in another order than routes": (
        area(
            replace(
                FIRST,
                questions=(
                    replace(SEEN, routes=(route({"message"}, "known", CITES), route(OTHERWISE, "known", CITES))),
                    FIRST.questions[1],
                ),
            )
        ),
        "another order than its routes",
    ),
    "start at nowhere": (area(replace(FIRST, start="nowhere")), "starts at nowhere"),
    "unreachable": (
        area(replace(FIRST, outcomes=(*FIRST.outcomes, Outcome(id="lost", urgency=Urgency.NOW, cites=CITES)))),
        "lost is never reached",
    ),
    "circle": (
        area(replace(FIRST, questions=(FIRST.questions[0], question("known", "seen")))),
        "run in a circle",
    ),
    "unknown option": (
        area(replace(FIRST, duties=(Action(code="police", when=Is("seen", "film"), cites=CITES),))),
        "which no question offers",
    ),
    "unknown flow": (
        area(replace(FIRST, goes_on=(GoesOn(flow="sample/third", cites=CITES),))),
        "no flow of this area",
    ),
    "impossible fact": (
        area(replace(FIRST, goes_on=(GoesOn(flow="sample/second", cites=CITES, given=given(who="nobody")),))),
        "cannot take",
    ),
    "waiting in a circle": (
        area(
            replace(
                FIRST,
                duties=(
                    Action(code="line-manager", after=frozenset({"it-team"}), cites=CITES),
                    Action(code="it-team", after=frozenset({"line-manager"}), cites=CITES),
                ),
            )
        ),
        "waits for itself",
    ),
    "two meanings of one fact": (
        area(
            FIRST,
            replace(
                SECOND,
                questions=(replace(SECOND.questions[0], id="known"),),
                start="known",
            ),
        ),
        "other options here than in another flow",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_structure_is_noticed(name: str) -> None:
    broken, words = BROKEN[name]
    assert any(words in problem.what for problem in prove(broken).problems)


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("police", "always goes to the police"),
        ("childrens-social-care", "always referred to social care"),
        ("preserve-evidence", "left as they are"),
        ("do-not-delete", "left as they are"),
        ("do-not-copy-or-send", "left as they are"),
        ("lado", "allegations route"),
        ("allegations-procedure", "allegations route"),
        ("do-not-alert-suspect", "not alerted"),
    ],
)
def test_a_dropped_duty_breaks_its_safety_rule(code: str, rule: str) -> None:
    assert any(rule in problem.instead for problem in prove(without(STOCKPORT, code)).problems)


def test_a_graver_answer_that_protects_less_is_noticed() -> None:
    weak = replace(
        FIRST,
        duties=tuple(
            replace(duty, when=Is("seen", "image", "message")) if duty.code == "police" else duty
            for duty in FIRST.duties
        ),
    )
    found = prove(area(weak)).problems
    assert any("loses police" in problem.what and "--answer seen=unknown" in problem.what for problem in found)
    assert any("not for the graver unknown" in problem.what for problem in found)


def test_an_exception_that_never_fires_is_noticed() -> None:
    idle = Exemption(flow="stockport/discovery", question="what", code="police", reason="a test")
    found = prove(replace(STOCKPORT, exemptions=(idle,))).problems
    assert [problem.what for problem in found] == ["the exception for police at what is never used"]


def test_a_duty_that_is_never_given_is_noticed() -> None:
    never = Action(code="it-team", when=Is("who", "child"), cites=CITES)
    found = prove(area(replace(FIRST, duties=(*FIRST.duties, never)), replace(SECOND, start="done", questions=())))
    assert found.problems


def test_registers_are_asked_for_every_citation_note_and_contact() -> None:
    problems = resolve(STOCKPORT, clauses=(), notes=(), contacts=())
    words = " ".join(problem.what for problem in problems)
    assert "which is in no register" in words
    assert "shows the note" in words
    assert "names the contact police" in words


@pytest.mark.parametrize("published", AREAS, ids=lambda one: one.id)
def test_every_published_area_is_proved(published: Area) -> None:
    proof = prove(published)
    assert proof.problems == ()
    assert proof.journeys > 0
    assert proof.comparisons > 0


def test_a_route_needs_a_citation_of_its_own() -> None:
    make: Callable[[], object] = lambda: route({"yes"}, "end", stated())  # noqa: E731
    with pytest.raises(ValueError, match="cites no clause"):
        make()
