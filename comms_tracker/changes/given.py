"""The figures that statements give, by what they count and by their number: whether one was given before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from comms_tracker.alignment.event_kinship import NO_EVENT, event_kinship
from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.records import Claim, Figure, Polarity

Number = tuple[float | None, float | None, str | None]


@dataclass(frozen=True, slots=True)
class Given:
    """The claims that give a number over nought or a word for one, by what they count and by their number."""

    by_noun: Mapping[str, Sequence[Claim]]
    by_number: Mapping[Number, Sequence[Claim]]
    release: Mapping[str, int]

    @classmethod
    def of(cls, claims: Iterable[Claim], release: Mapping[str, int]) -> Given:
        """Those of an incident; ``release`` gives the number of each statement's release."""
        by_noun: dict[str, list[Claim]] = {}
        by_number: dict[Number, list[Claim]] = {}
        for claim in claims:
            if claim.figure is None or (claim.figure.low, claim.figure.high) == (0, 0):
                continue
            if claim.measure.counted is not None:
                by_noun.setdefault(claim.measure.counted, []).append(claim)
            if claim.figure.low is not None or claim.figure.high is not None:
                by_number.setdefault(_number(claim.figure), []).append(claim)
        return cls(by_noun, by_number, release)

    def before(self, claim: Claim) -> bool:
        """Whether an earlier release gives a figure that may be for the same, though it is not known to be for it."""
        counted, now = claim.measure.counted, self.release.get(claim.statement)
        if claim.figure is None or claim.polarity is Polarity.DENIED or now is None:
            return False
        same = self.by_number.get(_number(claim.figure), ())
        akin = (others for noun, others in self.by_noun.items() if counted and kinship(noun, counted) >= SYNONYMS)
        return any(
            self.release.get(other.statement, now) < now
            for other in chain(
                (one for one in same if may_be_akin(one.measure.counted, counted)),
                (one for others in akin for one in others if may_tell_of_one_event(one, claim)),
            )
        )


def may_be_akin(a: str | None, b: str | None) -> bool:
    """Whether two nouns may stand for the same things; what is not named may be anything."""
    return a is None or b is None or kinship(a, b) >= SYNONYMS


def may_tell_of_one_event(a: Claim, b: Claim) -> bool:
    """Whether one of two claims says nothing of what happened, or both say what may be the same."""
    events = (a.measure.event, b.measure.event)
    return bool(NO_EVENT & set(events)) or event_kinship(*events)[0]


def _number(figure: Figure) -> Number:
    return figure.low, figure.high, figure.unit
