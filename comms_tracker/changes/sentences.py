"""The sentence around a claim and its neighbours, found by punctuation alone: ``changes`` never parses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from comms_tracker.attribution.paragraphs import is_shortened
from comms_tracker.remembering import remembered

END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£$€])|\n+")

POINTING = r"(?:that|this|these|those|they|it|both)\b"
"""The words by which a sentence begins that goes on with what the sentence before it counts or says."""
POINTS_BACK = re.compile(POINTING, re.I)


@remembered(512)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text`` as offsets, white space around them left out; a line break always ends one."""
    spans: list[tuple[int, int]] = []
    start = 0
    ends = (match.end() for match in END.finditer(text) if not is_shortened(text, match.start()))
    for end in [*ends, len(text)]:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            left = start + piece.index(stripped[0])
            spans.append((left, left + len(stripped)))
        start = end
    return tuple(spans)


def points_back(sentence: str) -> bool:
    """Whether a sentence begins by pointing to the one before it: "That is fewer than ..."."""
    return POINTS_BACK.match(sentence) is not None


def sentence_index(text: str, at: int) -> int | None:
    """The place among the text's sentences of the one that the offset ``at`` is in; ``None`` between two of them."""
    spans = sentence_spans(text)
    index = bisect_right(spans, at, key=itemgetter(1))
    return index if index < len(spans) and spans[index][0] <= at else None


def sentence_at(text: str, start: int, end: int) -> str:
    """The words of the sentence or sentences that ``text[start:end]`` touches."""
    spans, touched = sentence_spans(text), touched_by(text, start, end)
    return text[spans[touched[0]][0] : spans[touched[-1]][1]] if touched else text[start:end]


def sentences_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence before, the sentence itself and the sentence after, empty strings at the ends of the text."""
    before, own, after = places_around(text, start, end)
    return text[before.start : before.stop], text[own.start : own.stop], text[after.start : after.stop]


def places_around(text: str, start: int, end: int) -> tuple[range, range, range]:
    """The offsets of the sentence before, the sentence itself and the sentence after; empty at the ends of the text."""
    spans, touched = sentence_spans(text), touched_by(text, start, end)
    if not touched:
        return range(0), range(start, end), range(0)
    first, last = touched[0], touched[-1]
    before = range(*spans[first - 1]) if first else range(0)
    after = range(*spans[last + 1]) if last + 1 < len(spans) else range(0)
    return before, range(spans[first][0], spans[last][1]), after


def same_sentence(text: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans touch one sentence."""
    one, other = touched_by(text, *a), touched_by(text, *b)
    return max(one.start, other.start) < min(one.stop, other.stop)


def touched_by(text: str, start: int, end: int) -> range:
    """The places among the text's sentences of those that ``text[start:end]`` touches."""
    spans = sentence_spans(text)
    return range(bisect_right(spans, start, key=itemgetter(1)), bisect_left(spans, end, key=itemgetter(0)))
