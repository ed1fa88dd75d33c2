"""How firmly a clause is said: asserted, hedged, estimated, forecast or conditional, and the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.phrases import phrases
from comms_tracker.records import Certainty

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONS = frozenset({"if", "unless"})

LEVELS = (
    ("conditional", Certainty.CONDITIONAL),
    ("hedged", Certainty.HEDGED),
    ("estimated", Certainty.ESTIMATED),
    ("forecast", Certainty.FORECAST),
)


def condition_of(verb: Token | None) -> str | None:
    """The word that makes what the verb says hang on a condition beside it: "if the wall gives way, 40 homes ..."."""
    for clause in verb.children if verb is not None else ():
        if clause.dep_ == "advcl":
            for mark in clause.children:
                if mark.dep_ == "mark" and mark.lower_ in CONDITIONS:
                    return mark.lower_
    return None


def certainty(clause: str, matrix: str, condition: str | None = None) -> tuple[Certainty, str | None]:
    """How firmly a clause is said, and the words that say so; the governing clause's words count too.

    ``clause`` is folded; ``matrix`` is the clause above it ("we believe that"), empty where there is none;
    ``condition`` is what :func:`condition_of` found.
    """
    plain = phrases("hedge", "plain")
    own = plain.sub(" ", clause)
    text = f"{plain.sub(' ', matrix)} {own}" if matrix else own
    for name, level in LEVELS:
        found = phrases("hedge", name).findall(own if name == "conditional" else text)
        if found:
            words = "; ".join(dict.fromkeys(word.lower() for word in found))
            return (level, words) if condition is None else (Certainty.CONDITIONAL, f"{condition}; {words}")
    if condition is not None:
        return Certainty.CONDITIONAL, condition
    weak = phrases("denial", "hedged").search(clause) or phrases("hedge", "shown").search(text)
    if weak is not None:
        return Certainty.HEDGED, weak.group().lower()
    return Certainty.ASSERTED, None
