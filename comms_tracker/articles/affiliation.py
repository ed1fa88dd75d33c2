"""Which organisation a speaker speaks for: itself, or the one that the article names beside a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from comms_tracker.articles.offices import HEAD, Office, office_of
from comms_tracker.articles.principal import plain, principal
from comms_tracker.attribution.layout import layout
from comms_tracker.attribution.mentions import mentions
from comms_tracker.attribution.persons import is_organisation, is_person
from comms_tracker.attribution.resolving import Mentions
from comms_tracker.attribution.words import listed

_DESCRIPTION = re.compile(r"(?:the|its|their|this|that|a|an|it)\b", re.I)
_SPOKESMAN = re.compile(r"(?:(?:a|an|the|its|one|another|same)\s+)*(?P<of>.*?)\s*\bspokes(?:man|woman|person)\b", re.I)
_BUSINESS = "owner|operator|maker|manufacturer|company|firm|contractor|supplier|developer|publisher|provider|landlord"
_BOSSES = re.compile(
    r"(?:the )?(?:bosses|managers|officials|executives|chiefs|directors) (?:at|of|from) (?:the )?(?P<of>[A-Z].*)", re.I
)
_HEAD_OF = re.compile(rf"^[^A-Z]*\b{HEAD}\b.* (?:of|at|for|from) (?:the )?(?P<of>[A-Z][^,]*)$")
_NO_ARTICLE = re.compile(r"^(?:an?|one|another) (?=[A-Z])")
_OPENING = r"(?:^|[.!?][\"”’]?\s+)"
# "The park said": a place that speaks is whoever runs it, and so is what the business makes or keeps.
_PREMISES = frozenset(
    {
        "airport", "brewery", "brewer", "broadcaster", "carmaker", "cinema", "clinic", "dairy", "drugmaker", "factory",
        "festival", "fund", "hotel", "jail", "line", "mill", "mine", "network", "nursery", "park", "platform", "plant",
        "port", "practice", "prison", "publisher", "refinery", "resort", "restaurant", "shop", "stadium", "start-up",
        "startup", "station", "surgery", "theatre", "website", "zoo",
    }
)  # fmt: skip
# Kinds of business that are no name of their own: without the organisation that is meant nobody is named.
_ANYBODY = frozenset({"body", "campaign", "establishment", "family", "group", "party", "store"})
# Offices that no business has: without an owner they are a public body's or nobody's here.
_OF_PUBLIC_BODIES = frozenset(
    {
        "headteacher",
        "head teacher",
        "dean",
        "sheriff",
        "superintendent",
        "chief constable",
        "nurse",
        "ranger",
        "commissioner",
    }
)
_PUBLIC = frozenset(
    {"abbey", "academy", "cathedral", "constabulary", "county", "district", "force", "health", "hospital", "hospitals",
     "infirmary", "minster", "nhs", "park", "service", "trust"}
)  # fmt: skip
_ITS_PEOPLE = frozenset({"bosses", "chiefs", "directors", "executives", "governors", "managers", "trustees"})
# Kinds that need a word before them to say which: "the fire service".
_WHICH = frozenset(
    {
        "agency", "authority", "board", "commission", "committee", "department", "force", "foundation", "service",
        "society",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in an article: the text, its names, the organisation that it is about, and the offices found so far."""

    text: str
    known: Mentions
    principal: str | None
    offices: dict[str, Office | None] = field(default_factory=dict)

    def organisation_of(self, speaker: str, name: str | None, before: str | None = None) -> str | None:
        """The organisation that speaks through ``speaker``, None where nobody of one does.

        ``name`` is the speaker's fuller name, ``before`` the organisation that spoke before in the paragraph. "The
        company", "a spokesman" and "its chief executive" are the one that the article is about; "the fire service" is
        one that has no other name here.
        """
        described = self._described(speaker) if not _has_capital(plain(speaker)) else None
        if described is not None and described == self.principal:
            return described
        bosses = _BOSSES.match(speaker)
        full = _without_kind(_NO_ARTICLE.sub("", plain(bosses["of"] if bosses is not None else name or speaker)))
        if bosses is not None or self._is_business(full):
            return full
        if (of := _HEAD_OF.search(full)) is not None:
            return of["of"]
        if (found := _SPOKESMAN.match(speaker)) is not None:
            return self._through_spokesman(found["of"], name)
        if self._is_person(full):
            if full not in self.offices:
                self.offices[full] = office_of(self.text, full)
            return self._of_office(self.offices[full], before)
        if any(plain(other.text) == full and other.start in self.known.definite for other in self.known.names):
            return full if _has_capital(full) else self._described(speaker)
        if all(word.lower() in listed("roles") | listed("honorifics") | {"of"} for word in full.split()):
            return self.principal
        if full.lower() in _ITS_PEOPLE:
            return self.principal
        if _has_capital(full):
            return full if self._is_named(full) else None
        office = re.search(rf"\b{HEAD}$", speaker, re.I) is not None and _DESCRIPTION.match(speaker)
        return self.principal if office else self._described(speaker)

    def _through_spokesman(self, words: str, name: str | None) -> str | None:
        """Whom a spokesman speaks for: the name that was found, else the words before, else the principal."""
        if name is not None and _has_capital(plain(name)):
            return _NO_ARTICLE.sub("", plain(name))
        if _has_capital(words):
            return plain(words)
        described = self._described(f"the {words}") if words else None
        return described or self.principal

    def _is_named(self, name: str) -> bool:
        """Whether words with a capital name an organisation, and are no common noun that begins its sentence."""
        if not is_organisation(name) or len(name) < 3:
            return False
        if {word.lower() for word in name.split()} & listed("organisations"):
            return True
        if any(plain(other.text) == name for other in self.known.distinct) or _is_lettered(name):
            return True
        words = re.escape(name)
        alone = re.search(rf"\b{words.lower()}\b", self.text) is None
        goes_on = re.search(
            rf"{_OPENING}(?:[A-Z]\w+ )?{words}\b[^.!?“”\"\n]{{0,90}}\b(?:it|its|which)\b", self.text, re.M
        )
        kinds = "|".join(sorted(listed("organisation_heads")))
        kind = re.search(rf"\b{words}, (?:the|an?) (?:[\w’'-]+ ){{0,4}}(?:{kinds})\b", self.text)
        return " " not in name and alone and (goes_on is not None or kind is not None)

    def _described(self, speaker: str) -> str | None:
        """Whom "the company", "its letter" or "the fire service" means.

        Any business and any text is the principal's; a body of a kind that the principal's name has is the principal;
        another body stands under its description.
        """
        words = plain(speaker).lower().split()
        if not words or not _DESCRIPTION.match(speaker):
            return None
        head = words[-1]
        named = (self.principal or "").lower().split()
        business = head in listed("any_business") and len(words) < 3 and not set(named) & listed("public_bodies")
        if head in listed("documents") or business or (head in _PREMISES and len(words) < 3):
            return self.principal
        if head in named or f"{head}s" in named:
            return self.principal
        body = head in listed("organisation_heads") - listed("any_business") - _ANYBODY
        which = len(words) > 1 or head not in _WHICH
        return plain(speaker.lower()) if body and which and speaker[:4].lower() == "the " else None

    def _is_business(self, name: str) -> bool:
        """Whether the text calls a name a business right before it: "the depot's owner, Harbin Interiors,"."""
        return _has_capital(name) and re.search(rf"\b(?:{_BUSINESS}), {re.escape(name)}\b", self.text) is not None

    def _is_person(self, name: str) -> bool:
        """Whether a name is a person's, or a word of a person's name that the text has in full."""
        if is_person(name):
            return not any(other.text == name and other.start in self.known.definite for other in self.known.names)
        if len(name.split()) != 1 or not name[:1].isupper():
            return False
        return any(is_person(other.text) and name in other.text.split() for other in self.known.distinct)

    def _of_office(self, office: Office | None, before: str | None) -> str | None:
        """The organisation that an office is one of.

        "Its" is of whoever spoke right before; an office without an owner is of the principal, and of nobody where
        another organisation is named before it in the paragraph.
        """
        if office is None:
            return None
        if office.of is None and office.head in _OF_PUBLIC_BODIES and not self._is_public():
            return None
        if office.of is None or office.of.lower() in {"its", "their"}:
            near = self.known.issuer(office.place)
            if near is None or near.start < office.paragraph:
                return self.principal if office.of is None else before or self.principal
            other = plain(near.text) if _has_capital(plain(near.text)) else self._described(near.text)
            if other is None or self._is_principal(other):
                return self.principal
            return other if office.of is not None else None
        if _has_capital(plain(office.of)):
            name = _without_kind(plain(office.of))
            kind = name.lower() in listed("organisations") | listed("organisation_heads")
            if self._is_principal(name) or (self._is_named(name) and not kind and not self._is_person(name)):
                return name
            # "Tower captain Sue Bellamy": a capital that only begins the sentence.
            return self._of_office(replace(office, of=None), before) if " " not in name else None
        head = plain(office.of).lower().split()[-1:]
        if not head or head[0] not in listed("organisation_heads"):
            return self.principal
        return self._described(office.of)

    def _is_public(self) -> bool:
        """Whether the principal's name has a word of a public body, a school, a church or a hospital."""
        words = set((self.principal or "").lower().split())
        return bool(words & (listed("public_bodies") | _PUBLIC))

    def _is_principal(self, name: str) -> bool:
        """Whether a name is the principal's, or the first words of it."""
        return (
            self.principal is not None and self.principal.lower().split()[: len(name.split())] == name.lower().split()
        )


