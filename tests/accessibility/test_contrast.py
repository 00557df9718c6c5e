"""The chart's text, which axe cannot judge: at least 4.5 to 1 against what lies behind it, light and dark."""

from typing import Literal

import pytest

from pathways.flows import all_flows
from pathways.model import Flow
from tests.conftest import NewPage
from tests.support.flows import address, reply, to_every_end
from tests.support.tool import PATIENT, Tool

ENOUGH = 4.5

# A box's text lies on its shape, any other text on the paper of the chart. Browsers give colours as rgb(r, g, b).
_TEXTS = """() => [...document.querySelectorAll("guided-flow .chart text")].map((text) => {
  const box = text.closest("[data-node]")?.querySelector(".box");
  const paper = getComputedStyle(text.closest(".chart")).backgroundColor;
  const behind = box ? getComputedStyle(box).fill : paper;
  return [text.textContent, getComputedStyle(text).fill, behind];
})"""


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    assert colour.startswith("rgb("), f"{colour} is not opaque"
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(118, 118, 118)", "rgb(255, 255, 255)") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("flow", all_flows()[1:2], ids=lambda flow: flow.id)  # every chart has the same colours
def test_text_of_the_chart_stands_out(flow: Flow, scheme: Literal["light", "dark"], new_page: NewPage) -> None:
    page = new_page(address(flow), init_script=PATIENT, color_scheme=scheme)
    tool = Tool(page)
    tool.wait_for("ready")
    tool.take(flow, to_every_end(flow)[0])  # so that some boxes are marked as passed
    tool.wait_for_reply(reply(flow, to_every_end(flow)[0].answers()))
    texts: list[tuple[str, str, str]] = page.evaluate(_TEXTS)
    assert texts
    assert [text for text, fill, behind in texts if contrast(fill, behind) < ENOUGH] == []
