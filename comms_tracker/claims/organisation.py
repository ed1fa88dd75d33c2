"""The words that stand for the organisation itself: its name or a part of it, its initials, a word for its kind."""

from __future__ import annotations

import re
from functools import cache

from comms_tracker import lexicon
from comms_tracker.claims.measures import singular
from comms_tracker.remembering import remembered

JOINING = frozenset({"and", "at", "for", "in", "of", "on", "the"})


@cache
def others(name: str) -> frozenset[str]:
    """A word list of lexicon/speakers.toml."""
    return frozenset(lexicon.table("speakers")["others"][name])


@remembered(1024)
def name_words(organisation: str | None) -> frozenset[str]:
    """The words of the organisation's name in lower case, plurals in the singular too."""
    words = set(re.findall(r"\w+", (organisation or "").lower())) - JOINING - {"s"}
    return frozenset(words | {singular(word) for word in words})


@remembered(1024)
def kind_words(organisation: str | None) -> frozenset[str]:
    """The words by which a text may call an organisation of that name: a trust of hospitals "the hospital"."""
    own = name_words(organisation)
    groups = lexicon.table("speakers")["others"]["kinds"]
    return own.union(*(group for group in groups if own.intersection(group)))


def shares_name(words: str, organisation: str | None) -> bool:
    """Whether words have one of the organisation's name that others of its trade don't have, or are its initials."""
    own = name_words(organisation)
    said = set(re.findall(r"\w+", words.lower()))
    return bool((own - others("shared") or own) & said) or bool(initials(organisation) & set(re.findall(r"\w+", words)))


def belongs_to(words: str, last: str, organisation: str | None) -> bool:
    """Whether a name that ends with the word ``last`` is the organisation's, or of a part of it.

    A society, club or union is a body of its own, though it bears the town's name as a council or library does.
    """
    citizens = last in others("citizens") and last not in name_words(organisation)
    return shares_name(words, organisation) and not citizens


@remembered(1024)
def initials(organisation: str | None) -> frozenset[str]:
    """The letters by which an organisation of that name is called: "NPS" is Norland Prison Service."""
    words = re.findall(r"\w+", organisation or "")
    if len(words) < 2:
        return frozenset()
    every = "".join(word[0] for word in words).upper()
    return frozenset({every, "".join(word[0] for word in words if word[0].isupper() and word.lower() not in JOINING)})
