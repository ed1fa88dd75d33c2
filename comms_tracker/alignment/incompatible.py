"""Why two claims cannot be about the same measure, whatever their words have in common."""

from __future__ import annotations

import math
import re

from comms_tracker.alignment import nouns
from comms_tracker.alignment.days import other_moments
from comms_tracker.alignment.event_kinship import NO_EVENT, event_kinship, named_by_noun, other_event
from comms_tracker.alignment.features import one_denies
from comms_tracker.alignment.figures import WITH_ANY, apart_by, unit_class, values
from comms_tracker.alignment.standings import stand_apart
from comms_tracker.alignment.wording import REMEMBERED, canonical_words, mentions
from comms_tracker.claims.events import events
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.quantities.units import is_currency, time_units
from comms_tracker.records import Basis, Certainty, Claim, FigureKind, Polarity
from comms_tracker.remembering import remembered

A_PART = re.compile(r"(?:of|among) (?!(?:these|those|them|whom)\b)(?:[^\d,;:.]|(?:19|20)\d\d){3,60}, ", re.I)
OTHERS = re.compile(r"\b(?:any|no|none of the) (?:other|others|further)\b", re.I)
MOST_WORDS_OF_A_KIND = 2
"""Words of a restriction that says which of a thing are meant; as many name it closely."""
AMOUNT = re.compile(r"\b(?:amount|quantity|volume|sum|deal)s?\b", re.I)
RATE = re.compile(
    r"\W*(?:[\w-]+ ){0,3}(?:a|per|each|every|an) (?:day|week|month|hour|minute|year)\b(?!['’]s)"
    r"(?! (?:ago|before|earlier|later|after))",
    re.I,
)
APIECE = re.compile(
    r"\b(?:apiece|a head|each(?=[.,;:]|$)|(?:each|every|per)"
    r"(?! (?:day|week|month|quarter|year|hour|minute|night|time|cent)s?\b)(?: of)? \w+)",
    re.I,
)
FAR_MORE = math.log(20)
"""A sum that is raised or put right seldom becomes twenty times as much; what many got together does."""
AT_MOST = re.compile(
    r"\bat (?:its|their|the) (?:busiest|fullest|height|highest|largest|peak|widest|worst)(?: (?:moment|point|time))?\b",
    re.I,
)
"""Words for how much there was when there was most of it."""
AS_IT_STANDS = re.compile(r"\b(?:now|still|currently|today|is|are|remains?|stands?)\b", re.I)
SINCE = re.compile(r"\bsince\b", re.I)


def incompatible(a: Claim, b: Claim) -> str | None:
    """Why two claims cannot be about the same measure whatever their words, or None: the rules of judgement."""
    if a.speaker != b.speaker:
        return "different speakers"
    if one_is_a_sum(a, b):
        return "one is a sum of money, the other gives no figure and no cost"
    if promises_and_counts(a, b):
        return "one promises, the other counts what has been done"
    if a.background != b.background and not (a.measure.counted == b.measure.counted and values(a.figure, b.figure)[0]):
        return "one is about the organisation, one about the matter"
    figures_apart = other_quantity(a, b)
    if figures_apart is not None:
        return figures_apart
    if happened_at_other_times(a, b):
        return "each names another day or hour"
    if denies_something_else(a, b):
        return "one denies what the other does not speak of"
    if say_it_of_others(a, b):
        return "one says of one thing what the other denies of another"
    if denies_of_a_kind(a, b):
        return "the denial is only about a kind that the other does not speak of"
    return other_basis(a, b) or only_a_part(a, b)


def happened_at_other_times(a: Claim, b: Claim) -> bool:
    """Whether each says that something was so on another day; what is to come may only have been put off."""
    ahead = Certainty.FORECAST in (a.certainty, b.certainty)
    return not ahead and a.polarity is b.polarity and other_moments(a, b) and not takes_back(b.text)


def other_quantity(a: Claim, b: Claim) -> str | None:
    """Why the figures of two claims cannot be of one quantity; None where they may be, or one has no figure."""
    if is_rate(a) != is_rate(b):
        return "one says how many in a time, the other how many in all"
    if a.figure is None or b.figure is None:
        return None
    classes = {unit_class(a.figure), unit_class(b.figure)}
    if len(classes) > 1 and not (classes & WITH_ANY or measured_by(a, b) or measured_by(b, a)):
        return "different units"
    if was_more_before(a, b):
        return "one says how many there are, the other how many there were at most"
    if one_is_apiece(a, b):
        return "one is what each gets or pays, the other a sum for all"
    apart = stand_apart(a, b)
    if apart is not None:
        return apart
    if classes == {"count"} and count_other_things(a, b):
        return "they count different things to which different things happened"
    if happened_otherwise(a, b):
        return "the same things are counted, but what happened to them is another matter"
    return None


