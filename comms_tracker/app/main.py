"""Draws one page: reads the command line, sets the frame and runs the page that the address asks for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from comms_tracker.app import words
from comms_tracker.app.frame import Site, guarded
from comms_tracker.app.navigation import ENTRIES
from comms_tracker.store import default_path

HERE = Path(__file__).parent


def asked_of_app(arguments: Sequence[str]) -> tuple[Path, str | None]:
    """The store that ``--db PATH`` names, else the default one, and the incident of ``--incident`` to open on first.

    Other arguments are not the app's.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--db", type=Path, default=None)
    parser.add_argument("--incident", default=None)
    known, _ = parser.parse_known_args(arguments)
    path: Path | None = known.db
    first: str | None = known.incident
    return path or default_path(), first


def main(arguments: Sequence[str]) -> None:
    """Draws one page; Streamlit calls this again for every look and every click."""
    st.set_page_config(page_title=words.NAME, page_icon=str(HERE / "icon.svg"), layout="wide")
    st.html(HERE / "style.css")
    st.logo(str(HERE / "icon.svg"), size="large")
    pages: dict[str, Page] = {}
    path, first = asked_of_app(arguments)
    site = Site(path, pages, first)
    for place, entry in enumerate(ENTRIES):
        pages[entry.place] = st.Page(
            partial(guarded, entry.show, site),
            title=entry.title,
            url_path=entry.place,
            default=place == 0,
            visibility="visible" if entry.listed else "hidden",
        )
    st.navigation(list(pages.values()), position="top").run()
