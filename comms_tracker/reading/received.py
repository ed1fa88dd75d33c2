"""What came in and where its facts were found: kept beside the statements, so that the evidence can be shown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from comms_tracker.remembering import remembered


@dataclass(frozen=True, slots=True)
class Taken:
    """A statement's date, organisation, title, outlet or source as a reader found it, and where, in plain words.

    ``stated`` is true where the document gives it for exactly this statement, as a feed's entry or a table's row does:
    then it stands like front matter. Else a value that the user gives goes before it.
    """

    value: str
    where: str
    stated: bool = False


@dataclass(frozen=True, slots=True)
class PageStart:
    """The offset in the statement's text at which a page of the document begins; pages count from 1."""

    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Received:
    """A file, or an answer of a web server, byte for byte; ``url`` is where it was fetched from."""

    name: str
    data: bytes = field(repr=False)
    url: str | None = None

    @property
    def sha256(self) -> str:
        """The hex digest of the bytes."""
        return digest(self.data)


@remembered(1)
def digest(data: bytes) -> str:
    """The SHA-256 of bytes in hex; of one large file it is asked for each of its statements, one after another."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one statement came from: the bytes that held it, what was taken from them, and its pages if it has any.

    ``taken`` has only what was found and used, under the statement's field names; front matter and what the user gave
    are not in it.
    """

    statement: str
    incident: str | None
    received: Received
    taken: Mapping[str, Taken] = field(default_factory=dict)
    pages: tuple[PageStart, ...] = ()
