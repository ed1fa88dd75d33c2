"""Numbers in digits and in words to their value: "1,700", "4.6 million", "twelve hundred", "two and a half", "3k".

``read_number`` reads the longest number that starts at a token. Fractions that stand for a share ("two thirds") are
read in ``shares``; a fraction that belongs to a number ("two and a half", "half a million") is read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from comms_tracker.lexicon import table
from comms_tracker.quantities.tokens import THIN_SPACES, Shape, Token, is_plural, word_set

MOST_DIGITS = 30
"""A longer run of digits is a key or a checksum, not a quantity."""
DASHES = frozenset("-‐‑")
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5)} | {
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅐": (1, 7),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅑": (1, 9),
    "⅒": (1, 10),
}
_POWER = re.compile(r"(?:(?P<factor>[\d.]+)\s?[x×]\s?)?(?P<base>[\d.]+)\^?(?P<exponent>[-−+]{0,2}\d+)")
_TENS_POWER = re.compile(r"(?P<factor>[\d.]+)[eE](?P<exponent>[-+]?\d+)")
LENGTH_REACH = 8
_LENGTH_WORDS = word_set(
    "river rivers height heights depth depths metres meters length width wide deep distance tide tides wave waves water "
    "floodwater floodwaters tall crest crested altitude elevation radius cordon wall fence crane"
)
_LENGTH_CUES = word_set("tall long wide deep high thick above below away x by")


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


def digits_value(written: str) -> Decimal | None:
    """The value of a token of digits, its separators left out; None where it is too long to be a quantity."""
    if not written[-1].isdigit() or any(sign in written for sign in "eEx×^"):
        return _power_value(written)
    plain = written.replace(",", "").replace(" ", "")
    for space in THIN_SPACES:
        plain = plain.replace(space, "")
    return Decimal(plain) if len(plain) <= MOST_DIGITS else None


def _power_value(written: str) -> Decimal | None:
    """The value of "1.3x10^6", "1.3e6" or "2^10"; None where it is too large or too small to be a quantity."""
    tens = _TENS_POWER.fullmatch(written)
    parts = tens or _POWER.fullmatch(written)
    if parts is None:
        return None
    factor, root = parts.group("factor"), Decimal(10) if tens else Decimal(parts.group("base"))
    power = int(parts.group("exponent").replace("−", "-").replace("--", "").replace("+", ""))
    if abs(power) > MOST_DIGITS or abs(root) > 10**6 or not root:
        return None
    value = Decimal(factor or 1) * root**power
    return value if abs(value) < Decimal(10) ** MOST_DIGITS else None


def last_digit_step(value: float, decimals: int, scale: float) -> float:
    """One unit of the last digit that counts: the last one written after a decimal point, else the last that is not 0."""
    if decimals:
        return scale / 10.0**decimals
    if value == 0 or value != int(value):
        return 1.0
    step = 1
    whole = abs(int(value))
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return float(step)


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
    if token.low in words.units or token.low in words.tens:
        return _from_words(tokens, start, start, words, None, stop_at_and=stop_at_and)
    following = tokens[start + 1].low
    if token.low in ("a", "an") and (following in words.scales or following == "dozen"):
        return _from_words(tokens, start, start + 1, words, Decimal(1), stop_at_and=stop_at_and)
    if token.low == "a" and following in ("half", "quarter", "third"):
        return _scaled_fraction(tokens, start, start + 2, 1 / words.denominators[following], words)
    if token.low in ("half", "quarter"):
        return _scaled_fraction(tokens, start, start + 1, 1 / words.denominators[token.low], words)
    if token.low == "hundred" and following in words.scales:
        return _from_words(tokens, start, start, words, Decimal(1), stop_at_and=stop_at_and)
    if (
        token.low == "point"
        and following in words.units
        and tokens[start - 1].low not in ("the", "at", "this", "a", "that")
    ):
        at, value, decimals = _point(tokens, start, words, Decimal(0), 0)
        return Number(float(value), start, at, 10.0**-decimals if decimals else 1.0)
    if token.low in ("minus", "negative"):
        rest = read_number(tokens, start + 1, money=money)
        return rest and Number(-rest.value, start, rest.last, rest.step, rest.scale, rest.digits)
    return None


def _from_digits(
    tokens: list[Token], start: int, words: NumberWords, *, money: bool, stop_at_and: bool
) -> Number | None:
    written = tokens[start].written
    seed = digits_value(written)
    if seed is None:
        return None
    decimals = len(written.partition(".")[2]) if written.replace(".", "").replace(",", "").isdigit() else 0
    at = start + 1
    following = tokens[at]
    mixed = _digit_fraction(tokens, at) if following.gap or following.low in VULGAR else None
    if mixed and not decimals:
        return Number(float(seed) + mixed[0], start, mixed[1], 1.0, digits=True)
    suffix = _suffix(tokens, at, words, money=money)
    if suffix:
        value = float(seed * Decimal(suffix[0]))
        return Number(value, start, suffix[1], last_digit_step(value, decimals, suffix[0]), suffix[0], digits=True)
    return _from_words(tokens, start, start, words, seed, decimals=decimals, stop_at_and=stop_at_and)


def _suffix(tokens: list[Token], at: int, words: NumberWords, *, money: bool) -> tuple[float, int] | None:
    token = tokens[at]
    low = token.low
    if low not in words.suffixes or low in ("hundreds", "thousands", "millions", "billions", "trillions"):
        return None
    after = tokens[at + 1]
    if not after.gap and (after.shape is not Shape.SIGN or after.low in "^'’") and after.shape is not Shape.END:
        return None
    if low == "mm" and token.written != "MM":
        return None
    if low == "t" and not money:
        return None
    if low == "m" and not money and ((token.gap and token.written != "M") or _is_length(tokens, at)):
        return None
    if low in ("b", "mil") and token.gap and not money:
        return None
    return words.suffixes[low], at + 1


def _is_length(tokens: list[Token], at: int) -> bool:
    """Whether "m" at ``at`` is metres: by the word after it, or by a word of height or length before it."""
    after = tokens[at + 1].low
    if after in _LENGTH_CUES:
        return True
    if is_plural(after) or after == "of":
        return False
    return any(token.low in _LENGTH_WORDS for token in tokens[max(0, at - LENGTH_REACH) : at])


def _digit_fraction(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The value and end of "1/2" or "½" at ``at``."""
    low = tokens[at].low
    if low in VULGAR:
        return VULGAR[low][0] / VULGAR[low][1], at + 1
    if tokens[at].shape is Shape.NUMBER and tokens[at + 1].low in ("/", "⁄") and tokens[at + 2].shape is Shape.NUMBER:
        tight = not tokens[at + 1].gap and not tokens[at + 2].gap and tokens[at + 3].low != "/"
        top, bottom = digits_value(tokens[at].written), digits_value(tokens[at + 2].written)
        if tight and top and bottom and top < bottom <= 1000:
            return float(top / bottom), at + 3
    return None


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


