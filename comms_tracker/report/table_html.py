"""A table as HTML, for the app and for pages that stand alone."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.report import escape


def table(columns: Iterable[str], rows: str, caption: str = "", look: str = "") -> str:
    """A table under the names of its columns, which are escaped here, as the caption is.

    ``rows`` are HTML already, whether they stand in bodies of their own or not; ``look`` is a class.
    """
    head = "".join(f"<th scope=col>{escape.text(name)}</th>" for name in columns)
    opened = f'<table class="{look}">' if look else "<table>"
    told = f"<caption>{escape.text(caption)}</caption>" if caption else ""
    return f"{opened}{told}<thead><tr>{head}</tr></thead>{rows}</table>\n"


def cells(row: Iterable[str]) -> str:
    """A row of cells that are HTML already."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
