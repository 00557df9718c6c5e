"""Every page of the built site: well-formed, without loose ends, and with what each page must carry."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from pathways.flows import AREAS, all_flows
from pathways.model import Flow
from pathways.render.steps import fragment
from tests.support.flows import each_flow, nodes, publication
from tests.support.pages import ALIKE, BuiltPage, built_pages, text_of
from tests.support.wellformed import html_errors

HOST = "https://site"  # stands for wherever the handbook is served

#: The theme's own inline scripts: where the site's root is, and which tab the address names.
THEME_SCRIPTS = ("__md_scope=", "var target=document.getElementById(location.hash.slice(1))")


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> list[BuiltPage]:
    return built_pages(site_dir)


@pytest.fixture(scope="module")
def by_address(pages: list[BuiltPage]) -> dict[str, BuiltPage]:
    return {page.address: page for page in pages}


def test_html_is_well_formed(pages: list[BuiltPage]) -> None:
    judged = [page for page in pages if page.address not in ALIKE]
    assert len(judged) > len(all_flows())
    assert {page.address: errors for page in judged if (errors := html_errors(page.html))} == {}


def test_ids_are_unique(pages: list[BuiltPage]) -> None:
    assert {page.address: [id for id, n in Counter(page.ids).items() if n > 1] for page in pages} == {
        page.address: [] for page in pages
    }


def test_every_link_and_fragment_leads_somewhere(pages: list[BuiltPage], site_dir: Path) -> None:
    found = {page.address: set(page.ids) for page in pages}
    lost = []
    for page in pages:
        for link in page.all(href=None):
            to = urlsplit(urljoin(HOST + page.address, str(link.get("href"))))
            if f"{to.scheme}://{to.netloc}" != HOST:
                continue
            path, fragment = unquote(to.path), unquote(to.fragment)
            if path in found:
                if fragment and fragment not in found[path]:
                    lost.append(f"{page.address}: {link.get('href')}")
            elif not (site_dir / path.lstrip("/")).is_file():
                lost.append(f"{page.address}: {link.get('href')}")
    assert lost == []


def test_every_file_that_a_page_loads_is_on_the_site(pages: list[BuiltPage], site_dir: Path) -> None:
    lost = []
    for page in pages:
        named = [str(element.get("src")) for element in page.all(src=None)]
        named += [str(link.get("href")) for link in page.all("link") if link.get("rel") != "canonical"]
        for tool in page.all("guided-flow"):
            named += [
                str(tool.get("data-worker")),
                f"{tool.get('data-core')}pyodide.mjs",
                str(tool.get("data-archive")),
            ]
        for name in named:
            to = urlsplit(urljoin(HOST + page.address, name))
            if f"{to.scheme}://{to.netloc}" != HOST or not (site_dir / to.path.lstrip("/")).exists():
                lost.append(f"{page.address}: {name}")
    assert lost == []


def test_style_sheets_name_no_other_host(site_dir: Path) -> None:
    sheets = sorted(site_dir.rglob("*.css"))
    assert sheets
    addresses = {
        sheet.name: re.findall(r"url\(\s*['\"]?((?:https?:)?//[^)]*)", sheet.read_text("utf-8")) for sheet in sheets
    }
    assert {name: found for name, found in addresses.items() if found} == {}


def test_pages_hold_no_styles_and_no_scripts_but_the_theme_s(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert page.all(style=None) == [], page.address
        assert page.all("style") == [], page.address
        handlers = [name for element in page.tree.iter() for name in element.attrib if name.startswith("on")]
        assert handlers == [], page.address
        for script in page.all("script"):
            if script.get("src") is None and script.get("type") != "application/json":
                assert (script.text or "").startswith(THEME_SCRIPTS), page.address


def test_nothing_that_was_meant_for_the_build_is_left(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert "{!" not in page.html, page.address
        assert ":::" not in page.html, page.address


def test_every_page_says_to_ring_999_and_whose_procedure_it_is(pages: list[BuiltPage]) -> None:
    areas = {id: f"{words.name} {publication().edition.status[id]}" for id, words in publication().areas.items()}
    for page in pages:
        (danger,) = page.all("div", class_="hb-danger")
        assert "Ring 999" in text_of(danger)
        assert [link.get("href") for link in danger.iter("a")] == ["tel:999"]
        area = page.address.split("/")[1]
        lines = [text_of(line) for line in page.all("aside", class_="hb-area")]
        assert lines == ([areas[area]] if area in areas else []), page.address


def test_only_999_and_verified_numbers_can_be_rung_at_a_touch(pages: list[BuiltPage]) -> None:
    contacts = {
        f"{area}/{id}": contact for area, register in publication().contacts.items() for id, contact in register.items()
    }
    ringable = {_digits(contacts[id].number) for id in publication().ringable} | {"999"}
    links = {
        str(link.get("href")).removeprefix("tel:")
        for page in pages
        for link in page.all("a", href=None)
        if str(link.get("href")).startswith("tel:")
    }
    assert links
    assert links <= ringable
    # The others are printed as text, with a warning beside each.
    for area in AREAS:
        (page,) = [page for page in pages if page.address == f"/{area.id}/contacts/"]
        text = text_of(page.tree)
        for id, contact in publication().contacts[area.id].items():
            if contact.number and f"{area.id}/{id}" not in publication().ringable:
                assert f"{contact.number} {publication().interface.unverified}" in text


def _digits(number: str | None) -> str:
    return "".join(sign for sign in number or "" if sign.isdigit() or sign == "+")


def test_front_page_leads_to_every_tool_in_at_most_two_choices(by_address: dict[str, BuiltPage]) -> None:
    first = _leads_to(by_address["/"])
    second = {address for one in first if one in by_address for address in _leads_to(by_address[one])}
    assert {f"/{flow.id}/" for flow in all_flows()} <= first | second
    assert {f"/{area.id}/" for area in AREAS} <= first


def _leads_to(page: BuiltPage) -> set[str]:
    (content,) = page.all("article")
    links = [str(link.get("href")) for link in content.iter("a") if link.get("href")]
    return {urlsplit(urljoin(HOST + page.address, link)).path for link in links}


@each_flow
def test_flow_s_page_holds_the_tool_the_chart_and_the_table(flow: Flow, by_address: dict[str, BuiltPage]) -> None:
    page = by_address[f"/{flow.id}/"]
    (tool,) = page.all("guided-flow")
    assert tool.get("data-flow") == flow.id
    assert tool.get("data-state") == "static"
    steps = {id for section in tool.iter("section") if (id := section.get("id"))}
    assert steps == {fragment(flow, node) for node in nodes(flow)}
    drawn = {id for element in tool.iter() if (id := element.get("data-node"))}
    assert steps <= drawn
    arrows = {id for element in tool.iter() if (id := element.get("data-edge"))}
    routes = {f"{flow.name}-{q.id}>{flow.name}-{route.to}" for q in flow.questions for route in q.routes}
    assert routes <= arrows
    if flow.questions:
        rows = [row for table in page.all("table") if table.find("caption") is not None for row in table.iter("tr")]
        assert len(rows) == 1 + sum(len(question.routes) for question in flow.questions)


def test_every_clause_that_a_tool_cites_is_shown_in_the_register(by_address: dict[str, BuiltPage]) -> None:
    for area in AREAS:
        register = set(by_address[f"/{area.id}/clauses/"].ids)
        for flow in area.flows:
            cited = [str(link.get("href")) for link in by_address[f"/{flow.id}/"].all("a", class_="cite")]
            assert cited
            assert {link.removeprefix(f"../../{area.id}/clauses/#") for link in cited} <= register


@pytest.fixture(scope="module")
def search_entries(site_dir: Path) -> dict[str, str]:
    """What search knows of each page or section: its address and its text."""
    index = json.loads((site_dir / "search" / "search_index.json").read_text("utf-8"))
    return {
        "/" + entry["location"]: " ".join(re.sub(r"<[^>]+>", " ", unescape(entry["text"])).split())
        for entry in index["docs"]
    }


def test_search_knows_every_page(search_entries: dict[str, str], by_address: dict[str, BuiltPage]) -> None:
    tables = {"/about/decisions/"}  # made from what other pages say, as are these
    tables |= {f"/{area.id}/{page}/" for area in AREAS for page in ("clauses", "review-book")}
    assert {address for address in by_address if address != "/404.html"} - tables <= set(search_entries)
    assert not tables & set(search_entries)


@each_flow
def test_search_holds_no_step_that_only_counts_after_some_answers(flow: Flow, search_entries: dict[str, str]) -> None:
    words = publication().flows[flow.id]
    text = " ".join(text for address, text in search_entries.items() if address.startswith(f"/{flow.id}/"))
    assert text
    said = [question.ask for question in words.questions.values()]
    said += [question.why for question in words.questions.values()]
    said += [outcome.summary for outcome in words.outcomes.values()]
    assert [line for line in said if line in text] == []
    assert [address for address in search_entries if address.startswith(f"/{flow.id}/#{flow.name}-")] == []
