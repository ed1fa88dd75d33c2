"""Documents that a person gave on a page to statements: what ``compare`` and ``add`` read from files, without files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comms_tracker.app.words import intake as words
from comms_tracker.reading.files import Document
from comms_tracker.reading.notes import without_the_order
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Statement

if TYPE_CHECKING:
    from comms_tracker.reading import HowToRead, ReadResult


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that was pasted, with the date that was given for it, empty for none."""

    text: str
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Texts:
    """The statements in order of input, each with where it came from, and how they were read in plain sentences."""

    statements: tuple[Statement, ...]
    provenance: tuple[Provenance, ...]
    notes: tuple[str, ...]


def read_texts(
    pasted: Sequence[Pasted],
    documents: Sequence[Document],
    *,
    organisation: str = "",
    incident: str = "",
    issued: str = "",
    named: bool = True,
) -> Texts:
    """The statements in what was pasted, then in the documents; ids that occur again get a number behind them.

    ``organisation``, ``incident`` and, for documents, ``issued`` stand where a text does not state its own. A pasted
    text that has no id gets its number on the page for one where it is ``named``, else one made of its words. Raises
    InputError for what cannot be read, with the number of the text or the name of the file.
    """
    from comms_tracker.reading import HowToRead, read_documents

    how = HowToRead(organisation=organisation or None, incident=incident or None, in_order=True)
    numbered = enumerate(pasted, start=1)
    parts = [_read_pasted(one, number, how, named=named) for number, one in numbered if one.text.strip()]
    if documents:
        parts.append(read_documents(documents, replace(how, issued=issued.strip() or None)))
    statements, provenance = _named_apart(
        [one for part in parts for one in part.statements], [one for part in parts for one in part.provenance]
    )
    return Texts(statements, provenance, tuple(note for part in parts for note in without_the_order(part.notes)))


def _read_pasted(one: Pasted, number: int, how: HowToRead, *, named: bool) -> ReadResult:
    """One pasted text; where it is ``named``, its number is its id and its title, unless it has its own."""
    from comms_tracker.app import intake
    from comms_tracker.reading import read_documents
    from comms_tracker.reading.dates import checked_issued

    name = words.PASTED.format(number=number)
    document = intake.pasted(one.text, name)
    how = replace(how, issued=checked_issued(one.issued, name) if one.issued.strip() else None)
    if not named:
        return read_documents([document], how)
    read = read_documents([replace(document, stem=f"text-{number}")], how)
    return replace(read, statements=tuple(replace(each, title=each.title or name) for each in read.statements))


def _named_apart(
    statements: Sequence[Statement], provenance: Sequence[Provenance]
) -> tuple[tuple[Statement, ...], tuple[Provenance, ...]]:
    taken: set[tuple[str | None, str]] = set()
    kept: list[Statement] = []
    origins: list[Provenance] = []
    for statement, origin in zip(statements, provenance, strict=True):
        name, number = statement.id, 1
        while (statement.incident, name) in taken:
            number += 1
            name = f"{statement.id}-{number}"
        taken.add((statement.incident, name))
        kept.append(replace(statement, id=name))
        origins.append(replace(origin, statement=name))
    return tuple(kept), tuple(origins)
