"""A checked quotation and the statement's words as two texts in runs, so that what differs can be marked in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comms_tracker.quotes.records import Check, Edit


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one side; ``edit`` is what was done there, None where both sides have the same words.

    An edit that one side lacks altogether has an empty run on that side, at its place, if it has one there.
    """

    text: str
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The quotation's words and the statement's, each in runs that are the whole of them when joined."""

    quoted: tuple[Run, ...]
    said: tuple[Run, ...]


def beside(quotation: str, statement: str, check: Check) -> Beside:
    """The two sides of a check; ``said`` is empty where the words are not in the statement.

    ``statement`` is the text of the statement that the check names.
    """
    edits = sorted(check.edits, key=lambda edit: edit.start)
    quoted = tuple(_runs(quotation, [(edit.start, edit.quoted, edit) for edit in edits]))
    if check.start is None or check.end is None:
        return Beside(quoted, ())
    said = statement[check.start : check.end]
    placed = [(edit.said_start - check.start, edit.said, edit) for edit in edits if edit.said_start is not None]
    return Beside(quoted, tuple(_runs(said, placed)))


def _runs(text: str, marked: Sequence[tuple[int, str, Edit]]) -> Iterator[Run]:
    position = 0
    for start, words, edit in marked:
        if start < position:
            continue
        if start > position:
            yield Run(text[position:start])
        yield Run(text[start : start + len(words)], edit)
        position = start + len(words)
    if position < len(text):
        yield Run(text[position:])
