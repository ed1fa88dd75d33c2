"""What a number is, and the words that make one, as the lexicon lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comms_tracker.lexicon import table

DASHES = frozenset("-‐‑")
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


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
