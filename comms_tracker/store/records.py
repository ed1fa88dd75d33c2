"""What the store tells of what it holds and of what was done to it: adds, readings, deletions, problems, incidents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AddResult:
    """The ids of the given statements, in the order given: new ones, known ones, and known ones with other words.

    ``unchanged`` statements left no trace in the store. An id is in ``added`` and ``new_versions`` where one call
    gave two texts for a new id.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    new_versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """What an add did to one incident."""

    incident: str
    result: AddResult


@dataclass(frozen=True, slots=True)
class IncidentSummary:
    """One incident for a list.

    ``organisation`` joins the names of ``organisations`` with commas, ``None`` where no statement names one.
    ``changes`` counts the changes of any kind but unchanged that nobody rejected; ``headline`` is the explanation of
    the headline change, empty where there is none. The dates are ISO, ``None`` where no statement is dated.
    """

    incident: str
    organisation: str | None
    organisations: tuple[str, ...]
    statements: int
    first_issued: str | None
    last_issued: str | None
    changes: int
    headline: str


class Cause(StrEnum):
    """Why an incident was read and compared."""

    ADD = "add"
    DECIDE = "decide"
    REPROCESS = "reprocess"
    MERGE = "merge"


class Subject(StrEnum):
    """What a reading says something about."""

    CLAIM = "claim"
    CHANGE = "change"
    FINDING = "finding"


class Outcome(StrEnum):
    """What a new reading made of it."""

    NEW = "new"
    GONE = "gone"
    OTHERWISE = "read otherwise"


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim, change or finding that a new reading has, lacks, or reads otherwise: in the named ``fields``.

    ``words`` are the claim's own, or the explanation, as the earlier reading had them where it had any.
    """

    subject: Subject
    id: str
    outcome: Outcome
    words: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of one incident's texts says: ``same`` claims are read as before.

    ``notes`` are those of the new comparison that the earlier one did not have.
    """

    incident: str
    same: int
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


class Entry(StrEnum):
    """What an entry of the log says was done."""

    ADDED = "added"
    READ = "read"
    DECIDED = "decided"
    FORGOTTEN = "forgotten"
    MERGED = "merged"
    MIGRATED = "migrated"
    PRUNED = "pruned"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is not as it was written: its table, its incident and id where it has them, and what is wrong."""

    table: str
    incident: str | None
    id: str | None
    what: str

    @property
    def line(self) -> str:
        """The problem in a line without a full stop: "claims: barts-2017: c-91ae7df69bfd: the row is gone"."""
        return ": ".join(part for part in (self.table, self.incident, self.id, self.what) if part)


@dataclass(frozen=True, slots=True)
class Published:
    """One line of a list of hashes: of an entry of the log, a version of a statement or its source, or a decision.

    The id of a version is that of its statement with its number: "first 2".
    """

    kind: str
    incident: str
    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Why a statement is to be forgotten, who says so, and when: an ISO time in UTC."""

    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a deletion did: how many versions and which decisions went with the statement.

    ``scrubbed`` is false where another program had the store open, so that its file still holds old bytes. ``copies``
    are files beside the store that still have the text.
    """

    statement: str
    versions: int
    decisions: tuple[str, ...]
    scrubbed: bool
    copies: tuple[Path, ...]
