"""How each area's flows read the shared facts."""

from __future__ import annotations

from pathways.compare.reading import Reading
from pathways.compare.readings.derbyshire import DERBYSHIRE
from pathways.compare.readings.stockport import STOCKPORT
from pathways.compare.readings.tees import TEES
from pathways.compare.readings.wales import WALES
from pathways.compare.readings.walsall import WALSALL

READINGS: dict[str, Reading] = {
    "stockport": STOCKPORT,
    "derbyshire": DERBYSHIRE,
    "wales": WALES,
    "tees": TEES,
    "walsall": WALSALL,
}
"""Area -> its reading."""
