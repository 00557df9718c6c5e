"""axe finds nothing, and nothing runs out of the screen: on any page, static step, live question or outcome."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from pathways.flows import AREAS
from pathways.model import Flow
from pathways.render.steps import fragment
from tests.conftest import NewPage
from tests.support.axe import axe_faults, sideways
from tests.support.flows import address, covering, nodes, one_flow_of_each_area, reply, stages, two_flows
from tests.support.pages import addresses
from tests.support.tool import PATIENT, Tool

WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=640)


BOTH = (WIDE, NARROW)

#: Where the review book is judged. It is by far the longest page of an area, and made of the same parts in all.
BOOK_OF = "wales"


def sizes_for(area: str) -> tuple[ViewportSize, ...]:
    """The first area is judged on both screens; the others, made of the same parts, where more can go wrong."""
    return BOTH if area == AREAS[0].id else (NARROW,)


def faults(page: Page, inside: str, sizes: tuple[ViewportSize, ...] = BOTH) -> list[str]:
    """What is wrong on a wide and on a narrow screen, with everything in a part of the page unfolded."""
    page.locator(inside).evaluate("(part) => part.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = []
    for size in sizes:
        page.set_viewport_size(size)
        name = "wide" if size is WIDE else "narrow"
        found += [f"{name}: {fault}" for fault in axe_faults(page) + sideways(page)]
    page.set_viewport_size(WIDE)
    return found


def test_what_is_wrong_is_found(new_page: NewPage) -> None:
    page = new_page("/")
    page.evaluate("""document.querySelector("article").insertAdjacentHTML("beforeend",
        "<img src='x'><p style='color: #aaa; background: #fff'>pale</p><div style='min-width: 3000px'>long</div>")""")
    found = faults(page, "article")
    for size in ("wide", "narrow"):
        for what in ("image-alt", "color-contrast", "scrolls to"):
            assert any(fault.startswith(f"{size}: {what}") for fault in found), found


@pytest.mark.usefixtures("python_off")  # what the tool shows is judged below
@pytest.mark.parametrize("part", ["", "about", "training", *(area.id for area in AREAS)])
def test_every_page(part: str, new_page: NewPage, site_dir: Path) -> None:
    """The pages of one folder, with everything in them unfolded; on a narrow screen, where more can go wrong, all."""
    found = {}
    mine = [where for where in addresses(site_dir) if "/".join(where.split("/")[1:-1][:1]) == part]
    mine = [where for where in mine if part == BOOK_OF or not where.endswith("/review-book/")]
    sizes = BOTH if part in ("", "about") else sizes_for(part)
    page = new_page()
    page.set_viewport_size(WIDE)
    for where in mine:
        page.goto(where)
        if page.locator("guided-flow").count() == 1:  # exercises wait until they are opened, one at a time
            Tool(page).wait_for("unavailable")
        found[where] = faults(page, "main", sizes)
    assert found
    assert not {where: wrong for where, wrong in found.items() if wrong}


@pytest.mark.usefixtures("python_off")
@one_flow_of_each_area
def test_every_static_step(flow: Flow, new_page: NewPage) -> None:
    found = {}
    page = new_page(address(flow))
    tool = Tool(page)
    tool.wait_for("unavailable")
    for node in nodes(flow):
        step = fragment(flow, node)
        page.evaluate("(step) => { location.hash = step; }", step)
        tool.wait_for_step(step)
        found[step] = faults(page, f"#{step}", sizes_for(flow.area))
        if node in (flow.start, flow.outcomes[0].id):
            page.emulate_media(color_scheme="dark")
            found[f"{step} in the dark"] = axe_faults(page)
            page.emulate_media(color_scheme="light")
    assert not {where: wrong for where, wrong in found.items() if wrong}


@two_flows
def test_every_live_question_and_outcome(flow: Flow, new_page: NewPage) -> None:
    found: dict[str, list[str]] = {}
    page = new_page(address(flow), init_script=PATIENT)
    tool = Tool(page)
    tool.wait_for("ready")
    for journey in covering(flow):
        *before, all_given = stages(journey)
        for step, given in zip(journey.asked(), before, strict=True):
            tool.wait_for_reply(reply(flow, given))
            if step.question.id not in found:
                found[step.question.id] = faults(page, '[data-part="live"]', sizes_for(flow.area))
            tool.choose(step.question, step.answer)
        tool.wait_for_reply(reply(flow, all_given))
        found[str(all_given)] = faults(page, '[data-part="live"]', sizes_for(flow.area))
        if len(found) == len(before) + 1:
            page.emulate_media(color_scheme="dark")
            found[f"{all_given} in the dark"] = axe_faults(page)
            page.emulate_media(color_scheme="light")
        tool.live.locator("[data-restart]").first.click()
        tool.wait_for_reply(reply(flow, {}))
    assert not {where: wrong for where, wrong in found.items() if wrong}
