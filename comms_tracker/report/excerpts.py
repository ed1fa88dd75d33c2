"""The place of a claim in its statement: how much of the text to show around it, and where the marks go."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.attribution.paragraphs import is_shortened
from comms_tracker.report.cutting import first_over, runs

LONGEST_PARAGRAPH = 420
"""Characters up to which the whole paragraph is shown; of a longer one, only the sentences that the claim stands in."""

LONGEST_QUOTE = 320
"""Characters: a sentence that is longer is quoted as the claim alone."""

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(
    r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£$€])"
    r"|\n[^\S\n]*(?=(?:[-*•+|]|\d{1,2}[.)])[^\S\n])"  # the next point of a list, or row of a table
    r"|(?<=\|)[^\S\n]*\n"
)
_SENTENCE_OR_LINE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(]*[A-Z0-9£$€])|\n\s*|\r\n?\s*")


class Tone(StrEnum):
    """For which side of a change a passage, or a figure in a picture, is marked; ``OTHER`` for neither."""

    EARLIER = "earlier"
    LATER = "later"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text to mark, as offsets; ``figure`` is the stretch of its figure within it."""

    start: int
    end: int
    tone: Tone
    figure: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is shown in one way; ``first`` and ``last`` say whether it begins and ends its mark."""

    text: str
    tone: Tone | None = None
    figure: bool = False
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a statement in pieces; ``cut_before`` and ``cut_after`` say that the statement goes on there."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def excerpt(text: str, mark: Mark, brief: bool = False) -> Excerpt:
    """The paragraph of the mark, or its sentences where that is long or a brief one is wanted, with the mark in it."""
    start, end = passage(text, mark.start, mark.end, 0 if brief else LONGEST_PARAGRAPH)
    return Excerpt(
        pieces=pieces(text, start, end, (mark,)),
        cut_before=bool(text[:start].strip()),
        cut_after=bool(text[end:].strip()),
    )


def passage(text: str, start: int, end: int, longest: int = LONGEST_PARAGRAPH) -> tuple[int, int]:
    """The offsets of the paragraph around a stretch, or of the sentences that it touches where that is longer."""
    first, last = _between(_PARAGRAPH_END, text, (0, len(text)), start, end)
    if last - first > longest:
        first, last = _between(_SENTENCE_END, text, (first, last), start, end)
    return _trimmed(text, (first, last), start, end)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence, or line, that holds a stretch, for quoting it with its context.

    Where the sentence is longer than a reader wants to see, the stretch itself.
    """
    first, last = _trimmed(text, _between(_SENTENCE_OR_LINE_END, text, (0, len(text)), start, end), start, end)
    return (first, last) if last - first <= LONGEST_QUOTE else (start, end)


def _between(boundary: re.Pattern[str], text: str, within: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    first, last = low, high = within
    for match in boundary.finditer(text, low, high):
        if is_shortened(text, match.start()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            last = match.end()
            break
    return first, last


def _trimmed(text: str, within: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The offsets without white space at either end, outside the stretch from start to end."""
    first, last = within
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text from start to end in pieces that join up to it exactly.

    Where marks overlap, the claims of the change that is shown win over other claims, and otherwise the first.
    """
    ranked = sorted(marks, key=lambda one: (one.tone is Tone.OTHER, one.start, one.end))
    owner = first_over(((one.start, one.end), one) for one in ranked)
    spans = [(one.start, one.end) for one in ranked] + [one.figure for one in ranked if one.figure]

    def look(place: int) -> tuple[Mark | None, bool]:
        mark = owner(place)
        return mark, mark is not None and mark.figure is not None and mark.figure[0] <= place < mark.figure[1]

    found = list(runs(start, end, spans, look))
    owners = [None, *(mark for _, _, (mark, _) in found), None]
    return tuple(
        Piece(text[low:high])
        if mark is None
        else Piece(text[low:high], mark.tone, in_figure, first=before != mark, last=after != mark)
        for before, (low, high, (mark, in_figure)), after in zip(owners, found, owners[2:], strict=False)
    )
