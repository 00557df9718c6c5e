"""The packs: whom they are for, what they hold and what they must not, and how their sheets lie on paper."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from handbook.chapters import read_chapters
from handbook.data import ROOT, Scenario
from handbook.pdf.article import SVG, with_class, words
from handbook.pdf.documents import Document, Kind, Take, area_menu
from handbook.pdf.packs import CASES_AN_HOUR
from handbook.pdf.parts import FILL_IN, taken
from pathways.advice import advise
from pathways.flows import AREAS, all_flows, area_of
from pathways.marking import journey
from pathways.model import Area
from tests.print.conftest import EVERY, NAMES, Pdfs
from tests.support.flows import library, publication
from tests.support.pdf import bookmarks, tight

ROLES = library().roles
each_area = pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)


def of_kind(kind: Kind) -> list[Document]:
    return [one for one in EVERY.values() if one.kind == kind]


each_role_pack = pytest.mark.parametrize("pack", of_kind(Kind.ROLE), ids=lambda pack: pack.name)
each_trainer_pack = pytest.mark.parametrize("pack", of_kind(Kind.TRAINER), ids=lambda pack: pack.name)


def cases_of(pack: Document) -> list[Scenario]:
    """The cases that belong into a pack by their tags."""
    role = next((role.id for role in ROLES if pack.name.startswith(f"{pack.area}/{role.id}-")), None)
    return [case for case in library().scenarios[pack.area].scenarios if role is None or role in case.roles]


@cache
def text_of(site: Path, pack: Document, take: Take) -> str:
    """All words of the parts that a pack takes in one way, without spaces."""
    return tight(" ".join(words(taken(site, part)) for part in pack.parts if part.take == take))


def test_each_area_has_its_packs_and_so_has_each_role() -> None:
    names = {one.name for kind in (Kind.ROLE, Kind.TRAINER, Kind.KEY) for one in of_kind(kind)}
    wanted = set()
    for area in AREAS:
        wanted |= {f"{area.id}/trainer-pack", f"{area.id}/answer-key"}
        for role in ROLES:
            wanted |= {f"{area.id}/{role.id}-{name}" for name in ("pack", "trainer-pack")}
    assert names == wanted


@each_role_pack
def test_role_pack_holds_the_sheet_the_chapters_of_its_tags_and_all_contacts(pack: Document) -> None:
    menu = area_menu(ROOT, read_chapters(ROOT), [pack.area])[pack.area]
    role = next(role.id for role in ROLES if pack.name == f"{pack.area}/{role.id}-pack")
    tagged = [page.address for page in menu if page.meta and role in page.meta.roles]
    assert tagged
    assert pack.pages == (f"{pack.area}/pin-up/", *tagged, f"{pack.area}/contacts/")


@each_area
def test_role_packs_lose_no_outcome_no_line_and_no_clause_of_a_tool(area: Area, site_dir: Path) -> None:
    for pack in (one for one in of_kind(Kind.ROLE) if one.area == area.id):
        told = text_of(site_dir, pack, Take.SHORT)
        flows = [flow for flow in all_flows() if f"{flow.id}/" in pack.pages]
        for flow in flows:
            wording = publication().flows[flow.id]
            for outcome in flow.outcomes:
                assert tight(wording.outcomes[outcome.id].title) in told, f"{pack.name}: {outcome.id}"
            for duty in flow.all_duties():
                kind = "actions" if hasattr(duty, "by") else "cautions"
                line = publication().duty(flow.id, kind, duty.code, getattr(duty, "by", None)).text
                assert tight(line) in told, f"{pack.name}: {line}"
                for citation in duty.cites:
                    assert tight(citation.clause) in told, f"{pack.name}: {citation.clause}"
        assert flows or pack.area == "wales"


@each_trainer_pack
def test_trainer_pack_has_the_cases_of_its_tags_and_no_answer(pack: Document, site_dir: Path) -> None:
    told = text_of(site_dir, pack, Take.CASES)
    cases = cases_of(pack)
    assert len(cases) >= 3
    for case in library().scenarios[pack.area].scenarios:
        assert (tight(case.facts) in told) == (case in cases), case.id
    answers = publication().training
    for heading in (answers.supported, answers.advice, answers.never):
        assert tight(heading) not in told
    assert len(pack.hour) == CASES_AN_HOUR
    assert set(pack.hour) <= {case.id for case in cases}
    flows = {case.entry for case in cases if case.id in pack.hour}
    assert len(flows) == min(CASES_AN_HOUR, len({case.entry for case in cases}))


@pytest.mark.parametrize("key", of_kind(Kind.KEY), ids=lambda key: key.name)
def test_answer_key_has_the_answer_of_each_case_of_its_area(key: Document, site_dir: Path) -> None:
    told = text_of(site_dir, key, Take.ANSWERS)
    for case in cases_of(key):
        for fact in case.given.values():
            assert tight(fact.words) in told, case.id
        for given in advise(journey(area_of(case.entry), case)).actions:
            line = publication().duty(given.flow, "actions", given.duty.code, given.duty.by).text
            assert tight(line) in told, f"{case.id}: {line}"


@each_trainer_pack
def test_blank_charts_have_empty_boxes_and_all_their_words_beside_them(pack: Document, site_dir: Path) -> None:
    found = 0
    for part in (part for part in pack.parts if part.take == Take.BLANK_CHARTS):
        whole = with_class(taken(site_dir, part), "chart")
        filled = with_class(taken(site_dir, replace(part, take=Take.CHARTS)), "chart")
        lists = with_class(taken(site_dir, part), "words-for-boxes")
        for blank, chart, listed in zip(whole, filled, lists, strict=True):
            boxes = [
                " ".join(words(line) for line in text)
                for node in with_class(chart, "node")
                if "start" not in node.get("class", "").split()
                for text in with_class(node, "text")
            ]
            letters = [words(item) for item in listed.iter("li")]
            assert letters == sorted(set(boxes), key=str.casefold)
            kept = words(blank)
            assert [box for box in boxes if tight(box) in tight(kept)] == []
            assert blank.get("aria-label", "").startswith(FILL_IN.format(title=""))
            assert not [words(desc) for desc in blank.iter(f"{SVG}desc") if any(box in words(desc) for box in boxes)]
            found += 1
    assert found


@pytest.mark.parametrize("name", [name for name in NAMES if EVERY[name].kind == Kind.TRAINER])
def test_what_is_handed_out_begins_on_a_page_of_its_own(name: str, pdfs: Pdfs) -> None:
    reader = PdfReader(pdfs.file(name))
    pages = [tight(page.extract_text()) for page in reader.pages]
    wanted = [publication().training.case.partition("{")[0], FILL_IN.format(title=""), "Evaluation sheet"]
    handed_out = [mark for mark in bookmarks(reader) if mark.words.startswith(tuple(wanted))]
    assert len(handed_out) > CASES_AN_HOUR
    for mark in handed_out:
        # Behind the running head, the heading comes first.
        head = pages[mark.page - 1].index(tight(mark.words))
        assert head < 120, mark.words


@pytest.mark.parametrize("name", [name for name in NAMES if EVERY[name].kind in (Kind.TRAINER, Kind.ROLE)])
def test_sheet_for_the_wall_fills_one_page(name: str, pdfs: Pdfs) -> None:
    pages = [tight(page.extract_text()) for page in PdfReader(pdfs.file(name)).pages]
    (sheet,) = (page for page in pages if tight("Whoever rang every number on this sheet signs here") in page)
    for contact in publication().contacts[EVERY[name].area].values():
        assert tight(contact.number or "") in sheet
    assert tight(publication().edition.paper) in sheet
