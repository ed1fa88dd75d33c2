"""The plain British words of the product, written once: for tables, Markdown, the command line and the app.

Nothing here says what an organisation meant: a kind of change is named by what stands in the two statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from comms_tracker.changes.english import day_words
from comms_tracker.changes.headline import SURE
from comms_tracker.records import (
    Basis,
    Certainty,
    Change,
    ChangeKind,
    Finding,
    FindingKind,
    Polarity,
    Relation,
    ReviewStatus,
    StatedBasis,
    Voice,
)

VERY_LIKELY = 0.85
"""From this confidence on, a change is called very likely."""

KIND: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.UNCHANGED: "Unchanged",
        ChangeKind.QUANTIFIED: "Now a number",
        ChangeKind.OBSCURED: "Less exact than before",
        ChangeKind.REVISED_UP: "A higher figure",
        ChangeKind.REVISED_DOWN: "A lower figure",
        ChangeKind.PROGRESSED: "Moved on with time",
        ChangeKind.NARROWED_SCOPE: "Covers less than before",
        ChangeKind.WIDENED_SCOPE: "Covers more than before",
        ChangeKind.CONTRADICTED: "At odds with the earlier statement",
        ChangeKind.RETRACTED: "Withdrawn",
        ChangeKind.SOFTENED: "Said less firmly",
        ChangeKind.STRENGTHENED: "Said more firmly",
        ChangeKind.ADDED: "New in the later statement",
        ChangeKind.DROPPED: "No longer mentioned",
    }
)

NOT_COMPARABLE = "Not comparable"

KIND_MEANING: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.UNCHANGED: "The same quantity and the same scope; the wording may differ.",
        ChangeKind.QUANTIFIED: "A vague word, or no figure, became a number that fits it.",
        ChangeKind.OBSCURED: "A number became a vague word, a wider range or no figure.",
        ChangeKind.REVISED_UP: "The later figure is higher, and both cannot hold for the same thing and time.",
        ChangeKind.REVISED_DOWN: "The later figure is lower, and both cannot hold for the same thing and time.",
        ChangeKind.PROGRESSED: "A count of something that runs on with time moved on.",
        ChangeKind.NARROWED_SCOPE: "The later statement counts a part of what was counted before.",
        ChangeKind.WIDENED_SCOPE: "The later statement counts more than what was counted before.",
        ChangeKind.CONTRADICTED: "What was denied is now affirmed, or the reverse, or another cause is named.",
        ChangeKind.RETRACTED: "The later statement takes the earlier one back in words.",
        ChangeKind.SOFTENED: "The same thing, said with less commitment.",
        ChangeKind.STRENGTHENED: "The same thing, said with more commitment.",
        ChangeKind.ADDED: "It was found in no earlier statement.",
        ChangeKind.DROPPED: "It was not found in the next statement.",
    }
)

RELATION: Mapping[Relation, str] = MappingProxyType(
    {
        Relation.CONSISTENT: "both can be true",
        Relation.SUPERSEDED: "the later one replaces the earlier one",
        Relation.CONTRADICTORY: "both cannot be true of the same thing and time",
        Relation.NOT_COMPARABLE: "they do not count the same thing, so they cannot be compared",
    }
)

STATED_BASIS: Mapping[StatedBasis, str] = MappingProxyType(
    {
        StatedBasis.UPDATE: "the later statement calls it an update",
        StatedBasis.METHOD_CHANGE: "the later statement says that it counts differently",
        StatedBasis.CORRECTION: "the later statement calls it a correction",
        StatedBasis.RETRACTION: "the later statement withdraws the earlier one",
    }
)

NO_STATED_BASIS = "the later statement does not mention the change"

STATUS: Mapping[ReviewStatus, str] = MappingProxyType(
    {
        ReviewStatus.PROPOSED: "proposed by the program",
        ReviewStatus.ACCEPTED: "accepted by a person",
        ReviewStatus.CORRECTED: "corrected by a person",
        ReviewStatus.REJECTED: "rejected by a person",
    }
)

POLARITY: Mapping[Polarity, str] = MappingProxyType(
    {
        Polarity.AFFIRMED: "said to be so",
        Polarity.DENIED: "said not to be so",
        Polarity.UNKNOWN: "said to be not known",
    }
)

CERTAINTY: Mapping[Certainty, str] = MappingProxyType(
    {
        Certainty.ASSERTED: "stated outright",
        Certainty.HEDGED: "said with reserve",
        Certainty.ESTIMATED: "an estimate",
        Certainty.FORECAST: "a forecast",
        Certainty.CONDITIONAL: "on a condition",
    }
)

VOICE: Mapping[Voice, str] = MappingProxyType(
    {
        Voice.OWN: "the organisation's own words",
        Voice.QUOTED: "a quotation",
        Voice.REPORTED: "reported speech",
        Voice.NARRATION: "the outlet's words",
    }
)

BASIS: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.TOTAL: "total so far",
        Basis.INCREMENT: "in addition to earlier ones",
        Basis.PERIOD: "in one period",
        Basis.SHARE: "share of a whole",
        Basis.PROGRESS: "how far it has come",
        Basis.CAPACITY: "capacity",
    }
)

FINDING: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.SUM_MISMATCH: "The parts do not add up",
        FindingKind.BASE_MISMATCH: "The count and the percentage imply different totals",
        FindingKind.IMPOSSIBLE_SHARE: "A share that cannot be",
        FindingKind.RESTATED_DIFFERENTLY: "An earlier figure repeated with another value",
        FindingKind.SELF_CONTRADICTION: "One statement disagrees with itself",
        FindingKind.OUTLETS_DIFFER: "Two outlets give the same words differently",
        FindingKind.SPEAKERS_DIFFER: "Two speakers give different figures",
        FindingKind.ALTERED_QUOTATION: "A quotation with other words than the statement",
        FindingKind.CHANGED_SOURCE: "The same source now reads differently",
    }
)

SEEN = "seen by a person"
DATE_NOT_GIVEN = "date not given"
NO_INCIDENT = "Statements without an incident"
NO_CHANGE = "No change: the statements agree on everything that could be compared."
NO_SURE_CHANGE = "No change that the program is sure of."
ONE_STATEMENT = "One statement: there is nothing to compare it with yet. This is what it claims."
NO_CLAIMS = "No claim about figures or impact was found."
NOT_ENGLISH = "This text does not look like English: its results may be wrong."
MAY_BE_WRONG = "may be wrong: not English"
ONLY_LATER = "Found in no earlier statement."
ONLY_EARLIER = "Not found in the next statement."


def finding_title(finding: Finding) -> str:
    """What a finding is, and that a person has looked at it where one has."""
    return f"{FINDING[finding.kind]} ({SEEN})" if finding.seen else FINDING[finding.kind]


def kind_words(change: Change) -> str:
    """What a change is, in a few words; of two claims that cannot be set against each other, that they cannot."""
    return NOT_COMPARABLE if change.kind is ChangeKind.UNCHANGED and not change.says_the_same else KIND[change.kind]


def kind_in_sentence(kind: ChangeKind) -> str:
    """A kind's words as they stand in the middle of a sentence."""
    return in_sentence(KIND[kind])


