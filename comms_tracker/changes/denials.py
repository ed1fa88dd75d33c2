"""Changes in which something is denied or not known: turned denials, softened ones, and what became known."""

from __future__ import annotations

from enum import StrEnum

from comms_tracker.changes.commitment import commitment, denies_only_so_far
from comms_tracker.changes.running import is_restorative
from comms_tracker.changes.scope import ScopeShift, is_group
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.records import Certainty, ChangeKind, Claim, Figure, Polarity, Relation

K = ChangeKind
SURE_ENOUGH = 0.6
"""Below this confidence that both claims are about the same measure, nobody is said to contradict anything."""

Judged = tuple[ChangeKind, tuple[ChangeKind, ...], Relation, float]


class Turn(StrEnum):
    """How polarity went; ``none`` where both affirm, so that the amounts decide."""

    NONE = "none"
    AFFIRMED = "affirmed"
    DENIED = "denied"
    BOTH_DENIED = "both_denied"
    BECAME_KNOWN = "became_known"
    BECAME_UNKNOWN = "became_unknown"
    BOTH_UNKNOWN = "both_unknown"


def turn_of(earlier: Claim, later: Claim) -> Turn:
    """How polarity went between two claims; a denied number other than 0 on both sides is left to the amounts."""
    then, now = earlier.polarity, later.polarity
    if Polarity.UNKNOWN in (then, now):
        if then is now:
            return Turn.BOTH_UNKNOWN
        return Turn.BECAME_KNOWN if then is Polarity.UNKNOWN else Turn.BECAME_UNKNOWN
    if then is now is Polarity.DENIED:
        return Turn.NONE if _counts(earlier.figure) and _counts(later.figure) else Turn.BOTH_DENIED
    if then is now:
        return Turn.NONE
    return Turn.AFFIRMED if now is Polarity.AFFIRMED else Turn.DENIED


def _counts(figure: Figure | None) -> bool:
    return figure is not None and not (figure.low == 0 and figure.high == 0)


def judge_denials(
    earlier: Claim,
    later: Claim,
    texts: tuple[str, str],
    scope: ScopeShift,
    firmer: int,
    turn: Turn,
    link_confidence: float,
) -> Judged:
    """Kind, other kinds, relation and clarity of a change in which something is denied or unknown."""
    if turn in {Turn.AFFIRMED, Turn.DENIED}:
        return _turned(earlier, later, texts, scope, turn, link_confidence)
    if turn is Turn.BOTH_DENIED:
        return _still_denied(earlier, later, scope)
    if turn is Turn.BECAME_KNOWN:
        if _counts(later.figure):
            return K.QUANTIFIED, (), Relation.CONSISTENT, 0.92
        return K.STRENGTHENED, (), Relation.CONSISTENT, 0.75
    if turn is Turn.BECAME_UNKNOWN:
        if _counts(earlier.figure):
            return K.OBSCURED, (), Relation.CONSISTENT, 0.85
        return K.SOFTENED, (), Relation.CONSISTENT, 0.85
    moved = _firmness(firmer)
    return (moved, (), Relation.CONSISTENT, 0.7) if moved else (K.UNCHANGED, (), Relation.CONSISTENT, 0.9)


def _turned(
    earlier: Claim, later: Claim, texts: tuple[str, str], scope: ScopeShift, turn: Turn, link_confidence: float
) -> Judged:
    """Denied and then affirmed, or the reverse: contradicted, unless the two are about different things or times."""
    denial = earlier if turn is Turn.AFFIRMED else later
    softer = K.QUANTIFIED if turn is Turn.AFFIRMED and _counts(later.figure) else K.SOFTENED
    if link_confidence < SURE_ENOUGH:
        return softer, (), Relation.NOT_COMPARABLE, 0.6
    if _about_others(scope, turn):
        wider = K.WIDENED_SCOPE if softer is K.SOFTENED else softer
        return wider, () if wider is K.WIDENED_SCOPE else (K.WIDENED_SCOPE,), Relation.NOT_COMPARABLE, 0.65
    affirmed = later if turn is Turn.AFFIRMED else earlier
    if affirmed.certainty in {Certainty.CONDITIONAL, Certainty.FORECAST} and turn is Turn.AFFIRMED:
        return K.SOFTENED, (), Relation.CONSISTENT, 0.7
    so_far = denies_only_so_far(denial, sentence_at(texts[0 if denial is earlier else 1], denial.start, denial.end))
    if turn is Turn.AFFIRMED and so_far:
        if is_restorative(later):
            return K.PROGRESSED, (K.CONTRADICTED,), Relation.SUPERSEDED, 0.85
        return K.CONTRADICTED, (), Relation.SUPERSEDED, 0.88
    weak = affirmed.certainty is not Certainty.ASSERTED
    if weak:
        return K.CONTRADICTED, (K.SOFTENED,), Relation.SUPERSEDED, 0.75
    return K.CONTRADICTED, (), Relation.CONTRADICTORY, 0.9


def _about_others(scope: ScopeShift, turn: Turn) -> bool:
    """Whether the denial was about a group that the affirmation does not speak of, so that both can hold."""
    of_denial = scope.lost if turn is Turn.AFFIRMED else scope.gained
    of_other = scope.gained if turn is Turn.AFFIRMED else scope.lost
    return any(is_group(phrase) for phrase in of_denial) and not of_other


def _still_denied(earlier: Claim, later: Claim, scope: ScopeShift) -> Judged:
    then, now = commitment(earlier), commitment(later)
    moved = _firmness((now > then) - (now < then))
    limits = [phrase for phrase in (*scope.lost, *scope.gained) if is_group(phrase)]
    if limits and scope.narrowed:
        return K.NARROWED_SCOPE, (moved,) if moved else (), Relation.CONSISTENT, 0.8
    if limits and scope.widened:
        return K.WIDENED_SCOPE, (moved,) if moved else (), Relation.CONSISTENT, 0.8
    if moved:
        return moved, (), Relation.CONSISTENT, 0.88
    return K.UNCHANGED, (), Relation.CONSISTENT, 0.9


def _firmness(moved: int) -> ChangeKind | None:
    return None if not moved else K.STRENGTHENED if moved > 0 else K.SOFTENED
