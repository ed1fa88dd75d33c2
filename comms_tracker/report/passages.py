"""An article taken apart, as JSON and as a page for the terminal: who says what, and the statements in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comms_tracker.articles import Article, ArticleStatement, Dated
from comms_tracker.attribution import Passage
from comms_tracker.changes.english import day_words
from comms_tracker.report.visible import visible
from comms_tracker.report.words import VOICE, counted

if TYPE_CHECKING:
    from rich.console import RenderableType


def article_json(article: Article) -> dict[str, object]:
    """The article's passages and statements; every offset counts in the article's text."""
    owner = statement_of(article)
    return {
        "document": article.document,
        "published": article.published,
        "outlet": article.outlet,
        "text": article.text,
        "passages": [
            {
                "start": one.start,
                "end": one.end,
                "text": article.text[one.start : one.end],
                "voice": one.voice.value,
                "role": one.role,
                "speaker": one.speaker,
                "speaker_name": one.speaker_name,
                "cue": one.cue,
                "statement": owner.get(number),
            }
            for number, one in enumerate(article.passages)
        ],
        "statements": [_statement_json(one) for one in article.statements],
    }


def _statement_json(one: ArticleStatement) -> dict[str, object]:
    assert one.statement.derived_from is not None
    return {
        "id": one.statement.id,
        "organisation": one.organisation,
        "issued": one.statement.issued,
        "date_words": one.dated.words,
        "from": one.dated.first,
        "to": one.dated.last,
        "text": one.statement.text,
        "derived_from": {
            "document": one.statement.derived_from.document,
            "start": one.statement.derived_from.start,
            "end": one.statement.derived_from.end,
        },
        "passages": list(one.passages),
        "pieces": [{"start": each.start, "end": each.end, "at": each.at} for each in one.pieces],
    }


def statement_of(article: Article) -> dict[int, str]:
    """The id of the statement that each passage is in, by the passage's place; those in none are not there."""
    return {number: one.statement.id for one in article.statements for number in one.passages}


def article_page(article: Article) -> RenderableType:
    """The article for the terminal: its statements with their dates, then every passage in order with its voice."""
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import QUIET, labelled, section, spaced

    where = " ".join(part for part in (article.outlet or "", article.published or "no date of its own") if part)
    head = Text.assemble((visible(article.document), "bold"), (f"  {visible(where)}", QUIET))
    count = counted(len(article.statements), "statement")
    title = f"{count} in it" if article.statements else "No organisation's statement in it"
    rows = [labelled(_statement_rows(one), QUIET) for one in article.statements]
    owner = statement_of(article)
    lines = [_passage_rows(article, one, owner.get(number)) for number, one in enumerate(article.passages)]
    return Group(*spaced([head, section(title, rows), section("Who says what, in order", lines)]))


def _statement_rows(one: ArticleStatement) -> list[tuple[str, RenderableType]]:
    from rich.text import Text

    return [
        ("statement", Text(visible(f"{one.statement.id}, {one.organisation}"), style="bold")),
        ("when", Text(visible(date_line(one.dated)))),
        ("words", Text(visible(one.statement.text))),
    ]


def date_line(dated: Dated) -> str:
    """When a statement was issued, as the article says it and as it is read."""
    first, last = day_words(dated.first), day_words(dated.last)
    if first is None and last is not None:
        return f"{last} or before (“{dated.words}”)"
    if first is None or last is None:
        return f"“{dated.words}” (no day: the article's own date is not known)" if dated.words else "not said"
    days = first if first == last else f"{first} to {last}"
    return f"{days} (“{dated.words}”)" if dated.words else f"{days} (the article's own date)"


def _passage_rows(article: Article, one: Passage, statement: str | None) -> RenderableType:
    from rich.text import Text

    from comms_tracker.report.layout import QUIET, labelled

    words = Text(visible(article.text[one.start : one.end]))
    said = Text(visible(", ".join(about(one, statement))), style=QUIET)
    return labelled([(one.voice.value, words), ("", said)], QUIET)


def about(one: Passage, statement: str | None) -> Iterator[str]:
    """Whose words a passage is in, in plain words; ``statement`` is the id of the one that it belongs to."""
    if one.speaker is None:
        yield one.role if one.role != "body" else VOICE[one.voice]
        return
    yield f"{one.speaker} ({one.speaker_name})" if one.speaker_name else one.speaker
    if one.cue:
        yield f"“{one.cue}”"
    yield f"in {statement}" if statement is not None else "in no organisation's statement"


def article_markdown(article: Article) -> str:
    """The article as Markdown: its statements, then every passage in order."""
    from comms_tracker.report.markdown import table_markdown

    owner = statement_of(article)
    statements = table_markdown(
        ("statement", "organisation", "when", "words"),
        ([one.statement.id, one.organisation, date_line(one.dated), one.statement.text] for one in article.statements),
    )
    said = table_markdown(
        ("voice", "who", "words"),
        (
            [one.voice.value, ", ".join(about(one, owner.get(number))), article.text[one.start : one.end]]
            for number, one in enumerate(article.passages)
        ),
    )
    return f"# {article.document}\n\n{statements}\n{said}"
