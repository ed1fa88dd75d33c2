"""A tree of markup to plain text: paragraphs, list items and tables as Markdown writes them, nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Both HTML's names and those of the tree that trafilatura gives back ("head", "item", "lb", "quote", "row").
_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 head header hr html li list item main nav ol p pre quote section summary table tbody td
    tfoot th thead tr row cell ul
"""
_UNSEEN_TAGS = """
    script style noscript template title meta link iframe object embed svg math select button textarea
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_ITEMS = frozenset({"li", "item"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
LONGEST_CELL = 300
"""Characters: a table with a longer cell is a layout of paragraphs."""
_BULLET = re.compile(r"^[·•▪◦●§]\s+(?=\S)")
_HAS_DIGIT = re.compile(r"\d")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLANKS_AT_BREAK = re.compile(r" *\n *")


@dataclass(slots=True)
class _Writing:
    """The blocks finished so far and the pieces of the one being written; ``in_item`` marks the next as an item."""

    done: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    in_item: bool = False

    def close(self) -> None:
        text = _BLANKS_AT_BREAK.sub("\n", "".join(self.pieces)).strip(" \n")
        self.pieces.clear()
        for part in re.split(r"\n{2,}", text):
            words = _BULLET.sub("- ", part.strip())
            if words:
                self.done.append(f"- {words}" if self.in_item and not words.startswith("- ") else words)
                self.in_item = False


def terms_as_items(root: _Element) -> None:
    """Makes "term: value" items of the lists of terms (<dl>) under ``root`` that give each term one value.

    A list with a term of several values, or with a long one, stays as it is.
    """
    for terms in [each for each in root.iter("dl") if _gives_each_term_one_value(each)]:
        words = [" ".join(text_of_children(each).split()) for each in terms.iter("dt", "dd")]
        terms.clear(keep_tail=True)
        terms.tag = "ul"
        for term, value in zip(words[::2], words[1::2], strict=True):
            item = terms.makeelement("li")
            item.text = f"{term.rstrip(':')}: {value}"
            terms.append(item)


def _gives_each_term_one_value(terms: _Element) -> bool:
    parts = list(terms.iter("dt", "dd"))
    alternate = [_name(each) for each in parts] == ["dt", "dd"] * (len(parts) // 2)
    return bool(parts) and alternate and all(len(text_of_children(each)) <= LONGEST_CELL for each in parts)


def text_of(root: _Element) -> str:
    """The text under ``root``, blocks parted by an empty line, items of a list and rows of a table by a line end.

    Scripts, styles, form controls and comments are not in it.
    """
    writing = _Writing()
    _write(root, writing)
    writing.close()
    return joined_blocks(writing.done)


def _write(element: _Element, writing: _Writing) -> None:
    tag = _name(element)
    if tag is None or tag in _UNSEEN:
        return
    if tag == "table" and not _is_layout(element):
        writing.close()
        writing.done += _table(element)
        return
    block = tag in _BLOCKS
    if block:
        writing.close()
        writing.in_item = writing.in_item or tag in _ITEMS
    if tag in _BREAKS:
        writing.pieces.append("\n")
    writing.pieces.append(_BLANKS.sub(" ", element.text or ""))
    for child in element:
        _write(child, writing)
        writing.pieces.append(_BLANKS.sub(" ", child.tail or ""))
    if block:
        writing.close()
        writing.in_item = writing.in_item and tag not in _ITEMS


def _is_layout(table: _Element) -> bool:
    """Whether a table only puts paragraphs in their places, as pages and mails do: it has one column, or long cells."""
    widest = 0
    for inner in table.iterdescendants():
        if _name(inner) == "table" or (_name(inner) in _CELLS and len(text_of_children(inner)) > LONGEST_CELL):
            return True
        if _name(inner) in _ROWS:
            widest = max(widest, sum(bool(_cell(cell)) for cell in inner if _name(cell) in _CELLS))
    return widest < 2


def _table(table: _Element) -> list[str]:
    rows: list[list[str]] = []
    headed = False
    for row in table.iter():
        if _name(row) not in _ROWS:
            continue
        cells = [cell for cell in row if _name(cell) in _CELLS]
        words = [_cell(cell) for cell in cells]
        if any(words):
            headed = headed or (not rows and all(_name(each) == "th" or each.get("role") == "head" for each in cells))
            rows.append(words)
    return table_blocks(rows, headed=headed)


def table_blocks(rows: Sequence[Sequence[str]], *, headed: bool = False) -> list[str]:
    """The blocks of a table: one in Markdown's form, or one for each cell where it has one column only.

    Its first row is its head where the document says so (``headed``), or where digits stand in other rows only.
    """
    width = max(map(len, rows), default=0)
    if width < 2:
        return [cell for row in rows for cell in row if cell]
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    if headed or is_head(rows):
        lines.insert(1, "| " + " | ".join(["---"] * width) + " |")
    return ["\n".join(lines)]


def is_head(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names what the others count: there are digits in theirs, and none but in its first cell."""
    first, *others = ("".join(row[1:]) for row in rows)
    return _HAS_DIGIT.search(first) is None and any(map(_HAS_DIGIT.search, others))


def _cell(cell: _Element) -> str:
    return " ".join(text_of_children(cell).replace("|", "/").split())


def text_of_children(element: _Element) -> str:
    """The text of one element in a line: what is inside it and in its children, without scripts."""
    return "".join(_inline(element))


def _inline(element: _Element) -> Iterator[str]:
    if _name(element) in _UNSEEN or _name(element) is None:
        return
    yield element.text or ""
    for child in element:
        yield from _inline(child)
        yield " " if _name(child) in _BLOCKS | _BREAKS else ""
        yield child.tail or ""


def joined_blocks(blocks: list[str]) -> str:
    """The blocks with an empty line between them; items of one list stand below each other without one."""
    parts: list[str] = []
    for place, block in enumerate(blocks):
        if place:
            parts.append("\n" if block.startswith("- ") and blocks[place - 1].startswith("- ") else "\n\n")
        parts.append(block)
    return "".join(parts)


def _name(element: _Element) -> str | None:
    """The tag in lower case without its namespace; None for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else None
