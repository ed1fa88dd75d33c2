"""Which counted nouns may stand for one another."""

from __future__ import annotations

from functools import cache

from comms_tracker import lexicon


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


UNKNOWN, NEAR = 0.4, 0.5


def kinship(a: str | None, b: str | None) -> float:
    """How close two counted nouns are: 1 the same, 0.8 synonyms, 0.5 near, 0 different, 0.4 where one is unknown."""
    if a is None or b is None:
        return UNKNOWN
    if a == b:
        return 1.0
    if groups().get(a, frozenset()) & groups().get(b, frozenset()):
        return 0.8
    return 0.5 if frozenset((a, b)) in near() else 0.0
