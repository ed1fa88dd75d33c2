"""One or two plain sentences about a change: both wordings, what differs, what is not known; never intent."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.amounts import PERCENT, Form
from comms_tracker.changes.causes import OtherCause
from comms_tracker.changes.english import number_words
from comms_tracker.changes.fits import Fit
from comms_tracker.changes.intervals import can_both_hold
from comms_tracker.changes.judge import Verdict
from comms_tracker.changes.pair import Pair, bases_differ, count_other_things, names_things
from comms_tracker.changes.phrasing import figure_of, noun_of, quoted, scope_phrase, sentence, with_hedge
from comms_tracker.changes.readings import readings_said
from comms_tracker.changes.wordings import is_moved, is_one_matter, side_by_side
from comms_tracker.records import ChangeKind, Claim, Direction, Figure, FigureKind, Polarity, Relation, StatedBasis

K = ChangeKind
LATER = "the later statement"
REMARKED = frozenset(
    {K.REVISED_UP, K.REVISED_DOWN, K.CONTRADICTED, K.OBSCURED, K.SOFTENED, K.NARROWED_SCOPE, K.WIDENED_SCOPE}
)
"""Kinds whose silence is worth a word; a number beyond the usual reading of a vague word is another."""


def explain(pair: Pair, verdict: Verdict, later_claims: Sequence[Claim] = ()) -> str:
    """The explanation of a change; ``later_claims`` are all claims of the later statement, for a share given beside."""
    said = [_lead(pair, verdict), *remarks(pair, verdict, later_claims)]
    return " ".join(sentence(part) for part in said if part)


def remarks(pair: Pair, verdict: Verdict, later_claims: Sequence[Claim] = (), later: str = LATER) -> list[str]:
    """What is said after the lead: usual readings, what differs in scope, and what ``later`` itself says of the change.

    ``later`` names the later statement in the middle of a sentence; the parts are not yet sentences.
    """
    said = [] if verdict.kind in {K.UNCHANGED, K.RETRACTED} else readings_said(pair, later_claims)
    return [*said, *_scope(pair, verdict, later), *_basis(pair, verdict, later)]


def is_wordy(pair: Pair) -> bool:
    """Whether the two are told by their words and not by their figures: one denies, is unknown or has no figure."""
    earlier, later = pair.earlier, pair.later
    wordy = earlier.figure is None or later.figure is None or pair.then.is_zero or pair.now.is_zero
    return wordy or earlier.polarity is not later.polarity or earlier.polarity is Polarity.UNKNOWN


def _lead(pair: Pair, verdict: Verdict) -> str:
    earlier, later = pair.earlier, pair.later
    if verdict.kind is K.RETRACTED:
        counted = earlier.figure is not None and earlier.figure.kind is not FigureKind.UNIVERSAL
        what = figure_of(earlier) if counted else quoted(earlier.text)
        # Where the same words stand again, those that take them back are around them.
        again = earlier.text.casefold() == later.text.casefold()
        said = pair.stated.words if again and pair.stated is not None else later.text
        return f"The later statement takes back {what}: {quoted(said)}"
    return _in_words(pair, verdict) if is_wordy(pair) else _in_figures(pair, verdict)


def _in_figures(pair: Pair, verdict: Verdict) -> str:
    akin = kinship(pair.earlier.measure.counted, pair.later.measure.counted) >= SYNONYMS
    again = noun_of(pair.earlier) != noun_of(pair.later) and (akin or names_things(pair.later))
    then = figure_of(pair.earlier, noun=akin or names_things(pair.earlier) or not names_things(pair.later))
    now = figure_of(pair.later, noun=again)
    match verdict.kind:
        case K.UNCHANGED if pair.is_sum:
            return f"{figure_of(pair.later)} is what the earlier figures come to: {quoted(pair.earlier.text)}"
        case _ if verdict.fit is Fit.NO_COMPARISON:
            return (
                f"The earlier statement gave {then}, the later one gives {now}; "
                f"{_why_not_comparable(pair)}, so the two cannot be set against each other"
            )
        case _ if pair.both_numbers and verdict.fit is not Fit.SAME and bases_differ(pair.earlier, pair.later):
            return f"The earlier statement gives {then}, the later one {now}"
        case _ if pair.both_numbers and count_other_things(pair.earlier, pair.later):
            return _side_by_side(pair, verdict)
        case K.UNCHANGED:
            return _unchanged(pair, then, now)
        case K.PROGRESSED:
            return f"The {_moving(pair)} has moved on with time, from {then} to {now}{_what(pair)}"
        case K.SOFTENED | K.STRENGTHENED:
            firmly = "less firmly" if verdict.kind is K.SOFTENED else "more firmly"
            figures = f"still {then}" if _same_words(pair) else f"{then}, then {now}"
            then, now = with_hedge(pair.earlier, pair.texts[0]), with_hedge(pair.later, pair.texts[1])
            wordings = f"{then} became {now}"
            return f"The figure is {figures}, now given {firmly}: {wordings}"
        case K.OBSCURED:
            return f"{then} became {now}, which is less exact"
        case K.NARROWED_SCOPE | K.WIDENED_SCOPE if _same_words(pair):
            return f"The figure is still {then}"
        case _:
            return f"{then} became {now}{_step(pair, verdict) or _what(pair)}"


def _side_by_side(pair: Pair, verdict: Verdict) -> str:
    """Two numbers of different things: none is called more, less or the same."""
    both = f"The earlier statement gives {figure_of(pair.earlier)}, the later one {figure_of(pair.later)}"
    if verdict.fit is Fit.SAME:
        return f"{both}; the number is the same, but may not be of the same things"
    return f"{both}; these may be other things"


def _what(pair: Pair) -> str:
    """The later claim's words, where neither figure comes with a noun that says what is counted or measured."""
    bare = all(figure_of(claim) == figure_of(claim, noun=False) for claim in (pair.earlier, pair.later))
    return f": {quoted(pair.later.text)}" if bare else ""


