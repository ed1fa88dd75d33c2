"""Words beside a number that make it approximate, a bound or an addition: "about", "no fewer than", "or so"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from comms_tracker.lexicon import table
from comms_tracker.quantities.numerals import DASHES
from comms_tracker.quantities.tokens import Shape, Token, is_plural


class Effect(Enum):
    """What the words do to the number's ends; the values are the lexicon's keys."""

    APPROXIMATE = "approximate"
    BELOW = "below"
    ABOVE = "above"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Modifier:
    """An effect and the tokens, ``first`` to ``last`` (exclusive), that have it."""

    effect: Effect
    first: int
    last: int


Phrases = dict[str, list[tuple[tuple[str, ...], Effect]]]


@cache
def _before() -> Phrases:
    """The phrases before a number, by their last word, longest first."""
    return _by_word("before", -1)


@cache
def _after() -> Phrases:
    """The phrases after a number, by their first word, longest first."""
    return _by_word("after", 0)


def _by_word(section: str, place: int) -> Phrases:
    found: Phrases = {}
    for key, phrases in table("approximators")[section].items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            found.setdefault(parts[place], []).append((parts, Effect(key)))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def widest_tolerance() -> float:
    """The share of a number that its tolerance may not exceed."""
    return float(table("approximators")["rules"]["widest"])


def modifier_before(tokens: list[Token], at: int) -> Modifier | None:
    """The longest phrase that ends right before the token ``at``; for a number's first token."""
    if at == 0:
        return None
    for parts, effect in _before().get(tokens[at - 1].low, ()):
        first = at - len(parts)
        if first < 0:
            continue
        if all(tokens[first + n].low == part for n, part in enumerate(parts)) and _one_piece(tokens, first, at):
            return Modifier(effect, first, at)
    return None


def _one_piece(tokens: list[Token], first: int, last: int) -> bool:
    return not any(tokens[n].line for n in range(first + 1, last) if tokens[n].low in "-•*|")


def modifier_after(tokens: list[Token], at: int) -> Modifier | None:
    """The longest phrase that starts at the token ``at``, right after a number and its unit."""
    for parts, effect in _after().get(tokens[at].low, ()):
        if all(tokens[at + n].low == part for n, part in enumerate(parts)) and _after_fits(tokens, at, parts):
            return Modifier(effect, at, at + len(parts))
    return None


def _after_fits(tokens: list[Token], at: int, parts: tuple[str, ...]) -> bool:
    following = tokens[at + len(parts)]
    if parts == ("odd",):
        return is_plural(following.low)
    if parts in (("ish",), ("+",)):
        return not tokens[at].gap
    if parts[0] in DASHES:
        return not tokens[at].gap and not tokens[at + 1].gap
    if parts == ("plus",):
        return following.shape is not Shape.NUMBER and following.low not in ("a", "an", "the", "any", "another", "one")
    starts_number = following.shape is Shape.NUMBER or following.low in ("a", "one", "$", "£", "€")
    if parts[0] in ("or", "and") and starts_number:
        return False
    if parts[0] in ("or", "and") and following.low == "than":
        return tokens[at + len(parts) + 1].shape is Shape.END or tokens[at + len(parts) + 1].low in (".", ",")
    if parts in (("minimum",), ("maximum",), ("max",), ("tops",), ("upwards",)):
        return following.shape is not Shape.WORD or following.low in ("of", "for", "in", "on", "at")
    if parts in (("at", "least"), ("at", "most")):
        return following.shape is not Shape.NUMBER
    return True
