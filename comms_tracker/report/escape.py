"""The one way in which text that we did not write gets into HTML."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")

REPLACEMENT = "\ufffd"
"""Stands for a character that cannot be shown, so that a reader sees that something was there."""


def text(words: str) -> str:
    """The words as HTML that shows exactly these characters, in an element or in a quoted attribute.

    Control characters, lone surrogates and the marks that turn the direction of writing become U+FFFD: a page cannot
    show the first two, and with the last a text could show other words than it holds.
    """
    shown = words.replace("\r\n", "\n").replace("\r", "\n")
    return html.escape(_REORDERING.sub(REPLACEMENT, _UNSHOWABLE.sub(REPLACEMENT, shown)), quote=True)


def characters(words: str) -> str:
    """The words for a script that sets them as text: one character for each, those of them that a page can show."""
    return _REORDERING.sub(REPLACEMENT, _UNSHOWABLE.sub(REPLACEMENT, words))


def plain(words: str) -> str:
    """The words for a widget that shows plain text: on one line, without characters that it could not send."""
    return " ".join(_REORDERING.sub(REPLACEMENT, _UNSHOWABLE.sub(REPLACEMENT, words)).split())


def web_address(source: str | None) -> str | None:
    """The source where it is an http or https address that can be linked to; None for anything else."""
    if source is None or any(mark.isspace() for mark in source):
        return None
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    return source if parts.scheme in ("http", "https") and parts.netloc else None