def _from_words(
    tokens: list[Token],
    first: int,
    at: int,
    words: NumberWords,
    seed: Decimal | None,
    *,
    decimals: int = 0,
    stop_at_and: bool = False,
) -> Number | None:
    """The number in words from ``at``; ``seed`` is what stands before it (digits, or 1 for "a hundred")."""
    digits = tokens[first].shape is Shape.NUMBER
    total = Decimal(0)
    group: Decimal | None = seed
    ceiling = Decimal(10) ** 18
    named = 1.0
    if digits:
        at += 1
    while True:
        low = tokens[at].low
        jump = 1
        if low in DASHES and group is not None and _multiplies(tokens[at + 1].low, words):
            low, jump = tokens[at + 1].low, 2
            if low in words.units and not 20 <= group % 100 <= 90:
                break
        if low in words.units and not digits_only(digits, named):
            small = Decimal(int(words.units[low]))
            if group is None:
                group = small
            elif small > 0 and ((group % 100 == 0 and group >= 100) or (_tens(group) and small < 10)):
                group += small
            else:
                break
        elif low in words.tens and not digits_only(digits, named):
            if group is None:
                group = Decimal(int(words.tens[low]))
            elif group % 100 == 0 and group >= 100:
                group += Decimal(int(words.tens[low]))
            else:
                break
        elif low == "hundred" and (group is None or (0 < group < 1000 and (group % 100 or (digits and named == 1)))):
            group = (group or Decimal(1)) * 100
            named = max(named, 100.0)
        elif low in words.scales and low != "hundred":
            scale = Decimal(int(words.scales[low]))
            if group is not None and scale < ceiling:
                total += group * scale
                ceiling = scale
            elif group is None and total and scale > ceiling:
                total *= scale
                ceiling = scale
            else:
                break
            group = None
            named = max(named, float(scale))
        elif low in ("dozen", "dozens", "doz", "dozs", "dzs") and group is not None:
            hundreds = group - group % 100 if group > 100 else Decimal(0)
            total += hundreds + (group - hundreds) * 12
            return Number(float(total), first, at + jump, 12.0, 12.0, digits)
        elif low in ("and", "&") and not stop_at_and and _joins(tokens, at, words, total, group):
            if tokens[at + 1].shape is Shape.NUMBER:
                tail = digits_value(tokens[at + 1].written)
                value = float(total + (group or 0) + (tail or 0))
                return Number(value, first, at + 2, 1.0, named, digits)
        else:
            break
        at += jump
    if group is None and not total:
        return None
    whole = total + (group or 0)
    at, whole, decimals = _point(tokens, at, words, whole, decimals)
    number = Number(float(whole), first, at, last_digit_step(float(whole), decimals, named), named, digits)
    return _with_fraction(tokens, number, words, stop_at_and=stop_at_and)


