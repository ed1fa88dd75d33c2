"""A table as one page of HTML to print or to send."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.report import escape
from comms_tracker.report.standalone import standalone_page
from comms_tracker.report.table_html import cells, table


def table_page(title: str, lead: str, columns: Iterable[str], rows: Iterable[Iterable[str]], foot: str) -> str:
    """The page; every cell is shown as characters."""
    lead_in = f"<header class=masthead><h1>{escape.text(title)}</h1><p class=lead>{escape.text(lead)}</p></header>\n"
    shown = table(columns, "".join(cells(map(escape.text, row)) for row in rows))
    named = escape.text(escape.plain(title))
    return standalone_page(named, "incident.css", f"{lead_in}{shown}", f"<p>{escape.text(foot)}</p>")
