"""Which numbers of a paragraph are no quantities, by their written form and by the words beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from comms_tracker.lexicon import table
from comms_tracker.quantities import formats
from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.digits import digits_value
from comms_tracker.quantities.numerals import DASHES, magnitude_words, number_words, small_words
from comms_tracker.quantities.tokens import Shape, Token, is_capitalised, is_plural, starts_sentence
from comms_tracker.quantities.units import read_unit, unit_words

_DIGIT_OR_CLOCK = re.compile(r"\d|o['’]clock")
_RANGE_LINKS = frozenset(["to", "and", "or", "-", "–", "—", "&", "until", "through", "/"])
_LIST_LINKS = _RANGE_LINKS | {","}
LONGEST_LIST = 8
"""Numbers that one label may name: "lots 12, 13 and 14"."""


@dataclass(frozen=True, slots=True)
class _Lists:
    labels: frozenset[str]
    plural_labels: frozenset[str]
    capital_labels: frozenset[str]
    weak_labels: frozenset[str]
    dialled: frozenset[str]
    age_words: frozenset[str]
    aged_people: frozenset[str]
    hyphened: frozenset[str]
    before_one: frozenset[str]
    after_one: frozenset[str]
    idioms: dict[str, tuple[tuple[str, ...], ...]]


@cache
def _lists() -> _Lists:
    data = table("not_figures")
    idioms: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["idioms"]["phrases"]:
        parts = tuple(phrase.split())
        idioms.setdefault(parts[0], []).append(parts)
    return _Lists(
        frozenset(data["labels"]["singular"]),
        frozenset(data["labels"]["plural"]),
        frozenset(data["labels"]["capital"]),
        frozenset(data["labels"]["weak"]),
        frozenset(data["dialled"]["words"]),
        frozenset(data["ages"]["before"]),
        frozenset(data["ages"]["people"]),
        frozenset(data["hyphened"]["words"]),
        frozenset(data["one"]["before"]),
        frozenset(data["one"]["after"]),
        {first: tuple(sorted(options, key=len, reverse=True)) for first, options in idioms.items()},
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
    idioms = _lists().idioms
    for at, token in enumerate(tokens):
        if token.shape is Shape.NUMBER and at not in out and _number_is_out(tokens, at, out):
            out.add(at)
        elif token.low in idioms:
            for parts in idioms[token.low]:
                if all(tokens[at + n].low == part for n, part in enumerate(parts)):
                    out.update(range(at, at + len(parts)))
                    break
    return out


def _number_is_out(tokens: list[Token], at: int, out: set[int]) -> bool:
    token = tokens[at]
    if token.written[0] == "0" and token.written.isdigit() and len(token.written) > 1:
        return True
    if digits_value(token.written) is None:
        return True
    return (
        _part_of_a_code(tokens, at)
        or _descending_pair(tokens, at)
        or _labelled(tokens, at, out)
        or _an_age(tokens, at)
        or _a_year(tokens, at)
        or _hyphened_size(tokens, at)
    )


def _part_of_a_code(tokens: list[Token], at: int) -> bool:
    """Letters, hashes or slashes tied to the digits: M25, CX-23, 7b, 7(b), #4471, 5G."""
    token, after = tokens[at], tokens[at + 1]
    words, units = number_words(), unit_words()
    if at and not token.gap:
        before = tokens[at - 1]
        if before.low in ("#", "_", "\\", "@", "№"):
            return True
        if before.shape is Shape.WORD and before.written not in units.codes and before.written not in ("x", "c"):
            return True
        if before.low in DASHES and at >= 3 and tokens[at - 2].shape is Shape.NUMBER and not before.gap:
            if (
                tokens[at - 3].shape is Shape.WORD
                and not tokens[at - 2].gap
                and tokens[at - 3].written not in units.codes
            ):
                return True
        if before.low in DASHES and at >= 3 and tokens[at - 2].shape is Shape.NUMBER and not before.gap:
            coded = tokens[at - 3].shape is Shape.WORD and not tokens[at - 2].gap
            if coded and tokens[at - 3].written not in units.codes:
                return True
        if before.low in DASHES or before.low in ("/", "–"):
            tied = at >= 2 and not before.gap
            if tied and tokens[at - 2].shape is Shape.WORD and tokens[at - 2].low not in words.tens:
                return not _unit_word(tokens[at - 2]) and not _after_number(tokens, at - 2)
    if after.low in DASHES and not after.gap and is_capitalised(tokens[at + 2]) and not tokens[at + 2].gap:
        return read_unit(tokens, at + 1) is None
    if after.low in DASHES and not after.gap and is_capitalised(tokens[at + 2]) and not tokens[at + 2].gap:
        return read_unit(tokens, at + 1) is None
    if not after.gap and after.shape is Shape.WORD:
        if after.low in words.suffixes or after.written in units.codes:
            return after.written == "G"
        unit = read_unit(tokens, at + 1)
        return unit is None and after.low not in ("x", "e", "ish", "a", "s")
    return bool(
        after.low == "(" and not after.gap and tokens[at + 2].shape is Shape.WORD and len(tokens[at + 2].low) == 1
    )


