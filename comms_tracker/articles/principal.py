"""The organisation that an article is about: what "the company" and "its spokesman" mean in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker import lexicon
from comms_tracker.attribution.layout import Layout
from comms_tracker.attribution.names import Name, is_person
from comms_tracker.attribution.resolving import Mentions
from comms_tracker.attribution.words import listed

_PLACE = re.compile(r"\b(?:in|at|near|from|to|across|around|told|tell|seen by) (?:the )?$", re.I)
# What an organisation does and a product doesn't.
_ACTS = (
    r"(?:has (?!been\b)|runs?|operates?|employs?|owns?|serves?|sa(?:id|ys)|admit|apologis|tells|told|denie|cuts|shuts)"
)
_OFFICES_ALONE = frozenset({"Dean", "Mayor", "Minister", "President", "Chancellor", "Bishop", "Speaker", "Government"})
LEAD = 400
"""Characters: an article names what it is about in its first sentences."""
ENOUGH, MARGIN = 3.0, 0.8
"""The least score of what an article is about, and by how much it must lead the next: else no organisation is."""


def principal(laid: Layout, known: Mentions, speakers: Sequence[str]) -> str | None:
    """The organisation that an article is most about, None where that is not clear: a wrong one would be quoted.

    It counts how often a name, or its first word, stands there, whether the headline and the first sentences have it,
    how often it speaks, and whether it has a word of an organisation. A name behind "in" is a place, one behind "told"
    an outlet; a union or a regulator is seldom what an article is about.
    """
    text = laid.text
    head = text[slice(*laid.headline)] if laid.headline is not None else ""
    people = {word for name in known.distinct if is_person(name.text) for word in name.text.split()}
    scores = _of_headline(head, text, people)
    lead = known.names[0].start + LEAD if known.names else 0
    for name in known.names:
        if _can_be_organisation(name, known, people):
            aside = _PLACE.search(text[max(0, name.start - 14) : name.start]) is not None
            score = -0.5 if aside else 2.0 if name.start < lead else 1.0
            scores[plain(name.text)] = scores.get(plain(name.text), 0.0) + score
    whole = {words: score + _weight(words, text, head, speakers) for words, score in scores.items()}
    ranked = sorted(_joined(whole).items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0]


def _weight(words: str, text: str, head: str, speakers: Sequence[str]) -> float:
    """What speaks for a name besides its mentions."""
    parts = words.split()
    lower = {word.lower() for word in parts}
    first = parts[0] if parts[0].lower() not in listed("organisations") else words
    named = re.compile(rf"\b(?:{re.escape(first)}|{re.escape(first.upper())})\b")
    weight = 0.3 * len(named.findall(text)) + (1.5 if lower & listed("organisations") else -0.5 * (len(parts) - 1))
    weight += 4.0 * (named.search(head) is not None)
    weight += 2.0 * sum(plain(each) in {words, first} for each in speakers)
    return weight - 3.0 * bool(lower & set(lexicon.table("speakers")["others"]["nouns"]) - {"group", "police"})


def _of_headline(head: str, text: str, people: set[str]) -> dict[str, float]:
    """The words with a capital in the headline that the text goes on to name, and no person's, with their worth."""
    below = text[len(head) :]
    found: dict[str, float] = {}
    for word in dict.fromkeys(re.findall(r"\b[A-Z][\w&’'-]{3,}", head)):
        count = len(re.findall(rf"\b(?:{re.escape(word)}|{re.escape(word.upper())})\b", below))
        place = re.search(rf"\b(?:in|at|near) {re.escape(word)}\b", below)
        common = re.search(rf"\b{re.escape(word.lower())}\b", below)
        kind = word.lower() in listed("organisations")
        acts = re.search(rf"\b(?:{re.escape(word)}|{re.escape(word.upper())})(?:,? which)? {_ACTS}", text) is not None
        if count >= 2 and acts and place is None and common is None and word not in people and not kind:
            found[word] = 0.7 * count + (word.lower() in below[:LEAD].lower())
    return found


def _joined(scores: dict[str, float]) -> dict[str, float]:
    """The scores with those of a first word given to the longer name: "Orrin" is "Orrin Ferries"."""
    joined = dict(scores)
    for words in sorted(scores, key=len):
        longer = [other for other in scores if other != words and other.split()[: len(words.split())] == words.split()]
        if len(longer) == 1:
            joined[longer[0]] += max(0.0, joined.pop(words))
    return joined


def _can_be_organisation(name: Name, known: Mentions, people: set[str]) -> bool:
    """Whether a name has a word of an organisation, stands behind "the", or is one word that is no person's."""
    words = plain(name.text).split()
    if not words or not words[0][:1].isupper() or words[0].lower() in listed("roles") | listed("honorifics"):
        return False
    sure = bool({word.lower() for word in words} & listed("organisations"))
    if name.start in known.definite:
        return sure or len(words) > 1 or words[0] not in _OFFICES_ALONE
    if is_person(name.text) or set(words) <= people:
        return False
    return (sure and len(words) > 1) or (len(words) == 1 and not sure and len(words[0]) > 2)


def plain(name: str) -> str:
    """The organisation's name without an article before it or a possessive's end."""
    return re.sub(r"[’']s?$", "", re.sub(r"^(?:the|The) ", "", name))
