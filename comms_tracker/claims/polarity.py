"""Whether a clause affirms, denies or says that nothing is known, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims.events import events
from comms_tracker.records import Certainty, FigureKind, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from comms_tracker.claims.anchors import Anchor

# Negating one of these is itself the disruption: "1,004 services did not run" affirms 1,004.
FUNCTIONS = frozenset(
    {
        "run",
        "operate",
        "open",
        "arrive",
        "receive",
        "get",
        "work",
        "happen",
        "go",
        "depart",
        "show",
        "return",
        "pay",
        "send",
        "have",
        "be",
        "sign",
        "reach",
        "turn",
        "attend",
        "hear",
        "meet",
    }
)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause stands to what it says; ``hedge`` holds the words that weaken it."""

    polarity: Polarity
    certainty: Certainty
    hedge: str | None


@cache
def phrases(section: str, name: str) -> re.Pattern[str]:
    """One pattern for a phrase list of lexicon/polarity.toml, longest first, whole words only."""
    words: Iterable[str] = sorted(lexicon.table("polarity")[section][name], key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")(?![\w-])", re.I
    )


def matches(section: str, name: str, text: str) -> bool:
    """Whether a phrase of the list stands in the text."""
    return phrases(section, name).search(text) is not None


def is_unknown(text: str) -> bool:
    """Whether the clause says that something is not known: ignorance is not denial."""
    return matches("unknown", "phrases", text)


def has_denial(text: str) -> bool:
    """Whether the clause denies by a phrase such as "no evidence" or "not aware of"."""
    return matches("denial", "hedged", text)


def negated(verb: Token | None) -> bool:
    """Whether the verb itself is negated by not or never."""
    return verb is not None and any(child.dep_ == "neg" and child.lower_ not in {"no"} for child in verb.children)


def stance(clause: str, matrix: str, verb: Token | None, anchor: Anchor | None) -> Stance:
    """Read a clause (folded words) with the words of the clause that governs it ("we believe that")."""
    return Stance(polarity(clause, verb, anchor), *certainty(clause, matrix))


def polarity(clause: str, verb: Token | None, anchor: Anchor | None) -> Polarity:
    """Denied, affirmed or unknown, from the clause's words, the verb's negation and a universal zero."""
    figure = anchor.figure if anchor is not None else None
    zero = figure is not None and figure.kind is FigureKind.UNIVERSAL and figure.high == 0
    if is_unknown(clause) and (figure is None or zero):
        return Polarity.UNKNOWN
    bare = phrases("denial", "empty").sub(" ", clause)
    if zero:
        return Polarity.DENIED
    if matches("denial", "withdrawn", bare):
        return Polarity.DENIED
    if figure is not None and (figure.low or figure.high):
        lemma = verb.lemma_.lower() if verb is not None else ""
        return (
            Polarity.DENIED
            if bare_negation(verb, clause) and lemma not in FUNCTIONS and lemma_harms(verb)
            else Polarity.AFFIRMED
        )
    if has_denial(bare) or bare_negation(verb, clause) or (anchor is None and leading_no(bare)):
        return Polarity.DENIED
    if re.search(r"\b(?:unaffected|remains? safe|remains? secure|unharmed|unhurt)\b", bare) and anchor is None:
        return Polarity.DENIED
    return Polarity.AFFIRMED


def lemma_harms(verb: Token | None) -> bool:
    """Whether an affirmed reading of the verb, or of the participle below it, would be a harm."""
    if verb is None:
        return False
    known = events()
    candidates = [verb, *(child for child in verb.subtree if child.pos_ == "VERB")]
    return any(known.plays(token.lemma_.lower(), "harm") for token in candidates)


def bare_negation(verb: Token | None, clause: str) -> bool:
    """Whether the verb is negated by a negation that denies something."""
    return negated(verb) and not matches("denial", "empty", clause)


def leading_no(clause: str) -> bool:
    """Whether the clause is denied by its determiner or pronoun: no, none, nobody, nothing, neither, without any."""
    return (
        re.search(
            r"(?<![\w-])(?:no(?! longer| doubt| later| sooner)|none|nobody|no one|nothing|neither|not one|never|without any|nowhere)(?![\w-])",
            clause,
            re.I,
        )
        is not None
    )


def certainty(clause: str, matrix: str) -> tuple[Certainty, str | None]:
    """How firmly a clause is said, and the words that say so; the governing clause's words count too."""
    text = f"{matrix} {clause}" if matrix else clause
    for name, level in (
        ("conditional", Certainty.CONDITIONAL),
        ("hedged", Certainty.HEDGED),
        ("estimated", Certainty.ESTIMATED),
        ("forecast", Certainty.FORECAST),
    ):
        found = phrases("hedge", name).findall(clause if name == "conditional" else text)
        if found:
            return level, "; ".join(dict.fromkeys(word.lower() for word in found))
    weak = phrases("denial", "hedged").search(clause)
    if weak is not None:
        return Certainty.HEDGED, weak.group().lower()
    return Certainty.ASSERTED, None
