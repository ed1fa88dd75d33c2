"""An article as it is read for one session: its statements, its passages by voice, and its quotations checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.app.texts import Texts
from comms_tracker.app.words import article as words
from comms_tracker.errors import InputError
from comms_tracker.reading.notes import without_articles
from comms_tracker.records import Statement
from comms_tracker.report.change_view import byline
from comms_tracker.report.words import capital, date_words

if TYPE_CHECKING:
    from comms_tracker.articles import Article
    from comms_tracker.quotes import CheckedQuotation, Run


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that the article tells of: whose it is, when it was made as the article says it, and its words."""

    organisation: str
    dated: str
    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation beside the statement's words; ``said`` is empty where they are in no statement.

    ``edits`` are the differences in sentences, and ``statement`` says which statement it is.
    """

    verdict: str
    to_look_at: bool
    speaker: str
    quoted: tuple[Run, ...]
    said: tuple[Run, ...]
    statement: str
    edits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page shows; ``summary`` is None where the quotations were checked against nothing."""

    told: tuple[Told, ...]
    passages: tuple[tuple[str, str, str], ...]
    summary: str | None
    quoted: tuple[Quoted, ...]
    notes: tuple[str, ...]


def article_view(texts: Texts, statements: Sequence[Statement] | None) -> ArticleView:
    """The one text taken as an article, its quotations checked against the statements; None checks nothing.

    Raises InputError where there is no text, or more than one.
    """
    from comms_tracker.articles import read_article
    from comms_tracker.quotes import check_article
    from comms_tracker.report.quotes import summary

    if not texts.statements:
        raise InputError(words.NOTHING)
    if len(texts.statements) > 1:
        raise InputError(words.TOO_MANY.format(count=len(texts.statements)))
    article = read_article(texts.statements[0])
    checked = None if statements is None else check_article(article.text, statements)
    by_id = {one.id: one for one in statements or ()}
    return ArticleView(
        told=_told(article),
        passages=_passages(article),
        summary=None if checked is None else summary(checked) if checked else words.NO_QUOTATIONS,
        quoted=tuple(_quoted(one, by_id) for one in checked or ()),
        notes=tuple(without_articles(texts.notes)),
    )


def _told(article: Article) -> tuple[Told, ...]:
    from comms_tracker.report.passages import date_line

    return tuple(Told(one.organisation, date_line(one.dated), one.statement.text) for one in article.statements)


def _passages(article: Article) -> tuple[tuple[str, str, str], ...]:
    from comms_tracker.report.passages import about, statement_of

    owner = statement_of(article)
    return tuple(
        (words.VOICE[one.voice], ", ".join(about(one, owner.get(place))), article.text[one.start : one.end])
        for place, one in enumerate(article.passages)
    )


def _quoted(one: CheckedQuotation, statements: dict[str, Statement]) -> Quoted:
    from comms_tracker.quotes import beside
    from comms_tracker.report.quotes import VERDICT, edit_line

    found = statements.get(one.check.statement or "")
    sides = beside(one.text, found.text if found else "", one.check)
    line = byline(found) if found else None
    where = (date_words(line.issued), line.organisation, line.title) if line else ()
    verdict = VERDICT[one.check.verdict]
    return Quoted(
        verdict=capital(verdict),
        to_look_at=one.to_look_at,
        speaker=words.AS_SAID_BY.format(speaker=one.speaker) if one.speaker else "",
        quoted=sides.quoted,
        said=sides.said,
        statement=", ".join(part for part in where if part),
        edits=tuple(edit_line(edit) for edit in one.check.edits),
    )
