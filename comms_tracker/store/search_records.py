"""What is asked of a search and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.records import Figure, FigureKind

COUNTED = "counted"
"""Stands for the unit of figures that only count things, which have none."""


class Within(StrEnum):
    """What is searched: claims, whole statements, or both with their ranks fused."""

    EVERYTHING = "everything"
    CLAIMS = "claims"
    STATEMENTS = "statements"


class FoundBy(StrEnum):
    """How something was found."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "words and meaning"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; None where it is not.

    ``since`` and ``until`` are ISO days, both included. ``kind``, ``unit`` (a unit, or ``COUNTED``), ``at_least`` and
    ``at_most`` are of a claim's figure; a figure is in where some number that it allows is within the two.
    """

    organisation: str | None = None
    incident: str | None = None
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    kind: FigureKind | None = None
    unit: str | None = None
    at_least: float | None = None
    at_most: float | None = None

    @property
    def of_figures(self) -> bool:
        """Whether only claims with a figure can be in."""
        return any(each is not None for each in (self.kind, self.unit, self.at_least, self.at_most))


@dataclass(frozen=True, slots=True)
class Search:
    """One page of a search: ``words`` as a person types them, ``limit`` results after the first ``offset``.

    ``by_meaning`` finds claims whose phrase means nearly the same, too.
    """

    words: str
    within: Within = Within.EVERYTHING
    by_meaning: bool = False
    filters: Filters = Filters()
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that was found, or a statement with ``claim`` None.

    ``start`` and ``end`` are the place of ``text`` in the statement, ``marks`` the places of the words that were asked
    for, all in code points of the statement's text. ``before`` and ``after`` are what stands around it. ``likeness``
    is the cosine of the claim's phrase and the words, where it was found by meaning.
    """

    incident: str
    statement: str
    claim: str | None
    organisation: str | None
    issued: str | None
    title: str | None
    before: str
    text: str
    after: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    figure: Figure | None
    found_by: FoundBy
    likeness: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results; ``more`` says that others follow, and ``sql`` is what was asked, ready to be run again.

    ``notes`` are plain sentences about the search, such as that some phrases have no vector yet.
    """

    hits: tuple[Hit, ...]
    more: bool
    sql: tuple[str, ...]
    notes: tuple[str, ...] = ()
