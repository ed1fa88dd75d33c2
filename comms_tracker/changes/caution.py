"""Reasons not to say that one claim contradicts another: an accusation needs certainty."""

from __future__ import annotations

import re
from enum import StrEnum

from comms_tracker.alignment.event_kinship import finds_evidence, was_unharmed
from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.calendar_names import MONTH, WEEKDAY
from comms_tracker.changes.pair import SURE_ENOUGH, Pair
from comms_tracker.changes.scope import content_words, is_group
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.claims.events import events
from comms_tracker.claims.intervals import apart, interval_of, period_words
from comms_tracker.records import Claim

SURE_OF_STRANGE_EVENTS = 0.75
"""How sure a link must be where an event stands in no list, so that nothing is known about what it is near to."""

TIME = re.compile(
    rf"\b{WEEKDAY}\b|\b{MONTH}\b|"
    r"\b\d{4}\b|\b(?:yesterday|today|tonight|overnight|week|weekend|month|year|morning|"
    r"afternoon|evening|night|spring|summer|autumn|winter)\b",
    re.I,
)
ONLY_SINCE = re.compile(r"\bsince\b", re.I)
NEGATED_BEFORE = re.compile(
    r"\b(?:no|not|never|nothing|without|neither|nor|den(?:y|ied|ies)|cannot|rule[sd]? out|unaware)\b[^.;:!?\n]*$", re.I
)


STOPPING = frozenset({"ban", "cease", "end", "halt", "rule out", "stop", "suspend"})
GOING_ON = frozenset({None, "be", "continue", "go ahead", "go on", "happen", "operate", "run", "take place"})
DUTY = re.compile(r"\b(?:needs?|needed|ha(?:ve|s|d)) to\b|\bneed(?:s|ed)?(?: not|n['’]t)\b|\bmust\b", re.I)
PAID_TO = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|g(?:ive|ives|ave|iven|iving)|offer(?:s|ed)?|ow(?:es?|ed|ing)|grant(?:s|ed)?|"
    r"refund(?:s|ed)?|payments?|compensation)\b[^.;:]*?\bto (?:(?:the|our|all|any|every|each) )*([^.,;:]+)",
    re.I,
)
OWNER = re.compile(r"\b[\w-]+(?:['’]s|s['’])(?=\s)")
"""Whose the one is to whom something is paid: the minister's brother is not the minister."""


class Doubt(StrEnum):
    """Why two claims of opposite polarity may both hold, or may not be about the same thing."""

    LINK = "link"
    OTHER_GROUP = "other_group"
    OTHER_TIME = "other_time"
    OTHER_EVENT = "other_event"
    READING = "reading"


def doubt_of(pair: Pair, denial: Claim, affirmed: Claim) -> Doubt | None:
    """The first reason to hold back; ``None`` where the two clash."""
    if pair.link_confidence < SURE_ENOUGH:
        return Doubt.LINK
    milder = _only_milder(denial, affirmed) or _no_duty(denial, affirmed)
    answers = was_unharmed(denial, affirmed) or finds_evidence(denial, affirmed)
    if (_other_event(pair) and not answers) or milder or _agree(denial, affirmed):
        return Doubt.OTHER_EVENT
    if _other_time(denial, affirmed) or _only_since(pair, denial):
        return Doubt.OTHER_TIME
    if _other_group(pair, denial, affirmed) or _other_recipients(denial, affirmed):
        return Doubt.OTHER_GROUP
    text = pair.texts[0] if affirmed is pair.earlier else pair.texts[1]
    return Doubt.READING if NEGATED_BEFORE.search(text[max(0, affirmed.start - 60) : affirmed.start]) else None


def _other_event(pair: Pair) -> bool:
    """Whether one is a remedy and the other none ("need not fix anything", "were touched"), or they are hardly known.

    Events that are only near to one another, or stand in no list, need a surer link: lost, and missed a flight.
    """
    happened = (pair.earlier.measure.event, pair.later.measure.event)
    if happened[0] == happened[1]:
        return False
    parts = [events().classes.get(event or "", frozenset()) for event in happened]
    if parts[0] and parts[1] and not parts[0] & parts[1] and any("remedy" in part for part in parts):
        return True
    known = parts[0] and parts[1] and events().group(happened[0]) == events().group(happened[1])
    return not known and pair.link_confidence < SURE_OF_STRANGE_EVENTS


