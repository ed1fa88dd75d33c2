"""What the product never says: words that accuse or guess at intent, and its own labels of kinds."""

from __future__ import annotations

import re

ACCUSES = re.compile(
    r"\b(?:admit|conceal|hid|lie[ds]?\b|mislead|deliberate|cover(?:ed|s)?[- ]up|tried to|wanted|intend|spin|downplay"
    r"|contradict|false|wrong|inconsisten|why did you)",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"\b(?:quantified|obscured|revised|progressed|narrowed|widened|softened|strengthened|superseded|retracted)\b",
    re.IGNORECASE,
)


def ill_said(sentences: list[str]) -> list[str]:
    """Those of the sentences that accuse, guess at intent, or name a change by the program's own label."""
    return [sentence for sentence in sentences if ACCUSES.search(sentence) or LABELS.search(sentence)]
