"""Building and serving the site with MkDocs."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from handbook.data import ROOT

# Material's notice about MkDocs 2 is for its users, who are told in adr/0006; it would drown what matters here.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class BuildError(Exception):
    """The site could not be built; why has been logged."""


def build_site(out: Path, root: Path = ROOT) -> None:
    """Build the whole site into `out`, strictly. Raises BuildError; every reason is logged."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    _log_warnings()
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(out), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, Abort) as error:
        raise BuildError(str(error)) from error


def serve_site(root: Path = ROOT) -> None:
    """Serve the site on 127.0.0.1:8000 and rebuild it at every change, until stopped."""
    from mkdocs.commands.serve import serve

    _log_warnings(logging.INFO)
    serve(str(root / "mkdocs.yml"), dev_addr="127.0.0.1:8000")


def _log_warnings(level: int = logging.WARNING) -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