def cast(text: str, organisation: str | None, speakers: Sequence[str]) -> Cast:
    """The cast of an article that is known to be about ``organisation``, or None; ``speakers`` are who speaks in it."""
    laid = layout(text)
    starts = [start for stretch in laid.stretches for start, _ in laid.sentences(stretch)]
    known = mentions(text, [(one.start, one.end) for one in laid.stretches], starts)
    return Cast(text, known, organisation or principal(laid, known, speakers))


def _has_capital(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())


def _is_lettered(name: str) -> bool:
    """Whether capitals inside a word show a name that is no person's: "NUQ", "GigVoice"."""
    return " " not in name and re.match(r"(?:Mc|Mac|O[’'])[A-Z]", name) is None and len(re.findall("[A-Z]", name)) > 1


def _without_kind(name: str) -> str:
    """The name without the kind of body before it: "Consumer charity FairPurse", "Glassmaker Orlop"."""
    words = name.split()
    kinds = listed("organisation_heads") | listed("organisations")
    place = max((at for at, word in enumerate(words[:-1]) if word in kinds), default=-1)
    if place < 0 and len(words) > 1 and words[0].lower().endswith("maker"):
        place = 0
    rest = words[place + 1 :]
    return " ".join(rest) if rest and rest[0][:1].isupper() else name
