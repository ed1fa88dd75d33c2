"""Why two claims are, or may not be, about the same measure, in plain phrases."""

from __future__ import annotations

from comms_tracker.alignment.features import Features
from comms_tracker.records import Claim


def evidence(earlier: Claim, later: Claim, features: Features) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Phrases for and phrases against, the telling ones first."""
    a, b = earlier.measure, later.measure
    pros: list[str] = []
    cons: list[str] = []
    if features.noun_same and a.counted:
        pros.append(f"both are about the same thing ({a.counted})")
    elif features.noun_kin:
        pros.append(f"“{a.counted}” and “{b.counted}” may be the same")
    elif features.noun_other:
        cons.append(f"one is about “{a.counted}”, the other about “{b.counted}”")
    if features.event_same and a.event and b.event:
        pros.append(
            f"both say the same happened ({a.event})"
            if a.event == b.event
            else f"“{a.event}” and “{b.event}” say the same"
        )
    elif features.event_near:
        pros.append(f"“{a.event}” and “{b.event}” are used for one another")
    elif features.event_other:
        cons.append(f"one says “{a.event}”, the other “{b.event}”")
    if features.value_same:
        pros.append("both give the same number")
    if features.wording >= 0.5:
        pros.append("much of the wording is shared")
    elif features.wording < 0.15:
        cons.append("little of the wording is shared")
    if features.meaning >= 0.6:
        pros.append("the two phrases are close in meaning")
    elif 0 < features.meaning < 0.35:
        cons.append("the two phrases are not close in meaning")
    if features.scope_differs:
        cons.append("each is limited to something else")
    if features.share_against_count:
        cons.append("one is a share, the other a count")
    if features.value_far:
        cons.append("the numbers are more than a hundredfold apart")
    return tuple(pros), tuple(cons)
