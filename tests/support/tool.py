"""The tool on an open page, as a test uses and reads it."""

from difflib import unified_diff
from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError, expect

from pathways.model import Flow, Question
from pathways.walk import Walk
from tests.support.flows import NOW, Given, Reply, reply, stages

#: How long Python may take on a machine that is busy with other tests; the page's own limits are for readers.
PATIENCE_MS = 40_000

#: Lets a page wait as long as the tests do, and stops the clock of the tool: timers ask for Date.now(), which goes on.
PATIENT = f"""
Date = class extends Date {{ constructor(...given) {{ super(...(given.length ? given : ["{NOW}"])); }} }};
addEventListener("readystatechange", () => {{
  const flow = document.querySelector("guided-flow");
  if (flow) Object.assign(flow.dataset, {{ limit: "{PATIENCE_MS}", answerLimit: "{PATIENCE_MS}" }});
}}, true);
"""

#: Keeps the page's worker within reach as `worker`. While `holding`, what it is told waits for `release()`.
WORKER = """
window.holding = false;
window.release = () => { window.holding = false; window.held?.(); };
window.Worker = class extends Worker {
  constructor(address, ...rest) {
    super(address, ...rest);
    if (String(address).includes("/assets/worker.")) window.worker = this;
  }
  postMessage(message) {
    if (this === window.worker && window.holding) window.held = () => super.postMessage(message);
    else super.postMessage(message);
  }
};
"""

# The theme's script marks what has the focus; nothing else may differ from what Python wrote.
_SHOWN = """(html) => {
  const live = document.querySelector("guided-flow [data-part=live]");
  const shown = live.cloneNode(true);
  for (const marked of shown.querySelectorAll("[data-focus-visible-added]")) {
    marked.removeAttribute("data-focus-visible-added");
    marked.classList.remove("focus-visible");
    if (!marked.classList.length) marked.removeAttribute("class");
  }
  const wanted = document.createElement("div");
  wanted.innerHTML = html;
  return [live.hidden ? "" : shown.innerHTML, wanted.innerHTML];
}"""

_STATE = """() => {
  const flow = document.querySelector("guided-flow");
  const named = (name) => [...new Set([...flow.querySelectorAll(`[data-${name}].on`)].map((e) => e.dataset[name]))];
  return {
    shown: flow.dataset.shown,
    done: flow.dataset.done,
    address: location.pathname + location.search + location.hash,
    focus: Boolean(document.activeElement.closest("[data-part=live] [data-focus]")),
    said: flow.querySelector("[data-part=announce]").textContent,
    nodes: named("node").sort(),
    edges: named("edge").sort(),
    static: [...flow.querySelectorAll("[data-part=static] .step")].some((step) => step.checkVisibility()),
  };
}"""

_DRAWN = """(name) => [...document.querySelectorAll(`guided-flow [data-${name}]`)].map((e) => e.dataset[name])"""

_VISIBLE = """() => [...document.querySelectorAll("guided-flow .flow-step")]
  .filter((step) => step.checkVisibility()).map((step) => step.id)"""

_KEPT = (
    """() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat().join(" ") + document.cookie"""
)