def confidence_words(confidence: float, kind: ChangeKind) -> str:
    """The confidence of a change in words that fit its kind: an addition has no earlier claim to be the same as."""
    if kind is ChangeKind.ADDED:
        return f"{likelihood(confidence)} not said before"
    if kind is ChangeKind.DROPPED:
        return f"{likelihood(confidence)} left out of the next statement"
    return f"{likelihood(confidence)} the same measure"


def sureness(change: Change) -> str:
    """How sure the program is of a change, in words and as a number: "very likely the same measure (93 in 100)"."""
    return f"{confidence_words(change.confidence, change.kind)} ({in_hundred(change.confidence)})"


def in_hundred(confidence: float) -> str:
    """A confidence from 0 to 1 as it is shown everywhere: "93 in 100"."""
    return f"{round(confidence * 100)} in 100"


def likelihood(confidence: float) -> str:
    """The first word of a confidence: "very likely" from 0.85, "likely" from 0.6, "possibly" below."""
    if confidence >= VERY_LIKELY:
        return "very likely"
    return "likely" if confidence >= SURE else "possibly"


def acknowledgement(basis: StatedBasis | None) -> str:
    """What the later statement itself says about the change, in words."""
    return NO_STATED_BASIS if basis is None else STATED_BASIS[basis]


def date_words(issued: str | None) -> str:
    """A date as it is written: "28 April 2017" for an ISO date or date and time, "date not given" for None."""
    return day_words(issued) or issued or DATE_NOT_GIVEN


def moment_words(issued: str | None) -> str:
    """As :func:`date_words`, with the time of day where one is given: "28 April 2017 at 09:30"."""
    told = date_words(issued)
    if issued is None or len(issued) <= len("2017-04-28"):
        return told
    try:
        return f"{told} at {datetime.fromisoformat(issued):%H:%M}"
    except ValueError:
        return told


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A whole number with its noun: "1 statement", "1,200 statements"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(items: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Items in a sentence: "a", "a and b", "a, b and c"."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capital(sentence: str) -> str:
    """The sentence with a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def in_sentence(sentence: str) -> str:
    """The words as they stand in the middle of a sentence, without a capital letter at their beginning."""
    return sentence[:1].lower() + sentence[1:]
