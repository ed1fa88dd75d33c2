"""An address to the page that is there, redirects followed, each step checked like the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.message import Message
from http.client import responses
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

from comms_tracker.errors import InputError
from comms_tracker.fetching.addresses import Resolve, checked_addresses, refuse_private, resolve_name
from comms_tracker.fetching.requests import Answer, Connect, Limits, ask, connect_to

_NO_CHARACTER_OF_A_URL = re.compile(r"[\x00-\x20\x7f\\]")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that say "not now"."""
_BARRED = frozenset({401, 402, 403, 451})


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Network:
    """The two ways out of this computer: a name looked up, and an address connected to."""

    resolve: Resolve = resolve_name
    connect: Connect = connect_to


NETWORK = Network()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was at an address: ``url`` is where it was found in the end, ``charset`` what the server said of it.

    ``status`` is 200, or another one that the caller said it would take; ``headers`` have names in lower case.
    """

    asked: str
    url: str
    status: int
    data: bytes = field(repr=False)
    media_type: str
    charset: str | None
    headers: Mapping[str, str]


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    headers: Mapping[str, str] | None = None,
    statuses: frozenset[int] = frozenset({200}),
    permit: Callable[[str], None] | None = None,
    network: Network = NETWORK,
) -> Fetched:
    """What is at ``url``; the request carries ``headers`` besides its own.

    ``permit`` is called with each address before it is asked for, that of a redirect too, and may raise.
    Raises InputError for an address that is not http or https or not public, for a status that is not among
    ``statuses``, and for an answer past the limits. ``allow_private`` takes private addresses too.
    """
    end = monotonic() + limits.seconds
    here = url
    for _ in range(limits.redirects + 1):
        parts = _checked(here)
        addresses = checked_addresses(here, *_host_and_port(parts), network.resolve, allow_private=allow_private)
        if permit is not None:
            permit(here)
        left = replace(limits, seconds=max(end - monotonic(), 0.1))
        answer = ask(parts, addresses, left, headers=headers or {}, connect=network.connect)
        target = answer.headers.get("location")
        if answer.status in _REDIRECTS and target:
            here = urljoin(here, _characters(target.strip()))
            continue
        if answer.status not in statuses:
            raise InputError(f"{here} {status_sentence(answer.status, answer.headers)}")
        return _fetched(url, here, answer)
    raise InputError(
        f"{url} redirects more than {limits.redirects} times, and is not fetched. Give the address that it ends at."
    )


def refuse_address(url: str, *, allow_private: bool = False) -> None:
    """Raises InputError for an address that :func:`fetch` would not ask for, so that nothing is made for it first.

    A name that is not known at the moment is not refused: it may be at the next.
    """
    parts = _checked(url)
    if allow_private:
        return
    try:
        refuse_private(url, resolve_name(*_host_and_port(parts)))
    except (OSError, UnicodeError):
        return


def post_json(
    url: str, data: bytes, *, allow_private: bool = False, limits: Limits = DEFAULT_LIMITS, network: Network = NETWORK
) -> None:
    """Sends JSON to ``url``, an address that the user named for it, with the checks of :func:`fetch`.

    No redirect is followed: what is sent goes to the named place only. Raises InputError where the answer is not a
    success.
    """
    parts = _checked(url)
    addresses = checked_addresses(url, *_host_and_port(parts), network.resolve, allow_private=allow_private)
    answer = ask(
        parts, addresses, limits, headers={"Content-Type": "application/json"}, connect=network.connect, body=data
    )
    if not 200 <= answer.status < 300:
        raise InputError(f"{url} {status_sentence(answer.status, answer.headers)}")


def _host_and_port(parts: SplitResult) -> tuple[str, int]:
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _characters(header: str) -> str:
    """A header that a server wrote in UTF-8, as most do who write an address unescaped; else as it came."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be fetched, its host as the name is looked up; raises InputError."""
    scheme = url.partition(":")[0].lower()
    if scheme not in {"http", "https"}:
        raise InputError(f"{url} is not fetched: only http and https addresses are. Save the statement as a file.")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError):
        host, port, parts = "", None, urlsplit("")
    if not host or _NO_CHARACTER_OF_A_URL.search(url):
        raise InputError(f"{url!r} is no address of a page. Write it as https://example.org/page.")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            f"The address at {host} holds a name or a password, which would be kept with the statement. Leave it out."
        )
    shown = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=f"{shown}:{port}" if port else shown, fragment="")


def status_sentence(status: int, headers: Mapping[str, str]) -> str:
    """What a server answered, and what to do about it: to stand behind the address."""
    said = f"answered {status} {responses.get(status, '')}".strip()
    if status in LATER:
        wait = retry_after(headers)
        return f"{said}. Try again later{f', after {wait} seconds' if wait is not None else ''}."
    if status in _BARRED:
        return f"{said}: it does not let this program in. Save the page in a browser, and read the file."
    return f"{said}. Check the address in a browser."


def retry_after(headers: Mapping[str, str]) -> int | None:
    """The seconds after which a server wants to be asked again; None where it doesn't say, or says a date."""
    wait = headers.get("retry-after", "").strip()
    return int(wait) if wait.isascii() and wait.isdigit() and len(wait) < 8 else None


def _fetched(asked: str, url: str, answer: Answer) -> Fetched:
    kind = Message()
    kind["Content-Type"] = answer.headers.get("content-type", "application/octet-stream")
    charset = kind.get_content_charset()
    return Fetched(asked, url, answer.status, answer.data, kind.get_content_type(), charset, answer.headers)
