"""Which organisation a speaker speaks for: itself, or the one that the article names beside a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.articles.principal import plain, principal
from comms_tracker.attribution.layout import layout
from comms_tracker.attribution.names import is_person
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
        if any(plain(other.text) == full and other.start in self.known.definite for other in self.known.names):
            return full if any(word[:1].isupper() for word in full.split()) else None
        if all(word.lower() in listed("roles") | listed("honorifics") | {"of"} for word in full.split()):
            return self.principal
        if any(word[:1].isupper() for word in full.split()):
            sure = bool({word.lower() for word in full.split()} & listed("organisations"))
            named = any(plain(other.text) == full for other in self.known.distinct)
            return full if is_organisation(full) and (sure or named) and len(full) > 2 else None
        if re.search(rf"\b{_OFFICE}$", speaker, re.I):
            return self.principal if _DESCRIPTION.match(speaker) else None
        return self.principal if self._is_description(speaker) else None

    def _is_description(self, speaker: str) -> bool:
        """Whether "the company" or "its letter" means the organisation that the article is about.

        "The council" does only where that is one: else it may be another.
        """
        words = plain(speaker).lower().split()
        if not words or not _DESCRIPTION.match(speaker):
            return False
        head = words[-1]
        named = (self.principal or "").lower().split()
        business = head in listed("any_business") and len(words) < 3 and not set(named) & listed("public_bodies")
        if head in listed("documents") or business:
            return True
        return head in listed("organisation_heads") and (head in named or f"{head}s" in named)

    def _is_person(self, name: str) -> bool:
        """Whether a name is a person's, or a word of a person's name that the text has in full."""
        if is_person(name):
            return not any(other.text == name and other.start in self.known.definite for other in self.known.names)
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
        return plain(owner["name"]) if owner is not None and self._owns(owner["name"]) else self.principal

    def _owns(self, name: str) -> bool:
        """Whether the words before an office name its organisation: "Orrin's director", "Kirk College principal"."""
        words = {word.lower() for word in plain(name).split()}
        possessive = re.search(r"[’']s?$", name) is not None and is_organisation(plain(name))
        return possessive or bool(words & listed("organisations") and not words <= listed("roles"))


def cast(text: str, organisation: str | None, speakers: Sequence[str]) -> Cast:
    """The cast of an article that is known to be about ``organisation``, or None; ``speakers`` are who speaks in it."""
    laid = layout(text)
    starts = [start for stretch in laid.stretches for start, _ in laid.sentences(stretch)]
    known = mentions(text, [(one.start, one.end) for one in laid.stretches], starts)
    return Cast(text, known, organisation or principal(laid, known, speakers))


def _titled(name: str | None) -> str | None:
    return plain(name) if name else None
