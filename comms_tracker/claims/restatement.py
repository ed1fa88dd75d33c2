"""Figures that point back to an earlier account: "up from 143 million", "the 1,026 we confirmed in November"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.claims.phrases import phrases
from comms_tracker.records import Figure

LOOK_BACK = 70
LOOK_AHEAD = 60
"""Characters before and after a figure that can say that it is an earlier account's."""
MOST_WORDS_BETWEEN = 5
"""Words between a figure and those behind it that point back."""
LINK = re.compile(
    r"[\s,\"'“”]*(?:that |which |it as |a |an |the |its |our |some |about |around |roughly |only |at )*"
    r"(?:\w+ ){0,2}[\s\"'“”]*"
)
MOVED_TO = re.compile(r"[\w\s]{0,20}\bto\s+(?:about |around |some |nearly |almost |just )?[£$€]?\d")
MOVEMENT = re.compile(
    r"(?:\bto\b[^.;]*,\s*|\b(?:down|up|rise|risen|rose|fall|fallen|fell|dropp?ed|drop|increased?|lowered|raised|cut|"
    r"reduced|revised|moved|changed)\b[^.;,]*)from\b[^.;]*$"
)
POINTING = re.compile(r"\b(?:from|against|was|were|than)\b[^.;,]*$")
HELD_TO = re.compile(r"\bstill (?:expect|believe|estimate|think|put|say|count|stand)\w*\b[^.;]*$")
"""What is still said is current, though it was said before: "we still expect the 40 cases we spoke of"."""
SET_RIGHT = re.compile(r"(?:,|\band|\bbut)? ?\bnot (?:the |about |around |just )?$")
"""A figure behind another, with nothing but this before it, is the one that is put right: "48 were treated, not 37"."""
TIMES_BEFORE = frozenset({"last week", "before", "earlier", "the week before", "the day before"})


def restated(text: str, figure: Figure, start: int, end: int, others: Sequence[Figure] = ()) -> bool:
    """Whether the words around a figure say that it is an earlier account's.

    ``start`` and ``end`` bound its sentence in the statement's ``text``; ``others`` are the statement's figures.
    Words before must touch the figure (up to an article and two words between); words after must follow within the
    same stretch, before the next figure and without punctuation.
    """
    opens = figure.start + len("from ") * figure.text.lower().startswith("from ")
    before = text[max(start, figure.start - LOOK_BACK) : opens].lower()
    following = next((other for other in others if other.start >= figure.end), None)
    stop = min(end, figure.end + LOOK_AHEAD)
    offset = opens - len(before)
    preceding = max((other.start for other in others if other.end <= figure.start), default=-1)
    for found in phrases("restated", "before").finditer(before):
        if LINK.fullmatch(before[found.end() :]) is None or offset + found.end() <= preceding:
            continue
        if found.group() != "from" or moved(text, figure, end, before, following):
            return True
    if preceding >= start and SET_RIGHT.search(before) is not None:
        return True
    if following is not None:
        stop = min(stop, following.start)
    return said_after(text[figure.end : stop].lower(), before)


def said_after(after: str, before: str) -> bool:
    """Whether the words after a figure point back: "the 5% we estimated", "the figure of 34 still stands"."""
    found = phrases("restated", "after").search(after)
    if found is None or HELD_TO.search(before) is not None:
        return False
    between = after[: found.start()]
    if re.search(r"[.;:!?]", between) or len(between.split()) > MOST_WORDS_BETWEEN:
        return False
    return found.group() not in TIMES_BEFORE or POINTING.search(before) is not None


def moved(text: str, figure: Figure, end: int, before: str, following: Figure | None) -> bool:
    """Whether a bare "from" before a figure is the start of a movement: "lowered to 68, from at least 80"."""
    after = text[figure.end : min(end, figure.end + 40)].lower()
    if following is not None and re.fullmatch(r"\s+to\s+", text[figure.end : following.start]):
        return True
    if MOVED_TO.match(after):
        return True
    return MOVEMENT.search(before) is not None and "not moved" not in before
