"""What an article holds, taken apart: passages, and the statements of organisations that it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.attribution import Passage
from comms_tracker.records import Statement


@dataclass(frozen=True, slots=True)
class Dated:
    """The article's words for when a statement was issued, and the days that they mean as ISO dates, both counted.

    ``words`` is None where the article dates nothing: then the days are the article's own. The days are None where the
    article has no date to count from; only ``first`` is where the words say no more than that it was earlier
    ("initially"): ``last`` is then the day before the organisation's first other statement in the article.
    """

    words: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a statement: ``start`` to ``end`` in the article, and where it begins in the statement's text."""

    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class ArticleStatement:
    """What one organisation said on one occasion, as the article has it.

    ``passages`` are the places of its passages in the article's list. ``statement`` is what is compared and stored; its
    text is made of ``pieces`` alone, so that no word of the outlet's between them is in it.
    """

    organisation: str
    dated: Dated
    passages: tuple[int, ...]
    pieces: tuple[Piece, ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text, its passages in order of place, and the statements in it, the earliest first."""

    document: str
    text: str
    published: str | None
    outlet: str | None
    passages: tuple[Passage, ...]
    statements: tuple[ArticleStatement, ...]
