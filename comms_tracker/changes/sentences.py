"""The sentence around a claim and its neighbours, found by punctuation alone: ``changes`` never parses."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bvs)[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£$€])|\n+"
)


@lru_cache(maxsize=512)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text`` as offsets, white space around them left out; a line break always ends one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in END.finditer(text)), len(text)]:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            left = start + piece.index(stripped[0])
            spans.append((left, left + len(stripped)))
        start = end
    return tuple(spans)


def sentence_at(text: str, start: int, end: int) -> str:
    """The words of the sentence or sentences that ``text[start:end]`` touches."""
    touched = [span for span in sentence_spans(text) if span[0] < end and start < span[1]]
    return text[touched[0][0] : touched[-1][1]] if touched else text[start:end]


def sentences_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence before, the sentence itself and the sentence after, empty strings at the ends of the text."""
    spans = sentence_spans(text)
    touched = [index for index, span in enumerate(spans) if span[0] < end and start < span[1]]
    if not touched:
        return "", text[start:end], ""
    first, last = touched[0], touched[-1]
    before = text[slice(*spans[first - 1])] if first else ""
    after = text[slice(*spans[last + 1])] if last + 1 < len(spans) else ""
    return before, text[spans[first][0] : spans[last][1]], after


def same_sentence(text: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans touch one sentence."""
    spans = sentence_spans(text)
    at = bisect_right(spans, max(a[0], b[0]), key=itemgetter(1))
    return at < len(spans) and spans[at][0] < min(a[1], b[1])
