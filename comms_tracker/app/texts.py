"""Documents that a person gave on a page to statements: what ``compare`` and ``add`` read from files, without files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comms_tracker.app.words import intake as words
from comms_tracker.reading.files import Document
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Statement

if TYPE_CHECKING:
    from comms_tracker.reading import ReadResult


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
    from comms_tracker.app import intake
    from comms_tracker.reading import HowToRead, read_documents
    from comms_tracker.reading.dates import checked_issued
    from comms_tracker.reading.statements import ORDER_STANDS

    how = HowToRead(organisation=organisation or None, incident=incident or None, in_order=True)
    parts = []
    for number, one in enumerate(pasted, start=1):
        if not one.text.strip():
            continue
        name = words.PASTED.format(number=number)
        when = checked_issued(one.issued, name) if one.issued.strip() else None
        document = intake.pasted(one.text, name)
        if named:
            titled = read_documents([replace(document, stem=f"text-{number}")], replace(how, issued=when))
            parts.append(_titled(titled, name))
        else:
            parts.append(read_documents([document], replace(how, issued=when)))
    if documents:
        parts.append(read_documents(documents, replace(how, issued=issued.strip() or None)))
    statements, provenance = _named_apart(
        [one for part in parts for one in part.statements], [one for part in parts for one in part.provenance]
    )
    return Texts(
        statements, provenance, tuple(note for part in parts for note in part.notes if ORDER_STANDS not in note)
    )


def _titled(read: ReadResult, name: str) -> ReadResult:
    """What was pasted, called by its place on the page where it has no title of its own."""
    return replace(read, statements=tuple(replace(one, title=one.title or name) for one in read.statements))


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
