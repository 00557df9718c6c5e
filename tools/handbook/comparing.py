"""The comparison pages: one subject each, its cases posed to the five areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.data import path_of
from handbook.reader import Reader
from pathways.compare.facts import SHARED
from pathways.compare.pose import compare
from pathways.compare.subjects import SUBJECTS
from pathways.compare.table import Empty, Table, table
from pathways.flows import AREAS
from pathways.publication import Publication
from pathways.render.comparison import comparison, in_short
from pathways.render.html import Html, el, join


def subject_block(publication: Publication, subject: str) -> Html:
    """A subject: the main differences first, then each case with its table."""
    words = publication.compare
    told = words.subjects[subject]
    posed = {case: compare(facts) for case, facts in SUBJECTS[subject].items()}
    tables = [table(answered) for answered in posed.values()]
    main = [
        el(
            "li",
            el("strong", words.acts[code]),
            el("ul", *(el("li", said) for said in _said(publication, tables, code))),
            el("p", words.reasons[code].text),
            data_code=code,
        )
        for code in told.differences
    ]
    cases = [
        join(
            el("h2", words.case.format(n=number), id=f"case-{number}"),
            el("p", told.cases[case], class_="compare-posed"),
            comparison(publication, answered, 3),
        )
        for number, (case, answered) in enumerate(posed.items(), 1)
    ]
    return join(
        el("h2", words.main_differences, id="main-differences"),
        el("ul", *main, class_="main-differences"),
        *cases,
    )


def _said(publication: Publication, tables: Sequence[Table], code: str) -> Iterator[str]:
    """Which areas say the same of an act, case by case: "Case 1. Wales, Tees: Must, immediately. Walsall: Should."."""
    for number, one in enumerate(tables, 1):
        row = next((row for row in one.rows if row.code == code), None)
        if row is None:
            continue
        groups: dict[str, list[str]] = {}
        for cell in row.cells:
            groups.setdefault(in_short(publication, cell), []).append(publication.areas[cell.area.id].name)
        case = publication.compare.case.format(n=number)
        yield f"{case}. " + " ".join(f"{', '.join(areas)}: {said.rstrip('.:')}." for said, areas in groups.items())


def check_comparison(root: Path, reader: Reader, publication: Publication) -> None:
    """Words for every act and subject and none too many; a reason for each contradiction; no difference made up."""
    path = path_of(root, "wording", "compare")
    for keys, what, instead in _problems(publication):
        reader.trouble(path, keys, what, instead)


def _problems(publication: Publication) -> Iterator[tuple[tuple[str, ...], str, str]]:
    words = publication.compare
    used = {duty.code for area in AREAS for flow in area.flows for duty in flow.all_duties()}
    yield from _same("acts", set(words.acts), used | set(words.reasons), needed=used)
    yield from _same("empty", set(words.empty), {str(why) for why in Empty})
    yield from _same("subjects", set(words.subjects), set(SUBJECTS))
    for code, reason in words.reasons.items():
        if code not in used:
            yield ("reasons", code), f"no flow has {code}", "take the reason out"
        if reason.item[:2] not in ("B-", "C-"):
            yield ("reasons", code), f"{reason.item} is no item of conflict", "name one, such as C-09"
    for subject in SUBJECTS.keys() & words.subjects.keys():
        told = words.subjects[subject]
        for keys, what, instead in _same("cases", set(told.cases), set(SUBJECTS[subject])):
            yield ("subjects", subject, *keys), what, instead
        rows = [row for facts in SUBJECTS[subject].values() for row in table(compare(facts)).rows]
        differing = {row.code for row in rows if row.differs}
        for code in sorted({row.code for row in rows if row.contradicts} - words.reasons.keys()):
            yield (
                ("reasons",),
                f"the areas differ in {code} ({subject}), and nothing says why",
                f"write `{code}:` there",
            )
        for code in told.differences:
            if code not in differing:
                what = f"the areas do not differ in {code}"
                yield ("subjects", subject, "differences"), what, f"name one of: {', '.join(sorted(differing))}"
            elif code not in words.reasons:
                yield ("subjects", subject, "differences"), f"{code} has no reason", "write one below reasons"


def _same(
    key: str, there: set[str], wanted: set[str], needed: set[str] | None = None
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for name in sorted((wanted if needed is None else needed) - there):
        yield (key,), f"{name} has no words", f"write `{name}:` below {key}"
    for name in sorted(there - wanted):
        yield (key, name), f"{name} is not known", f"take it out, or use one of: {', '.join(sorted(wanted))}"


def unknown_facts() -> list[str]:
    """Facts and values that a subject tells and no reading knows: none, or a case asks for what nobody reads."""
    return [
        f"{subject}/{case}: {fact}={value}"
        for subject, cases in SUBJECTS.items()
        for case, facts in cases.items()
        for fact, values in facts.items()
        for value in values
        if value not in SHARED.get(fact, frozenset())
    ]
