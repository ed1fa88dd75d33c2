"""The voice of each stretch of a statement: what is quoted and what is reported in it; all else is its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comms_tracker.attribution.marks import DOUBLE_OPENS, STRAIGHT
from comms_tracker.attribution.quotations import quotations
from comms_tracker.attribution.records import QuotationKind
from comms_tracker.records import Voice

_MAY_SPEAK = re.compile(
    rf"[{DOUBLE_OPENS}{STRAIGHT}‘]|(?<![^\W_])'(?=\w)|\b(?:said|says|told|added|according to)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The quoted and the reported stretches of a text, as offsets."""

    stretches: tuple[tuple[int, int, Voice], ...]

    def at(self, start: int, end: int) -> Voice:
        """The voice of the words at ``start`` to ``end``: that of the stretch that holds most of them."""
        best = max(
            ((min(end, last) - max(start, first), voice) for first, last, voice in self.stretches),
            key=lambda each: each[0],
            default=(0, Voice.OWN),
        )
        return best[1] if 2 * best[0] > end - start else Voice.OWN


def voices(text: str) -> Voices:
    """The voices in a statement's text. It is a mark beside its claims: every sentence is read, whoever words it."""
    if _MAY_SPEAK.search(text) is None:
        return Voices(())
    return Voices(
        tuple(
            (start, end, Voice.REPORTED if one.kind is QuotationKind.INDIRECT else Voice.QUOTED)
            for one in quotations(text, named=False)
            for start, end in (one.fragments or ((one.start, one.end),))
        )
    )
