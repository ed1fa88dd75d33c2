"""The sentence that a claim stands in, for quoting it with its context."""

from __future__ import annotations

import re

from comms_tracker.attribution.paragraphs import is_shortened

_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(]*[A-Z0-9£$€])|\n\s*|\r\n?\s*")

LONGEST_QUOTE = 320
"""Characters: a sentence that is longer is quoted as the claim alone."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, or line, of ``text`` that holds the claim at ``start`` to ``end``.

    Where the sentence is longer than a reader wants to see, the claim's own span.
    """
    first, last = 0, len(text)
    for stop in _END.finditer(text):
        if is_shortened(text, stop.start()):
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
