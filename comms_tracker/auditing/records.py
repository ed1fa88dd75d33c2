"""What an audit hands on: each departure with both wordings, and what is left out, new or as before."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from comms_tracker.changes.headline import SURE
from comms_tracker.records import Change, ChangeKind, Claim, Finding, FindingKind, ProducedBy, Said, Statement

K = ChangeKind
Kind = ChangeKind | FindingKind

FAILING: frozenset[Kind] = frozenset({K.CONTRADICTED, K.RETRACTED, K.REVISED_UP, K.REVISED_DOWN})
"""The kinds that make the command end with 1 unless it is told of more."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Beside:
    """Another earlier claim that the same claim of the draft departs from."""

    change: Change
    earlier: Said


@dataclass(frozen=True, slots=True)
class Departure:
    """One claim of the draft that says something else than was said before.

    ``change`` runs from the earlier claim to the draft's; ``explanation`` says the same to whoever wrote the draft.
    ``beside`` are further earlier claims that it departs from, the latest first; ``agrees_with`` are those
    of the series that it agrees with. ``doubt`` says why it is only possible although its confidence is high.
    """

    change: Change
    earlier: Said
    draft: Claim
    explanation: str
    beside: tuple[Beside, ...] = ()
    agrees_with: tuple[Said, ...] = ()
    doubt: str | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it is sure enough to act on."""
        return self.change.confidence >= SURE and self.doubt is None

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        """Every kind that holds, of any earlier claim; what only moved on with time is no revision."""
        return frozenset().union(*map(kinds_of, (self.change, *(one.change for one in self.beside))))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An earlier claim whose measure the draft does not mention; ``change`` is the dropped one."""

    change: Change
    earlier: Said


@dataclass(frozen=True, slots=True)
class Audit:
    """A draft against the statements before it; every list is in the order in which an editor would take it.

    ``departures`` are sure enough to act on, ``possible`` are not. ``left_out`` was in the last statement, while
    ``left_out_before`` was already absent from it. ``already_changed`` are departures from a claim that the
    organisation itself has since departed from. ``unchanged`` counts the draft's claims that say what was said and do
    not only tell it again as an earlier account, and ``earlier_claims`` the claims that they were compared with.
    ``first_line`` is the line of the draft's file on which its text begins.
    """

    draft: Statement
    compared_with: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    departures: tuple[Departure, ...]
    possible: tuple[Departure, ...]
    left_out: tuple[LeftOut, ...]
    left_out_before: tuple[LeftOut, ...]
    added: tuple[Claim, ...]
    already_changed: tuple[Departure, ...]
    unchanged: int
    earlier_claims: int
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    produced_by: ProducedBy
    first_line: int = 1

    @property
    def incident(self) -> str | None:
        """The incident of the statements, where they name one."""
        return next((one.incident for one in self.compared_with if one.incident), self.draft.incident)

    @property
    def nothing_departs(self) -> bool:
        """Whether the draft agrees with all that was said, as far as it could be compared; it may say less or more."""
        return not self.departures and not self.possible

    def line(self, offset: int) -> int:
        """The line, counted from 1, of the draft's file on which the character at ``offset`` of its text stands."""
        return self.first_line + len(_LINE_END.findall(self.draft.text, 0, offset))

    def failing(self, on: Collection[Kind] = FAILING) -> tuple[Departure | LeftOut | Claim | Finding, ...]:
        """What is of one of the kinds ``on``, a further kind of a departure included; empty where the draft passes."""
        found: list[Departure | LeftOut | Claim | Finding] = [one for one in self.departures if one.kinds & set(on)]
        found += self.left_out if K.DROPPED in on else ()
        found += self.added if K.ADDED in on else ()
        found += [finding for finding in self.findings if finding.kind in on]
        return tuple(found)


def kinds_of(change: Change) -> frozenset[ChangeKind]:
    """The kinds of a change; where it moved on with time, a higher figure or an ended denial is no more than that."""
    kinds = frozenset({change.kind, *change.also})
    return kinds - FAILING if K.PROGRESSED in kinds and change.kind not in FAILING else kinds
