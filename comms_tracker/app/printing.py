"""A table as one page of HTML to print or to send."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.report import escape
from comms_tracker.report.standalone import standalone_page


def table_page(title: str, lead: str, columns: Iterable[str], rows: Iterable[Iterable[str]], foot: str) -> str:
    """The page; every cell is shown as characters."""
    head = "".join(f"<th scope=col>{escape.text(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape.text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    lead_in = f"<header class=masthead><h1>{escape.text(title)}</h1><p class=lead>{escape.text(lead)}</p></header>\n"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"
    named = escape.text(escape.plain(title))
    return standalone_page(named, "incident.css", f"{lead_in}{table}", f"<p>{escape.text(foot)}</p>")
