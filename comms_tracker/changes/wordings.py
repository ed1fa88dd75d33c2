"""How two wordings that are told without numbers stand to each other, where neither polarity nor firmness differs.

That they say the same is said only where their words show it; where these leave it open, so does the explanation.
"""

from __future__ import annotations

import re

from comms_tracker.alignment.days import moments_differ, other_moments
from comms_tracker.alignment.event_kinship import event_kinship, other_event
from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.pair import SURE_ENOUGH, Pair
from comms_tracker.changes.scope import content_words, only_in_one
from comms_tracker.claims.events import events
from comms_tracker.claims.intervals import apart, interval_of
from comms_tracker.records import Certainty, Claim, Polarity

SURE_OF_THE_SAME = 0.75
"""How sure a link must be before wordings with more than a word of their own are said to mean the same."""
MOST_OTHER_WORDS = 2
NEGATION = re.compile(r"\b(?:not|never|no longer|without|neither|nor)\b|n['’]t\b", re.I)
TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may(?= \d)|(?<=in )may|june|july|"
    r"august|september|october|november|december|\d{4}|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|noon|midday|midnight|yesterday|"
    r"today|tonight|tomorrow|overnight|mornings?|afternoons?|evenings?|nights?|spring|summer|autumn|winter|"
    r"(?:minute|hour|day|week|weekend|month|year)s?|at once|immediately|soon|shortly|promptly|later)\b",
    re.I,
)
LIMIT = re.compile(
    r"\b(?:again|all|apart from|as a precaution|being|both|but|each|elsewhere|entirely|every|except|fully|in full|"
    r"largely|mainly|most|mostly|not|now|once|only|other|others|part|partial|partially|partly|some|temporarily|unless|"
    r"until|when)\b",
    re.I,
)
"""Words that may be all that two wordings differ in, and make a difference."""
NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")


def follows(pair: Pair) -> bool:
    """Whether one state of a thing comes after another one: it was put off, then called off.

    Both events are known, and press language uses neither for the other; what caused something is no state.
    """
    earlier, later = pair.earlier, pair.later
    known, happened = events(), (earlier.measure.event, later.measure.event)
    if not _only_affirmed(pair) or later.restated or later.certainty is not Certainty.ASSERTED:
        return False
    if any(known.plays(event, "cause") for event in happened) or not other_event(*happened):
        return False
    akin = kinship(earlier.measure.counted, later.measure.counted) >= SYNONYMS
    return akin and pair.link_confidence >= SURE_ENOUGH


def is_moved(pair: Pair) -> bool:
    """Whether what is to come is announced for days or hours that have none in common with those given before."""
    ahead = pair.earlier.certainty is pair.later.certainty is Certainty.FORECAST
    other = gives_other_days(pair.earlier, pair.later) or other_moments(pair.earlier, pair.later)
    return ahead and _only_affirmed(pair) and other


def gives_other_days(earlier: Claim, later: Claim) -> bool:
    """Whether both give the days that they speak of, and have none in common, or give other days as the last."""
    then, now = (interval_of(claim.measure.period) for claim in (earlier, later))
    if then is None or now is None:
        return False
    deadlines = then.first is now.first is None
    return apart(then, now) or (deadlines and then.last != now.last)


def side_by_side(pair: Pair, then: str, now: str) -> str:
    """The lead of an explanation of two wordings, ``then`` and ``now`` in quotation marks, that are held the same."""
    both = f"The earlier statement says {then}, the later one {now}"
    if then.casefold() == now.casefold():
        return f"Both statements say {then}"
    if pair.later.restated:
        return f"The earlier statement says {then}; the later one tells of what was said before: {now}"
    if is_done(pair):
        return f"What was announced is now said to be so: {then}, then {now}"
    earlier, later = pair.earlier, pair.later
    times = [frozenset(word.casefold() for word in TIME.findall(claim.text)) for claim in (earlier, later)]
    if times[0] != times[1]:
        if times[0] and times[1]:
            how = "the days or hours differ" if moments_differ(earlier, later) else "the two give the time differently"
            return f"{both}; {how}"
        return f"{both}; only the {'earlier' if times[0] else 'later'} one gives a time"
    if says_the_same(pair):
        return f"The same is said in other words: {then}, then {now}"
    return f"{both}; from these words it cannot be told whether both mean the same"


def is_done(pair: Pair) -> bool:
    """Whether what was to happen is said to have happened, and to the same: "will be refunded", "were refunded"."""
    earlier, later = pair.earlier, pair.later
    if earlier.certainty is not Certainty.FORECAST or later.certainty is not Certainty.ASSERTED:
        return False
    of_such = kinship(earlier.measure.counted, later.measure.counted) >= SYNONYMS
    one_event = any(event_kinship(earlier.measure.event, later.measure.event))
    return of_such and one_event and pair.link_confidence >= SURE_ENOUGH and len(_new_words(pair)[1]) <= 1


def is_one_matter(pair: Pair) -> bool:
    """Whether two wordings that differ in firmness are sure to be about one thing, or of one event."""
    one_event = any(event_kinship(pair.earlier.measure.event, pair.later.measure.event))
    return pair.link_confidence >= (SURE_ENOUGH if one_event else SURE_OF_THE_SAME)


def _new_words(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    """The content words that only the earlier, and only the later claim has, its event's words left out."""
    earlier, later = pair.earlier, pair.later
    told = content_words(f"{earlier.measure.event or ''} {later.measure.event or ''}")
    gone, new = only_in_one(earlier, later)
    return gone - told, new - told


def says_the_same(pair: Pair) -> bool:
    """Whether the words show that two claims mean the same: one event, and nothing that limits or denies only one."""
    earlier, later = pair.earlier, pair.later
    if pair.link_confidence < SURE_ENOUGH or earlier.polarity is not later.polarity:
        return False
    for pattern in (NEGATION, LIMIT, NAME):
        marks = [sorted(word.casefold() for word in pattern.findall(claim.text)) for claim in (earlier, later)]
        if marks[0] != marks[1] and not (pattern is not NAME and earlier.polarity is Polarity.DENIED):
            return False
    if earlier.polarity is Polarity.AFFIRMED and not any(event_kinship(earlier.measure.event, later.measure.event)):
        return False
    most = MOST_OTHER_WORDS if pair.link_confidence >= SURE_OF_THE_SAME else 1
    return max(map(len, _new_words(pair))) <= most


def _only_affirmed(pair: Pair) -> bool:
    earlier, later = pair.earlier, pair.later
    figureless = earlier.figure is None and later.figure is None
    return figureless and earlier.polarity is later.polarity is Polarity.AFFIRMED
