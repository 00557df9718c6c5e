"""The Python in the browser and the one that built the page give the same HTML, on the journeys of every flow."""

import pytest
from playwright.sync_api import Page

from pathways.browser import respond_with
from pathways.flows import AREAS
from pathways.model import Area, Flow
from tests.conftest import NewPage
from tests.support.flows import address, all_journeys, publication, request, spread, stages, to_every_end
from tests.support.tool import PATIENT

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

MOST = 40
"""Of how many journeys of a flow each step is compared; of a flow with more, journeys spread evenly over all."""


def requests(flow: Flow) -> list[str]:
    """Journeys with each step on the way; on some, each question shown again; and what cannot be answered."""
    found = dict.fromkeys(request(flow, given) for journey in spread(flow, MOST) for given in stages(journey))
    for journey in to_every_end(flow):
        for step in journey.asked():
            found[request(flow, journey.answers(), step.question.id)] = None
        found[request(flow, journey.answers(), view="compare")] = None
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
