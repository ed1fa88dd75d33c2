"""Two texts word by word: what both have, what only the earlier one has, and what only the later one has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from comms_tracker.quantities.scan import read_figures

_TOKEN = re.compile(r"(?:\w+(?:['’\-]\w+)*|[^\w\s]|(?=\s))\s*")
_PARAGRAPH = re.compile(r".*?(?:\n\s*|\Z)", re.DOTALL)
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")

ALIKE = 55
"""Of a hundred: from here on two paragraphs have so many words in common that one is taken for the other, edited."""

SHORT_RUN = 3
"""Words that two texts share by chance, "of the", within a passage that differs: fewer are shown as part of it."""


class Part(StrEnum):
    """Which of two texts a run of words stands in."""

    BOTH = "both"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both texts, or in one of them alone.

    The runs of both and of the earlier text join up to the earlier text, those of both and of the later to the later.
    """

    text: str
    part: Part


def differences(earlier: str, later: str, linked: Iterable[tuple[int, int]] = ()) -> tuple[Run, ...]:
    """The two texts as runs in order, each paragraph beside the one that it is like or has a linked claim with.

    ``linked`` are places in the earlier text and in the later one of claims about the same thing. A figure and its unit
    are one word, so that "1" to "14" is never an added "4".
    """
    first, second = _paragraphs(earlier), _paragraphs(later)
    pairs = {(_paragraph_at(first, one), _paragraph_at(second, other)) for one, other in linked}
    runs: list[Run] = []
    for old, new in _beside(first, second, pairs):
        runs += _within(old, new)
    return tuple(runs)


def _paragraphs(text: str) -> list[str]:
    return [part for part in _PARAGRAPH.findall(text) if part]


def _paragraph_at(paragraphs: list[str], place: int) -> int:
    ends = accumulate(len(paragraph) for paragraph in paragraphs)
    return next((number for number, end in enumerate(ends) if place < end), len(paragraphs) - 1)


def _beside(first: list[str], second: list[str], pairs: set[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """The paragraphs in order, those that belong together side by side and all others alone."""
    from rapidfuzz import fuzz

    def alike(one: int, other: int) -> float:
        if (one, other) in pairs:
            return 1.0
        close = fuzz.token_sort_ratio(first[one], second[other], score_cutoff=ALIKE) / 100
        return close if close * 100 >= ALIKE else 0.0

    worth = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    score = {}
    for one in reversed(range(len(first))):
        for other in reversed(range(len(second))):
            score[one, other] = alike(one, other)
            joined = worth[one + 1][other + 1] + score[one, other] if score[one, other] else 0.0
            worth[one][other] = max(joined, worth[one + 1][other], worth[one][other + 1])
    one = other = 0
    while one < len(first) or other < len(second):
        if one < len(first) and other < len(second):
            if score[one, other] and worth[one][other] == worth[one + 1][other + 1] + score[one, other]:
                yield first[one], second[other]
                one, other = one + 1, other + 1
                continue
            alone = worth[one][other] == worth[one + 1][other]
        else:
            alone = one < len(first)
        if alone:
            yield first[one], ""
            one += 1
        else:
            yield "", second[other]
            other += 1


def _within(earlier: str, later: str) -> Iterator[Run]:
    """Two paragraphs word by word."""
    from rapidfuzz.distance import LCSseq

    first, second = tokens(earlier), tokens(later)
    gaps: list[_Gap] = [_Gap("", "", "")]
    for code in LCSseq.opcodes(first, second):
        old, new = "".join(first[code.src_start : code.src_end]), "".join(second[code.dest_start : code.dest_end])
        if code.tag == "equal":
            gaps.append(_Gap(old, "", ""))
        else:
            gaps[-1] = gaps[-1].widened(old, new)
    return _runs(_without_chance(gaps))


def tokens(text: str) -> list[str]:
    """The text in words and marks, each with the white space behind it, a figure with its unit as one."""
    cut: list[str] = []
    here = 0
    for figure in read_figures(text):
        if figure.start < here:
            continue
        cut += _TOKEN.findall(text[here : figure.start])
        space = _SPACE.match(text, figure.end)
        end = space.end() if space else figure.end
        cut.append(text[figure.start : end])
        here = end
    return cut + _TOKEN.findall(text[here:])


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words of both texts, and what each has of its own behind them."""

    both: str
    earlier: str
    later: str

    def widened(self, earlier: str, later: str) -> _Gap:
        return _Gap(self.both, self.earlier + earlier, self.later + later)

    @property
    def words(self) -> int:
        """How many words stand in the longer of the two that differ."""
        return max(_words(self.earlier), _words(self.later))


def _without_chance(gaps: list[_Gap]) -> list[_Gap]:
    """The gaps, joined over words that both share by chance."""
    kept = gaps[:1]
    for gap in gaps[1:]:
        shared, before = _words(gap.both), kept[-1]
        if shared < SHORT_RUN and shared < min(before.words, gap.words) and "\n" not in gap.both:
            kept[-1] = before.widened(gap.both + gap.earlier, gap.both + gap.later)
        else:
            kept.append(gap)
    return kept if len(kept) == len(gaps) else _without_chance(kept)


def _runs(gaps: list[_Gap]) -> Iterator[Run]:
    for gap in gaps:
        for text, part in ((gap.both, Part.BOTH), (gap.earlier, Part.EARLIER), (gap.later, Part.LATER)):
            if text:
                yield Run(text, part)


def _words(text: str) -> int:
    return len(_WORD.findall(text))
