"""Words for all and for none: "all", "every", "no services", "nobody", "not one", "not aware of any"."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.numerals import number_words
from comms_tracker.quantities.tokens import Shape, Token, is_plural
from comms_tracker.quantities.units import unit_words

_WHOLE = frozenset(["everyone", "everybody", "everything"])
_NONE = frozenset(["none", "nobody", "nothing", "nil"])
_CLAUSE_ENDS = frozenset([".", ";", ":", "!", "?", "but", "although", "because"])
NEGATION_REACH = 7
"""How many tokens before "any" a negation may stand."""


@dataclass(frozen=True, slots=True)
class Universal:
    """All (``none`` false) or none at tokens ``first`` to ``last`` (exclusive)."""

    none: bool
    first: int
    last: int
    rule: str


TRIGGERS = (
    _WHOLE | _NONE | frozenset(["all", "every", "each", "no", "not", "zero", "any", "anyone", "anybody", "neither"])
)


def read_universal(tokens: list[Token], at: int) -> Universal | None:
    """The word for all or none at ``at``, where it speaks of things and not in an idiom; None otherwise."""
    low = tokens[at].low
    after = tokens[at + 1]
    before = tokens[at - 1].low if at and not tokens[at].line else ""
    if low in _WHOLE:
        idiom = before == "not" or (low == "everything" and before in ("do", "doing"))
        return None if idiom else Universal(False, at, at + 1, "all")
    if low in _NONE:
        return Universal(True, at, at + 1, "none") if low != "nil" or after.shape is not Shape.WORD else None
    if low == "no":
        return _no(tokens, at, before)
    if low == "not":
        if after.low in ("one", "any") and tokens[at + 2].low not in ("of-course", "more", "longer", "only"):
            return Universal(True, at, at + 2, "not one")
        if after.low == "a" and tokens[at + 2].low == "single":
            return Universal(True, at, at + 3, "not one")
        return None
    if low == "zero":
        counts = after.shape is Shape.WORD and is_plural(after.low)
        return Universal(True, at, at + 1, "none") if counts else None
    if low == "all":
        return _all(tokens, at, before)
    if low in ("every", "each"):
        return _each(tokens, at, before)
    if low in ("any", "anyone", "anybody"):
        return Universal(True, at, at + 1, "not any") if _negated(tokens, at) else None
    if low == "neither":
        return Universal(True, at, at + 1, "none") if after.low == "of" else None
    return None


def _no(tokens: list[Token], at: int, before: str) -> Universal | None:
    after = tokens[at + 1]
    if after.low == "one" or (after.low in ("-", "‑") and tokens[at + 2].low == "one" and not after.gap):
        last = at + 2 if after.low == "one" else at + 3
        return Universal(True, at, last, "none") if tokens[last].low != "in" or after.low == "one" else None
    answers = before in ("or", "said", "say", "answered")
    if answers or after.shape is not Shape.WORD or after.low in words_near("not_after_no"):
        return None
    return Universal(True, at, at + 1, "none")


def _all(tokens: list[Token], at: int, before: str) -> Universal | None:
    after = tokens[at + 1]
    if after.low in ("but", "except", "bar", "save"):
        return _all_but(tokens, at)
    if (after.shape is not Shape.WORD and after.shape is not Shape.NUMBER) or after.low in ("-", "‑"):
        return None
    if after.low in words_near("not_after_all") or (before in words_near("not_before_all") and after.low != "of"):
        return not_idiom(tokens, at, before)
    if after.low == "the" and tokens[at + 2].low in ("time", "way", "same", "more", "better", "while", "year"):
        return None
    if after.low == "of" and tokens[at + 2].low in ("a", "this", "that", "it"):
        return None
    return Universal(False, at, at + 1, "all")


def _all_but(tokens: list[Token], at: int) -> Universal | None:
    """ "all but four", "all except a handful": nearly all, and not four."""
    left_out, words = tokens[at + 2], number_words()
    if left_out.low == "a" and tokens[at + 3].low in ("handful", "few", "couple"):
        return Universal(False, at, at + 4, "all")
    counted = left_out.shape is Shape.NUMBER or left_out.low in words.units or left_out.low in words.tens
    return Universal(False, at, at + 3, "all") if counted else None


def not_idiom(tokens: list[Token], at: int, before: str) -> Universal | None:
    """ "all" after a preposition that still counts: "by all customers", "for all 12 patients"."""
    after = tokens[at + 1]
    if before not in words_near("before_all"):
        return None
    counts = is_plural(after.low) and after.low not in words_near("idioms_of_all")
    pointed = after.low in ("our", "the", "their", "its", "those", "other")
    return Universal(False, at, at + 1, "all") if counts or pointed else None


def _each(tokens: list[Token], at: int, before: str) -> Universal | None:
    after = tokens[at + 1]
    low = tokens[at].low
    if after.shape is not Shape.WORD or after.low in number_words().units or after.low in number_words().tens:
        return Universal(False, at, at + 2, "all") if low == "every" and after.low == "one" else None
    if low == "every":
        if after.low in words_near("not_after_every") or after.low in unit_words().times:
            return None
        last = at + 2 if after.low == "single" else at + 1
        return Universal(False, at, last, "all")
    if after.low in words_near("not_after_each") or after.low in unit_words().times or before in unit_words().phrases:
        return None
    return Universal(False, at, at + 1, "all")


def _negated(tokens: list[Token], at: int) -> bool:
    """Whether a negation of its clause reaches the "any" at ``at``; those of "whether any", "rule out any" do not."""
    for back in range(at - 1, max(-1, at - 1 - NEGATION_REACH), -1):
        low = tokens[back].low
        if low in _CLAUSE_ENDS or low in ("whether", "if", "until", "unless", "before"):
            return False
        if low == "out" and tokens[back - 1].low in ("rule", "ruled", "ruling"):
            return False
        if low in words_near("negators") or low.endswith(("n't", "n’t")):
            return True
    return False
