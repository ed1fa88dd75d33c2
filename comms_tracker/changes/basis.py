"""What the later statement itself says about the change: read only from its words, null where there are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.alignment.nouns import kinship
from comms_tracker.changes.sentences import places_around, points_back, sentence_spans, sentences_around, touched_by
from comms_tracker.errors import LexiconError
from comms_tracker.records import Claim, StatedBasis
from comms_tracker.remembering import remembered

ORDER = (StatedBasis.RETRACTION, StatedBasis.CORRECTION, StatedBasis.METHOD_CHANGE, StatedBasis.UPDATE)
"""Where words of several kinds stand near the claim, the one that says most about the earlier claim is taken."""

CLAUSE_MARK = re.compile(r",(?!\d)|[;:()—–]")


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of lexicon/stated_basis.toml; ``near`` is 1 where the neighbouring sentences count too."""

    basis: StatedBasis
    phenomenon: str
    pattern: re.Pattern[str]
    near: int


@dataclass(frozen=True, slots=True)
class Stated:
    """What the later statement says about the change: the kind of reason, and its words."""

    basis: StatedBasis
    words: str


@cache
def cues() -> tuple[Cue, ...]:
    """The patterns in the order in which they are tried; raises LexiconError where an entry does not fit."""
    found: list[Cue] = []
    for basis in ORDER:
        for number, entry in enumerate(lexicon.table("stated_basis").get(basis.value, ()), start=1):
            try:
                found.append(Cue(basis, entry["phenomenon"], re.compile(entry["pattern"], re.I), int(entry["near"])))
            except (KeyError, TypeError, ValueError, re.error) as error:
                raise LexiconError(
                    f"lexicon/stated_basis.toml, {basis.value} entry {number}: {error}. "
                    "Give each entry a phenomenon, a pattern and near = 0 or 1."
                ) from error
    return tuple(found)


def stated_basis(text: str, claim: Claim, beside: Sequence[Claim] = (), earlier: Claim | None = None) -> Stated | None:
    """The words near ``claim`` in its statement's ``text`` that say why it changed; ``None`` where there are none.

    ``beside`` are the statement's claims: words that bring a figure up to date count for a claim's own words where its
    sentence gives several figures. ``earlier`` is the claim that it goes on from: where its figure is given again next
    to the other one, that by itself acknowledges the change.
    """
    own = sentences_around(text, claim.start, claim.end)[1]
    touched = touched_by(text, claim.start, claim.end)
    sentences = sentence_spans(text)[touched.start : touched.stop]
    others = (other for other in beside if other.id != claim.id and other.figure is not None)
    alone = not any(_within(other, sentences) for other in others)
    neighbours = _neighbours(text, claim, beside)
    retelling = _retelling(text, earlier, claim, beside) if earlier is not None else ()
    for cue in cues():
        near = own if alone or cue.basis is not StatedBasis.UPDATE else claim.text
        places = (near, *(neighbours if cue.near else ()), *retelling)
        if cue.basis is StatedBasis.RETRACTION:
            places = _own_and_pointing_back(text, claim)
        for place in places:
            match = cue.pattern.search(place)
            if match:
                return Stated(cue.basis, _clause(place, match) if place is near else place)
    return Stated(StatedBasis.UPDATE, retelling[0]) if retelling else None


def _neighbours(text: str, claim: Claim, beside: Sequence[Claim]) -> list[str]:
    """The words of the sentences before and after ``claim`` that may speak of it, as far as ``beside`` goes.

    The sentence before counts only where it gives no figure of its own, the sentence after also where it only restates
    one ("That is fewer than the 1,026 we confirmed"), and where it points back, up to its own figure (": 40 had been
    lent"). A neighbour that takes back something of its own says nothing about the claim.
    """
    before, _, after = places_around(text, claim.start, claim.end)
    own = [other for other in beside if other.id != claim.id and (other.figure is not None or _takes_back(other.text))]
    found = [] if any(other.start in before for other in own) else [text[before.start : before.stop]]
    stops = [other.start for other in own if other.start in after and not _retells(other, claim)]
    following = text[after.start : min(stops, default=after.stop)].rstrip(" \n:;,—–")
    return [*found, following] if not stops or points_back(following) else found


def _retells(other: Claim, claim: Claim) -> bool:
    """Whether another claim only gives an earlier figure again, of what may be the things that the claim counts."""
    akin = kinship(other.measure.counted, claim.measure.counted) > 0
    return other.figure is not None and other.restated and akin


def _retelling(text: str, earlier: Claim, later: Claim, beside: Sequence[Claim]) -> tuple[str, ...]:
    """The sentence next to ``later``, or its own, that gives the earlier figure again as what was said before."""
    then, now = earlier.figure, later.figure
    if then is None or now is None or later.restated or (then.low, then.high) == (now.low, now.high):
        return ()
    before, own, after = places_around(text, later.start, later.end)
    for place in (own, after, before):
        for claim in beside:
            told = claim.figure if claim.restated and claim.start in place else None
            if told is None or claim.measure.counted != earlier.measure.counted:
                continue
            if (told.low, told.high, told.unit) == (then.low, then.high, then.unit):
                return (text[place.start : place.stop],)
    return ()


def _clause(sentence: str, match: re.Match[str]) -> str:
    """The words between the commas around a cue, so that a reader sees what it says."""
    marks = list(CLAUSE_MARK.finditer(sentence))
    left = max((mark.end() for mark in marks if mark.end() <= match.start()), default=0)
    right = min((mark.start() for mark in marks if mark.start() >= match.end()), default=len(sentence))
    return re.sub(r"^(?:and|but|or)\s+", "", sentence[left:right].strip(' “”‘’"'))


def _within(other: Claim, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether another current figure stands in the claim's own sentences."""
    return not other.restated and any(start < other.end and other.start < end for start, end in sentences)


def withdraws(text: str, claim: Claim) -> bool:
    """Whether the claim's own sentence takes something back, or the next one does ("That was wrong").

    What is only retold is not what takes it back: the next sentence is a claim of its own then.
    """
    if claim.restated and claim.figure is None:
        return _takes_back(sentences_around(text, claim.start, claim.end)[1])
    return any(_takes_back(place) for place in _own_and_pointing_back(text, claim))


@remembered(1024)
def _takes_back(sentence: str) -> bool:
    return any(cue.basis is StatedBasis.RETRACTION and cue.pattern.search(sentence) for cue in cues())


def _own_and_pointing_back(text: str, claim: Claim) -> tuple[str, ...]:
    _, own, after = sentences_around(text, claim.start, claim.end)
    return (own, after) if points_back(after) else (own,)
