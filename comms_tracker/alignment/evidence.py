"""Why two claims are, or may not be, about the same measure, in plain phrases."""

from __future__ import annotations

from comms_tracker.alignment.event_kinship import named_by_noun
from comms_tracker.alignment.features import Features
from comms_tracker.records import Claim


def evidence(earlier: Claim, later: Claim, features: Features) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Phrases for and phrases against, the telling ones first."""
    return evidence_for(earlier, later, features), evidence_against(earlier, later, features)


def evidence_for(earlier: Claim, later: Claim, features: Features) -> tuple[str, ...]:
    """What speaks for one measure."""
    a, b = earlier.measure, later.measure
    left = a.counted if named_by_noun(earlier, later) else a.event
    right = b.counted if named_by_noun(later, earlier) else b.event
    happened = a.event if a.event == b.event else left if left == right else None
    same_event = f"both say the same happened ({happened})" if happened else f"“{left}” and “{right}” say the same"
    told = (
        (features.noun_same and a.counted, f"both are about the same thing ({a.counted})"),
        (features.noun_kin, f"“{a.counted}” and “{b.counted}” may be the same"),
        (features.event_same, same_event),
        (features.event_near, f"“{a.event}” and “{b.event}” are used for one another"),
        (features.value_same, "both give the same number"),
        (features.wording >= 0.5, "much of the wording is shared"),
        (features.meaning >= 0.6, "the two phrases are close in meaning"),
        (features.sole == 1, "neither statement counts such things twice"),
    )
    return tuple(words for holds, words in told if holds)


def evidence_against(earlier: Claim, later: Claim, features: Features) -> tuple[str, ...]:
    """What speaks against one measure."""
    a, b = earlier.measure, later.measure
    told = (
        (features.noun_other, f"one is about “{a.counted}”, the other about “{b.counted}”"),
        (features.event_other, f"one says “{a.event}”, the other “{b.event}”"),
        (features.wording < 0.15, "little of the wording is shared"),
        (0 < features.meaning < 0.35, "the two phrases are not close in meaning"),
        (features.scope_differs, "each is limited to something else"),
        (features.share_against_count, "one is a share, the other a count"),
        (features.value_far, "the numbers are more than a hundredfold apart"),
    )
    return tuple(words for holds, words in told if holds)
