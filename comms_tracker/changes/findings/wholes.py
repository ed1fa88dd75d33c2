"""What a part or a share is a part of: the base in the statement's own words, and the claim that sizes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.amounts import COUNT, amount_of
from comms_tracker.changes.findings.incident import Incident
from comms_tracker.changes.findings.parts import figure_start
from comms_tracker.changes.readings import AFTER_BASE
from comms_tracker.changes.scope import content_words
from comms_tracker.changes.sentences import POINTING, sentence_index, sentence_spans
from comms_tracker.records import Basis, Certainty, Claim, Polarity, Statement

WORDS = r"((?:[^.,;:()\n]|(?<=\d)[,.](?=\d)){3,80})"
"""The words of a base: up to the next mark, points and commas inside a number left in."""
AFTER_FIGURE = re.compile(rf"\s*(?:out )?of\s+{WORDS}", re.I)
BEFORE_FIGURE = re.compile(rf"(?:^\W*|[;:,—–]\s*|\band )(?:out )?of\s+{WORDS},\s+(?:\w+ ){{0,2}}$", re.I)
RELATIVE = re.compile(r"\b(?:that|who|whose|which)\b", re.I)
NOUNLESS = re.compile(r"(?:those|these|them)\b", re.I)
POINTS_AWAY = re.compile(r"\b(?:here|there|then|that (?:day|week|month|year|time|night)|elsewhere)\b", re.I)
"""Words of a base that mean another place or time in every sentence."""
TOGETHER = re.compile(rf"(?:(?:together|altogether|in all|in total),?\s+)?{POINTING}", re.I)
"""The lead of a sentence that adds up what the sentence before counts: "Together that makes ..."."""
NAMES_NOTHING = frozenset({"one", "once", "tot", "total", "number", "numb", "all", "had", "already"})


@dataclass(frozen=True)
class Base:
    """The words that name a whole, and where they stand in the statement's text."""

    words: str
    start: int
    end: int


def base_after(text: str, end: int) -> Base | None:
    """The base that follows a figure which ends at ``end`` ("84 per cent of those underpaid"); ``None`` without one."""
    match = AFTER_FIGURE.match(text, end)
    if match is None:
        return None
    words = match.group(1)
    if not RELATIVE.search(words):
        words = AFTER_BASE.split(words)[0]
    return Base(words.strip(), match.start(1), match.start(1) + len(words.rstrip()))


def base_before(text: str, start: int) -> Base | None:
    """The base that leads up to a figure ("Of the calls that waited, 402 ..."); ``None`` without one."""
    index = sentence_index(text, start)
    if index is None:
        return None
    first = sentence_spans(text)[index][0]
    match = BEFORE_FIGURE.search(text[first:start])
    return None if match is None else Base(match.group(1).strip(), first + match.start(1), first + match.end(1))


def whole_of(incident: Incident, part: Claim, base: Base, *, earlier: bool = False) -> Claim | None:
    """The claim that says how large the base is; ``None`` where there is none, or where several disagree.

    It is the figure among the base's own words ("of the 310 customers"), else the count in the same statement whose
    sentence has all words that name the base. ``earlier``: else one in the latest earlier statement that has any.
    """
    own = next(statement for statement in incident.statements if statement.id == part.statement)
    inside = [claim for claim in _counts(incident, own, part) if base.start <= figure_start(claim) < base.end]
    if inside:
        return inside[0] if len(inside) == 1 else None
    if not _names(base.words):
        return None
    at = incident.statements.index(own)
    for statement in [own, *reversed(incident.statements[:at])] if earlier else [own]:
        found = [claim for claim in _counts(incident, statement, part) if _is_sized(statement, claim, part, base)]
        if found:
            return found[0] if len({amount_of(claim).interval for claim in found}) == 1 else None
    return None


def _counts(incident: Incident, statement: Statement, part: Claim) -> Iterator[Claim]:
    """The firm counts of one speaker that may be the size of a whole."""
    for claim in incident.of_statement(statement):
        amount = amount_of(claim)
        if claim.id == part.id or claim.figure is None or amount.interval is None or amount.dimension != COUNT:
            continue
        if claim.restated or claim.speaker != part.speaker or claim.polarity is not Polarity.AFFIRMED:
            continue
        if part.figure is not None and claim.statement == part.statement and figure_start(claim) == figure_start(part):
            continue
        if claim.certainty not in {Certainty.FORECAST, Certainty.CONDITIONAL}:
            yield claim


def _is_sized(statement: Statement, claim: Claim, part: Claim, base: Base) -> bool:
    """Whether the claim counts what the base names, and no smaller group of it."""
    if claim.measure.basis in {Basis.INCREMENT, Basis.PERIOD, Basis.SHARE}:
        return False
    of = base_after(statement.text, claim.figure.end) if claim.figure is not None else None
    if of is not None and not RELATIVE.search(base.words) and of.words.casefold().startswith(base.words.casefold()):
        return False
    if NOUNLESS.match(base.words) and kinship(claim.measure.counted, part.measure.counted) < SYNONYMS:
        return False
    named = _names(base.words)
    if not content_words(" ".join(claim.measure.scope)) <= named | content_words(claim.measure.counted or ""):
        return False
    return named <= _words_up_to(statement.text, claim)


def _words_up_to(text: str, claim: Claim) -> frozenset[str]:
    """The words of the sentence as far as the claim's own words go, if no other figure stands before it.

    The sentence before is taken in where this one points back to it ("Together that makes 410,000 pots").
    """
    spans, index = sentence_spans(text), sentence_index(text, figure_start(claim))
    if index is None:
        return content_words(claim.text)
    left, right = spans[index][0], max(claim.end, figure_start(claim))
    lead = text[left : figure_start(claim)]
    if re.search(r"\d", lead):
        left = claim.start
    if index and TOGETHER.match(lead):
        left = spans[index - 1][0]
    return content_words(text[left:right])


def _names(words: str) -> frozenset[str]:
    """The words that name a base; none where it is a bare noun or pronoun, or points to a place or time."""
    if POINTS_AWAY.search(words):
        return frozenset()
    named = content_words(words) - NAMES_NOTHING
    return named if len(named) > (0 if NOUNLESS.match(words) else 1) else frozenset()
