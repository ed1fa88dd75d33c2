"""A text taken as one statement, or as an article with the statements that it quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comms_tracker.articles.records import Article, Dated
from comms_tracker.articles.statements import looks_like_article, read_article
from comms_tracker.reading.decoding import decoded
from comms_tracker.reading.fields import says_article
from comms_tracker.reading.front_matter import divided
from comms_tracker.reading.how_to_read import Way
from comms_tracker.reading.kinds import FileKind, kind_by_name
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Statement

ROWS = frozenset({FileKind.JSONL, FileKind.TABLE})
"""Kinds of files whose rows are statements: a row is never taken as an article."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A statement of an article, the bytes that it came in, and when it was made as the article says it."""

    statement: Statement
    provenance: Provenance
    dated: Dated


def is_article(statement: Statement, provenance: Provenance, way: Way | None) -> bool:
    """Whether a text is to be taken as an article; where ``way`` says nothing, only if its file is marked as one."""
    if way is Way.STATEMENT or _is_row(provenance):
        return False
    if way is Way.ARTICLE or _is_marked(provenance):
        return True
    return way is Way.AUTO and looks_like_article(statement.text)


def could_be_article(statement: Statement, provenance: Provenance) -> bool:
    """Whether a text that was taken as one statement looks like an article."""
    return not _is_row(provenance) and looks_like_article(statement.text)


def taken_out(document: Statement, provenance: Provenance) -> tuple[TakenOut, ...]:
    """The statements of an article, the earliest first; empty where no organisation speaks in it.

    They are of the document's incident. What a reader took from its bytes is about the article, and stays behind.
    """
    article: Article = read_article(document)
    return tuple(
        TakenOut(
            replace(one.statement, incident=document.incident),
            replace(provenance, statement=one.statement.id, taken={}, pages=()),
            one.dated,
        )
        for one in article.statements
    )


def _is_row(provenance: Provenance) -> bool:
    return kind_by_name(provenance.received.name) in ROWS


def _is_marked(provenance: Provenance) -> bool:
    """Whether the file's front matter says ``article: true``."""
    name, data = provenance.received.name, provenance.received.data
    if not data.startswith(b"---"):
        return False
    fields, _, _ = divided(decoded(data, name).text, name)
    return says_article(fields.get("article"))
