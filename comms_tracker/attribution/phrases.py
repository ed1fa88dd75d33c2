"""Noun phrases by the form of their words alone: the one that ends at a place, and the one that begins there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.attribution.words import listed
from comms_tracker.calendar_names import MONTH, WEEKDAY

_TITLES = ("[A-Z]", "[DM]r", "Mrs", "Ms", "Sen", "Gov", "Rep", "Rev", "Gen", "Col", "Sgt", "St", "Prof", "Capt", "Supt")
_SHORT = "|".join(rf"(?<=\b{title})" for title in _TITLES)
_TOKEN = re.compile(rf"[^\W_](?:[\w&]|[.’'\-](?=\w))*(?:(?<=s)[’'](?=\s)|(?:{_SHORT})\.)?|[^\w\s]")
CONNECTORS = frozenset({"of", "for", "at", "from", "in"})
_NO_HEAD_OF = re.compile(r"(?:press|news) (?:conference|briefing)|hearing|meeting|briefing|time", re.I)
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
JOINERS = frozenset({"and", "&"})
LOOKED_AHEAD = 6
"""Tokens behind a phrase that say whether it goes on."""
_PHRASES = 2
"""Marks that end what can name somebody: one behind the phrase, one behind an aside."""

_UNIT = r"(?:hour|day|night|week|weekend|fortnight|month|year|morning|afternoon|evening|summer|spring|winter|autumn)s?"
_WHICH = r"(?:last|this|that|the (?:same|following|next|previous))"
_HOLIDAY = r"(?:(?:boxing|christmas|new year[’']s) (?:day|eve)|easter \w+day|good friday)"
_BEFORE_DATE = r"(?:(?:on|by|since|late|early|in|at|over|within|until|from|the end of|the start of)\s+)"
# "Two weeks ago", "late last night", "on Tuesday", "by the end of May": when, before a sentence's subject.
_WHEN = re.compile(
    rf"(?:{_BEFORE_DATE}*(?:{_HOLIDAY}|{_WHICH} (?:{WEEKDAY}|{MONTH}|{_UNIT})|{WEEKDAY}|"
    r"yesterday|today|tonight|overnight|"
    rf"(?:less than |more than |nearly |about )?(?:\w+|a couple of) {_UNIT} (?:ago|later|earlier|before))|"
    rf"{_BEFORE_DATE}+(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: \d{{1,2}}\b)?(?:,? (?:19|20)\d\d)?|"
    rf"{_BEFORE_DATE}+(?:19|20)\d\d)"
    rf"(?: {_UNIT})?\s*,?\s+",
    re.I,
)
_AND = re.compile(
    r"(?:and|but|then|now|so|yet|also|meanwhile|however|later|earlier|still|again|indeed|instead|separately|privately|"
    r"afterwards|soon|only|even|in turn|for (?:its|his|her|their) part)\s*,?\s+",
    re.I,
)
_INTRODUCTION = re.compile(
    r"(?:in|at|on|by|until|since|within|from|over|for|hours|days|after|before|during|following|speaking|asked|pressed|writing|under|with|as|while|although|though|when|"
    r"if|despite|because of|according to)\b[^,.:;]{1,100},\s+",
    re.I,
)


def lead_end(text: str, start: int, end: int) -> int:
    """Where the subject can begin: behind "But", "Then, late last night," and the like."""
    while found := _AND.match(text, start, end) or _WHEN.match(text, start, end):
        start = found.end()
    return start


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, and no mark."""
        return self.text[:1].isalnum()


def behind_introduction(text: str, start: int, end: int) -> int:
    """Where a sentence's subject begins: behind what says when, and behind "In a letter to staff,"."""
    place = lead_end(text, start, end)
    found = _INTRODUCTION.match(text, place, end)
    return lead_end(text, found.end(), end) if found is not None else place


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks between two offsets."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text, start, end)]


def opening(text: str, start: int, end: int) -> list[Token]:
    """The words and marks from an offset on that decide who is named there: a phrase, an aside and a little more.

    A sentence's first words are read without all that stands behind them, however long it is.
    """
    found: list[Token] = []
    marks = beyond = 0
    for match in _TOKEN.finditer(text, start, end):
        token = Token(match.group(), match.start(), match.end())
        found.append(token)
        beyond += marks == _PHRASES
        marks += marks < _PHRASES and not token.word and token.lower not in JOINERS
        if beyond == LOOKED_AHEAD:
            break
    return found


