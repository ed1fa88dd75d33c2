"""What to say where a reader's library is not installed."""

from __future__ import annotations

from comms_tracker.errors import InputError


def missing_extra(name: str, extra: str) -> InputError:
    """The error for a document that only an extra of comms-tracker reads."""
    return InputError(
        f'{name} is read by the extra "{extra}", which is not installed. '
        f'Install it: pip install "comms-tracker[{extra}]"'
    )
