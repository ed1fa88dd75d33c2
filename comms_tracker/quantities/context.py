"""Lists of the words that stand near a number and say how to read it."""

from __future__ import annotations

from functools import cache

from comms_tracker.lexicon import table


@cache
def words_near(name: str) -> frozenset[str]:
    """The lexicon's list of that name, for the rule that asks for it; raises KeyError where there is none."""
    return frozenset(table("context")[name])
