"""All quantities of one text with what stands around them, and the text's words that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.changes.amounts import IN_MINUTES, PERCENT, TIME
from comms_tracker.changes.intervals import Interval, stated
from comms_tracker.claims.outline import Outline
from comms_tracker.claims.restatement import restated
from comms_tracker.quantities.units import is_currency
from comms_tracker.records import Claim, Figure
from comms_tracker.relation.dates import read_dates
from comms_tracker.relation.orders import bounded, read_ranks, read_results, read_scores
from comms_tracker.relation.places import Places
from comms_tracker.relation.quantity import Quantity, Sort
from comms_tracker.relation.surroundings import contents_of, lead, with_surroundings

INCREMENT = re.compile(r"^(?:another|a further|further|an additional|an extra)\b|\bmore$", re.I)
BARE = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w]|,\d{3}|\.\d)")


@dataclass(frozen=True, slots=True)
class Read:
    """One text as it is set against another."""

    text: str
    quantities: tuple[Quantity, ...]
    lemmas: frozenset[str]
    names: frozenset[str]
    verbs: frozenset[str]
    content: frozenset[str]
    length: int
    claims: tuple[Claim, ...]


def read(outline: Outline) -> Read:
    """The quantities and words of a parsed text."""
    words = outline.words
    contents = contents_of(words)
    return Read(
        text=outline.text,
        quantities=tuple(with_surroundings(words, contents, _quantities(outline))),
        lemmas=frozenset(lead(word.lemma) for word in words) | {word.text.lower() for word in words},
        names=frozenset(word.lemma for word in words if word.part == "PROPN"),
        verbs=frozenset(word.lemma for word in words if word.part == "VERB"),
        content=frozenset(filter(None, contents)),
        length=len(words),
        claims=outline.claims,
    )


def _quantities(outline: Outline) -> list[Quantity]:
    """Every number, date and rank of the text in order of place; none overlaps another."""
    text, figures = outline.text, outline.figures
    found = read_dates(text)
    taken = Places((date.start, date.end) for date in found)
    for reader in (read_scores, read_ranks, read_results):
        found.extend(reader(text, figures, taken))
    for place, figure in enumerate(figures):
        beside = figures[max(0, place - 1) : place + 2]
        counted = _counted(text, figure, beside) if taken.free(figure.start, figure.end) else None
        if counted is not None:
            taken.add(figure.start, figure.end)
            found.append(counted)
    for match in BARE.finditer(text):
        if taken.free(*match.span()):
            interval, led_from = bounded(text, match.start(), float(match.group().replace(",", "")))
            bare = Quantity(Sort.COUNT, "", interval, *match.span(), led_from is not None, led_from=led_from)
            found.append(bare)
    return sorted(found, key=lambda quantity: quantity.start)


def _counted(text: str, figure: Figure, beside: Sequence[Figure]) -> Quantity | None:
    """The figure as a quantity, or None where its words give no number; ``beside`` has its neighbours."""
    interval = stated(figure)
    if interval is None:
        return None
    unit = figure.unit or ""
    if unit in ("", "time"):
        sort, unit = Sort.COUNT, ""
    elif unit == PERCENT:
        sort = Sort.SHARE
    else:
        sort = Sort.MONEY if is_currency(unit) else Sort.MEASURE
    interval, unit = in_minutes(interval, unit)
    bound = interval.low is None or interval.high is None
    more = INCREMENT.search(figure.text) is not None
    back = restated(text, figure, 0, len(text), beside)
    return Quantity(sort, unit, interval, figure.start, figure.end, bound, increment=more, restated=back, figure=figure)


def in_minutes(interval: Interval, unit: str) -> tuple[Interval, str]:
    """A stretch of time in minutes, so that two hours and 120 minutes are the same; every other unit as it is."""
    factor = IN_MINUTES.get(unit)
    if factor is None:
        return interval, unit
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Interval(low, high, interval.low_open, interval.high_open), TIME
