"""One request over one connection to an address that was checked; no redirect is followed here."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote

from comms_tracker.errors import InputError

Connect = Callable[[str, int, float], socket.socket]
"""An address, a port and the seconds to wait, to a connected socket; raises OSError."""

_CHUNK = 65_536
_KEPT_IN_PATH = "/%:@!$&'()*+,;=~-._"
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of one fetch: seconds in all and without a byte, bytes of a page unpacked, and redirects."""

    seconds: float = 30.0
    idle: float = 10.0
    size: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the status, its headers by name in lower case, and the body unpacked."""

    status: int
    reason: str
    headers: Mapping[str, str]
    data: bytes


def user_agent() -> str:
    """What a server is told about who asks."""
    from importlib.metadata import version

    return f"comms-tracker/{version('comms-tracker')} (reads public statements one page at a time)"


def connect_to(address: str, port: int, seconds: float) -> socket.socket:
    """A socket connected to exactly this address."""
    return socket.create_connection((address, port), timeout=seconds)


class _CheckedConnection(http.client.HTTPConnection):
    """A connection to the addresses that it is given, whatever the host's name may stand for by now."""

    def __init__(self, parts: SplitResult, addresses: Sequence[str], connect: Connect, idle: float) -> None:
        tls = parts.scheme == "https"
        super().__init__(parts.hostname or "", parts.port or (443 if tls else 80), timeout=idle)
        self._addresses = addresses
        self._connect_to = connect
        self._tls = ssl.create_default_context() if tls else None

    def connect(self) -> None:
        """Connects to the first address that answers; raises the last one's OSError where none does."""
        failed: OSError = OSError("no address")
        for address in self._addresses:
            try:
                self.sock = self._connect_to(address, self.port, self.timeout or 0.0)
                break
            except OSError as error:
                failed = error
        else:
            raise failed
        if self._tls is not None:
            self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host)


def ask(
    parts: SplitResult,
    addresses: Sequence[str],
    limits: Limits,
    *,
    headers: Mapping[str, str],
    connect: Connect,
    body: bytes | None = None,
) -> Answer:
    """The answer to one GET, or to one POST of ``body``.

    Raises InputError where it takes too long, is too large, stops in the middle or cannot be understood.
    """
    url = parts.geturl()
    connection = _CheckedConnection(parts, addresses, connect, min(limits.idle, limits.seconds))
    late = threading.Event()

    def give_up() -> None:
        late.set()
        if connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(limits.seconds, give_up)
    watch.daemon = True
    watch.start()
    try:
        _send(connection, parts, headers, body)
        response = connection.getresponse()
        held = {name.lower(): value for name, value in response.getheaders()}
        data = _body(response, held.get("content-encoding", ""), limits.size, url)
        if late.is_set():
            raise TimeoutError
        return Answer(response.status, response.reason, held, data)
    except ssl.SSLCertVerificationError as error:
        raise InputError(
            f"{url} cannot be trusted: {error.verify_message}. Check the address, or save the page in a browser."
        ) from None
    except (http.client.HTTPException, OSError, ValueError, zlib.error) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise InputError(
                f"{url} took longer than {limits.seconds:.0f} seconds, or stopped sending for {limits.idle:.0f}. "
                "Try again later, or save the page as a file."
            ) from None
        raise InputError(f"{url} {_failure(error)}") from None
    finally:
        watch.cancel()
        connection.close()


def _failure(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "stopped in the middle of its answer. Try again later, or save the page as a file."
    if isinstance(error, http.client.HTTPException | zlib.error | ValueError):
        return "did not answer as a web server does. Check the address."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be reached: {reason}. Check the address, and that this computer is online."


def _send(connection: _CheckedConnection, parts: SplitResult, headers: Mapping[str, str], body: bytes | None) -> None:
    path = quote(parts.path or "/", safe=_KEPT_IN_PATH)
    query = f"?{quote(parts.query, safe=_KEPT_IN_PATH + '?')}" if parts.query else ""
    connection.putrequest("GET" if body is None else "POST", path + query, skip_host=True, skip_accept_encoding=True)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    sent = {
        "Host": f"{host}:{parts.port}" if parts.port else host,
        "User-Agent": user_agent(),
        "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }
    if body is not None:
        sent["Content-Length"] = str(len(body))
    for name, value in sent.items():
        connection.putheader(name, value)
    connection.endheaders(body)


def _body(response: http.client.HTTPResponse, packing: str, size: int, url: str) -> bytes:
    """The whole body, unpacked as it comes and given up as soon as it is larger than ``size``."""
    packing = packing.strip().lower()
    if packing not in {"", "identity"} | _PACKED:
        raise InputError(f"{url} sends its page packed as {packing}, which is not read. Save it as a file.")
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32) if packing in _PACKED else None
    parts: list[bytes] = []
    total = 0
    came = False
    while chunk := response.read(_CHUNK):
        came = True
        if unpacking is not None:
            chunk = unpacking.decompress(chunk, size + 1 - total)
        parts.append(chunk)
        total += len(chunk)
        if total > size:
            raise InputError(
                f"{url} has more than {size / 1_000_000:,.0f} MB, and is not read further. "
                "Save the statement's own page as a file."
            )
    packed_whole = unpacking is None or not came or (unpacking.eof and not unpacking.unused_data)
    if response.length or not packed_whole:
        raise http.client.IncompleteRead(b"")
    return b"".join(parts)
