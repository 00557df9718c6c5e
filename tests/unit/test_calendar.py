"""Due dates against calculations that know nothing of ours: a zone database, and the package that brings the days."""

import datetime
import random
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays
import pytest

from handbook.data import ROOT, path_of
from handbook.holidays import NATIONS, YEARS, write
from pathways.calendar import (
    Calendar,
    Clock,
    FutureError,
    NoSuchTimeError,
    OutsideCalendarError,
    add_working_days,
    clock,
    due,
    from_london,
    london,
    read_moment,
)
from pathways.model import FlowError, Limit, Start, stated
from pathways.vocabulary import WORKING_DAYS
from tests.support.flows import publication

LONDON = ZoneInfo("Europe/London")
STARTS = 10_000
MINUTE = datetime.timedelta(minutes=1)
FIRST, LAST = datetime.datetime(YEARS.start, 1, 1), datetime.datetime(YEARS.stop - 1, 12, 31, 23, 59)

each_nation = pytest.mark.parametrize("nation", NATIONS)


def calendar(nation: str = "england") -> Calendar:
    return publication().calendars[nation]


@cache
def package(nation: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=NATIONS[nation], years=range(YEARS.start, YEARS.stop + 1))


def limit(code: str, counted: bool = True) -> Limit:
    start = Start(code="came-to-notice", cites=stated("X-1")) if counted else None
    return Limit(code=code, cites=stated("X-1"), counts_from=start)


# --- working days ------------------------------------------------------------------------------------------------


@each_nation
@pytest.mark.parametrize("code", WORKING_DAYS)
def test_last_days_agree_with_the_package_from_ten_thousand_starts(nation: str, code: str) -> None:
    rng = random.Random(nation + code)
    refused = 0
    for _ in range(STARTS):
        start = FIRST + rng.randrange(int((LAST - FIRST) / MINUTE)) * MINUTE
        wanted = package(nation).get_nth_working_day(start.date(), WORKING_DAYS[code])
        try:
            found = due(limit(code), Clock(start=start, now=start), calendar(nation))
        except OutsideCalendarError:
            refused += 1
            assert wanted.year >= YEARS.stop
            continue
        assert found is not None
        assert (found.day, found.working_days, found.is_over) == (wanted, WORKING_DAYS[code], False)
        assert found.is_expected == (wanted.year > calendar(nation).proclaimed)
    assert 0 < refused < STARTS / 20  # only the last weeks of the last year


