"""What is found out about who speaks: quotations and passages; offsets count code points in the text that was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.records import Voice


class QuotationKind(StrEnum):
    """How a speaker's words stand in a text."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words in a text: ``start`` to ``end`` with their marks, or the reported clause where it is indirect.

    ``fragments`` are the words between marks, one for each stretch that the speaker's naming or a paragraph's end
    parts; an indirect quotation has none. ``speaker`` stands at ``speaker_start`` in the text: where a pronoun names
    the speaker, the nearest name that it means. ``speaker_name`` is the fuller name that the text gives elsewhere,
    where it does. ``cue`` is the word that reports ("said"). ``nested`` marks a quotation inside another one. What the
    text does not say is None.
    """

    start: int
    end: int
    kind: QuotationKind
    fragments: tuple[tuple[int, int], ...]
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_name: str | None = None
    cue: str | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text in one voice.

    ``role`` is what its paragraph is for: headline, byline, body, correction or background. ``speaker`` is whoever is
    quoted or reported, in the text's words, ``speaker_name`` the fuller name where the text gives one, and ``cue`` the
    word that reports; all three are None where nobody is.
    """

    start: int
    end: int
    voice: Voice
    role: str
    speaker: str | None = None
    speaker_name: str | None = None
    cue: str | None = None
