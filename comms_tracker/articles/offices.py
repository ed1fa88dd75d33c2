"""The office that an article gives a person, and whose it is: "Ada Moss, the trust's head", "Orrin boss Paul Reid"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms_tracker.attribution.words import listed

HEAD = (
    r"(?:spokes(?:man|woman|person)|chair(?:man|woman|person)?|chief executive|chief constable|chief of staff|ceo|"
    r"president|vice-chancellor|director|manager|officer|head(?: of [\w-]+)?|boss|leader|principal|head ?teacher|"
    r"superintendent|sheriff|commissioner|founder|owner|trustee|secretary|administrator|editor|dean|harbourmaster|"
    r"captain|engineer|examiner|ranger|nurse|executive|chief|curator|treasurer)"
)
"""The last word of an office; what stands before it says which."""
_CAPITAL = r"[A-Z][\w&-]*(?:[.’'](?=\w)[\w&-]+)*(?:[’'](?= [A-Z]))?"
_NAME = rf"(?-i:{_CAPITAL}(?: (?:(?:of|and|for|the|&) )*{_CAPITAL})*)"
_SMALL = r"(?-i:[a-z][a-z&-]*)"
_OWNS = rf"(?:its|their|the (?:{_SMALL} ){{0,3}}?{_SMALL}(?:[’']s|s[’'])|(?:the )?{_NAME}[’']?|(?:the )?{_NAME})"
_WHICH = rf"(?:(?!(?:a|an|the|its|their|who|and|said|says|told)\b)(?:{_SMALL}|UK|US|EU) ){{0,4}}?"
_AGED = r"(?:,? \(?\d{1,3}\)?)?"
_AFTER = re.compile(
    rf"{_AGED}(?:,| \() ?(?:who (?:is|was) )?(?:(?P<owner>{_OWNS}) |(?:the|an?) )?{_WHICH}(?P<head>{HEAD})\b"
    rf"(?:(?: in charge)? (?:of|at|for|from|with) (?:the )?(?P<of>{_NAME}))?",
    re.I,
)
_FROM = re.compile(rf"{_AGED},? (?:of|at|for|from) (?:the )?(?P<of>{_NAME})")
_LEADS = re.compile(r", who (?:chairs|heads|leads|runs) (?P<of>the [a-z’' -]{3,40}?)(?=[,.;]|\s(?:and|said|told)\b)")
_TITLES = r"(?:(?:the|very|right|most|dr|prof|professor|mr|mrs|ms|sir|dame|rev)\.? )*"
_BEFORE = re.compile(rf"(?:\b(?P<owner>{_OWNS}) )?\b{_WHICH}(?P<head>{HEAD}),? {_TITLES}\Z", re.I)
_COUNTRIES = frozenset({"uk", "us", "eu", "european", "british", "american", "global", "group"})
_OVER = re.compile(r"\b(?:former|ex|retired|ousted|sacked|previous|until)\b", re.I)
_CUT = re.compile(r"[“”\"«»]|[,.!?][’'] |(?<![DMS]r)(?<!Mrs|Rev|Gov|Sen)(?<!Prof)(?<!\b[A-Z])[.!?;] ")
"""Where the words before a name are another sentence's or somebody else's."""
_SIZE = 160
"""Characters before or behind a name in which its office stands."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office at ``place`` in a text; ``of`` is whose it is in the text's words ("its", "Orrin"), None if unsaid.

    ``paragraph`` is where the paragraph begins that gives it, ``head`` the office's last word, in lower case.
    """

    place: int
    of: str | None
    paragraph: int
    head: str = ""


def office_of(text: str, person: str) -> Office | None:
    """The office of a person, by the first place where the text names them with one; None where it gives none.

    What somebody was once ("the former director") is none.
    """
    for start, end in _mentions(text, person):
        begins = text.rfind("\n", 0, start) + 1
        before = text[max(begins, start - _SIZE) : start]
        before = before[max((found.end() for found in _CUT.finditer(before)), default=0) :]
        rest = text[end : end + _SIZE].split("\n", 1)[0]
        found = _AFTER.match(rest) or _BEFORE.search(before)
        of = _FROM.match(rest) or _leads(rest)
        if found is not None and _OVER.search(found.group()):
            return None
        if found is not None or of is not None:
            owner = _owner(found) if found is not None else None
            head = found["head"].lower() if found is not None else ""
            return Office(start, owner or (_owner(of) if of is not None else None), begins, head)
    return None


def _mentions(text: str, person: str) -> Iterator[tuple[int, int]]:
    """Where a person is named in full, or by the last name with others before it."""
    words = [word for word in person.split() if word.lower().rstrip(".") not in listed("honorifics")] or [person]
    before = r"(?:[A-Z][\w’'.-]+ ){0,2}" if len(words) == 1 else ""
    for found in re.finditer(rf"\b{before}{re.escape(' '.join(words))}\b", text):
        yield found.start(), found.end()


def _leads(rest: str) -> re.Match[str] | None:
    """The body that a person chairs or runs; a shop or a rescue centre is none that is spoken for."""
    found = _LEADS.match(rest)
    return found if found is not None and found["of"].split()[-1] in listed("organisation_heads") else None


def _owner(found: re.Match[str]) -> str | None:
    """Whose the office is, without what is no name: "Chief financial officer", "Yesterday director Ada Moss"."""
    groups = found.groupdict()
    named = groups.get("of") or groups.get("owner")
    if named is None:
        return None
    plain = re.sub(r"[’']s?$", "", named)
    common = listed("roles") | listed("not_names") | listed("honorifics") | _COUNTRIES
    return None if all(word.lower() in common for word in plain.split()) else plain