def _moving(pair: Pair) -> str:
    """What has moved on: a count, or a figure that counts nothing."""
    counts = all(claim.figure is None or claim.figure.unit is None for claim in (pair.earlier, pair.later))
    return "count" if counts else "figure"


def _why_not_comparable(pair: Pair) -> str:
    if {Form.ALL, Form.ALL_BUT} & {pair.then.form, pair.now.form}:
        return "one is a number, the other is measured by the whole"
    if PERCENT in (pair.then.dimension, pair.now.dimension):
        return "one is a share and the other is not, and no base is known"
    return "they are in different units"


def _step(pair: Pair, verdict: Verdict) -> str:
    """What the two figures say about each other, after the lead."""
    if verdict.fit is Fit.SHIFTED:
        side = "floor" if pair.now.interval is not None and pair.now.interval.low is not None else "ceiling"
        higher = "higher" if verdict.direction is Direction.UP else "lower"
        return f": the {side} is {higher} than before, and both can hold"
    if verdict.kind in {K.REVISED_UP, K.REVISED_DOWN}:
        if pair.then.form is Form.BOUND:
            return f", which is outside what {figure_of(pair.earlier, noun=False)} allows"
        shares_of_other_wholes = pair.then.dimension == PERCENT and verdict.relation is Relation.NOT_COMPARABLE
        return "" if shares_of_other_wholes else _difference(pair)
    if verdict.kind is K.QUANTIFIED and pair.then.form in {Form.BOUND, Form.RANGE} and verdict.fit is Fit.INSIDE:
        return ", which is within it"
    return ""


def _difference(pair: Pair) -> str:
    """«, which is 117 fewer» between two plain counts, «, which is 24 percentage points more» between two shares."""
    then, now = pair.then.interval, pair.now.interval
    if then is None or now is None or not then.is_point or not now.is_point or then.low is None or now.low is None:
        return ""
    step = now.low - then.low
    if pair.then.dimension == PERCENT:
        return f", which is {number_words(abs(step))} percentage points {'more' if step > 0 else 'less'}"
    if pair.earlier.figure is None or pair.earlier.figure.unit is not None:
        return ""
    return f", which is {number_words(abs(step))} {'more' if step > 0 else 'fewer'}"


def _unchanged(pair: Pair, then: str, now: str) -> str:
    if _same_words(pair):
        return f"Both statements give {then}"
    if pair.then.form is Form.VAGUE and pair.now.form is Form.VAGUE:
        return f"{then} became {now}; the two can mean the same"
    if Form.BOUND in (pair.then.form, pair.now.form):
        return f"{then} became {now}; {'both name one number' if _touch(pair) else 'both can hold'}"
    return f"{then} and {now} are the same figure in other words"


def _touch(pair: Pair) -> bool:
    """Whether a bound that shuts its number out stands beside that very number: "fewer than 300" and 300."""
    then, now = pair.then.interval, pair.now.interval
    if then is None or now is None or can_both_hold(then, now):
        return False
    ends = [{end for end in (one.low, one.high) if end is not None} for one in (then, now)]
    return bool(ends[0] & ends[1])


