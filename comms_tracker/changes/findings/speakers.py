"""Two speakers who give other numbers for the same thing at the same time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from comms_tracker.alignment.features import Place, compare_parts
from comms_tracker.alignment.incompatible import incompatible
from comms_tracker.alignment.model import probability
from comms_tracker.alignment.scoring import places
from comms_tracker.alignment.wording import Rarity
from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.changes.findings.incident import (
    PEOPLE,
    Incident,
    about_the_same,
    apart,
    cannot_both_hold,
    current,
    finding_of_two,
    step,
)
from comms_tracker.changes.findings.wholes import base_after
from comms_tracker.changes.phrasing import quoted
from comms_tracker.changes.scope import content_words
from comms_tracker.changes.sentences import sentence_index, sentence_spans
from comms_tracker.records import Basis, Certainty, Claim, Finding, FindingKind, Polarity, Voice

SAME_NEWS_ALIKE = 0.5
"""How many content words two claims must share before they are set against each other without a link between them."""
EVERYWHERE = re.compile(
    r"\b(?:(?:whole|rest) of the|in the (?:whole )?(?:country|county|region|nation|world)|nation-?wide|nationally|"
    r"across the (?:country|county|region|industry|sector))\b",
    re.I,
)
SAME_MEASURE = 0.35
"""How probable it must be by their words that two speakers count the same, each of whom counts nothing likelier."""
TALLY = r"(?:number|figure|total|tally|count|toll|sum)"
PUTS_AT = re.compile(
    rf"\b(?:puts?|putting|makes?|estimates?|reckons?)\s+(?:(?:the|its|their|that)\s+)?(?:own\s+)?{TALLY}\b"
    r"([^.;]{0,80}?)\s(?:at|to be)\s*$",
    re.I,
)
"""How another speaker names what is counted: "puts the number of those underpaid at"; the group says what."""
IS_TALLY = re.compile(rf"\b{TALLY}\b[^.;]{{0,40}}$", re.I)
SAYS_LITTLE = frozenset({"number", "numb", "figur", "total", "tot", "tally", "tall", "count", "it", "is", "hav", "had"})


def speakers_differ(incident: Incident) -> Iterator[Finding]:
    """One finding for each two speakers who give other numbers for the same thing on the same day.

    The two are worded alike, or what the other speaker says is counted stands in the words of the organisation.
    """
    told: set[tuple[str, str]] = set()
    for a, b in _at_one_time(incident):
        if about_the_same(a, b, SAME_NEWS_ALIKE) and cannot_both_hold(a, b):
            told.add((a.id, b.id))
            yield _differ(a, b)
    for other, ours in (*_answers(incident), *_measured_alike(incident)):
        if (ours.id, other.id) not in told and (other.id, ours.id) not in told:
            told.add((ours.id, other.id))
            yield _differ(ours, other)


def _at_one_time(incident: Incident) -> Iterator[tuple[Claim, Claim]]:
    """Each two claims that speakers make in one statement or on one day, in the order of the claims."""
    claims = [claim for claim in current(incident.claims) if claim.voice is not Voice.NARRATION]
    times = [{("statement", claim.statement), ("day", incident.day(claim))} - {("day", None)} for claim in claims]
    made: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    for place, of in enumerate(times):
        for time in of:
            made[time].append(place)
    for place, (a, of) in enumerate(zip(claims, times, strict=True)):
        for later in sorted({one for time in of for one in made[time] if one > place}):
            if claims[later].speaker != a.speaker:
                yield a, claims[later]


def _answers(incident: Incident) -> Iterator[tuple[Claim, Claim]]:
    """Each other speaker's claim with the organisation's claim in the same text that gives another number for it."""
    for other in current(incident.claims):
        ours = _answered(incident, other) if other.speaker is not None else None
        if ours is not None:
            yield other, ours


def _measured_alike(incident: Incident) -> Iterator[tuple[Claim, Claim]]:
    """Each other speaker's claim with that of the organisation, in the same text, that most probably counts the same.

    How probable it is says the model of same measure by its words alone, whoever speaks; each must be the other's best.
    """
    claims = current(incident.claims)
    rarity, place = Rarity.of(incident.claims), places(incident.claims)
    by_statement: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.figure is not None and not claim.background and _is_firm_total(claim):
            by_statement.setdefault(claim.statement, []).append(claim)
    for here in by_statement.values():
        others = [claim for claim in here if claim.speaker is not None]
        ours = [claim for claim in here if claim.speaker is None]
        sure = {
            (theirs.id, own.id): _sureness(own, theirs, rarity, (place[own.id], place[theirs.id]))
            for theirs in others
            for own in ours
        }
        for theirs in others:
            best = max(ours, key=lambda own: sure.get((theirs.id, own.id), 0.0), default=None)
            if best is None or sure.get((theirs.id, best.id), 0.0) < SAME_MEASURE:
                continue
            rival = max(others, key=lambda one: sure.get((one.id, best.id), 0.0))
            if rival is theirs and apart(best, theirs):
                yield theirs, best


def _sureness(own: Claim, theirs: Claim, rarity: Rarity, placed: tuple[Place, Place]) -> float:
    """How probable it is that both count the same, whoever speaks; 0 where only one counts a whole country."""
    wide = [EVERYWHERE.search(claim.text) is not None for claim in (own, theirs)]
    if wide[0] is not wide[1] or not _one_period(own, theirs) or incompatible(own, replace(theirs, speaker=None)):
        return 0.0
    return probability(compare_parts(own, theirs, rarity, placed, None), with_meaning=False)


def _differ(a: Claim, b: Claim) -> Finding:
    second = _speaker(b)
    second = "the " + second[4:] if second.startswith("The ") else second
    words = f"{_speaker(a)} says {quoted(a.text)}, {second} says {quoted(b.text)}{step(a, b)}"
    return finding_of_two(FindingKind.SPEAKERS_DIFFER, a, b, words)


def _speaker(claim: Claim) -> str:
    return claim.speaker or "the organisation"


def _answered(incident: Incident, other: Claim) -> Claim | None:
    """The one claim of the organisation, in the same text, that gives another number for what the other one counts."""
    text = incident.text(other)
    put = _put_at(text, other)
    named = put or _event_and_noun(other)
    if not named or not _is_firm_total(other):
        return None
    found = []
    for claim in current(incident.claims):
        if claim.statement != other.statement or claim.speaker is not None or not _is_firm_total(claim):
            continue
        if amount_of(claim).dimension != amount_of(other).dimension or not _one_period(claim, other):
            continue
        if (put or (_is_tally(text, claim) and _may_count(claim, other))) and named <= _context(text, claim):
            found.append(claim)
    close = [claim for claim in found if content_words(claim.measure.event or "") & named] or found
    if len({amount_of(claim).interval for claim in close}) != 1 or not apart(close[0], other):
        return None
    return close[0]


def _is_firm_total(claim: Claim) -> bool:
    return (
        claim.polarity is Polarity.AFFIRMED
        and claim.voice is not Voice.NARRATION
        and claim.certainty not in {Certainty.FORECAST, Certainty.CONDITIONAL}
        and claim.measure.basis in {None, Basis.TOTAL}
        and amount_of(claim).form in {Form.NUMBER, Form.BOUND, Form.RANGE}
    )


def _one_period(a: Claim, b: Claim) -> bool:
    """Whether the periods are the same; a claim without one may be of any, but for the other's year."""
    periods = {claim.measure.period for claim in (a, b)} - {None}
    return len(periods) < 2 and not any(re.search(r"\b(?:19|20)\d\d\b", claim.text) for claim in (a, b))


