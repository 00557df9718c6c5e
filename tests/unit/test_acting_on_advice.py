"""What the record tells, what a new answer changes, and how limits with and without a start are worded."""

import datetime
import json
import random
import re
from dataclasses import replace
from html import unescape

import pytest

from pathways.advice import advise, group
from pathways.browser import respond_with
from pathways.calendar import Clock
from pathways.difference import difference
from pathways.flows import AREAS, all_flows, area_of
from pathways.model import Action, Area, Flow, Limit, Start, stated
from pathways.publication import Publication
from pathways.render import dates, phrases, what_if
from pathways.render.record import record, text
from pathways.render.steps import provisional_words
from pathways.vocabulary import PROTECTIVE
from pathways.walk import Walk, walk
from tests.support.flows import NOW, Given, all_journeys, each_flow, plain, publication, reply, request, to_every_end

FRIDAY = datetime.datetime(2026, 11, 20, 16, 5)
CLOCK = Clock(start=FRIDAY, now=FRIDAY)
ASSUMED = replace(CLOCK, is_assumed=True)

#: A case whose referrals have a last day.
ADULT = area_of("derbyshire/adult").flow("derbyshire/adult")
CASE: Given = {"conduct": frozenset({"exploiting"}), "trust": frozenset({"no"})}


def limit(code: str, counted: bool = True) -> Limit:
    start = Start(code="came-to-notice", cites=stated("X-1")) if counted else None
    return Limit(code=code, cites=stated("X-1"), counts_from=start)


# --- limits in words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "clock", "words"),
    [
        (limit("same-day"), CLOCK, "The same day: by the end of Friday 20 November 2026"),
        (
            limit("same-day"),
            ASSUMED,
            "The same day: by the end of Friday 20 November 2026, if it came to your notice today",
        ),
        (limit("same-day"), None, "The same day, counted from the day it came to your notice"),
        (limit("within-5-working-days"), CLOCK, "By Friday 27 November 2026 (5 working days)"),
        (limit("within-5-working-days", False), CLOCK, "Within 5 working days (the source does not say from when)"),
        (limit("within-45-working-days", False), None, "Within 45 working days (the source does not say from when)"),
        (limit("on-arrest", False), CLOCK, "When the person is arrested"),
    ],
)
def test_a_limit_in_words(one: Limit, clock: Clock | None, words: str) -> None:
    assert dates.limit_words(proclaimed_to(2026), "wales", one, clock) == words


def proclaimed_to(year: int) -> Publication:
    sound = publication()
    calendars = {nation: replace(calendar, proclaimed=year) for nation, calendar in sound.calendars.items()}
    return replace(sound, calendars=calendars)


def test_a_date_over_holidays_not_proclaimed_says_that_it_is_expected() -> None:
    words = dates.limit_words(proclaimed_to(2025), "wales", limit("within-5-working-days"), CLOCK)
    assert "expected: nobody has confirmed here that the bank holidays of 2026 are proclaimed" in words
    # A limit of days as they come depends on no holiday.
    assert "expected" not in dates.limit_words(proclaimed_to(2025), "wales", limit("same-day"), CLOCK)


def test_a_date_after_the_last_known_year_is_refused_in_words() -> None:
    late = datetime.datetime(2030, 12, 30, 9, 0)
    words = dates.limit_words(publication(), "tees", limit("within-5-working-days"), Clock(start=late, now=late))
    assert words == (
        "Within 5 working days (it ends after 2030, for which no bank holidays are known here: work it out by hand)"
    )


def test_a_day_that_has_passed_says_to_act_now() -> None:
    monday = Clock(start=FRIDAY, now=FRIDAY + datetime.timedelta(days=3))
    assert dates.limit_words(publication(), "wales", limit("same-day"), monday).endswith("That day has passed: act now")


@each_flow
def test_dates_and_their_question_stand_exactly_where_a_limit_has_a_start(flow: Flow) -> None:
    for journey in to_every_end(flow):
        html = reply(flow, journey.answers())["html"]
        with_start = [
            given.duty.code for given in advise(journey).actions if any(one.counts_from for one in given.duty.within)
        ]
        assert html.count("by the end of Monday 23 November 2026") == len(with_start)
        assert ("data-dates" in html) == bool(with_start)
        assert 'type="text"' not in html


# --- the record -----------------------------------------------------------------------------------------------------


