"""More statements than memory should hold: they wait in a file, and each incident's are given when its turn comes.

Everything is read and checked before the first is given, as ``read_statements`` does it, with the same notes.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any

from comms_tracker.reading.english import looks_english
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.files import in_parts, one_by_one
from comms_tracker.reading.how_to_read import AS_IT_STANDS, HowToRead
from comms_tracker.reading.identity import statement_id
from comms_tracker.reading.received import Received
from comms_tracker.reading.statements import (
    ReadResult,
    filled_drafts,
    not_english,
    ordered,
    provenance_of,
    statement_of,
)

IN_MEMORY = 4_000_000
"""Bytes of waiting statements from which on a file is made for them."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is held of a draft that waits: its place in the file, and what order and identity need to know."""

    place: int
    name: str
    text: str
    date_hint: str
    id: str
    issued: str | None
    incident: str | None
    stem: str | None = None

    def field(self, key: str) -> str | None:
        """As ``Draft.field``, of id, issued and incident."""
        value: str | None = getattr(self, key)
        return value


class Waiting:
    """Statements that were read, by incident; use it as a context manager, which deletes the file at its end.

    ``notes`` are those of ``read_statements``.
    """

    def __init__(self, file: Any, slips: Sequence[Slip], notes: Sequence[str]) -> None:
        self._file = file
        self._places: dict[str | None, list[int]] = {}
        for slip in slips:
            self._places.setdefault(slip.incident, []).append(slip.place)
        self.notes = tuple(notes)

    def __enter__(self) -> Waiting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def statements(self) -> int:
        """How many there are."""
        return sum(map(len, self._places.values()))

    def incidents(self) -> Iterator[ReadResult]:
        """Each incident's statements in order of time, the incidents in order of first appearance."""
        yield from map(self._read, self._places.values())

    def nameless(self) -> ReadResult:
        """The first statement that names no incident, if there is one."""
        return self._read(self._places.get(None, [])[:1])

    def _read(self, places: Sequence[int]) -> ReadResult:
        drafts = list(map(self._draft, places))
        statements = tuple(map(statement_of, drafts))
        return ReadResult(statements, (), tuple(map(provenance_of, drafts, statements)))

    def _draft(self, place: int) -> Draft:
        self._file.seek(place)
        draft, source = pickle.load(self._file)
        self._file.seek(source)
        whole: Draft = replace(draft, received=pickle.load(self._file))
        return whole


def read_waiting(paths: Sequence[str], how: HowToRead = AS_IT_STANDS) -> Waiting:
    """The statements that ``read_statements`` gives, waiting by incident; raises InputError as it does."""
    skipped: list[str] = []
    notes: list[str] = []
    foreign: dict[int, str] = {}
    slips: list[Slip] = []
    given = how.values()
    file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
    try:
        for document in one_by_one(paths, skipped, in_parts, allow_private=how.allow_private):
            drafts, said = filled_drafts(document, given, how.columns)
            notes += said
            for place, draft in put(file, drafts):
                slips.append(slip_of(place, draft))
                if not looks_english(draft.text):
                    foreign[place] = not_english(draft)
        kept, said = ordered(slips, in_order=how.in_order)
    except BaseException:
        file.close()
        raise
    said += [foreign[slip.place] for slip in kept if slip.place in foreign]
    return Waiting(file, kept, [*skipped, *notes, *said])


def put(file: Any, drafts: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    """Writes each draft to the file and gives its place; bytes that several came from are written once."""
    received: Received | None = None
    source = 0
    for draft in drafts:
        if draft.received is not received:
            received, source = draft.received, file.tell()
            pickle.dump(received, file)
        place = file.tell()
        pickle.dump((replace(draft, received=None), source), file)
        yield place, draft


def slip_of(place: int, draft: Draft) -> Slip:
    """What is held of a draft that waits at a place of the file."""
    digest = hashlib.sha256(draft.text.encode(errors="surrogatepass")).hexdigest()[:32]
    issued, incident = draft.field("issued"), draft.field("incident")
    return Slip(place, draft.name, digest, draft.date_hint, statement_id(draft), issued, incident)
