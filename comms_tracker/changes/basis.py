"""What the later statement itself says about the change: read only from its words, null where there are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.changes.sentences import sentence_spans, sentences_around, touched_by
from comms_tracker.errors import LexiconError
from comms_tracker.records import Claim, StatedBasis
from comms_tracker.remembering import remembered

ORDER = (StatedBasis.RETRACTION, StatedBasis.CORRECTION, StatedBasis.METHOD_CHANGE, StatedBasis.UPDATE)
"""Where words of several kinds stand near the claim, the one that says most about the earlier claim is taken."""

CLAUSE_MARK = re.compile(r",(?!\d)|[;:()—–]")
POINTS_BACK = re.compile(r"(?:that|this|it|both|these|those)\b", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of lexicon/stated_basis.toml; ``near`` is 1 where the neighbouring sentences count too."""

    basis: StatedBasis
    phenomenon: str
    pattern: re.Pattern[str]
    near: int


@dataclass(frozen=True, slots=True)
class Stated:
    """What the later statement says about the change: the kind of reason, its words, and what such words do.

    ``beside`` says that the words are a neighbouring sentence, given whole.
    """

    basis: StatedBasis
    words: str
    phenomenon: str
    beside: bool = False


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


def stated_basis(text: str, claim: Claim, beside: Sequence[Claim] = ()) -> Stated | None:
    """The words near ``claim`` in its statement's ``text`` that say why it changed; ``None`` where there are none.

    ``beside`` are the statement's claims: the sentence before counts only where it gives no figure of its own, the
    sentence after also where it only restates one ("That is fewer than the 1,026 we confirmed"), and words that bring
    a figure up to date count for a claim's own words where its sentence gives several figures. A neighbour that takes
    back something of its own says nothing about the claim.
    """
    before, own, after = sentences_around(text, claim.start, claim.end)
    others = [other for other in beside if other.id != claim.id and other.figure is not None]
    touched = touched_by(text, claim.start, claim.end)
    sentences = sentence_spans(text)[touched.start : touched.stop]
    alone = not any(_within(other, sentences) for other in others)
    neighbours = []
    earlier, following = _place(text, before, claim, -1), _place(text, after, claim, 1)
    apart = [other for other in beside if other.id != claim.id and other.figure is None and _takes_back(other.text)]
    if not any(other.start in earlier for other in [*others, *apart]):
        neighbours.append(before)
    if not any(other.start in following and not other.restated for other in [*others, *apart]):
        neighbours.append(after)
    for cue in cues():
        near = own if alone or cue.basis is not StatedBasis.UPDATE else claim.text
        places = (near, *neighbours) if cue.near else (near,)
        if cue.basis is StatedBasis.RETRACTION:
            places = _own_and_pointing_back(text, claim)
        for place in places:
            match = cue.pattern.search(place)
            if match:
                words = _clause(place, match) if place is near else place
                return Stated(cue.basis, words, cue.phenomenon, place is not near)
    return None


def _clause(sentence: str, match: re.Match[str]) -> str:
    """The words between the commas around a cue, so that a reader sees what it says."""
    marks = list(CLAUSE_MARK.finditer(sentence))
    left = max((mark.end() for mark in marks if mark.end() <= match.start()), default=0)
    right = min((mark.start() for mark in marks if mark.start() >= match.end()), default=len(sentence))
    return re.sub(r"^(?:and|but|or)\s+", "", sentence[left:right].strip(' “”‘’"'))


def _within(other: Claim, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether another current figure stands in the claim's own sentences."""
    return not other.restated and any(start < other.end and other.start < end for start, end in sentences)


def _place(text: str, sentence: str, claim: Claim, side: int) -> range:
    """Where the neighbouring sentence on that side of the claim stands; nowhere where there is none."""
    at = text.rfind(sentence, 0, claim.start + 1) if side < 0 else text.find(sentence, claim.start)
    return range(at, at + len(sentence))


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
    return (own, after) if POINTS_BACK.match(after) else (own,)