@each_flow
def test_the_record_tells_all_on_paper_and_as_text(flow: Flow) -> None:
    words = publication()
    for journey in to_every_end(flow):
        advice = advise(journey)
        made = reply(flow, journey.answers(), view="record")
        html, told = unescape(made["html"]), text(words, record(words, journey, clock_of_tests()))
        assert made["announce"] == words.interface.record_title
        assert told in html  # the text stands on the page, to be copied
        for form in (html.split("record-text")[0], told):
            assert words.edition.logic in form
            assert words.edition.status[flow.area] in form
            assert "Monday 23 November 2026, 09:30" in form
            for given in advice.actions:
                assert words.duty(given.flow, "actions", given.duty.code, given.duty.by).text in form
            for one in advice.cautions:
                assert words.duty(one.flow, "cautions", one.duty.code).text in form
            for note in advice.notes:
                assert words.notes[note.id].title in form
            for cited in {cite.clause for given in advice.actions for cite in given.duty.cites}:
                assert cited in form
            for step in journey.asked():
                where = next(p.flow.id for p in journey.passages if step in p.steps)
                assert words.flows[where].questions[step.question.id].ask in form


def clock_of_tests() -> Clock:
    now = datetime.datetime(2026, 11, 23, 9, 30)
    return Clock(start=now, now=now, is_assumed=True)


def test_a_number_nobody_verified_says_so_in_the_record_too() -> None:
    flow = area_of("stockport/appendix-c").flow("stockport/appendix-c")
    journey = next(one for one in to_every_end(flow) if "police" in advise(one).action_codes())
    found = text(publication(), record(publication(), journey, None))
    assert f"0161 872 5050 {publication().interface.unverified}" in found
    assert "Emergency services: 999\n" in found


def test_a_record_without_a_clock_tells_no_time_and_no_date() -> None:
    found = text(publication(), record(publication(), walk(area_of(ADULT.id), ADULT.id, CASE), None))
    assert f"{publication().interface.record_made}: {publication().interface.record_made_unknown}" in found
    assert "by the end of" not in found


# --- what a new answer changes --------------------------------------------------------------------------------------


def pairs(flow: Flow) -> list[tuple[Walk, Walk]]:
    """Finished journeys of a flow two by two, a hundred at most, the same on every machine."""
    rng = random.Random(flow.id)
    journeys = all_journeys(flow)
    return [(rng.choice(journeys), rng.choice(journeys)) for _ in range(100)]


@each_flow
def test_what_came_and_what_went_leads_from_one_advice_to_the_other(flow: Flow) -> None:
    for before, after in pairs(flow):
        found = difference(before, after)
        old, new = (lines(one) for one in (before, after))
        went, came = ({given.duty.key for given in part} for part in (found.went, found.came))
        assert (old.keys() - went) | came == new.keys()
        assert not came & old.keys()
        assert not went & new.keys()
        kept = {now.duty.key for _, now in found.altered}
        assert kept == {key for key in old.keys() & new.keys() if old[key] != new[key]}
        assert found.is_none == (old == new)
        # Seen from the other side it is the same.
        back = difference(after, before)
        assert [given.duty.key for given in back.came] == [given.duty.key for given in found.went]
        answers = (before.answers(), after.answers())
        assert {was.step.question.id for was, _ in found.changed} == {
            question
            for question in answers[0].keys() & answers[1].keys()
            if answers[0][question] != answers[1][question]
        }
        assert {one.step.question.id for one in found.left_out} == answers[0].keys() - answers[1].keys()
        assert {one.step.question.id for one in found.added} == answers[1].keys() - answers[0].keys()


def lines(one: Walk) -> dict[object, object]:
    """Each line of an advice with what binds it: force, limits with their starts, waits."""
    advice = advise(one)
    found: dict[object, object] = {
        given.duty.key: (
            given.duty.force,
            given.duty.contact,
            frozenset((part.code, part.counts_from and part.counts_from.code) for part in given.duty.within),
            given.duty.after,
        )
        for given in advice.actions
    }
    return found | {given.duty.key: None for given in advice.cautions}


def test_a_graver_answer_lets_nothing_go_that_protects() -> None:
    """What the reader is told has gone is never a protective act, where the new answer is graver."""
    for area in AREAS:
        for flow in area.flows:
            for question in flow.questions:
                if question.id != flow.start or not question.unknown:
                    continue
                for journey in to_every_end(flow):
                    answers = journey.answers() | {question.id: frozenset({"unknown"})}
                    after = walk(area, flow.id, answers)
                    if question.id in journey.answers() and after.is_complete:
                        gone = {given.duty.code for given in difference(journey, after).went}
                        assert not gone & PROTECTIVE, (flow.id, answers)


