"""What a statement's front matter or JSONL row may say about it, checked, before it is a statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made

from comms_tracker.reading.dates import checked_issued
from comms_tracker.reading.received import PageStart, Received, Taken

KEYS = (
    "id",
    "organisation",
    "issued",
    "channel",
    "outlet",
    "title",
    "source",
    "incident",
    "wording",
    "repeats",
    "article",
)
"""The keys of front matter; a JSONL row has the same ones and ``text``."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as it was read: its text, what is said about it, and where it came from.

    ``name`` is the file, or the file and line, as a person would look it up; ``stem`` is what an id may be made of
    where the file holds one statement. ``fields`` is what the document states for the statement, ``found`` what a
    reader took from elsewhere in it; ``date_hint`` is a sentence on what may help where neither has a date.
    """

    name: str
    text: str
    fields: Mapping[str, str]
    stem: str | None = None
    found: Mapping[str, Taken] = made(default_factory=dict)
    pages: tuple[PageStart, ...] = ()
    received: Received | None = None
    date_hint: str = ""

    def field(self, key: str) -> str | None:
        """The value of ``key`` without spaces at its ends, None where it is not given or blank."""
        return self.fields.get(key, "").strip() or None


def checked(fields: Mapping[str, str], where: Mapping[str, str]) -> dict[str, str]:
    """The fields with ``issued`` in its ISO form; ``where`` gives the place of each key for the message.

    Raises InputError where the date cannot be read.
    """
    kept = dict(fields)
    if kept.get("issued", "").strip():
        kept["issued"] = checked_issued(kept["issued"], where["issued"])
    return kept


def says_article(value: str | None) -> bool:
    """Whether the field ``article`` says that a file is an article."""
    return (value or "").strip().lower() in {"true", "yes", "on"}
