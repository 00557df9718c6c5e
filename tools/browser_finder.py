"""Finds a browser that tests and measurements can drive: Chromium, Chrome or Edge.

Standard library only, and plain enough for Python 3.8: the setup uses it before anything is installed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, Optional

#: Names a browser to use instead of the first one found.
VARIABLE = "HANDBOOK_BROWSER"

#: Keeps the browser from doing anything of its own accord while it is measured or tested.
ARGUMENTS: List[str] = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

#: Chromium without windows: the same engine, and it opens four pages in the time that Chromium takes for one.
SHELL = "chromium-headless-shell"

COMMANDS = [
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
]
MAC_APPLICATIONS = ["Chromium", "Google Chrome", "Microsoft Edge"]
WINDOWS_PROGRAMS = [
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
]


class BrowserError(Exception):
    """The browser that was asked for by name cannot be used."""


def find() -> Optional[str]:
    """The path of the first browser that starts, or None: then Playwright's own is the one left to try."""
    asked = os.environ.get(VARIABLE)
    if asked:
        if not starts(asked):
            raise BrowserError(f"{VARIABLE} names {asked}, which does not start. Correct it, or unset it.")
        return asked
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Where browsers usually are, on Linux, macOS and Windows; they need not exist."""
    for command in COMMANDS:
        found = shutil.which(command)
        if found:
            yield found
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            for name in MAC_APPLICATIONS:
                yield str(folder / f"{name}.app" / "Contents" / "MacOS" / name)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            folder_name = os.environ.get(variable)
            if folder_name:
                for program in WINDOWS_PROGRAMS:
                    yield str(Path(folder_name) / program)


def starts(path: str) -> bool:
    """Whether a browser can be run: some systems put a stub there that only says what to install."""
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":  # there, asking for the version opens a window
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
