"""What a figure is of the things it is said of: an average, the most or the whole; a difference; a part of a sum."""

from __future__ import annotations

import re
from enum import StrEnum

from comms_tracker.alignment.wording import REMEMBERED
from comms_tracker.records import Claim
from comms_tracker.remembering import remembered

AHEAD = 45
"""How many characters before a figure the words may begin that say what it is."""
ROUGHLY = r"(?:(?:about|around|some|nearly|almost|roughly|just|only|over|a|an) )*"
AVERAGE = re.compile(r"\b(?:averag\w+|means?|medians?|typical(?:ly)?)\b[^,;.\d]*$|\bon average, [^;.\d]*$", re.I)
AVERAGE_AFTER = re.compile(r"[^,;.\d]{0,25},? on average\b|\s+each,? on average\b", re.I)
MOST = re.compile(
    r"\b(?:longest|largest|biggest|highest|maximum|oldest|worst|as (?:many|much|long|high) as)\b[^,;.\d]*$", re.I
)
MOST_IN_FIGURE = re.compile(r"(?:up to|as (?:many|much|long|high) as|a maximum of)\b", re.I)
WHOLE = re.compile(rf"\b(?:totall?(?:ing|ed|s)?|(?:a|the) (?:combined )?total of) {ROUGHLY}$", re.I)
WHOLE_AFTER = re.compile(r"\s*(?:[\w-]+ ?){0,2},? (?:in (?:all|total)|altogether|between them)\b", re.I)
DIFFERENCE_AFTER = re.compile(
    r"\s+(?:(?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|not\b)[\w-]+ )?"
    r"(?:(?:more|fewer|less|lower|higher) than\b"
    r"|(?:above|below|over|short of) (?:the|our|its|their|plan|budget|target|forecast|normal|average)\b)",
    re.I,
)
DIFFERENCE_BEFORE = re.compile(
    rf"\b(?:rises?|rose|risen|rising|falls?|fell|fallen|falling|increase[ds]?|grows?|grew|grown|drop(?:s|ped)?|"
    rf"reduced?|decline[ds]?|down|up|lowered|raised) (?:[\w-]+ )?by {ROUGHLY}$"
    rf"|\b(?:cut|decline|drop|fall|growth|increase|reduction|rise) of {ROUGHLY}$",
    re.I,
)
LEVEL_BEFORE = re.compile(rf"\b(?:to|at|is|was|are|were|be|stands? at|stood at) {ROUGHLY}$", re.I)
BESIDE_A_WHOLE = re.compile(
    r"[,;:–—(] ?(?:making |which is |or |that is )?(?:(?:a total of|totalling) [£$€]?\d"
    r"|[£$€]?\d[\d,.]*(?:m|bn|k)?(?: [\w-]+)? (?:in (?:all|total)|altogether)\b)",
    re.I,
)


class Standing(StrEnum):
    """What a figure is of the things it is said of."""

    AVERAGE = "average"
    MOST = "most"
    WHOLE = "whole"


def stand_apart(a: Claim, b: Claim) -> str | None:
    """Why two figures cannot be told against each other though they are of one thing; None where they may be."""
    if a.figure is None or b.figure is None:
        return None
    standings = {standing(a), standing(b)}
    if Standing.AVERAGE in standings and standings & {Standing.MOST, Standing.WHOLE}:
        return "one is an average, the other the most or the whole"
    if (is_difference(a) and is_level(b)) or (is_difference(b) and is_level(a)):
        return "one is how much more or less it is, the other how much"
    if (is_part(a) and standing(b) is Standing.WHOLE) or (is_part(b) and standing(a) is Standing.WHOLE):
        return "one is a part, the other what the parts come to"
    return None


def standing(claim: Claim) -> Standing | None:
    """Whether a claim's figure is said to be an average, the most or the whole; None where it is not."""
    return _standing(claim.text, *_place(claim))


@remembered(REMEMBERED)
def _standing(text: str, start: int, end: int) -> Standing | None:
    before, words, after = text[max(0, start - AHEAD) : start], text[start:end], text[end:]
    if AVERAGE.search(before) or AVERAGE_AFTER.match(after) or words.lower().startswith("an average"):
        return Standing.AVERAGE
    if MOST.search(before) or MOST_IN_FIGURE.match(words):
        return Standing.MOST
    if WHOLE.search(before) or WHOLE_AFTER.match(after) or words.lower().startswith("a total of"):
        return Standing.WHOLE
    return None


def is_difference(claim: Claim) -> bool:
    """Whether the figure says how much more or less there is than something: "£20m lower than planned"."""
    start, end = _place(claim)
    if DIFFERENCE_AFTER.match(claim.text, end):
        return True
    measured = claim.figure is not None and claim.figure.unit is not None
    return measured and DIFFERENCE_BEFORE.search(claim.text[max(0, start - AHEAD) : start]) is not None


def is_level(claim: Claim) -> bool:
    """Whether the figure says how much there is: "rose to 94 per cent", "will be about £20m", "held 5,200"."""
    start, _ = _place(claim)
    if is_difference(claim):
        return False
    counts = claim.figure is not None and claim.figure.unit is None
    return counts or LEVEL_BEFORE.search(claim.text[max(0, start - AHEAD) : start]) is not None


def is_part(claim: Claim) -> bool:
    """Whether a figure stands beside what it comes to with others: "120 in Hull, 80 in Ely, 200 in all"."""
    _, end = _place(claim)
    return BESIDE_A_WHOLE.search(claim.text, end) is not None and standing(claim) is not Standing.WHOLE


def _place(claim: Claim) -> tuple[int, int]:
    """Where the figure's words stand in the claim's."""
    assert claim.figure is not None
    return claim.figure.start - claim.start, claim.figure.end - claim.start
