"""The reading order of a page's blocks: columns one after the other, tables row by row, the rest from top to bottom.

A label and its number stand apart on the page, and read column by column they would be parted; so lines that stand on
the same height in narrow columns are put together as a table's row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from comms_tracker.reading.blocks import is_head

COLUMN_GAP = 10.0
"""Points without any words from which on two columns are told apart."""
SAME_HEIGHT = 3.0
"""Points by which the feet of two lines in one row of a table may differ."""
WIDEST_SPACE = 40.0
"""Points between two words of one line."""
SAME_BEGINNING = 20.0
"""Points by which the beginnings of lines in one column may differ."""
WORDS_OF_CELL = 4
"""Median of words in a line up to which a column holds cells and not prose."""
BULLET_ALONE = re.compile(r"[•▪◦●·‣o–-]|\(?\d{1,2}[.)]|\(?[a-z]\)")

Block = tuple["Line", ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line's words and its box in points, from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def in_reading_order(blocks: Sequence[Block]) -> list[tuple[Block, float]]:
    """The blocks as a person reads them, each with the right margin of its column.

    The rows of a table are one block of lines that begin with "|".
    """
    bands = _bands(blocks)
    ordered: list[tuple[Block, float]] = []
    place = 0
    while place < len(bands):
        run, place = _side_by_side(bands, place)
        columns = _columns(run)
        if len(columns) < 2:
            ordered += [(block, _margin(block, blocks)) for block in sorted(run, key=lambda block: -block[0].top)]
        elif _is_table(columns):
            ordered.append((_rows(columns), 0.0))
        else:
            for column in columns:
                ordered += in_reading_order(column)
    return ordered


def with_whole_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the words that a wide space put apart from their line put back into it.

    They follow a line of their own height, in a block with another line that runs on over their place: the lines of
    another column never do that.
    """
    whole = list(blocks)
    for block in blocks:
        if len(block) > 1:
            continue
        stray = block[0]
        home = next((each for each in whole if each is not block and _is_home(each, stray)), None)
        if home is not None:
            whole.remove(block)
            whole[whole.index(home)] = tuple(_joined_line(line, stray) for line in home)
    return whole


def _is_home(block: Block, stray: Line) -> bool:
    runs_on = any(line.left < stray.left < line.right for line in block)
    return runs_on and any(_goes_on(line, stray) for line in block)


def _goes_on(line: Line, rest: Line) -> bool:
    return abs(line.bottom - rest.bottom) <= SAME_HEIGHT and 0 <= rest.left - line.right <= WIDEST_SPACE


def _joined_line(line: Line, stray: Line) -> Line:
    if not _goes_on(line, stray):
        return line
    return Line(f"{line.text} {stray.text}", line.left, line.bottom, stray.right, line.top)


def _side_by_side(bands: Sequence[Sequence[Block]], place: int) -> tuple[list[Block], int]:
    """The blocks of the band at ``place`` and of those below that share its columns, and the place after them.

    Prose goes on below the shorter column; what stands alone below a table is no part of it.
    """
    run = list(bands[place])
    place += 1
    while place < len(bands) and len(_columns(run)) > 1:
        longer = [*run, *bands[place]]
        alone = len(_columns(bands[place])) < 2
        if len(_columns(longer)) < 2 or (alone and _is_table(_columns(run))):
            break
        run = longer
        place += 1
    return run, place


def _margin(block: Block, column: Sequence[Block]) -> float:
    """How far to the right the lines go that begin where the block does."""
    left = min(line.left for line in block)
    return max(line.right for lines in column for line in lines if abs(line.left - left) <= SAME_BEGINNING)


def _bands(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks from top to bottom, those that stand beside each other together."""
    bands: list[list[Block]] = []
    floor = 0.0
    for block in sorted(blocks, key=lambda block: -block[0].top):
        bottom = min(line.bottom for line in block)
        if bands and block[0].top > floor:
            bands[-1].append(block)
            floor = min(floor, bottom)
        else:
            bands.append([block])
            floor = bottom
    return bands


def _columns(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks from left to right, those with no clear gap between them together."""
    columns: list[list[Block]] = []
    edge = 0.0
    for block in sorted(blocks, key=lambda block: min(line.left for line in block)):
        left, right = min(line.left for line in block), max(line.right for line in block)
        if columns and left < edge + COLUMN_GAP:
            columns[-1].append(block)
            edge = max(edge, right)
        else:
            columns.append([block])
            edge = right
    return columns


def _is_table(columns: Sequence[Sequence[Block]]) -> bool:
    """Whether some column holds cells, and each of its lines stands on the height of a line in the first or second."""
    lines = [[line for block in column for line in block] for column in columns]
    narrow = [own for own in lines if median(len(line.text.split()) for line in own) <= WORDS_OF_CELL]
    if not narrow:
        return False
    other = lines[1] if narrow[0] is lines[0] else lines[0]
    alike = [line for line in narrow[0] if any(abs(line.bottom - each.bottom) <= SAME_HEIGHT for each in other)]
    return 2 * len(alike) > min(len(narrow[0]), len(other))


def _rows(columns: Sequence[Sequence[Block]]) -> Block:
    """The lines of each height as one; a list's mark and its words stand together without a table's bars."""
    cells = [(number, line) for number, column in enumerate(columns) for block in column for line in block]
    rows: list[list[tuple[int, Line]]] = []
    for cell in sorted(cells, key=lambda cell: -cell[1].bottom):
        if rows and abs(rows[-1][0][1].bottom - cell[1].bottom) <= SAME_HEIGHT:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    words = [_cells(row, len(columns)) for row in rows]
    lines = [_row(cells, [line for _, line in row]) for cells, row in zip(words, rows, strict=True)]
    if all(line.text.startswith("|") for line in lines) and is_head(words):
        rule = "| " + " | ".join(["---"] * len(columns)) + " |"
        lines.insert(1, replace(lines[0], text=rule))
    return tuple(lines)


def _cells(row: Sequence[tuple[int, Line]], width: int) -> list[str]:
    words = [""] * width
    for number, line in sorted(row, key=lambda cell: (cell[0], cell[1].left)):
        words[number] = f"{words[number]} {line.text}".strip()
    return words


def _row(words: Sequence[str], lines: Sequence[Line]) -> Line:
    text = "| " + " | ".join(each.replace("|", "/") for each in words) + " |"
    if len(words) == 2 and (BULLET_ALONE.fullmatch(words[0]) or not words[0]):
        text = f"{words[0]} {words[1]}".strip()
    return Line(
        text,
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )
