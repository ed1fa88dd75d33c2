"""What goes with every answer of the server: the content security policy, and the page that asks for no other origin.

Streamlit's page looks for its server below each part of its address, so that a page opened directly logs a failed
request; ours is told where the server is by a small script of our own.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from collections.abc import Iterable
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from comms_tracker.app.intake import MOST_MB

SCRIPT = Path(__file__).parent / "entry" / "script.py"
HERE_PATH = "/comms-tracker/here.js"
HERE = 'window.__streamlit = { BACKEND_BASE_URL: window.location.origin + "/" };\n'
HELD = ("/_stcore/", "/component/", "/media/", "/static/")
"""Where Streamlit serves files, and a download may be HTML, rather than its page."""

_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)

log = logging.getLogger(__name__)


def page() -> bytes:
    """Streamlit's page, with our script before all of its own."""
    bare = (Path(file_util.get_static_dir()) / "index.html").read_bytes()
    return bare.replace(b"<head>", f'<head>\n    <script src="{HERE_PATH}"></script>'.encode(), 1)


def policy(html: bytes) -> str:
    """The content security policy of a page: its own origin only, and of scripts within it those that stand there now.

    ``blob:`` is where Streamlit puts the scripts of components. Styles may stand inline, since Streamlit writes its own
    so; they reach no other origin either.
    """
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in _INLINE_SCRIPT.findall(html))
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {allowed.strip()}" for name, allowed in rules.items())


def _sha256(script: bytes) -> str:
    return base64.b64encode(hashlib.sha256(script).digest()).decode()


class Guard:
    """ASGI middleware: our headers on every answer, and our page wherever Streamlit answers with its own."""

    def __init__(self, app: ASGIApp, html: bytes) -> None:
        self._app = app
        self._html = html
        self._headers = {
            "Content-Security-Policy": policy(html),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and mends the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = b"" if scope["method"] == "HEAD" else self._html
        held = scope["path"].startswith(HELD)
        ours = False

        async def mended(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                ours = message["status"] == 200 and not held and _is_page(message["headers"])
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                if ours:
                    for name in ("content-encoding", "etag", "last-modified"):
                        del headers[name]
                    headers["Content-Length"] = str(len(self._html))
            elif ours:
                last = not message.get("more_body", False)
                message = {**message, "body": body if last else b""}
            await send(message)

        await self._app(scope, receive, mended)


def _is_page(raw: Iterable[tuple[bytes, bytes]]) -> bool:
    return Headers(raw=list(raw)).get("content-type", "").startswith("text/html")


def keep_uploads_in_memory() -> None:
    """Holds what is dropped on a page in memory: from 1 MB on it would otherwise be a temporary file on the disk."""
    MultiPartParser.spool_max_size = 1_000_000 * (MOST_MB + 1)


def middleware() -> list[Middleware]:
    """What stands around Streamlit's own server."""
    keep_uploads_in_memory()
    return [Middleware(Guard, html=page())]


def routes() -> list[BaseRoute]:
    """Our one route: the script that tells the page where its server is."""

    async def here(_: Request) -> Response:
        return Response(HERE, media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    return [Route(HERE_PATH, here)]


def on_script_error(error: Exception) -> bool:
    """Shows one sentence for what failed outside a page, such as the answer to a click; True: it is shown already."""
    from comms_tracker.app import frame

    log.error("A page failed.", exc_info=error)
    frame.show_failure()
    return True
