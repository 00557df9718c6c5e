"""Due dates: London's clock, working days, and the last day of a limit.

All times that readers give and see are London's, without a zone. The browser's Python has no time zone data, so the one
rule that is needed stands here, and tests compare it with a zone database. Bank holidays are passed in.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from pathways.model import Limit
from pathways.vocabulary import WORKING_DAYS

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
SUNDAY, SATURDAY = 6, 5


class NoSuchTimeError(ValueError):
    """A time that London's clocks pass over when they go forward."""


class OutsideCalendarError(ValueError):
    """A day before the first year, or after the last, whose bank holidays are known."""


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The bank holidays of one nation, by ISO date, from `first` to `last` (years, both included).

    Those after the year `proclaimed` are expected: worked out by rule, and not proclaimed yet.
    """

    first: int
    last: int
    proclaimed: int
    holidays: Mapping[str, str]

    def is_working_day(self, day: datetime.date) -> bool:
        """Whether a day is neither a weekend nor a bank holiday. Raises OutsideCalendarError."""
        self.check(day)
        return day.weekday() < SATURDAY and day.isoformat() not in self.holidays

    def check(self, day: datetime.date) -> None:
        """Raise OutsideCalendarError for a day whose bank holidays are not known."""
        if not self.first <= day.year <= self.last:
            raise OutsideCalendarError(day)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """From when the reader counts, and what time it is now; both London's, without a zone.

    `is_assumed`: the reader has not said from when, so now stands for it.
    """

    start: datetime.datetime
    now: datetime.datetime
    is_assumed: bool = False


@dataclass(frozen=True, kw_only=True)
class Due:
    """The last day of a limit, until its end. `working_days`: how many it gives; None for a limit of days as they come.

    `is_expected`: it was counted over a year whose bank holidays are not proclaimed yet. `is_over`: the day has passed.
    """

    day: datetime.date
    working_days: int | None
    is_expected: bool
    is_over: bool


def due(limit: Limit, clock: Clock, calendar: Calendar) -> Due | None:
    """The last day of a limit; None where the source does not say from when it counts, or it ends on no day.

    Raises OutsideCalendarError where bank holidays are not known: a date is never guessed.
    """
    if limit.counts_from is None:
        return None
    start, working_days = clock.start.date(), WORKING_DAYS.get(limit.code)
    calendar.check(start)
    last = add_working_days(start, working_days, calendar) if working_days else start
    return Due(
        day=last,
        working_days=working_days,
        is_expected=working_days is not None and last.year > calendar.proclaimed,
        is_over=clock.now.date() > last,
    )


def add_working_days(start: datetime.date, days: int, calendar: Calendar) -> datetime.date:
    """The last of so many working days after `start`, which itself is not counted. Raises OutsideCalendarError."""
    day = start
    while days:
        day += DAY
        days -= calendar.is_working_day(day)
    return day


# --- London's clock ----------------------------------------------------------------------------------------------


def london(moment: datetime.datetime) -> datetime.datetime:
    """What the clock in London shows at a moment of UTC; both without a zone. Right since 1996."""
    return moment + HOUR if _spring(moment.year) <= moment < _autumn(moment.year) else moment


def from_london(shown: datetime.datetime) -> datetime.datetime:
    """The moment of UTC at which London's clock shows this; of two, the first. Raises NoSuchTimeError."""
    for moment in (shown - HOUR, shown):
        if london(moment) == shown:
            return moment
    raise NoSuchTimeError(shown)


def _spring(year: int) -> datetime.datetime:
    return _last_sunday(year, 3)


def _autumn(year: int) -> datetime.datetime:
    return _last_sunday(year, 10)


def _last_sunday(year: int, month: int) -> datetime.datetime:
    """One in the morning, UTC, of the last Sunday of a month of 31 days: clocks change then."""
    last = datetime.datetime(year, month, 31, 1)
    return last - DAY * ((last.weekday() - SUNDAY) % 7)


# --- the moment that a reader gives ------------------------------------------------------------------------------


class FutureError(ValueError):
    """A moment that has not come yet."""


def clock(now: datetime.datetime, start: str | None, calendar: Calendar) -> Clock:
    """The clock for a moment of UTC and, where the reader gives it, a start such as "2026-11-21T09:30" in London.

    Raises OutsideCalendarError, NoSuchTimeError, FutureError, or ValueError for what is no moment at all.
    """
    calendar.check(now.date())
    here = london(now).replace(second=0, microsecond=0)
    if start is None:
        return Clock(start=here, now=here, is_assumed=True)
    shown = read_moment(start)
    calendar.check(shown.date())
    if from_london(shown) > now:
        raise FutureError(start)
    return Clock(start=shown, now=here)


def read_moment(text: str) -> datetime.datetime:
    """A day and a time in the one form that a page sends. Raises ValueError."""
    shown = datetime.datetime.fromisoformat(text)
    if shown.tzinfo or shown.isoformat(timespec="minutes") != text:
        raise ValueError(text)
    return shown