def phrase_back(found: Sequence[Token]) -> list[Token]:
    """The noun phrase that ends with the last token."""
    kept: list[Token] = []
    place = len(found) - 1
    while place >= 0:
        token = found[place]
        before = found[place - 1] if place else None
        if token.lower in JOINERS:
            if not kept or before is None or not _joins(found[:place], kept):
                break
        elif token.lower in CONNECTORS:
            if not kept or before is None or not before.word or before.lower in listed("stops"):
                break
        elif not token.word or _stops(token, found, place):
            break
        kept.insert(0, token)
        if token.lower in listed("determiners") and (before is None or before.lower not in CONNECTORS or place == 1):
            break
        place -= 1
    while kept and (kept[0].lower in CONNECTORS or kept[0].lower in JOINERS):
        kept.pop(0)
    return _without_place(kept)


def _stops(token: Token, found: Sequence[Token], place: int) -> bool:
    if token.lower not in listed("stops"):
        return False
    # "May" and "March" can be names, and "Will Ashe" is one: inside a run of capitals they are no stops.
    beside = [found[at] for at in (place - 1, place + 1) if 0 <= at < len(found)]
    can_be = token.lower in {"may", "will", "march", "april", "june", "august"}
    return not (can_be and token.capital and place > 0 and any(each.capital for each in beside))


def _joins(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether "and" joins two speakers, or two words of one name, and not two clauses."""
    words = list(before)
    while words and (words[-1].capital or words[-1].lower in listed("particles")):
        words.pop()
    inside = len(words) < len(before) and after[0].capital
    verbs = re.compile(r"(?:ed|ing)$")
    clean = all(token.word and token.lower not in listed("stops") and not verbs.search(token.lower) for token in words)
    return inside and (clean or bool(words and words[-1].lower in CONNECTORS | listed("determiners")))


def _without_place(phrase: list[Token]) -> list[Token]:
    """The phrase from its last "in a statement" on: "In a statement Ada Moss" is Ada Moss."""
    for place in range(len(phrase) - 1, 0, -1):
        if not phrase[place - 1].capital and phrase[place - 1].lower in listed("documents") and phrase[place].capital:
            return phrase[place:]
    return phrase


def phrase_forward(found: Sequence[Token]) -> list[Token]:
    """The noun phrase that begins with the first token."""
    kept: list[Token] = []
    named = False
    for place, token in enumerate(found):
        rest = found[place + 1 : place + 1 + LOOKED_AHEAD]
        if token.lower in CONNECTORS or (token.lower == "to" and kept and kept[-1].lower == "close"):
            if not kept or not rest or not _goes_on(token, rest):
                break
            named = False
        elif token.lower in JOINERS:
            if not kept or not rest or not kept[-1].capital or not _is_another(rest):
                break
            named = False
        elif _ends_phrase(token, kept, named):
            break
        kept.append(token)
        possessive = token.text.endswith(("'s", "’s", "s'", "s’"))
        named = not possessive and (named or (token.capital and place > 0))
    return kept


def _ends_phrase(token: Token, kept: Sequence[Token], named: bool) -> bool:
    """Whether a token is no part of the phrase: a mark, a verb's helper, or a small word after a name."""
    opens = not kept and token.lower in listed("determiners")
    in_name = token.capital and kept and kept[-1].capital
    if not token.word or (token.lower in listed("stops") and not opens and not in_name):
        return True
    done = len(kept) > 1 and re.fullmatch(r"[a-z]{2,}ed", token.text) and token.lower not in listed("states")
    if token.lower in {"sent", "seen"} or done:
        return True
    return named and not token.capital and token.lower not in listed("particles") and token.lower not in SPOKESMEN


def _is_another(rest: Sequence[Token]) -> bool:
    """Whether "and" goes on with another speaker, and not with a clause."""
    return (rest[0].capital or rest[0].lower in listed("determiners")) and not _has_verb(rest)


def _goes_on(connector: Token, rest: Sequence[Token]) -> bool:
    """Whether a preposition belongs to the speaker's name: "for the trust", and not "at a news conference"."""
    if connector.lower in {"of", "for"}:
        return True
    words = " ".join(token.text for token in rest[:4])
    return (rest[0].capital or rest[0].lower == "the") and not _NO_HEAD_OF.search(words) and connector.lower != "in"


def _has_verb(rest: Sequence[Token]) -> bool:
    return any(token.lower in {"is", "was", "are", "were", "has", "had"} for token in rest[:LOOKED_AHEAD])
