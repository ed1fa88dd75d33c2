"""The sentence that a claim stands in, for quoting it with its context."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(]*[A-Z0-9£$€])|\n\s*|\r\n?\s*")
_SHORTENED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|No|Ltd|Inc|Co|approx|vs|e\.g|i\.e)|\b[A-Z])\.$")

LONGEST_QUOTE = 320
"""Characters: a sentence that is longer is quoted as the claim alone."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, or line, of ``text`` that holds the claim at ``start`` to ``end``.

    Where the sentence is longer than a reader wants to see, the claim's own span.
    """
    first, last = 0, len(text)
    for stop in _END.finditer(text):
        if _SHORTENED.search(text, max(0, stop.start() - 8), stop.start() + 1):
            continue
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end - 1:
            last = stop.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return (first, last) if last - first <= LONGEST_QUOTE else (start, end)
