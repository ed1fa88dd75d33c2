"""What stands around each number of a parsed text: the noun that it counts, the verb, and the words near it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from comms_tracker import lexicon
from comms_tracker.claims.outline import Word
from comms_tracker.relation.quantity import Quantity, Sort

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NOUNS = frozenset({"NOUN", "PROPN"})
BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT"})
COUNTED = frozenset({"NOUN", "ADJ", "PROPN"})
SAYS_NOTHING = frozenset(
    {"be", "have", "do", "more", "less", "most", "least", "many", "few", "other", "such", "total", "approximately"}
)
HOPS = 5
"""How far from a number in the parse a word still stands around it."""
WINDOW = 6
"""How many words before and after a number stand beside it."""
UP, ALONG = 3, 4
"""How many heads up, and words along, the noun that a number counts may stand."""

Contents = Sequence[str | None]


def contents_of(words: Sequence[Word]) -> list[str | None]:
    """For each word its lemma, or the one that stands for it, where it says what the text is about; else None."""
    return [
        lead(word.lemma)
        if word.part in CONTENT and word.lemma not in SAYS_NOTHING and word.lemma[:1].isalpha()
        else None
        for word in words
    ]


def lead(lemma: str) -> str:
    """The first lemma of the group of lexicon/told_alike.toml that a lemma is in, else the lemma itself."""
    return _leads().get(lemma, lemma)


def with_surroundings(words: Sequence[Word], contents: Contents, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities with what stands around them; a plain number that belongs to a name is left out."""
    tied: list[list[int]] = [[] for _ in words]
    for place, word in enumerate(words):
        if word.head != place:
            tied[word.head].append(place)
            tied[place].append(word.head)
    starts, ends = [word.start for word in words], [word.end for word in words]
    for quantity in found:
        inside = range(_first_after(ends, quantity.start), bisect_left(starts, quantity.end))
        if not inside:
            yield quantity
            continue
        if quantity.sort is Sort.COUNT and _in_a_name(words, quantity, inside):
            continue
        root = next((place for place in inside if words[place].head not in inside), inside[0])
        noun = None if quantity.is_time else _noun(words, root, inside)
        yield replace(
            quantity,
            noun=lead(words[noun].lemma) if noun is not None else None,
            noun_end=ends[noun] if noun is not None and inside[-1] < noun <= inside[-1] + ALONG else None,
            verb=_verb(words, root),
            near=_near(contents, tied, root, inside),
            beside=_beside(contents, inside),
        )


def _first_after(ends: Sequence[int], start: int) -> int:
    """The place of the first word that ends after an offset."""
    return bisect_left(ends, start + 1)


def _in_a_name(words: Sequence[Word], quantity: Quantity, inside: range) -> bool:
    """Whether a plain number is part of a name, as in "Chapter 3": the name stands before it, nothing is counted."""
    first, last = inside[0], inside[-1]
    if quantity.bound or first == 0 or first != last or not words[first].text.isdigit():
        return False
    before, after = words[first - 1], words[last + 1] if last + 1 < len(words) else None
    named = before.part in NOUNS and before.text[0].isupper() and before.end + 1 >= words[first].start
    return named and (after is None or after.part not in COUNTED)


def _noun(words: Sequence[Word], root: int, inside: range) -> int | None:
    """The place of what is counted: the noun that the number hangs on where it follows, else the next noun along."""
    place = root
    for _ in range(UP):
        if place not in inside and words[place].part in NOUNS:
            if place > inside[0]:
                return place
            break
        place = words[place].head
    after = inside[-1] + 1
    for along, word in enumerate(words[after : after + ALONG], start=after):
        if word.part == "NOUN":
            return along
        if word.part not in BEFORE_NOUN:
            break
    return place if place not in inside and words[place].part in NOUNS else None


def _verb(words: Sequence[Word], root: int) -> str | None:
    """The lemma of the verb that the number stands under."""
    place = root
    for _ in range(HOPS):
        if words[place].part == "VERB":
            return lead(words[place].lemma)
        place = words[place].head
    return None


def _near(contents: Contents, tied: Sequence[Sequence[int]], root: int, inside: range) -> dict[str, float]:
    """The content lemmas around a number, nearer ones with more weight; the number's own words are no distance."""
    seen, queue = {root: 0}, [root]
    near: dict[str, float] = {}
    for place in queue:
        distance = seen[place]
        lemma = contents[place]
        if lemma is not None and place not in inside:
            near.setdefault(lemma, 1 / (1 + distance))
        if distance < HOPS:
            for other in tied[place]:
                if other not in seen:
                    seen[other] = distance + (other not in inside)
                    queue.append(other)
    return near


def _beside(contents: Contents, inside: range) -> dict[str, float]:
    """The content lemmas before and after a number, nearer ones with more weight."""
    beside: dict[str, float] = {}
    for gap in range(1, WINDOW + 1):
        for place in (inside.start - gap, inside.stop - 1 + gap):
            lemma = contents[place] if 0 <= place < len(contents) else None
            if lemma is not None:
                beside.setdefault(lemma, 1 / gap)
    return beside


@cache
def _leads() -> dict[str, str]:
    """The word that stands for each one of lexicon/told_alike.toml."""
    return {word: group[0] for group in lexicon.table("told_alike")["same"] for word in group}
