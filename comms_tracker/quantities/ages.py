"""Ages, which are no quantities of the matter: "Mr Haverty, 54,", "aged 18 to 25", "over-65s", "a five-year-old"."""

from __future__ import annotations

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.labels import counts_a_noun
from comms_tracker.quantities.not_figures import RANGE_LINKS, beside
from comms_tracker.quantities.numerals import DASHES
from comms_tracker.quantities.tokens import Shape, Token, is_capitalised, starts_sentence

OLDEST = 115
"""Years."""


def an_age(tokens: list[Token], at: int) -> bool:
    """Whether the digits at ``at`` are somebody's age."""
    written = tokens[at].written
    if not written.isdigit() or len(written) > 3 or not 0 < int(written) <= OLDEST:
        return False
    if _years_old(tokens, at):
        return True
    return at > 0 and (_of_a_group(tokens, at) or _of_one_person(tokens, at) or _after_a_name(tokens, at, int(written)))


def age_in_words(tokens: list[Token], at: int) -> bool:
    """ "a five-year-old", "twenty-two-year-old"."""
    return any(_hyphened_age(tokens, dash) for dash in (at + 1, at + 3))


def _hyphened_age(tokens: list[Token], dash: int) -> bool:
    unit = tokens[dash + 1].low in beside().age_units
    return tokens[dash].low in DASHES and unit and tokens[dash + 3].low in ("old", "olds")


def _years_old(tokens: list[Token], at: int) -> bool:
    if tokens[at + 1].low in ("year", "years") and tokens[at + 2].low == "olds":
        return True
    return _hyphened_age(tokens, at + 1)


def _of_a_group(tokens: list[Token], at: int) -> bool:
    """ "aged 65", "aged between 5 and 11", "children under 5", "over-65s", "in her 30s"."""
    words = beside()
    before, after = tokens[at - 1].low, tokens[at + 1]
    if before in words.age_words:
        return True
    if before in RANGE_LINKS and any(tokens[n].low in words.age_words for n in range(max(0, at - 4), at - 2)):
        return True
    earlier = tokens[at - 2].low if at > 1 else ""
    if before == "of" and earlier == "age":
        return True
    if before in ("between", "under", "over", "from") and earlier in words.age_words:
        return True
    if before in ("under", "over", "below") and (earlier in words.aged_people or earlier == "aged"):
        return not counts_a_noun(tokens, at)
    return after.low == "s" and not after.gap and before in words.before_decades


def _of_one_person(tokens: list[Token], at: int) -> bool:
    """ "A man, 54, and a boy of 12 were hurt": one person, with nothing counted behind."""
    if at < 3 or tokens[at - 2].low not in beside().aged_person:
        return False
    if tokens[at - 1].low == "of":
        return any(token.low in ("a", "an") for token in tokens[max(0, at - 5) : at - 2]) and not counts_a_noun(
            tokens, at
        )
    return tokens[at - 1].low == "," and tokens[at + 1].low in (",", ".", ":", ";", ")", "")


def _after_a_name(tokens: list[Token], at: int, years: int) -> bool:
    """ "Mr Haverty, 54," or "Jane Doe (39)"; a name and not a place in a list is told by what follows."""
    if at < 2 or years < 10 or not is_capitalised(tokens[at - 2]):
        return False
    before, after = tokens[at - 1].low, tokens[at + 1].low
    if before == "(":
        return after == ")"
    if before != "," or tokens[at - 2].low in words_near("days_and_months") or starts_sentence(tokens, at - 2):
        return False
    if after == "," and tokens[at + 2].shape is Shape.NUMBER:
        return False
    return after in (",", ".", ":", ";", ")", "”", "")
