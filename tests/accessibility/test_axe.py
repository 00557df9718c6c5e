"""axe finds nothing, and nothing runs out of the screen: on any page, static step, live question or outcome."""

from pathlib import Path

import pytest

from pathways.model import Flow
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.axe import axe_faults, sideways
from tests.support.flows import address, covering, each_flow, nodes, reply, stages
from tests.support.pages import addresses
from tests.support.server import SiteServer
from tests.support.tool import PATIENT, Tool

WIDE, NARROW = (1280, 900), (320, 640)
each_size = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@each_size
def test_every_page(size: tuple[int, int], new_page: NewPage, server: SiteServer, site_dir: Path) -> None:
    faults = {}
    with server.answering("*/worker.*.js"):  # the tool has tests of its own below
        page = new_page(size=size)
        for where in addresses(site_dir):
            page.goto(where)
            if page.locator("guided-flow").count():
                Tool(page).wait_for("unavailable")
            faults[where] = axe_faults(page) + sideways(page)
            for details in page.locator("main details:not([open]) > summary:visible").all():
                details.click()
            faults[f"{where} unfolded"] = axe_faults(page) + sideways(page)
    assert not {where: found for where, found in faults.items() if found}


@each_size
@each_flow
def test_every_static_step(flow: Flow, size: tuple[int, int], new_page: NewPage, server: SiteServer) -> None:
    faults = {}
    with server.answering("*/worker.*.js"):
        page = new_page(address(flow), size=size)
        tool = Tool(page)
        tool.wait_for("unavailable")
        for node in nodes(flow):
            step = fragment(flow, node)
            page.evaluate("(step) => { location.hash = step; }", step)
            tool.wait_for_step(step)
            unfold(tool, f"#{step}")
            faults[step] = axe_faults(page) + sideways(page)
    assert not {where: found for where, found in faults.items() if found}


@each_size
@each_flow
def test_every_live_question_and_outcome(flow: Flow, size: tuple[int, int], new_page: NewPage) -> None:
    faults = {}
    page = new_page(address(flow), size=size, init_script=PATIENT)
    tool = Tool(page)
    tool.wait_for("ready")
    for journey in covering(flow):
        *before, all_given = stages(journey)
        for step, given in zip(journey.asked(), before, strict=True):
            tool.wait_for_reply(reply(flow, given))
            if step.question.id not in faults:
                unfold(tool, '[data-part="live"]')
                faults[step.question.id] = axe_faults(page) + sideways(page)
            tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, all_given))
        unfold(tool, '[data-part="live"]')
        faults[str(all_given)] = axe_faults(page) + sideways(page)
        tool.live.locator("[data-restart]").first.click()
        tool.wait_for_reply(reply(flow, {}))
    assert not {where: found for where, found in faults.items() if found}


@each_flow
def test_dark_steps_and_outcomes(flow: Flow, new_page: NewPage, server: SiteServer) -> None:
    faults = {}
    with server.answering("*/worker.*.js"):
        page = new_page(address(flow), color_scheme="dark")
        tool = Tool(page)
        tool.wait_for("unavailable")
        for node in (flow.start, flow.outcomes[0].id):
            step = fragment(flow, node)
            page.evaluate("(step) => { location.hash = step; }", step)
            tool.wait_for_step(step)
            unfold(tool, f"#{step}")
            faults[step] = axe_faults(page)
    assert not {where: found for where, found in faults.items() if found}


def unfold(tool: Tool, inside: str) -> None:
    """Open what is folded in a part of the tool, so that it is judged too."""
    tool.element.locator(inside).evaluate("(part) => part.querySelectorAll('details').forEach((d) => { d.open = true; })")