def other_basis(a: Claim, b: Claim) -> str | None:
    """Why what one counts in time is not what the other counts; None where the words do not say so."""
    if Basis.INCREMENT in (a.measure.basis, b.measure.basis):
        if a.measure.basis is not b.measure.basis:
            return "an increment and a total"
        if a.statement != b.statement and not values(a.figure, b.figure)[0] and not same_days(a, b):
            return "two increments"
    if (
        Basis.PERIOD in (a.measure.basis, b.measure.basis)
        and a.measure.basis is not b.measure.basis
        and not a.background
    ):
        other = b.measure.basis if a.measure.basis is Basis.PERIOD else a.measure.basis
        if other is Basis.TOTAL and not values(a.figure, b.figure)[0]:
            return "one period and a running total"
    return None


def is_rate(claim: Claim) -> bool:
    """Whether a count is given for each day, week or hour: "around 300 results a day"."""
    if claim.figure is None or claim.figure.unit == "percent":
        return False
    return goes_on_as_a_rate(claim.text, claim.figure.end - claim.start)


def was_more_before(a: Claim, b: Claim) -> bool:
    """Whether one says how much there is, and a later one that there was more at some time: "at its peak ..."."""
    if not tells_the_most(b) or tells_the_most(a) or AS_IT_STANDS.search(a.text) is None:
        return False
    highest = a.figure.high if a.figure is not None else None
    lowest = b.figure.low if b.figure is not None else None
    return highest is not None and lowest is not None and lowest > highest


def tells_the_most(claim: Claim) -> bool:
    """Whether a claim says how much there was when there was most of it, which later claims only tell again."""
    return claim.figure is not None and is_of_the_most(claim.text)


@remembered(REMEMBERED)
def is_of_the_most(text: str) -> bool:
    """Whether words speak of when there was most of something: "at its peak", "at the worst moment"."""
    return AT_MOST.search(text) is not None


def one_is_apiece(a: Claim, b: Claim) -> bool:
    """Whether one sum of money is what each one gets or pays ("£40 apiece"), and the other far too much for that."""
    if a.figure is None or b.figure is None or not is_currency(a.figure.unit):
        return False
    return names_each(a.text) != names_each(b.text) and apart_by(a.figure, b.figure) > FAR_MORE


@remembered(REMEMBERED)
def names_each(text: str) -> bool:
    """Whether words say that something is so for each one of those spoken of."""
    return APIECE.search(text) is not None


@remembered(REMEMBERED)
def goes_on_as_a_rate(text: str, place: int) -> bool:
    """Whether the words from a place on say for each of what time a count is given."""
    return RATE.match(text, place) is not None


def measured_by(a: Claim, b: Claim) -> bool:
    """Whether one counts the unit of the other, or speaks of an amount of it: "thousands of litres", "some gas"."""
    if a.figure is None or b.figure is None or a.figure.unit is not None or b.figure.unit is None:
        return False
    amount = a.figure.kind is FigureKind.VAGUE and AMOUNT.search(a.text) is not None
    return b.figure.unit == a.measure.counted or (amount and b.figure.unit not in time_units() | {"percent"})


def count_other_things(a: Claim, b: Claim) -> bool:
    """Whether two counts are of other nouns and of other events, and no word is said of both."""
    if nouns.kinship(a.measure.counted, b.measure.counted) > 0:
        return False
    happened = (a.measure.event, b.measure.event)
    if not other_event(*happened):
        return False
    apart = canonical_words(a.measure.phrase).isdisjoint(canonical_words(b.measure.phrase))
    return apart and not values(a.figure, b.figure)[0]


def happened_otherwise(a: Claim, b: Claim) -> bool:
    """Whether two counts, not the same, are of what cannot be one event: cancelled and delayed, lost and found."""
    if a.figure is None or b.figure is None or not a.polarity is b.polarity is Polarity.AFFIRMED:
        return False
    classes = {unit_class(a.figure), unit_class(b.figure)}
    if len(classes) > 1 or not classes <= {"count", "share"} or values(a.figure, b.figure)[0]:
        return False
    known = events()
    return {known.group(a.measure.event), known.group(b.measure.event)} in known.apart


def denies_something_else(a: Claim, b: Claim) -> bool:
    """Whether one denies that something happened, and the other says that something else did."""
    if not one_denies(a, b) or named_by_noun(a, b) or named_by_noun(b, a) or takes_back(b.text):
        return False
    if other_event(a.measure.event, b.measure.event) or names_others(a, b):
        return True
    return only_counts(a, b) or only_counts(b, a)


