"""The words that a search found, marked in their text, and the stretch of a long one that has most of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from secrets import token_hex

from comms_tracker.store.rows import Row
from comms_tracker.store.schema_search import TOKENS

AROUND = 120
"""Characters of the statement before and after what was found."""
SNIPPET = 240
"""Characters of a statement's text that are shown around the first words found."""
WEIGHED = 200
"""Words found in one text, at most, of which each is looked at as the beginning of what is shown."""

Place = tuple[int, int]
"""Where something begins and ends in a text, in code points."""


def new_marks() -> dict[str, object]:
    """Two marks that no text has, new for each search."""
    mark = token_hex(8)
    return {"on": f"\ue000{mark}\ue001", "off": f"\ue002{mark}\ue003"}


def places(row: Row, values: Mapping[str, object]) -> tuple[str, list[Place]]:
    """The text of a row without the marks that ``values`` gave its query, and where they stood in it."""
    on, off = str(values["on"]), str(values["off"])
    marked = row["marked"] if row["raw"] is None else _marked_past_zero(row["raw"], str(values["match"]), on, off)
    first, *others = marked.split(on)
    pieces, found, length = [first], list[Place](), len(first)
    for each in others:
        inside, _, rest = each.partition(off)
        found.append((length, length + len(inside)))
        pieces += (inside, rest)
        length += len(inside) + len(rest)
    return "".join(pieces), found


def _marked_past_zero(text: str, match: str, on: str, off: str) -> str:
    """A text with a character NUL, marked: SQLite's own marking ends at the first."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"CREATE VIRTUAL TABLE one USING fts5 (text, tokenize='{TOKENS}')")
        db.execute("INSERT INTO one VALUES (?)", [text.replace("\x00", " ")])
        row = db.execute("SELECT highlight(one, 0, ?, ?) FROM one WHERE one MATCH ?", [on, off, match]).fetchone()
    return text if row is None else str(row[0])


def window(text: str, found: Sequence[Place]) -> Place:
    """The stretch of the text with the most places in it, from a word's start to a word's end where one is near."""
    if not found:
        return 0, min(len(text), SNIPPET)
    some = found[:WEIGHED]
    best = max(some, key=lambda place: sum(place[0] <= each[0] < place[0] + SNIPPET for each in some))
    from_ = max(best[0] - AROUND // 2, 0)
    space = text.rfind(" ", max(from_ - AROUND, 0), from_)
    start = space + 1 if space >= 0 else from_
    space = text.find(" ", start + SNIPPET, start + SNIPPET + AROUND)
    end = space if space >= 0 else min(start + SNIPPET, len(text))
    return start, max(end, best[1])