class Tool:
    """The one tool of an open page, or the one of several that `element` is."""

    def __init__(self, page: Page, element: Locator | None = None) -> None:
        self.page = page
        self.element = element or page.locator("guided-flow")
        self.live = self.part("live")

    def part(self, name: str) -> Locator:
        """A part of the tool: static, live, starting, unavailable, announce."""
        return self.element.locator(f'[data-part="{name}"]')

    def wait_for(self, state: str) -> None:
        """Wait until the tool is in a state: ready, unavailable."""
        expect(self.element).to_have_attribute("data-state", state, timeout=PATIENCE_MS)

    def visible_steps(self) -> list[str]:
        """The ids of the steps in sight; a live one has none."""
        found: list[str] = self.page.evaluate(_VISIBLE)
        return found

    def wait_for_step(self, step: str) -> None:
        """Wait until one static step is in sight and nothing else."""
        # Asked again and again from outside: a function that waits in a page does not go on where scripts are off.
        expect(self.element.locator(f"#{step}")).to_be_visible()
        expect(self.element.locator(f".flow-step:not(#{step})").filter(visible=True)).to_have_count(0)

    def kept(self) -> str:
        """All that the browser keeps for the site."""
        found: str = self.page.evaluate(_KEPT)
        return found

    # ---- what it shows

    def wait_for_reply(self, reply: Reply) -> None:
        """Wait until the page shows this reply of Python, and nothing else."""
        try:
            self.page.wait_for_function(
                f"(html) => {{ const [shown, wanted] = ({_SHOWN})(html); return shown === wanted; }}",
                arg=reply["html"],
                timeout=PATIENCE_MS,
            )
        except TimeoutError as late:
            shown, wanted = (
                text.replace("<", "\n<").splitlines() for text in self.page.evaluate(_SHOWN, reply["html"])
            )
            raise AssertionError("\n".join(unified_diff(wanted, shown, "Python", "page", n=1))) from late

    def expect_reply(self, reply: Reply, page: str) -> None:
        """Wait for a reply; then focus, address, announcement and the path on the chart must agree with it."""
        self.wait_for_reply(reply)
        state: dict[str, Any] = self.page.evaluate(_STATE)
        nodes, edges = (set(self.page.evaluate(_DRAWN, name)) for name in ("node", "edge"))
        assert state == {
            "shown": "live",
            "done": str(reply["done"]).lower(),
            "address": f"{page}#{reply['fragment']}",
            "focus": True,
            "said": reply["announce"],
            "nodes": sorted(nodes.intersection(reply["nodes"])),
            "edges": sorted(edges.intersection(reply["edges"])),
            "static": False,
        }
        assert reply["fragment"] in state["nodes"]

    # ---- what the reader does

    def choose(self, question: Question, answer: frozenset[str]) -> None:
        """Give this answer and no other to the question in sight, with the mouse."""
        expect(self.live.locator("form")).to_have_attribute("data-question", question.id)
        for option in self.chosen() - answer if question.is_checklist else ():
            self.live.locator(f'input[value="{option}"]').uncheck()
        for option in answer:
            self.live.locator(f'input[value="{option}"]').check()
        self.submit()

    def submit(self) -> None:
        """Press the button that goes on."""
        self.live.locator("[type=submit]").click()

    def take(self, flow: Flow, journey: Walk, until: int | None = None) -> Given:
        """Answer the questions of a journey, or the first few of them; what has been answered then."""
        given: Given = {}
        for step, given in list(zip(journey.asked(), list(stages(journey))[1:], strict=True))[:until]:
            self.choose(step.question, step.answer)
            self.wait_for_reply(reply(flow, given))
        return given

    def choose_by_keyboard(self, question: Question, answer: frozenset[str]) -> None:
        """Answer the question in sight with Tab, arrows, Space and Enter."""
        expect(self.live.locator("form")).to_have_attribute("data-question", question.id)
        if question.is_checklist:
            for option in question.all_options:
                if option in answer:
                    self.tab_to(f'form input[value="{option}"]')
                    self.page.keyboard.press("Space")
        else:
            self.tab_to("form input[type=radio]")
            (option,) = answer
            self.page.keyboard.press("Space")
            for _ in range(question.all_options.index(option)):
                self.page.keyboard.press("ArrowDown")
        assert self.chosen() == answer
        self.tab_to("form [type=submit]")
        self.page.keyboard.press("Enter")

    def chosen(self) -> set[str]:
        """The options that are ticked."""
        return set(self.live.locator("input:checked").evaluate_all("(inputs) => inputs.map((input) => input.value)"))

    def tab_to(self, selector: str) -> None:
        """Press Tab until the focus is on what the selector names: in the live part, and before the page ends."""
        here = f"() => Boolean(document.activeElement.closest('[data-part=live]')?.contains(document.activeElement) \
            && document.activeElement.matches('{selector}'))"
        stops = []
        for _ in range(200):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(here):
                return
            stops.append(self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 80)"))
        raise AssertionError(f"Tab never came to {selector}, but to {stops}")