def _unit_word(token: Token) -> bool:
    return token.low in unit_words().phrases or token.low in number_words().suffixes


def _after_number(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].shape is Shape.NUMBER and not tokens[at].gap


def _descending_pair(tokens: list[Token], at: int) -> bool:
    """A score, a vote or a reference: "won 3-1", "case 2210-64"."""
    if tokens[at + 1].low in DASHES and tokens[at + 2].shape is Shape.NUMBER:
        first, second = at, at + 2
    elif at >= 2 and tokens[at - 1].low in DASHES and tokens[at - 2].shape is Shape.NUMBER:
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


def _labelled(tokens: list[Token], at: int, out: set[int]) -> bool:
    """A number that names a thing: after a label ("gate 12"), or in a list after one ("desks 30 to 44")."""
    if not at:
        return False
    lists = _lists()
    back = at - 1
    before = tokens[back]
    if before.low in ("(", ":", "=") and back:
        return False
    if before.low in _RANGE_LINKS and back and (back - 1) in out and tokens[back - 1].shape is Shape.NUMBER:
        return _label_of(tokens, back - 2, lists) is not None and not _counts_a_noun(tokens, at)
    if before.low == "," and back > 1 and (back - 1) in out and _label_of(tokens, back - 2, lists) == "plural":
        return not _counts_a_noun(tokens, at)
    if (
        before.low == "."
        and back
        and not before.gap
        and tokens[back - 1].low in ("no", "nos", "nr", "vol", "para", "art")
    ):
        return True
    if before.shape is not Shape.WORD:
        return False
    if before.low in ("no", "nos") and is_capitalised(before) and not _counts_a_noun(tokens, at):
        return True
    if _label_of(tokens, back, lists):
        return not (before.low in lists.weak_labels and not is_capitalised(before) and _counts_a_noun(tokens, at))
    if before.low in lists.dialled:
        return "," not in tokens[at].written and not _counts_a_noun(tokens, at)
    return _named(tokens, at)


def _label_of(tokens: list[Token], at: int, lists: _Lists) -> str | None:
    """ "singular" or "plural" where the word at ``at`` is a label, looking back over one number and its link."""
    for _ in range(LONGEST_LIST):
        if tokens[at].low not in _LIST_LINKS or at < 2 or tokens[at - 1].shape is not Shape.NUMBER:
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


