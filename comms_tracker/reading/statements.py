"""Files to statements in order of time: the way in for the command line, the store's ``add`` and the app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from comms_tracker.errors import InputError
from comms_tracker.reading.dates import time_key
from comms_tracker.reading.drafts import drafts_of
from comms_tracker.reading.english import looks_english
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.files import Document, documents
from comms_tracker.reading.how_to_read import AS_IT_STANDS, HowToRead
from comms_tracker.reading.identity import Identified, statement_id, without_repeats
from comms_tracker.reading.notes import ORDER_STANDS
from comms_tracker.reading.received import Provenance
from comms_tracker.reading.taking import listed, taken_notes, with_values
from comms_tracker.records import Statement

D = TypeVar("D", bound=Identified)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Statements in order of time, and what a person should know about how they were read, in plain sentences.

    ``provenance`` has one entry for each statement, in step with them.
    """

    statements: tuple[Statement, ...]
    notes: tuple[str, ...]
    provenance: tuple[Provenance, ...] = ()


def read_statements(paths: Sequence[str], how: HowToRead = AS_IT_STANDS) -> ReadResult:
    """The statements in files, folders, pages of the web and standard input ("-"), by date, ties in the order of input.

    Raises InputError for what cannot be read; then nothing of the input is returned.
    """
    found, notes = documents(paths, allow_private=how.allow_private)
    result = read_documents(found, how)
    return replace(result, notes=(*notes, *result.notes))


def read_documents(found: Iterable[Document], how: HowToRead = AS_IT_STANDS) -> ReadResult:
    """As :func:`read_statements`, for bytes that are at hand already: an upload, or a text pasted into the app."""
    notes: list[str] = []
    drafts: list[Draft] = []
    given = how.values()
    for document in found:
        read, said = filled_drafts(document, given, how.columns)
        drafts += read
        notes += said
    drafts, said = ordered(drafts, in_order=how.in_order)
    notes += said
    statements = tuple(statement_of(draft) for draft in drafts)
    notes += [not_english(draft) for draft, statement in zip(drafts, statements, strict=True) if not statement.english]
    return ReadResult(statements, tuple(notes), tuple(map(provenance_of, drafts, statements)))


def filled_drafts(
    document: Document, given: Mapping[str, str | None], columns: Mapping[str, str]
) -> tuple[list[Draft], list[str]]:
    """The drafts of a document with what the user gives for all, and sentences about how they were read."""
    read, notes = drafts_of(document, columns)
    filled = [with_values(draft, given) for draft in read]
    return filled, [*notes, *taken_notes(document.name, read, filled)]


def ordered(drafts: Sequence[D], *, in_order: bool) -> tuple[list[D], list[str]]:
    """The drafts by date, each id of an incident once, and sentences about what repeats, is undated or is tied.

    Raises InputError where a date is missing and the order of input does not stand for it, and where two drafts of one
    incident have the same id and other texts.
    """
    kept, notes = without_repeats(drafts)
    undated = [draft for draft in kept if draft.field("issued") is None]
    if undated and not in_order:
        raise InputError(
            f"{undated[0].name} has no date. {undated[0].date_hint}"
            "Give one with --issued 2017-04-28 or as `issued` in the file, "
            "or take the texts in the order given with --in-order."
        )
    if undated:
        return kept, [*notes, *_order_notes(kept, undated)]
    kept.sort(key=lambda draft: time_key(draft.field("issued")))
    return kept, [*notes, *_tie_notes(kept)]


def not_english(draft: Identified) -> str:
    """The sentence about a text that does not look like English."""
    return f"{draft.name} does not look like English: its results are marked, and may be wrong."


def _tie_notes(drafts: Sequence[D]) -> list[str]:
    """A sentence for each moment that several statements of an incident share, and for a day with no time of day."""
    moments: dict[tuple[str | None, object], list[D]] = {}
    days: dict[tuple[str | None, str], list[D]] = {}
    for draft in drafts:
        issued, incident = draft.field("issued") or "", draft.field("incident")
        moments.setdefault((incident, time_key(issued)), []).append(draft)
        days.setdefault((incident, issued[:10]), []).append(draft)
    notes = [
        f"{_names(tied)} have the same date, {tied[0].field('issued')}: they are taken in the order given."
        for tied in moments.values()
        if len(tied) > 1
    ]
    for (_, day), of_day in days.items():
        untimed = [draft for draft in of_day if draft.field("issued") == day]
        if untimed and len(untimed) < len(of_day):
            notes.append(
                f"{_names(untimed)}: no time of day is given for {day}, so it is taken as the start of the day."
            )
    return notes


def _order_notes(drafts: Sequence[D], undated: Sequence[D]) -> list[str]:
    """What stands for the missing dates, and each pair of given dates that the order of input does not follow."""
    notes = [f"{_names(undated)}: {ORDER_STANDS}"]
    dated = [draft for draft in drafts if draft.field("issued") is not None]
    for earlier, later in pairwise(dated):
        if time_key(later.field("issued")) < time_key(earlier.field("issued")):
            notes.append(
                f"{later.name} ({later.field('issued')}) stands after {earlier.name} ({earlier.field('issued')}): "
                "the order given is kept."
            )
    return notes


def _names(drafts: Sequence[Identified]) -> str:
    return listed([draft.name for draft in drafts])


def statement_of(draft: Draft) -> Statement:
    """The statement that a draft becomes."""
    return Statement(
        id=statement_id(draft),
        text=draft.text,
        organisation=draft.field("organisation"),
        issued=draft.field("issued"),
        title=draft.field("title"),
        channel=draft.field("channel"),
        outlet=draft.field("outlet"),
        source=draft.field("source"),
        incident=draft.field("incident"),
        wording=draft.field("wording"),
        repeats=draft.field("repeats"),
        english=looks_english(draft.text),
    )


def provenance_of(draft: Draft, statement: Statement) -> Provenance:
    """Where the statement of a draft came from."""
    assert draft.received is not None
    return Provenance(statement.id, statement.incident, draft.received, draft.found, draft.pages)
