"""Markdown of any content: tables, and text that shows its characters as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from comms_tracker.report.visible import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&!$])")
_BLOCK = re.compile(r"^(\d*)([-+.)])(?=\s)")


def table_markdown(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts, ending in a line end."""
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    lines += [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def rows_markdown(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows by column as a table, each cell as :func:`cell_words` has it."""
    return table_markdown(columns, ([cell_words(row[name]) for name in columns] for row in rows))


def cell_words(cell: object) -> str:
    """A value as a table shows it: nothing for None, the parts of a list with semicolons between them."""
    if isinstance(cell, list):
        return "; ".join(map(str, cell))
    return "" if cell is None else str(cell)


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows its characters as they are."""
    return _BLOCK.sub(lambda match: f"{match[1]}\\{match[2]}", _SPECIAL.sub(r"\\\1", visible(text)))
