"""Time limits with their last day in words, and the question from when they count."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pathways.calendar import Clock, Due, OutsideCalendarError, due
from pathways.model import Action, Citation, Limit
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Html, el, problem
from pathways.vocabulary import DATED, WORKING_DAYS


def limit_words(publication: Publication, area: str, limit: Limit, clock: Clock | None) -> str:
    """A limit with its last day, or with why none is told: no start in the source, or no moment given yet."""
    ui = publication.interface
    words = ui.limit[limit.code]
    if limit.code not in DATED:
        return words
    if limit.counts_from is None:
        return f"{words} ({ui.no_start})"
    if clock is None:
        return f"{words}, {ui.limit_start[limit.counts_from.code]}"
    end = last_day(publication, area, limit, clock)
    if end is None:
        return f"{words} ({ui.due_unknown.format(last=publication.calendar(area).last)})"
    day = phrases.weekday(end.day)
    if end.working_days:
        words = ui.due_working.format(day=day, days=end.working_days)
    else:
        words = f"{words}: {ui.due.format(day=day)}"
    if clock.is_assumed:
        words = f"{words}, {ui.due_assumed}"
    if end.is_expected:
        words = f"{words} ({ui.due_expected.format(year=end.day.year)})"
    return f"{words}. {ui.due_over}" if end.is_over else words


def last_day(publication: Publication, area: str, limit: Limit, clock: Clock | None) -> Due | None:
    """The last day of a limit; None where none is told: no start, no moment, or bank holidays that are not known."""
    try:
        return due(limit, clock, publication.calendar(area)) if clock else None
    except OutsideCalendarError:
        return None


def starts(actions: Iterable[Action]) -> list[Limit]:
    """The limits that have a start, and so a last day, among those of some actions."""
    return [limit for action in actions for limit in action.within if limit.counts_from]


def form(
    publication: Publication,
    area: str,
    limits: Iterable[Limit],
    clock: Clock | None,
    error: str | None = None,
    focus: bool = False,
) -> Html:
    """The question from when limits count: two controls, filled in with the moment that counts now."""
    ui, calendar = publication.interface, publication.calendar(area)
    shown = clock.start if clock else None
    counted = ui.counted_from_now if clock and clock.is_assumed else ui.counted_from
    lead = [ui.dates_lead, *([ui.dates_working] if any(limit.code in WORKING_DAYS for limit in limits) else [])]
    day, time = (f"{shown:%Y-%m-%d}", f"{shown:%H:%M}") if shown else (None, None)
    return el(
        "form",
        el(
            "fieldset",
            el("legend", el("h3", ui.dates)),
            el(
                "p",
                counted.format(moment=moment(shown)) if shown else ui.date_outside_now,
                tabindex="-1",
                data_focus=focus,
            ),
            problem(error),
            el(
                "div",
                _control(ui.date, "date", day, calendar.first, calendar.last),
                _control(ui.time, "time", time),
                el("button", ui.count, type="submit", class_="flow-secondary"),
                class_="flow-controls",
            ),
            el("p", " ".join(lead), " ", el("span", ui.basis_handbook, class_="handbook-own"), class_="flow-hint"),
        ),
        class_="flow-dates",
        data_dates=True,
    )


def _control(label: str, kind: str, value: str | None, first: int | None = None, last: int | None = None) -> Html:
    return el(
        "label",
        f"{label} ",
        el(
            "input",
            type=kind,
            name=kind,
            value=value,
            min=f"{first}-01-01" if first else None,
            max=f"{last}-12-31" if last else None,
            required=True,
        ),
    )


def moment(shown: datetime.datetime) -> str:
    """A day and a time as people write them: Saturday 21 November 2026, 09:30."""
    return f"{phrases.weekday(shown.date())}, {shown:%H:%M}"


def timings(
    publication: Publication, area: str, action: Action, clock: Clock | None
) -> dict[str, tuple[Citation, ...]]:
    """Each limit with its last day and each wait, in words, with the citations of a limit."""
    return phrases.timings(publication, action, lambda limit: limit_words(publication, area, limit, clock))
