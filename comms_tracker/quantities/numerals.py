"""What a number is, and the words that make one, as the lexicon lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comms_tracker.lexicon import table

MINUS = frozenset({"minus", "negative"})
"""Words that make a number negative; where several stand before it, the last of them does."""
DASHES = frozenset("-‐‑")
TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""The words for hours of the clock and for the numbers that are mostly written out, in order, for patterns."""
_FRACTIONS = "½1/2 ⅓1/3 ⅔2/3 ¼1/4 ¾3/4 ⅕1/5 ⅖2/5 ⅗3/5 ⅘4/5 ⅙1/6 ⅚5/6 ⅐1/7 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8 ⅑1/9 ⅒1/10"
VULGAR = {pair[0]: (int(pair[1]), int(pair[3:])) for pair in _FRACTIONS.split()}
"""The fractions that are one character, with their upper and lower part."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens ``first`` to ``last`` (exclusive).

    ``step`` is one unit of its last digit that counts: 100 for 400, 0.1 million for "1.1 million". ``scale`` is the
    magnitude that was named ("million"), 1 where none was; ``digits`` says that it starts with digits.
    """

    value: float
    first: int
    last: int
    step: float
    scale: float = 1.0
    digits: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of the lexicon, by what they do."""

    units: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    suffixes: dict[str, float]
    dozens: dict[str, float]
    denominators: dict[str, float]
    ordinal_ends: dict[str, float]
    multipliers: dict[str, float]


@cache
def number_words() -> NumberWords:
    """The lexicon's number words."""
    return NumberWords(**table("numbers"))


@cache
def magnitude_words() -> frozenset[str]:
    """Every word that multiplies the digits before it: "million", "bn", "k"."""
    return frozenset(number_words().scales) | frozenset(number_words().suffixes)


@cache
def small_words() -> frozenset[str]:
    """The words for 0 to 19 and for the tens."""
    return frozenset(number_words().units) | frozenset(number_words().tens)
