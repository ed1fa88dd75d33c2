"""A statement's text for the terminal, its claims marked: in colour where there is any, else in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from comms_tracker.report.marks import LABEL, Look, MarkedPiece, Numbered, marked
from comms_tracker.report.visible import visible_lines

STYLE = {
    Look.PLAIN: "underline cyan",
    Look.DENIED: "underline magenta",
    Look.UNKNOWN: "underline magenta",
    Look.BACKGROUND: "underline dim",
}
NUMBER = "dim"
KEY = "A number in brackets leads from a claim to its row in the table."
KEY_BRACKETS = "Claims stand in brackets; the number leads to the row in the table."


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text with its claims marked, to be printed by rich; the console says whether there are colours."""

    text: str
    claims: tuple[Numbered, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """A line of text at a time, so that the longest text takes no longer for each word than a short one."""
        brackets = console.color_system is None or console.no_color
        if self.claims:
            yield Text(KEY_BRACKETS if brackets else KEY, style="dim")
            yield Text("")
        yield from lines(marked(self.text, self.claims), brackets)


def lines(pieces: Sequence[MarkedPiece], brackets: bool) -> Iterator[Text]:
    """The pieces as lines of styled text; with ``brackets`` each stretch of claims stands in a pair of them."""
    line = Text()
    for words, style in _styled(pieces, brackets):
        first, *others = words.split("\n")
        line.append(first, style)
        for other in others:
            yield line
            line = Text(other, style)
    yield line


def _styled(pieces: Sequence[MarkedPiece], brackets: bool) -> Iterator[tuple[str, str]]:
    for piece, words in zip(pieces, visible_pieces(pieces), strict=True):
        if piece.look is None:
            yield words, ""
            continue
        style = STYLE[piece.look] + (" bold" if piece.figure else "")
        if brackets and piece.first:
            yield "[", ""
        yield words, style if not brackets else " ".join(part for part in style.split() if part in _WITHOUT_COLOUR)
        if brackets and piece.last:
            yield "]", ""
        for one in piece.ends:
            yield f"[{' '.join((str(one.number), LABEL[one.look])).strip()}]", NUMBER if not brackets else ""


_WITHOUT_COLOUR = frozenset(["underline", "bold"])


def visible_pieces(pieces: Sequence[MarkedPiece]) -> list[str]:
    """The words of each piece as they are shown; a line end that two pieces share is one line end."""
    shown = []
    before = ""
    for piece in pieces:
        words = re.sub(r"\A\n", "", piece.text) if before.endswith("\r") else piece.text
        shown.append(visible_lines(words))
        before = piece.text
    if shown:
        shown[0] = shown[0].lstrip("\n")
        shown[-1] = shown[-1].rstrip()
    return shown
