"""What an organisation issued, and the place in a larger document that it was taken from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """The place in a larger document that a statement was taken from.

    ``quoted`` are the stretches of the statement's text that stand between marks there: the speaker's own words, as the
    outlet gives them.
    """

    document: str
    start: int
    end: int
    quoted: tuple[tuple[int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One text issued by one organisation at one time through one channel.

    ``issued`` is an ISO date, or a date and time with offset; ``None`` only where the order of input stands for it.
    ``wording`` says whose words the text is in ("recast" for bundled cases told in our own words).
    ``english`` is false where the text does not look like English, so that its results can be marked.
    """

    id: str
    text: str
    organisation: str | None = None
    issued: str | None = None
    title: str | None = None
    channel: str | None = None
    outlet: str | None = None
    source: str | None = None
    incident: str | None = None
    wording: str | None = None
    repeats: str | None = None
    derived_from: Origin | None = None
    english: bool = True

    @property
    def sha256(self) -> str:
        """The hex digest of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
