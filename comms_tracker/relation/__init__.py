"""How the later of two texts stands to the earlier one: consistent, superseded, contradictory or not comparable."""

from comms_tracker.relation.records import Ground, Related
from comms_tracker.relation.relate import relate

__all__ = ["Ground", "Related", "relate"]
