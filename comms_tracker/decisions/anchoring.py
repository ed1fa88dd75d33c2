"""Finds the words of a decision again in what was read anew: by their place, and where they moved, by their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comms_tracker.decisions.places import occurrences, shared
from comms_tracker.decisions.records import Words
from comms_tracker.records import Claim, Figure, Statement

LEAST_SHARED = 0.5
"""A claim without a figure is the same as before where it shares at least this much of all their words."""

NEAR = 200
"""Characters within which a claim is said to stand near a place."""

EXCERPT = 80
"""Characters that are shown of a text where no claim stands near."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a decision's words stand now, and their figure where they have one."""

    start: int
    end: int
    figure: tuple[int, int] | None


def place_of(words: Words, statement: Statement) -> Place | None:
    """The place of the words in the statement's present text, the nearest to where they stood; None where none is."""
    spot = _nearest(words.text, statement.text, words.start)
    if spot is None:
        return None
    if words.figure_text is None or words.figure_start is None:
        return Place(*spot, None)
    inside = words.start <= words.figure_start < words.end
    if inside:
        wanted = spot[0] + words.figure_start - words.start
        figure = _nearest(words.figure_text, statement.text, wanted, spot)
    else:
        figure = _nearest(words.figure_text, statement.text, words.figure_start)
    return Place(*spot, figure)


def figure_at(figure: Figure, words: Words, place: Place, statement: Statement) -> Figure | None:
    """A figure that a person gave beside ``words``, at the place where its own words stand now; None where nowhere."""
    spot = _nearest(figure.text, statement.text, figure.start + place.start - words.start)
    return None if spot is None else replace(figure, text=statement.text[slice(*spot)], start=spot[0], end=spot[1])


def claim_at(place: Place, claims: Sequence[Claim]) -> Claim | None:
    """The claim of the statement that these words make: by its figure's place, else by its own."""
    if place.figure is not None:
        here = [claim for claim in claims if claim.figure and shared(_figure(claim), place.figure) > 0]
        if here:
            return max(here, key=lambda claim: (_alike(_figure(claim), place.figure), _alike(_span(claim), place)))
    same = [claim for claim in claims if _span(claim) == (place.start, place.end)]
    if place.figure is not None or same:
        return same[0] if len(same) == 1 else None
    bare = [claim for claim in claims if claim.figure is None and _alike(_span(claim), place) >= LEAST_SHARED]
    return max(bare, key=lambda claim: _alike(_span(claim), place), default=None)


def near(words: Words, statement: Statement, claims: Sequence[Claim]) -> str:
    """What stands now where the words stood: the nearest claim's words, else a piece of the text; empty where none."""
    own = [claim for claim in claims if claim.statement == statement.id]
    closest = min(own, key=lambda claim: _distance(claim, words.start), default=None)
    if closest is not None and _distance(closest, words.start) <= NEAR:
        return closest.text
    return _excerpt(statement.text, words.start)


def _excerpt(text: str, place: int) -> str:
    """Some words of the text from a place, on one line; only a word longer than an excerpt is cut."""
    start = max(0, min(place, len(text) - EXCERPT))
    end = min(start + EXCERPT, len(text))
    before = text[max(0, start - EXCERPT) : start].rsplit(" ", maxsplit=1)[-1]
    after = text[end : end + EXCERPT].split(" ", maxsplit=1)[0]
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _nearest(wanted: str, text: str, start: int, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """The occurrence of the words that begins nearest to ``start``; white space may differ."""
    if within is None and text.startswith(wanted, start) and wanted:
        return start, start + len(wanted)
    low, high = within or (0, len(text))
    return min(occurrences(wanted, text, low, high), key=lambda span: abs(span[0] - start), default=None)


def _span(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def _figure(claim: Claim) -> tuple[int, int]:
    assert claim.figure is not None
    return claim.figure.start, claim.figure.end


def _alike(a: tuple[int, int], b: tuple[int, int] | Place | None) -> float:
    """How much of two places is shared, from 0 to 1."""
    if b is None:
        return 0.0
    other = (b.start, b.end) if isinstance(b, Place) else b
    whole = max(a[1], other[1]) - min(a[0], other[0])
    return shared(a, other) / whole if whole else 1.0


def _distance(claim: Claim, place: int) -> int:
    return max(claim.start - place, place - claim.end, 0)
