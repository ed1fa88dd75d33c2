"""Changes in which something is denied or not known: turned denials, softened ones, and what became known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker import lexicon
from comms_tracker.changes.commitment import commitment, denies_only_so_far
from comms_tracker.changes.pair import SURE_ENOUGH, Pair
from comms_tracker.changes.running import is_restorative
from comms_tracker.changes.scope import is_group
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.records import Certainty, ChangeKind, Claim, Figure, Polarity, Relation

K = ChangeKind
ALL_WELL = re.compile(r"\b(?:normally|as (?:normal|usual)|unaffected|untouched|safe|secure|intact)\b(?! again)", re.I)


@dataclass(frozen=True, slots=True)
class Turned:
    """Kind, other kinds, relation and clarity of a change in which something is denied or unknown."""

    kind: ChangeKind
    also: tuple[ChangeKind, ...] = ()
    relation: Relation = Relation.CONSISTENT
    clarity: float = 0.9


class Turn(StrEnum):
    """How polarity went; ``none`` where both affirm, so that the amounts decide."""

    NONE = "none"
    AFFIRMED = "affirmed"
    DENIED = "denied"
    BOTH_DENIED = "both_denied"
    BECAME_KNOWN = "became_known"
    BECAME_UNKNOWN = "became_unknown"
    BOTH_UNKNOWN = "both_unknown"
    EXCLUDED = "excluded"


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
        return Turn.EXCLUDED if _excludes(earlier, later) else Turn.NONE
    return Turn.AFFIRMED if now is Polarity.AFFIRMED else Turn.DENIED


def judge_turn(pair: Pair, turn: Turn) -> Turned:
    """What a turn of polarity amounts to; not to be asked of ``Turn.NONE``."""
    match turn:
        case Turn.AFFIRMED | Turn.DENIED:
            return _turned(pair, turn)
        case Turn.EXCLUDED:
            return _excluded(pair)
        case Turn.BOTH_DENIED:
            return _still_denied(pair)
        case Turn.BECAME_KNOWN if _counts(pair.later.figure):
            return Turned(K.QUANTIFIED, clarity=0.92)
        case Turn.BECAME_KNOWN:
            return Turned(K.STRENGTHENED, clarity=0.75)
        case Turn.BECAME_UNKNOWN if _counts(pair.earlier.figure):
            return Turned(K.OBSCURED, clarity=0.85)
        case Turn.BECAME_UNKNOWN:
            return Turned(K.SOFTENED, clarity=0.85)
    return Turned(K.UNCHANGED)


def _counts(figure: Figure | None) -> bool:
    return figure is not None and not (figure.low == 0 and figure.high == 0)


def _excludes(earlier: Claim, later: Claim) -> bool:
    """Whether all was said to be well without a number, and harm to the same thing is now counted or asserted."""
    if earlier.figure is not None or later.certainty in {Certainty.CONDITIONAL, Certainty.FORECAST}:
        return False
    groups = lexicon.table("events")["groups"]
    well = earlier.measure.event in groups["continue"]["lemmas"] or ALL_WELL.search(earlier.text) is not None
    harmed = any(later.measure.event in group["lemmas"] for group in groups.values() if group["class"] == "harm")
    return well and harmed


def _excluded(pair: Pair) -> Turned:
    if pair.link_confidence < SURE_ENOUGH:
        return Turned(K.QUANTIFIED if _counts(pair.later.figure) else K.UNCHANGED, (), Relation.NOT_COMPARABLE, 0.6)
    return Turned(K.CONTRADICTED, (), Relation.SUPERSEDED, 0.75)


def _turned(pair: Pair, turn: Turn) -> Turned:
    """Denied and then affirmed, or the reverse: contradicted, unless the two are about different things or times."""
    affirming = turn is Turn.AFFIRMED
    denial, affirmed = (pair.earlier, pair.later) if affirming else (pair.later, pair.earlier)
    softer = K.QUANTIFIED if affirming and _counts(pair.later.figure) else K.SOFTENED
    if pair.link_confidence < SURE_ENOUGH:
        return Turned(softer, (), Relation.NOT_COMPARABLE, 0.6)
    if _about_others(pair, turn):
        if softer is K.QUANTIFIED:
            return Turned(softer, (K.WIDENED_SCOPE,), Relation.NOT_COMPARABLE, 0.65)
        return Turned(K.WIDENED_SCOPE if affirming else K.NARROWED_SCOPE, (), Relation.NOT_COMPARABLE, 0.65)
    if affirming and affirmed.certainty in {Certainty.CONDITIONAL, Certainty.FORECAST}:
        return Turned(K.SOFTENED, (), Relation.CONSISTENT, 0.7)
    if affirming and denies_only_so_far(denial, sentence_at(pair.texts[0], denial.start, denial.end)):
        if is_restorative(affirmed):
            return Turned(K.PROGRESSED, (K.CONTRADICTED,), Relation.SUPERSEDED, 0.85)
        return Turned(K.CONTRADICTED, (), Relation.SUPERSEDED, 0.88)
    if affirmed.certainty is not Certainty.ASSERTED:
        return Turned(K.CONTRADICTED, (K.SOFTENED,), Relation.SUPERSEDED, 0.75)
    return Turned(K.CONTRADICTED, (), Relation.CONTRADICTORY, 0.9)


def _about_others(pair: Pair, turn: Turn) -> bool:
    """Whether the denial was about a group that the affirmation does not speak of, so that both can hold."""
    lost, gained = pair.scope.lost, pair.scope.gained
    of_denial, of_other = (lost, gained) if turn is Turn.AFFIRMED else (gained, lost)
    return any(is_group(phrase) for phrase in of_denial) and not of_other


def _still_denied(pair: Pair) -> Turned:
    then, now = commitment(pair.earlier), commitment(pair.later)
    moved = None if then == now else K.STRENGTHENED if now > then else K.SOFTENED
    firmness = (moved,) if moved else ()
    limits = any(is_group(phrase) for phrase in (*pair.scope.lost, *pair.scope.gained))
    members = pair.scope.members_lost or pair.scope.members_gained
    if (limits or members) and pair.scope.narrowed:
        return Turned(K.NARROWED_SCOPE, firmness, clarity=0.8)
    if (limits or members) and pair.scope.widened:
        return Turned(K.WIDENED_SCOPE, firmness, clarity=0.8)
    return Turned(moved, clarity=0.88) if moved else Turned(K.UNCHANGED)