def _multiplies(low: str, words: NumberWords) -> bool:
    return low in words.scales or low in words.dozens or low in words.units


def digits_only(digits: bool, named: float) -> bool:
    """Whether a number that started in digits may not yet go on in words ("12 two-car trains")."""
    return digits and named == 1.0


def _tens(group: Decimal) -> bool:
    return group % 10 == 0 and 20 <= group % 100 <= 90


def _joins(tokens: list[Token], at: int, words: NumberWords, total: Decimal, group: Decimal | None) -> bool:
    """Whether "and" at ``at`` stands inside a number ("one hundred and six") and not between two."""
    following = tokens[at + 1]
    hundreds = group is not None and group % 100 == 0 and group >= 100
    if not (hundreds or (group is None and total)):
        return False
    if following.shape is Shape.NUMBER:
        tail = digits_value(following.written)
        after = tokens[at + 2].low
        return (
            tail is not None and 0 < tail < 100 and after not in words.scales and after not in ("%", "per", "percent")
        )
    if following.low not in words.units and following.low not in words.tens:
        return False
    if following.low in ("zero", "nought", "naught"):
        return False
    top, end = _fraction_top(tokens, at + 1, words)
    if top and tokens[end].low in ("hundredths", "thousandths"):
        return False
    after = at + 2
    if tokens[after].low in DASHES:
        after += 1
    if tokens[after].low in words.units:
        after += 1
    ended = tokens[after].low
    if ended == "hundred":
        return group is None
    if ended in words.scales:
        return hundreds and not total
    return ended not in words.denominators


def _point(tokens: list[Token], at: int, words: NumberWords, whole: Decimal, decimals: int) -> tuple[int, Decimal, int]:
    """Decimals in words after "point": "two point five"."""
    if tokens[at].low != "point" or (tokens[at + 1].low not in words.units and tokens[at + 1].low not in words.tens):
        return at, whole, decimals
    at += 1
    figures = ""
    while tokens[at].low in words.units or tokens[at].low in words.tens:
        low = tokens[at].low
        value = int(words.units.get(low, 0) or words.tens.get(low, 0))
        if low in words.tens and tokens[at + 1].low in DASHES and tokens[at + 2].low in words.units:
            value += int(words.units[tokens[at + 2].low])
            at += 2
        figures += str(value)
        at += 1
    number = whole + Decimal(f"0.{figures}")
    scale = words.scales.get(tokens[at].low)
    if scale:
        return at + 1, number * Decimal(int(scale)), 0
    return at, number, len(figures)


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
    top, at = _fraction_top(tokens, at, words)
    if not top:
        return number
    bottom = words.denominators.get(tokens[at].low)
    if not bottom or tokens[at].low == "second" or bottom > 1000:
        return number
    if (top == 1) == tokens[at].low.endswith("s"):
        return number
    at += 1
    part = top / bottom
    scale = words.scales.get(tokens[at].low)
    if scale and number.scale == 1:
        value = (number.value + part) * scale
        return Number(value, number.first, at + 1, scale, scale, number.digits)
    if scale:
        return Number(number.value + part * scale, number.first, at + 1, scale, number.scale, number.digits)
    unit = number.scale if number.scale >= 1e3 else 1.0
    return Number(number.value + part * unit, number.first, at, unit, number.scale, number.digits)


def _fraction_top(tokens: list[Token], at: int, words: NumberWords) -> tuple[float, int]:
    """The upper part of a fraction in words and the token after it: "a", "three", "fifty-four"; 0 where there is none."""
    low = tokens[at].low
    if low == "a":
        return 1.0, at + 1
    top = words.units.get(low, 0.0) or words.tens.get(low, 0.0)
    at += 1
    if tokens[at].low in DASHES:
        at += 1
    if low in words.tens and tokens[at].low in words.units:
        top += words.units[tokens[at].low]
        at += 1
    return top, at
