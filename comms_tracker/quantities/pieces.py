"""One number with its currency and unit, read at a token: the piece from which figures are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comms_tracker.quantities.intervals import Interval, point
from comms_tracker.quantities.numbers import read_number
from comms_tracker.quantities.numerals import MINUS, Number, number_words
from comms_tracker.quantities.shares import Share, fraction_of, rate_of, read_share
from comms_tracker.quantities.tokens import Shape, Token, is_plural
from comms_tracker.quantities.units import PERCENT, Unit, currency_before, read_unit, unit_words

_SUBUNITS = {"cent": 0.01, "penny": 0.01}


@dataclass(frozen=True, slots=True)
class Piece:
    """An interval at tokens ``first`` to ``last`` (exclusive), in ``unit``; ``scale`` is the magnitude named in it."""

    interval: Interval
    first: int
    last: int
    unit: str | None
    rule: str
    scale: float = 1.0
    digits: bool = False
    base: bool = False


def read_piece(
    tokens: list[Token], at: int, free: int = 0, *, alone: bool = False, between: bool = False
) -> Piece | None:
    """The number, money, measurement or share that starts at ``at`` (after a currency, if any), or None.

    Tokens before ``free`` belong to an earlier figure.
    """
    money = currency_before(tokens, at)
    if money and money[1] < free:
        money = None
    if tokens[at].low in MINUS:
        piece = None if tokens[at + 1].low in MINUS else read_piece(tokens, at + 1, at + 1, alone=alone)
        if piece is None or piece.interval.low is None:
            return None
        return replace(piece, first=at, interval=point(-piece.interval.low, piece.interval.step))
    number = read_number(tokens, at, money=money is not None, stop_at_and=between)
    if number is None or number.value == 1:
        more = _unit_and_a_half(tokens, at) or _single_unit(tokens, at, free)
        if more:
            return more
    if money and number:
        return _money(tokens, money, number)
    share = None
    if number:
        share = (None if between else rate_of(tokens, number)) or fraction_of(tokens, number)
        if share and alone and (share.rule == "fraction" or tokens[number.last].low in ("in", "out")):
            share = replace(share, base=False)
    part = read_share(tokens, at, alone=alone)
    if part and (share is None or part.last > share.last) and (number is None or part.last > number.last):
        share = part
    if share and (number is None or share.last > number.last):
        return _share(tokens, share)
    return _measured(tokens, number) if number else None


def _money(tokens: list[Token], money: tuple[str, int], number: Number) -> Piece:
    code, first = money
    last, value, step = number.last, number.value, number.step
    after = read_unit(tokens, last)
    unit = code
    if after and after.money:
        last = after.last
        if "/" in after.name:
            unit = f"{code}/{after.name.partition('/')[2]}"
    else:
        rate = _rate(tokens, last)
        if rate:
            unit, last = f"{code}/{rate[0]}", rate[1]
    return Piece(point(value, step), first, last, unit, "money", number.scale, number.digits)


def _rate(tokens: list[Token], at: int) -> tuple[str, int] | None:
    words = unit_words()
    name = tokens[at + 1].low
    if tokens[at].low in ("a", "an", "per", "each", "every", "/") and name in words.times_of_one:
        return words.times.get(name, name), at + 2
    return None


def _share(tokens: list[Token], share: Share) -> Piece:
    scaled = _part_of_magnitude(tokens, share)
    if scaled:
        return scaled
    measure = _part_of_unit(tokens, share.last)
    if measure:
        return Piece(point(share.ratio, 0.1 * share.ratio), share.first, measure.last, measure.name, "measure")
    if not share.base:
        return Piece(point(share.ratio, 0.1 * share.ratio), share.first, share.last, None, share.rule)
    percent = round(100 * share.ratio, 2 if share.ratio > 0.001 else 6)
    return Piece(point(percent, 0.2 * percent), share.first, share.last, PERCENT, share.rule, base=True)


def _part_of_magnitude(tokens: list[Token], share: Share) -> Piece | None:
    """ "two thirds of a million", "three quarters billion us dollars"."""
    at = share.last
    if tokens[at].low == "of" and tokens[at + 1].low == "a":
        at += 2
    scale = number_words().scales.get(tokens[at].low)
    if scale is None:
        return None
    value = round(share.ratio * scale, 6)
    return _measured(tokens, Number(value, share.first, at + 1, scale, scale))


def _part_of_unit(tokens: list[Token], at: int) -> Unit | None:
    """ "half an hour", "three quarters of a mile", "1/4 inch": the unit of which the fraction is a part."""
    here = at
    if tokens[here].low == "of":
        here += 1
    elif tokens[here].low in ("a", "an") and tokens[at - 1].low != "half":
        return None
    if tokens[here].low in ("a", "an", "one"):
        here += 1
    elif here != at:
        return None
    unit = read_unit(tokens, here)
    if unit is None or unit.money or (unit.name == PERCENT and here == at):
        return None
    if here == at and unit.time:
        return None
    return unit


def _measured(tokens: list[Token], number: Number) -> Piece:
    unit = read_unit(tokens, number.last)
    if unit is None and tokens[number.last - 1].low in number_words().denominators:
        unit = _part_of_unit(tokens, number.last)
    if unit is None or (unit.money and _belongs_to_next(tokens, number.last)):
        return _bare(tokens, number)
    value, last, rule = number.value, unit.last, "measure"
    if unit.name == PERCENT or "point" in unit.name:
        rule = "percent"
    elif unit.money:
        rule = "money"
        scale = number_words().scales.get(tokens[last].low)
        if scale and number.scale == 1:
            return Piece(point(value * scale, scale), number.first, last + 1, unit.name, rule, scale, number.digits)
    tail = _smaller_part(tokens, unit)
    if tail:
        value, last = value + tail[0], tail[1]
    elif unit.time and tokens[last].low == "and" and tokens[last + 1].low == "a" and tokens[last + 2].low == "half":
        value, last = value + 0.5, last + 3
    return Piece(point(value, number.step), number.first, last, unit.name, rule, number.scale, number.digits)


def _unit_and_a_half(tokens: list[Token], at: int) -> Piece | None:
    """ "an hour and a half", "a mile and three quarters": a unit first, the fraction after it."""
    if tokens[at].low not in ("a", "an", "one") or tokens[at + 2].low != "and":
        return None
    unit = read_unit(tokens, at + 1)
    if unit is None or unit.money or unit.last != at + 2:
        return None
    words = number_words()
    top = 1.0 if tokens[at + 3].low == "a" else words.units.get(tokens[at + 3].low)
    bottom = words.denominators.get(tokens[at + 4].low)
    if not top or not bottom or bottom > 5:
        return None
    return Piece(point(1 + top / bottom, 0.5), at, at + 5, unit.name, "measure")


NEGATIONS = frozenset({"not", "n't", "never", "without", "nobody", "cannot"})
NEGATION_NEAR = 3
"""Words before "a penny" among which a negation makes it nothing at all: "will not pay a penny", "without a drop"."""


def _single_unit(tokens: list[Token], at: int, free: int) -> Piece | None:
    """ "a gallon", "a mile": one of a measure, where it is not the rate of what stands before ("$60 a barrel")."""
    if tokens[at].low not in ("a", "an") or tokens[at + 1].low not in unit_words().single:
        return None
    if any(before.low in NEGATIONS for before in tokens[max(0, at - NEGATION_NEAR) : at]):
        return None
    if at and (at == free or is_plural(tokens[at - 1].low)):
        return None
    unit = read_unit(tokens, at + 1)
    return Piece(point(1.0, 1.0), at, unit.last, unit.name, "measure") if unit else None


def _belongs_to_next(tokens: list[Token], at: int) -> bool:
    """Whether the currency sign at ``at`` is tied to the number after it: "3 USD50 cards", "1 $10 bill"."""
    sign, following = tokens[at], tokens[at + 1]
    return sign.gap and following.shape is Shape.NUMBER and not following.gap


_PARTS = {("foot", "inch"): 12, ("hour", "minute"): 60, ("minute", "second"): 60}


def _smaller_part(tokens: list[Token], unit: Unit) -> tuple[float, int] | None:
    """ "3 dollars 50 cents", "5 feet 2 inches", "9 hours and 20 minutes": the smaller part, in the larger unit."""
    if not unit.money and unit.name not in ("foot", "hour", "minute"):
        return None
    at = unit.last + 1 if tokens[unit.last].low == "and" else unit.last
    number = read_number(tokens, at)
    if number is None or number.scale != 1:
        return None
    if unit.name == "foot" and tokens[number.last].low == "in" and number.value < 12:
        return number.value / 12, number.last + 1
    after = read_unit(tokens, number.last)
    if after is None:
        return None
    if unit.money:
        share = _SUBUNITS.get(after.name)
        return (number.value * share, after.last) if share and number.value < 100 else None
    whole = _PARTS.get((unit.name, after.name))
    return (number.value / whole, after.last) if whole and number.value < whole else None


def _bare(tokens: list[Token], number: Number) -> Piece:
    last, rule, unit = number.last, "number", None
    if tokens[number.first].shape is not Shape.NUMBER:
        rule = "number in words"
    return Piece(point(number.value, number.step), number.first, last, unit, rule, number.scale, number.digits)
