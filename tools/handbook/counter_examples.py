"""A journey that breaks a rule, as a case to paste into `docs/_data/scenarios`, and to keep once the flow is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import yaml

from handbook.data import DATA, Library
from pathways.checks import CounterExample, Problem
from pathways.vocabulary import ACTIONS, CAUTIONS

GAP = "..."
"""What stands in a printed case where somebody has to write."""

_HEAD = """\
# A case for {file}. Fill the gaps, then paste it at the end: it fails until the flow is mended.
# The rule: {rule}
"""
_NOT_FOR_A_CASE = "# A case cannot say what this rule wants: add what the advice must have, or must not have.\n"


def told_once(problems: Iterable[Problem]) -> list[tuple[Problem, int]]:
    """The problems, of those that only differ by their journey the shortest alone, with how many others there are."""
    kinds: dict[object, list[Problem]] = {}
    for problem in problems:
        shown = problem.shown_by
        kinds.setdefault((problem.flow, shown.fault, shown.rule) if shown else problem, []).append(problem)
    return [(min(alike, key=_length), len(alike) - 1) for alike in kinds.values()]


def _length(problem: Problem) -> int:
    return len(problem.shown_by.walk.asked()) if problem.shown_by else 0


def free_ids(library: Library, area: str) -> Iterator[str]:
    """The ids that no case of an area has yet, such as SC-STK-30, 31 and so on."""
    taken = {}
    for case in library.scenarios[area].scenarios if area in library.scenarios else ():
        start, _, number = case.id.rpartition("-")
        if number.isdecimal():
            taken[int(number)] = start
    last = max(taken, default=0)
    start = taken.get(last, f"SC-{area.upper()}")
    return (f"{start}-{number:02d}" for number in count(last + 1))


def case_to_paste(library: Library, shown: CounterExample, id: str) -> str:
    """The case of a journey, with gaps for its words: what it is given, and what the rule wants of its advice."""
    flow, fault = shown.walk.flow, shown.fault
    expected = sorted(fault.lacks & ACTIONS.keys())
    must_not = sorted(fault.lacks & CAUTIONS.keys())
    limits = list(dict.fromkeys(limit for limit, _ in fault.late))
    case = {
        "id": id,
        "area": flow.area,
        "role": GAP,
        "roles": [],
        "facts": GAP,
        "front": _front(library, flow.id),
        "entry": flow.id,
        "given": {
            step.question.id: {"answer": _in_order(step.question.options, step.answer), "words": GAP}
            for step in shown.walk.asked()
        },
        "expected": expected,
        "must_not": must_not,
        "deadlines": [{"code": code, "for": [act for limit, act in fault.late if limit == code]} for code in limits],
        "because": {code: [GAP] for code in (*expected, *must_not, *limits)},
        "not_expected": [],
    }
    head = _HEAD.format(file=f"{DATA.as_posix()}/scenarios/{flow.area}.yml", rule=shown.rule)
    if not fault.lacks and not fault.late:
        head += _NOT_FOR_A_CASE
    text: str = yaml.safe_dump([case], default_flow_style=None, sort_keys=False, width=1_000_000, allow_unicode=True)
    return head + text.rstrip("\n")


def _in_order(options: Sequence[str], answer: Iterable[str]) -> list[str]:
    """An answer in the order of its question; "none" and "unknown" stand alone anyway."""
    return sorted(answer, key=lambda option: options.index(option) if option in options else len(options))


def _front(library: Library, flow: str) -> str:
    """The entry of the front page that leads to a flow, or "area"."""
    entries = library.front.entries if library.front else ()
    return next((entry.id for entry in entries if flow in entry.pages.values()), "area")
