"""Serves a built site on this machine, remembers what was asked for, and can answer wrongly when told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What the server gives in place of a file."""

    status: int
    body: bytes
    content_type: str


class _Handler(SimpleHTTPRequestHandler):
    """Serves files with the types that browsers insist on, and quietly."""

    # Stated here because systems disagree: a module or a WebAssembly file of another type is refused by browsers.
    extensions_map = {  # noqa: RUF012 - the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".zip": "application/zip",
    }

    def __init__(self, *args: object, site: "SiteServer", directory: str) -> None:
        self.site = site
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, or with what the test has put in its place."""
        path = urlsplit(self.path).path
        self.site.requests.append(self.path)
        answer = self.site.replacement(path)
        if answer is None:
            super().do_GET()
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is kept in `SiteServer.requests`."""


class SiteServer:
    """A folder on http://127.0.0.1, at a free port."""

    def __init__(self, folder: Path) -> None:
        #: Every address asked for, in order, with its query and without the host.
        self.requests: list[str] = []
        self._replacements: list[tuple[str, Answer]] = []
        handler = partial(_Handler, site=self, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def running(self) -> Iterator["SiteServer"]:
        """Serve until the block ends."""
        thread = Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    @contextmanager
    def answering(
        self, pattern: str, status: int = HTTPStatus.NOT_FOUND, body: bytes = b"", content_type: str = "text/plain"
    ) -> Iterator[None]:
        """For the length of a block, answer paths that match, such as `*/worker.*.js`, in this way."""
        entry = (pattern, Answer(status, body, content_type))
        self._replacements.append(entry)
        try:
            yield
        finally:
            self._replacements.remove(entry)

    def replacement(self, path: str) -> Answer | None:
        """The answer that stands in for a path's file, if a test has set one; the newest counts."""
        return next((answer for pattern, answer in reversed(self._replacements) if fnmatchcase(path, pattern)), None)
