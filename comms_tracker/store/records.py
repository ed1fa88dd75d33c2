"""What the store says about itself: the outcome of an add, and one line for each incident."""

from __future__ import annotations

from dataclasses import dataclass


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
