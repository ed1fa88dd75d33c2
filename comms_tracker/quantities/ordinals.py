"""Ordinals in words, which count nothing: "the thirty-first of May", "our one hundred and fifth tram"."""

from __future__ import annotations

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.numerals import DASHES, number_words, small_words
from comms_tracker.quantities.tokens import Token

_LARGE = frozenset(["hundredth", "thousandth", "millionth"])


def ordinal_from(tokens: list[Token], at: int) -> int | None:
    """The first token of the ordinal of several words that ends at ``at``, or None.

    The lower part of a fraction is none ("one twenty-fifth", "a twenty-fifth of"), nor is what may be a measure or a
    name after a number ("a thirty-second delay", "one hundred first responders").
    """
    words = number_words()
    low = tokens[at].low
    if at < 2 or (low not in words.ordinal_ends and low not in _LARGE) or low.endswith("s") or low == "second":
        return None
    before = tokens[at - 1]
    if low in _LARGE:
        first = at - 2 if before.low in DASHES else at - 1
        tied = False
    else:
        first = at - 2
        tied = before.low in DASHES and not before.gap and not tokens[at].gap and tokens[first].low in words.tens
        if not tied and (before.low != "and" or tokens[first].low not in words.scales):
            return None
    while first and _goes_on(tokens, first - 1):
        first -= 1
    if not _is_number_word(tokens[first]) or first == at:
        return None
    if tied and first == at - 2:
        return None if first and tokens[first - 1].low == "a" and tokens[at + 1].low in ("of", "") else first
    return first if first and tokens[first - 1].low in words_near("before_ordinals") else None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the token at ``at`` is a number word, or "and" or a hyphen after one."""
    if _is_number_word(tokens[at]):
        return True
    return at > 0 and (tokens[at].low == "and" or tokens[at].low in DASHES) and _is_number_word(tokens[at - 1])


def _is_number_word(token: Token) -> bool:
    return token.low in small_words() or token.low in number_words().scales
