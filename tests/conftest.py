"""What tests share: the built site, a server for it, and a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Protocol

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

import browser_finder
from tests.support.server import SiteServer

# The same commit gives the same result on every machine, however slow. To look further, choose another profile:
# pytest --hypothesis-profile=default
hypothesis.settings.register_profile("handbook", derandomize=True, deadline=None)
hypothesis.settings.load_profile("handbook")

# What a page is waited for may take long on a machine that is busy with other tests.
expect.set_options(timeout=30_000)


class NewPage(Protocol):
    """Opens a page in a browser that has seen nothing before."""

    def __call__(
        self,
        path: str | None = None,
        *,
        java_script_enabled: bool = True,
        size: tuple[int, int] = (1280, 900),
        color_scheme: Literal["light", "dark"] = "light",
        init_script: str | None = None,
        errors_expected: bool = False,
    ) -> Page:
        """Open `path` of the site (or nothing yet); `init_script` runs before any script of the page.

        When the test ends, a request to another host fails it, and so does an uncaught error in a page unless
        `errors_expected`.
        """


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The handbook as readers get it, built once a run however many processes share the tests."""
    from handbook.build import build_site  # here, so that tests of the logic alone load no publishing code

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site, finished = shared / "site", shared / "site.finished"
    with FileLock(shared / "site.lock"):
        if not finished.exists():
            build_site(site)
            finished.touch()
    return site


@pytest.fixture(scope="session")
def server(site_dir: Path) -> Iterator[SiteServer]:
    """The built site, served on this machine."""
    with SiteServer(site_dir).running() as running:
        yield running


@pytest.fixture
def python_off(server: SiteServer) -> Iterator[None]:
    """While a test runs no page gets its Python: for what is not about the live tool, and far quicker."""
    with server.answering("*/worker.*.js"):
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, Chrome or Edge, whichever is on this machine, or else Playwright's own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=browser_finder.find(), args=browser_finder.ARGUMENTS, chromium_sandbox=False
        )
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser, server: SiteServer) -> Iterator[NewPage]:
    """Opens pages, each in a context of its own, and watches what they must never do."""
    contexts = []
    faults: list[str] = []

    def open_page(
        path: str | None = None,
        *,
        java_script_enabled: bool = True,
        size: tuple[int, int] = (1280, 900),
        color_scheme: Literal["light", "dark"] = "light",
        init_script: str | None = None,
        errors_expected: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=server.url,
            java_script_enabled=java_script_enabled,
            viewport=ViewportSize(width=size[0], height=size[1]),
            color_scheme=color_scheme,
            locale="en-GB",
        )
        contexts.append(context)
        if init_script is not None:
            context.add_init_script(init_script)
        # data: and blob: addresses are made by the page itself and ask no host for anything.
        own = (server.url + "/", "data:", "blob:")
        context.on(
            "request",
            lambda request: None if request.url.startswith(own) else faults.append(f"request to {request.url}"),
        )
        if not errors_expected:
            context.on(
                "weberror", lambda error: faults.append(f"error in {error.page and error.page.url}: {error.error}")
            )
        page = context.new_page()
        if path is not None:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)
