"""What a person decides about a comparison: it wins over the program, and can be undone.

    applied = apply(statements, claims, decisions)          # before the claims are aligned
    reviewed(changes, set_aside, applied)                   # and after what changed is described
    compare(statements, decisions=store.decisions("barts-2017"))   # both, from Python

A decision is anchored to the words that it is about, so that it holds when a later version reads them otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.decisions.records import Decision, Verb, Words, in_force
from comms_tracker.lazily import exports

if TYPE_CHECKING:
    from comms_tracker.decisions.applying import Applied, apply
    from comms_tracker.decisions.reviewing import reviewed, seen

__all__ = ["Applied", "Decision", "Verb", "Words", "apply", "in_force", "reviewed", "seen"]

# A store keeps decisions and applies none: whoever only looks at one needs no module that reads texts.
__getattr__ = exports(
    __name__, {"Applied": "applying", "apply": "applying", "reviewed": "reviewing", "seen": "reviewing"}
)
