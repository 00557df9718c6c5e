"""The answers of the areas side by side: one row an act, one cell an area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pathways.advice import Given
from pathways.compare.pose import Posed
from pathways.model import EMERGENCY, Action, Area, Caution, is_stated
from pathways.vocabulary import ACTIONS, YOU


class Empty(StrEnum):
    """Why a cell is empty."""

    SILENT = "silent"  # no flow of the area has the act
    OTHER_CASES = "other-cases"  # the area has it, for other facts
    SAYS_NO = "says-no"  # the source says the contrary
    HANDBOOK_SAYS_NO = "handbook-says-no"  # the handbook does, for this area
    NO_ROUTE = "no-route"  # the source has nothing at all for such a case


REFUSED_BY: dict[str, frozenset[str]] = {
    "parents-involved": frozenset({"do-not-inform-parents-if-risk", "do-not-disclose-to-others"}),
    "report-to-site": frozenset({"do-not-report-elsewhere-first"}),
    "report-network-provider": frozenset({"do-not-report-elsewhere-first"}),
    "ceop": frozenset({"do-not-report-elsewhere-first"}),
    "iwf": frozenset({"do-not-report-elsewhere-first"}),
    "removal-help": frozenset({"do-not-delete", "do-not-remove-before-capture"}),
    "removal-on-police-advice": frozenset({"do-not-delete", "do-not-remove-before-capture"}),
}
"""Code of an action -> the cautions that say the contrary."""


@dataclass(frozen=True, kw_only=True)
class Cell[D: (Action, Caution)]:
    """What one area says of an act: its lines, each with its place in the area's order; or why there is none.

    `against`: the caution by which the area says no.
    """

    area: Area
    lines: tuple[tuple[int, Given[D]], ...] = ()
    empty: Empty | None = None
    against: Given[Caution] | None = None


@dataclass(frozen=True, kw_only=True)
class Row[D: (Action, Caution)]:
    """One act in all areas."""

    code: str
    cells: tuple[Cell[D], ...]

    @property
    def differs(self) -> bool:
        """Whether the areas differ in more than words: in who says it, how binding, how soon, and after what."""
        return len({_terms(cell) for cell in self.cells}) > 1

    @property
    def contradicts(self) -> bool:
        """Whether areas that have the act differ in it, or one says no: a reader will want to know why."""
        said = {_terms(cell) for cell in self.cells if cell.lines}
        return len(said) > 1 or any(cell.against for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Table:
    """What the reader does, what others do, and what nobody does."""

    yours: tuple[Row[Action], ...]
    others: tuple[Row[Action], ...]
    cautions: tuple[Row[Caution], ...]

    @property
    def rows(self) -> tuple[Row[Action] | Row[Caution], ...]:
        """All rows in the order shown."""
        return (*self.yours, *self.others, *self.cautions)


def table(posed: Sequence[Posed]) -> Table:
    """The rows for what the areas answered. An act is the reader's when any area gives it to the reader."""
    actions = [given for one in posed if one.advice for given in one.advice.actions]
    # Ringing 999 is the handbook's own line in every area, and stands on every page: no difference is in it.
    mine = dict.fromkeys(
        given.duty.code for given in actions if given.duty.by == YOU and given.duty.code != EMERGENCY.code
    )
    others = dict.fromkeys(
        given.duty.code for given in actions if given.duty.code not in mine and given.duty.code != EMERGENCY.code
    )
    dont = dict.fromkeys(given.duty.code for one in posed if one.advice for given in one.advice.cautions)
    return Table(
        yours=tuple(_action_row(posed, code) for code in _in_order(mine)),
        others=tuple(_action_row(posed, code) for code in _in_order(others)),
        cautions=tuple(_caution_row(posed, code) for code in dont),
    )


def _in_order(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: ACTIONS[code][0])


def _action_row(posed: Sequence[Posed], code: str) -> Row[Action]:
    cells = []
    for one in posed:
        own = [given for given in one.advice.actions if given.duty.code != EMERGENCY.code] if one.advice else []
        listed = enumerate(own, 1)
        lines = tuple((place, given) for place, given in listed if given.duty.code == code)
        against = None if lines else _against(one, code)
        cells.append(
            Cell(area=one.area, lines=lines, empty=None if lines else _why_empty(one, code, against), against=against)
        )
    return Row(code=code, cells=tuple(cells))


def _caution_row(posed: Sequence[Posed], code: str) -> Row[Caution]:
    cells = []
    for one in posed:
        listed = enumerate(one.advice.cautions, 1) if one.advice else ()
        lines = tuple((place, given) for place, given in listed if given.duty.code == code)
        cells.append(Cell(area=one.area, lines=lines, empty=None if lines else _why_empty(one, code, None)))
    return Row(code=code, cells=tuple(cells))


def _against(one: Posed, code: str) -> Given[Caution] | None:
    refusing = REFUSED_BY.get(code, frozenset())
    cautions = one.advice.cautions if one.advice else ()
    return next((given for given in cautions if given.duty.code in refusing), None)


def _why_empty(one: Posed, code: str, against: Given[Caution] | None) -> Empty:
    if one.advice is None:
        return Empty.NO_ROUTE
    if against is not None:
        return Empty.SAYS_NO if is_stated(against.duty.cites) else Empty.HANDBOOK_SAYS_NO
    anywhere = any(duty.code == code for flow in one.area.flows for duty in flow.all_duties())
    return Empty.OTHER_CASES if anywhere else Empty.SILENT


def _terms(cell: Cell[Action] | Cell[Caution]) -> object:
    """What counts as a difference between cells."""
    return (
        cell.empty,
        frozenset(_terms_of(given.duty) for _, given in cell.lines),
    )


def _terms_of(duty: Action | Caution) -> object:
    stated = is_stated(duty.cites)
    if isinstance(duty, Caution):
        return stated
    return stated, duty.force, frozenset(limit.code for limit in duty.within), duty.after
