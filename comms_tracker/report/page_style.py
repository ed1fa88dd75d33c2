"""How pages look that are written to a file: what all of them share, then what one kind has of its own."""

from __future__ import annotations

from importlib.resources import files

SHARED = "page.css"


def page_style(sheet: str) -> str:
    """The rules of style for a page whose own stand in ``sheet``, a file beside this module."""
    folder = files("comms_tracker.report")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in (SHARED, sheet))
