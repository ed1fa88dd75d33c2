"""The organisation that an article is about: what "the company" and "its spokesman" mean in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker import lexicon
from comms_tracker.attribution.layout import Layout
from comms_tracker.attribution.names import Name
from comms_tracker.attribution.persons import is_person
from comms_tracker.attribution.resolving import Mentions
from comms_tracker.attribution.words import listed

_BUSINESS = re.compile(
    r"\b[Tt]he (?:company|firm|maker|manufacturer|operator|producer|retailer|carrier|chain|airline)\b"
)
_PLACE = re.compile(r"\b(?:in|at|near|from|to|across|around|told|tell|seen by) (?:the )?$", re.I)
_DATELINE = re.compile(r"^(?P<name>[A-Z]{3,}(?: [A-Z]{3,})*)(?:,[^\n–—-]{1,24})?(?: \([^)\n]+\))? ?(?:–|—|--|-) ", re.M)
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
    if (business := _like_a_person(head, text, known)) is not None:
        return business
    people = {word for name in known.distinct if is_person(name.text) for word in name.text.split()}
    scores = _of_headline(head, text, people)
    lead = known.names[0].start + LEAD if known.names else 0
    places = {found["name"].lower() for found in _DATELINE.finditer(text)}
    for name in known.names:
        if name.text.lower() not in places and _can_be_organisation(name, known, people):
            aside = _PLACE.search(text[max(0, name.start - 14) : name.start]) is not None
            score = -0.5 if aside else 2.0 if name.start < lead else 1.0
            scores[plain(name.text)] = scores.get(plain(name.text), 0.0) + score
    whole = {words: score + _weight(words, text, head, speakers) for words, score in scores.items()}
    whole = {words: score + _place(words, text, known, speakers) for words, score in whole.items()}
    ranked = sorted(_joined(whole).items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return _whole(ranked[0][0], text)


def _like_a_person(head: str, text: str, known: Mentions) -> str | None:
    """A business whose name could be a person's: it opens the headline and the text, and nobody goes on with a surname.

    Only where the text speaks of a business too ("the maker"), and gives the name no age and no office.
    """
    first = known.names[0] if known.names else None
    if first is None or not is_person(first.text) or not head.startswith(first.text) or not _BUSINESS.search(text):
        return None
    last = re.escape(first.text.split()[-1])
    alone = re.search(rf"(?<!{re.escape(first.text.split()[-2])} )\b{last}\b", text) is not None
    aside = re.match(r",? \(?\d|, (?:a|an|the|its|who)\b", text[first.end : first.end + 8]) is not None
    return None if alone or aside else first.text


def _whole(name: str, text: str) -> str:
    """The name with the words before an "and" that always stand there: "Downland Fire and Rescue"."""
    longer = re.search(rf"(?:[A-Z][\w’'-]+ )+(?:and|&) {re.escape(name)}\b", text)
    count = len(re.findall(rf"\b{re.escape(name)}\b", text))
    return longer.group() if longer is not None and text.count(longer.group()) == count else name


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


def _place(words: str, text: str, known: Mentions, speakers: Sequence[str]) -> float:
    """What speaks for a name by its place: it begins sentences, or it is only ever somewhere or something else."""
    if re.search(rf"\b{re.escape(words)}(?:,? which)? {_ACTS}", text) is not None:
        return 1.0
    named = [name for name in known.names if plain(name.text) == words]
    acts = any(name.start in known.subjects for name in named) or any(plain(each) == words for each in speakers)
    sure = bool({word.lower() for word in words.split()} & listed("organisations"))
    if not acts and not sure:
        return -1.5
    first = min((name.start for name in named), default=None)
    leads = first is not None and first == min(name.start for name in known.names if name.start in known.subjects)
    return 1.0 if leads else 0.0


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
        parts = words.split()
        longer = [other for other in scores if other != words and _shortens(parts, other.split())]
        if len(longer) == 1:
            joined[longer[0]] += max(0.0, joined.pop(words))
    return joined


def _shortens(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words are the beginning of a longer name, or the kind of body at its end ("the Minster")."""
    return list(name[: len(words)]) == list(words) or (
        list(name[-1:]) == list(words) and words[0].lower() in listed("organisations")
    )


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
