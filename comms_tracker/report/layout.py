"""How the terminal's pages are laid out: sections, labelled rows, lists, empty lines between parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from comms_tracker.report.visible import visible

EARLIER, LATER, QUIET, STRONG = "blue", "yellow", "dim", "bold"
INDENT = 2


def section(title: str, blocks: Iterable[RenderableType], gap: bool = True) -> RenderableType:
    """The blocks under a title on a rule, an empty line between them unless ``gap`` is false."""
    body = list(blocks)
    return Group(Rule(Text(title, style=STRONG), align="left", style=QUIET), *(spaced(body) if gap else body))


def labelled(rows: Iterable[tuple[str, RenderableType]], style: str, least: int = 10) -> RenderableType:
    """Rows of a short label and what belongs to it, which wraps beside the label; labels are ``least`` wide."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True, min_width=least)
    grid.add_column(ratio=1, overflow="fold")
    for label, body in rows:
        grid.add_row(Text(label, style=style), body)
    return Padding(grid, (0, 0, 0, INDENT))


def indented(sentence: str, style: str = "") -> RenderableType:
    """A sentence set in, as what belongs to the line above it."""
    return Padding(Text(visible(sentence), style=style), (0, 0, 0, INDENT))


def beneath(lines: Iterable[str]) -> RenderableType:
    """Quiet lines about what stands above them, set in, with an empty line behind."""
    return Padding(Text("\n".join(map(visible, lines)), style=QUIET), (0, 0, 1, INDENT))


def plain_table(headings: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[int]) -> Table:
    """Rows under their headings without lines; the columns at the places ``right``, those of numbers, end together."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        made.add_column(heading, justify="right" if place in right else "left")
    for row in rows:
        made.add_row(*row)
    return made


def bullet(sentence: str) -> RenderableType:
    """One line of a list."""
    return labelled([("-", Text(visible(sentence)))], QUIET, least=1)


def quotation(words: str, style: str) -> Text:
    """Words of a statement between quotation marks."""
    return Text.assemble("“", (visible(words), style), "”")


def spaced(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """The parts with an empty line between them."""
    for place, part in enumerate(parts):
        if place:
            yield Text("")
        yield part
