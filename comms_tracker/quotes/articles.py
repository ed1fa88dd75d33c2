"""The quotations of an article, each checked against the statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.attribution import QuotationKind, quotations
from comms_tracker.quotes.fidelity import check_against
from comms_tracker.quotes.records import Check, Verdict
from comms_tracker.records import Statement


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """The words between marks at ``start`` to ``end`` of an article, whose they are said to be, and their check."""

    text: str
    start: int
    end: int
    speaker: str | None
    check: Check

    @property
    def to_look_at(self) -> bool:
        """Whether the words are altered, or any edit is critical."""
        return self.check.verdict is Verdict.ALTERED or self.check.critical


def check_article(text: str, statements: Sequence[Statement]) -> list[CheckedQuotation]:
    """Each quotation of an article checked, in order of place.

    What its speaker's naming or a paragraph's end parts is checked piece by piece. What is only reported has no words
    of its own and is left out.
    """
    return [
        CheckedQuotation(text[start:end], start, end, one.speaker, check_against(text[start:end], statements))
        for one in quotations(text)
        if one.kind is not QuotationKind.INDIRECT and not one.nested
        for start, end in one.fragments
    ]
