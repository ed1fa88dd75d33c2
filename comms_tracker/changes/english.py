"""Numbers, nouns and days as British English writes them, for explanations and for every page."""

from __future__ import annotations

import re
from datetime import date
from math import floor, log10

from comms_tracker.calendar_names import day_in_words

MILLION, BILLION = 10**6, 10**9

IRREGULAR = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "life": "lives",
    "woman's": "women's",
}
UNCOUNTED = re.compile(
    r"(?:data|information|staff|activity|equipment|software|traffic|money|power|water|evidence|fraud|damage|personnel|"
    r"police|fuel|mail|luggage|baggage|capacity|people|compensation|misconduct|harm|access|"
    r"aircraft|oil|fish|livestock|cattle)"
)


def number_words(value: float) -> str:
    """A number as it is written: "136", "14,000", "2.5", "15.2 million"; never an exponent."""
    size = abs(value)
    for magnitude, word in ((BILLION, "billion"), (MILLION, "million")):
        scaled = round(value / magnitude, 3)
        if size >= magnitude and abs(scaled * magnitude - value) < 0.5 and abs(scaled) < 1000:
            return f"{_trimmed(scaled, 3)} {word}"
    return _trimmed(value, 2)


def _trimmed(value: float, decimals: int) -> str:
    if value == int(value):
        return f"{int(value):,}"
    if abs(value) < 0.1:
        decimals = 1 - floor(log10(abs(value)))
    return f"{value:,.{decimals}f}".rstrip("0").rstrip(".")


def plural(noun: str) -> str:
    """The plural of a noun phrase's last word; uncounted nouns, and what ends as a plural does, stay as they are."""
    head, _, last = noun.rpartition(" ")
    return f"{head} {_plural_word(last)}".strip()


def _plural_word(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if UNCOUNTED.fullmatch(word) or (word.endswith("s") and not word.endswith(("ss", "us"))):
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")


def day_words(issued: str | None) -> str | None:
    """«5 May 2017» of an ISO date, or of a date and time; ``None`` where there is none to read."""
    if not issued:
        return None
    try:
        day = date.fromisoformat(issued[:10])
    except ValueError:
        return None
    return day_in_words(day)
