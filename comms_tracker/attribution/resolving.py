"""Whom a pronoun or a short form names: the nearest name that it can mean, and the fuller name that a text gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from comms_tracker.attribution.names import Name, subject
from comms_tracker.attribution.persons import is_person
from comms_tracker.attribution.phrases import Token, tokens
from comms_tracker.attribution.words import cue_pattern, listed
from comms_tracker.remembering import remembered

_JOINERS = frozenset({"of", "for", "and", "&", "the"})
# "Tia Mensah, 18," and "Ada Moss, who": behind a person's name.
_PERSON_BEHIND = re.compile(r",? (?:\(?\d{1,2}\b(?! \w)|who\b)|, (?:a|an|the|its|her|his) \w+")
# "Among those who waited was Ada Moss": the subject behind its verb.
_INVERTED = re.compile(
    r"(?:Among|With|Also|Beside|Alongside|First|Next|Then)\b[^.!?\n]{0,80}? (?:was|were|is|are|came) (?P<name>[A-Z])"
)
_SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person)\b", re.I)
_POSSESSIVE = re.compile(r"[’']s?$")
# "Bexcombe Town are", "Thrill Harbour's head of safety": behind the name of what is no person.
_BODY_BEHIND = re.compile(
    r",? which\b| (?:are|were|have|employs|operates|runs \d)\b|"
    r"[’']s? (?:[a-z-]+ ){0,2}(?:head of|director|boss|chief|spokes\w+|chairman|customers|passengers|staff|shares)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:bosses|managers|staff|workers|customers|passengers|patients|shares|employees|officials) "
    r"(?:at|of|in|with) \Z",
    re.I,
)


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
        people = {word for name in self.distinct if is_person(name.text) for word in _words(name.text)}
        known = {name.text for name in self.distinct}

        def fits(name: Name) -> bool:
            if name.text in people or (" " not in name.text and name.text not in known):
                return False
            if _SPEAKS_FOR.search(name.text) is not None:
                return False
            described = " " not in name.text and _PERSON_BEHIND.match(self.text, name.end) is not None
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
        last = _words(name.text)[-1:]
        same = [name, *(other for other in self.distinct if _words(other.text)[-1:] == last)]
        described = {word.lower().rstrip(".") for each in same for word in _words(each.text)}
        wrong = {"he": listed("women"), "she": listed("men")}.get(pronoun, frozenset())
        return bool(described & wrong)

    def fuller(self, name: Name) -> str | None:
        """The fuller name of the same speaker elsewhere in the text, None where there is none or more than one."""
        words = [word for word in _words(name.text) if word.lower() not in listed("determiners") and not _honours(word)]
        if not words:
            return None
        found: dict[str, str] = {}
        for other in self.distinct:
            parts = _words(other.text)
            titled = bool(parts) and _honours(parts[0]) and len(parts) < 3
            bare = parts[1:] if parts and _honours(parts[0]) else parts
            owned = any(re.search(r"[’']s$|s[’']$", word) for word in re.findall(r"[\w’']+", other.text)[:-1])
            if parts and not titled and not owned and _longer(bare, words):
                found.setdefault(other.text.lower(), other.text)
        return next(iter(found.values())) if len(found) == 1 else None


@remembered(4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(re.sub(r"[’']s$", "", word) for word in re.findall(r"[\w’'&.-]+", name))


def _honours(word: str) -> bool:
    return word.lower().rstrip(".") in listed("honorifics")


def _longer(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether ``parts`` are a longer name that ends in ``words``, or begins with the one name that they are."""
    lower, wanted = [part.lower() for part in parts], [word.lower() for word in words]
    if len(parts) <= len(words) or not parts[0][:1].isupper() or lower[0] in listed("determiners"):
        return False
    if lower[-len(wanted) :] == wanted:
        return words[0][:1].isupper() or len(words) > 1 or wanted[0] in listed("organisation_heads")
    return len(words) == 1 and words[0][:1].isupper() and lower[0] == wanted[0]


@remembered(4096)
def is_organisation(name: str) -> bool:
    """Whether a name is an organisation's by its form: a word of one, or capitals of which no person's name is made."""
    words = [word.lower() for word in _words(name)]
    if not words or words[0].rstrip(".") in listed("honorifics"):
        return False
    if words[-1] in listed("organisation_heads"):
        return True
    if words[0] in listed("determiners") and not any(word[:1].isupper() for word in _words(name)[1:]):
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
    person = listed("kin") | {"resident", "passenger", "customer", "driver", "patient", "worker", "tenant", "mother"}
    return len(words) > 1 and words[0] in {"her", "his", "their", "another", "one", "a"} and words[-1] in person


