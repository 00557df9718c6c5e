"""The areas side by side in a browser: at the end of a tool, as a table where there is room, and area by area."""

import pytest
from playwright.sync_api import expect

from pathways.compare.subjects import SUBJECTS
from pathways.flows import AREAS
from pathways.model import Flow
from tests.conftest import NewPage
from tests.support.axe import axe_faults, sideways
from tests.support.flows import address, longest, publication, reply, two_flows
from tests.support.tool import PATIENT, Tool


@two_flows
def test_an_outcome_says_how_the_other_areas_would_act(flow: Flow, new_page: NewPage) -> None:
    page = new_page(address(flow), size=(360, 800), init_script=PATIENT)
    tool = Tool(page)
    tool.wait_for("ready")
    given = tool.take(flow, longest(flow))
    tool.live.get_by_role("button", name=publication().compare.offer, exact=True).click()
    tool.expect_reply(reply(flow, given, view="compare"), address(flow))

    areas = tool.live.locator(".compare-area")
    others = [area.id for area in AREAS if area.id != flow.area]
    assert areas.evaluate_all("(all) => all.map((one) => one.dataset.area)") == others
    expect(tool.live.get_by_role("button", name=publication().compare.offer, exact=True)).to_have_count(0)
    for area in areas.all():
        area.locator("summary").click()
    assert axe_faults(page) + sideways(page) == []
    assert tool.kept() == ""

    # Another answer goes on as from any outcome.
    tool.live.locator("[data-restart]").first.click()
    tool.expect_reply(reply(flow, {}), address(flow))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_page_is_a_table_where_there_is_room_and_area_by_area_on_a_phone(subject: str, new_page: NewPage) -> None:
    page = new_page(f"/compare/{subject}/", java_script_enabled=False)
    expect(page.locator(".compare-table").first).to_be_visible()
    expect(page.locator(".compare-narrow").first).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".compare-table").first).to_be_hidden()
    narrow = page.locator(".compare-narrow").first
    for number, area in enumerate(AREAS):
        one = narrow.locator(".compare-area").nth(number)
        one.locator("summary").click()
        expect(one.locator("dd").first).to_be_visible()
        assert one.get_attribute("data-area") == area.id


def test_paper_gets_the_table(new_page: NewPage) -> None:
    page = new_page("/compare/young-images/", size=(794, 1123))
    page.emulate_media(media="print")
    expect(page.locator(".compare-table").first).to_be_visible()
    expect(page.locator(".compare-narrow").first).to_be_hidden()
