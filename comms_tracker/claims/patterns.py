"""Rules that are data: the patterns of lexicon/patterns.toml, each made once with the model's vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from comms_tracker import lexicon
from comms_tracker.language import pipeline

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc, Span

FOUND = "comms_tracker_trees"
"""Where a parsed segment keeps which of its tokens a tree was found at."""
WORDS = "comms_tracker_words"
"""Where it keeps its words and lemmas, by which most trees need not be looked for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the file: what it stands for, its sentences, and its alternatives of either kind."""

    phenomenon: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    tokens: tuple[list[dict[str, Any]], ...]
    tree: tuple[list[dict[str, Any]], ...]


@cache
def rules() -> dict[str, Rule]:
    """The rules by name, in the order of the file."""
    return {
        name: Rule(
            phenomenon=entry["phenomenon"],
            positive=tuple(entry["positive"]),
            negative=tuple(entry["negative"]),
            tokens=tuple(entry.get("tokens", ())),
            tree=tuple(entry.get("tree", ())),
        )
        for name, entry in lexicon.table("patterns").items()
    }


@cache
def token_matcher(name: str) -> Matcher:
    """The matcher of a rule of tokens."""
    from spacy.matcher import Matcher

    made = Matcher(pipeline().vocab)
    made.add(name, list(rules()[name].tokens))
    return made


@cache
def tree_matcher(name: str) -> DependencyMatcher:
    """The matcher of a rule of trees."""
    from spacy.matcher import DependencyMatcher

    made = DependencyMatcher(pipeline().vocab)
    made.add(name, list(rules()[name].tree))
    return made


def stands_in(name: str, words: Span) -> bool:
    """Whether a rule of tokens holds anywhere in the words."""
    return may_stand(name, words) and bool(token_matcher(name)(words))


def ends(name: str, words: Span) -> Iterator[int]:
    """Where a rule of tokens ends, as indices in the Doc, for each way in which it holds from the first word on."""
    for _, start, end in token_matcher(name)(words) if may_stand(name, words) else ():
        if start == 0:
            yield words.start + end


def may_stand(name: str, words: Span) -> bool:
    """Whether one of the words is there that the rule cannot do without, which is asked faster than the rule."""
    keys = telling_words(name)
    return not words_of(words.doc).isdisjoint(keys) and any(token.lower in keys for token in words)


@cache
def telling_words(name: str) -> frozenset[int]:
    """For each alternative of a rule of tokens the words of its rarest node: the fewest, and of these the longest.

    They are given as spaCy's numbers for them.
    """
    told = [
        min(
            (literal(node["LOWER"]) for node in tokens if "OP" not in node and gives_words(node, "LOWER")),
            key=lambda words: (len(words), -max(map(len, words))),
        )
        for tokens in rules()[name].tokens
    ]
    return frozenset(map(pipeline().vocab.strings.add, frozenset().union(*told)))


def places(name: str, doc: Doc) -> frozenset[int]:
    """The tokens of a parsed segment that are the first node of a tree of the rule; looked for once."""
    kept: dict[str, frozenset[int]] = doc.user_data.setdefault(FOUND, {})
    if name not in kept:
        words = words_of(doc)
        possible = any(all(not words.isdisjoint(one) for one in each) for each in needed(name))
        kept[name] = frozenset(nodes[0] for _, nodes in tree_matcher(name)(doc)) if possible else frozenset()
    return kept[name]


def words_of(doc: Doc) -> set[int]:
    """The words and lemmas of a parsed segment, as spaCy's numbers for them."""
    if WORDS not in doc.user_data:
        doc.user_data[WORDS] = set(doc.to_array(["LOWER", "LEMMA"]).ravel().tolist())
    words: set[int] = doc.user_data[WORDS]
    return words


@cache
def needed(name: str) -> tuple[tuple[frozenset[int], ...], ...]:
    """For each tree of a rule the words of which it needs one each: without them it need not be looked for."""
    number = pipeline().vocab.strings.add
    return tuple(
        tuple(
            frozenset(map(number, literal(node["RIGHT_ATTRS"][key])))
            for node in tree
            for key in ("LEMMA", "LOWER")
            if gives_words(node["RIGHT_ATTRS"], key)
        )
        for tree in rules()[name].tree
    )


def gives_words(condition: dict[str, Any], key: str) -> bool:
    """Whether a condition gives the words that a token may be."""
    wanted = condition.get(key)
    return isinstance(wanted, str) or (isinstance(wanted, dict) and "IN" in wanted)


def literal(wanted: str | dict[str, list[str]]) -> frozenset[str]:
    """The words of a condition."""
    return frozenset([wanted] if isinstance(wanted, str) else wanted["IN"])
