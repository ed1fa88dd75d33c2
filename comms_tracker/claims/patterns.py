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
    return bool(token_matcher(name)(words))


def ends(name: str, words: Span) -> Iterator[int]:
    """Where a rule of tokens ends, as indices in the Doc, for each way in which it holds from the first word on."""
    for _, start, end in token_matcher(name)(words):
        if start == 0:
            yield words.start + end


def places(name: str, doc: Doc) -> frozenset[int]:
    """The tokens of a parsed segment that are the first node of a tree of the rule; looked for once."""
    kept: dict[str, frozenset[int]] = doc.user_data.setdefault(FOUND, {})
    if name not in kept:
        wanted = needed(name)
        words = {token.lemma_ for token in doc} | {token.lower_ for token in doc} if wanted else set()
        possible = any(all(words & one for one in each) for each in wanted)
        kept[name] = frozenset(nodes[0] for _, nodes in tree_matcher(name)(doc)) if possible else frozenset()
    return kept[name]


@cache
def needed(name: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each tree of a rule the words of which it needs one each: without them it need not be looked for."""
    return tuple(
        tuple(literal(node["RIGHT_ATTRS"][key]) for node in tree for key in ("LEMMA", "LOWER") if named(node, key))
        for tree in rules()[name].tree
    )


def named(node: dict[str, Any], key: str) -> bool:
    """Whether a node gives the words that it may be."""
    wanted = node["RIGHT_ATTRS"].get(key)
    return isinstance(wanted, str) or (isinstance(wanted, dict) and "IN" in wanted)


def literal(wanted: str | dict[str, list[str]]) -> frozenset[str]:
    """The words of a condition."""
    return frozenset([wanted] if isinstance(wanted, str) else wanted["IN"])
