"""Whether words are a person's name or an organisation's, by their form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.attribution.phrases import Token
from comms_tracker.attribution.words import listed
from comms_tracker.remembering import remembered


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
    if len(words) > 1 and is_honorific(words[0]):
        return True
    if any(word.lower().rstrip(".") in listed("organisations") for word in words):
        return False
    capitals = [word for word in words if word[:1].isupper() or word.lower() in listed("particles")]
    return (
        len(capitals) >= 2
        and len(capitals) == len(words)
        and not any(word.isupper() and len(word) > 2 for word in words)
    )


@remembered(4096)
def is_organisation(name: str) -> bool:
    """Whether a name is an organisation's by its form: a word of one, or capitals of which no person's name is made."""
    words = [word.lower() for word in name_words(name)]
    if not words or is_honorific(words[0]):
        return False
    if words[-1] in listed("organisation_heads"):
        return True
    if words[0] in listed("determiners") and not any(word[:1].isupper() for word in name_words(name)[1:]):
        # "The company's lawyers" are not the company.
        return False
    if set(words) & listed("organisations"):
        return True
    return name[:1].isupper() and words[0] not in listed("determiners") and not is_person(name)


def is_someone(name: str) -> bool:
    """Whether a name or a description can be a person's."""
    alone = len(name.split()) == 1 and name[:1].isupper()
    return is_person(name) or alone or not is_organisation(name)


def is_somebody(name: str) -> bool:
    """Whether a description is of one person, by kin or as one of many: "her daughter", "another resident"."""
    words = name.lower().split()
    person = listed("kin") | listed("one_of_many")
    return len(words) > 1 and words[0] in {"her", "his", "their", "another", "one", "a"} and words[-1] in person


@remembered(4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, without the mark of possession."""
    return tuple(re.sub(r"[’']s$", "", word) for word in re.findall(r"[\w’'&.-]+", name))


def is_honorific(word: str) -> bool:
    """Whether a word is a title before a person's name: "Mr", "Dr."."""
    return word.lower().rstrip(".") in listed("honorifics")
