"""Numbers that are part of a code, a score or a name's size: M25, CX-23, 7(b), 3-1, an eight-speed gearbox."""

from __future__ import annotations

from comms_tracker.quantities.digits import digits_value
from comms_tracker.quantities.not_figures import beside
from comms_tracker.quantities.numerals import DASHES, magnitude_words, number_words
from comms_tracker.quantities.tokens import Shape, Token, is_capitalised
from comms_tracker.quantities.units import read_unit, unit_words

_PAIRING = DASHES | {"–"}
_TIES = _PAIRING | {"/"}


def part_of_a_code(tokens: list[Token], at: int) -> bool:
    """Letters, hashes or slashes tied to the digits at ``at``: M25, CX-23, A350-900, 7b, 7(b), #4471, 5G, 7-Eleven."""
    return _tied_before(tokens, at) or _tied_after(tokens, at)


def _tied_before(tokens: list[Token], at: int) -> bool:
    if not at or (tokens[at].gap and tokens[at - 1].low not in ("#", "№")):
        return False
    codes = unit_words().codes
    before = tokens[at - 1]
    if before.low in ("#", "_", "\\", "@", "№"):
        return True
    if before.shape is Shape.WORD:
        return before.written not in codes and before.written not in ("x", "c")
    if before.gap or at < 2 or before.low not in _TIES:
        return False
    stem = tokens[at - 2]
    if stem.shape is Shape.NUMBER and before.low in DASHES and at >= 3 and not stem.gap:
        return tokens[at - 3].shape is Shape.WORD and tokens[at - 3].written not in codes
    if before.low == "/" and stem.shape is Shape.NUMBER and "." in stem.written:
        return True  # a score: "6.9/10"
    if stem.shape is Shape.WORD and stem.low not in number_words().tens:
        return not _unit_word(stem) and not _after_number(tokens, at - 2)
    return False


def _tied_after(tokens: list[Token], at: int) -> bool:
    after = tokens[at + 1]
    if after.gap:
        return False
    if after.low in DASHES and is_capitalised(tokens[at + 2]) and not tokens[at + 2].gap:
        return read_unit(tokens, at + 1) is None
    if after.shape is Shape.WORD:
        if after.low in number_words().suffixes or after.written in unit_words().codes:
            return after.written == "G" and "," not in tokens[at].written
        return read_unit(tokens, at + 1) is None and after.low not in ("x", "e", "ish", "a", "s")
    return after.low == "(" and tokens[at + 2].shape is Shape.WORD and len(tokens[at + 2].low) == 1


def _unit_word(token: Token) -> bool:
    return token.low in unit_words().phrases or token.low in number_words().suffixes


def _after_number(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].shape is Shape.NUMBER and not tokens[at].gap


def descending_pair(tokens: list[Token], at: int) -> bool:
    """A score, a vote or a reference: "won 3-1", "case 2210-64"."""
    if tokens[at + 1].low in _PAIRING and tokens[at + 2].shape is Shape.NUMBER:
        first, second = at, at + 2
    elif at >= 2 and tokens[at - 1].low in _PAIRING and tokens[at - 2].shape is Shape.NUMBER:
        first, second = at - 2, at
    else:
        return False
    if tokens[first + 1].gap or tokens[second].gap:
        return False
    low, high = digits_value(tokens[first].written), digits_value(tokens[second].written)
    if low is None or high is None or low < high:
        return False
    if (first and tokens[first - 1].low in unit_words().signs) or tokens[first - 1].low in DASHES:
        return False
    return read_unit(tokens, second + 1) is None and tokens[second + 1].low not in magnitude_words()


def hyphened_size(tokens: list[Token], at: int) -> bool:
    """A size inside a name: "3-digit code", "8-speed gearbox"."""
    dash, word = tokens[at + 1], tokens[at + 2]
    return dash.low in DASHES and not dash.gap and not word.gap and word.low in beside().hyphened