def _counts_a_noun(tokens: list[Token], at: int) -> bool:
    """Whether the number at ``at`` is followed by something it counts or measures."""
    after = tokens[at + 1]
    if after.shape is not Shape.WORD:
        return after.low in ("%",) or after.low in unit_words().signs
    if after.low in number_words().suffixes or after.low in number_words().scales or read_unit(tokens, at + 1):
        return True
    return is_plural(after.low) or (
        is_plural(tokens[at + 2].low) and after.low not in _RANGE_LINKS | words_near("year_cues")
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
    if starts_sentence(tokens, at - 1):
        low = before.low
        if (
            low in words_near("common_starts")
            or low.endswith(("ly", "ing", "ed"))
            or (is_plural(low) and low not in ("windows",))
        ):
            return False
        if read_unit(tokens, at + 1):
            return False
    elif before.low in words_near("common_starts") and before.written[1:].islower():
        return False
    place = at >= 2 and tokens[at - 2].low in words_near("place_words")
    return not (place and is_plural(after.low) and not _small(token))


def _small(token: Token) -> bool:
    value = digits_value(token.written)
    return value is not None and value < 10


def _an_age(tokens: list[Token], at: int) -> bool:
    """ "Mr Haverty, 54,", "aged 18 to 25", "23-year-old", "children under 5", "over-65s"."""
    token, after = tokens[at], tokens[at + 1]
    value = digits_value(token.written)
    if value is None or not 0 < value <= 115 or not token.written.isdigit():
        return False
    lists = _lists()
    if (
        after.low in DASHES
        and tokens[at + 2].low in ("year", "years", "month", "week", "day")
        and tokens[at + 3].low in DASHES
    ):
        return tokens[at + 4].low in ("old", "olds")
    if after.low in ("year", "years") and tokens[at + 2].low in ("old", "olds") and tokens[at + 2].low == "olds":
        return True
    before = tokens[at - 1] if at else tokens[-1]
    if not at:
        return False
    if before.low in lists.age_words:
        return True
    if before.low in _RANGE_LINKS and any(
        tokens[back].low in lists.age_words for back in range(max(0, at - 4), at - 2)
    ):
        return True
    if before.low in ("between", "under", "over", "from") and at > 1 and tokens[at - 2].low in lists.age_words:
        return True
    if before.low in ("under", "over", "below") and at > 1 and tokens[at - 2].low in lists.aged_people | {"aged"}:
        return not _counts_a_noun(tokens, at)
    if (
        after.low == "s"
        and not after.gap
        and (before.low in ("under", "over", "the", "-", "‑", "early", "mid", "late", "their", "his", "her"))
    ):
        return True
    if (
        before.low == ","
        and at > 1
        and is_capitalised(tokens[at - 2])
        and tokens[at - 2].low not in words_near("days_and_months")
        and not starts_sentence(tokens, at - 2)
    ):
        return (
            value >= 10
            and after.low in (",", ".", ":", ";", ")", "”", "")
            and not (after.low == "," and tokens[at + 2].shape is Shape.NUMBER)
        )
    return before.low == "(" and after.low == ")" and at > 1 and is_capitalised(tokens[at - 2]) and 10 <= value <= 110


def _a_year(tokens: list[Token], at: int) -> bool:
    """Four bare digits from 1600 to 2100 that count nothing."""
    written = tokens[at].written
    if len(written) != 4 or not written.isdigit() or not "1600" <= written <= "2100":
        return False
    after = tokens[at + 1]
    before = tokens[at - 1] if at else None
    if (
        after.low in ("%", "per", "percent")
        or after.low in number_words().scales
        or (before and before.low in unit_words().signs)
    ):
        return False
    if after.shape is Shape.WORD and (not after.gap or read_unit(tokens, at + 1)):
        return False
    if before and before.low in (
        "than",
        "about",
        "around",
        "approximately",
        "nearly",
        "least",
        "roughly",
        "almost",
        "over",
    ):
        return False
    if before and before.low == "-" and not tokens[at].gap:
        return False
    if written >= "1900" and before and before.low in words_near("year_cues"):
        return True
    if after.shape is Shape.WORD and is_plural(after.low) and not after.line:
        recent = "1990" <= written < "2050" and written[-2:] not in ("00", "50")
        return recent or (before is not None and before.low in words_near("year_cues"))
    if written < "1900":
        return before is not None and before.low in words_near("year_cues")
    return True


def _hyphened_size(tokens: list[Token], at: int) -> bool:
    """A size inside a name: "3-digit code", "8-speed gearbox"."""
    dash, word = tokens[at + 1], tokens[at + 2]
    return dash.low in DASHES and not dash.gap and not word.gap and word.low in _lists().hyphened


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
    if _hyphened_size(tokens, at) or _age_in_words(tokens, at):
        return True
    before = tokens[at - 1] if at else None
    if before and before.shape is Shape.WORD and not token.line:
        lists = _lists()
        if (
            (before.low in lists.labels and before.low not in lists.weak_labels)
            or before.written in lists.capital_labels
        ) and not _counts_a_noun(tokens, at):
            return True
    return token.low == "one" and _pronoun(tokens, at)


def _age_in_words(tokens: list[Token], at: int) -> bool:
    """ "a five-year-old", "twenty-two-year-old"."""
    for dash in (at + 1, at + 3):
        if tokens[dash].low in DASHES and tokens[dash + 1].low in ("year", "month", "week", "day"):
            return tokens[dash + 2].low in DASHES and tokens[dash + 3].low in ("old", "olds")
    return False


def _pronoun(tokens: list[Token], at: int) -> bool:
    lists = _lists()
    after = tokens[at + 1]
    before = tokens[at - 1].low if at and not tokens[at].line else ""
    if after.low in number_words().scales or after.low in ("dozen", "point", "per", "percent", "%"):
        return False
    if after.low in DASHES and tokens[at + 2].low in number_words().denominators | unit_words().times:
        return False
    if after.low in number_words().denominators or after.low in number_words().ordinal_ends:
        return False
    if after.low == "in" and (
        tokens[at + 2].shape is Shape.NUMBER
        or tokens[at + 2].low in small_words()
        or tokens[at + 2].low in ("every", "a")
    ):
        return False
    if after.low == "out" and tokens[at + 2].low == "of":
        return False
    if after.low == "and" and tokens[at + 2].low == "a" and tokens[at + 3].low in number_words().denominators:
        return False
    if (
        before in ("minus", "negative", "than", "least", "most", "exactly", "just", "only", "equal")
        and after.shape is not Shape.WORD
    ):
        return False
    if before in lists.before_one:
        return not (
            before in ("only", "by", "number", "first", "last", "next")
            and after.shape is Shape.WORD
            and after.low not in lists.after_one
            and before != "number"
        )
    if after.shape is not Shape.WORD:
        return not _alone(tokens, at)
    return after.low in lists.after_one or (is_capitalised(after) and after.low not in unit_words().phrases)


def _alone(tokens: list[Token], at: int) -> bool:
    """Whether "one" stands between punctuation only, as in a table cell or a list of numbers."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1]
    edges = ("|", "", ",", ";")
    return (before is None or before.low in ("|", ":")) and after.low in edges
