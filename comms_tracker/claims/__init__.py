"""From a statement's text to its claims; no spaCy object leaves this package."""

from comms_tracker.claims.extract import extract_claims, iter_claims

__all__ = ["extract_claims", "iter_claims"]
