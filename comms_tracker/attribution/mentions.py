"""Which names a text has outside its quotations, and which of them only an organisation can have."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from comms_tracker.attribution.names import Name, subject
from comms_tracker.attribution.persons import is_honorific, is_person, name_words
from comms_tracker.attribution.phrases import Token, tokens
from comms_tracker.attribution.resolving import PERSON_BEHIND, Mentions
from comms_tracker.attribution.words import cue_pattern, listed

_JOINERS = frozenset({"of", "for", "and", "&", "the"})
# "Among those who waited was Ada Moss": the subject behind its verb.
_INVERTED = re.compile(
    r"(?:Among|With|Also|Beside|Alongside|First|Next|Then)\b[^.!?\n]{0,80}? (?:was|were|is|are|came) (?P<name>[A-Z])"
)
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
    all_words = [words for name in found.names if (words := name_words(name.text))]
    titled = {words[-1] for words in all_words if is_honorific(words[0])}
    people = {name.text for name in found.names if PERSON_BEHIND.match(found.text, name.end)}
    used: set[str] = set()
    for name in found.names:
        words = name_words(name.text)
        if len(words) < 2 or not is_person(name.text) or name.text in people or words[-1] in titled | {words[0]}:
            continue
        by_first = words[0] in alone and words[-1] not in alone
        behind = _BODY_BEHIND.match(found.text[name.end : name.end + 60]) is not None
        if (by_first or behind or _is_kind_before(found.text, name.start)) and not is_honorific(words[0]):
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
    parts = {word.lower() for name in found.names if len(name.text.split()) > 1 for word in name_words(name.text)}
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
    if begins != run[0].start and not is_honorific(run[0].text) and found.text[begins : begins + 3].lower() == "the":
        found.definite.add(run[0].start)


def _definite(run: list[Token]) -> list[Token]:
    """Of a run that begins with "the": its capitals, or the words up to a kind of organisation; else nothing."""
    capitals = [place for place, token in enumerate(run) if token.capital and place]
    if capitals:
        return run[capitals[0] : capitals[-1] + 1]
    kinds = listed("organisation_heads")
    heads = [place for place, token in enumerate(run) if _POSSESSIVE.sub("", token.lower) in kinds]
    return run[: heads[0] + 1] if heads else []
