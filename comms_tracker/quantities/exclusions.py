"""Which numbers of a paragraph are no quantities, by their written form and by the words beside them."""

from __future__ import annotations

import re
from bisect import bisect_left

from comms_tracker.quantities import formats
from comms_tracker.quantities.ages import age_in_words, an_age
from comms_tracker.quantities.codes import descending_pair, hyphened_size, part_of_a_code
from comms_tracker.quantities.digits import digits_value
from comms_tracker.quantities.labels import counts_a_noun, labelled
from comms_tracker.quantities.not_figures import beside
from comms_tracker.quantities.numerals import DASHES, TO_TWELVE, magnitude_words, small_words
from comms_tracker.quantities.ordinals import ordinal_from
from comms_tracker.quantities.pronouns import a_pronoun
from comms_tracker.quantities.tokens import Shape, Token, is_capitalised, starts_sentence
from comms_tracker.quantities.years import a_year

_DIGIT_OR_CLOCK = re.compile(
    r"\d|o['’]clock|\b(?:aged|under|over|of|at|from|by|before|after|until)\s{1,9}"
    rf"(?:{'|'.join(TO_TWELVE)}|\w{{3,5}}teen)\b",
    re.I,
)


def excluded(paragraph: str, tokens: list[Token]) -> set[int]:
    """The indices of the tokens that are part of something that is no quantity."""
    out: set[int] = set()
    if _DIGIT_OR_CLOCK.search(paragraph):
        starts = [token.start for token in tokens]
        for start, end in formats.spans(paragraph):
            at = bisect_left(starts, start)
            while at < len(tokens) and tokens[at].start < end:
                out.add(at)
                at += 1
    idioms = beside().idioms
    for at, token in enumerate(tokens):
        if token.shape is Shape.NUMBER and at not in out and _number_is_out(tokens, at, out):
            out.add(at)
        elif token.low in idioms:
            for parts in idioms[token.low]:
                if all(tokens[at + n].low == part for n, part in enumerate(parts)):
                    out.update(range(at, at + len(parts)))
                    break
        else:
            first = ordinal_from(tokens, at)
            if first is not None:
                out.update(range(first, at + 1))
    return out


def _number_is_out(tokens: list[Token], at: int, out: set[int]) -> bool:
    token = tokens[at]
    if token.written[0] == "0" and token.written.isdigit() and len(token.written) > 1:
        return True
    if digits_value(token.written) is None:
        return True
    return (
        part_of_a_code(tokens, at)
        or descending_pair(tokens, at)
        or labelled(tokens, at, out)
        or an_age(tokens, at)
        or a_year(tokens, at)
        or hyphened_size(tokens, at)
    )


def word_is_out(tokens: list[Token], at: int, out: set[int]) -> bool:
    """Whether the number word at ``at`` counts nothing: part of an idiom, a size inside a name, the pronoun "one"."""
    token = tokens[at]
    if at in out:
        return True
    if at and not token.gap and tokens[at - 1].low in DASHES:
        tied = tokens[at - 2] if at > 1 and not tokens[at - 1].gap else None
        if tied and tied.shape is Shape.NUMBER and is_capitalised(token):
            return True
        if tied and tied.shape is Shape.WORD and tied.low not in small_words() and tied.low not in ("a", "and", "mid"):
            return True
    if hyphened_size(tokens, at) or age_in_words(tokens, at):
        return True
    before = tokens[at - 1] if at else None
    if before and before.low == "past" and at > 1 and tokens[at - 2].low in ("half", "quarter"):
        return True
    if before and before.shape is Shape.WORD and not token.line:
        lists = beside()
        if (
            (before.low in lists.labels and before.low not in lists.weak_labels)
            or before.written in lists.capital_labels
        ) and not counts_a_noun(tokens, at):
            return True
    if before and (_part_of_a_name(tokens, at) or (before.low == "of" and at > 1 and tokens[at - 2].low == "age")):
        return True
    return token.low == "one" and a_pronoun(tokens, at)


def _part_of_a_name(tokens: list[Token], at: int) -> bool:
    """ "the Furious Five were": a capital in the middle of a sentence, after a capital and before none."""
    token, after = tokens[at], tokens[at + 1]
    if not is_capitalised(token) or token.line or not is_capitalised(tokens[at - 1]) or starts_sentence(tokens, at - 1):
        return False
    return after.shape is Shape.WORD and not is_capitalised(after) and after.low not in magnitude_words()
