"""How firmly a clause is said: asserted, hedged, estimated, forecast or conditional, and the words that say so."""

from __future__ import annotations

from comms_tracker.claims.phrases import phrases
from comms_tracker.records import Certainty

LEVELS = (
    ("conditional", Certainty.CONDITIONAL),
    ("hedged", Certainty.HEDGED),
    ("estimated", Certainty.ESTIMATED),
    ("forecast", Certainty.FORECAST),
)


def certainty(clause: str, matrix: str) -> tuple[Certainty, str | None]:
    """How firmly a clause is said, and the words that say so; the governing clause's words count too.

    ``clause`` is folded; ``matrix`` is the clause above it ("we believe that"), empty where there is none.
    """
    plain = phrases("hedge", "plain")
    own = plain.sub(" ", clause)
    text = f"{plain.sub(' ', matrix)} {own}" if matrix else own
    for name, level in LEVELS:
        found = phrases("hedge", name).findall(own if name == "conditional" else text)
        if found:
            return level, "; ".join(dict.fromkeys(word.lower() for word in found))
    weak = phrases("denial", "hedged").search(clause)
    if weak is not None:
        return Certainty.HEDGED, weak.group().lower()
    return Certainty.ASSERTED, None
