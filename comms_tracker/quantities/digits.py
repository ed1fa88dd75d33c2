"""Numbers in digits: their value, the magnitude tied to them, the fraction that may follow, and their last digit."""

from __future__ import annotations

import re
from decimal import Decimal

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.numerals import VULGAR, NumberWords
from comms_tracker.quantities.tokens import Shape, Token, is_plural

MOST_DIGITS = 30
"""A longer run of digits is a key or a checksum, not a quantity."""
LENGTH_REACH = 8
"""How many tokens before "m" a word of height or length may stand."""
_POWER = re.compile(r"(?:(?P<factor>[\d.]+)\s?[x×]\s?)?(?P<base>[\d.]+)\^?(?P<exponent>[-−+]{0,2}\d+)")
_TENS_POWER = re.compile(r"(?P<factor>[\d.]+)[eE](?P<exponent>[-+]?\d+)")


def digits_value(written: str) -> Decimal | None:
    """The value of a token of digits, its separators left out; None where it is too long to be a quantity."""
    if len(written) <= MOST_DIGITS and written.isdecimal():
        return Decimal(written)
    if not written[-1].isdigit() or any(sign in written for sign in "eEx×^"):
        return _power_value(written)
    whole, decimals = _parts(written)
    return Decimal(f"{whole}.{decimals}") if len(whole) + len(decimals) <= MOST_DIGITS else None


def decimals_in(written: str) -> int:
    """How many digits follow the decimal point, or the decimal comma, of a token of digits."""
    return 0 if any(sign in written for sign in "eEx×^") else len(_parts(written)[1])


def _parts(written: str) -> tuple[str, str]:
    """The digits before and after the decimal sign; a comma before one or two last digits is one: "2,5", "1.234,56"."""
    whole, comma, decimals = written.rpartition(",")
    if not comma or len(decimals) > 2 or "." in decimals:
        whole, _, decimals = written.partition(".")
    return "".join(sign for sign in whole if sign.isdigit()), decimals


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
    """One unit of the last digit that counts: the last after a decimal point, else the last that is not 0."""
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


def magnitude_after(tokens: list[Token], at: int, words: NumberWords, *, money: bool) -> tuple[float, int] | None:
    """The magnitude right after digits ("m", "bn", "k") and its end; ``money`` says that a currency stands before."""
    token = tokens[at]
    low = token.low
    if low not in words.suffixes or low in ("hundreds", "thousands", "millions", "billions", "trillions"):
        return None
    after = tokens[at + 1]
    if not after.gap and (after.shape is not Shape.SIGN or after.low in "^'’") and after.shape is not Shape.END:
        return None
    if low == "g" and (token.written != "G" or "," not in tokens[at - 1].written):
        return None  # 5G is a network's generation, 5g a weight
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
    if after in words_near("length_cues"):
        return True
    if is_plural(after) or after == "of":
        return False
    return any(token.low in words_near("length_words") for token in tokens[max(0, at - LENGTH_REACH) : at])


def fraction_after(tokens: list[Token], at: int) -> tuple[float, int] | None:
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
