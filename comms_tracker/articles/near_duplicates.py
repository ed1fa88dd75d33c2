"""Which statements only carry the words of another one: an article's quotations of it, or a second outlet's copy.

They are one statement, told again. What differs in it is the outlet's, and no change of the organisation's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from comms_tracker.quotes import Verdict, check
from comms_tracker.records import Claim, Statement

BEFORE, AFTER = 7, 1
"""Days by which an article's date for a statement may be late ("last week" ends on its Sunday) or early."""
LONG_BEFORE = 62
"""Days back in which a quotation may be of an earlier statement, where nearly all of its words are that one's."""
FEWEST, FEWEST_FAR = 5, 8
"""Words that must be the same before two statements can be one."""
SHARE, SHARE_FAR = 0.5, 0.8
"""The share of the words compared that must be the same."""
ALIKE = 0.85
"""The share of a stretch's words at which a stretch that differs still counts as the same, differing one."""
MEET = 0.6
"""The share of a stretch's words that another text must have before the two are laid side by side."""
TWINS = 4
"""Days between two outlets' copies of one statement."""
COPIED = 0.8
"""The share of a copy's three-word runs that the fuller copy has too."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """That ``copy`` carries the words of ``original``, by their ids."""

    copy: str
    original: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement with what is compared of it, read once: its day as a number, the words of its organisation's name,
    its words, and for an outlet's copy their runs of three and its numbers."""

    statement: Statement
    day: int
    name: tuple[str, ...]
    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    numbers: frozenset[str]


def linked(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements in their order, each that only repeats another one with that one's id as ``repeats``.

    What somebody says of a statement himself (``repeats``) stands.
    """
    found = {one.copy: one.original for one in near_duplicates(statements)}
    return tuple(replace(one, repeats=found[one.id]) if one.id in found else one for one in statements)


def near_duplicates(statements: Sequence[Statement]) -> list[Repeated]:
    """Which statements repeat which, in the order given.

    The organisation's own text goes before an outlet's, an outlet's before what was taken out of an article, and one
    with more of the organisation's own words before the other. A statement never repeats one by another organisation,
    of its own outlet, or from its own article.
    """
    if not any(map(_rank, statements)):
        return []
    ranked = sorted(enumerate(statements), key=lambda each: (_rank(each[1]), -_first_hand(each[1]), each[0]))
    first_hand: defaultdict[int, list[_Read]] = defaultdict(list)
    copies: dict[str, str] = {}
    for _, statement in ranked:
        if statement.issued is None or statement.repeats is not None:
            continue
        one = _read(statement)
        near = _near(first_hand, one) if _rank(statement) else ()
        best = max(((_same(one, other), other.statement.id) for other in near), default=(0, ""))
        if best[0]:
            copies[statement.id] = best[1]
        else:
            first_hand[one.day].append(one)
    return [Repeated(one.id, copies[one.id]) for one in statements if one.id in copies]


def _near(first_hand: Mapping[int, list[_Read]], one: _Read) -> Iterator[_Read]:
    """The statements of the days on which one that ``one`` repeats can have been issued."""
    before, after = (LONG_BEFORE, AFTER) if one.statement.derived_from is not None else (TWINS, TWINS)
    for day in range(one.day - before, one.day + after + 1):
        yield from first_hand.get(day, ())


def _read(statement: Statement) -> _Read:
    words = _words(statement.text)
    name = tuple(re.sub(r"^the ", "", (statement.organisation or "").casefold()).split())
    copied = _rank(statement) == 1
    runs = frozenset(tuple(words[at : at + 3]) for at in range(len(words) - 2)) if copied else frozenset()
    numbers = frozenset(re.findall(r"\d[\d,.]*\d|\d", statement.text)) if copied else frozenset()
    day = date.fromisoformat((statement.issued or "")[:10]).toordinal()
    return _Read(statement, day, name, frozenset(words), runs, numbers)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def told_again(statements: Sequence[Statement], claims: Sequence[Claim]) -> frozenset[str]:
    """The ids of the claims of articles' statements that stand in the statements which those repeat.

    They are the outlet's telling of claims that are here at first hand: what differs is the outlet's, and no change of
    the organisation's. ``statements`` have ``repeats`` where one repeats another.
    """
    texts = {one.id: one.text for one in statements}
    copies = {one.id: one.repeats for one in statements if one.derived_from is not None and one.repeats in texts}
    return frozenset(
        claim.id
        for claim in claims
        if (original := copies.get(claim.statement)) is not None
        and check(claim.text, texts[original]).verdict is not Verdict.NOT_FOUND
    )


def _rank(one: Statement) -> int:
    """0 for an organisation's own text, 1 for an outlet's of a statement, 2 for what was taken out of an article."""
    return 2 if one.derived_from is not None else 1 if one.outlet else 0


def _first_hand(one: Statement) -> int:
    """The characters of the organisation's own words in a statement; of an article's, those that are quoted."""
    if one.derived_from is None:
        return len(one.text)
    return sum(end - start for start, end in one.derived_from.quoted)


def _same(one: _Read, other: _Read) -> int:
    """How many words of ``one`` are those of ``other``; 0 where they are not one statement."""
    short, long = sorted((one.name, other.name), key=len)
    if not short or long[: len(short)] != short or _one_source(one.statement, other.statement):
        return 0
    if one.statement.derived_from is None:
        return _copied(one, other)
    days = one.day - other.day
    far = days > BEFORE
    stretches = _stretches(one.statement)
    same = sum(count for words, count in stretches if _is_same(words, count, other, days))
    needed = max(FEWEST_FAR if far else FEWEST, (SHARE_FAR if far else SHARE) * sum(count for _, count in stretches))
    return same if same >= needed else 0


def _one_source(one: Statement, other: Statement) -> bool:
    """Whether both stand in one article, or come from one outlet: what it tells twice it tells apart."""
    documents = [each.derived_from.document if each.derived_from is not None else None for each in (one, other)]
    return (documents[0] is not None and documents[0] == documents[1]) or (
        one.outlet is not None and one.outlet == other.outlet
    )


def _stretches(one: Statement) -> list[tuple[str, int]]:
    """What is compared, sentence by sentence, with its number of words: what is quoted, else what is reported."""
    assert one.derived_from is not None
    quoted = [one.text[start:end] for start, end in one.derived_from.quoted]
    parts = [part for words in quoted or [one.text] for part in re.split(r"(?<=[.!?…])\s+|\n\n", words)]
    return [(part, len(part.split())) for part in parts]


def _is_same(stretch: str, count: int, other: _Read, days: int) -> bool:
    """Whether a stretch is another statement's words.

    A long one counts with words altered in it too; with an edit of a figure or the like only on the same day, because
    an update keeps an earlier text and changes its number.
    """
    words = set(_words(stretch))
    if len(words & other.words) < MEET * len(words):
        return False
    found = check(stretch, other.statement.text)
    if found.verdict in {Verdict.EXACT, Verdict.ADJUSTED}:
        return True
    altered = found.verdict is Verdict.ALTERED and found.likeness >= ALIKE and count >= FEWEST_FAR
    return altered and (days == 0 or not found.critical)


def _copied(one: _Read, other: _Read) -> int:
    """The words of an outlet's copy that another outlet has too; an own text is no copy of another own text."""
    if other.statement.outlet is None or not one.numbers <= other.numbers:
        return 0
    shared = len(one.runs & other.runs)
    return shared if shared >= max(FEWEST_FAR, COPIED * len(one.runs)) else 0
