"""Ranks, scores and results of a text: "11th", "number 4", "top ten", "5.7/10", "won 3–2"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from comms_tracker.changes.intervals import Interval
from comms_tracker.quantities.numerals import TO_TWELVE
from comms_tracker.records import Figure, FigureKind
from comms_tracker.relation.places import Places
from comms_tracker.relation.quantity import Quantity, Sort

ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)
PLACE = {word: float(number) for words in (ORDINALS, TO_TWELVE) for number, word in enumerate(words, start=1)}
PLACE |= {"twenty": 20.0}
RANK = re.compile(
    rf"(?<![\w.])(?P<nth>\d{{1,4}})(?:st|nd|rd|th)\b|\b(?P<ordinal>{'|'.join(ORDINALS)})\b|"
    r"(?:\b(?:number|no\.?|nos\.|rank(?:ed|s|ing)?(?: at| of| number)?|position|spot|place|"
    r"peak(?:ed|s|ing)?(?: at)?(?: number)?) ?|#\s?)(?P<digits>\d{1,4})(?![\d%/]|,\d|\.\d)|"
    rf"\b(?:number|ranked(?: at)?) (?P<cardinal>{'|'.join(TO_TWELVE)})\b|"
    r"\btop[ -](?P<top>\d{1,4}|ten|five|twenty|three)\b",
    re.I,
)
SCORE = re.compile(r"(?<![\d.])(?P<points>\d+(?:\.\d+)?)(?:\s?/\s?| out of )(?P<of>100|10|4|5|6|ten|five)(?!\.?\d)")
RESULT = re.compile(r"(?<![\d.–/-])(?P<a>\d{1,3})[–-](?P<b>\d{1,3})(?![\d–/]|-\d|\s?(?:year|%))")
ABOVE = re.compile(r"\b(?:above|over|(?:higher|better|more|greater) than)\s*(?:the |at |number |no\.? |#)?$", re.I)
LATER = re.compile(r"\b(?:after|later than|past)\s*(?:the )?$", re.I)
SOONER = re.compile(r"\b(?:before|earlier than)\s*(?:the )?$", re.I)
BELOW = re.compile(r"\b(?:below|under|(?:lower|less|worse|fewer) than)\s*(?:the |at |number |no\.? |#)?$", re.I)
A_TIME = re.compile(r"\b(?:per|a|one|each) $")
REACH = 25
"""How many characters before a number the words that bound it may begin."""
WIDE = 1000.0
"""More points than one side of a result has."""


def read_scores(text: str, figures: Sequence[Figure], taken: Places) -> list[Quantity]:
    """Scores out of a round number; one out of 100 is a share. Their places are added to ``taken``."""
    found = []
    for match in SCORE.finditer(text):
        start, end = match.span()
        if not taken.free(start, end):
            continue
        whole = PLACE.get(match["of"]) or float(match["of"])
        place = bisect_right(figures, start, key=lambda figure: figure.end)
        told = figures[place] if place < len(figures) and figures[place].start < end else None
        interval, led_from = bounded(text, start, float(match["points"]))
        if told is not None and told.kind is FigureKind.BOUND and interval.is_point:
            interval = Interval(told.low, told.high, told.low_open, told.high_open)
        if told is not None and not interval.is_point:
            start = min(start, told.start)
        taken.add(start, end)
        sort, unit = (Sort.SHARE, "percent") if whole == 100 else (Sort.SCORE, f"out of {whole:g}")
        found.append(Quantity(sort, unit, interval, start, end, not interval.is_point, led_from=led_from))
    return found


def read_ranks(text: str, figures: Sequence[Figure], taken: Places) -> list[Quantity]:
    """Places in an order; "top 10" is ten or better. Their places are added to ``taken``."""
    found = []
    shares = Places((figure.start, figure.end) for figure in figures if figure.kind is FigureKind.PROPORTION)
    for match in RANK.finditer(text):
        start, end = match.span()
        if not taken.free(start, end) or not shares.free(start, end):
            continue
        words = next(group for group in match.groups() if group)
        if words.lower() == "second" and A_TIME.search(text, max(0, start - REACH), start):
            continue
        place = PLACE.get(words.lower()) or float(words)
        interval, led_from = _ranked(text, start, place)
        if match["top"]:
            interval = Interval(None, place)
        taken.add(start, end)
        found.append(Quantity(Sort.RANK, "", interval, start, end, not interval.is_point, led_from=led_from))
    return found


def read_results(text: str, figures: Sequence[Figure], taken: Places) -> list[Quantity]:
    """Results of two sides, the greater one first. Their places are added to ``taken``."""
    found = []
    ranges = Places((figure.start, figure.end) for figure in figures if figure.kind is FigureKind.RANGE)
    for match in RESULT.finditer(text):
        start, end = match.span()
        if not taken.free(start, end) or not ranges.free(start, end):
            continue
        low, high = sorted((float(match["a"]), float(match["b"])))
        taken.add(start, end)
        found.append(Quantity(Sort.RESULT, "", Interval(high * WIDE + low, high * WIDE + low), start, end))
    return found


def _ranked(text: str, start: int, place: float) -> tuple[Interval, int | None]:
    """The place as an interval: a higher one is a smaller number, a later one is not."""
    reach = max(0, start - REACH)
    if found := LATER.search(text, reach, start):
        return Interval(place, None, low_open=True), found.start()
    if found := SOONER.search(text, reach, start):
        return Interval(None, place, high_open=True), found.start()
    told, led_from = bounded(text, start, place)
    return Interval(told.high, told.low, told.high_open, told.low_open), led_from


def bounded(text: str, start: int, number: float) -> tuple[Interval, int | None]:
    """The number as an interval, open to one side where the words before it say so, and where those words begin."""
    reach = max(0, start - REACH)
    if found := ABOVE.search(text, reach, start):
        return Interval(number, None, low_open=True), found.start()
    if found := BELOW.search(text, reach, start):
        return Interval(None, number, high_open=True), found.start()
    return Interval(number, number), None