def _put_at(text: str, claim: Claim) -> frozenset[str]:
    """The words for what is counted after "puts the number of"; none where it is said in another way."""
    match = PUTS_AT.search(_lead(text, claim))
    return content_words(match.group(1)) - SAYS_LITTLE if match is not None else frozenset()


def _event_and_noun(claim: Claim) -> frozenset[str]:
    words = [content_words(word or "") - SAYS_LITTLE for word in (claim.measure.event, claim.measure.counted)]
    return words[0] | words[1] if all(words) else frozenset()


def _is_tally(text: str, claim: Claim) -> bool:
    """Whether the claim only calls itself a figure, a tally or a number, and says of what in the sentence before."""
    return bool(IS_TALLY.search(_lead(text, claim)))


def _may_count(tally: Claim, other: Claim) -> bool:
    """Whether a tally may be of what the other counts: it names nothing else, or both count people."""
    noun, theirs = tally.measure.counted, other.measure.counted
    return noun is None or noun == theirs or theirs in PEOPLE or re.fullmatch(TALLY, noun) is not None


def _context(text: str, claim: Claim) -> frozenset[str]:
    """The words of a claim and, where it is a mere tally, of the sentence before; none where it is a part of a base."""
    if claim.figure is None or base_after(text, claim.figure.end) is not None:
        return frozenset()
    words = content_words(claim.text)
    if _is_tally(text, claim):
        index = sentence_index(text, claim.figure.start)
        words |= content_words(text[slice(*sentence_spans(text)[index - 1])]) if index else frozenset()
    return words


def _lead(text: str, claim: Claim) -> str:
    """The sentence as far as the figure."""
    if claim.figure is None:
        return ""
    index = sentence_index(text, claim.figure.start)
    return "" if index is None else text[sentence_spans(text)[index][0] : claim.figure.start]
