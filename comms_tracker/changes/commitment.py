"""How firmly a claim is said: what makes the same proposition softer or stronger."""

from __future__ import annotations

import re

from comms_tracker.records import Certainty, Claim, Polarity

POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|maybe|potentially|cannot rule out|not ruled out)\b", re.I
)
PROBABLE = re.compile(r"\b(?:likely|probabl[ey]|believe[sd]?|thinks?|thought|appears?|seems?|suspect\w*)\b", re.I)
NOT_WEAKER = re.compile(r"^(?:so far|as many as|up to|confirm\w*|verif\w*|sure|certain\w*|definite\w*)$", re.I)
HEDGED_DENIAL = re.compile(
    r"\b(?:evidence|indications?|signs?|suggest\w*|aware|unaware|come across|came across|know of|known|knew of|"
    r"as far as|to our knowledge|believe[sd]?|think|thought|reports?|seen|found|identified|detected|indicate|proof|"
    r"confirmed|reason to)\b",
    re.I,
)
NOT_YET = re.compile(
    r"\b(?:so far|yet|at this stage|at present|at the moment|to date|as of|currently|up to now)\b", re.I
)


FOUND_NONE = re.compile(r"\b(?:found|finds?|seen|heard of|know of|knows of) (?:no|nobody|none|nothing)\b", re.I)
FLATLY = 3
"""The most that :func:`commitment` gives."""
PLAIN_FUTURE = re.compile(r"(?:will|shall|['’]ll)", re.I)


def commitment(claim: Claim) -> int:
    """3 for what is said flatly, 2 for what is called probable, estimated or expected, 1 for what is called possible.

    A denial about the future ("no customer will lose money") is a promise and said flatly.
    """
    if claim.certainty is Certainty.CONDITIONAL:
        return 1
    hedge = claim.hedge or ""
    weak = bool(hedge) and not NOT_WEAKER.match(hedge.strip())
    if claim.polarity is Polarity.DENIED:
        hedged = claim.certainty in {Certainty.HEDGED, Certainty.ESTIMATED} and weak
        return 2 if hedged or (weak and HEDGED_DENIAL.search(hedge)) or FOUND_NONE.search(claim.text) else FLATLY
    if claim.certainty in {Certainty.ESTIMATED, Certainty.FORECAST}:
        return 2
    if claim.certainty is Certainty.HEDGED:
        if not weak and hedge:
            return FLATLY
        return 1 if POSSIBLE.search(hedge) else 2
    return FLATLY


def commitment_moved(earlier: Claim, later: Claim) -> int:
    """1 where the later claim is firmer, -1 where it is softer, 0 where neither can be said.

    Between two weakened claims only "may" against "probably" counts: an estimate is not softer than a "could".
    """
    then, now = commitment(earlier), commitment(later)
    if then == now or is_kept(earlier, later):
        return 0
    if FLATLY not in (then, now):
        words = (earlier.hedge or "", later.hedge or "")
        told_apart = (POSSIBLE.search(words[0]) and PROBABLE.search(words[1])) or (
            PROBABLE.search(words[0]) and POSSIBLE.search(words[1])
        )
        if not told_apart or Certainty.FORECAST in (earlier.certainty, later.certainty):
            return 0
    return 1 if now > then else -1


def is_kept(earlier: Claim, later: Claim) -> bool:
    """Whether what was flatly promised is now said to be done: "will be paid £70", "have been paid £70"."""
    flat = earlier.hedge is None or PLAIN_FUTURE.fullmatch(earlier.hedge.strip()) is not None
    return earlier.certainty is Certainty.FORECAST and flat and later.certainty is Certainty.ASSERTED


def denies_only_so_far(claim: Claim, sentence: str) -> bool:
    """Whether a denial says that it is about the time until then ("so far", "yet", "at this stage")."""
    return claim.polarity is Polarity.DENIED and bool(NOT_YET.search(f"{claim.text} {claim.hedge or ''} {sentence}"))
