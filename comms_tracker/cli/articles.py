"""The reading options of ``compare`` and ``add``, and files as articles, for ``--as``, ``split`` and ``quotes``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comms_tracker.cli.options import network_option
from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from comms_tracker.articles import Article
    from comms_tracker.reading import HowToRead, Provenance, ReadResult
    from comms_tracker.reading.waiting import Waiting
    from comms_tracker.records import Statement

F = TypeVar("F", bound=Callable[..., Any])
WAYS = ("statement", "article", "auto")


def reading_options(function: F) -> F:
    """The options of :class:`ReadingOptions`, which a command takes together.

    They say what stands where a statement does not state its own date, organisation or place in time, which columns a
    table has, and whether a file is one statement or an article with several.
    """
    way = click.option(
        "--as",
        "way",
        type=click.Choice(WAYS),
        help="Take each file as one statement, or as an article with the statements that it quotes. "
        "Default: statement, or article where the file says article: true. auto looks at the text.",
    )
    issued = click.option("--issued", metavar="DATE", help="Date of statements that give none, such as 2017-04-28.")
    organisation = click.option("--organisation", metavar="NAME", help="Organisation of statements that name none.")
    in_order = click.option(
        "--in-order", is_flag=True, help="Where a date is missing, take the order given for the order of time."
    )
    columns = click.option(
        "--map",
        "maps",
        multiple=True,
        metavar="KEY=COLUMN,...",
        help="Columns of a .csv, such as text=Body,issued=Date.",
    )
    return issued(organisation(in_order(columns(network_option(way(function))))))


def articles_of(
    paths: Sequence[str], *, issued: str | None = None, organisation: str | None = None
) -> tuple[list[Article], list[str]]:
    """Each of the files as an article, and plain sentences about how they were read.

    Raises InputError for what cannot be read.
    """
    from comms_tracker.articles import read_article
    from comms_tracker.reading import HowToRead, read_statements
    from comms_tracker.reading.statements import ORDER_STANDS

    read = read_statements(paths, HowToRead(issued, organisation, in_order=True))
    notes = [each for each in read.notes if ORDER_STANDS not in each and MARKED not in each]
    notes += [
        f"{one.id} has no date of its own, so its dates are shown as it says them. Give one with --issued 2017-05-06."
        for one in read.statements
        if one.issued is None
    ]
    return [read_article(one) for one in read.statements], notes


MARKED = "is marked as an article"
"""In the note of a reader that takes an article as one statement."""


@dataclass(frozen=True, slots=True)
class Given:
    """The statements to compare or store, where each came from, in step, and sentences about how they were read."""

    statements: tuple[Statement, ...]
    provenance: tuple[Provenance, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What the reading options of ``compare`` and ``add`` say; ``way`` is what ``--as`` says."""

    issued: str | None
    organisation: str | None
    in_order: bool
    maps: tuple[str, ...]
    allow_private: bool
    way: str | None

    def how(self, incident: str | None) -> HowToRead:
        """The same for ``read_statements``; raises InputError for columns that are no columns."""
        from comms_tracker.reading import HowToRead, columns_of

        columns = columns_of(self.maps)
        return HowToRead(self.issued, self.organisation, incident, self.in_order, columns, self.allow_private)


def read_given(paths: Sequence[str], incident: str | None, options: ReadingOptions) -> Given:
    """What the arguments of ``compare`` give; raises InputError for what cannot be read."""
    from comms_tracker.reading import read_statements

    return taken_as(read_statements(paths, options.how(incident)), options.way)


def read_waiting_given(paths: Sequence[str], incident: str | None, options: ReadingOptions) -> Waiting:
    """As :func:`read_given`, of any number: they wait, to be taken by incident as :func:`taken_as` takes them."""
    from comms_tracker.reading.waiting import read_waiting

    return read_waiting(paths, options.how(incident))


def looked_over(waiting: Waiting, way: str | None) -> tuple[int, list[str]]:
    """How many statements will be taken, and the notes about all of them.

    Raises InputError for an article in which no organisation speaks.
    """
    notes = [each for each in waiting.notes if MARKED not in each]
    count = 0
    for read in waiting.incidents():
        given = taken_as(read, way)
        count += len(given.statements)
        notes += given.notes
    return count, notes


def taken_as(read: ReadResult, way: str | None) -> Given:
    """The statements to compare or store, and the notes about them.

    An article gives the statements that it quotes, each with its date and where it was taken from. ``way`` is what
    ``--as`` says, None where it is not given. Raises InputError for an article in which no organisation speaks.
    """
    notes = [each for each in read.notes if MARKED not in each]
    found: list[tuple[Statement, Provenance]] = []
    for statement, provenance in zip(read.statements, read.provenance, strict=True):
        if not _is_article(statement, provenance, way):
            found.append((statement, provenance))
            if way is None and _looks(statement, provenance):
                notes.append(
                    f"{statement.id}: this looks like an article: --as article takes out the statements in it."
                )
            continue
        taken, said = _taken_out(statement)
        found += [(one, provenance) for one in taken]
        notes.append(said)
    return Given(tuple(one for one, _ in found), tuple(came for _, came in found), tuple(notes))


def _is_article(statement: Statement, provenance: Provenance, way: str | None) -> bool:
    if _is_row(provenance):
        return False
    if way is None:
        return _is_marked(provenance)
    return way == "article" or (way == "auto" and (_is_marked(provenance) or _looks(statement, provenance)))


def _is_row(provenance: Provenance) -> bool:
    """Whether the statement is a row of a file of rows, which is never split."""
    return provenance.received.name.lower().endswith((".jsonl", ".csv"))


def _is_marked(provenance: Provenance) -> bool:
    """Whether the file's front matter says ``article: true``."""
    from comms_tracker.reading.decoding import decoded
    from comms_tracker.reading.front_matter import divided

    name = provenance.received.name
    if not provenance.received.data.startswith(b"---"):
        return False
    fields, _, _ = divided(decoded(provenance.received.data, name).text, name)
    return fields.get("article", "").strip().lower() in {"true", "yes", "on"}


def _looks(statement: Statement, provenance: Provenance) -> bool:
    from comms_tracker.articles import looks_like_article

    return not _is_row(provenance) and looks_like_article(statement.text)


def _taken_out(document: Statement) -> tuple[list[Statement], str]:
    from comms_tracker.articles import read_article
    from comms_tracker.report.passages import date_line

    article = read_article(document)
    if not article.statements:
        raise InputError(
            f"{document.id} is taken as an article, and no organisation speaks in it. "
            f"Look at it with comms-tracker split, or take it as one statement with --as statement."
        )
    listed = "; ".join(
        f"{one.statement.id} by {one.organisation}, {date_line(one.dated)}" for one in article.statements
    )
    count = len(article.statements)
    said = f"{document.id} is an article: {count} statement{'' if count == 1 else 's'} taken out of it ({listed})."
    return [replace(one.statement, incident=document.incident) for one in article.statements], said
