"""A table as one page of HTML to print or to send: it stands alone and opens without a network."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.report import escape
from comms_tracker.report.incident_page import POLICY
from comms_tracker.report.page_style import page_style


def table_page(title: str, lead: str, columns: Iterable[str], rows: Iterable[Iterable[str]], foot: str) -> str:
    """The page; every cell is shown as characters."""
    head = "".join(f"<th scope=col>{escape.text(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape.text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    style = page_style("incident.css")
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape.text(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape.text(escape.plain(title))}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"<header class=masthead><h1>{escape.text(title)}</h1><p class=lead>{escape.text(lead)}</p></header>\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"
        f"</main>\n<footer><p>{escape.text(foot)}</p></footer>\n</body>\n</html>\n"
    )
