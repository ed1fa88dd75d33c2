"""How the tests of figures read a text that has one."""

from __future__ import annotations

from comms_tracker.quantities import read_figures
from comms_tracker.records import Figure


def only(text: str) -> Figure:
    """The one figure of the text; its words must stand where it says."""
    figures = read_figures(text)
    assert len(figures) == 1, figures
    assert text[figures[0].start : figures[0].end] == figures[0].text
    return figures[0]
