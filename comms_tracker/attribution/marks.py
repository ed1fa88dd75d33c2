"""The words between quotation marks: curly, straight and angled ones, single ones, one inside the other, and over
several paragraphs, of which each opens and only the last closes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DOUBLE_OPENS, DOUBLE_CLOSES = "“„«", "”»"
SINGLES = "‘’'"
STRAIGHT = '"'
MARKS = DOUBLE_OPENS + DOUBLE_CLOSES + SINGLES + STRAIGHT
_BEFORE_OPENING = frozenset("([{—–-/") | frozenset(DOUBLE_OPENS + STRAIGHT)
LONGEST_SINGLE = 3000
"""Characters: an apostrophe that nothing closes within them opens no quotation."""
# A word that begins with an apostrophe and is no quotation: 'tis, 'em, '90s.
_ELISION = re.compile(r"[‘’'](?:tis|twas|em|til|cause|cos|n|bout|ere|\d0s)\b", re.I)
_QUOTE_LINE = re.compile(r"[ \t]*>[ \t]?")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: ``start`` to ``end`` with the marks, and the words alone, one fragment a paragraph."""

    start: int
    end: int
    fragments: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """Where the first word begins."""
        return self.fragments[0][0]

    @property
    def last(self) -> int:
        """Where the last word ends."""
        return self.fragments[-1][1]


def marked(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marked]:
    """What stands between marks, in order of place; marks inside other marks belong to the words."""
    found: list[Marked] = []
    going_on: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(paragraphs):
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        position = start
        while (opening := _next_opening(text, position, end)) is not None:
            closing = _closing(text, opening, end)
            if closing is not None:
                found.append(_made(text, going_on, opening, closing, closing + 1))
                going_on, position = [], closing + 1
                continue
            if below is not None and _same_kind(text, opening, below[0]):
                going_on = [*going_on, (opening, end)]
                break
            if text[opening] in SINGLES:
                position = opening + 1
                continue
            found.append(_made(text, going_on, opening, end, end))
            going_on = []
            break
        else:
            if going_on and (below is None or position == start):
                # The paragraph after an unclosed one has no mark at all: the quotation ended where its mark is missing.
                found.append(_made(text, going_on, None, 0, going_on[-1][1]))
                going_on = []
    return found


def _made(text: str, before: Sequence[tuple[int, int]], opening: int | None, last: int, end: int) -> Marked:
    spans = [(first + 1, stop) for first, stop in before]
    if opening is not None:
        spans.append((opening + 1, last))
    start = before[0][0] if before else opening
    assert start is not None
    return Marked(start, end, tuple(_stripped(text, *span) for span in spans))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return first, first + len(words.strip())


def _next_opening(text: str, start: int, end: int) -> int | None:
    """The next mark that opens, with a word after it."""
    for place in range(start, end - 1):
        mark = text[place]
        if mark not in MARKS or text[place + 1].isspace():
            continue
        before = text[place - 1] if place > 0 else " "
        if mark in DOUBLE_OPENS:
            return place
        if mark == STRAIGHT and not (before.isalnum() or before in ".,!?"):
            return place
        if mark in "‘'" and (before.isspace() or before in _BEFORE_OPENING) and not _ELISION.match(text, place):
            return place
    return None


def _same_kind(text: str, one: int, other: int) -> bool:
    """Whether the mark at ``other`` opens in the way that the one at ``one`` does."""
    mark, second = text[one], text[other]
    if mark in SINGLES:
        return second in "‘'"
    return second in DOUBLE_OPENS + STRAIGHT


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the mark at ``opening`` is closed in its paragraph, None where it is not."""
    if text[opening] in SINGLES:
        return _single_closing(text, opening, min(end, opening + LONGEST_SINGLE))
    return _double_closing(text, opening, end)


def _double_closing(text: str, opening: int, end: int) -> int | None:
    depth = 0
    for place in range(opening + 1, end):
        mark = text[place]
        if mark == STRAIGHT and text[opening] == STRAIGHT:
            return place
        if mark in DOUBLE_OPENS and text[opening] != STRAIGHT:
            depth += 1
        elif mark in DOUBLE_CLOSES or (mark == STRAIGHT and not depth and text[place - 1 : place].strip()):
            if not depth:
                return place
            depth -= 1
    return None


def _single_closing(text: str, opening: int, end: int) -> int | None:
    """The first mark that can close; one after a plural's s ("the patients' beds") only where no other can."""
    possible = list(_single_closings(text, opening, end))
    for number, place in enumerate(possible):
        plural = text[place - 1] in "sS" and re.match(r" [a-z0-9]", text[place + 1 : place + 3]) is not None
        if not plural or number + 1 == len(possible):
            return place
    return None


def _single_closings(text: str, opening: int, end: int) -> Iterator[int]:
    double = 0
    for place in range(opening + 1, end):
        mark = text[place]
        if mark in DOUBLE_OPENS:
            double += 1
        elif mark in DOUBLE_CLOSES:
            double -= 1
        if double < 0:
            return
        if mark == "‘" and place > opening + 1 and text[place - 1].isspace():
            return
        after = text[place + 1] if place + 1 < len(text) else " "
        if mark in "’'" and not text[place - 1].isspace() and not after.isalnum():
            yield place


def block_quote_start(text: str, start: int, end: int) -> int:
    """Where a paragraph's words begin behind the mark of Markdown's block quotations; ``start`` where it has none."""
    found = _QUOTE_LINE.match(text, start, end)
    return found.end() if found is not None else start
