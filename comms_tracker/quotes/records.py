"""What a quotation's check says: the verdict, every edit, and where the words stand in the statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a quotation stands to a statement, the best first."""

    EXACT = "exact"
    ADJUSTED = "adjusted"
    ALTERED = "altered"
    FRAGMENT = "fragment"
    NOT_FOUND = "not_found"


class EditKind(StrEnum):
    """What was done to the statement's words."""

    REPLACED = "replaced"
    INSERTED = "inserted"
    OMITTED = "omitted"
    MARKED_OMISSION = "marked_omission"
    MARKED_INSERTION = "marked_insertion"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"


class Touches(StrEnum):
    """What of the meaning an edit touches, so that a reader must look at it however short it is."""

    FIGURE = "figure"
    UNIT = "unit"
    NEGATION = "negation"
    HEDGE = "hedge"
    NAME = "name"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: ``quoted`` is what the quotation has, ``said`` what the statement has; either can be empty.

    ``start`` counts in the quotation, ``said_start`` in the statement: where ``said`` stands, or would; None of a mark
    beside which nothing was left out. ``touches`` is empty where the edit is not critical.
    """

    kind: EditKind
    quoted: str
    said: str
    start: int
    touches: tuple[Touches, ...] = ()
    said_start: int | None = None

    @property
    def critical(self) -> bool:
        """Whether it touches anything that decides what was said."""
        return bool(self.touches)


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one quotation against one statement.

    ``start`` and ``end`` are where the words stand in the statement, None where they do not; ``likeness`` is the share
    of the quotation's words that stand there, 0 to 1.
    """

    verdict: Verdict
    edits: tuple[Edit, ...] = ()
    statement: str | None = None
    start: int | None = None
    end: int | None = None
    likeness: float = 0.0

    @property
    def critical(self) -> bool:
        """Whether any edit touches a figure, its unit, a negation, a hedge, a name or a date."""
        return any(edit.critical for edit in self.edits)
