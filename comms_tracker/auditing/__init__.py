"""A draft against all that was said before: what it would contradict, revise, retract, obscure, narrow or leave out.

Nothing is written anywhere: the draft lives in memory for as long as it is looked at.
"""

from __future__ import annotations

from comms_tracker.auditing.audit import audit
from comms_tracker.auditing.records import FAILING, Audit, Beside, Departure, LeftOut

__all__ = ["FAILING", "Audit", "Beside", "Departure", "LeftOut", "audit"]
