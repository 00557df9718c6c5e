"""The logic stands alone: standard library only, and imports run one way."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.data import ROOT

PATHWAYS = ROOT / "tools" / "pathways"
MODULES = sorted(PATHWAYS.rglob("*.py"))

# Lower layers never import upper ones. Modules of one layer may know one another.
LAYERS = (
    ("conditions", "vocabulary"),
    ("model",),
    ("walk", "publication", "calendar", "citations"),
    ("advice", "because", "paths"),
    ("difference",),
    ("marking",),
    ("checks", "flows"),
    ("compare",),
    ("request",),
    ("render",),
    ("browser",),
)


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def layer(module: str) -> int:
    part = module.split(".")[1]
    return next(place for place, names in enumerate(LAYERS) if part in names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PATHWAYS).as_posix())
def test_the_logic_needs_the_standard_library_only(path: Path) -> None:
    others = {name.split(".")[0] for name in imported(path)} - {"pathways"} - sys.stdlib_module_names
    assert others == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PATHWAYS).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    own = ".".join(path.relative_to(PATHWAYS.parent).with_suffix("").parts).removesuffix(".__init__")
    if own == "pathways":
        return
    above = [name for name in imported(path) if name.startswith("pathways.") and layer(name) > layer(own)]
    assert above == []


def test_publishing_is_never_imported_by_the_logic() -> None:
    assert not [path for path in MODULES for name in imported(path) if name.startswith("handbook")]
