"""Errors that a person sees: each message says what happened, where, and what to do next."""

from __future__ import annotations


class CommsTrackerError(Exception):
    """Base of every error whose message is fit to show; the command line prints it and exits with 2."""


class InputError(CommsTrackerError):
    """A file, folder or text that cannot be read as a statement. Nothing was stored."""


class ModelError(CommsTrackerError):
    """A language model that is missing, or whose weights are not the pinned ones."""


class LexiconError(CommsTrackerError):
    """A lexicon file with an entry that does not fit its schema."""


class StoreError(CommsTrackerError):
    """A store that cannot be opened, read or written."""


class DecisionError(CommsTrackerError):
    """A decision that cannot be made as it was asked for. Nothing was stored."""
