"""A statement in the browser whose claims can be chosen, and of which words can be taken as a claim that was missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import streamlit as st

from comms_tracker.app.views.pair import Segment
from comms_tracker.app.words.review import LABELS

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


@dataclass(frozen=True, slots=True)
class Picked:
    """What a reader picked: a claim by its id, or the words between two offsets of the statement's text."""

    claim: str | None = None
    words: tuple[int, int] | None = None


def draw_reading(segments: Sequence[Segment], chosen: str | None, key: str, on_pick: Callable[[Picked], None]) -> None:
    """Draws the statement; ``on_pick`` is called before the next run of the page with what was picked."""

    def picked() -> None:
        on_pick(read_pick(st.session_state[key].get("pick")))

    data = {"labels": LABELS, "segments": [asdict(one) for one in segments], "chosen": chosen}
    _component()(key=key, data=data, on_pick_change=picked)


def read_pick(sent: object) -> Picked:
    """What the browser sent, as far as it is of the form that our script sends; nothing picked for anything else."""
    if not isinstance(sent, dict):
        return Picked()
    claim, start, end = sent.get("claim"), sent.get("start"), sent.get("end")
    if isinstance(claim, str):
        return Picked(claim=claim)
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
        return Picked(words=(start, end))
    return Picked()


@cache
def _component() -> ComponentRenderer:
    """The component, registered once for all sessions; it takes its look from style.css."""
    script = files("comms_tracker.app.components").joinpath("reading.js").read_text(encoding="utf-8")
    return st.components.v2.component("comms_tracker_reading", js=script, isolate_styles=False)
