"""Shares and counts that imply different bases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from comms_tracker.alignment.nouns import kinship
from comms_tracker.changes.amounts import COUNT, PERCENT, Form, amount_of
from comms_tracker.changes.english import number_words
from comms_tracker.changes.findings.incident import Incident
from comms_tracker.changes.findings.rounding import with_rounding
from comms_tracker.changes.findings.wholes import POINTS_AWAY, Base, base_after, whole_of
from comms_tracker.changes.intervals import Interval, can_both_hold, round_to
from comms_tracker.changes.phrasing import figure_of, figure_words, sentence
from comms_tracker.changes.scope import content_words
from comms_tracker.changes.sentences import POINTING, sentence_index, sentence_spans
from comms_tracker.records import Claim, Finding, FindingKind

APPOSITION = re.compile(
    r"\b(?:which|that) (?:is|are|was|were|makes?|amounts? to|represents?|comes? to)\b|\bor\b|\(|—|–|, ", re.I
)
LED_BACK = re.compile(rf"{POINTING}[^.,;:]{{0,30}}", re.I)
"""The lead of a sentence that gives the share of what the sentence before counts ("They made up 3 per cent of ...")."""
ARTICLE = re.compile(r"^(?:(?:our|the|their|its|all)\s+)+(?!\d)", re.I)
LOOSENESS = 0.1
"""Implied bases may differ by this share before they are set against each other: figures in prose are rounded twice."""


@dataclass(frozen=True)
class ImpliedBase:
    """The whole that a count and its share imply, as an interval, and the words that name it."""

    count: Claim
    share: Claim
    words: str
    whole: Interval
    place: Base


def base_mismatches(incident: Incident) -> Iterator[Finding]:
    """One finding for each two shares of one base that imply different wholes, or that a given base belies."""
    implied = list(implied_bases(incident))
    for a, b in combinations(implied, 2):
        periods = {one.count.measure.period for one in (a, b)} - {None}
        if len(periods) > 1 or POINTS_AWAY.search(a.words) or content_words(a.words) != content_words(b.words):
            continue
        if _apart(a.whole, b.whole):
            yield _two_bases(incident, a, b)
    for base in implied:
        for given in _given(incident, base):
            whole = with_rounding(given.figure, amount_of(given).interval) if given.figure is not None else None
            if whole is not None and _apart(base.whole, whole):
                yield _given_otherwise(incident, base, given)


def implied_bases(incident: Incident) -> Iterator[ImpliedBase]:
    """What each count with its share ("136, about 2.5 per cent of ...", "That is 2.5 per cent of ...") implies."""
    for statement in incident.statements:
        claims = incident.of_statement(statement)
        for index, share in enumerate(claims):
            base = base_after(statement.text, share.figure.end) if share.figure is not None else None
            count = _count_of(statement.text, claims[:index], share) if base is not None else None
            whole = _whole(count, share) if count is not None else None
            if base is not None and count is not None and whole is not None:
                yield ImpliedBase(count, share, ARTICLE.sub("", " ".join(base.words.split())), whole, base)


def _count_of(text: str, before: Sequence[Claim], share: Claim) -> Claim | None:
    """The count that the share stands for: in apposition to it, or the only one of the sentence it points back to."""
    if share.figure is None or not before:
        return None
    count = before[-1]
    if count.figure is not None and _in_apposition(text[count.figure.end : share.figure.start]):
        return count
    spans, index = sentence_spans(text), sentence_index(text, share.figure.start)
    if not index or not LED_BACK.fullmatch(text[spans[index][0] : share.figure.start]):
        return None
    left, right = spans[index - 1]
    counts = [
        claim
        for claim in before
        if claim.figure is not None and left <= claim.figure.start < right and amount_of(claim).dimension == COUNT
    ]
    return counts[0] if len(counts) == 1 else None


def _in_apposition(between: str) -> bool:
    """Whether the words between a count and a share make the share another way of giving the count."""
    if len(between) > 70 or re.search(r"[.;\n]", between) or not APPOSITION.search(between):
        return False
    return not re.search(r"\b(?:and|while|but|whereas)\b", between)


def _whole(count: Claim, share: Claim) -> Interval | None:
    """Count over share; ``None`` where one of them is no firm number."""
    n, s = amount_of(count), amount_of(share)
    if count.figure is None or share.figure is None or n.form is not Form.NUMBER or s.form is not Form.NUMBER:
        return None
    if n.dimension != COUNT or s.dimension != PERCENT or count.restated or share.restated or n.is_zero or s.is_zero:
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


def _given(incident: Incident, base: ImpliedBase) -> list[Claim]:
    """The claims that give the whole in so many words: the one that the base names, else the organisation's size."""
    named = whole_of(incident, base.count, base.place, earlier=True)
    if named is not None:
        return [named] if named.id != base.share.id and _is_number(named) else []
    words = content_words(base.words)
    return [
        claim
        for claim in incident.claims
        if claim.background
        and claim.id not in (base.count.id, base.share.id)
        and _is_number(claim)
        and words == content_words(" ".join((claim.measure.counted or "", *claim.measure.scope)))
    ]


def _is_number(claim: Claim) -> bool:
    amount = amount_of(claim)
    return amount.form is Form.NUMBER and amount.dimension == COUNT


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
    same_noun = kinship(given.measure.counted, base.count.measure.counted) > 0
    gives = f"{figure_of(given, noun=same_noun)}{_share_of(base.count, given)}"
    words = f"{_is_of(base)}, but {incident.where(given)} gives {gives}"
    statements = tuple(dict.fromkeys((base.count.statement, given.statement)))
    return Finding(FindingKind.BASE_MISMATCH, statements, (base.count.id, base.share.id, given.id), sentence(words))


def _share_of(count: Claim, whole: Claim) -> str:
    """The sum: « (38 is 7.6 per cent of 500)»."""
    part, all_ = amount_of(count).interval, amount_of(whole).interval
    if part is None or all_ is None or not part.middle or not all_.middle:
        return ""
    share = number_words(round_to(part.middle / all_.middle * 100, 2))
    return f" ({number_words(part.middle)} is {share} per cent of {number_words(all_.middle)})"
