"""Figures of a text, put together from pieces: ranges, the words beside a number, vague words, all and none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.exclusions import excluded, word_is_out
from comms_tracker.quantities.intervals import Interval, joined, point, under
from comms_tracker.quantities.lexicon_schema import VagueLexicon, load_vague
from comms_tracker.quantities.modifiers import Effect, Modifier, modifier_after, modifier_before
from comms_tracker.quantities.numerals import VULGAR, number_words, small_words
from comms_tracker.quantities.pieces import Piece, read_piece
from comms_tracker.quantities.ranges import between_before, with_minus, with_upper_end
from comms_tracker.quantities.tokens import Shape, Token, is_plural, paragraphs, tokenise
from comms_tracker.quantities.units import PERCENT, read_unit
from comms_tracker.quantities.universals import TRIGGERS, read_universal
from comms_tracker.quantities.vague import Vague, read_vague
from comms_tracker.records import Figure, FigureKind, Reading

_BOUNDS = {Effect.MORE_THAN, Effect.AT_LEAST, Effect.LESS_THAN, Effect.AT_MOST}


MULTIPLIER = "multiplier"
"""The rule of a figure such as "doubled"."""
LONGEST_FRACTION = 8
"""Words that a fraction standing alone may have."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure before its offsets: token range, ends, unit, rule, readings."""

    first: int
    last: int
    interval: Interval
    unit: str | None
    rule: str
    readings: tuple[Reading, ...] = ()


def read_figures(text: str, lexicon: VagueLexicon | None = None) -> tuple[Figure, ...]:
    """Every quantity of the text, in order, none overlapping; for whoever wants figures, claims or not.

    Offsets count code points in ``text``. ``lexicon`` is what :func:`load_vague` returned for a user's own file;
    without it the bundled one is used.
    """
    words = lexicon or load_vague()
    figures: list[Figure] = []
    for start, paragraph in paragraphs(text):
        figures.extend(_read_paragraph(paragraph, start, words))
    return tuple(figures)


def _read_paragraph(paragraph: str, offset: int, lexicon: VagueLexicon) -> list[Figure]:
    tokens = tokenise(paragraph)
    out = excluded(paragraph, tokens)
    found = _joined_bounds(tokens, _scan(tokens, out, lexicon))
    return [_figure(paragraph, offset, tokens, item) for item in found]


def _scan(tokens: list[Token], out: set[int], lexicon: VagueLexicon) -> list[_Found]:
    starters = _starters()
    real = sum(1 for token in tokens if token.shape in (Shape.WORD, Shape.NUMBER) or token.low in VULGAR)
    found: list[_Found] = []
    free = at = 0
    while tokens[at].shape is not Shape.END:
        token = tokens[at]
        item: _Found | None = None
        if at not in out:
            if token.shape is Shape.NUMBER or token.low in VULGAR:
                item = _number(tokens, at, free, out, real)
            elif token.shape is Shape.WORD:
                if token.low in starters and not word_is_out(tokens, at, out):
                    item = _multiplier(tokens, at, free) or _number(tokens, at, free, out, real)
                item = item or _words(tokens, at, free, out, lexicon)
        if item is None:
            at += 1
        else:
            found.append(item)
            free = at = item.last
    return found


_OTHER_STARTERS = frozenset(["a", "an", "half", "quarter", "minus", "negative", "hundred", "point"])


@cache
def _starters() -> frozenset[str]:
    """The words that a number in words, or one that multiplies, may begin with."""
    words = number_words()
    return _OTHER_STARTERS.union(words.units, words.tens, words.multipliers)


def _multiplier(tokens: list[Token], at: int, free: int) -> _Found | None:
    """ "doubled", "more than tripled", "a threefold increase": so many times as much."""
    times = number_words().multipliers.get(tokens[at].low)
    after = tokens[at + 1].low
    if times is None or after in ("down", "up", "back", "-"):
        return None
    if tokens[at].low in ("twice", "double", "triple") and after not in ("as", "the", "that", "its", "their", "last"):
        return None
    interval, first, rule = point(times, times), at, MULTIPLIER
    modifier = modifier_before(tokens, at)
    if modifier is not None and modifier.first >= free and tokens[at].low.endswith("ed"):
        interval, first, rule = under(interval, modifier.effect), modifier.first, f"{rule} + {modifier.effect.value}"
    return _Found(first, at + 1, interval, "time", rule)


def _words(tokens: list[Token], at: int, free: int, out: set[int], lexicon: VagueLexicon) -> _Found | None:
    vague = read_vague(tokens, at, lexicon)
    if vague and not (_counted_by_some(tokens, vague, out)):
        return _vague(tokens, vague, free)
    if tokens[at].low not in TRIGGERS:
        return None
    following = tokens[at + 1]
    counted = following.low in number_words().units and tokens[at].low in ("all", "no", "every", "each")
    if (following.shape is Shape.NUMBER or counted) and following.low != "one":
        return None
    universal = read_universal(tokens, at)
    if universal is None:
        return None
    ends = 0.0 if universal.none else None
    interval = Interval(ends, ends, FigureKind.UNIVERSAL, 1)
    return _Found(universal.first, universal.last, interval, None, f"universal: {universal.rule}")


def _counted_by_some(tokens: list[Token], vague: Vague, out: set[int]) -> bool:
    """Whether "some" only makes the number after it approximate: "some 450,000", "some two thirds"."""
    following = tokens[vague.last]
    if vague.entry.words != "some" or vague.last in out:
        return False
    return following.shape is Shape.NUMBER or (following.low in small_words() and following.low != "one")


