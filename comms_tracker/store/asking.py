"""The questions that a store answers, whoever asks: nothing here writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from comms_tracker.decisions import Decision, Words
from comms_tracker.errors import StoreError
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import (
    copying,
    deciding,
    describing,
    forgotten,
    merging,
    published,
    reading,
    receiving,
    relations,
    searching,
    verifying,
)
from comms_tracker.store.receiving import Source
from comms_tracker.store.records import IncidentSummary, Problem, Published
from comms_tracker.store.search_records import Found, Search

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R")


class Asking(ABC):
    """What is asked of a store: each question is answered as of one moment."""

    path: Path

    @abstractmethod
    def _read(self, question: Callable[[Database], R]) -> R:
        """The answer to a question about the open store."""

    def decisions(self, incident: str) -> tuple[Decision, ...]:
        """The decisions about an incident in the order of making, undone ones and undoings among them.

        Raises StoreError where there is no such incident.
        """
        found = self._read(lambda db: deciding.decisions(db, incident))
        if not found and not self.holds(incident):
            self._refuse_unknown(incident)
        return found

    def incidents_of(self, wanted: str) -> tuple[str, ...]:
        """The incidents that have something of this id to decide on, in order of their letters."""
        return self._read(lambda db: deciding.incidents_of(db, wanted))

    def ids_near(self, wanted: str) -> tuple[str, ...]:
        """Ids of whatever a person may decide on that begin as this one does, as far as any does."""
        return self._read(lambda db: deciding.ids_near(db, wanted))

    def former_words(self, claim: str) -> tuple[tuple[str, Words], ...]:
        """The incidents and words of a claim that had this id when it was decided on, or in an earlier reading."""
        return self._read(lambda db: deciding.former_words(db, claim))

    def verify(self) -> tuple[Problem, ...]:
        """Whatever is not as it was written: rows, texts, offsets, references, the log; empty where all is well."""
        return self._read(verifying.verify)

    def backup(self, destination: Path) -> None:
        """Copies the store as it stands to a new file, also while others write to it.

        Raises StoreError where the file is there already or cannot be written.
        """
        copying.refuse_destination(self.path, destination)
        self._read(lambda db: copying.copy_store(db, destination))

    def published(self) -> tuple[Published, ...]:
        """The hashes that are worth publishing: of each entry of the log, version of a statement, and decision."""
        return self._read(published.published)

    def missing(self, known: Sequence[Published]) -> tuple[Problem, ...]:
        """What was published and is not in the store any more, or is another."""
        return self._read(lambda db: published.missing(db, known))

    def tables_and_views(self) -> tuple[relations.Relation, ...]:
        """Every table and view that a reader may meet, with its columns."""
        return self._read(relations.relations)

    def views(self) -> Mapping[str, str]:
        """The statement of SQL that makes each view, by name: the same over other tables of these columns."""
        return self._read(relations.views)

    def hand_over(self, names: Sequence[str], incident: str | None, take: relations.Take) -> None:
        """Gives each named table or view with its rows to ``take``, all as of one moment.

        Where somebody writes meanwhile, ``take`` gets all of it again from the first: what it made before is to be
        thrown away. Raises StoreError for a name, or an incident, that the store does not have.
        """
        if incident is not None and not self.holds(incident):
            self._refuse_unknown(incident)
        self._read(lambda db: relations.hand_over(db, relations.named(db, names), incident, take))

    def coming(self, incident: str) -> merging.Coming:
        """All that another store would take in of an incident; raises StoreError where there is no such incident."""
        found = self._read(lambda db: merging.coming(db, incident))
        return found or self._refuse_unknown(incident)

    def gone(self) -> tuple[forgotten.Gone, ...]:
        """Every version that was lawfully deleted: its hash, the reason, and who said so."""
        return self._read(forgotten.gone)

    def metadata(self) -> Mapping[str, str]:
        """What the file says of itself, by name: title, description, licence, licence_of_quotations, source, ..."""
        return self._read(describing.metadata)

    def organisations(self) -> Mapping[str, str | None]:
        """The organisations that issued statements here, in order of their letters, each with its sector if known."""
        return self._read(describing.organisations)

    def sectors(self) -> Mapping[str, str]:
        """The sectors that somebody gave with :meth:`Store.put_in_sector`, by organisation."""
        return self._read(describing.sectors)

    def incidents(self, at_most: int | None = None, offset: int = 0) -> tuple[IncidentSummary, ...]:
        """One summary for each incident, the one with the newest last statement first; all, or at most so many."""
        return self._read(lambda db: reading.incidents(db, at_most, offset))

    def incident(self, incident: str) -> IncidentSummary:
        """The summary of one incident; raises StoreError where it is unknown."""
        return self._read(lambda db: reading.summary(db, incident)) or self._refuse_unknown(incident)

    def holds(self, incident: str) -> bool:
        """Whether there is an incident of this name."""
        return self._read(lambda db: reading.holds(db, incident))

    def incident_names(self) -> tuple[str, ...]:
        """The names of all incidents, in order of their letters."""
        return self._read(reading.incident_names)

    def statements(self, incident: str) -> tuple[Statement, ...]:
        """The incident's statements as they read now, in order of time; raises StoreError where there are none."""
        found = self._read(lambda db: reading.statements(db, incident))
        return found or self._refuse_unknown(incident)

    def versions(self, incident: str, statement_id: str) -> tuple[Statement, ...]:
        """A statement's versions, oldest first and the present one last; raises StoreError where it is unknown."""

        def all_versions(db: Database) -> tuple[Statement, ...]:
            now = [each for each in reading.statements(db, incident) if each.id == statement_id]
            return (*(each.statement for each in reading.replaced_versions(db, incident, statement_id)), *now)

        found = self._read(all_versions)
        if not found:
            raise StoreError(
                f'There is no statement "{statement_id}" of {incident} in {self.path}. '
                f"List them with comms-tracker claims --incident {incident}."
            )
        return found

    def sources(self, incident: str, statement_id: str) -> tuple[Source, ...]:
        """Where the versions of a statement came from, with the bytes as received, oldest first.

        A version that was added without its source has none.
        """
        return self._read(lambda db: receiving.sources(db, incident, statement_id))

    def search(self, asked: Search) -> Found:
        """One page of the claims and statements that were asked for, by words and, where wanted, by meaning.

        Raises InputError where there is no word to look for, and ModelError where the phrase model is missing and
        meaning was asked for.
        """
        if not asked.by_meaning:
            return self._read(lambda db: searching.search(db, asked))
        from comms_tracker.store import meaning

        sought = meaning.sought(asked.words)
        return self._read(lambda db: meaning.search(db, asked, self.path, sought))

    def replaced(self, at_most: int) -> tuple[Statement, ...]:
        """The wordings of all incidents that later versions replaced, at most so many."""
        return self._read(lambda db: reading.all_replaced(db, at_most))

    def comparison(self, incident: str) -> Comparison:
        """The incident's comparison, equal in every field to what was made; raises StoreError where there is none."""
        found = self._read(lambda db: reading.comparison(db, incident))
        return found or self._refuse_unknown(incident)

    def _refuse_unknown(self, incident: str) -> NoReturn:
        names = self._read(reading.incident_names)
        raise StoreError(unknown_incident(incident, self.path, names))


def unknown_incident(incident: str, path: Path, names: Sequence[str]) -> str:
    """The message for an incident that a store does not hold, with names like it, else up to five of the store's."""
    if not names:
        return f'There is no incident "{incident}" in {path}: it is empty. Add statements with comms-tracker add FILE.'
    near = get_close_matches(incident, names, n=5)
    if near:
        return f'There is no incident "{incident}" in {path}. Name one that it holds, such as {", ".join(near)}.'
    some = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return f'There is no incident "{incident}" in {path}. Name one that it holds: {some}.'
