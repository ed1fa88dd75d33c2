"""Which claims may be about one measure at all: an index by what they have in common, so that no others are weighed.

What speaks for one measure is mostly a mark that both claims bear: a noun, an event, a word, a number. By the weights,
a pair without one in common stays under ``model.OPEN`` whatever else is true of it, so it could not be linked.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from comms_tracker.alignment.event_kinship import event_kinship, graded
from comms_tracker.alignment.features import Place, corrects, is_taken_back
from comms_tracker.alignment.figures import unit_class
from comms_tracker.alignment.nouns import kinship
from comms_tracker.alignment.wording import canonical, canonical_words, scope_words
from comms_tracker.claims.events import events
from comms_tracker.records import Claim, Figure, Polarity

Mark = tuple[str, object]

STEP = math.log(1.1)
"""Numbers bear a mark for each tenth by which they grow; a rough one, all those that it may be."""
LEAST_TOLERANCE = 0.002
"""Of a number that is given exactly, as a share of it."""


class Candidates:
    """The claims of an incident by their marks; ``places`` says of each how it stands in its statement."""

    def __init__(self, claims: Sequence[Claim], places: Mapping[str, Place]) -> None:
        self._places = places
        self._all = frozenset(claim.id for claim in claims)
        self._bearing: defaultdict[Mark, list[str]] = defaultdict(list)
        self._nouns: defaultdict[str, list[str]] = defaultdict(list)
        self._events: defaultdict[str, list[str]] = defaultdict(list)
        self._akin: dict[Mark, tuple[str, ...]] = {}
        self._last: tuple[str, Set[str]] = "", frozenset()
        for claim in claims:
            for mark in set(marks(claim, places[claim.id])):
                self._bearing[mark].append(claim.id)
            for word, bearing in ((claim.measure.counted, self._nouns), (claim.measure.event, self._events)):
                if word is not None:
                    bearing[word].append(claim.id)

    def of(self, later: Claim) -> Set[str]:
        """The ids of the claims of the incident that ``later`` may go on from; its own and those after it too.

        What corrects a number, or takes something back, may go on from any.
        """
        if later.id != self._last[0]:
            self._last = later.id, self._all if says_another(later) else self._in_common(later)
        return self._last[1]

    def _in_common(self, later: Claim) -> set[str]:
        found: set[str] = set()
        for mark in marks(later, self._places[later.id]):
            found.update(self._bearing.get(mark, ()))
        for noun in self._akin_to("noun", later.measure.counted, self._nouns, may_be_counted_as):
            found.update(self._nouns[noun])
        for event in self._akin_to("event", later.measure.event, self._events, may_be_told_as):
            found.update(self._events[event])
        return found

    def _akin_to(
        self, what: str, word: str | None, known: Mapping[str, list[str]], akin: Callable[[str, str], bool]
    ) -> tuple[str, ...]:
        """The words of the incident that may stand for a word; each two are compared once, however many claims."""
        if word is None:
            return ()
        found = self._akin.get((what, word))
        if found is None:
            found = self._akin[what, word] = tuple(other for other in known if akin(word, other))
        return found


def says_another(claim: Claim) -> bool:
    """Whether a claim's words put another number for what was said before, or take it back, and need not name it."""
    return corrects(claim.text) or is_taken_back(claim.text)


def may_be_counted_as(a: str, b: str) -> bool:
    """Whether one noun may count what another does."""
    return kinship(a, b) > 0


def may_be_told_as(a: str, b: str) -> bool:
    """Whether one event may be told as another, or deny it."""
    no = (False, False)
    return any(event_kinship(a, b)) or any(graded(a, b, no)) or any(graded(b, a, no))


def marks(claim: Claim, place: Place) -> Iterator[Mark]:
    """What a claim has that another may have too; nouns and events apart, for they have kin."""
    counted = claim.measure.counted
    for word in canonical_words(claim.measure.phrase):
        yield "word", word
    if counted is not None:
        yield "word", canonical(counted)
    known = events()
    for group in (known.group(claim.measure.event), known.noun_group.get(counted or "")):
        if group is not None:
            yield "group", group
    for word in scope_words(claim):
        yield "scope", word
    if place.lead:
        yield "lead", None
    if claim.polarity is Polarity.DENIED:
        yield "denied", None
    if claim.figure is not None:
        unit = unit_class(claim.figure)
        if unit != "count":
            yield "unit", "share" if unit == "all" else unit
        for step in steps(claim.figure):
            yield "number", step


def steps(figure: Figure) -> range:
    """The tenths that a figure's number may be at; none for one that is not over nought."""
    number = figure.low if figure.low is not None else figure.high
    if number is None or number <= 0:
        return range(0)
    tolerance = max(figure.tolerance or 0, LEAST_TOLERANCE * number)
    lowest = max(number - tolerance, number / 100)
    return range(math.floor(math.log(lowest) / STEP), math.floor(math.log(number + tolerance) / STEP) + 1)
