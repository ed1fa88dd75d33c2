"""Numbers, intervals and figures in plain British words, for tables, Markdown and the app."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from comms_tracker.changes.english import number_words
from comms_tracker.changes.phrasing import source_words
from comms_tracker.quantities.units import is_currency
from comms_tracker.records import Figure, FigureKind, Reading, ReadingAs
from comms_tracker.report.words import capital

CURRENCY_SIGN: Mapping[str, str] = MappingProxyType({"GBP": "£", "USD": "$", "EUR": "€", "JPY": "¥", "INR": "₹"})
_QUOTED = re.compile(r"(?<!\w)'([^']+)'(?!\w)")


def quantity_words(value: float, unit: str | None) -> str:
    """One number with its unit: "2.5 per cent", "£3 million", "53,000 barrels a day", "CHF 200"."""
    words = number_words(value)
    if unit is None:
        return words
    if unit == "percent":
        return f"{words} per cent"
    if unit in CURRENCY_SIGN:
        sign = CURRENCY_SIGN[unit]
        return f"-{sign}{words[1:]}" if words.startswith("-") else f"{sign}{words}"
    if is_currency(unit):
        return f"{unit} {words}"
    return f"{words} {unit_words(unit, value)}"


def unit_words(unit: str, value: float = 2) -> str:
    """A unit as it is said: "barrel/day" is "barrels a day", "hour" is "hours" unless the value is one."""
    first, _, per = unit.partition("/")
    plural = first.isalpha() and first.islower() and len(first) > 2 and not first.endswith("s") and value != 1
    noun = first + "s" if plural else first
    return f"{noun} {'an' if per[:1] in 'aeio' else 'a'} {per}" if per else noun


def interval_words(
    low: float | None, high: float | None, unit: str | None = None, low_open: bool = False, high_open: bool = False
) -> str:
    """An interval in words: "136", "3 to 8", "more than 800", "at least 81", "up to 500", "fewer than 21,000".

    Two open ends give "not a number".
    """
    if low is None and high is None:
        return "not a number"
    if high is None:
        assert low is not None
        return f"{'more than' if low_open else 'at least'} {quantity_words(low, unit)}"
    if low is None or (low == 0 and high_open):
        return (
            f"{'less than' if unit else 'fewer than'} {quantity_words(high, unit)}"
            if high_open
            else (f"up to {quantity_words(high, unit)}")
        )
    if low == high:
        return quantity_words(low, unit)
    if unit in CURRENCY_SIGN:
        return f"{quantity_words(low, unit)} to {quantity_words(high, unit)}"
    if is_currency(unit):
        return f"{unit} {number_words(low)} to {number_words(high)}"
    return f"{number_words(low)} to {quantity_words(high, unit)}"


def reading_words(reading: Reading) -> str:
    """What readers usually take a vague word to mean: "usually read as 3 to 8 (survey, 46 readers)"."""
    unit = "percent" if reading.as_ is ReadingAs.SHARE else None
    as_share = " of the whole" if unit else ""
    source = f" ({source_words(reading)})" if reading.source else ""
    return f"usually read as {interval_words(reading.low, reading.high, unit)}{as_share}{source}"


def source_as_printed(source: str) -> str:
    """A lexicon's source with the quotation marks of print: “few” in 68 sentences, for 'few' in 68 sentences."""
    return _QUOTED.sub(r"“\1”", source)


def figure_words(figure: Figure) -> str:
    """A figure as a quantity in words: "about 400", "136", "usually read as 3 to 8 (...)", "none".

    A vague figure gives its usual readings with their sources and never a number of its own.
    """
    if figure.kind is FigureKind.UNIVERSAL and (figure.low, figure.high) == (None, None):
        return "the whole"
    if figure.kind is FigureKind.VAGUE or (figure.low is None and figure.high is None):
        return "; ".join(reading_words(reading) for reading in figure.readings) or "no usual reading known"
    if figure.kind is FigureKind.UNIVERSAL and figure.low == 0 and figure.high == 0:
        return "none"
    words = interval_words(figure.low, figure.high, figure.unit, figure.low_open, figure.high_open)
    if figure.tolerance and figure.low == figure.high:
        return f"about {words}"
    return words


def unsourced_words(figure: Figure) -> str:
    """A figure without its reading's source: "136", "Usually read as 3 to 8, or as 1 to 5 per cent of the whole"."""
    if figure.kind is not FigureKind.VAGUE:
        return figure_words(figure)
    told = [
        interval_words(one.low, one.high, "percent") + " of the whole"
        if one.as_ is ReadingAs.SHARE
        else interval_words(one.low, one.high)
        for one in figure.readings
    ]
    return f"Usually read as {', or as '.join(told)}" if told else "No usual reading known"


def reading_sources(figure: Figure) -> tuple[str, ...]:
    """Where the readings of a vague figure come from, each source once, as it is printed."""
    return tuple(dict.fromkeys(source_as_printed(one.source) for one in figure.readings if one.source))


def reading_line(figure: Figure) -> str:
    """How a figure is read, as a line of its own: "Read as 136", "Usually read as 3 to 8 (survey, 46 readers)"."""
    words = figure_words(figure)
    if figure.kind is FigureKind.VAGUE or words.startswith(("usually", "no usual")):
        return capital(words)
    return f"Read as {words}"
