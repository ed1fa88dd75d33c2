"""What the arguments of ``compare`` and ``add`` give: the options of reading, and the statements taken as they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comms_tracker.cli.options import network_option
from comms_tracker.errors import InputError
from comms_tracker.reading.how_to_read import Way
from comms_tracker.reading.notes import without_articles

if TYPE_CHECKING:
    from comms_tracker.articles.taking import TakenOut
    from comms_tracker.reading import HowToRead, Provenance, ReadResult
    from comms_tracker.reading.waiting import Waiting
    from comms_tracker.records import Statement

F = TypeVar("F", bound=Callable[..., Any])


def reading_options(function: F) -> F:
    """The options of :class:`ReadingOptions`, which a command takes together.

    They say what stands where a statement does not state its own date, organisation or place in time, which columns a
    table has, and whether a file is one statement or an article with several.
    """
    way = click.option(
        "--as",
        "way",
        type=click.Choice([way.value for way in Way]),
        callback=lambda _context, _option, said: said and Way(said),
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
    way: Way | None

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


def looked_over(waiting: Waiting, way: Way | None) -> tuple[int, list[str]]:
    """How many statements will be taken, and the notes about all of them.

    Raises InputError for an article in which no organisation speaks.
    """
    notes = without_articles(waiting.notes)
    count = 0
    for read in waiting.incidents():
        given = taken_as(read, way)
        count += len(given.statements)
        notes += given.notes
    return count, notes


def taken_as(read: ReadResult, way: Way | None) -> Given:
    """The statements to compare or store, and the notes about them.

    An article gives the statements that it quotes, each with its date and the bytes that it came in. ``way`` is what
    ``--as`` says, None where it is not given. Raises InputError for an article in which no organisation speaks.
    """
    from comms_tracker.articles.taking import could_be_article, is_article, taken_out

    notes = without_articles(read.notes)
    found: list[tuple[Statement, Provenance]] = []
    for statement, provenance in zip(read.statements, read.provenance, strict=True):
        if is_article(statement, provenance, way):
            taken = taken_out(statement, provenance)
            notes.append(_told(statement, taken))
            found += [(one.statement, one.provenance) for one in taken]
            continue
        found.append((statement, provenance))
        if way is None and could_be_article(statement, provenance):
            notes.append(f"{statement.id}: this looks like an article: --as article takes out the statements in it.")
    return Given(tuple(one for one, _ in found), tuple(came for _, came in found), tuple(notes))


def _told(document: Statement, taken: Sequence[TakenOut]) -> str:
    """The note on an article; raises InputError where no organisation speaks in it."""
    from comms_tracker.report.passages import date_line
    from comms_tracker.report.words import counted

    if not taken:
        raise InputError(
            f"{document.id} is taken as an article, and no organisation speaks in it. "
            f"Look at it with comms-tracker split, or take it as one statement with --as statement."
        )
    listed = "; ".join(f"{one.statement.id} by {one.statement.organisation}, {date_line(one.dated)}" for one in taken)
    return f"{document.id} is an article: {counted(len(taken), 'statement')} taken out of it ({listed})."
