"""Which statements only carry the words of another one: an article's quotations of it, or a second outlet's copy.

They are one statement, told again. What differs in it is the outlet's, and no change of the organisation's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from comms_tracker.quotes import Check, Verdict, check
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
TWINS = 4
"""Days between two outlets' copies of one statement."""
COPIED = 0.8
"""The share of a copy's three-word runs that the fuller copy has too."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """That ``copy`` carries the words of ``original``, by their ids."""

    copy: str
    original: str


def linked(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements in their order, each that only repeats another one with that one's id as ``repeats``.

    What somebody says of a statement himself (``repeats``) stands.
    """
    found = {one.copy: one.original for one in near_duplicates(statements)}
    return tuple(replace(one, repeats=found[one.id]) if one.id in found else one for one in statements)


def near_duplicates(statements: Sequence[Statement]) -> list[Repeated]:
    """Which statements repeat which, in the order given.

    The organisation's own text goes before an outlet's, an outlet's before what was taken out of an article, and the
    fuller before the shorter. A statement never repeats one by another organisation, of its own outlet, or from its
    own article.
    """
    ranked = sorted(enumerate(statements), key=lambda each: (_rank(each[1]), -len(each[1].text), each[0]))
    first_hand: defaultdict[int, list[Statement]] = defaultdict(list)
    copies: dict[str, str] = {}
    for _, one in ranked:
        day = _day(one)
        if day is None:
            continue
        if _rank(one) > 0 and one.repeats is None:
            best = max(((_same(one, other), other.id) for other in _near(first_hand, one, day)), default=(0, ""))
            if best[0]:
                copies[one.id] = best[1]
                continue
        if one.repeats is None:
            first_hand[day].append(one)
    return [Repeated(one.id, copies[one.id]) for one in statements if one.id in copies]


def _near(first_hand: Mapping[int, list[Statement]], one: Statement, day: int) -> Iterator[Statement]:
    """The statements of the days on which one that ``one`` repeats can have been issued."""
    before, after = (LONG_BEFORE, AFTER) if one.derived_from is not None else (TWINS, TWINS)
    for each in range(day - before, day + after + 1):
        yield from first_hand.get(each, ())


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


def same_organisation(a: Statement, b: Statement) -> bool:
    """Whether two statements are by one organisation: its name, or the first words of the other's name."""
    names = [re.sub(r"^the ", "", (one.organisation or "").casefold()).split() for one in (a, b)]
    short, long = sorted(names, key=len)
    return bool(short) and long[: len(short)] == short


def _rank(one: Statement) -> int:
    """0 for an organisation's own text, 1 for an outlet's of a statement, 2 for what was taken out of an article."""
    return 2 if one.derived_from is not None else 1 if one.outlet else 0


def _same(one: Statement, other: Statement) -> int:
    """How many words of ``one`` are those of ``other``; 0 where they are not one statement."""
    if not same_organisation(one, other) or _one_source(one, other):
        return 0
    if one.derived_from is None:
        return _copied(one, other)
    days = (_day(one) or 0) - (_day(other) or 0)
    far = days > BEFORE
    stretches = _stretches(one)
    same = sum(count for words, count in stretches if _is_same(check(words, other.text), count, days))
    needed = max(FEWEST_FAR if far else FEWEST, (SHARE_FAR if far else SHARE) * sum(count for _, count in stretches))
    return same if same >= needed else 0


def _day(one: Statement) -> int | None:
    """The day of issue as a number, None where it is not known."""
    return date.fromisoformat(one.issued[:10]).toordinal() if one.issued else None


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


def _is_same(found: Check, count: int, days: int) -> bool:
    """Whether a stretch is another statement's words.

    A long one counts with words altered in it too; with an edit of a figure or the like only on the same day, because
    an update keeps an earlier text and changes its number.
    """
    if found.verdict in {Verdict.EXACT, Verdict.ADJUSTED}:
        return True
    altered = found.verdict is Verdict.ALTERED and found.likeness >= ALIKE and count >= FEWEST_FAR
    return altered and (days == 0 or not found.critical)


def _copied(one: Statement, other: Statement) -> int:
    """The words of an outlet's copy that another outlet has too; an own text is no copy of another own text."""
    if other.outlet is None:
        return 0
    runs = [_runs(each.text) for each in (one, other)]
    shared = len(runs[0] & runs[1])
    numbers = [set(re.findall(r"\d[\d,.]*\d|\d", each.text)) for each in (one, other)]
    alike = shared >= COPIED * len(runs[0]) and numbers[0] <= numbers[1]
    return shared if alike and shared >= FEWEST_FAR else 0


@lru_cache(maxsize=1024)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[at : at + 3]) for at in range(len(words) - 2))
