"""The entry of the command `handbook`: starts the commands, or says which flow cannot even be made."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from pathways.model import FlowError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit status is 0 when all is well."""
    try:
        # Imported here, because importing the flows makes them, and a flow that is put together wrongly refuses.
        from handbook.commands import run
    except FlowError as error:
        print(_located(error))
        return 1
    return run(arguments)


def _located(error: FlowError) -> str:
    """The refusal at the line of the flow that caused it."""
    frames = traceback.extract_tb(error.__traceback__)
    at = next((frame for frame in reversed(frames) if "flows" in Path(frame.filename).parts), frames[-1])
    path = Path(at.filename)
    root = Path(__file__).resolve().parents[2]
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return f"{name}:{at.lineno}: {error}"


if __name__ == "__main__":
    sys.exit(main())
