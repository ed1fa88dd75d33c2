"""The word "one" where it is a pronoun and counts nothing."""

from __future__ import annotations

from comms_tracker.quantities.not_figures import beside
from comms_tracker.quantities.numerals import DASHES, number_words, small_words
from comms_tracker.quantities.tokens import Shape, Token, is_capitalised
from comms_tracker.quantities.units import unit_words


def a_pronoun(tokens: list[Token], at: int) -> bool:
    """Whether "one" at ``at`` counts nothing: "the one in use", "one of", "one by one", "one day"."""
    if _part_of_a_number(tokens, at) or _one_of_several(tokens, at):
        return False
    lists = beside()
    after = tokens[at + 1]
    word = after.shape is Shape.WORD
    before = tokens[at - 1].low if at and not tokens[at].line else ""
    if before in ("minus", "negative", "than", "least", "most", "exactly", "just", "only", "equal") and not word:
        return False
    if before in lists.before_one:
        counts = before in ("only", "by", "first", "last", "next") and word and after.low not in lists.after_one
        return not counts
    if not word:
        return not _alone(tokens, at)
    return after.low in lists.after_one or (is_capitalised(after) and after.low not in unit_words().phrases)


SENTENCE = 24
"""Tokens of the sentence before "one" that are looked at for the number with which it is counted."""


def _one_of_several(tokens: list[Token], at: int) -> bool:
    """ "one of whom died", and "one is still missing" behind another number: "Twelve came back and one is missing"."""
    after = tokens[at + 1].low
    if after == "of" and tokens[at + 2].low in ("whom", "which"):
        return True
    if after not in ("is", "was", "has", "had", "remains") or not at or tokens[at - 1].low not in ("and", "but", ";"):
        return False
    for before in reversed(tokens[max(0, at - SENTENCE) : at]):
        if before.low in (".", "!", "?", ":"):
            return False
        if before.shape is Shape.NUMBER or (before.low in small_words() and before.low != "a"):
            return True
    return False


def _part_of_a_number(tokens: list[Token], at: int) -> bool:
    """ "one million", "one in five", "one third", "one and a half", "one-hour"."""
    words = number_words()
    after, second = tokens[at + 1].low, tokens[at + 2]
    if after in words.scales or after in ("dozen", "point", "per", "percent", "%"):
        return True
    if after in DASHES:
        return second.low in words.denominators or second.low in unit_words().times
    if after in words.denominators or after in words.ordinal_ends:
        return True
    if after == "in":
        return second.shape is Shape.NUMBER or second.low in small_words() or second.low in ("every", "a")
    if after == "out":
        return second.low == "of"
    bottom = tokens[at + 3].low
    one = second.low in ("a", "one")
    mixed = bottom in words.denominators and (one or (second.low in words.units and bottom.endswith("s")))
    return after == "and" and mixed


def _alone(tokens: list[Token], at: int) -> bool:
    """Whether "one" stands between punctuation only, as in a table cell or a list of numbers."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1]
    edges = ("|", "", ",", ";")
    return (before is None or before.low in ("|", ":")) and after.low in edges
