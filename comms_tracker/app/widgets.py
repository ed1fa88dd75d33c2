"""Widgets that several pages have: a place to drop files, and files that are made only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from comms_tracker.app import intake

MEDIA_TYPES = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".md": "text/markdown",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
"""What a browser is told of a file, by its ending; of others, that it is a file."""


def drop_files(label: str, key: str, *, several: bool = False, on_change: Callable[[], None] | None = None) -> None:
    """A place to drop one file or ``several``, of the kinds and the size that are read."""
    st.file_uploader(
        label,
        type=list(intake.ENDINGS),
        accept_multiple_files=several,
        key=key,
        help=intake.files_help(),
        max_upload_size=intake.MOST_MB,
        on_change=on_change,
    )


def download(label: str, make: Callable[[], str | bytes], name: str, *, wide: bool = False) -> None:
    """A button that makes a file and hands it over under this name; as ``wide`` as its place, or as its label."""
    st.download_button(
        label,
        make,
        name,
        MEDIA_TYPES.get(PurePath(name).suffix, "application/octet-stream"),
        key=f"download {name}",
        on_click="ignore",
        width="stretch" if wide else "content",
    )
