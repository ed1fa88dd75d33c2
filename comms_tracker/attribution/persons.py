"""Whether words are a person's name or an organisation's, by their form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.attribution.phrases import Token
from comms_tracker.attribution.words import listed


def is_pure_name(phrase: Sequence[Token]) -> bool:
    """Whether words are two to five capitals of which no organisation's name is made."""
    words = [token for token in phrase if token.lower not in listed("particles")]
    if len(words) > 3 and words[0].lower == "the" and words[1].lower in listed("honorifics"):
        words = words[1:]
    return (
        2 <= len(words) <= 5 and all(token.word and token.capital for token in words) and not is_organisational(words)
    )


def is_organisational(words: Sequence[Token]) -> bool:
    """Whether a word of an organisation is among the words, and no honorific before them."""
    return any(token.lower in listed("organisations") for token in words) and words[0].lower not in listed("honorifics")


def is_person(name: str) -> bool:
    """Whether a name is a person's, by its form: an honorific, or two capitals and no word of an organisation."""
    words = re.findall(r"[\w’'&.-]+", name)
    words = words[1:] if words and words[0].lower() in listed("determiners") else words
    lower = [word.lower().rstrip(".") for word in words]
    if lower and lower[0] in listed("honorifics") and len(words) > 1:
        return True
    if any(word in listed("organisations") for word in lower):
        return False
    capitals = [word for word in words if word[:1].isupper() or word.lower() in listed("particles")]
    return (
        len(capitals) >= 2
        and len(capitals) == len(words)
        and not any(word.isupper() and len(word) > 2 for word in words)
    )
