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

MOST_WEIGHED = 10_000
"""Pairs of paragraphs that are weighed in one stretch; where there are more, the texts have little in common there."""

SHORT_RUN = 3
"""Words that two texts share by chance, "of the", within a passage that differs: fewer are shown as part of it."""


MOSTLY_ALIKE = 0.2
"""Share of the shorter text's words that must stand in the other too before marking what differs helps a reader: below
it, as between most statements that were written anew, nearly all of both would be struck and underlined."""


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
        if old == new:
            runs.append(Run(old, Part.BOTH))
        elif old and new:
            runs += _within(old, new)
        else:
            runs.append(Run(old, Part.EARLIER) if old else Run(new, Part.LATER))
    return tuple(runs)


def mostly_alike(runs: Iterable[Run]) -> bool:
    """Whether two texts have enough words in common, in the same order, for their differences to be marked."""
    words = dict.fromkeys(Part, 0)
    for run in runs:
        words[run.part] += _words(run.text)
    shorter = words[Part.BOTH] + min(words[Part.EARLIER], words[Part.LATER])
    return words[Part.BOTH] >= MOSTLY_ALIKE * shorter


def _paragraphs(text: str) -> list[str]:
    return [part for part in _PARAGRAPH.findall(text) if part]


def _paragraph_at(paragraphs: list[str], place: int) -> int:
    ends = accumulate(len(paragraph) for paragraph in paragraphs)
    return next((number for number, end in enumerate(ends) if place < end), len(paragraphs) - 1)


def _beside(first: list[str], second: list[str], pairs: set[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """The paragraphs in order, those that belong together side by side and all others alone.

    Where a paragraph stands in both texts as it is, it is its own partner; only what lies between such is weighed.
    """
    from rapidfuzz.distance import LCSseq

    one = other = 0
    for block in LCSseq.editops(first, second).as_matching_blocks():
        yield from _aligned(first, second, (one, block.a), (other, block.b), pairs)
        for place in range(block.size):
            yield first[block.a + place], second[block.b + place]
        one, other = block.a + block.size, block.b + block.size


def _aligned(
    first: list[str], second: list[str], old: tuple[int, int], new: tuple[int, int], pairs: set[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """The paragraphs of one stretch of each text, the pairs among them that have the most in common together."""
    (one, end), (other, stop) = old, new
    if (end - one) * (stop - other) > MOST_WEIGHED:
        yield from ((words, "") for words in first[one:end])
        yield from (("", words) for words in second[other:stop])
        return
    score = {
        (here, there): _alike(first[here], second[there], (here, there) in pairs)
        for here in range(one, end)
        for there in range(other, stop)
    }
    worth = {(here, there): 0.0 for here in range(one, end + 1) for there in range(other, stop + 1)}
    for here in reversed(range(one, end)):
        for there in reversed(range(other, stop)):
            both = worth[here + 1, there + 1] + score[here, there] if score[here, there] else 0.0
            worth[here, there] = max(both, worth[here + 1, there], worth[here, there + 1])
    while one < end or other < stop:
        within = one < end and other < stop
        if within and score[one, other] and worth[one, other] == worth[one + 1, other + 1] + score[one, other]:
            yield first[one], second[other]
            one, other = one + 1, other + 1
        elif one < end and (not within or worth[one, other] == worth[one + 1, other]):
            yield first[one], ""
            one += 1
        else:
            yield "", second[other]
            other += 1


def _alike(earlier: str, later: str, linked: bool) -> float:
    """How much two paragraphs have in common, from 0 for too little to 1."""
    from rapidfuzz import fuzz

    return 1.0 if linked else fuzz.token_sort_ratio(earlier, later, score_cutoff=ALIKE) / 100


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