def names_others(a: Claim, b: Claim) -> bool:
    """Whether one says nothing of what happened, and of other things: no grade is late, forty learners had theirs."""
    says_nothing = bool({a.measure.event, b.measure.event} & NO_EVENT)
    if not says_nothing or nouns.kinship(a.measure.counted, b.measure.counted) > 0:
        return False
    return not (mentions(a, b) or mentions(b, a))


def only_counts(denial: Claim, other: Claim) -> bool:
    """Whether a harm is denied, and the other tells of something that is none: who took part, was entered, came."""
    known, happened = events(), other.measure.event
    if denial.polarity is not Polarity.DENIED or happened is None or happened in NO_EVENT:
        return False
    return known.plays(denial.measure.event, "harm") and known.group(happened) is None and other.figure is not None


def say_it_of_others(a: Claim, b: Claim) -> bool:
    """Whether the same is affirmed of one thing and denied of another that no word of either names: a path, a meeting.

    Nobody and no case stand for whoever the other counts.
    """
    if not one_denies(a, b) or takes_back(b.text):
        return False
    things = (a.measure.counted, b.measure.counted)
    if not event_kinship(a.measure.event, b.measure.event)[0]:
        return False
    if None in things or nouns.kinship(*things) > 0 or named_by_noun(a, b) or named_by_noun(b, a):
        return False
    if any(thing in nouns.people() for thing in things):
        return False
    return not (mentions(a, b) or mentions(b, a))


def denies_of_a_kind(a: Claim, b: Claim) -> bool:
    """Whether a denial names a kind in two words ("no payment card details") that the affirmation does not speak of."""
    if not one_denies(a, b):
        return False
    denial, other = (a, b) if a.polarity is Polarity.DENIED else (b, a)
    kinds = [part for part in denial.measure.scope if part.islower() and len(part.split()) <= MOST_WORDS_OF_A_KIND]
    named = {word for part in kinds for word in part.split()}
    named_closely = len(named) >= MOST_WORDS_OF_A_KIND
    return named_closely and not all(word in other.text.lower() for word in named) and not takes_back(other.text)


def only_a_part(a: Claim, b: Claim) -> str | None:
    """Why one speaks only of a part, or of a time, of what the other speaks of; None where the words do not say so."""
    if a.polarity is Polarity.AFFIRMED and b.polarity is Polarity.DENIED and SINCE.search(b.text):
        return "the denial is only about the time since"
    if a.polarity is Polarity.AFFIRMED and b.polarity is Polarity.DENIED and OTHERS.search(b.text):
        return "the denial is only about others"
    if is_a_part(a) != is_a_part(b) and not values(a.figure, b.figure)[0]:
        return "one counts a part of what the other counts"
    return None


def one_is_a_sum(a: Claim, b: Claim) -> bool:
    """Whether one is a sum of money and the other, without a figure, speaks of no cost and of nothing that is paid."""
    if (a.figure is None) == (b.figure is None):
        return False
    summed, bare = (a, b) if a.figure is not None else (b, a)
    unit = summed.figure.unit if summed.figure is not None else None
    paid = events().plays(bare.measure.event, "cost") or events().group(bare.measure.event) == "compensate"
    said = nouns.kinship(a.measure.counted, b.measure.counted) >= nouns.NEAR
    said = said or (bare.measure.counted is None and event_kinship(a.measure.event, b.measure.event)[0])
    return is_currency(unit) and not (paid or said)


def promises_and_counts(a: Claim, b: Claim) -> bool:
    """Whether one says what will be done, without a number, and the other how much or how many has been."""
    if (a.figure is None) == (b.figure is None) or not a.polarity is b.polarity is Polarity.AFFIRMED:
        return False
    counted, bare = (a, b) if a.figure is not None else (b, a)
    ahead = {Certainty.FORECAST, Certainty.CONDITIONAL}
    return bare.certainty is Certainty.FORECAST and counted.certainty not in ahead


def is_a_part(claim: Claim) -> bool:
    """Whether the clause opens with the whole of which it counts a part, unnumbered: "of model year 2013, 300,000"."""
    return claim.figure is not None and opens_with_a_whole(claim.text)


@remembered(REMEMBERED)
def opens_with_a_whole(text: str) -> bool:
    """Whether words open with an unnumbered whole, a comma behind it."""
    return A_PART.match(text) is not None


def same_days(a: Claim, b: Claim) -> bool:
    """Whether both say the same period, once it is resolved."""
    return a.measure.period is not None and a.measure.period == b.measure.period
