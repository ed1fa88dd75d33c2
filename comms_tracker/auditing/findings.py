"""Findings that the draft has a part in, with the draft called the draft."""

from __future__ import annotations

import re
from dataclasses import replace

from comms_tracker.changes.english import day_words
from comms_tracker.records import Comparison, Finding


def of_draft(comparison: Comparison, draft: str) -> tuple[Finding, ...]:
    """The comparison's findings that rest on a claim of the draft, in its order."""
    day = day_words(comparison.statement(draft).issued)
    shared = [one.id for one in comparison.statements if day_words(one.issued) == day]
    # Where an earlier statement is of the draft's day, "the statement of that day" may be either.
    names = (f"statement of {day}",) if day and shared == [draft] else ()
    return tuple(
        _renamed(one, (*names, f"statement {draft}")) for one in comparison.findings if draft in one.statements
    )


def _renamed(finding: Finding, names: tuple[str, ...]) -> Finding:
    told = finding.explanation
    for name in names:
        told = re.sub(rf"\b([Tt])he {re.escape(name)}(?![\w-])", r"\1he draft", told)
    return replace(finding, explanation=told)
