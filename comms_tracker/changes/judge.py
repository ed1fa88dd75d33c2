"""The kind of change between two claims about the same measure, its relation, direction and ratio.

Follows docs/design.md, "Which kind leads": words of withdrawal; what was denied and is affirmed; words of correction;
a running count; vague, none, unknown or open to a number; what is counted; and last how firmly it is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comms_tracker.changes.amounts import COUNT, PERCENT, Form
from comms_tracker.changes.basis import withdraws
from comms_tracker.changes.causes import OtherCause, other_cause
from comms_tracker.changes.denials import Turn, judge_turn, turn_of
from comms_tracker.changes.fits import Fit, Fitting, fit
from comms_tracker.changes.pair import SURE_ENOUGH, Pair, bases_differ, count_other_things
from comms_tracker.changes.running import runs_on
from comms_tracker.changes.scope import NOT_ONLY, likeness
from comms_tracker.changes.wordings import follows, is_moved
from comms_tracker.records import Certainty, ChangeKind, Direction, FigureKind, Polarity, Relation, StatedBasis

K = ChangeKind
MOST_ALSO = 2
"""Further kinds that a change may have: docs/design.md, section 5."""
SURE_TO_ACCUSE = 0.8
"""How sure a link must be before two numbers for the same time are called irreconcilable."""

ALIKE_ENOUGH_TO_ACCUSE = 0.5
"""How many of their words two claims of one day must share before the same is said of them."""

LESS_CLEAR = frozenset({K.SOFTENED, K.STRENGTHENED, K.NARROWED_SCOPE, K.WIDENED_SCOPE})
STANDING = LESS_CLEAR | {K.UNCHANGED}
"""Kinds in which the amount itself did not move, so that they have no direction."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happened between the two claims; ``clarity`` says how clear the kind is, from 0 to 1.

    ``causes`` is what the two name as the cause, where that differs.
    """

    kind: ChangeKind
    also: tuple[ChangeKind, ...] = ()
    relation: Relation = Relation.CONSISTENT
    direction: Direction | None = None
    ratio: tuple[float | None, float | None] | None = None
    clarity: float = 0.9
    fit: Fit | None = None
    causes: OtherCause | None = None


def judge(pair: Pair) -> Verdict:
    """The kind and the independent fields of the change between two claims of one measure."""
    if is_withdrawn(pair):
        return Verdict(K.RETRACTED, (), Relation.CONTRADICTORY, clarity=0.92)
    if pair.is_sum:
        return Verdict(K.UNCHANGED, clarity=0.85)
    turn = turn_of(pair.earlier, pair.later)
    fitting = fit(pair.then, pair.now)
    if turn is not Turn.NONE and not _denies_another_number(pair, turn, fitting):
        return _from_turn(pair, turn)
    named = other_cause(pair.earlier, pair.later) if turn is Turn.NONE else None
    if named is not None:
        return _of_causes(pair, named)
    if is_moved(pair) or follows(pair):
        return Verdict(K.PROGRESSED, (), Relation.SUPERSEDED, clarity=0.8)
    leads, also = _of_amounts(pair, fitting)
    beside = [kind for kind in (_scope_kind(pair, fitting), _commitment_kind(pair)) if kind is not None]
    reckoned = pair.earlier.certainty in {Certainty.ESTIMATED, Certainty.FORECAST}
    confirmed = pair.both_numbers and reckoned and beside[:1] == [K.STRENGTHENED]
    if leads is K.UNCHANGED and beside and not confirmed:
        # An estimate that is borne out is the same number.
        leads, also, beside = beside[0], (), beside[1:]
    return _verdict(pair, fitting, leads, _at_most_two(leads, *also, *beside))


def is_withdrawn(pair: Pair) -> bool:
    """Whether the later claim's own sentence takes the earlier claim back and puts no other number in its place."""
    if pair.stated is None or pair.stated.basis is not StatedBasis.RETRACTION or pair.link_confidence < SURE_ENOUGH:
        return False
    if not withdraws(pair.texts[1], pair.later):
        return False
    if pair.earlier.polarity is pair.later.polarity is Polarity.DENIED and pair.now.form is Form.ABSENT:
        # What is taken back was affirmed: it is not the denial.
        return False
    if pair.now.form is Form.ABSENT or pair.now.is_zero or pair.later.restated:
        return True
    return fit(pair.then, pair.now).fit is Fit.SAME


