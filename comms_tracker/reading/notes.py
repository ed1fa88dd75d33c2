"""Notes of a reader that its caller may have answered already, and the notes without them."""

from __future__ import annotations

from collections.abc import Iterable

ORDER_STANDS = "no date is given, and the order of input stands for it."
"""Ends the note on statements without a date."""

MARKED_AS_ARTICLE = " is marked as an article: it is read as one statement, whoever speaks in it."
"""Ends the note on a file with ``article: true``."""


def without_the_order(notes: Iterable[str]) -> list[str]:
    """The notes but that the order of input stands for a date: for one text, or where the user gave the order."""
    return [note for note in notes if not note.endswith(ORDER_STANDS)]


def without_articles(notes: Iterable[str]) -> list[str]:
    """The notes but that a file is marked as an article: for whoever takes it as one, or says so in other words."""
    return [note for note in notes if not note.endswith(MARKED_AS_ARTICLE)]
