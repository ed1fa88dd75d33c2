"""Whether a quotation's words are really in a statement, and what was changed in them where they are not."""

from __future__ import annotations

from comms_tracker.quotes.articles import CheckedQuotation, check_article
from comms_tracker.quotes.beside import Beside, Run, beside
from comms_tracker.quotes.fidelity import check, check_against
from comms_tracker.quotes.records import Check, Edit, EditKind, Touches, Verdict

__all__ = [
    "Beside",
    "Check",
    "CheckedQuotation",
    "Edit",
    "EditKind",
    "Run",
    "Touches",
    "Verdict",
    "beside",
    "check",
    "check_against",
    "check_article",
]