def _only_milder(denial: Claim, affirmed: Claim) -> bool:
    """Whether what is affirmed need not be what is denied: who was treated need not have stayed in hospital.

    So it is with who fell ill, where only treatment was denied, and with delays, where no serious ones were.
    """
    known = events()
    graver, milder = (known.group(claim.measure.event) for claim in (denial, affirmed))
    if graver is not None and milder in known.milder[graver]:
        return True
    helped = known.medical_help
    if graver == milder and denial.measure.event in helped and affirmed.measure.event not in helped:
        return not any(known.group_of.get(word) in known.milder for word in affirmed.measure.phrase.split())
    return _graded(denial) and not _graded(affirmed)


def _agree(denial: Claim, affirmed: Claim) -> bool:
    """Whether both say that something does not go on: "blasting has been stopped", "there will be no blasting"."""
    return affirmed.measure.event in STOPPING and denial.measure.event in GOING_ON


def _no_duty(denial: Claim, affirmed: Claim) -> bool:
    """Whether only a duty is denied ("patients need not call us"), and what happened was no duty."""
    return DUTY.search(denial.text) is not None and DUTY.search(affirmed.text) is None


def _graded(claim: Claim) -> bool:
    """Whether only a grave case is spoken of: "no serious injuries", "nobody was badly hurt"."""
    words = set(re.findall(r"[a-z-]+", claim.text.casefold()))
    return bool({word.removesuffix("ly") for word in words} & events().grave)


def _other_time(denial: Claim, affirmed: Claim) -> bool:
    """Whether both limit what is counted to a time, and to another one."""
    periods = [interval_of(claim.measure.period) for claim in (denial, affirmed)]
    if periods[0] is not None and periods[1] is not None:
        return apart(periods[0], periods[1])
    times = [_times(claim) for claim in (denial, affirmed)]
    return bool(times[0] and times[1]) and times[0].isdisjoint(times[1])


def _only_since(pair: Pair, denial: Claim) -> bool:
    """Whether a later denial speaks only of the time since something: "no illness has been reported since then"."""
    if denial is not pair.later:
        return False
    sentence = sentence_at(pair.texts[1], denial.start, denial.end)
    return ONLY_SINCE.search(sentence) is not None


def _times(claim: Claim) -> frozenset[str]:
    words = " ".join((*claim.measure.scope, period_words(claim.measure.period or "")))
    return frozenset(word.casefold() for word in TIME.findall(words))


def _other_group(pair: Pair, denial: Claim, affirmed: Claim) -> bool:
    """Whether the denial was about a group that the affirmation does not speak of."""
    of_denial, of_other = pair.scope.lost, pair.scope.gained
    if denial is pair.later:
        of_denial, of_other = of_other, of_denial
    groups = [phrase for phrase in of_denial if is_group(phrase)]
    spoken_of = content_words(affirmed.text)
    return any(not of_other or content_words(group).isdisjoint(spoken_of) for group in groups)


def _other_recipients(denial: Claim, affirmed: Claim) -> bool:
    """Whether one says to whom nothing is paid or given, and the other that something is, to somebody else."""
    whom = [PAID_TO.search(claim.text) for claim in (denial, affirmed)]
    if whom[0] is None or whom[1] is None:
        return False
    named = [
        {word.removesuffix("s") for word in re.findall(r"[a-z]+", OWNER.sub("", match[1].casefold()))}
        for match in whom
        if match
    ]
    kin = any(kinship(a, b) >= SYNONYMS for a in named[0] for b in named[1] if len(a) > 2)
    told = [content_words(OWNER.sub("", match[1])) for match in whom if match]
    return not kin and told[0].isdisjoint(told[1])
