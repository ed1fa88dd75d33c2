"""A page of HTML that stands alone: no script, font or address that a browser would fetch, so it opens offline.

How it looks is what all such pages share (page.css), then what one kind has of its own.
"""

from __future__ import annotations

from importlib.resources import files

from comms_tracker.report import escape

SHARED = "page.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page's content security policy: nothing is loaded, and the style stands in the page itself."""


def standalone_page(title: str, sheet: str, main: str, foot: str, description: str = "") -> str:
    """The whole page, ending in a line end; its parts are HTML already, and ``sheet`` is a file beside this module."""
    described = f'<meta name="description" content="{description}">\n' if description else ""
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape.text(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n{described}<style>\n{_style(sheet)}</style>\n</head>\n<body>\n<main>\n{main}</main>\n"
        f"<footer>{foot}</footer>\n</body>\n</html>\n"
    )


def _style(sheet: str) -> str:
    folder = files("comms_tracker.report")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in (SHARED, sheet))
