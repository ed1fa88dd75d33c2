"""Whom a pronoun or a short form names: the nearest name that it can mean, and the fuller name that a text gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from comms_tracker.attribution.names import Name
from comms_tracker.attribution.persons import is_honorific, is_organisation, is_person, is_someone, name_words
from comms_tracker.attribution.words import listed

# "Tia Mensah, 18," and "Ada Moss, who": behind a person's name.
PERSON_BEHIND = re.compile(r",? (?:\(?\d{1,2}\b(?! \w)|who\b)|, (?:a|an|the|its|her|his) \w+")
_SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person)\b", re.I)


@dataclass(slots=True)
class Mentions:
    """The names in a text outside its quotations, and the speakers found so far, in order of place.

    ``subjects`` are the places of the names with which a sentence begins, ``definite`` of those behind "the", which no
    person's name is; ``distinct`` has each name once.
    """

    text: str
    names: list[Name] = field(default_factory=list)
    speakers: list[tuple[int, Name]] = field(default_factory=list)
    subjects: set[int] = field(default_factory=set)
    definite: set[int] = field(default_factory=set)
    distinct: tuple[Name, ...] = ()

    def speaks(self, place: int, name: Name) -> None:
        """Note that ``name`` speaks at ``place``."""
        self.speakers.append((place, name))

    def meant(self, pronoun: Name) -> Name | None:
        """The nearest name that a pronoun can mean; None where there is none."""
        word = pronoun.text.lower()
        if word in {"it", "they"}:
            found = self.issuer(pronoun.start)
            if found is not None or word == "it":
                return found
        return self._nearest(pronoun.start, lambda name: self._can_be(name, word))

    def _can_be(self, name: Name, pronoun: str) -> bool:
        return is_someone(name.text) and name.start not in self.definite and not self._other_gender(name, pronoun)

    def issuer(self, place: int) -> Name | None:
        """The organisation that a statement or a spokesman at ``place`` most likely belongs to."""
        people = {word for name in self.distinct if is_person(name.text) for word in name_words(name.text)}
        known = {name.text for name in self.distinct}

        def fits(name: Name) -> bool:
            if name.text in people or (" " not in name.text and name.text not in known):
                return False
            if _SPEAKS_FOR.search(name.text) is not None:
                return False
            described = " " not in name.text and PERSON_BEHIND.match(self.text, name.end) is not None
            return not described and (is_organisation(name.text) or name.start in self.definite)

        return self._nearest(place, fits)

    def author(self, document: Name) -> Name | None:
        """Who spoke last where the text named such a document: "in a memo she told staff", of what "the memo" says."""
        word = re.escape(document.text.rsplit(maxsplit=1)[-1])
        if word not in listed("documents"):
            return None
        for place, name in reversed(self.speakers):
            begins, ends = self.text.rfind("\n", 0, place) + 1, self.text.find("\n", place)
            here = self.text[begins : ends if ends >= 0 else len(self.text)]
            if place < document.start and re.search(rf"\b{word}\b", here, re.I) is not None:
                return None if name.pronoun or _SPEAKS_FOR.search(name.text) or name.text == document.text else name
        return None

    def _nearest(self, place: int, fits: Callable[[Name], bool]) -> Name | None:
        """The last that spoke or was a sentence's subject, else the last that was named at all."""
        before = self.names[: bisect_left(self.names, place, key=lambda name: name.start)]
        named = next((name for name in reversed(before) if name.start in self.subjects and fits(name)), None)
        spoken = next((each for each in reversed(self.speakers) if each[0] < place and fits(each[1])), None)
        begins = self.text.rfind("\n", 0, place) + 1
        if max(named.start if named else -1, spoken[0] if spoken else -1) < begins:
            # Nobody spoke in this paragraph yet, and a person may be named in it: "Among them was Ada Moss."
            here = [name for name in reversed(before) if name.start >= begins and fits(name) and is_person(name.text)]
            if here:
                return here[0]
        if spoken is not None and (named is None or spoken[0] > named.start):
            return spoken[1]
        return named or next((name for name in reversed(before) if fits(name)), None)

    def _other_gender(self, name: Name, pronoun: str) -> bool:
        """Whether an honorific or a description says that the pronoun cannot mean this person."""
        last = name_words(name.text)[-1:]
        same = [name, *(other for other in self.distinct if name_words(other.text)[-1:] == last)]
        described = {word.lower().rstrip(".") for each in same for word in name_words(each.text)}
        wrong = {"he": listed("women"), "she": listed("men")}.get(pronoun, frozenset())
        return bool(described & wrong)

    def fuller(self, name: Name) -> str | None:
        """The fuller name of the same speaker elsewhere in the text, None where there is none or more than one."""
        words = [
            word
            for word in name_words(name.text)
            if word.lower() not in listed("determiners") and not is_honorific(word)
        ]
        if not words:
            return None
        found: dict[str, str] = {}
        for other in self.distinct:
            parts = name_words(other.text)
            titled = bool(parts) and is_honorific(parts[0]) and len(parts) < 3
            bare = parts[1:] if parts and is_honorific(parts[0]) else parts
            owned = any(re.search(r"[’']s$|s[’']$", word) for word in re.findall(r"[\w’']+", other.text)[:-1])
            if parts and not titled and not owned and _longer(bare, words):
                found.setdefault(other.text.lower(), other.text)
        return next(iter(found.values())) if len(found) == 1 else None


def _longer(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether ``parts`` are a longer name that ends in ``words``, or begins with the one name that they are."""
    lower, wanted = [part.lower() for part in parts], [word.lower() for word in words]
    if len(parts) <= len(words) or not parts[0][:1].isupper() or lower[0] in listed("determiners"):
        return False
    if lower[-len(wanted) :] == wanted:
        return words[0][:1].isupper() or len(words) > 1 or wanted[0] in listed("organisation_heads")
    return len(words) == 1 and words[0][:1].isupper() and lower[0] == wanted[0]
