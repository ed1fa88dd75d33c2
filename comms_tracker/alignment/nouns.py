"""Which counted nouns may stand for one another."""

from __future__ import annotations

from functools import cache

from comms_tracker import lexicon
from comms_tracker.remembering import remembered


@cache
def groups() -> dict[str, frozenset[int]]:
    """A noun's synonym groups of lexicon/nouns.toml, by number."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(lexicon.table("nouns")["same"]):
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def near() -> frozenset[frozenset[str]]:
    """Pairs of nouns that count different things which press language swaps: an account and its holder."""
    return frozenset(frozenset(pair) for pair in lexicon.table("nouns")["near"])


@cache
def anybody() -> frozenset[str]:
    """Nouns for a person of whom nothing is said: each may be one of those whom another noun for people counts."""
    return frozenset(lexicon.table("nouns")["anybody"])


@cache
def people() -> frozenset[str]:
    """Every noun that counts people: those of a group in which a person is."""
    return frozenset(word for words in lexicon.table("nouns")["same"] if "person" in words for word in words)


UNKNOWN, NEAR, SYNONYMS = 0.4, 0.5, 0.8


@remembered(16_384)
def kinship(a: str | None, b: str | None) -> float:
    """How close two counted nouns are: 1 the same, ``SYNONYMS``, ``NEAR``, 0 different; ``UNKNOWN`` where one is."""
    if a is None or b is None:
        return UNKNOWN
    if a == b:
        return 1.0
    if groups().get(a, frozenset()) & groups().get(b, frozenset()):
        return SYNONYMS
    somebody = {a, b} & anybody() and a in people() and b in people()
    return NEAR if somebody or frozenset((a, b)) in near() else 0.0
