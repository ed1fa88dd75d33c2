"""Whether words speak of what has happened or of what is to come, read from the verb nearest to a date."""

from __future__ import annotations

import re
from enum import StrEnum

TO_COME = r"(?:due|expected|planned|scheduled|going|meant|supposed|hoping|hoped|aiming|likely|set)"
# A verb between the helper and the date ("will be paid by Friday") belongs to the helper.
REST = (
    r"(?: (?:not|also|all|now|then|still))?(?: to)?(?: (?:be|have been|have)\b)?"
    r"(?: (?!(?:by|on|until|in|from|at|the|an?|our|its|their)\b)[a-z]+\b)?"
)
MARKER = re.compile(
    rf"\b(?:(?P<unsaid>(?:was|were|had been|had) (?:\w+ )?{TO_COME}\b{REST}|"
    rf"(?:would|could|might|may|to be|to have)\b{REST})|"
    rf"(?P<future>(?:will|shall|won't|must|should|\w+'ll|(?:is|are|am|be) (?:\w+ )?{TO_COME}|expected(?= to)|"
    rf"expects?|expecting|plans?(?= to)|planning|aims?(?= to)|aiming|hopes?|hoping|intends?|scheduled|(?:is|are) to|"
    rf"(?:have|has)(?= (?:to|until)\b))\b{REST}|(?:is|are|remains?|stays?)(?: \w+)?(?= until\b))|"
    r"(?P<past>had|has|have|was|were|did|been|(?!hundred\b|sacred\b)[a-z]{2,}(?<!e)ed|said|told|found|made|left|lost|"
    r"took|fell|rose|began|went|came|got|ran|held|sent|paid|saw|gave|became|stood|kept|met|broke|felt|hit|hurt|built|"
    r"brought|stolen|taken|shut))\b",
    re.I,
)
HELPERS = frozenset({"had", "was", "were", "did", "remained", "stayed", "lasted", "ran", "continued"})
"""Verbs that put "until" in the past; a participle does not ("shops closed until 3 May")."""


class Tense(StrEnum):
    """Which way from its own day a statement's words look."""

    PAST = "past"
    FUTURE = "future"
    UNSAID = "unsaid"


def tense_at(words: str, place: int, *, helpers_only: bool = False) -> Tense:
    """The tense of the last verb that starts before ``place``, else of the first one after it.

    "Was due to" and "would" are unsaid: from where they look ahead is not known; so is a past verb after one that
    looks ahead ("will be paid to all who had to wait, by Friday"). With ``helpers_only`` a past participle alone says
    nothing.
    """
    found = [
        match
        for match in MARKER.finditer(words)
        if not (helpers_only and match.group("past") and match.group().lower() not in HELPERS)
    ]
    before = [match for match in found if match.start() < place]
    nearest = before[-1] if before else next(iter(found), None)
    if nearest is not None and nearest.group("past") and any(match.group("future") for match in before):
        return Tense.UNSAID
    return Tense(nearest.lastgroup or Tense.UNSAID) if nearest is not None else Tense.UNSAID
