"""The names of the months and of the days of the week, for all that reads a date or leaves one out."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = f"(?:{'|'.join(MONTHS)})"
"""A pattern; the capital counts unless it is matched with ``re.I``, as "may" and "march" are other words without."""
SHORT_MONTH = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


def is_month(word: str) -> bool:
    """Whether a word is the whole name of a month, with or without its capital."""
    return word.capitalize() in MONTHS


def is_weekday(word: str) -> bool:
    """Whether a word is the whole name of a day of the week, with or without its capital."""
    return word.capitalize() in WEEKDAYS


def month_number(name: str) -> int:
    """The number of a month from 1, of its name or a short form of that; KeyError for any other word."""
    return _MONTH_NUMBERS[name[:3].capitalize()]


def weekday_number(name: str) -> int:
    """The number of a day of the week from 0 for Monday, as in ``datetime``; KeyError for any other word."""
    return _WEEKDAY_NUMBERS[name[:3].capitalize()]


def day_in_words(day: date) -> str:
    """A day as British English writes it, whatever language the computer is set to: "5 May 2017"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
