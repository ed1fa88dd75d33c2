"""Numbers to their value: "1,700", "4.6 million", "twelve hundred", "two and a half", "half a million", "3k".

``read_number`` reads the longest number that starts at a token. Fractions that stand for a share ("two thirds") are
read in ``shares``; a fraction that belongs to a number ("two and a half", "half a million") is read here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from comms_tracker.quantities.digits import decimals_in, digits_value, fraction_after, last_digit_step, magnitude_after
from comms_tracker.quantities.numerals import DASHES, MINUS, VULGAR, Number, NumberWords, number_words
from comms_tracker.quantities.tokens import Shape, Token
from comms_tracker.quantities.word_numbers import DOZEN, DOZENS, fraction_top, read_decimals, read_words


def read_number(tokens: list[Token], start: int, *, money: bool = False, stop_at_and: bool = False) -> Number | None:
    """The longest number from ``start``, or None.

    ``money`` says that a currency stands before it ("$2.1t" is trillions); ``stop_at_and`` that it follows "between",
    so that "and" may part two numbers.
    """
    token = tokens[start]
    words = number_words()
    if token.shape is Shape.NUMBER:
        return _from_digits(tokens, start, words, money=money, stop_at_and=stop_at_and)
    if token.low in VULGAR:
        top, bottom = VULGAR[token.low]
        return _scaled_fraction(tokens, start, start + 1, top / bottom, words)
    if token.shape is not Shape.WORD:
        return None
    following = tokens[start + 1].low
    number: Number | None = None
    if token.low in words.units or token.low in words.tens:
        number = read_words(tokens, start, start, words, None, stop_at_and=stop_at_and)
    elif token.low in ("a", "an") and (following in words.scales or following == "dozen"):
        number = read_words(tokens, start, start + 1, words, Decimal(1), stop_at_and=stop_at_and)
    elif token.low == "hundred" and following in words.scales:
        number = read_words(tokens, start, start, words, Decimal(1), stop_at_and=stop_at_and)
    else:
        return _small_beginnings(tokens, start, words, money=money)
    return number and _with_fraction(tokens, number, words, stop_at_and=stop_at_and)


_NOUN_CUES = ("the", "at", "this", "a", "that")


def _small_beginnings(tokens: list[Token], start: int, words: NumberWords, *, money: bool) -> Number | None:
    """Numbers that start with a fraction, a point or a sign: "half a million", "point five", "minus two"."""
    token, following = tokens[start], tokens[start + 1].low
    if token.low == "a" and following in ("half", "quarter", "third"):
        return _scaled_fraction(tokens, start, start + 2, 1 / words.denominators[following], words)
    if token.low in ("half", "quarter"):
        return _scaled_fraction(tokens, start, start + 1, 1 / words.denominators[token.low], words)
    if token.low == "point" and following in words.units and (not start or tokens[start - 1].low not in _NOUN_CUES):
        at, value, decimals = read_decimals(tokens, start, words, Decimal(0), 0)
        return Number(float(value), start, at, 10.0**-decimals if decimals else 1.0)
    if token.low in MINUS and following not in MINUS:
        rest = read_number(tokens, start + 1, money=money)
        return rest and replace(rest, value=-rest.value, first=start)
    return None


def _from_digits(
    tokens: list[Token], start: int, words: NumberWords, *, money: bool, stop_at_and: bool
) -> Number | None:
    written = tokens[start].written
    seed = digits_value(written)
    if seed is None:
        return None
    decimals = decimals_in(written)
    at = start + 1
    following = tokens[at]
    mixed = fraction_after(tokens, at) if following.gap or following.low in VULGAR else None
    if mixed and not decimals:
        return Number(float(seed) + mixed[0], start, mixed[1], 1.0, digits=True)
    magnitude = magnitude_after(tokens, at, words, money=money)
    if magnitude:
        value = float(seed * Decimal(magnitude[0]))
        step = last_digit_step(value, decimals, magnitude[0])
        return Number(value, start, magnitude[1], step, magnitude[0], digits=True)
    number = read_words(tokens, start, at, words, seed, decimals=decimals, stop_at_and=stop_at_and)
    return number and _with_fraction(tokens, number, words, stop_at_and=stop_at_and)


def _scaled_fraction(tokens: list[Token], start: int, at: int, part: float, words: NumberWords) -> Number | None:
    """ "half a million", "a quarter of a million", "half million", "half a dozen"; None where no magnitude follows."""
    if tokens[at].low == "of":
        at += 1
    if tokens[at].low == "a":
        at += 1
    scale = words.scales.get(tokens[at].low) or words.dozens.get(tokens[at].low)
    if scale is None or tokens[at].low in ("score", "gross"):
        return None
    value = round(part * scale, 3)
    return Number(value, start, at + 1, last_digit_step(value, 0, scale), scale)


def _with_fraction(tokens: list[Token], number: Number, words: NumberWords, *, stop_at_and: bool) -> Number:
    """The number with "and a half", "and three quarters" after it, and with the magnitude that may follow those."""
    at = number.last
    hyphen = tokens[at].low in DASHES and tokens[at + 1].low == "and"
    if hyphen:
        at += 1
    if tokens[at].low != "and" or stop_at_and:
        return number
    at += 1
    if tokens[at].low in DASHES:
        at += 1
    top, at = fraction_top(tokens, at, words)
    if not top:
        return number
    bottom = words.denominators.get(tokens[at].low)
    if not bottom or tokens[at].low == "second" or bottom > 1000:
        return number
    if (top == 1) == tokens[at].low.endswith("s"):
        return number
    at += 1
    part = top / bottom
    scale = words.scales.get(tokens[at].low) or (DOZEN if tokens[at].low in DOZENS else None)
    if scale and number.scale == 1:
        value = (number.value + part) * scale
        return Number(value, number.first, at + 1, scale, scale, number.digits)
    if scale:
        return Number(number.value + part * scale, number.first, at + 1, scale, number.scale, number.digits)
    unit = number.scale if number.scale >= 1e3 or number.scale == DOZEN else 1.0
    return Number(number.value + part * unit, number.first, at, unit, number.scale, number.digits)
