"""The kind of change between two claims about the same measure, its relation, direction and ratio.

Follows docs/design.md, "Which kind leads": words of withdrawal; what was denied and is affirmed; words of correction;
a running count; vague, none, unknown or open to a number; what is counted; and last how firmly it is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.changes.amounts import PERCENT, Amount, Form, amount_of
from comms_tracker.changes.basis import Stated, stated_basis, withdraws
from comms_tracker.changes.commitment import commitment_moved
from comms_tracker.changes.denials import Turn, judge_denials, turn_of
from comms_tracker.changes.fits import Fit, Fitting, fit
from comms_tracker.changes.running import is_restorative, runs_on
from comms_tracker.changes.scope import ScopeShift, scope_shift
from comms_tracker.records import Basis, ChangeKind, Claim, Direction, Relation, StatedBasis

K = ChangeKind
MOST_ALSO = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two linked claims with the texts of their statements and what can be read off them."""

    earlier: Claim
    later: Claim
    texts: tuple[str, str]
    then: Amount
    now: Amount
    scope: ScopeShift
    stated: Stated | None
    firmer: int
    link_confidence: float = 1.0

    @property
    def corrected(self) -> bool:
        """Whether the later statement corrects the earlier figure in words."""
        return self.stated is not None and self.stated.basis is StatedBasis.CORRECTION

    @property
    def method_changed(self) -> bool:
        """Whether the later statement says that it counts in another way."""
        return self.stated is not None and self.stated.basis is StatedBasis.METHOD_CHANGE


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happened between the two claims; ``clarity`` says how clear the kind is, from 0 to 1."""

    kind: ChangeKind
    also: tuple[ChangeKind, ...] = ()
    relation: Relation = Relation.CONSISTENT
    direction: Direction | None = None
    ratio: tuple[float | None, float | None] | None = None
    clarity: float = 0.9
    fit: Fit | None = None


def pair_of(earlier: Claim, later: Claim, earlier_text: str, later_text: str, link_confidence: float = 1.0) -> Pair:
    """The pair with its amounts, scope, stated basis and commitment read."""
    return Pair(
        earlier,
        later,
        (earlier_text, later_text),
        amount_of(earlier),
        amount_of(later),
        scope_shift(earlier, later),
        stated_basis(later_text, later),
        commitment_moved(earlier, later),
        link_confidence,
    )


def judge(pair: Pair) -> Verdict:
    """The kind and the independent fields of the change between two claims of one measure."""
    if is_withdrawn(pair):
        return Verdict(K.RETRACTED, (), Relation.CONTRADICTORY, clarity=0.92)
    turn = turn_of(pair.earlier, pair.later)
    if turn is not Turn.NONE:
        return _from_denials(pair, turn)
    fitting = fit(pair.then, pair.now)
    kind, also = _kinds(pair, fitting)
    return _with_relation(pair, fitting, kind, also)


def is_withdrawn(pair: Pair) -> bool:
    """Whether the later claim's own sentence takes the earlier claim back and puts no other number in its place."""
    if pair.stated is None or pair.stated.basis is not StatedBasis.RETRACTION:
        return False
    if not withdraws(pair.texts[1], pair.later):
        return False
    if pair.now.form is Form.ABSENT or pair.now.is_zero or pair.later.restated:
        return True
    return fit(pair.then, pair.now).fit is Fit.SAME


def _from_denials(pair: Pair, turn: Turn) -> Verdict:
    kind, also, relation, clarity = judge_denials(
        pair.earlier, pair.later, pair.texts, pair.scope, pair.firmer, turn, pair.link_confidence
    )
    direction = None
    numbers = pair.now.interval is not None and not pair.now.is_zero
    if turn is Turn.AFFIRMED and numbers and pair.now.form is not Form.ABSENT:
        direction = Direction.UP
    if turn is Turn.DENIED and pair.then.interval is not None and not pair.then.is_zero:
        direction = Direction.DOWN
    also = _fill(also, *((K.QUANTIFIED,) if turn is Turn.AFFIRMED and numbers else ()), besides=kind)
    return Verdict(kind, also, relation, direction, None, clarity)


