"""From the claims of an incident to series about the same measure."""

from comms_tracker.alignment.align import align

__all__ = ["align"]
