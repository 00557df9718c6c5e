"""The Python in the browser and the one that built the page give the same HTML, on the journeys of every flow."""

import datetime
import json
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from handbook.holidays import YEARS
from pathways.browser import respond_with
from pathways.flows import AREAS, area_of
from pathways.model import Area, Flow
from pathways.request import ADVICE, MARKING, VIEWS
from tests.conftest import NewPage
from tests.support.exercises import CASES, flow_of, right_way, wrong_way
from tests.support.flows import address, all_journeys, plain, publication, request, spread, stages, to_every_end
from tests.support.tool import PATIENT

LONDON = ZoneInfo("Europe/London")


def _offset(moment: datetime.datetime) -> datetime.timedelta | None:
    return moment.astimezone(LONDON).utcoffset()


#: Starts a Python of the test's own, with the addresses that the page gives.
_START = """() => new Promise((resolve, reject) => {
  const { dataset } = document.querySelector("guided-flow");
  const address = (name) => new URL(dataset[name], document.baseURI).href;
  const worker = new Worker(address("worker"), { type: "module" });
  const waiting = new Map();
  worker.onerror = (event) => reject(event.message);
  worker.onmessage = ({ data: { ready, error, id, response } }) => {
    if (error) reject(error);
    else if (ready) resolve();
    else waiting.get(id)(response);
  };
  let asked = 0;
  const ask = (text) => new Promise((answer) => {
    waiting.set(++asked, answer);
    worker.postMessage({ id: asked, request: text });
  });
  window.askAll = (texts) => Promise.all(texts.map(ask));
  worker.postMessage({ core: address("core"), archive: address("archive") });
})"""

BATCH = 100

#: The moments, UTC, at which London's clocks change in the years that the calendar knows, as a zone database has them.
CHANGES = [
    moment
    for year in YEARS
    for hours in range(366 * 24)
    if (moment := datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(hours=hours)).year == year
    if _offset(moment) != _offset(moment - datetime.timedelta(seconds=1))
]

MOST = 15
"""Of how many journeys of a flow each step is compared; of a flow with more, journeys spread evenly over all."""


def requests(flow: Flow) -> list[str]:
    """Journeys with each step on the way; on some, each question shown again; and what cannot be answered."""
    found = dict.fromkeys(request(flow, given) for journey in spread(flow, MOST) for given in stages(journey))
    for journey in to_every_end(flow):
        for step in journey.asked():
            found[request(flow, journey.answers(), step.question.id)] = None
        for view in VIEWS:
            found[request(flow, journey.answers(), view=view)] = None
        found[request(flow, journey.answers(), before=[plain(to_every_end(flow)[0].answers())])] = None
    for question in flow.questions:
        for option in question.all_options:  # also those for which another stands in above
            found[request(flow, {flow.questions[0].id: frozenset({option})})] = None
            found[request(flow, {question.id: frozenset({option})})] = None
        found[request(flow, {question.id: frozenset()})] = None
        found[request(flow, {}, question.id)] = None
    return [*found, "", "[]", "{}", '{"flow": "nowhere/nothing"}', request(flow, {"<b>": frozenset({"&"})})]


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_browser_and_build_agree(area: Area, new_page: NewPage) -> None:
    """One Python answers for all flows of an area, as it does in a journey through several."""
    page: Page = new_page(address(area.flows[0]), init_script=PATIENT)
    page.evaluate(_START)
    differing = []
    for flow in area.flows:
        asked = requests(flow)
        assert len(asked) > min(MOST // 2, len(all_journeys(flow)))
        for start in range(0, len(asked), BATCH):
            batch = asked[start : start + BATCH]
            answered: list[str] = page.evaluate("(texts) => askAll(texts)", batch)
            wanted = [respond_with(publication(), text) for text in batch]
            differing += [text for text, *pair in zip(batch, answered, wanted, strict=True) if pair[0] != pair[1]]
    assert differing == []


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_marks_agree(area: Area, new_page: NewPage) -> None:
    """Of each case the way that it supports and one that goes astray, as advice and marked."""
    asked = []
    for number, case in enumerate(CASES):
        for way in (right_way(number), wrong_way(number)):
            if way and flow_of(case).area == area.id:
                for view in (ADVICE, MARKING):
                    asked.append(request(way.flow, way.answers(), view=view, exercise=case.id))
    page: Page = new_page(address(area.flows[0]), init_script=PATIENT)
    page.evaluate(_START)
    answered: list[str] = page.evaluate("(texts) => askAll(texts)", asked)
    assert answered == [respond_with(publication(), text) for text in asked]


def test_dates_agree_on_both_sides_of_each_clock_change(new_page: NewPage) -> None:
    """Now, and what the reader gives, a minute before and after each change, around midnight, and an hour off."""
    flow = area_of("derbyshire/adult").flow("derbyshire/adult")
    given = {"conduct": frozenset({"exploiting"}), "trust": frozenset({"no"})}
    assert len(CHANGES) == 2 * len(YEARS)
    asked = []
    for change in CHANGES:
        for minutes in (-90, -61, -60, -1, 0, 1, 59, 60, 61, 22 * 60 + 59, 23 * 60):
            now = change + datetime.timedelta(minutes=minutes)
            for start in (None, *(now.astimezone(LONDON) - datetime.timedelta(minutes=back) for back in (0, 30, 90))):
                more = {"start": f"{start:%Y-%m-%dT%H:%M}"} if start else {}
                asked.append(json.dumps({**json.loads(request(flow, given, **more)), "now": f"{now:%Y-%m-%dT%H:%M}Z"}))
    page: Page = new_page(address(flow), init_script=PATIENT)
    page.evaluate(_START)
    for start_of_batch in range(0, len(asked), BATCH):
        batch = asked[start_of_batch : start_of_batch + BATCH]
        answered: list[str] = page.evaluate("(texts) => askAll(texts)", batch)
        assert answered == [respond_with(publication(), text) for text in batch]
