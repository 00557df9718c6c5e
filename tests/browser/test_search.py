"""Search: what people type in a hurry leads them to the right page within the first three results."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.conftest import NewPage
from tests.support.tool import PATIENCE_MS

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))

AMONG_THE_FIRST = 3


def results(page: Page, query: str) -> list[str]:
    """The pages that a query finds, best first."""
    page.goto("/")
    # The search listens for keys, and only once it says that it is ready.
    box = page.get_by_role("textbox", name="Search")
    box.click()
    meta = page.locator(".md-search-result__meta")
    meta.get_by_text("Type what you are looking for").wait_for(state="attached", timeout=PATIENCE_MS)
    # The last sign alone is typed, so that there is one answer and not one for each sign.
    box.evaluate("(box, text) => { box.value = text; }", query[:-1])
    box.press_sequentially(query[-1])
    expect(meta).to_have_text(re.compile("found"), timeout=PATIENCE_MS)
    first_links = "(items) => items.map((item) => item.querySelector('a').href)"
    found: list[str] = page.locator(".md-search-result__item").evaluate_all(first_links)
    return [urlsplit(href).path for href in found]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["ask"])
def test_query_leads_to_a_right_page(query: dict[str, str], new_page: NewPage) -> None:
    found = results(new_page(), query["ask"])
    assert set(found[:AMONG_THE_FIRST]) & set(query["want"]), found[:5]


def test_every_page_wanted_is_on_the_site(site_dir: Path) -> None:
    wanted = {address for query in QUERIES for address in query["want"]}
    assert len(QUERIES) >= 20
    assert [address for address in wanted if not (site_dir / address.strip("/") / "index.html").is_file()] == []


def test_nonsense_finds_nothing(new_page: NewPage) -> None:
    assert results(new_page(), "xyzzyx") == []
