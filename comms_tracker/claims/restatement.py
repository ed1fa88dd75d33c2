"""Figures that point back to an earlier account: "up from 143 million", "the 1,026 we confirmed in November"."""

from __future__ import annotations

import re

from comms_tracker.claims.polarity import phrases
from comms_tracker.records import Figure

LOOK_BACK = 60
LOOK_AHEAD = 60


def restated(text: str, figure: Figure, sentence_start: int, sentence_end: int) -> bool:
    """Whether the words around a figure say that it is an earlier account's; offsets count in the statement.

    Words before must touch the figure (up to an article and one noun between); words after must follow within the
    same stretch without another figure's verb, so the check stops at punctuation.
    """
    before = text[max(sentence_start, figure.start - LOOK_BACK) : figure.start].lower()
    after = text[figure.end : min(sentence_end, figure.end + LOOK_AHEAD)].lower()
    for found in phrases("restated", "before").finditer(before):
        between = before[found.end() :]
        if re.fullmatch(
            r"[\s,\"'“”]*(?:that |which |it as |a |an |the |its |our |some |about |around |roughly |only |at )*(?:\w+ ){0,2}[\s\"'“”]*",
            between,
        ):
            if found.group() == "from" and not moved(text, figure, sentence_end, before):
                continue
            return True
    found_after = phrases("restated", "after").search(after)
    if found_after is None:
        return False
    between = after[: found_after.start()]
    if re.search(r"[.;:!?]", between) or len(between.split()) > 5:
        return False
    word = found_after.group()
    if word in {"last week", "before", "earlier", "the week before", "the day before"}:
        return re.search(r"\b(?:from|against|was|were|than)\b[^.;,]*$", before) is not None
    return True


def moved(text: str, figure: Figure, sentence_end: int, before: str) -> bool:
    """Whether a bare "from" before a figure is the start of a movement: "lowered to 68, from at least 80"."""
    after = text[figure.end : min(sentence_end, figure.end + 40)].lower()
    if re.match(r"[\w\s]{0,20}\bto\s+(?:about |around |some |nearly |almost |just )?[£$€]?\d", after):
        return True
    return (
        re.search(
            r"(?:\bto\b[^.;]*,\s*|\b(?:down|up|rise|rose|fall|fell|dropp?ed|drop|increased?|lowered|raised|cut|reduced|revised|moved|changed)\b[^.;,]*)from\b[^.;]*$",
            before,
        )
        is not None
        and "not moved" not in before
    )
