"""Numbers in words to their value: "one hundred and thirty-six", "twelve hundred", "two point five million"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from comms_tracker.quantities.digits import digits_value, last_digit_step
from comms_tracker.quantities.numerals import DASHES, Number, NumberWords
from comms_tracker.quantities.tokens import Shape, Token

DOZEN = 12.0
DOZENS = ("dozen", "dozens", "doz", "dozs", "dzs")
_CEILING = Decimal(10) ** 18


def read_words(
    tokens: list[Token],
    first: int,
    at: int,
    words: NumberWords,
    seed: Decimal | None,
    *,
    decimals: int = 0,
    stop_at_and: bool = False,
) -> Number | None:
    """The number whose words go on at ``at``, or None; ``first`` is its first token.

    ``seed`` is what stands before: the digits of "4 million", 1 for "a hundred". ``decimals`` is how many of its digits
    follow a point; ``stop_at_and`` says that "and" parts two numbers ("between two hundred and three hundred").
    """
    reader = _Reader(tokens, words, at, seed, digits=tokens[first].shape is Shape.NUMBER, stop_at_and=stop_at_and)
    while reader.take():
        pass
    if reader.group is None and not reader.total:
        return None
    end, whole, decimals = read_decimals(tokens, reader.at, words, reader.total + (reader.group or 0), decimals)
    step = DOZEN if reader.dozens else last_digit_step(float(whole), decimals, reader.named)
    return Number(float(whole), first, end, step, reader.named, reader.digits)


@dataclass(slots=True)
class _Reader:
    """Reads one number word after another: ``group`` is below the next magnitude, ``total`` above it."""

    tokens: list[Token]
    words: NumberWords
    at: int
    group: Decimal | None
    digits: bool
    stop_at_and: bool
    total: Decimal = Decimal(0)
    ceiling: Decimal = _CEILING
    named: float = 1.0
    dozens: bool = False

    def take(self) -> bool:
        """Whether the token at ``at`` goes on with the number; it is then read and passed."""
        if self.dozens:
            return False
        if self.tokens[self.at].shape is Shape.NUMBER:
            return self._digits_before_scale()
        low, jump = self.tokens[self.at].low, 1
        if low in DASHES and self.group is not None:
            low, jump = self.tokens[self.at + 1].low, 2
            if low in self.words.units and not 20 <= self.group % 100 <= 90:
                return False
        taken = self._small(low) or self._hundred(low) or self._scale(low) or self._dozen(low)
        if not taken and jump == 1 and low in ("and", "&") and not self.stop_at_and:
            taken = self._and()
        if taken:
            self.at += jump
        return taken

    def _small(self, low: str) -> bool:
        """Units and tens; a number that started in digits goes on in words only after a magnitude."""
        tens = low in self.words.tens
        if (not tens and low not in self.words.units) or (self.digits and self.named == 1.0):
            return False
        value = Decimal(int(self.words.tens[low] if tens else self.words.units[low]))
        if self.group is None:
            self.group = value
            return True
        after_hundred = self.group % 100 == 0 and self.group >= 100
        after_tens = not tens and value < 10 and self.group % 10 == 0 and 20 <= self.group % 100 <= 90
        if value > 0 and (after_hundred or after_tens):
            self.group += value
            return True
        return False

    def _hundred(self, low: str) -> bool:
        if low != "hundred":
            return False
        group = self.group
        if group is not None and not (0 < group < 1000 and (group % 100 or (self.digits and self.named == 1))):
            return False
        self.group = (group or Decimal(1)) * 100
        self.named = max(self.named, 100.0)
        return True

    def _scale(self, low: str) -> bool:
        """ "thousand" and up; "three lakh crore" multiplies the whole."""
        if low not in self.words.scales or low == "hundred":
            return False
        scale = Decimal(int(self.words.scales[low]))
        if self.group is not None and scale < self.ceiling:
            self.total += self.group * scale
        elif self.group is None and self.total and scale > self.ceiling:
            self.total *= scale
        else:
            return False
        self.group, self.ceiling, self.named = None, scale, max(self.named, float(scale))
        return True

    def _dozen(self, low: str) -> bool:
        if low not in DOZENS or self.group is None:
            return False
        hundreds = self.group - self.group % 100 if self.group > 100 else Decimal(0)
        self.total += hundreds + (self.group - hundreds) * 12
        self.group, self.named, self.dozens = None, DOZEN, True
        return True

    def _and(self) -> bool:
        """ "and" inside a number ("one hundred and six"), not between two numbers or before a fraction."""
        following = self.tokens[self.at + 1]
        hundreds = self.group is not None and self.group % 100 == 0 and self.group >= 100
        if following.shape is Shape.NUMBER:
            return hundreds and self.named >= 100 and self._digits_after_and(following)
        top, end = fraction_top(self.tokens, self.at + 1, self.words)
        if not top or self.tokens[self.at + 1].low == "a" or not (hundreds or (self.group is None and self.total)):
            return False
        ended = self.tokens[end].low
        if ended == "hundred":
            return self.group is None
        if ended in self.words.scales:
            return hundreds and Decimal(int(self.words.scales[ended])) < self.ceiling
        bottom = self.words.denominators.get(ended)
        if bottom is not None:
            return top >= bottom and ended not in ("hundredths", "thousandths")
        return hundreds or self.ceiling <= 1000

    def _digits_before_scale(self) -> bool:
        """ "4 thousand 3 hundred", "2 crore 50 lakh": digits with a magnitude below the one before."""
        token, following = self.tokens[self.at], self.tokens[self.at + 1]
        scale = Decimal(int(self.words.scales.get(following.low, 0)))
        part = digits_value(token.written)
        if self.group is not None or not self.total or token.line or following.line or not part or not scale:
            return False
        if part * scale >= self.ceiling:
            return False
        self.group = part
        self.at += 1
        return True

    def _digits_after_and(self, following: Token) -> bool:
        """ "3 hundred and 21": the digits are read here, and the number ends with them."""
        tail = digits_value(following.written)
        after = self.tokens[self.at + 2].low
        if tail is None or not 0 < tail < 100 or after in self.words.scales or after in ("%", "per", "percent"):
            return False
        self.group = (self.group or Decimal(0)) + tail
        self.at += 1
        return True


def read_decimals(
    tokens: list[Token], at: int, words: NumberWords, whole: Decimal, decimals: int
) -> tuple[int, Decimal, int]:
    """The end, the value and the decimals of a number whose decimals stand in words at ``at``: "two point five"."""
    if tokens[at].low != "point" or (tokens[at + 1].low not in words.units and tokens[at + 1].low not in words.tens):
        return at, whole, decimals
    at += 1
    digits = ""
    while tokens[at].low in words.units or tokens[at].low in words.tens:
        top, at = (
            fraction_top(tokens, at, words) if tokens[at].low in words.tens else (words.units[tokens[at].low], at + 1)
        )
        digits += str(int(top))
    number = whole + Decimal(f"0.{digits}")
    scale = words.scales.get(tokens[at].low)
    if scale:
        return at + 1, number * Decimal(int(scale)), 0
    return at, number, len(digits)


def fraction_top(tokens: list[Token], at: int, words: NumberWords) -> tuple[float, int]:
    """A number below 100 in words and the token after it: "a" is 1, "three", "fifty-four"; 0 where there is none."""
    low = tokens[at].low
    if low == "a":
        return 1.0, at + 2 if tokens[at + 1].low in DASHES else at + 1
    top = words.units.get(low, 0.0) or words.tens.get(low, 0.0)
    at += 1
    tied = at + 1 if tokens[at].low in DASHES else at
    if low in words.tens and 1 <= words.units.get(tokens[tied].low, 0) < 10:
        return top + words.units[tokens[tied].low], tied + 1
    return top, tied if tokens[tied].low in words.denominators else at
