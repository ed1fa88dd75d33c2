"""Numbers that name a thing: gate 12, desks 30 to 44, section 14, Windows 11, Kite 4 trains."""

from __future__ import annotations

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.digits import digits_value
from comms_tracker.quantities.not_figures import LIST_LINKS, RANGE_LINKS, Beside, beside
from comms_tracker.quantities.numerals import number_words, small_words
from comms_tracker.quantities.tokens import Shape, Token, is_capitalised, is_plural, starts_sentence
from comms_tracker.quantities.units import read_unit, unit_words

LONGEST_LIST = 8
"""Numbers that one label may name: "lots 12, 13 and 14"."""


def labelled(tokens: list[Token], at: int, out: set[int]) -> bool:
    """A number that names a thing: after a label ("gate 12"), or in a list after one ("desks 30 to 44")."""
    if not at:
        return False
    lists = beside()
    back = at - 1
    before = tokens[back]
    if before.low in ("(", ":", "=") and back:
        return False
    if before.low in RANGE_LINKS and back and (back - 1) in out and tokens[back - 1].shape is Shape.NUMBER:
        return _label_of(tokens, back - 2, lists) is not None and not counts_a_noun(tokens, at)
    if before.low == "," and back > 1 and (back - 1) in out and _label_of(tokens, back - 2, lists) == "plural":
        return not counts_a_noun(tokens, at)
    if (
        before.low == "."
        and back
        and not before.gap
        and tokens[back - 1].low in ("no", "nos", "nr", "vol", "para", "art")
    ):
        return True
    if before.shape is not Shape.WORD or amounts_to(tokens, back):
        return False
    if before.low in ("no", "nos") and is_capitalised(before) and not counts_a_noun(tokens, at):
        return True
    if _label_of(tokens, back, lists):
        return not (before.low in lists.weak_labels and not is_capitalised(before) and counts_a_noun(tokens, at))
    if before.low in lists.dialled:
        return "," not in tokens[at].written and not counts_a_noun(tokens, at)
    return _named(tokens, at)


def amounts_to(tokens: list[Token], at: int) -> bool:
    """Whether "number" is a verb before a number: "dead fish now number 1,150", "those stranded number 420"."""
    if tokens[at].low != "number" or not at or starts_sentence(tokens, at):
        return False
    subject = tokens[at - 1]
    return subject.low in words_near("now") or (subject.shape is Shape.WORD and is_plural(subject.low))


def _label_of(tokens: list[Token], at: int, lists: Beside) -> str | None:
    """ "singular" or "plural" where the word at ``at`` is a label, looking back over one number and its link."""
    for _ in range(LONGEST_LIST):
        if tokens[at].low not in LIST_LINKS or at < 2 or tokens[at - 1].shape is not Shape.NUMBER:
            break
        at -= 2
    if at < 0:
        return None
    token = tokens[at]
    if token.low in lists.plural_labels:
        return "plural"
    if token.low in lists.labels or token.written in lists.capital_labels:
        return "singular"
    return None


def counts_a_noun(tokens: list[Token], at: int) -> bool:
    """Whether the number at ``at`` is followed by something it counts or measures."""
    after = tokens[at + 1]
    if after.shape is not Shape.WORD:
        return after.low == "%" or after.low in unit_words().signs
    if after.low in number_words().suffixes or after.low in number_words().scales or read_unit(tokens, at + 1):
        return True
    return is_plural(after.low) or (
        is_plural(tokens[at + 2].low) and after.low not in RANGE_LINKS and after.low not in words_near("year_cues")
    )


def _named(tokens: list[Token], at: int) -> bool:
    """A capitalised name right before a bare number: "Kite 4 trains", "Windows 11", "BA 123"."""
    before, token = tokens[at - 1], tokens[at]
    mixed = before.shape is Shape.WORD and before.written[1:] != before.low[1:] and before.written.isalpha()
    if (
        not (is_capitalised(before) or mixed)
        or before.low in words_near("days_and_months")
        or not token.gap
        or token.line
    ):
        return False
    if "," in token.written or " " in token.written or len(token.written) > 5:
        return False
    if before.written in unit_words().codes or before.low in unit_words().signs or before.low in small_words():
        return False
    after = tokens[at + 1]
    if after.low in number_words().scales or after.low in ("%", "percent", "per") or after.low in unit_words().signs:
        return False
    if not after.gap and after.shape is Shape.WORD and after.low in number_words().suffixes:
        return False
    if read_unit(tokens, at + 1):
        return False
    if starts_sentence(tokens, at - 1):
        low = before.low
        if (
            low in words_near("common_starts")
            or low.endswith(("ly", "ing", "ed"))
            or (is_plural(low) and low != "windows")
        ):
            return False
    elif before.low in words_near("common_starts") and before.written[1:].islower():
        return False
    place = at >= 2 and tokens[at - 2].low in words_near("place_words")
    return not (place and is_plural(after.low) and not _small(token))


def _small(token: Token) -> bool:
    value = digits_value(token.written)
    return value is not None and value < 10
