"""Shares and counts that imply different bases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from comms_tracker.changes.amounts import COUNT, PERCENT, Form, amount_of
from comms_tracker.changes.findings.incident import Incident
from comms_tracker.changes.findings.rounding import with_rounding
from comms_tracker.changes.intervals import Interval, can_both_hold, round_to
from comms_tracker.changes.phrasing import figure_of, figure_words, number_words, sentence
from comms_tracker.changes.readings import base_words
from comms_tracker.changes.scope import content_words
from comms_tracker.records import Claim, Finding, FindingKind

APPOSITION = re.compile(
    r"\b(?:which|that) (?:is|are|was|were|makes?|amounts? to|represents?|comes? to)\b|\bor\b|\(|—|–|, ", re.I
)
LOOSENESS = 0.1
"""Implied bases may differ by this share before they are set against each other: figures in prose are rounded twice."""


@dataclass(frozen=True)
class ImpliedBase:
    """The whole that a count and its share imply, as an interval, and the words that name it."""

    count: Claim
    share: Claim
    words: str
    whole: Interval


def base_mismatches(incident: Incident) -> Iterator[Finding]:
    """One finding for each two shares of one base that imply different wholes, or that a given base belies."""
    implied = list(implied_bases(incident))
    for a, b in combinations(implied, 2):
        if content_words(a.words) == content_words(b.words) and _apart(a.whole, b.whole):
            yield _two_bases(incident, a, b)
    for base in implied:
        for given in incident.claims:
            whole = _given_base(base, given)
            if whole is not None and _apart(base.whole, whole):
                yield _given_otherwise(incident, base, given)


def implied_bases(incident: Incident) -> Iterator[ImpliedBase]:
    """What each count with its share beside it ("136, about 2.5 per cent of ...") implies as the whole."""
    for statement in incident.statements:
        claims = incident.of_statement(statement)
        for count, share in pairwise(claims):
            whole = _whole(statement.text, count, share)
            words = base_words(statement.text, share.figure) if share.figure is not None else None
            if whole is not None and words:
                yield ImpliedBase(count, share, words, whole)


def _whole(text: str, count: Claim, share: Claim) -> Interval | None:
    """Count over share where the share stands in apposition to the count in one sentence; ``None`` elsewhere."""
    n, s = amount_of(count), amount_of(share)
    if count.figure is None or share.figure is None or n.form is not Form.NUMBER or s.form is not Form.NUMBER:
        return None
    if n.dimension != COUNT or s.dimension != PERCENT or count.restated or share.restated or n.is_zero or s.is_zero:
        return None
    between = text[count.figure.end : share.figure.start]
    if len(between) > 70 or re.search(r"[.;\n]", between) or not APPOSITION.search(between):
        return None
    if re.search(r"\b(?:and|while|but|whereas)\b", between):
        return None
    top, bottom = with_rounding(count.figure, n.interval), with_rounding(share.figure, s.interval)
    if top is None or bottom is None or not top.low or not top.high or not bottom.low or not bottom.high:
        return None
    return Interval(round_to(top.low / bottom.high * 100, 4), round_to(top.high / bottom.low * 100, 4))


def _apart(a: Interval, b: Interval) -> bool:
    """Whether two wholes are further apart than the looseness of figures in prose."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return False
    wide = Interval(a.low * (1 - LOOSENESS), a.high * (1 + LOOSENESS))
    return not can_both_hold(wide, b)


def _given_base(base: ImpliedBase, given: Claim) -> Interval | None:
    """The whole that another claim gives in so many words: the same noun and the same limits as the base's words."""
    amount = amount_of(given)
    if amount.form is not Form.NUMBER or amount.dimension != COUNT or given.id in (base.count.id, base.share.id):
        return None
    if not given.background or given.figure is None:
        return None
    named = content_words(" ".join((given.measure.counted or "", *given.measure.scope)))
    if not named or named != content_words(base.words):
        return None
    return with_rounding(given.figure, amount.interval)


def _about(whole: Interval) -> str:
    middle = whole.middle or 0.0
    return f"about {number_words(round_to(middle, 2))}"


def _is_of(base: ImpliedBase) -> str:
    assert base.share.figure is not None
    share = f"{figure_words(base.share.figure)} of {base.words}"
    return f"{figure_of(base.count)} at {share} implies {_about(base.whole)} in all"


def _two_bases(incident: Incident, a: ImpliedBase, b: ImpliedBase) -> Finding:
    words = f"{_is_of(a)} ({incident.where(a.count)}); {_is_of(b)} ({incident.where(b.count)})"
    claims = (a.count.id, a.share.id, b.count.id, b.share.id)
    statements = tuple(dict.fromkeys((a.count.statement, b.count.statement)))
    return Finding(FindingKind.BASE_MISMATCH, statements, claims, sentence(words))


def _given_otherwise(incident: Incident, base: ImpliedBase, given: Claim) -> Finding:
    words = f"{_is_of(base)}, but {incident.where(given)} gives {figure_of(given)}"
    statements = tuple(dict.fromkeys((base.count.statement, given.statement)))
    return Finding(FindingKind.BASE_MISMATCH, statements, (base.count.id, base.share.id, given.id), sentence(words))
