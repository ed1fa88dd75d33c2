"""Vague words to what readers usually take them to mean: "a very small number", "several hundred", "most"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.lexicon_schema import VagueEntry, VagueLexicon
from comms_tracker.quantities.numerals import number_words
from comms_tracker.quantities.tokens import Shape, Token, is_plural

LONGEST = 8
"""Tokens that a vague phrase may span."""
_ARTICLES = ("a", "an", "the")


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague phrase at tokens ``first`` to ``last`` (exclusive) and what the lexicon says of it."""

    entry: VagueEntry
    first: int
    last: int
    rule: str


def read_vague(tokens: list[Token], at: int, lexicon: VagueLexicon) -> Vague | None:
    """The longest vague phrase that starts at ``at`` and is used as a quantity there, or None."""
    token = tokens[at]
    if token.shape is not Shape.WORD:
        return None
    if token.low in _ARTICLES:
        following = tokens[at + 1].low
        if following not in lexicon.firsts and (token.low, following) not in lexicon.pairs:
            return None
    elif token.low not in lexicon.firsts:
        return None
    for read in (_entry, _sized):
        found = read(tokens, at, lexicon)
        if found and _in_use(tokens, found):
            return _times_magnitude(tokens, found)
    return None


def _entry(tokens: list[Token], at: int, lexicon: VagueLexicon) -> Vague | None:
    """The longest entry at ``at``; one modifier may stand inside it ("a very small number") or before it."""
    low = tuple("a" if token.low == "an" else token.low for token in tokens[at : at + LONGEST])
    for size in range(min(LONGEST, len(low)), 0, -1):
        entry = lexicon.entries.get(low[:size])
        if entry:
            return Vague(entry, at, at + size, f"vague: {entry.words}")
        for place in range(min(size, 3)):
            ends = lexicon.modifiers.get(low[place])
            entry = lexicon.entries.get(low[:place] + low[place + 1 : size]) if ends else None
            if entry and ends and entry.towards:
                changed = entry.modified(low[place], ends)
                return Vague(changed, at, at + size, f"vague: {low[place]} + {entry.words}")
    return None


def _sized(tokens: list[Token], at: int, lexicon: VagueLexicon) -> Vague | None:
    """A size before a head noun: "a relatively small proportion", "a small but growing number"."""
    here = at + 1 if tokens[at].low in _ARTICLES else at
    modifier = tokens[here].low if tokens[here].low in lexicon.modifiers else None
    if modifier and tokens[here + 1].low in lexicon.sizes:
        here += 1
    else:
        modifier = None
    size = lexicon.sizes.get(tokens[here].low)
    if size is None:
        return None
    here += 1
    if tokens[here].low in ("but", "and", ",") and tokens[here + 1].shape is Shape.WORD:
        here += 2
    as_ = lexicon.heads.get(tokens[here].low)
    if as_ is None:
        return None
    entry = size
    if modifier:
        entry = size.modified(modifier, lexicon.modifiers[modifier])
    if as_ == "share":
        entry = replace(entry, count=None)
    elif as_ == "count":
        entry = replace(entry, share=None)
    words = " ".join(token.low for token in tokens[at : here + 1])
    return Vague(entry, at, here + 1, f"vague: {words}")


def _in_use(tokens: list[Token], found: Vague) -> bool:
    """Whether the phrase counts something here, and is not an idiom, an adverb or a superlative."""
    before = tokens[found.first - 1].low if found.first else ""
    after = tokens[found.last]
    words = found.entry.words
    first = tokens[found.first].low
    if tokens[found.first].shape is Shape.WORD and before in ("-", "‑") and not tokens[found.first].gap:
        return False
    if words in words_near("vague_determiners"):
        return _determiner(tokens, found, before)
    if tokens[found.last - 1].low == "of" and after.shape is Shape.NUMBER:
        return False
    if words == "a number":
        return after.low in ("are", "were", "have", "had", "remain", "do", "will", "may")
    if words in words_near("vague_with_of"):
        return after.low == "of"
    if words.endswith("majority") or words.endswith("minority"):
        return after.low == "of" or after.shape is not Shape.WORD or after.low in words_near("verbs")
    if words in ("hundreds", "thousands", "millions", "billions", "dozens"):
        return before not in ("the", "of") or after.low == "of"
    if words in ("a couple", "couple of") and first != "a":
        return before in ("a", "the", "last", "next", "past")
    if words == "tens of":
        return is_plural(after.low)
    if tokens[found.last - 1].low in words_near("vague_heads"):
        counts = after.low in ("of", "who", "that") or after.low in words_near("verbs")
        return counts or after.shape is not Shape.WORD
    return True


def _determiner(tokens: list[Token], found: Vague, before: str) -> bool:
    after = tokens[found.last]
    words = found.entry.words
    if after.low in words_near("not_after_vague"):
        return False
    if words == "many" and before in words_near("not_before_many"):
        return False
    if words == "few" and before in words_near("not_before_few") and tokens[found.first].low == "few":
        return False
    if words == "few" and before in ("the", "very") and tokens[found.first].low == "few":
        return True
    if words == "most" and before in words_near("not_before_most"):
        return False
    low = after.low
    if low == "of" or low in number_words().scales or low in ("dozen", "hundreds", "thousands", "millions"):
        return True
    if low == "more" and words in ("several", "many"):
        return True
    if is_plural(low) or (low in words_near("verbs") and words in ("many", "some", "few", "most", "several")):
        return low not in ("is", "was", "has", "does") or words == "most"
    if words == "most" and low not in words_near("adjectives") and not after.written[:1].isupper():
        return False
    return _plural_soon(tokens, found.last)


def _plural_soon(tokens: list[Token], at: int) -> bool:
    """Whether a plural noun follows within four words, with nothing but words that may stand before it between."""
    for here in range(at, at + 4):
        token = tokens[here]
        if token.low in ("-", "–") and not token.gap:
            continue
        if token.shape is not Shape.WORD or token.low in words_near("verbs") or token.low in words_near("stops"):
            return False
        if is_plural(token.low):
            return True
    return False


def _times_magnitude(tokens: list[Token], found: Vague) -> Vague:
    """The phrase with the magnitude after it: "several hundred", "a couple of dozen", "many thousands"."""
    scales = number_words().scales
    at = found.last
    if tokens[at].low == "of" and found.entry.words == "a couple":
        at += 1
    factor = 1.0
    while True:
        low = tokens[at].low
        singular = low[:-1] if low.endswith("s") else low
        if singular in scales:
            factor *= scales[singular]
        elif low == "dozen":
            factor *= 12
        else:
            break
        at += 1
    if factor == 1 or found.entry.count is None:
        return found
    return Vague(found.entry.times(factor), found.first, at, f"{found.rule} x {factor:,.0f}")
