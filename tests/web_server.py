"""A real HTTP server on 127.0.0.1 whose pages a test writes: what to answer, how slowly, and where to break off."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = Callable[[BaseHTTPRequestHandler], None]


@dataclass(slots=True)
class Site:
    """The server's address, its pages by path, and the requests that it got: path and headers in lower case.

    ``sent`` are the bodies of the POST requests by path.
    """

    url: str
    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    sent: list[tuple[str, bytes]] = field(default_factory=list)

    def put(self, path: str, body: bytes = b"", *, status: int = 200, **headers: str) -> str:
        """Answers ``path`` with this; returns its address. ``content_type`` is the header Content-Type, and so on."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"content_type": "text/html; charset=utf-8", **headers}.items():
                request.send_header(name.replace("_", "-").title(), value)
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body)

        self.pages[path] = answer
        return self.url + path


@contextmanager
def web_site() -> Iterator[Site]:
    """A site without pages, served until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            site.sent.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.do_GET()

        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path)
            try:
                if page is None:
                    self.send_error(404)
                else:
                    page(self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    port = server.server_address[1]
    site = Site(f"http://127.0.0.1:{port}", port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