def _vague(tokens: list[Token], vague: Vague, free: int) -> _Found:
    first, last = vague.first, vague.last
    unit = read_unit(tokens, last) or (read_unit(tokens, last + 1) if tokens[last].low == "of" else None)
    if unit and unit.time and not is_plural(tokens[unit.last - 1].low):
        unit = None  # "some night clinics" are clinics
    readings = vague.entry.readings()
    if unit and (unit.time or unit.money or tokens[last].low != "of"):
        last = unit.last
        readings = tuple(reading for reading in readings if reading.as_ == "count") or readings
    name = unit.name if unit and last == unit.last else None
    modifier = modifier_before(tokens, first)
    if modifier and modifier.first >= free and modifier.effect is not Effect.LEAD:
        first = modifier.first
        if modifier.effect in (Effect.MORE_THAN, Effect.AT_LEAST):
            readings = tuple(replace(reading, high=None) for reading in readings)
        elif modifier.effect in (Effect.LESS_THAN, Effect.AT_MOST):
            readings = tuple(replace(reading, low=None) for reading in readings)
    interval = Interval(None, None, FigureKind.VAGUE, 1)
    return _Found(first, last, interval, name, vague.rule, readings)


def _number(tokens: list[Token], at: int, free: int, out: set[int], real: int) -> _Found | None:
    between = between_before(tokens, at, free)
    piece = _lone_fraction(tokens, at, real) or read_piece(tokens, at, free, between=between is not None)
    if piece is None or piece.first < free or any(index in out for index in range(piece.first, piece.last)):
        return None
    negative = with_minus(tokens, piece, free)
    if negative:
        piece = negative
    whole = with_upper_end(tokens, piece, out, between)
    interval, first, last, unit, rule = whole.interval, whole.first, whole.last, whole.unit, whole.rule
    if between is not None and interval.kind is FigureKind.RANGE:
        first = between
    effects = [rule]
    for _ in range(3):
        modifier = modifier_before(tokens, first)
        if modifier is None or modifier.first < free or not _fits(tokens, modifier, unit, interval):
            break
        interval, first = under(interval, modifier.effect), modifier.first
        if modifier.effect is not Effect.LEAD:
            effects.append(modifier.effect.value)
    after = modifier_after(tokens, last)
    if after and after.first not in out:
        interval, last = under(interval, after.effect), after.last
        effects.append(after.effect.value)
        if unit is None:
            trailing = read_unit(tokens, last)
            if trailing and (trailing.time or trailing.money or trailing.name == PERCENT):
                unit, last = trailing.name, trailing.last
    return _Found(first, last, interval, unit, " + ".join(effects))


def _lone_fraction(tokens: list[Token], at: int, real: int) -> Piece | None:
    """A fraction that is the whole paragraph: a plain number, since nothing says of what it would be a share.

    A rate is one only without a full stop, since "One in five." may be an answer.
    """
    if at > 1 or real > LONGEST_FRACTION:
        return None
    piece = read_piece(tokens, at, alone=True)
    if piece is None or piece.last - at < real:
        return None
    whole = piece.rule == "fraction" or (piece.rule == "rate" and tokens[piece.last].shape is Shape.END)
    return piece if whole else None


def _fits(tokens: list[Token], modifier: Modifier, unit: str | None, interval: Interval) -> bool:
    """Whether the words say how exact the number is, or are a preposition or a verb of their own here."""
    word = tokens[modifier.last - 1].low
    before = tokens[modifier.first - 1].low if modifier.first else ""
    one = modifier.last - modifier.first == 1
    if one and word == "over" and unit in ("day", "week", "month", "year", "hour", "minute"):
        return before in words_near("taken")
    if word == "to" and tokens[modifier.first].low == "up":
        return before not in words_near("not_before_up_to")
    if one and word == "under":
        return before not in words_near("not_before_under")
    if word == "about" and before in ("what", "how"):
        return interval.kind is not FigureKind.EXACT
    return not (interval.kind is FigureKind.BOUND and modifier.effect in _BOUNDS)


def _joined_bounds(tokens: list[Token], found: list[_Found]) -> list[_Found]:
    """ "more than 20 and less than 35" as one range."""
    merged: list[_Found] = []
    for item in found:
        before = merged[-1] if merged else None
        if before and _linked(tokens, before.last, item.first):
            if before.rule.startswith("vague: in the") and before.interval.kind is FigureKind.VAGUE:
                before = replace(before, interval=_from_readings(before))
            both = joined(before.interval, item.interval) or joined(item.interval, before.interval)
            if both and (before.unit is None or before.unit == item.unit):
                merged[-1] = _Found(before.first, item.last, both, item.unit, f"{before.rule}, {item.rule}")
                continue
        merged.append(item)
    return merged


def _from_readings(item: _Found) -> Interval:
    """The floor of "in the thousands", for "in the thousands, but less than 10,000"."""
    floor = item.readings[0].low if item.readings else None
    return Interval(floor, None, FigureKind.BOUND, 1)


def _linked(tokens: list[Token], first: int, last: int) -> bool:
    between = [token.low for token in tokens[first:last]]
    return between in (["and"], ["but"], [","], [",", "but"], [",", "and"], ["yet"])


def _figure(paragraph: str, offset: int, tokens: list[Token], item: _Found) -> Figure:
    start, end = tokens[item.first].start, tokens[item.last - 1].end
    interval = item.interval
    kind = interval.kind
    if item.unit == PERCENT and kind is not FigureKind.VAGUE:
        kind = FigureKind.PROPORTION
    return Figure(
        text=paragraph[start:end],
        start=offset + start,
        end=offset + end,
        kind=kind,
        low=interval.low,
        high=interval.high,
        low_open=interval.low_open,
        high_open=interval.high_open,
        unit=item.unit,
        tolerance=interval.tolerance,
        readings=item.readings,
        rule=item.rule,
    )
