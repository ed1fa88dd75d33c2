"""Whether a count runs on with time, so that a later number is progress and no revision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.records import Basis, Certainty, Claim, Direction

UNSETTLED = frozenset({Certainty.FORECAST, Certainty.ESTIMATED, Certainty.CONDITIONAL})
"""An estimate or a forecast does not run on: where it ends at another number, it was revised."""

NEGATED = re.compile(r"\b(?:not|never|un(?:sent|paid|told|repaired|restored)|without|fail\w*)\b|n['’]t\b", re.I)
SUM = re.compile(r"\b(?:in (?:all|total)|a total of|the total|altogether|overall)\b", re.I)
PLANNED = re.compile(r"\b(?:will|would|must|is to|are to|affects?|covers?|concerns?|includes?)\b", re.I)
"""What is planned, or what the matter takes in, adds up to a sum and does not run on: "it affects 200 jobs in all"."""


@dataclass(frozen=True, slots=True)
class RunningWords:
    """The lists of lexicon/running.toml; ``counted`` are the nouns of those that only ever grow."""

    grows: frozenset[str]
    counted: frozenset[str]
    stands: frozenset[str]
    states: frozenset[str]
    present: re.Pattern[str]
    up: re.Pattern[str]
    level: re.Pattern[str]


@cache
def running_words() -> RunningWords:
    """The lists, read once."""
    data = lexicon.table("running")
    return RunningWords(
        grows=frozenset(data["grows"]["events"]) | frozenset(data["grows"]["nouns"]),
        counted=frozenset(data["grows"]["nouns"]),
        stands=frozenset(data["stands"]["events"]) | frozenset(data["stands"]["nouns"]),
        states=frozenset(data["states"]["events"]),
        present=re.compile(data["states"]["present"], re.I),
        up=re.compile(data["words"]["up"], re.I),
        level=re.compile(data["words"]["level"], re.I),
    )


def runs_on(earlier: Claim, later: Claim, moved: Direction | None) -> bool:
    """Whether both claims count something that runs on with time in the direction in which it moved.

    What only accumulates (a toll, people told, bags returned) runs up; what stands at a level (people missing, bags
    waiting) runs either way, and so does the state that things are in now (roads that are shut). What was *not* done
    (letters not sent) does not run.
    """
    if earlier.certainty in UNSETTLED or later.certainty in UNSETTLED:
        return False
    if stands(earlier, later):
        return True
    words, names, clauses = running_words(), _names(earlier, later), f"{earlier.text} {later.text}"
    stand_now = all(words.present.search(claim.text) for claim in (earlier, later))
    if names & words.states and stand_now:
        return True
    if moved is Direction.DOWN:
        return False
    bases = {earlier.measure.basis, later.measure.basis}
    adds_up = Basis.TOTAL in bases or words.up.search(clauses) is not None
    if adds_up and SUM.search(later.text) and PLANNED.search(later.text):
        return False
    if is_toll(earlier) or is_toll(later) or adds_up or Basis.PROGRESS in bases:
        return True
    grows = any(one.measure.event in words.grows or one.measure.counted in words.counted for one in (earlier, later))
    return grows and not NEGATED.search(clauses)


def stands(earlier: Claim, later: Claim) -> bool:
    """Whether both claims count what stands at some level, each at its time: people missing, homes without gas."""
    words = running_words()
    at_a_level = words.level.search(f"{earlier.text} {later.text}") is not None
    return at_a_level or bool(_names(earlier, later) & words.stands)


def _names(earlier: Claim, later: Claim) -> set[str]:
    return {name for claim in (earlier, later) for name in (claim.measure.event, claim.measure.counted) if name}


def is_restorative(claim: Claim) -> bool:
    """Whether the claim counts a remedy that goes on (restored, told, returned)."""
    words = running_words()
    return claim.measure.basis is Basis.PROGRESS or (claim.measure.event in words.grows and not is_toll(claim))


def is_toll(claim: Claim) -> bool:
    """Whether the claim counts the dead."""
    return claim.measure.event in {"die", "kill"} or claim.measure.counted in {
        "death",
        "toll",
        "fatality",
        "life",
        "dead",
    }
