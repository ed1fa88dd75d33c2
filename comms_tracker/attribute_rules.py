"""The attribute rules of a spaCy pipeline, remembered: a third of the time of parsing, for exactly the same result.

The rules of an English model (POS, morphology and some lemmas) are one-token patterns over a token's tag, word and
dependency. Two tokens alike in these, as far as any pattern looks, get the same attributes; so what the model's own
ruler gave the first is kept for the second. Patterns over several tokens are left to the ruler: a Doc with a token
that one of them could begin with goes to it whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "comms_tracker_attribute_rules"
RULER = "attribute_ruler"
LOOKED_AT = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
"""What the patterns may ask about a token for its attributes to be remembered."""
GIVEN = ("POS", "MORPH", "LEMMA")
OPENS = (-1, -1, -1, -1)
"""Stands for a token that a pattern of several tokens may begin with."""

Condition = Mapping[str, Any]
Key = tuple[int, int, int]
Row = tuple[int, int, int, int]


class RememberedRules:
    """Does what the ruler ``rules`` does to a Doc; ``patterns`` are its patterns, ``strings`` the vocabulary's."""

    def __init__(self, rules: Callable[[Doc], Doc], patterns: Iterable[Mapping[str, Any]], strings: Any) -> None:
        self.rules = rules
        self.strings = strings
        alternatives = [alternative for each in patterns for alternative in each["patterns"]]
        conditions = [condition for alternative in alternatives for condition in alternative]
        self.can_remember = all(condition.keys() <= LOOKED_AT for condition in conditions)
        self.openings = tuple(alternative[0] for alternative in alternatives if len(alternative) > 1)
        words = [condition["LOWER"] for condition in conditions if "LOWER" in condition]
        self.words = frozenset(word for each in words for word in literals(each))
        self.shapes = tuple(re.compile(each["REGEX"]) for each in words if isinstance(each, dict) and "REGEX" in each)
        self.class_of: dict[int, int] = {}
        self.known: dict[Key, Row] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its attributes set."""
        if not self.can_remember or len(doc) == 0:
            return self.rules(doc)
        before = doc.to_array(["TAG", "LOWER", "DEP"]).tolist()
        keys = [(tag, self.word_class(lower), dep) for tag, lower, dep in before]
        try:
            rows = [self.known[key] for key in keys]
        except KeyError:
            return self.learn(doc, keys)
        if OPENS in rows:
            return self.rules(doc)
        give(doc, rows, [dep for _, _, dep in before])
        return doc

    def learn(self, doc: Doc, keys: list[Key]) -> Doc:
        """The Doc as the ruler leaves it, its tokens remembered where no pattern of several tokens may be at work."""
        opening = {key for key in set(keys) if any(self.meets(key, condition) for condition in self.openings)}
        self.known.update(dict.fromkeys(opening, OPENS))
        doc = self.rules(doc)
        if not opening:
            after = doc.to_array([*GIVEN, "DEP"]).tolist()
            self.known.update(zip(keys, map(tuple, after), strict=True))
        return doc

    def word_class(self, lower: int) -> int:
        """The word itself where a pattern can tell it from others, else 0 for all of them."""
        found = self.class_of.get(lower)
        if found is None:
            word = self.strings[lower]
            told = word in self.words or word.isspace() or any(shape.search(word) for shape in self.shapes)
            found = self.class_of[lower] = lower if told else 0
        return found

    def meets(self, key: Key, condition: Condition) -> bool:
        """Whether a token of this kind may meet one token's condition of a pattern."""
        tag, lower, dep = (self.strings[part] for part in key)
        given = {"TAG": tag, "LOWER": lower, "DEP": dep, "IS_SPACE": bool(lower) and lower.isspace()}
        return all(fits(given[name], wanted) for name, wanted in condition.items())


def remember_rules(nlp: Language) -> None:
    """Let a pipeline remember what its attribute ruler gives; one without such a ruler stays as it is."""
    from spacy.language import Language as AnyLanguage

    if RULER in nlp.pipe_names:
        AnyLanguage.factory(NAME, func=make_rules)
        nlp.add_pipe(NAME, before=RULER)
        nlp.disable_pipe(RULER)


def make_rules(nlp: Language, name: str) -> RememberedRules:  # noqa: ARG001
    """The component for spaCy, which stands in for the pipeline's own ruler."""
    ruler: Any = nlp.get_pipe(RULER)
    return RememberedRules(ruler, ruler.patterns, nlp.vocab.strings)


def literals(wanted: object) -> Iterator[str]:
    """The words that a condition names."""
    if isinstance(wanted, str):
        yield wanted
    elif isinstance(wanted, dict):
        for name in ("IN", "NOT_IN"):
            yield from wanted.get(name, ())


def fits(value: object, wanted: object) -> bool:
    """Whether an attribute's value is the one that is wanted; a predicate that is not known here may always fit."""
    if not isinstance(wanted, dict):
        return value == wanted
    if "IN" in wanted and value not in wanted["IN"]:
        return False
    if "NOT_IN" in wanted and value in wanted["NOT_IN"]:
        return False
    return "REGEX" not in wanted or re.search(wanted["REGEX"], str(value)) is not None


def give(doc: Doc, rows: list[Row], dependencies: list[int]) -> None:
    """Set each token's attributes; a dependency only where the rules change it, as of blank space."""
    import numpy as np

    values: Any = np.array([row[:3] for row in rows], dtype="uint64")
    doc.from_array(list(GIVEN), values)
    for place, (row, dependency) in enumerate(zip(rows, dependencies, strict=True)):
        if row[3] != dependency:
            doc[place].dep = row[3]
