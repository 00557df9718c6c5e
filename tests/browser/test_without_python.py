"""Where Python cannot run, is gone, or talks nonsense: the static steps stay or come back, with a plain notice."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from pathways.flows import all_flows
from pathways.model import Flow
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.flows import address, nodes, publication, reply, target, to_every_end, two_flows
from tests.support.server import SiteServer
from tests.support.tool import PATIENT, WORKER, Tool

JAVASCRIPT = "text/javascript"
SILENT = b"self.onmessage = () => {};"
SPEAKING = """
self.onmessage = ({ data }) => self.postMessage(data.core ? { ready: true } : { id: data.id, response: %s });
"""

#: Pyodide says nothing when these happen, so that only the page's watchdog notices.
SILENT_FAILURES = {"no WebAssembly file", "a worker that never answers"}

#: How each thing goes wrong: the files concerned, and what the server answers (None: 404).
FAILURES: dict[str, tuple[str, bytes | None]] = {
    "no worker": ("*/worker.*.js", None),
    "no core": ("*/pyodide.mjs", None),
    "no assembly script": ("*/pyodide.asm.js", None),
    "no WebAssembly file": ("*.wasm", None),
    "no archive": ("*/pathways-*.zip", None),
    "a broken archive": ("*/pathways-*.zip", b"not an archive"),
    "a broken worker": ("*/worker.*.js", b"("),
    "a worker that never answers": ("*/worker.*.js", SILENT),
}


@contextmanager
def failing(server: SiteServer, pattern: str, body: bytes | None) -> Iterator[None]:
    kind = JAVASCRIPT if pattern.endswith(".js") else "application/octet-stream"
    with server.answering(pattern) if body is None else server.answering(pattern, 200, body, kind):
        yield


def limits(start: int = 15_000, answer: int = 15_000) -> str:
    """A script that sets the time limits of the page."""
    return f"""
    addEventListener("readystatechange", () => {{
      const flow = document.querySelector("guided-flow");
      if (flow) Object.assign(flow.dataset, {{ limit: "{start}", answerLimit: "{answer}" }});
    }}, true);
    """


def expect_static(tool: Tool, step: str) -> None:
    """The plain notice and one static step, and not a word of what went wrong."""
    tool.wait_for("unavailable")
    expect(tool.part("unavailable")).to_be_visible()
    expect(tool.part("unavailable")).to_have_text(publication().interface.unavailable)
    expect(tool.part("starting")).to_be_hidden()
    expect(tool.live).to_be_hidden()
    expect(tool.live).to_be_empty()
    tool.wait_for_step(step)
    text = tool.page.locator("body").inner_text().lower()
    for word in ("traceback", "error:", "exception", "pyodide", "webassembly", "undefined", "http:"):
        assert word not in text


def expect_links_to_work(tool: Tool, flow: Flow, node: str) -> None:
    """From a static step, by the first answer each time, to an outcome."""
    while question := flow.question(node):
        option = question.options[0]
        tool.part("static").locator(f'[data-question="{node}"][data-option="{option}"]').click()
        tool.wait_for_step(target(flow, question, option))
        node = question.next(frozenset({option}))
    expect(tool.element.locator(f"#{fragment(flow, node)}")).to_be_visible()


@two_flows
def test_static_steps_stay_where_webassembly_is_switched_off(
    flow: Flow, new_page: NewPage, server: SiteServer, site_dir: Path
) -> None:
    (worker,) = site_dir.glob("assets/worker.*.js")
    without = b"delete self.WebAssembly;\n" + worker.read_bytes()
    with server.answering("*/worker.*.js", 200, without, JAVASCRIPT):
        tool = Tool(new_page(address(flow), init_script="delete window.WebAssembly;" + PATIENT))
        expect_static(tool, fragment(flow, flow.start))
        expect_links_to_work(tool, flow, flow.start)


@pytest.mark.parametrize("failure", FAILURES)
def test_static_steps_stay_where_python_does_not_start(failure: str, new_page: NewPage, server: SiteServer) -> None:
    flow = all_flows()[0]
    with failing(server, *FAILURES[failure]):
        tool = Tool(new_page(address(flow), init_script=limits(start=2_000 if failure in SILENT_FAILURES else 30_000)))
        expect_static(tool, fragment(flow, flow.start))
        expect_links_to_work(tool, flow, flow.start)


def test_page_without_its_own_script_is_the_page_without_scripts(new_page: NewPage, server: SiteServer) -> None:
    flow = all_flows()[0]
    with server.answering("*/flow.*.js"):
        tool = Tool(new_page(address(flow)))
        expect(tool.element).to_have_attribute("data-state", "static")
        tool.wait_for_step(fragment(flow, flow.start))
        expect_links_to_work(tool, flow, flow.start)


@two_flows
def test_step_comes_back_as_text_when_the_worker_dies_in_the_middle(flow: Flow, new_page: NewPage) -> None:
    tool = Tool(new_page(address(flow), init_script=PATIENT + WORKER))
    tool.wait_for("ready")
    journey = to_every_end(flow)[0]
    given = tool.take(flow, journey, until=1)
    tool.page.evaluate("worker.terminate()")
    tool.element.evaluate("(flow) => { flow.dataset.answerLimit = '1'; }")
    tool.live.locator("[data-restart]").first.click()

    here = reply(flow, given)["fragment"]
    expect_static(tool, here)
    assert tool.page.evaluate("document.activeElement.id") == here
    assert tool.page.evaluate("location.search + location.hash") == f"#{here}"
    expect_links_to_work(tool, flow, next(node for node in nodes(flow) if fragment(flow, node) == here))


def test_first_step_comes_back_as_text_when_the_worker_died_before_any_answer(new_page: NewPage) -> None:
    flow = all_flows()[0]
    tool = Tool(new_page(address(flow), init_script=PATIENT + WORKER))
    tool.wait_for("ready")
    tool.wait_for_reply(reply(flow, {}))
    tool.page.evaluate("worker.terminate()")
    tool.element.evaluate("(flow) => { flow.dataset.answerLimit = '1'; }")
    first = to_every_end(flow)[0].asked()[0]
    tool.choose(first.question, first.answer)
    expect_static(tool, fragment(flow, flow.start))
    expect_links_to_work(tool, flow, flow.start)


@pytest.mark.parametrize(
    "nonsense",
    [
        "not JSON",
        "null",
        "[]",
        "{}",
        '{"ok": true}',
        '{"ok": true, "html": null}',
        '{"ok": false, "message": "no"}',
        '{"ok": true, "html": "<p>x</p>"}',
    ],
)
def test_nonsense_from_the_worker_is_never_shown(nonsense: str, new_page: NewPage, server: SiteServer) -> None:
    flow = all_flows()[0]
    with server.answering("*/worker.*.js", 200, (SPEAKING % json.dumps(nonsense)).encode(), JAVASCRIPT):
        tool = Tool(new_page(address(flow)))
        expect_static(tool, fragment(flow, flow.start))
        expect_links_to_work(tool, flow, flow.start)


@two_flows
def test_page_follows_what_the_worker_answers(flow: Flow, new_page: NewPage, server: SiteServer) -> None:
    """Proof that the page decides nothing: another worker, other words, another order of steps."""
    last = fragment(flow, flow.outcomes[-1].id)
    stub = f"""
    self.onmessage = ({{ data }}) => {{
      if (data.core) return self.postMessage({{ ready: true }});
      const {{ answers }} = JSON.parse(data.request);
      const done = "planet" in answers;
      const html = done
        ? "<section class='flow-step'><h2 tabindex='-1' data-focus>Land on " + answers.planet.join() + "</h2></section>"
        : "<section class='flow-step'><form data-question='planet'><h2 tabindex='-1' data-focus>Which planet?</h2>"
          + "<label><input type='radio' name='option' value='mars' required>Mars</label>"
          + "<button type='submit'>Go</button></form></section>";
      const response = {{ ok: true, html, answers, done, at: null, fragment: "{last}",
        nodes: ["{last}"], edges: [], announce: done ? "Landed" : "" }};
      self.postMessage({{ id: data.id, response: JSON.stringify(response) }});
    }};
    """
    with server.answering("*/worker.*.js", 200, stub.encode(), JAVASCRIPT):
        tool = Tool(new_page(address(flow)))
        tool.wait_for("ready")
        expect(tool.live.get_by_role("heading", name="Which planet?")).to_be_visible()
        tool.live.get_by_label("Mars").check()
        tool.live.get_by_role("button", name="Go").click()
        expect(tool.live.get_by_role("heading", name="Land on mars")).to_be_focused()
        expect(tool.part("announce")).to_have_text("Landed")
        expect(tool.element.locator(f'.on[data-node="{last}"]').first).to_be_attached()
        assert tool.element.get_attribute("data-done") == "true"
        assert tool.page.evaluate("location.hash") == f"#{last}"
        assert tool.visible_steps() == [""]
