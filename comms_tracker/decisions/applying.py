"""Applies a person's decisions to the claims of an incident, before they are aligned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from comms_tracker.alignment.ties import Ties
from comms_tracker.decisions.anchoring import Place, claim_at, figure_at, near, place_of
from comms_tracker.decisions.records import Decision, Verb, Words, in_force
from comms_tracker.decisions.wording import lapsed
from comms_tracker.records import Claim, Figure, Statement, short_id

Read = Callable[[Statement, int, int, Figure | None], Claim]
"""Reads the claim that some words of a statement make: :func:`comms_tracker.claims.pointed.pointed_claim`."""

STANDING = frozenset({Verb.CONFIRM, Verb.LINK, Verb.CORRECT, Verb.ADD_CLAIM})
"""What says that some words are a claim: where a later version makes none of them, it is read from them again."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that holds, with the ids that its claims have now; ``number`` counts in the order of making."""

    decision: Decision
    claims: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Applied:
    """The claims as a person left them, what is tied, and what stands to be shown of it.

    ``rulings`` are in the order in which they were made. ``notes`` tell of decisions whose words are gone.
    """

    claims: tuple[Claim, ...]
    ties: Ties
    rulings: tuple[Ruling, ...]
    notes: tuple[str, ...]


def apply(
    statements: Sequence[Statement], claims: Sequence[Claim], decisions: Sequence[Decision], read: Read | None = None
) -> Applied:
    """What the decisions make of the claims; where there are none, the claims as they are.

    ``read`` makes claims of words that the program passed over (default: the language model, loaded only then).
    """
    work = _Work(statements, {claim.id: claim for claim in claims}, read or _pointed)
    rulings = [work.rule(number, decision) for number, decision in enumerate(in_force(tuple(decisions)))]
    held = [replace(one, claims=tuple(map(work.present_id, one.claims))) for one in rulings if one is not None]
    order = {statement.id: place for place, statement in enumerate(statements)}
    ordered = sorted(
        work.claims.values(),
        key=lambda claim: (order[claim.statement], claim.start, claim.end, claim.figure.start if claim.figure else -1),
    )
    return Applied(tuple(ordered), _ties(held), tuple(held), tuple(work.notes))


@dataclass(slots=True)
class _Work:
    """The claims while decision after decision is applied to them."""

    statements: Sequence[Statement]
    claims: dict[str, Claim]
    read: Read
    renamed: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def rule(self, number: int, decision: Decision) -> Ruling | None:
        """The decision with its claims found again; None, and a note, where words of it are gone."""
        found: list[Claim | None] = []
        for words in decision.words:
            statement = next((one for one in self.statements if one.id == words.statement), None)
            place = None if statement is None else place_of(words, statement)
            if statement is None or place is None:
                standing = None if statement is None else near(words, statement, tuple(self.claims.values()))
                self.notes.append(lapsed(decision, words.text, words.statement, standing))
                return None
            own = [claim for claim in self.claims.values() if claim.statement == statement.id]
            claim = claim_at(place, own)
            if claim is None and decision.verb in STANDING:
                claim = self._add(statement, words, place, decision)
            found.append(claim)
        return Ruling(decision, self._done(decision, found), number)

    def present_id(self, claim: str) -> str:
        """The id that a claim has after every correction."""
        while claim in self.renamed:
            claim = self.renamed[claim]
        return claim

    def _done(self, decision: Decision, found: list[Claim | None]) -> tuple[str, ...]:
        claims = [claim for claim in found if claim is not None]
        if decision.verb is Verb.DISMISS:
            for claim in claims:
                del self.claims[claim.id]
            return ()
        if decision.verb is Verb.CORRECT or (decision.verb is Verb.ADD_CLAIM and decision.figure is not None):
            return tuple(self._correct(decision, claim) for claim in claims)
        return tuple(claim.id for claim in claims)

    def _add(self, statement: Statement, words: Words, place: Place, decision: Decision) -> Claim:
        figure = None if decision.figure is None else figure_at(decision.figure, words, place, statement)
        if figure is None and place.figure is not None:
            figure = _figure_there(statement, place.figure)
        claim = self.read(statement, place.start, place.end, figure)
        read = claim.measure
        measure = replace(read, event=decision.event or read.event, counted=decision.counted or read.counted)
        self.claims[claim.id] = claim = replace(claim, measure=measure)
        return claim

    def _correct(self, decision: Decision, claim: Claim) -> str:
        statement = next(one for one in self.statements if one.id == claim.statement)
        place = place_of(decision.words[0], statement)
        assert place is not None
        figure = decision.figure and figure_at(decision.figure, decision.words[0], place, statement)
        at = (None, None) if figure is None else (figure.start, figure.end)
        corrected = replace(claim, id=short_id("c", claim.statement, claim.start, claim.end, *at), figure=figure)
        if corrected.id != claim.id:
            del self.claims[claim.id]
            self.renamed[claim.id] = corrected.id
            self.renamed.pop(corrected.id, None)
        self.claims[corrected.id] = corrected
        return corrected.id


def _ties(rulings: Sequence[Ruling]) -> Ties:
    """The pairs that are linked or taken apart; of several decisions on a pair the last one counts."""
    last: dict[frozenset[str], Ruling] = {}
    for one in rulings:
        if one.decision.verb in {Verb.CONFIRM, Verb.LINK, Verb.REJECT} and len(one.claims) == 2:
            last[frozenset(one.claims)] = one
    pairs = [(one.claims[0], one.claims[1], one.decision.verb is Verb.REJECT) for one in last.values()]
    return Ties(
        required=frozenset((earlier, later) for earlier, later, rejected in pairs if not rejected),
        forbidden=frozenset((earlier, later) for earlier, later, rejected in pairs if rejected),
    )


def _figure_there(statement: Statement, place: tuple[int, int]) -> Figure | None:
    """The figure that the program reads at a place."""
    from comms_tracker.quantities import read_figures

    found = [figure for figure in read_figures(statement.text) if (figure.start, figure.end) == place]
    return found[0] if found else None


def _pointed(statement: Statement, start: int, end: int, figure: Figure | None) -> Claim:
    from comms_tracker.claims.pointed import pointed_claim

    return pointed_claim(statement, start, end, figure)