@each_flow
def test_a_short_line_of_what_changed_keeps_what_it_is_not_to_be_read_without(flow: Flow) -> None:
    """Its "If", its "unless" and what it waits for; a new line also who acts. Else it would seem to bind at once."""
    ui = publication().interface
    for before, after in pairs(flow):
        found = difference(before, after)
        markup = what_if.box(publication(), flow.area, found, CLOCK)
        for heading, given_lines in (
            (ui.changed_came, found.came),
            (ui.changed_altered, tuple(now for _, now in found.altered)),
        ):
            _, _, listed = markup.partition(f"<h3>{heading}</h3>")
            items = re.findall(r"<li[^>]*>(.*?)</li>", listed.partition("</ul>")[0])
            assert len(items) == len(given_lines)
            for item, given in zip(items, given_lines, strict=True):
                if isinstance(given.duty, Action):
                    expect_whole(unescape(re.sub(r"<[^>]+>", "", item)), given.flow, given.duty)
                    if condition := provisional_words(publication(), given):
                        assert unescape(re.sub(r"<[^>]+>", "", item)).startswith(f"{ui.if_} {condition}: ")
                    if given in found.came:
                        assert phrases.who(publication(), given.flow, given.duty) in unescape(item)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_the_record_keeps_what_an_act_is_not_to_be_read_without(area: Area) -> None:
    for flow in area.flows:
        for journey in to_every_end(flow):
            acts = [act for _, part in record(publication(), journey, CLOCK).actions for act in part]
            groups = group(advise(journey).actions)
            for act, given in zip(acts, groups.now + groups.others + groups.later, strict=True):
                expect_whole(f"{act.text} {act.when}", given.flow, given.duty)


#: A second line that limits the first.
LIMITING = re.compile(
    r"\bunless\b|^Not where|only after|before the police|nobody tells|must not alert|(refer|report) anyway",
    re.IGNORECASE,
)


def expect_whole(line: str, flow: str, act: Action) -> None:
    """An act in short, with its "unless" and with what it waits for."""
    words = publication().duty(flow, "actions", act.code, act.by)
    assert words.text in line
    if words.more and LIMITING.search(words.more):
        assert f"({words.more})" in line
    for event in act.after:
        assert publication().interface.wait[event] in line.partition(words.text)[2]


def test_only_another_finished_journey_is_compared_with() -> None:
    here = plain(CASE)
    others: list[list[object]] = [[], [here], [{}], [{"conduct": ["nobody knows"]}], [{"stage": ["new"]}, here]]
    for before in others:
        assert "flow-changed" not in reply(ADULT, CASE, before=before)["html"]
    other = next(one.answers() for one in all_journeys(ADULT) if one.answers() != CASE)
    assert "flow-changed" in reply(ADULT, CASE, before=[plain(other), here])["html"]


# --- requests -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ("2026-02-30T09:30", "date_bad"),
        ("", "date_bad"),
        ("T", "date_bad"),
        ("2026-11-23T09:31", "date_future"),
        ("2026-03-29T01:30", "date_skipped"),
        ("2024-12-31T09:30", "date_outside"),
    ],
)
def test_an_impossible_moment_leaves_the_last_good_outcome_and_says_why(start: str, message: str) -> None:
    answered = reply(ADULT, CASE, start=start)
    wanted = getattr(publication().interface, message).format(first=2025, last=2030)
    assert (answered["ok"], answered["message"]) == (False, wanted)
    assert answered["html"].count(wanted) == 1
    assert "by the end of Monday 23 November 2026" in answered["html"]


def test_a_device_whose_clock_is_wrong_gets_the_advice_without_dates() -> None:
    data = json.loads(request(ADULT, CASE))
    for now in ("1999-01-01T00:00:00Z", "2031-01-01T00:00:00Z"):
        answered = json.loads(respond_with(publication(), json.dumps(data | {"now": now})))
        assert answered["ok"]
        assert publication().interface.date_outside_now in answered["html"]
        assert "by the end of" not in answered["html"]


def test_answers_that_may_belong_again_are_given_back_until_the_journey_is_finished() -> None:
    given = {"conduct": frozenset({"images"}), "trust": frozenset({"no"})}
    answered = reply(ADULT, given)
    assert (answered["at"], answered["answers"], answered["later"]) == (
        "contact",
        {"conduct": ["images"]},
        {"trust": ["no"]},
    )
    done = reply(ADULT, {**given, "contact": frozenset({"some"})})
    assert (done["done"], done["later"]) == (True, {})


def test_every_limit_with_a_start_is_one_that_ends_on_a_day() -> None:
    """And the flows have some: else nothing of this would ever be seen."""
    found = [
        (flow.id, one.code)
        for flow in all_flows()
        for duty in flow.all_duties()
        if isinstance(duty, Action)
        for one in duty.within
        if one.counts_from
    ]
    assert found
    assert {code for _, code in found} == {"same-day"}
    assert NOW.startswith("2026-11-23")
