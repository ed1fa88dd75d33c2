"""Which organisation a speaker speaks for: itself, or the one that the article names beside a person."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from comms_tracker.attribution.layout import layout
from comms_tracker.attribution.names import Name, is_person
from comms_tracker.attribution.resolving import Mentions, is_organisation, mentions
from comms_tracker.attribution.words import listed

_OFFICE = (
    r"(?:spokes(?:man|woman|person)|(?:acting |interim |deputy )?chief (?:executive|constable|operating officer|"
    r"medical officer|financial officer|nurse|engineer|officer)|ceo|chair(?:man|woman|person)?|president|"
    r"vice-chancellor|(?:\w+ )?(?:director|manager)|head(?: of [\w ]+)?|boss|leader|principal|head ?teacher|"
    r"superintendent|sheriff|commissioner|founder|owner|trustee|general secretary|administrator|editor|dean|"
    r"harbourmaster|captain)"
)
_NAME = r"[A-Z][\w&’'.-]*(?: (?:(?:of|and|for|the|&) )*[A-Z][\w&’'.-]*)*"
_OFFICE_AFTER = re.compile(
    rf",? (?:\(?\d+\)?, )?(?:(?:the|its|an?|who is|who was) )*(?:[\w-]+ ){{0,2}}?{_OFFICE}\b", re.I
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE},? (?:(?i:the) )?(?:[A-Z][\w.’'-]* )*$", re.I)
_OF = re.compile(rf",? (?:of|at|for|from) (?:the )?(?P<name>{_NAME})")
_OWNER = re.compile(rf"(?P<name>{_NAME})(?: [a-z-]+)*\s*$")
_DESCRIPTION = re.compile(r"(?:the|its|their|this|that|a|an|it)\b", re.I)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in an article: the text, its names, and the organisation that it is about."""

    text: str
    known: Mentions
    principal: str | None

    def organisation_of(self, speaker: str, name: str | None) -> str | None:
        """The organisation that speaks through ``speaker``, None where nobody of one does.

        ``name`` is the speaker's fuller name. "The company", "a spokesman" and "its chief executive" are the one that
        the article is about.
        """
        full = plain(name or speaker)
        if re.search(r"\bspokes(?:man|woman|person)\b", speaker, re.I):
            return _titled(name) or self.principal
        if self._is_person(full):
            return self._office_of(full)
        if all(word.lower() in listed("roles") | listed("honorifics") | {"of"} for word in full.split()):
            return self.principal
        if any(word[:1].isupper() for word in full.split()):
            return full if is_organisation(full) and len(full) > 2 else None
        last = re.sub(r"[’']s?$", "", speaker.lower().split()[-1])
        speaks_for = last in listed("organisation_heads") | listed("documents")
        if speaks_for or re.search(rf"\b{_OFFICE}$", speaker, re.I):
            return self.principal if _DESCRIPTION.match(speaker) else None
        return None

    def _is_person(self, name: str) -> bool:
        """Whether a name is a person's, or a word of a person's name that the text has in full."""
        if is_person(name):
            return True
        if len(name.split()) != 1 or not name[:1].isupper():
            return False
        return any(is_person(other.text) and name in other.text.split() for other in self.known.distinct)

    def _office_of(self, person: str) -> str | None:
        """The organisation that a person has an office in, by the sentence in which the person is named first."""
        last = re.escape(person.rsplit(maxsplit=1)[-1])
        found = re.search(rf"[^.!?\n“”\"]*\b{last}\b[^.!?\n“”\"]*", self.text)
        if found is None:
            return None
        before, _, after = found.group().partition(person.rsplit(maxsplit=1)[-1])
        office = _OFFICE_AFTER.match(after)
        if office is not None:
            of = _OF.match(after, office.end())
            return plain(of["name"]) if of is not None and is_organisation(of["name"]) else self.principal
        if (of := _OF.match(after)) is not None:
            return plain(of["name"]) if is_organisation(of["name"]) else None
        office = _OFFICE_BEFORE.search(before)
        if office is None:
            return None
        owner = _OWNER.search(before, 0, office.start())
        if owner is not None and is_organisation(plain(owner["name"])):
            return plain(owner["name"])
        return self.principal


def cast(text: str, organisation: str | None) -> Cast:
    """The cast of an article; ``organisation`` is the one that it is known to be about."""
    laid = layout(text)
    starts = [start for stretch in laid.stretches for start, _ in laid.sentences(stretch)]
    known = mentions(text, [(one.start, one.end) for one in laid.stretches], starts)
    return Cast(text, known, organisation or _principal(text, known))


def _principal(text: str, known: Mentions) -> str | None:
    """The organisation that is named most, by its full name or a part of it; of equals the first."""
    people = {word for name in known.distinct if is_person(name.text) for word in name.text.split()}
    names = [plain(name.text) for name in known.names if _can_be_organisation(name, known, people)]
    counts: Counter[str] = Counter()
    for name in dict.fromkeys(names):
        sure = bool(set(name.lower().split()) & listed("organisations"))
        counts[name] = len(re.findall(rf"\b{re.escape(name.split()[0])}\b", text)) + 2 * sure
    best = max(counts.values(), default=0)
    most = [name for name in counts if counts[name] == best]
    return max(most, key=lambda name: len(name.split()), default=None)


def _can_be_organisation(name: Name, known: Mentions, people: set[str]) -> bool:
    """Whether a name has a word of an organisation, stands behind "the", or is one word that is no person's."""
    words = set(name.text.split())
    if is_person(name.text) or words <= people or not any(word[:1].isupper() for word in words):
        return False
    sure = bool({word.lower() for word in words} & listed("organisations"))
    return sure or name.start in known.definite or len(words) == 1


def _titled(name: str | None) -> str | None:
    return plain(name) if name else None


def plain(name: str) -> str:
    """The organisation's name without an article before it or a possessive's end."""
    return re.sub(r"[’']s?$", "", re.sub(r"^(?:the|The) ", "", name))