def _denies_another_number(pair: Pair, turn: Turn, fitting: Fitting) -> bool:
    """Whether one claim denies a number that the other does not give: "1,000 were not affected" belies no count."""
    numbers = pair.both_numbers and not pair.then.is_zero and not pair.now.is_zero
    return turn in {Turn.AFFIRMED, Turn.DENIED} and numbers and fitting.fit is not Fit.SAME


def _from_turn(pair: Pair, turn: Turn) -> Verdict:
    turned = judge_turn(pair, turn)
    number_now = pair.now.interval is not None and not pair.now.is_zero
    number_then = pair.then.interval is not None and not pair.then.is_zero
    direction = None
    if turn in {Turn.AFFIRMED, Turn.EXCLUDED} and number_now:
        direction = Direction.UP
    elif turn is Turn.DENIED and number_then:
        direction = Direction.DOWN
    also = turned.also + ((K.QUANTIFIED,) if direction is Direction.UP else ())
    return Verdict(turned.kind, _at_most_two(turned.kind, *also), turned.relation, direction, None, turned.clarity)


def _of_causes(pair: Pair, named: OtherCause) -> Verdict:
    """Another cause than before is at odds with it, unless it may be a part of it, or of another matter."""
    if not named.apart or pair.link_confidence < SURE_ENOUGH:
        return Verdict(K.UNCHANGED, (), Relation.NOT_COMPARABLE, clarity=0.6, causes=named)
    also = tuple(kind for kind in [_commitment_kind(pair)] if kind is not None)
    return Verdict(K.CONTRADICTED, also, Relation.SUPERSEDED, clarity=0.8, causes=named)


def _of_amounts(pair: Pair, fitting: Fitting) -> tuple[ChangeKind, tuple[ChangeKind, ...]]:
    """The kind that the two amounts give, and the others that they give beside it."""
    revised = _revised(fitting.direction)
    runs = not pair.corrected and not pair.later.restated and runs_on(pair.earlier, pair.later, fitting.direction)
    others = tuple(kind for kind in (revised, K.PROGRESSED if runs else None) if kind is not None)
    match fitting.fit:
        case Fit.APART | Fit.SHIFTED if revised is not None:
            return (K.PROGRESSED if runs else revised), ()
        case Fit.BEYOND if pair.corrected and revised is not None:
            return revised, ()
        case Fit.BEYOND:
            return K.QUANTIFIED, others
        case Fit.INSIDE if runs and pair.then.form is Form.BOUND and pair.now.form is Form.NUMBER:
            return K.PROGRESSED, (K.QUANTIFIED,)
        case Fit.INSIDE:
            return K.QUANTIFIED, others if pair.then.form is not Form.ABSENT else ()
        case Fit.WIDER if _still_one(pair):
            return K.UNCHANGED, ()
        case Fit.WIDER if runs and fitting.direction is not None:
            return K.PROGRESSED, (K.OBSCURED,)
        case Fit.WIDER:
            return K.OBSCURED, others[:1] if revised is not None else ()
        case Fit.NO_COMPARISON:
            return _across_units(pair), ()
    return K.UNCHANGED, _more_precise(pair)


def _still_one(pair: Pair) -> bool:
    """Whether the one that was counted is told of without a number: "one patient died", "the patient who died"."""
    then, counted = pair.then, pair.later.measure.counted
    one = then.dimension == COUNT and then.form is Form.NUMBER and then.interval is not None and then.interval.low == 1
    if not one or pair.now.form is not Form.ABSENT or not counted:
        return False
    return (
        re.search(rf"\b(?:an?|the|this|that) (?:[\w-]+ ){{0,3}}?{re.escape(counted)}\b", pair.later.text, re.I)
        is not None
    )


def _across_units(pair: Pair) -> ChangeKind:
    """A share and then a count says more; other units cannot be ranked."""
    share_to_count = pair.then.dimension == PERCENT and pair.now.dimension != PERCENT
    return K.QUANTIFIED if share_to_count and pair.now.form is not Form.VAGUE else K.UNCHANGED


