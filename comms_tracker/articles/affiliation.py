"""Which organisation a speaker speaks for: itself, or the one that the article names beside a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_PLACE = re.compile(r"\b(?:in|at|near|from|to|across|around|told|tell|seen by) (?:the )?$", re.I)
_OFFICES_ALONE = frozenset(
    {"Dean", "Mayor", "Minister", "President", "Chancellor", "Bishop", "Speaker", "Internet", "Government"}
)
LEAD = 400
"""Characters: an article names what it is about in its first sentences."""
ENOUGH = 2.5
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
        if head in listed("documents") or (head in listed("any_business") and len(words) < 3):
            return True
        named = (self.principal or "").lower().split()
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
    return Cast(text, known, organisation or _principal(text, known, speakers))


def _principal(text: str, known: Mentions, speakers: Sequence[str]) -> str | None:
    """The organisation that an article is most about, None where none is named often enough to tell.

    It counts how often a name or its first word stands there, how often it speaks, whether it is named at the start and
    has a word of an organisation; a name behind "in" or "at" is a place, and one behind "told" an outlet.
    """
    people = {word for name in known.distinct if is_person(name.text) for word in name.text.split()}
    scores: dict[str, float] = {}
    lead = known.names[0].start + LEAD if known.names else 0
    for name in known.names:
        if not _can_be_organisation(name, known, people):
            continue
        words = plain(name.text)
        sure = bool({word.lower() for word in words.split()} & listed("organisations"))
        before = text[max(0, name.start - 14) : name.start]
        aside = _PLACE.search(before) is not None
        score = (1.0 if not aside else -0.5) + (1.0 if name.start < lead and not aside else 0)
        scores[words] = scores.get(words, 1.5 * sure) + score
    for words in scores:
        parts = words.split()
        scores[words] += 2 * sum(plain(each) == words or plain(each) == parts[0] for each in speakers)
        if len(parts) > 1:
            scores[words] += max(0, scores.get(parts[0], 0)) * 1.01
    best = max(scores, key=lambda words: (scores[words], len(words.split())), default=None)
    return best if best is not None and scores[best] >= ENOUGH else None


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


def _titled(name: str | None) -> str | None:
    return plain(name) if name else None


def plain(name: str) -> str:
    """The organisation's name without an article before it or a possessive's end."""
    return re.sub(r"[’']s?$", "", re.sub(r"^(?:the|The) ", "", name))