def mentions(text: str, stretches: Sequence[tuple[int, int]], starts: Sequence[int]) -> Mentions:
    """The names in the ``stretches`` of a text that no quotation covers; ``starts`` are where its sentences begin."""
    found, opening = Mentions(text), frozenset(starts)
    ends: dict[int, int] = {}
    for start, end in stretches:
        run: list[Token] = []
        for token in tokens(text, start, end):
            if _in_name(token, run):
                run.append(token)
                continue
            _keep(found, run, opening)
            run = [token] if token.lower == "the" else []
        _keep(found, run, opening)
        for place in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
            named = subject(text, place, end)
            if (inverted := _INVERTED.match(text, place, end)) is not None:
                found.subjects.add(inverted.start("name"))
            elif named is not None:
                found.subjects.add(named.start)
                ends[named.end] = named.start
    # "Consumer charity FairCrossing": the name at the end of a subject is one too.
    found.subjects |= {
        name.start
        for name in found.names
        if name.end in ends and cue_pattern().search(text, ends[name.end], name.start) is None
    }
    found.names = _without_openings(found, opening)
    found.distinct = tuple({name.text.lower(): name for name in reversed(found.names)}.values())
    used = _used_as_organisations(found)
    found.definite |= {name.start for name in found.names if name.text in used}
    return found


def _used_as_organisations(found: Mentions) -> set[str]:
    """The names that look like a person's and are used as an organisation's is.

    A text goes on with an organisation by its first word ("Stage West", then "Stage") and with a person by the last;
    and only an organisation has "which" or a plural behind it, bosses, or the word for its kind right before it.
    """
    alone = {name.text for name in found.names if " " not in name.text}
    titled = {_words(name.text)[-1] for name in found.names if _words(name.text) and _honours(_words(name.text)[0])}
    people = {name.text for name in found.names if _PERSON_BEHIND.match(found.text, name.end)}
    used: set[str] = set()
    for name in found.names:
        words = _words(name.text)
        if len(words) < 2 or not is_person(name.text) or name.text in people or words[-1] in titled | {words[0]}:
            continue
        by_first = words[0] in alone and words[-1] not in alone
        behind = _BODY_BEHIND.match(found.text[name.end : name.end + 60]) is not None
        if (by_first or behind or _is_kind_before(found.text, name.start)) and not _honours(words[0]):
            used.add(name.text)
    return used


def _is_kind_before(text: str, place: int) -> bool:
    """Whether the words before a name say that it is a body: "bosses at", "the van maker"."""
    before = text[max(0, place - 40) : place]
    if _BODY_BEFORE.search(before) is not None:
        return True
    last = re.search(r"\b([a-z]+) \Z", before)
    kinds = listed("organisation_heads") - {"owner", "family", "party"}
    return last is not None and (last[1] in kinds or last[1].endswith("maker"))


def _without_openings(found: Mentions, starts: frozenset[int]) -> list[Name]:
    """The names without the single words that have their capital from the sentence's beginning: "Pupils", "Then"."""
    inside = {name.text.lower() for name in found.names if name.start not in starts}
    parts = {word.lower() for name in found.names if len(name.text.split()) > 1 for word in _words(name.text)}
    return [
        name
        for name in found.names
        if name.start not in starts or " " in name.text or name.text.lower() in inside | parts
    ]


def _in_name(token: Token, run: Sequence[Token]) -> bool:
    after_capital = bool(run) and run[-1].capital and run[-1].lower not in listed("determiners")
    if token.capital and token.word and token.lower not in listed("determiners"):
        return after_capital or token.lower not in listed("not_names")
    if token.lower in listed("particles") | {"of", "&"}:
        return after_capital
    definite = bool(run) and run[0].lower == "the" and len(run) < 3 and token.lower not in listed("stops")
    return definite and token.word and run[-1].lower not in listed("organisation_heads")


def _keep(found: Mentions, run: list[Token], starts: frozenset[int]) -> None:
    """Note the name that a run of tokens holds: its capitals, or "the trust"."""
    begins = run[0].start if run else -1
    run = _definite(run) if run and run[0].lower == "the" else run
    while run and run[-1].lower in listed("particles") | _JOINERS:
        run = run[:-1]
    organisational = any(token.lower in listed("organisations") for token in run)
    while len(run) > 2 and run[0].lower in listed("roles") and not organisational:
        run = run[1:]
    if not run or (run[0].lower != "the" and not run[0].capital):
        return
    name = _POSSESSIVE.sub("", found.text[run[0].start : run[-1].end])
    found.names.append(Name(name, run[0].start, run[0].start + len(name)))
    if begins in starts:
        found.subjects.add(run[0].start)
    behind = re.search(r"(\w+) \Z", found.text[max(0, run[0].start - 20) : run[0].start])
    if behind is not None and behind[1] in listed("organisation_heads"):
        found.definite.add(run[0].start)
    if begins != run[0].start and not _honours(run[0].text) and found.text[begins : begins + 3].lower() == "the":
        found.definite.add(run[0].start)


def _definite(run: list[Token]) -> list[Token]:
    """Of a run that begins with "the": its capitals, or the words up to a kind of organisation; else nothing."""
    capitals = [place for place, token in enumerate(run) if token.capital and place]
    if capitals:
        return run[capitals[0] : capitals[-1] + 1]
    kinds = listed("organisation_heads")
    heads = [place for place, token in enumerate(run) if _POSSESSIVE.sub("", token.lower) in kinds]
    return run[: heads[0] + 1] if heads else []
