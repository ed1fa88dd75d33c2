"""Two statements side by side in the browser: choosing a claim lights its partner without another run of the page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

from comms_tracker.app.views.pair import PairView
from comms_tracker.app.words.pair import LABELS

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def draw_pair(view: PairView, key: str) -> None:
    """Draws the two statements. ``key`` is the place of the pair on its page."""
    _component()(key=key, data={"labels": LABELS, **view.data()})


@cache
def _component() -> ComponentRenderer:
    """The component, registered once for all sessions."""
    folder = files("comms_tracker.app.components")
    style, script = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("pair.css", "pair.js"))
    return st.components.v2.component("comms_tracker_pair", css=style, js=script)