def _kinds(pair: Pair, fitting: Fitting) -> tuple[ChangeKind, tuple[ChangeKind, ...]]:
    """The kind that leads and the others that hold, for two claims of the same polarity with or without figures."""
    also: list[ChangeKind] = []
    revised = _revised(fitting.direction)
    running = (
        not pair.corrected
        and not pair.later.restated
        and runs_on(pair.earlier, pair.later, pair.texts, fitting.direction)
    )
    match fitting.fit:
        case Fit.APART | Fit.SHIFTED if revised is not None:
            leads = K.PROGRESSED if running else revised
            if (
                fitting.fit is Fit.SHIFTED
                and running
                and fitting.direction is Direction.DOWN
                and pair.now.form is Form.BOUND
            ):
                leads = K.PROGRESSED
        case Fit.BEYOND:
            corrected_up = pair.corrected and revised is not None
            leads = K.PROGRESSED if running else revised if corrected_up and revised else K.QUANTIFIED
            also += [K.QUANTIFIED] if leads is not K.QUANTIFIED else []
            also += [revised] if revised is not None else []
        case Fit.INSIDE:
            moved_on = running and pair.then.form is Form.BOUND and pair.now.form is Form.NUMBER
            leads = K.PROGRESSED if moved_on else K.QUANTIFIED
            also += (
                [K.QUANTIFIED] if moved_on else [K.PROGRESSED] if running and pair.then.form is not Form.ABSENT else []
            )
        case Fit.WIDER:
            leads = K.PROGRESSED if running and fitting.direction is not None else K.OBSCURED
            also += [K.OBSCURED] if leads is K.PROGRESSED else []
            also += [revised] if revised is not None and leads is K.OBSCURED else []
        case Fit.NO_COMPARISON:
            leads = _across_units(pair)
        case _:
            leads = K.UNCHANGED
    scope = _scope_kind(pair, fitting)
    firm = _commitment_kind(pair)
    if leads is K.UNCHANGED:
        first = [kind for kind in (scope, firm) if kind is not None]
        return (first[0], tuple(first[1:])) if first else (K.UNCHANGED, ())
    also += [kind for kind in (scope, firm) if kind is not None]
    return leads, _fill((), *also, besides=leads)


def _across_units(pair: Pair) -> ChangeKind:
    """A share then a count says more; a count then a share says less of how many; other units cannot be ranked."""
    if pair.then.dimension == PERCENT and pair.now.dimension != PERCENT:
        return K.QUANTIFIED
    if pair.then.form is Form.ALL and pair.now.form is not Form.ALL:
        return K.QUANTIFIED
    return K.UNCHANGED


def _revised(moved: Direction | None) -> ChangeKind | None:
    if moved is None:
        return None
    return K.REVISED_UP if moved is Direction.UP else K.REVISED_DOWN


def _scope_kind(pair: Pair, fitting: Fitting) -> ChangeKind | None:
    """Wider or narrower, where limits only fell away or only came in.

    The same exact number counts the same things, however they are described; so does a number that is only restated.
    """
    exact = Form.NUMBER in (pair.then.form, pair.now.form)
    if pair.later.restated or (fitting.fit is Fit.SAME and exact):
        return None
    if pair.scope.widened:
        return K.WIDENED_SCOPE
    return K.NARROWED_SCOPE if pair.scope.narrowed else None


def _commitment_kind(pair: Pair) -> ChangeKind | None:
    if not pair.firmer or pair.later.restated:
        return None
    return K.STRENGTHENED if pair.firmer > 0 else K.SOFTENED


def _with_relation(pair: Pair, fitting: Fitting, kind: ChangeKind, also: tuple[ChangeKind, ...]) -> Verdict:
    moved, share = fitting.direction, fitting.ratio
    relation = Relation.CONSISTENT
    if fitting.fit is Fit.NO_COMPARISON or bases_differ(pair.earlier, pair.later) or pair.method_changed:
        relation, share = Relation.NOT_COMPARABLE, None
        if not pair.method_changed:
            moved = None
    elif fitting.fit is Fit.APART:
        scope_differs = pair.scope.lost or pair.scope.gained
        relation = Relation.NOT_COMPARABLE if scope_differs and not _only_vague(pair) else Relation.SUPERSEDED
        if _only_vague(pair):
            relation = Relation.SUPERSEDED if kind is K.PROGRESSED or pair.now.form is Form.ALL else Relation.CONSISTENT
    elif kind is K.PROGRESSED:
        relation = Relation.SUPERSEDED
    if kind in {K.UNCHANGED, K.SOFTENED, K.STRENGTHENED, K.NARROWED_SCOPE, K.WIDENED_SCOPE}:
        moved = None
    clarity = fitting.clarity * (
        0.9 if kind in {K.SOFTENED, K.STRENGTHENED, K.NARROWED_SCOPE, K.WIDENED_SCOPE} else 1.0
    )
    return Verdict(kind, also, relation, moved, share, clarity, fitting.fit)


def _only_vague(pair: Pair) -> bool:
    return Form.VAGUE in (pair.then.form, pair.now.form)


def bases_differ(earlier: Claim, later: Claim) -> bool:
    """Whether the two count on another basis or over another period, so that numbers say nothing about each other."""
    then, now = earlier.measure.basis, later.measure.basis
    apart = {Basis.INCREMENT, Basis.PERIOD, Basis.CAPACITY}
    if then is not now and (then in apart or now in apart):
        return True
    periods = earlier.measure.period, later.measure.period
    both_periods = then is Basis.PERIOD and now is Basis.PERIOD
    return both_periods and None not in periods and periods[0] != periods[1]


def _fill(also: tuple[ChangeKind, ...], *more: ChangeKind, besides: ChangeKind) -> tuple[ChangeKind, ...]:
    """At most two other kinds, each once, the leading one left out."""
    kinds = dict.fromkeys((*also, *more))
    kinds.pop(besides, None)
    return tuple(kinds)[:MOST_ALSO]


def kind_is_progress(pair: Pair, kind: ChangeKind) -> bool:
    """Whether a change is the going on of a remedy (restored, told, returned) rather than of harm."""
    return kind is K.PROGRESSED and is_restorative(pair.later)
