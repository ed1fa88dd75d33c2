"""Who speaks in a text: quotations with their speakers, an article's passages, and the statements that it holds."""

from __future__ import annotations

from comms_tracker.attribution.passages import passages
from comms_tracker.attribution.quotations import quotations
from comms_tracker.attribution.records import Passage, Quotation, QuotationKind

__all__ = ["Passage", "Quotation", "QuotationKind", "passages", "quotations"]
