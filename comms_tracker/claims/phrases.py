"""The phrase lists of lexicon/polarity.toml as patterns and sets, each made once."""

from __future__ import annotations

import re
from functools import cache

from comms_tracker import lexicon
from comms_tracker.lexicon.alternatives import any_of

UP_TO_THREE_WORDS = r"(?:[\w'-]+\s+){0,3}"


@cache
def phrases(section: str, name: str) -> re.Pattern[str]:
    """One pattern for a phrase list, longest first, whole words only; "*" stands for up to three words.

    The month of May is no hedge: "may" is matched in lower case only.
    """
    words = sorted(lexicon.table("polarity")[section][name], key=len, reverse=True)
    return re.compile(rf"(?<![\w-]){any_of(map(one_phrase, words))}(?![\w-])")


def one_phrase(words: str) -> str:
    """The pattern of one phrase."""
    if words == "may":
        return "(?-i:may)"
    return r"\s+".join(re.escape(word) for word in words.split()).replace(r"\*\s+", UP_TO_THREE_WORDS)


def matches(section: str, name: str, text: str) -> bool:
    """Whether a phrase of the list stands in the text."""
    return phrases(section, name).search(text) is not None


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """The words of a list as a set."""
    return frozenset(lexicon.table("polarity")[section][name])
