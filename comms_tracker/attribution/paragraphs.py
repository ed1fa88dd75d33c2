"""A text's paragraphs and sentences by their marks alone, so that every rule about speakers counts in the same ones."""

from __future__ import annotations

import re
from itertools import pairwise

_BLANK_LINE = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")
_LINE = re.compile(r"\r?\n")
_WRAPPED_AT = range(45, 101)
"""Characters of a line that is broken because the page ended, and not the paragraph."""
_FEWEST_WRAPPED = 3
"""Such lines, by which a text is known to be wrapped."""
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9£$€])")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St|Cllr|Sgt|Lt|Col|Capt|Insp|Supt|Gen|Sen|Gov|Rep|Det|Cpl|Maj|Hon"
    r"|Jr|Sr|No|Ltd|Inc|Co|Corp|approx|vs|e\.g|i\.e|a\.m|p\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|(?<![A-Za-z])[A-Z](?:\.[A-Z])*)\.\Z"
)
LONGEST_SHORTENED = 8
"""Characters before a mark among which a shortened word is looked for."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The bounds of the paragraphs without blanks around them: lines, or blocks where lines are broken for a page."""
    breaks = _BLANK_LINE if _is_wrapped(text) else _LINE
    found: list[tuple[int, int]] = []
    start = 0
    for gap in [*breaks.finditer(text), None]:
        end = gap.start() if gap is not None else len(text)
        raw = text[start:end]
        if raw.strip():
            first = start + len(raw) - len(raw.lstrip())
            found.append((first, first + len(raw.strip())))
        start = gap.end() if gap is not None else end
    return found


def _is_wrapped(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n")]
    if any(len(line) > _WRAPPED_AT.stop for line in lines):
        return False
    broken = [line for line, below in pairwise(lines) if below and len(line) in _WRAPPED_AT and not _ENDS.search(line)]
    return len(broken) >= _FEWEST_WRAPPED


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bounds of the sentences between two offsets, each with the blanks after it left out."""
    found: list[tuple[int, int]] = []
    first = start
    for stop in _SENTENCE_END.finditer(text, start, end):
        if is_shortened(text, stop.start()):
            continue
        found.append((first, stop.start() + len(stop.group().rstrip())))
        first = stop.end()
    if first < end:
        found.append((first, end))
    return found


def is_shortened(text: str, stop: int) -> bool:
    """Whether the mark at ``stop`` ends a shortened word or an initial, as in "Dr. Smith", and so hardly a sentence."""
    return _SHORTENED.search(text, max(0, stop - LONGEST_SHORTENED), stop + 1) is not None
