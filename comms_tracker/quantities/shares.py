"""Fractions and rates as shares in per cent: "two thirds", "one in five", "half of", "3/4", "12 per 100,000"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.digits import digits_value
from comms_tracker.quantities.modifiers import modifier_before
from comms_tracker.quantities.numbers import read_number
from comms_tracker.quantities.numerals import DASHES, VULGAR, Number, number_words
from comms_tracker.quantities.tokens import PADDING, Shape, Token, is_plural
from comms_tracker.quantities.units import read_unit, unit_words


@dataclass(frozen=True, slots=True)
class Share:
    """A ratio at tokens ``first`` to ``last`` (exclusive); ``base`` says that it is a share of something."""

    ratio: float
    first: int
    last: int
    base: bool
    rule: str


def read_share(tokens: list[Token], at: int, *, alone: bool) -> Share | None:
    """The fraction or rate that starts at ``at``, or None; ``alone`` says that the paragraph holds nothing else."""
    found = _fraction(tokens, at, alone=alone)
    if found is None:
        return None
    if alone:
        return Share(found.ratio, found.first, found.last, False, "fraction")
    return found


def _fraction(tokens: list[Token], at: int, *, alone: bool) -> Share | None:
    token = tokens[at]
    words = number_words()
    if token.low in VULGAR:
        top, bottom = VULGAR[token.low]
        return Share(top / bottom, at, at + 1, _of_something(tokens, at, at + 1), "fraction")
    if token.shape is Shape.NUMBER:
        return _slashed(tokens, at)
    if token.low == "half":
        return _half(tokens, at, at)
    if token.low in ("a", "one") and tokens[at + 1].low == "half":
        return _half(tokens, at, at + 1)
    if token.low == "one" and tokens[at + 1].low in DASHES and tokens[at + 2].low == "half":
        return _half(tokens, at, at + 2)
    if token.low in ("a", "one"):
        here = at + 2 if tokens[at + 1].low in DASHES and (alone or not tokens[at + 1].gap) else at + 1
        compound = _compound_denominator(tokens, at + 1)
        if compound and (alone or tokens[compound[1]].low == "of"):
            return Share(1 / compound[0], at, compound[1], True, "fraction")
        bottom_word = tokens[here].low
        if bottom_word in words.denominators and not bottom_word.endswith("s"):
            ratio = 1 / words.denominators[bottom_word]
            return Share(ratio, at, here + 1, False, "fraction") if alone else _single(tokens, at, here, ratio)
        return None
    return None


def _compound_denominator(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The lower part and end of "twenty-fifth" in "one twenty-fifth", of "one hundred and fifths" in "six one hundred
    and fifths"."""
    words = number_words()
    if tokens[at].low not in words.tens and tokens[at].low not in words.units:
        return None
    number = read_number(tokens, at)
    if number is None or number.value % 10 or not (number.value >= 100 or tokens[at].low in words.tens):
        return None
    here = number.last
    if tokens[here].low in DASHES or (tokens[here].low == "and" and number.value >= 100):
        here += 1
    low = tokens[here].low
    end = words.ordinal_ends.get(low)
    if not end or (low == "seconds" and number.value >= 100) or (low == "second" and tokens[here + 1].low != "of"):
        return None
    return number.value + end, here + 1


def _longest_denominator(tokens: list[Token], number: Number) -> tuple[float, float] | None:
    """The upper and lower part of "one hundred thirty-fifths": an ordinal takes the words before it as far as it can.

    None where the last words of the number are no beginning of an ordinal ("six hundred fifths").
    """
    padding = tokens[-1:] * PADDING
    for parting in range(number.first + 1, number.last):
        bottom = _compound_denominator(tokens, parting)
        if bottom is None:
            continue
        top = read_number(tokens[number.first : parting] + padding, 0)
        if top and top.last == parting - number.first:
            return top.value, bottom[0]
    return None


def _slashed(tokens: list[Token], at: int) -> Share | None:
    """ "3/4", a fraction in digits; larger lower numbers are references."""
    slash, low = tokens[at + 1], tokens[at + 2]
    if (
        slash.low not in ("/", "⁄")
        or slash.gap
        or low.gap
        or low.shape is not Shape.NUMBER
        or tokens[at + 3].low == "/"
    ):
        return None
    if "." in tokens[at].written:
        return None
    top, bottom = digits_value(tokens[at].written), digits_value(low.written)
    if top is None or not bottom or not 0 < top < bottom or not (bottom <= 12 or bottom in (16, 20, 32, 40, 64, 100)):
        return None
    return Share(float(top / bottom), at, at + 3, _of_something(tokens, at, at + 3), "fraction")


def _of_something(tokens: list[Token], first: int, last: int) -> bool:
    after = tokens[last]
    if after.low in ("of", "the") or after.low in words_near("shares_verbs") or after.low in words_near("compared"):
        return True
    if after.low in unit_words().phrases:
        return False
    return is_plural(after.low) or modifier_before(tokens, first) is not None


