"""What a search found, ready to be shown, and how to ask the same elsewhere."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.app.words import search as words
from comms_tracker.report.numbers import reading_line
from comms_tracker.report.words import date_words, in_sentence
from comms_tracker.store import FoundBy, Hit
from comms_tracker.store.search_marks import AROUND

PLAIN_QUERY = "SELECT * FROM changes_readable"
"""What is asked in pandas while nothing is searched for."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a result's text; ``found`` where it is a word that was asked for."""

    text: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class HitView:
    """One result: where it stands, its words in runs with what is around them, and what is to be said of it."""

    incident: str
    statement: str
    about: str
    before: str
    runs: tuple[Run, ...]
    after: str
    notes: tuple[str, ...]


def hit_view(hit: Hit) -> HitView:
    """A result for the page: the words found apart from the others, its figure as it is read."""
    notes = [words.CLAIM if hit.claim else words.STATEMENT]
    if hit.figure is not None:
        notes.append(f"“{hit.figure.text}”: {in_sentence(reading_line(hit.figure))}")
    if hit.found_by is not FoundBy.WORDS:
        notes.append(words.BY_BOTH if hit.found_by is FoundBy.BOTH else words.MEANS_NEARLY)
    about = [date_words(hit.issued), hit.organisation, hit.title]
    return HitView(
        incident=hit.incident,
        statement=hit.statement,
        about=", ".join(part for part in about if part),
        before=_from_a_word(hit.before),
        runs=tuple(_runs(hit)),
        after=_to_a_word(hit.after),
        notes=tuple(notes),
    )


def _runs(hit: Hit) -> Iterator[Run]:
    place = 0
    for start, end in hit.marks:
        if start - hit.start > place:
            yield Run(hit.text[place : start - hit.start])
        yield Run(hit.text[start - hit.start : end - hit.start], found=True)
        place = end - hit.start
    if place < len(hit.text):
        yield Run(hit.text[place:])


def _from_a_word(before: str) -> str:
    """What stands before a result, from a whole word on, with dots where the statement has more."""
    if len(before) < AROUND:
        return before
    _, found, rest = before.partition(" ")
    return f"… {rest if found else before}"


def _to_a_word(after: str) -> str:
    """What stands after a result, up to a whole word, with dots where the statement has more."""
    if len(after) < AROUND:
        return after
    rest, found, _ = after.rpartition(" ")
    return f"{rest if found else after} …"


def datasette_lines(path: Path) -> str:
    """The two lines for the terminal that open the store in Datasette."""
    return f"comms-tracker export --db {shlex.quote(str(path))} --datasette published\ndatasette published"


def pandas_lines(path: Path, queries: Sequence[str]) -> str:
    """Python that asks the first of the queries, or for all changes, and has the answer as a table; it only reads."""
    query = queries[0] if queries else PLAIN_QUERY
    # As a literal of Python's own, so that nothing in the words searched for can end it.
    asked = "\n".join(f"    {line!r}" for line in query.splitlines(keepends=True))
    return (
        "import sqlite3\n\nimport pandas as pd\n\n"
        f"query = (\n{asked}\n)\n"
        f"with sqlite3.connect({path.absolute().as_uri() + '?mode=ro'!r}, uri=True) as db:\n"
        "    found = pd.read_sql_query(query, db)\n"
    )
