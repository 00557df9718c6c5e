"""The branches that a source contains, and what each comes to: a second statement of the flows, read from the source.

The flows say which duty holds in which case; the branches say which duties a case comes to, all of them and no other.
Whoever changes a flow on purpose changes the branch as well, from the source and not from what the flow now says.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbook.branches.branch import Branch, alone, signature, wrong
from handbook.branches.derbyshire import DERBYSHIRE_BRANCHES
from handbook.branches.stockport import STOCKPORT_BRANCHES
from handbook.branches.tees import TEES_BRANCHES
from handbook.branches.wales import WALES_BRANCHES
from handbook.branches.walsall import WALSALL_BRANCHES

BRANCHES: Mapping[str, tuple[Branch, ...]] = {
    "stockport": STOCKPORT_BRANCHES,
    "derbyshire": DERBYSHIRE_BRANCHES,
    "wales": WALES_BRANCHES,
    "tees": TEES_BRANCHES,
    "walsall": WALSALL_BRANCHES,
}
"""The branches of each area."""

__all__ = ["BRANCHES", "Branch", "alone", "signature", "wrong"]
