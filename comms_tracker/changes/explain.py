"""One or two plain sentences about a change: both wordings, what differs, what is not known; never intent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.changes.amounts import PERCENT, Form
from comms_tracker.changes.fits import Fit
from comms_tracker.changes.intervals import Interval, can_both_hold, inside, stated, wholly_below
from comms_tracker.changes.judge import Pair, Verdict, bases_differ
from comms_tracker.changes.phrasing import (
    figure_of,
    figure_words,
    listed,
    noun_of,
    number_words,
    quoted,
    scope_phrase,
    sentence,
    span_words,
    usually_read,
)
from comms_tracker.changes.sentences import sentences_around
from comms_tracker.records import ChangeKind, Claim, Figure, FigureKind, Reading, ReadingAs, Relation, StatedBasis

K = ChangeKind
SILENT = "No word in the later statement acknowledges the change"
NO_REMARK = frozenset({K.UNCHANGED, K.PROGRESSED, K.STRENGTHENED, K.RETRACTED})
SAME_THING = re.compile(r"^(?:that|this|it|they|these|those)\b", re.I)
BASE = re.compile(r"^\s*,?\s*of\s+(?:(?:our|the|their|its|all|all our|all the|those)\s+)*([^.,;:()\n]{3,70})", re.I)


def explain(pair: Pair, verdict: Verdict, later_claims: Sequence[Claim]) -> str:
    """The explanation of a change; ``later_claims`` are all claims of the later statement, for a share given beside."""
    parts = [
        _lead(pair, verdict),
        *_readings(pair, verdict, later_claims),
        *_scope(pair, verdict),
        *_basis(pair, verdict),
    ]
    return " ".join(sentence(part) for part in parts if part)


def _lead(pair: Pair, verdict: Verdict) -> str:
    earlier, later = pair.earlier, pair.later
    if verdict.kind is K.RETRACTED:
        return f"The later statement takes back {_gist(earlier)}: {quoted(later.text)}"
    if (
        earlier.polarity is not later.polarity
        or earlier.figure is None
        or later.figure is None
        or _zero(earlier, later)
    ):
        return _in_words(pair, verdict)
    return _in_figures(pair, verdict)


def _in_figures(pair: Pair, verdict: Verdict) -> str:
    then, now = _then_and_now(pair)
    kind = verdict.kind
    if verdict.fit is Fit.NO_COMPARISON:
        return f"The earlier statement gave {then}, the later one gives {now}: these cannot be set against each other without more"
    if kind is K.UNCHANGED:
        return _unchanged(pair, then, now)
    if kind is K.PROGRESSED:
        return f"The count has moved on with time, from {then} to {now}"
    if kind in {K.SOFTENED, K.STRENGTHENED}:
        firmness = "less firmly" if kind is K.SOFTENED else "more firmly"
        return f"The figure is the same ({then}, then {now}) and is now given {firmness}: {quoted(pair.later.text)}"
    if kind in {K.NARROWED_SCOPE, K.WIDENED_SCOPE}:
        return f"{then} became {now}"
    return f"{then} became {now}{_step(pair, verdict)}"


def _step(pair: Pair, verdict: Verdict) -> str:
    """What the two figures say about each other, after the lead."""
    if verdict.fit is Fit.SHIFTED and pair.then.form is Form.BOUND:
        side = "floor" if pair.now.interval is not None and pair.now.interval.low is not None else "ceiling"
        return f": the {side} is {_comparative(verdict)} than before, and both can hold"
    if verdict.kind in {K.REVISED_UP, K.REVISED_DOWN} and pair.then.form is Form.BOUND:
        return f", which is outside what {figure_of(pair.earlier, noun=False)} allows"
    if verdict.kind is K.QUANTIFIED and pair.then.form in {Form.BOUND, Form.RANGE}:
        return ", which lies within it"
    return ""


def _comparative(verdict: Verdict) -> str:
    return "higher" if verdict.direction and verdict.direction.value == "up" else "lower"


def _unchanged(pair: Pair, then: str, now: str) -> str:
    if _same_words(pair.earlier.figure, pair.later.figure):
        return f"Both statements give {then}"
    if pair.then.form is Form.VAGUE and pair.now.form is Form.VAGUE:
        return (
            f"{then} became {now}; the usual readings of the two overlap"
            if pair.then.count and pair.now.count
            else (f"{then} became {now}, which need not differ")
        )
    return f"{then} and {now} are the same figure in other words"


def _same_words(a: Figure | None, b: Figure | None) -> bool:
    return a is not None and b is not None and a.text.casefold().strip() == b.text.casefold().strip()


def _then_and_now(pair: Pair) -> tuple[str, str]:
    """Both figures with what they count; the noun is said once where it is the same."""
    same_noun = noun_of(pair.earlier) == noun_of(pair.later)
    return figure_of(pair.earlier), figure_of(pair.later, noun=not same_noun)


def _in_words(pair: Pair, verdict: Verdict) -> str:
    """Two claims of which at least one has no figure: both quoted."""
    then, now = quoted(pair.earlier.text), quoted(pair.later.text)
    both = f"The earlier statement says {then}, the later one {now}"
    match verdict.kind:
        case K.UNCHANGED:
            return (
                f"Both statements say the same: {then}"
                if then == now
                else f"The same is said in other words: {then}, then {now}"
            )
        case K.SOFTENED if pair.earlier.polarity is pair.later.polarity:
            return f"The same is said less firmly: {then} became {now}"
        case K.STRENGTHENED if pair.earlier.polarity is pair.later.polarity:
            return f"The same is said more firmly: {then} became {now}"
        case K.QUANTIFIED if pair.later.figure is not None and pair.earlier.figure is None:
            return f"Where the earlier statement gave no figure ({then}), the later one gives {figure_of(pair.later)}"
        case K.OBSCURED if pair.earlier.figure is not None and pair.later.figure is None:
            return f"The earlier statement gave {figure_of(pair.earlier)}; the later one gives no figure: {now}"
        case K.CONTRADICTED if verdict.relation is Relation.CONTRADICTORY:
            return f"{both}; for the same matter both cannot be so"
        case K.CONTRADICTED | K.PROGRESSED:
            return f"{both}; what was so at the time of the earlier one is no longer so"
        case _ if verdict.relation is Relation.NOT_COMPARABLE:
            return f"{both}; the two may not be about the same thing, and both can hold"
        case _:
            return both


def _gist(claim: Claim) -> str:
    return figure_of(claim) if claim.figure is not None and not _zero(claim) else quoted(claim.text)


def _zero(*claims: Claim) -> bool:
    return any(claim.figure is not None and claim.figure.low == 0 and claim.figure.high == 0 for claim in claims)


def _readings(pair: Pair, verdict: Verdict, later_claims: Sequence[Claim]) -> list[str]:
    """What the vague words are usually read as, each with its source, and where the other figure lies."""
    if verdict.kind is K.RETRACTED:
        return []
    if pair.then.form is Form.VAGUE and pair.now.interval is not None and not pair.now.is_zero:
        return _vague_then_number(pair, later_claims)
    said = []
    for claim, amount in ((pair.earlier, pair.then), (pair.later, pair.now)):
        reading = amount.share if amount.dimension == PERCENT and amount.share else amount.count or amount.share
        if (
            amount.form is Form.VAGUE
            and claim.figure is not None
            and reading is not None
            and verdict.kind is not K.UNCHANGED
        ):
            said.append(f"{figure_words(claim.figure)} is {_read(claim.figure, reading)}")
    return list(dict.fromkeys(said))[:2]


def _read(figure: Figure, reading: Reading) -> str:
    words = usually_read(figure, reading)
    return words.replace(" (", " per cent (", 1) if reading.as_ is ReadingAs.SHARE else words


def _vague_then_number(pair: Pair, later_claims: Sequence[Claim]) -> list[str]:
    """The seed case: where the number lies against the usual count, and a share given beside it against the usual share."""
    vague, number = pair.earlier.figure, pair.later.figure
    if vague is None or number is None:
        return []
    if pair.now.dimension == PERCENT:
        return (
            [_place(vague, pair.then.share, number, f"as a share, {figure_words(number)}")] if pair.then.share else []
        )
    parts = []
    if pair.then.count is not None:
        parts.append(_place(vague, pair.then.count, number, figure_words(number)))
    beside = share_beside(pair, later_claims)
    if beside is not None and pair.then.share is not None and beside.figure is not None:
        base = base_words(pair.texts[1], beside.figure)
        of_base = f" of {base}" if base else ""
        parts.append(
            _place(vague, pair.then.share, beside.figure, f"as a share, {figure_words(beside.figure)}{of_base}")
        )
    return ["; ".join(parts)] if parts else []


def _place(vague: Figure, reading: Reading | None, number: Figure, lead: str) -> str:
    """«136 is more than “a very small number” is usually read as when it counts things (1 to 8, source)»."""
    if reading is None:
        return ""
    usual, given = Interval(reading.low, reading.high), stated(number) or Interval(None, None)
    per_cent = reading.as_ is ReadingAs.SHARE
    span = f"{span_words(reading.low, reading.high)}{' per cent' if per_cent else ''}"
    source = f"({span}, {reading.source})"
    manner = "as a share" if per_cent else "when it counts things"
    if inside(given, usual):
        whose = "its usual reading" if per_cent else f"what {figure_words(vague)} is usually read as {manner}"
        return f"{lead} is within {whose} {source}"
    if can_both_hold(given, usual):
        return f"{lead} overlaps what {figure_words(vague)} is usually read as {manner} {source}"
    size = "more" if wholly_below(usual, given) else "less"
    return f"{lead} is {size} than {figure_words(vague)} is usually read as {manner} {source}"


def share_beside(pair: Pair, later_claims: Sequence[Claim]) -> Claim | None:
    """A share that the later statement gives for the same count: in its sentence, or in the next ("That is ...")."""
    later, text = pair.later, pair.texts[1]
    _, own, after = sentences_around(text, later.start, later.end)
    own_start = text.find(own)
    after_start = text.find(after, own_start + len(own)) if after and SAME_THING.match(after) else -1
    for claim in later_claims:
        figure = claim.figure
        if claim.id == later.id or claim.statement != later.statement or figure is None or figure.unit != PERCENT:
            continue
        if figure.kind is FigureKind.UNIVERSAL or figure.low is None and figure.high is None:
            continue
        here = own_start <= figure.start < own_start + len(own)
        next_sentence = 0 <= after_start <= figure.start < after_start + len(after)
        if (here or next_sentence) and not _other_count_between(later, claim, later_claims):
            return claim
    return None


def _other_count_between(count: Claim, share: Claim, claims: Sequence[Claim]) -> bool:
    if count.figure is None or share.figure is None:
        return True
    left, right = sorted((count.figure.start, share.figure.start))
    return any(
        claim.statement == count.statement
        and claim.id not in (count.id, share.id)
        and claim.figure is not None
        and left < claim.figure.start < right
        for claim in claims
    )


def base_words(text: str, figure: Figure) -> str | None:
    """What a share is a share of, in the statement's own words: «usual weekly in-patient activity»."""
    match = BASE.match(text[figure.end :])
    if not match:
        return None
    words = re.split(r"\s+(?:was|were|is|are|has|have|had|will|who|which|that)\b", match.group(1))[0].strip()
    return " ".join(words.split()) or None


