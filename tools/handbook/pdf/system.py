"""Whether the library that WeasyPrint draws text with is on this machine, and how to get it."""

from __future__ import annotations

import contextlib
import io

from pango import HOW_TO_INSTALL


class NoPangoError(Exception):
    """Pango is missing; the message says how to install it."""


def ensure_pango() -> None:
    """Raise NoPangoError where WeasyPrint cannot start."""
    try:
        # It prints an address of its maker before it fails; ours says more.
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: F401
    except OSError as error:
        raise NoPangoError(HOW_TO_INSTALL) from error
