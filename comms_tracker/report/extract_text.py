"""What was read in a text, for the terminal: the text with its claims marked, then the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from comms_tracker.records import Claim, Figure, Statement
from comms_tracker.report.claims_table import claims_table, one_statement
from comms_tracker.report.layout import beneath
from comms_tracker.report.marked_text import MarkedText
from comms_tracker.report.marks import numbered
from comms_tracker.report.reading_rules import NOT_CLAIMED, NOT_CLAIMED_MEANING, Explained, why_lines
from comms_tracker.report.visible import visible


def extract_text(
    read: Sequence[tuple[Statement, Sequence[Claim]]], explained: Explained | None = None
) -> RenderableType:
    """Each statement's line, its marked text and the table of its own claims, numbered through all statements."""
    parts: list[RenderableType] = []
    first = 1
    for place, (statement, claims) in enumerate(read):
        parts += [Text("")] if place else []
        parts += [one_statement(statement), Text("")]
        parts += [MarkedText(statement.text, numbered(claims, first)), Text("")]
        parts += [claims_table([statement], claims, first, _lines(explained))]
        if explained is not None:
            parts += _unclaimed(explained, explained.unclaimed(statement, claims))
        first += len(claims)
    return Group(*parts)


def _lines(explained: Explained | None) -> Callable[[Figure], list[str]] | None:
    if explained is None:
        return None
    return lambda figure: why_lines(explained.why(figure))


def _unclaimed(explained: Explained, figures: Sequence[Figure]) -> list[RenderableType]:
    if not figures:
        return []
    parts: list[RenderableType] = [
        Text(""),
        Text(NOT_CLAIMED, style="bold"),
        Text(NOT_CLAIMED_MEANING, style="dim"),
        Text(""),
    ]
    for figure in figures:
        parts.append(Text.assemble("“", (visible(figure.text), "bold"), f"” at {figure.start}-{figure.end}"))
        parts.append(beneath(why_lines(explained.why(figure))))
    return parts