def _scope(pair: Pair, verdict: Verdict) -> list[str]:
    """What differs in scope, where the change is about it or beside it."""
    shown = {verdict.kind, *verdict.also} & {K.NARROWED_SCOPE, K.WIDENED_SCOPE}
    if not shown and verdict.relation is not Relation.NOT_COMPARABLE:
        return []
    said = []
    if pair.scope.lost:
        said.append(f"The limit to {scope_phrase(noun_of(pair.earlier), pair.scope.lost)} is no longer there")
    if pair.scope.gained:
        said.append(f"The later statement speaks only of {scope_phrase(noun_of(pair.later), pair.scope.gained)}")
    return said


def _basis(pair: Pair, verdict: Verdict) -> list[str]:
    """What the later statement says about the change, or that it says nothing."""
    said = []
    if bases_differ(pair.earlier, pair.later):
        said.append("They count on a different basis or over a different time, so no ratio is given")
    stated_words = pair.stated
    if stated_words is not None and stated_words.basis is StatedBasis.METHOD_CHANGE:
        said.append(
            f"The later statement says that it counts in another way ({quoted(stated_words.words)}), so no ratio is given"
        )
    elif stated_words is not None and stated_words.basis is StatedBasis.CORRECTION and verdict.kind not in NO_REMARK:
        said.append(f"The later statement speaks of a correction: {quoted(stated_words.words)}")
    elif stated_words is None and verdict.kind not in NO_REMARK and verdict.relation is not Relation.NOT_COMPARABLE:
        said.append(SILENT)
    return said


def ratio_words(ratio: tuple[float | None, float | None] | None) -> str:
    """«about 12.5 times»; empty where there is no ratio."""
    if ratio is None:
        return ""
    low, high = ratio
    return listed([number_words(end) for end in (low, high) if end is not None]) + " times"