def _half(tokens: list[Token], first: int, here: int) -> Share | None:
    before = tokens[first - 1].low if first else ""
    after = tokens[here + 1]
    if (
        before in words_near("not_before_half")
        or after.low in words_near("not_after_half")
        or (after.low in DASHES and not after.gap)
    ):
        return None
    if (before in DASHES and not tokens[first].gap) or (before in ("the", "and", "in", "cut") and after.low != "of"):
        return None
    if tokens[here].low == "half" and first != here and after.low in number_words().scales:
        return None
    return Share(0.5, first, here + 1, True, "fraction")


def _single(tokens: list[Token], first: int, here: int, ratio: float) -> Share | None:
    """ "a third", "a quarter", "one fifth": a share by what stands beside it, for "a third party" is none."""
    after = tokens[here + 1]
    before = tokens[first - 1].low if first else ""
    sign = after.shape is not Shape.WORD and not (after.low in DASHES and not after.gap)
    tied = tokens[first + 1].low in DASHES or tokens[first].low == "one"
    if (
        after.low == "of"
        or after.low in words_near("compared")
        or (after.low in words_near("shares_verbs") and tokens[here].low != "second")
    ):
        return Share(ratio, first, here + 1, True, "fraction")
    if (before in words_near("change_cues") or tied or modifier_before(tokens, first)) and (
        sign or after.low in words_near("joiners")
    ):
        return Share(ratio, first, here + 1, True, "fraction")
    if tied and is_plural(after.low):
        return Share(ratio, first, here + 1, True, "fraction")
    return None


def fraction_of(tokens: list[Token], number: Number) -> Share | None:
    """The share where a denominator follows the number: "two thirds", "three-quarters", "five eighths"."""
    words = number_words()
    here = number.last
    compound = _compound_denominator(tokens, here)
    if compound and number.value < compound[0] and tokens[compound[1] - 1].low.endswith("s"):
        return Share(number.value / compound[0], number.first, compound[1], True, "fraction")
    if tokens[here].low in DASHES:
        here += 1
    low = tokens[here].low
    bottom = words.denominators.get(low)
    if not bottom or not low.endswith(("s", "halves")) or not number.value > 0 or low == "seconds":
        return None
    if number.value >= bottom and number.digits:
        return None
    if low in words.ordinal_ends and not number.digits:
        longest = _longest_denominator(tokens, number)
        if longest:
            return Share(longest[0] / longest[1], number.first, here + 1, longest[0] < longest[1], "fraction")
    return Share(number.value / bottom, number.first, here + 1, number.value < bottom, "fraction")


ROUND_BASES = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 500])
"""Bases of a spoken rate; "45 out of 120 trains" counts trains."""


def rate_of(tokens: list[Token], number: Number) -> Share | None:
    """The share where a base follows the number: "one in five", "nine out of ten", "12 per 100,000"."""
    link, at = _link_to_base(tokens, number)
    if not link:
        return None
    base = read_number(tokens, at)
    if base is None or not 0 < number.value < base.value or base.value != int(base.value) or number.scale > 100:
        return None
    share = Share(number.value / base.value, number.first, base.last, True, "rate")
    if link == "per":
        return share if base.value in (100, 1e3, 1e4, 1e5, 1e6) else None
    if number.value != int(number.value) or _base_counts(tokens, base, link):
        return None
    if link == "over":
        return replace(share, base=False, rule="fraction") if number.value < 20 else None
    round_base = base.value in ROUND_BASES or (base.value >= 1000 and base.step >= 100)
    return share if number.value == 1 or (round_base and number.value <= 99) else None


def _link_to_base(tokens: list[Token], number: Number) -> tuple[str, int]:
    """The word that leads from a number to its base and the token after it; empty where there is none."""
    at = number.last
    low = tokens[at].low
    if low in ("in", "per", "over"):
        at += 1
    elif low == "out" and tokens[at + 1].low == "of":
        at += 2
    elif (
        number.value < 10
        and tokens[at + 1].low == "in"
        and tokens[at].shape is Shape.WORD
        and not read_unit(tokens, at)
    ):
        low = "noun in"  # "one patient in five"
        at += 2
    else:
        return "", at
    return low, at + 1 if tokens[at].low == "every" else at


def _base_counts(tokens: list[Token], base: Number, link: str) -> bool:
    """Whether the second number counts or measures something of its own: "three in 10 days", "12 in 2011"."""
    after = tokens[base.last]
    written = tokens[base.first].written
    if after.low in ("%", "per", "percent") or after.low in unit_words().phrases:
        return True
    if base.digits and written.isdigit() and 1600 <= base.value <= 2100:
        return True
    if link != "noun in":
        return False
    return base.value > 1000 or (
        after.shape is Shape.WORD and after.low not in words_near("shares_verbs") and after.low != "of"
    )