@each_nation
def test_every_day_is_a_working_day_as_the_package_says(nation: str) -> None:
    days = [FIRST.date() + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    assert all(calendar(nation).is_working_day(day) == package(nation).is_working_day(day) for day in days)
    assert {day.isoformat() for day in days if day in package(nation)} == set(calendar(nation).holidays)


def test_the_day_of_the_start_is_not_counted_and_christmas_is_skipped() -> None:
    for start, last in (
        ("2026-11-20", "2026-11-27"),  # Friday to Friday
        ("2026-11-21", "2026-11-27"),  # Saturday
        ("2026-12-23", "2027-01-04"),  # over 25 and 28 December and 1 January
    ):
        begun = datetime.date.fromisoformat(start)
        assert add_working_days(begun, 5, calendar()) == datetime.date.fromisoformat(last)


def test_the_committed_file_is_what_would_be_written_anew(tmp_path: Path) -> None:
    """What is kept by hand stays; the days are those of the package."""
    committed = path_of(ROOT, "holidays").read_text(encoding="utf-8")
    changed = path_of(tmp_path, "holidays")
    changed.parent.mkdir(parents=True)
    changed.write_text(committed.replace("Good Friday", "Nobody knows"), encoding="utf-8")
    assert write(tmp_path).read_text(encoding="utf-8") == committed


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    broken = path_of(tmp_path, "holidays")
    broken.parent.mkdir(parents=True)
    broken.write_text("proclaimed: {year: soon, evidence: e, checked: 2026-11-22}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"holidays.yml:1: 'soon' is not a count"):
        write(tmp_path)
    assert "soon" in broken.read_text(encoding="utf-8")


# --- the last day of a limit ---------------------------------------------------------------------------------------


def test_same_day_ends_with_the_day_also_at_a_weekend_and_a_minute_before_midnight() -> None:
    start = datetime.datetime(2026, 11, 21, 23, 59)
    for now, over in ((start, False), (start + MINUTE, True)):
        found = due(limit("same-day"), Clock(start=start, now=now), calendar())
        assert found is not None
        assert (found.day, found.working_days, found.is_over) == (start.date(), None, over)


@pytest.mark.parametrize("code", ["same-day", *WORKING_DAYS])
def test_without_a_start_in_the_source_there_is_no_date(code: str) -> None:
    assert due(limit(code, counted=False), Clock(start=FIRST, now=FIRST), calendar()) is None


@pytest.mark.parametrize("day", [FIRST - MINUTE, LAST + MINUTE])
@pytest.mark.parametrize("code", ["same-day", *WORKING_DAYS])
def test_no_date_is_guessed_outside_the_years_that_are_known(code: str, day: datetime.datetime) -> None:
    with pytest.raises(OutsideCalendarError):
        due(limit(code), Clock(start=day, now=day), calendar())


def test_a_limit_that_ends_on_no_day_cannot_have_a_start() -> None:
    with pytest.raises(FlowError, match="take out counts_from"):
        limit("immediately")
    with pytest.raises(FlowError, match="not in vocabulary"):
        Start(code="some-day", cites=stated("X-1"))


# --- London's clock --------------------------------------------------------------------------------------------------


def minutes_around_changes() -> list[datetime.datetime]:
    """Every minute of the two hours around each clock change and around midnight before it, in UTC."""
    found = []
    for year in YEARS:
        for hours in range(366 * 24):
            moment = datetime.datetime(year, 1, 1) + datetime.timedelta(hours=hours)
            aware = moment.replace(tzinfo=datetime.UTC)
            if aware.astimezone(LONDON).utcoffset() != (aware + 60 * MINUTE).astimezone(LONDON).utcoffset():
                found += [moment + n * MINUTE for n in range(-180, 181)]
    assert len(found) == 361 * 2 * len(YEARS)
    return found


def test_the_clock_agrees_with_the_zone_database_around_every_change() -> None:
    for moment in minutes_around_changes():
        aware = moment.replace(tzinfo=datetime.UTC).astimezone(LONDON)
        shown = london(moment)
        assert shown == aware.replace(tzinfo=None)
        back = from_london(shown)
        assert back == (shown.replace(tzinfo=LONDON, fold=0).astimezone(datetime.UTC).replace(tzinfo=None))


def test_the_clock_agrees_with_the_zone_database_at_ten_thousand_moments() -> None:
    rng = random.Random(0)
    for _ in range(STARTS):
        moment = datetime.datetime(1996, 1, 1) + rng.randrange(60 * 24 * 366 * 40) * MINUTE
        assert london(moment) == moment.replace(tzinfo=datetime.UTC).astimezone(LONDON).replace(tzinfo=None)


def test_a_time_that_clocks_pass_over_is_refused_and_one_shown_twice_is_the_first() -> None:
    for skipped in ("2026-03-29T01:00", "2026-03-29T01:59"):
        with pytest.raises(NoSuchTimeError):
            from_london(read_moment(skipped))
    for around in ("2026-03-29T00:59", "2026-03-29T02:00", "2026-10-25T02:00"):
        from_london(read_moment(around))
    assert from_london(read_moment("2026-10-25T01:30")) == datetime.datetime(2026, 10, 25, 0, 30)


# --- what readers give -----------------------------------------------------------------------------------------------

NOW = datetime.datetime(2026, 7, 1, 23, 30, 59)  # half past midnight on 2 July in London


def test_now_is_the_default_and_london_has_its_own_midnight() -> None:
    assert clock(NOW, None, calendar()) == Clock(
        start=datetime.datetime(2026, 7, 2, 0, 30), now=datetime.datetime(2026, 7, 2, 0, 30), is_assumed=True
    )
    found = due(limit("same-day"), clock(NOW, "2026-07-01T23:50", calendar()), calendar())
    assert found is not None
    assert (found.day, found.is_over) == (datetime.date(2026, 7, 1), True)


@pytest.mark.parametrize(
    ("start", "error"),
    [
        ("2026-07-02T00:31", FutureError),
        ("2024-12-31T23:59", OutsideCalendarError),
        ("2031-01-01T00:00", OutsideCalendarError),
        ("2026-03-29T01:30", NoSuchTimeError),
    ],
)
def test_moments_that_cannot_be_are_refused(start: str, error: type[ValueError]) -> None:
    with pytest.raises(error):
        clock(NOW, start, calendar())


@pytest.mark.parametrize(
    "text_", ["", "T", "2026-02-30T09:30", "2026-07-01", "2026-07-01T9:30", "2026-07-01T09:30Z", "2026-07-01T09:30:00"]
)
def test_what_is_no_moment_is_refused(text_: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_moment(text_)
