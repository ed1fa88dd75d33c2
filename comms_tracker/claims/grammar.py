"""The grammar lexicon: the part that a word plays in a clause, read once from lexicon/grammar.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists of lexicon/grammar.toml, as lemmas; the file says what each is for."""

    light: frozenset[str]
    carrying: frozenset[str]
    undergoing: frozenset[str]
    giving: frozenset[str]
    handing_on: frozenset[str]
    stative: frozenset[str]
    reporting: frozenset[str]
    amounting: frozenset[str]
    containing: frozenset[str]
    knowing: frozenset[str]
    looking: frozenset[str]
    particles: frozenset[str]
    state_adverbs: frozenset[str]
    known_of: frozenset[str]
    pointing_back: frozenset[str]
    supplies: frozenset[str]
    services: frozenset[str]
    quantifiers: frozenset[str]
    shares: frozenset[str]
    written: frozenset[str]
    evidence: frozenset[str]
    quantity_adjectives: frozenset[str]
    restricting: frozenset[str]
    sufferers: frozenset[str]
    empty: frozenset[str]
    idioms: frozenset[str]
    singular_idioms: frozenset[str]
    lemmas: dict[str, str]
    participles: dict[str, str]


@cache
def grammar() -> Grammar:
    """The grammar lexicon, read once."""
    data = lexicon.table("grammar")
    lists = {name: frozenset(words) for part in ("verbs", "words", "nouns") for name, words in data[part].items()}
    return Grammar(lemmas=dict(data["lemmas"]), participles=dict(data["participles"]), **lists)
