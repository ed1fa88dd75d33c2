"""Whether claims can be the parts of one total: what they count, how near their sum is, whether they are a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.amounts import amount_of
from comms_tracker.changes.phrasing import figure_of, figure_words
from comms_tracker.quantities.numerals import TO_TWELVE
from comms_tracker.records import Claim

OVERLAPS = re.compile(
    r"\b(?:each|both|more than one|twice|overlap\w*|including|for (?:example|instance)|such as|not all|among)\b", re.I
)
"""Words of parts that need not make the whole, or that share members."""
NUMBER = re.compile(rf"\d|\b(?:{'|'.join(TO_TWELVE[1:])}|dozens?|some|several)\b", re.I)
LONGEST_GAP = 60
"""How many characters may lie between two parts of one list."""
CLOSE = 0.2
"""How far, as a share of the total, the sum of unlike things may be off: beyond it they divide something else."""


def of_one_kind(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts count what the total counts; unlike things ("passengers", "crew") only if the sum is near."""
    if len({dimension(claim) for claim in (total, *parts)}) != 1:
        return False
    return one_noun([total, *parts]) or close(total, parts)


def close(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the sum is so near to the total that these must be its parts, and all are of one dimension."""
    if len({dimension(claim) for claim in (total, *parts)}) != 1:
        return False
    whole, middles = amount_of(total).interval, [amount_of(part).interval for part in parts]
    if whole is None or whole.middle is None:
        return False
    added = sum(one.middle or 0.0 for one in middles if one is not None)
    return abs(added - whole.middle) <= max(CLOSE * whole.middle, 1.0)


def is_list(text: str, start: int, end: int, parts: Sequence[Claim]) -> bool:
    """Whether the words from start to end are a list of these parts and of no other numbers."""
    edges = [start, *(edge for part in parts for edge in (figure_start(part), figure_end(part))), end]
    gaps = [text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True)]
    if any(NUMBER.search(gap) or OVERLAPS.search(gap) for gap in gaps):
        return False
    return all(len(gap) <= LONGEST_GAP and re.search(r"[,;\n|]|\band\b", gap) for gap in gaps[1:-1])


def one_noun(claims: Sequence[Claim]) -> bool:
    """Whether the claims count things of one name."""
    nouns = list(dict.fromkeys(claim.measure.counted for claim in claims if claim.measure.counted))
    return all(kinship(nouns[0], noun) >= SYNONYMS for noun in nouns[1:])


def larger_than_whole(part: Claim, whole: Claim) -> str:
    """The words of a finding about a part that is larger than what it is a part of; both claims have a figure."""
    assert whole.figure is not None
    return f"{figure_of(part)} cannot be a part of {figure_words(whole.figure)}: the part is larger than the whole"


def dimension(claim: Claim) -> str:
    """What the claim is measured in: a count, a currency, a unit."""
    return amount_of(claim).dimension


def figure_start(claim: Claim) -> int:
    """Where the claim's figure begins; the claim, where it has none."""
    return claim.figure.start if claim.figure is not None else claim.start


def figure_end(claim: Claim) -> int:
    """Where the claim's figure ends; the claim, where it has none."""
    return claim.figure.end if claim.figure is not None else claim.end
