"""Where the words of other statements come near a claim that is new or gone, so that nobody is called silent on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comms_tracker.changes.scope import content_words
from comms_tracker.changes.sentences import sentence_spans
from comms_tracker.records import Claim, Statement

ENOUGH_WORDS = 2
"""How many of a claim's content words a sentence must have to be near it, and at least half of them."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The sentences of all statements, by release, with their places by content word."""

    sentences: tuple[tuple[int, str], ...]
    places: Mapping[str, Sequence[int]]

    def near(self, claim: Claim, among: range) -> str | None:
        """The sentence of the releases ``among`` with most of the claim's content words, the latest of equals.

        None where none has half of them and at least two.
        """
        words = content_words(claim.text)
        counted = Counter(place for word in words for place in self.places.get(word, ()))
        near = [
            (count, place)
            for place, count in counted.items()
            if count >= max(ENOUGH_WORDS, len(words) / 2) and self.sentences[place][0] in among
        ]
        return self.sentences[max(near)[1]][1] if near else None


def spoken(statements: Sequence[Statement], release: Mapping[str, int]) -> Spoken:
    """The index of what the statements say; ``release`` gives the number of each one's release, in order of time."""
    said = sorted(
        (release[statement.id], number, statement.text[start:end])
        for number, statement in enumerate(statements)
        if statement.id in release
        for start, end in sentence_spans(statement.text)
    )
    sentences = tuple((order, words) for order, _, words in said)
    places: dict[str, list[int]] = {}
    for place, (_, words) in enumerate(sentences):
        for word in content_words(words):
            places.setdefault(word, []).append(place)
    return Spoken(sentences, places)