def _same_words(pair: Pair) -> bool:
    return _words(pair.earlier.figure) == _words(pair.later.figure)


def _words(figure: Figure | None) -> str:
    return " ".join(figure.text.casefold().split()) if figure is not None else ""


def _in_words(pair: Pair, verdict: Verdict) -> str:
    """Two claims of which one denies or has no figure: both quoted."""
    then, now = with_hedge(pair.earlier, pair.texts[0]), with_hedge(pair.later, pair.texts[1])
    both = f"The earlier statement says {then}, the later one {now}"
    if verdict.causes is not None:
        return _causes(verdict.causes, verdict.kind)
    same_side = pair.earlier.polarity is pair.later.polarity
    match verdict.kind:
        case K.UNCHANGED:
            return side_by_side(pair, then, now)
        case K.SOFTENED | K.STRENGTHENED if same_side and not is_one_matter(pair):
            return both
        case K.SOFTENED if same_side:
            return f"The same is said less firmly: {then} became {now}"
        case K.STRENGTHENED if same_side:
            return f"The same is said more firmly: {then} became {now}"
        case K.QUANTIFIED if pair.then.form is Form.ABSENT and pair.earlier.polarity is not Polarity.DENIED:
            return f"Where the earlier statement gave no figure ({then}), the later one gives {figure_of(pair.later)}"
        case K.OBSCURED if pair.now.form is Form.ABSENT:
            return f"The earlier statement gave {figure_of(pair.earlier)}; the later one gives no figure: {now}"
        case K.CONTRADICTED if verdict.relation is Relation.CONTRADICTORY:
            return f"{both}; both cannot be true of the same matter"
        case K.PROGRESSED if is_moved(pair):
            return f"{both}; the time given has changed"
        case K.CONTRADICTED | K.PROGRESSED:
            return f"{both}; what was said then no longer describes the matter"
        case _ if verdict.relation is Relation.NOT_COMPARABLE:
            return f"{both}; these may be about different things, and both can hold"
        case _:
            return both


def _causes(causes: OtherCause, kind: ChangeKind) -> str:
    named = f"The earlier statement names {quoted(causes.then)} as the cause, the later one {quoted(causes.now)}"
    return named if kind is K.CONTRADICTED else f"{named}; one may be a part of the other, or of another matter"


def _scope(pair: Pair, verdict: Verdict, later: str) -> list[str]:
    """What differs in scope, where the change is about it or beside it."""
    if verdict.causes is not None:
        return []
    if (
        not {verdict.kind, *verdict.also} & {K.NARROWED_SCOPE, K.WIDENED_SCOPE}
        and verdict.relation is not Relation.NOT_COMPARABLE
    ):
        return []
    scope = pair.scope
    said = []
    if scope.lost and verdict.kind is not K.NARROWED_SCOPE:
        limit = scope_phrase(pair.earlier, scope.lost)
        said.append(f"The limit to {limit}{',' if ', ' in limit else ''} is no longer there")
    if scope.gained and verdict.kind is not K.WIDENED_SCOPE:
        said.append(f"{later} speaks only of {scope_phrase(pair.later, scope.gained)}")
    if scope.members_gained and not scope.gained:
        said.append(f"{later} also takes in {' and '.join(quoted(word) for word in scope.members_gained)}")
    if scope.members_lost and not scope.lost:
        said.append(f"{later} no longer names {' and '.join(quoted(word) for word in scope.members_lost)}")
    return said


def _basis(pair: Pair, verdict: Verdict, later: str) -> list[str]:
    """What the later statement says about the change, or that it says nothing."""
    said = []
    stated = pair.stated
    other_things = count_other_things(pair.earlier, pair.later) and verdict.relation is Relation.NOT_COMPARABLE
    figures = pair.then.figure is not None or pair.now.figure is not None
    if figures and not pair.is_sum and not other_things and bases_differ(pair.earlier, pair.later):
        said.append("They count on a different basis or over a different time, so no ratio is given")
    if pair.method_changed and stated is not None:
        said.append(f"{later} says that it counts in another way ({quoted(stated.words)}), so no ratio is given")
    elif stated is not None and stated.basis is StatedBasis.CORRECTION and verdict.kind in REMARKED:
        said.append(f"{later} speaks of a correction: {quoted(stated.words)}")
    elif stated is None and (verdict.kind in REMARKED or verdict.fit is Fit.BEYOND):
        comparable = verdict.relation is not Relation.NOT_COMPARABLE or (pair.scope_differs and not other_things)
        said += [f"no word in {later} acknowledges the change"] if comparable else []
    return said
