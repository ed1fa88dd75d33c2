"""What the later statement itself says about the change: read only from its words, null where there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.changes.sentences import sentences_around
from comms_tracker.errors import LexiconError
from comms_tracker.records import Claim, StatedBasis

ORDER = (StatedBasis.RETRACTION, StatedBasis.CORRECTION, StatedBasis.METHOD_CHANGE, StatedBasis.UPDATE)
"""Where words of several kinds stand near the claim, the one that says most about the earlier claim is taken."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of lexicon/stated_basis.toml; ``near`` is 1 where the neighbouring sentences count too."""

    basis: StatedBasis
    phenomenon: str
    pattern: re.Pattern[str]
    near: int


@dataclass(frozen=True, slots=True)
class Stated:
    """What the later statement says about the change: the kind of reason, its words, and what such words do."""

    basis: StatedBasis
    words: str
    phenomenon: str


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


def stated_basis(text: str, claim: Claim) -> Stated | None:
    """The words near ``claim`` in its statement's ``text`` that say why it changed; ``None`` where there are none."""
    before, own, after = sentences_around(text, claim.start, claim.end)
    for cue in cues():
        places = (own, before, after) if cue.near else (own,)
        for place in places:
            match = cue.pattern.search(place)
            if match:
                return Stated(cue.basis, match.group().strip(), cue.phenomenon)
    return None


def withdraws(text: str, claim: Claim) -> bool:
    """Whether the claim's own sentence takes something back in words."""
    own = sentences_around(text, claim.start, claim.end)[1]
    return any(cue.basis is StatedBasis.RETRACTION and cue.pattern.search(own) for cue in cues())
