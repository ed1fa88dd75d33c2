"""Shares that no whole can have: above 100 per cent, or a part that is larger than what it is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.amounts import COUNT, PERCENT, Form, amount_of
from comms_tracker.changes.english import number_words
from comms_tracker.changes.findings.incident import Incident, current
from comms_tracker.changes.findings.parts import larger_than_whole
from comms_tracker.changes.findings.rounding import with_zeros
from comms_tracker.changes.findings.wholes import base_after, base_before, whole_of
from comms_tracker.changes.intervals import round_to, wholly_below
from comms_tracker.changes.phrasing import figure_words, quoted, sentence
from comms_tracker.changes.readings import BASE
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.records import Basis, Certainty, Claim, Finding, FindingKind, Polarity

GROWTH = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|up|grow\w*|grew|higher|above|jump\w*|surge\w*|gain\w*|inflation|"
    r"of (?:normal|usual|capacity|its|their|last|target|expected|plan|what)|capacity|target|compared|than|"
    r"(?:year|month|week|day)s? (?:ago|earlier|before)|"
    r"of (?:\w+ ){0,2}(?:usual|normal|typical|average|ordinary|planned|expected|forecast|budget\w*|previous|last))\b",
    re.I,
)
"""Words of growth or of a yardstick: a share of those may well be above 100 per cent."""
REMEDIES = (
    (r"under-?pa(?:id|y\w*)|over-?charged?|over-?pa(?:id|y\w*)", r"repa(?:id|y)|refund\w*|reimburse\w*|compensate\w*"),
    (r"recall\w*|withdr\w+", r"collect\w*|hand(?:ed)? (?:back|in)|return\w*"),
    (r"lost? (?:power|gas|water|supply)|cut off|without|black(?:ed)? out|disconnect\w*", r"restor\w*|reconnect\w*"),
    (r"evacuat\w*|displac\w*|flood\w*", r"rehous\w*|return\w*|(?:gone|go|come) (?:back|home)"),
    (r"stuck|block\w*|held up|delay\w*|lock\w* out", r"releas\w*|unblock\w*|cleared?"),
    (r"released? in error|stolen", r"recaptur\w*|return\w*|recover\w*"),
)
"""What befalls things, and what is done about it afterwards: it cannot be done for more than it befell."""

STILL = re.compile(r"\b(?:still|remain\w*|left|yet|outstanding|the rest|other|others|another|further|more)\b", re.I)
"""Words of those whom the remedy has not reached, or of more than these: they are no whole."""
TIMED = re.compile(
    r"\b(?:last|this|on|in|during|since|by|until|from) (?:the )?(?:week|month|year|night|summer|winter|\d|[A-Z])|"
    r"\b(?:today|yesterday|overnight)\b"
)
"""Words that bind what befell things to a time: the remedy may be for what befell others at another."""


def impossible_shares(incident: Incident) -> Iterator[Finding]:
    """One finding for each share above 100 per cent of a whole, and for each part that is larger than its whole.

    Growth and comparisons may well be above 100 per cent.
    """
    for claim in incident.claims:
        figure = claim.figure
        if figure is None or claim.restated:
            continue
        if figure.unit == PERCENT:
            if figure.low is not None and figure.low > 100 and _is_of_whole(incident.text(claim), claim):
                words = f"{figure_words(figure)} is more than the whole (100 per cent): {quoted(claim.text)}"
                yield Finding(FindingKind.IMPOSSIBLE_SHARE, (claim.statement,), (claim.id,), sentence(words))
            continue
        whole = _whole_by_words(incident, claim) or _whole_by_remedy(incident, claim)
        if whole is not None and _is_larger(claim, whole):
            yield _larger_than_whole(whole, claim)


def _is_of_whole(text: str, claim: Claim) -> bool:
    assert claim.figure is not None
    start, end = claim.figure.start, claim.figure.end
    is_share = claim.measure.basis in {Basis.SHARE, Basis.PROGRESS} or BASE.match(text[end:])
    return bool(is_share) and not GROWTH.search(sentence_at(text, start, end))


def _whole_by_words(incident: Incident, part: Claim) -> Claim | None:
    """The whole that a count names as its own: "325 of the 310 customers", "of the calls that waited, 402 ..."."""
    assert part.figure is not None
    text = incident.text(part)
    base = base_after(text, part.figure.end) or base_before(text, part.figure.start)
    return whole_of(incident, part, base) if base is not None else None


def _whole_by_remedy(incident: Incident, part: Claim) -> Claim | None:
    """The count of those it befell, where a later count of the same statement says for how many it was put right."""
    remedies = [(harm, cure) for harm, cure in REMEDIES if re.search(rf"\b(?:{cure})\b", part.text, re.I)]
    if not remedies or part.measure.scope or part.background or part.polarity is not Polarity.AFFIRMED:
        return None
    found = []
    for claim in current(incident.claims):
        if claim.statement != part.statement or claim.id == part.id or claim.speaker != part.speaker:
            continue
        if claim.polarity is not Polarity.AFFIRMED or claim.start > part.start or claim.measure.scope:
            continue
        if kinship(claim.measure.counted, part.measure.counted) < SYNONYMS or STILL.search(claim.text):
            continue
        if claim.measure.period is not None or TIMED.search(claim.text):
            continue
        if any(re.search(rf"\b(?:{harm})\b", claim.text, re.I) for harm, _ in remedies):
            found.append(claim)
    return found[0] if len(found) == 1 else None


def _is_larger(part: Claim, whole: Claim) -> bool:
    """Whether no number that rounds to the part's words fits into the whole."""
    a, b = amount_of(part), amount_of(whole)
    if part.figure is None or whole.figure is None or a.dimension != COUNT or b.dimension != COUNT or a.is_zero:
        return False
    if Form.VAGUE in (a.form, b.form) or part.certainty in {Certainty.FORECAST, Certainty.CONDITIONAL}:
        return False
    inner, outer = with_zeros(part.figure, a.interval), with_zeros(whole.figure, b.interval)
    return inner is not None and outer is not None and wholly_below(outer, inner)


def _larger_than_whole(whole: Claim, part: Claim) -> Finding:
    words = larger_than_whole(part, whole)
    a, b = amount_of(part).interval, amount_of(whole).interval
    if a is not None and b is not None and a.is_point and b.is_point and a.low and b.low:
        words += f" ({number_words(round_to(a.low / b.low * 100, 4))} per cent)"
    return Finding(FindingKind.IMPOSSIBLE_SHARE, (part.statement,), (whole.id, part.id), sentence(words))
