"""The lines of a PDF's pages to running text: heads and feet left out, broken words and lines mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from comms_tracker.reading.pdf_order import Block, Line, in_reading_order, with_whole_lines
from comms_tracker.reading.received import PageStart

EDGE_LINES = 2
"""How many lines at the top and at the bottom of a page can be its running head or foot."""
SAME_PLACE = 6.0
"""Points by which the place of a running head may differ from page to page."""
PAGE_NUMBERS = "page numbers"
SHORTEST_PART = 4
"""Letters of a compound's part: shorter words are too often the beginning or the end of others."""
ENDS_SENTENCE = (".", "!", "?", ":", ";", '"', "”", "’", ")")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_BULLET = re.compile(r"[•▪◦●·‣–-][ \t]+(?=\S)|(?:\(?\d{1,2}[.)]|\([a-z]\))[ \t]+(?=\S)")
_BROKEN_WORD = re.compile(r"(?P<first>[A-Za-z]{2,})-$")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s+)?(?P<number>\d{1,4})(?:\s*(?:of|/)\s*(?P<total>\d{1,4}))?[-–—|\s]*", re.I
)
# First parts of compounds that are written with a hyphen wherever the line ends.
_HYPHENATED = """
    non self well long short high low full part half cross anti ex co mid year out in on day week follow round
    twenty thirty forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten
"""
_KEEP_HYPHEN = frozenset(_HYPHENATED.split())


@dataclass(frozen=True, slots=True)
class Page:
    """A page of blocks, each of lines from top to bottom."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """A PDF's text, where each page begins in it, the words mended, and the heads and feet left out: quoted, or what
    they are.
    """

    text: str
    pages: tuple[PageStart, ...]
    left_out: tuple[str, ...]
    mended: tuple[str, ...]


def running_text(pages: Sequence[Page]) -> Running:
    """The text of the pages, blocks parted by an empty line; a paragraph that runs on to another page stays one."""
    pages = [Page(tuple(with_whole_lines(page.blocks))) for page in pages]
    edges = _edges(pages)
    words = _Words.of(pages)
    text: list[str] = []
    length = 0
    starts: list[PageStart] = []
    for number, page in enumerate(pages, start=1):
        started = False
        kept = [tuple(line for line in block if (number, line) not in edges) for block in page.blocks]
        for block, margin in in_reading_order([block for block in kept if block]):
            made = _joined(block, margin, words)
            gap = _gap(text[-1], made, words) if text else ""
            if gap == "-" and text:
                text[-1], length = text[-1][:-1], length - 1
                gap = ""
            length += len(gap)
            if not started:
                starts.append(PageStart(number, length))
                started = True
            text += [gap, made] if gap else [made]
            length += len(made)
    left_out = dict.fromkeys(
        PAGE_NUMBERS if _PAGE_NUMBER.fullmatch(line.text) else f'"{line.text}"' for _, line in edges
    )
    return Running("".join(text), tuple(starts), tuple(left_out), tuple(dict.fromkeys(words.mended)))


@dataclass(slots=True)
class _Words:
    """How often the document has each word: that says how one is written that is broken at a line's end.

    The halves of a broken word are counted as words too.
    """

    whole: Counter[str]
    mended: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, pages: Sequence[Page]) -> _Words:
        lines = (line.text for page in pages for block in page.blocks for line in block)
        return cls(Counter(word.lower() for line in lines for word in _WORD.findall(line)))

    def breaks(self, line: str, following: str) -> str | None:
        """What the broken word at the end of ``line`` is without its hyphen; None where the hyphen is its own."""
        broken = _BROKEN_WORD.search(line)
        rest = re.match(r"[a-z]+", following)
        if broken is None or rest is None:
            return None
        first, last = broken["first"].lower(), rest[0]
        if f"{first}-{last}" in self.whole:
            return None
        both_are_words = all(len(part) >= SHORTEST_PART and self.whole[part] > 1 for part in (first, last))
        if first + last not in self.whole and (first in _KEEP_HYPHEN or both_are_words):
            return None
        self.mended.append(broken["first"] + last)
        return broken["first"] + last


def _joined(lines: Block, margin: float, words: _Words) -> str:
    """A block's lines as text: one line where they wrap, a line end where the writer put one."""
    text = _plain(lines[0].text)
    for before, line in pairwise(lines):
        following = _plain(line.text)
        if text.endswith("\u00ad"):
            text = text[:-1] + following
        elif _BULLET.match(following) or following.startswith("|") or not _wraps(before, line, margin):
            text += "\n" + following
        elif text.endswith("-"):
            text = (text[:-1] if words.breaks(text.rsplit(" ", 1)[-1], following) else text) + following
        else:
            text += " " + following
    return text


def _wraps(before: Line, line: Line, margin: float) -> bool:
    """Whether the line's first word had no room on the line before, so that the break is no writer's."""
    letter = (line.right - line.left) / max(len(line.text), 1)
    first_word = len(line.text.split(" ", 1)[0]) + 1
    return margin - before.right < first_word * letter


def _gap(before: str, block: str, words: _Words) -> str:
    """What stands between two blocks: an empty line, or less where a sentence runs on; "-" takes a hyphen away."""
    if _BULLET.match(block):
        return "\n" if _BULLET.match(before.rsplit("\n", 1)[-1]) else "\n\n"
    if not block[:1].islower() or before.rstrip().endswith(ENDS_SENTENCE):
        return "\n\n"
    if before.endswith("-"):
        return "-" if words.breaks(before.rsplit(maxsplit=1)[-1], block) else ""
    return " "


def _edges(pages: Sequence[Page]) -> dict[tuple[int, Line], None]:
    """The running heads and feet with their pages: the same words at the same place of several pages, page numbers."""
    at_edge = [(number, line) for number, page in enumerate(pages, start=1) for line in _edge_lines(page)]
    counts = Counter(key for _, key in {(number, _key(number, line)) for number, line in at_edge})
    enough = max(2, (len(pages) + 1) // 2)
    return {
        (number, line): None
        for number, line in at_edge
        if counts[_key(number, line)] >= enough or _is_page_number(line.text, number, len(pages))
    }


def _edge_lines(page: Page) -> Iterator[Line]:
    lines = sorted((line for block in page.blocks for line in block), key=lambda line: -line.top)
    yield from lines[:EDGE_LINES]
    yield from lines[-EDGE_LINES:]


def _key(number: int, line: Line) -> tuple[str, int]:
    """The same for a head or foot of every page. Only the page's own number may differ: a figure is never a foot."""
    alone = _PAGE_NUMBER.fullmatch(line.text)
    words = f"#{int(alone['number']) - number}" if alone else re.sub(rf"\b{number}\b", "#", line.text.lower(), count=1)
    return words, round(line.bottom / SAME_PLACE)


def _is_page_number(text: str, number: int, total: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(text)
    if match is None or int(match["number"]) != number:
        return False
    return total > 1 or match["total"] is not None or text.lower().startswith("page")


def _plain(text: str) -> str:
    return text.translate(_LIGATURES)
