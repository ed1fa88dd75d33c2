"""The selection lexicon: the words by which a figure is a claim, background or neither, read once."""

from __future__ import annotations

import re
from functools import cache

from comms_tracker import lexicon


@cache
def listed(part: str, name: str = "nouns") -> frozenset[str]:
    """A word list of lexicon/selection.toml, by its part and name."""
    return frozenset(lexicon.table("selection")[part][name])


@cache
def ways(part: str, name: str) -> re.Pattern[str]:
    """A list of patterns of lexicon/selection.toml as one, which matches whole words."""
    return re.compile(r"\b(?:" + "|".join(lexicon.table("selection")[part][name]) + r")\b", re.I)


@cache
def pattern(part: str, name: str) -> re.Pattern[str]:
    """A phrase list of lexicon/selection.toml as one pattern of whole words."""
    phrases = sorted(lexicon.table("selection")[part][name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.I)