def _more_precise(pair: Pair) -> tuple[ChangeKind, ...]:
    """An approximation and then another exact number within its rounding also pins it down."""
    then, now = pair.earlier.figure, pair.later.figure
    if then is None or now is None or then.low is None or now.low is None:
        return ()
    pinned = then.kind is FigureKind.APPROXIMATE and now.kind is FigureKind.EXACT and abs(then.low - now.low) > 0
    return (K.QUANTIFIED,) if pinned and not pair.later.restated and then.low == then.high else ()


def _revised(moved: Direction | None) -> ChangeKind | None:
    if moved is None:
        return None
    return K.REVISED_UP if moved is Direction.UP else K.REVISED_DOWN


def _scope_kind(pair: Pair, fitting: Fitting) -> ChangeKind | None:
    """Wider or narrower, where limits only fell away or only came in.

    The same number counts the same things, however they are described, and so does the one that is told of; a share
    may be the same of something wider; what is only restated has its scope elsewhere.
    """
    counted = Form.NUMBER in (pair.then.form, pair.now.form) and PERCENT not in (
        pair.then.dimension,
        pair.now.dimension,
    )
    if pair.later.restated or _still_one(pair) or (fitting.fit is Fit.SAME and (counted or pair.points_back)):
        return None
    if fitting.fit is Fit.SAME and pair.both_numbers and not (pair.scope.members_lost or pair.scope.members_gained):
        return None
    if pair.scope.widened or (NOT_ONLY.search(pair.later.text) and not NOT_ONLY.search(pair.earlier.text)):
        return K.WIDENED_SCOPE
    return K.NARROWED_SCOPE if pair.scope.narrowed else None


def _commitment_kind(pair: Pair) -> ChangeKind | None:
    if not pair.firmer or pair.later.restated:
        return None
    return K.STRENGTHENED if pair.firmer > 0 else K.SOFTENED


def _verdict(pair: Pair, fitting: Fitting, kind: ChangeKind, also: tuple[ChangeKind, ...]) -> Verdict:
    relation = _relation(pair, fitting, kind)
    moved = None if kind in STANDING else fitting.direction
    share = fitting.ratio
    if fitting.fit is Fit.NO_COMPARISON or _other_measures(pair):
        moved = share = None
    if pair.method_changed:
        share = None
    clarity = fitting.clarity * (0.9 if kind in LESS_CLEAR else 1.0)
    if pair.earlier.polarity is not pair.later.polarity:
        clarity *= 0.6
    return Verdict(kind, also, relation, moved, share, clarity, fitting.fit)


def _other_measures(pair: Pair) -> bool:
    """Whether numbers of the two say nothing about each other: another basis or period, or other things counted."""
    return bases_differ(pair.earlier, pair.later) or (
        pair.both_numbers and count_other_things(pair.earlier, pair.later)
    )


def _relation(pair: Pair, fitting: Fitting, kind: ChangeKind) -> Relation:
    """Whether both can be current; never contradictory with a vague word, another basis or a doubtful link."""
    if fitting.fit is Fit.NO_COMPARISON or _other_measures(pair) or pair.method_changed:
        return Relation.NOT_COMPARABLE
    if pair.earlier.polarity is not pair.later.polarity:
        return Relation.NOT_COMPARABLE
    if kind is K.PROGRESSED:
        return Relation.SUPERSEDED
    if fitting.fit is not Fit.APART:
        return Relation.CONSISTENT
    if Form.VAGUE in (pair.then.form, pair.now.form):
        return Relation.SUPERSEDED
    if pair.scope_differs:
        return Relation.NOT_COMPARABLE
    if pair.stated is not None and pair.stated.basis is StatedBasis.UPDATE:
        # "9,800, up from the 6,300 given on Monday": both were current in their time.
        return Relation.SUPERSEDED
    alike = pair.same_time and likeness(pair.earlier, pair.later) >= ALIKE_ENOUGH_TO_ACCUSE
    for_one_time = (alike or pair.later.restated) and pair.link_confidence >= SURE_TO_ACCUSE
    return Relation.CONTRADICTORY if for_one_time and pair.both_numbers else Relation.SUPERSEDED


def _at_most_two(leads: ChangeKind, *kinds: ChangeKind) -> tuple[ChangeKind, ...]:
    """At most two other kinds, each once, the leading one left out."""
    return tuple(kind for kind in dict.fromkeys(kinds) if kind is not leads)[:MOST_ALSO]
