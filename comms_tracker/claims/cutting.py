"""Where a paragraph too long to be parsed at once is cut: at the end of a sentence, or at a blank where none ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 20_000
"""Characters that are parsed at once; spaCy's parser refuses a million of them."""
LONGEST_SENTENCE = 2_000
"""Characters; a longer stretch without the end of a sentence is a list, cut so that no rule has to look at it all."""

# The word before the mark has three letters, which "Mr." and "St." do not have, or ends in a digit or a bracket.
SENTENCE_END = re.compile(r"(?:(?<=[^\W_]{3})|(?<=[\d)%]))[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z\d])")
LIST_BLANK = re.compile(r"[,;|]\s+")
BLANK = re.compile(r"\s+")
LIST_MARK = re.compile(r"[,;|/]")


def pieces(text: str, longest: int = LONGEST, longest_sentence: int = LONGEST_SENTENCE) -> Iterator[tuple[int, int]]:
    """The bounds of the text's pieces in order, each without blank space around it: the whole, where it is not long.

    No piece has more than ``longest`` characters, and no sentence in one more than ``longest_sentence``.
    """
    start = 0
    for first, end in sentences(text) if len(text) > longest_sentence else ():
        if end - first > longest_sentence:
            yield from stripped(text, start, first)
            for part in parts(text, first, end, longest_sentence):
                yield from stripped(text, *part)
            start = end
        elif end - start > longest:
            yield from stripped(text, start, first)
            start = first
    yield from stripped(text, start, len(text))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of what stands between two ends of sentences, as far as marks and capitals tell."""
    start = 0
    for found in SENTENCE_END.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def parts(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch with no sentence's end in it, cut behind a list's mark or at a blank where it has one."""
    while end - start > longest:
        cut = start + longest
        for pattern in (LIST_BLANK, BLANK, LIST_MARK):
            last = max((found.end() for found in pattern.finditer(text, start + longest // 2, cut)), default=None)
            if last is not None:
                cut = last
                break
        yield start, cut
        start = cut
    yield start, end


def stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds without the blank space around what stands between them; nothing where there is nothing else."""
    words = text[start:end]
    bare = words.strip()
    if bare:
        first = start + len(words) - len(words.lstrip())
        yield first, first + len(bare)
