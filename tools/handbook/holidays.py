"""`make holidays`: the bank holidays of England and of Wales, written into `docs/_data/holidays.yml`.

They come from the package `holidays`, by nation, and are committed: a build reads the file alone. What is kept by hand
in it is `proclaimed`, the last year whose bank holidays somebody has seen proclaimed; later ones count as expected.
"""

from __future__ import annotations

from pathlib import Path

from handbook.data import HolidayRecord, path_of
from handbook.reader import Reader

YEARS = range(2025, 2031)
"""The years written; raise the end each year."""

NATIONS = {"england": "ENG", "wales": "WLS"}
"""Nation -> its name in the package."""

HEAD = """\
# Bank holidays, written by `make holidays`. Kept by hand: `proclaimed`, the last year whose bank holidays somebody has
# seen proclaimed, with what shows it and when it was looked at. Those of later years are worked out by rule, and a date
# that is counted over them says that it is expected.
"""


def write(root: Path) -> Path:
    """Write the file anew, keeping what is kept by hand. Raises ValueError when that cannot be read."""
    path = path_of(root, "holidays")
    reader = Reader(root)
    record = reader.read(HolidayRecord, path)
    if record is None:
        raise ValueError("\n".join(str(trouble) for trouble in reader.troubles))
    path.write_text(_text(record), encoding="utf-8")
    return path


def _text(record: HolidayRecord) -> str:
    """The file, with what `record` keeps by hand."""
    # Imported here: it takes a while, and nothing else needs it.
    from holidays import country_holidays

    kept = record.proclaimed
    lines = [f'proclaimed: {{year: {kept.year}, evidence: "{kept.evidence}", checked: {kept.checked}}}']
    lines += [f"first: {YEARS.start}", f"last: {YEARS.stop - 1}", "nations:"]
    for nation, code in NATIONS.items():
        days = country_holidays("GB", subdiv=code, years=YEARS)
        lines += [f"  {nation}:", *(f'    "{day}": {days[day]}' for day in sorted(days))]
    return HEAD + "\n".join(lines) + "\n"
