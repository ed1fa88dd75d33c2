"""What a person decided about a comparison, as it is kept: who, when, and the words that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.records import ChangeKind, Claim, Figure, FindingKind


class Verb(StrEnum):
    """What a person can do."""

    CONFIRM = "confirm"
    REJECT = "reject"
    LINK = "link"
    CORRECT = "correct"
    DISMISS = "dismiss"
    ADD_CLAIM = "add_claim"
    SEEN = "seen"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one claim as they stood when a person decided: by them it is found again.

    ``text`` is what stood from ``start`` to ``end`` in the statement; the figure's place counts there too. ``claim`` is
    the id that the claim had then.
    """

    statement: str
    start: int
    end: int
    text: str
    claim: str
    figure_text: str | None = None
    figure_start: int | None = None
    figure_end: int | None = None

    @classmethod
    def of(cls, claim: Claim) -> Words:
        """The words of a claim as they stand now."""
        place, figure = (claim.statement, claim.start, claim.end, claim.text, claim.id), claim.figure
        return cls(*place) if figure is None else cls(*place, figure.text, figure.start, figure.end)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about one incident.

    ``about`` is the id that the person named: of a change, a claim, a finding, a statement or another decision.
    ``made`` is an ISO time in UTC. ``words`` are those of the claims that it is about, the earlier one first.
    ``change_kind`` and ``finding_kind`` say what was shown when it was confirmed, rejected or seen. ``figure`` is the
    figure as the person reads it (``correct``, ``add_claim``), None where there is none, and ``value`` their own words
    for it. ``event`` and ``counted`` are what a person said that an added claim is about. ``undoes`` is the id of the
    decision that this one takes back.
    """

    id: str
    incident: str
    verb: Verb
    by: str
    made: str
    about: str
    statements: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
    note: str | None = None
    change_kind: ChangeKind | None = None
    finding_kind: FindingKind | None = None
    figure: Figure | None = None
    value: str | None = None
    event: str | None = None
    counted: str | None = None
    undoes: str | None = None


def in_force(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions that hold, in the order in which they were made: none that was undone, and no undoing."""
    undone = {decision.undoes for decision in decisions}
    return tuple(each for each in decisions if each.verb is not Verb.UNDO and each.id not in undone)
