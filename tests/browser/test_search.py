"""Search: what people type in a hurry leads them to the right page within the first three results."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page, expect

from tests.conftest import NewPage
from tests.support.tool import PATIENCE_MS

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))

AMONG_THE_FIRST = 3


class Search:
    """The search of one open page."""

    def __init__(self, page: Page) -> None:
        page.goto("/")
        self.page = page
        self.box = page.get_by_role("textbox", name="Search")
        self.meta = page.locator(".md-search-result__meta")
        self.box.click()

    def results(self, query: str) -> list[str]:
        """The pages that a query finds, best first."""
        # The search listens for keys, and only once it says that it is ready.
        self.box.fill("")
        self.box.press("Backspace")
        expect(self.meta).to_have_text(re.compile("Type what you are looking for"), timeout=PATIENCE_MS)
        # The last sign alone is typed, so that there is one answer and not one for each sign.
        self.box.evaluate("(box, text) => { box.value = text; }", query[:-1])
        self.box.press_sequentially(query[-1])
        expect(self.meta).to_have_text(re.compile("found"), timeout=PATIENCE_MS)
        first_links = "(items) => items.map((item) => item.querySelector('a').href)"
        found: list[str] = self.page.locator(".md-search-result__item").evaluate_all(first_links)
        return [urlsplit(href).path for href in found]


def test_every_query_leads_to_a_right_page(new_page: NewPage) -> None:
    search = Search(new_page())
    found = {query["ask"]: search.results(query["ask"])[:AMONG_THE_FIRST] for query in QUERIES}
    wrong = {
        query["ask"]: found[query["ask"]] for query in QUERIES if not set(found[query["ask"]]) & set(query["want"])
    }
    assert wrong == {}


def test_every_page_wanted_is_on_the_site(site_dir: Path) -> None:
    wanted = {address for query in QUERIES for address in query["want"]}
    assert len(QUERIES) >= 20
    assert [address for address in wanted if not (site_dir / address.strip("/") / "index.html").is_file()] == []


def test_nonsense_finds_nothing(new_page: NewPage) -> None:
    assert Search(new_page()).results("xyzzyx") == []
