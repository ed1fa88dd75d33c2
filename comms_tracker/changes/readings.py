"""What vague words are usually read as, always with the source, and where a number that follows them lies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.changes.amounts import PERCENT, Amount, Form
from comms_tracker.changes.intervals import Interval, can_both_hold, inside, stated, wholly_below
from comms_tracker.changes.pair import Pair
from comms_tracker.changes.phrasing import figure_words, usually_read
from comms_tracker.changes.sentences import places_around, points_back, same_sentence
from comms_tracker.records import Claim, Figure, FigureKind, Reading, ReadingAs

BASE = re.compile(r"\s*,?\s*of\s+(?:(?:our|the|their|its|all)\s+)*([^.,;:()\n]{3,70})", re.I)
AFTER_BASE = re.compile(r"\s+(?:was|were|is|are|has|have|had|will|who|which|that|because|since|and|but)\b", re.I)


def readings_said(pair: Pair, later_claims: Sequence[Claim]) -> list[str]:
    """Sentences about the vague words of a pair: against the number that follows, or by themselves."""
    number_follows = pair.now.interval is not None and not pair.now.is_zero
    if pair.then.form is Form.VAGUE and number_follows:
        return _vague_then_number(pair, later_claims)
    said: dict[str, None] = {}
    for claim, amount in ((pair.earlier, pair.then), (pair.later, pair.now)):
        reading = _reading_of(amount)
        if amount.form is Form.VAGUE and claim.figure is not None and reading is not None:
            said[f"{figure_words(claim.figure)} is {usually_read(claim.figure, reading)}"] = None
    return ["; ".join(said)] if said else []


def _reading_of(amount: Amount) -> Reading | None:
    if amount.dimension == PERCENT and amount.share is not None:
        return amount.share
    return amount.count or amount.share


def _vague_then_number(pair: Pair, later_claims: Sequence[Claim]) -> list[str]:
    """The number against the usual count, and a share that is given beside it against the usual share."""
    vague, number = pair.earlier.figure, pair.later.figure
    if vague is None or number is None:
        return []
    if pair.now.dimension == PERCENT:
        of_base = _of(base_words(pair.texts[1], number))
        return [_place(vague, pair.then.share, number, f"as a share, {figure_words(number)}{of_base}")]
    beside = share_beside(pair, later_claims) if pair.then.share is not None else None
    manner = "" if beside is None else " as a count"
    parts = [_place(vague, pair.then.count, number, figure_words(number), manner)]
    if beside is not None and beside.figure is not None:
        of_base = _of(base_words(pair.texts[1], beside.figure))
        parts.append(
            _place(vague, pair.then.share, beside.figure, f"as a share, {figure_words(beside.figure)}{of_base}")
        )
    said = [part for part in parts if part]
    return ["; ".join(said)] if said else []


def _of(base: str | None) -> str:
    return f" of {base}" if base else ""


def _place(vague: Figure, reading: Reading | None, number: Figure, lead: str, manner: str = "") -> str:
    """«136 is more than “a very small number”, which as a count is usually read as 1 to 8 (source)»."""
    given = stated(number)
    measured = vague.unit is None and number.unit not in {None, PERCENT}
    if reading is None or given is None or (reading.as_ is ReadingAs.COUNT and measured):
        return ""
    usual = Interval(reading.low, reading.high)
    # The reading of "a few minutes" is a count of minutes: the later figure is only placed where its unit is the same.
    if reading.as_ is ReadingAs.COUNT and vague.unit != number.unit:
        return f"{figure_words(vague)} is {usually_read(vague, reading)}"
    if inside(given, usual):
        stands = "fits"
    elif can_both_hold(given, usual):
        stands = "reaches beyond"
    else:
        stands = "is more than" if wholly_below(usual, given) else "is less than"
    return f"{lead} {stands} {figure_words(vague)}, which{manner} is {usually_read(vague, reading)}"


def share_beside(pair: Pair, later_claims: Sequence[Claim]) -> Claim | None:
    """A share that the later statement gives for the same count: in its sentence, or in the next ("That is ...")."""
    later, text = pair.later, pair.texts[1]
    after = places_around(text, later.start, later.end)[2]
    goes_on = after if points_back(text[after.start : after.stop]) else range(0)
    for claim in later_claims:
        figure = claim.figure
        if claim.id == later.id or claim.statement != later.statement or figure is None or figure.unit != PERCENT:
            continue
        if figure.kind is FigureKind.UNIVERSAL or (figure.low is None and figure.high is None):
            continue
        here = same_sentence(text, (later.start, later.end), (figure.start, figure.end))
        if (here or figure.start in goes_on) and not _figure_between(later, claim, later_claims):
            return claim
    return None


def _figure_between(count: Claim, share: Claim, claims: Sequence[Claim]) -> bool:
    if count.figure is None or share.figure is None:
        return True
    left, right = sorted((count.figure.start, share.figure.start))
    return any(
        claim.id not in (count.id, share.id) and claim.figure is not None and left < claim.figure.start < right
        for claim in claims
        if claim.statement == count.statement
    )


def base_words(text: str, figure: Figure) -> str | None:
    """What a share is a share of, in the statement's own words: «usual weekly in-patient activity»."""
    match = BASE.match(text[figure.end :])
    if match is None:
        return None
    words = AFTER_BASE.split(match.group(1))[0]
    return " ".join(words.split()) or None
