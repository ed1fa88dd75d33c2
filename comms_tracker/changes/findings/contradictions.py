"""A statement that disagrees with itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.changes.basis import withdraws
from comms_tracker.changes.findings.incident import (
    PEOPLE,
    Incident,
    about_the_same,
    apart,
    cannot_both_hold,
    current,
    event_group,
    finding_of_two,
    step,
)
from comms_tracker.changes.phrasing import quoted
from comms_tracker.changes.scope import content_words
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.records import Basis, Certainty, Claim, Finding, FindingKind, Polarity

SAME_STATEMENT_ALIKE = 0.7
"""How many content words two claims must share before they are set against each other without a link between them."""
MANY = 300
"""Claims of one statement up to which each is set against every other: with more it is a table or a log of data, in
which each two lines that are worded alike would be called a disagreement."""
SAYS_NOTHING_NEW = frozenset({"tot", "total", "altogeth", "now", "far", "dat", "today", "already", "we"})
"""Words that a claim may have beyond another about the same thing."""
OF_A_GROUP = re.compile(
    r"\b(?:none|neither|no one|one|any) of (?:these|those|them|us|the (?:other|rest|latest|new))", re.I
)
PLAIN = frozenset({"be", "fall", "go", "get", "have", "come", "end", "remain", "stay", "receive"})
"""Verbs that only say that something was so; "complain of", "fear" and "allege" say less."""
LIGHT = frozenset({"paid", "left", "kept", "put", "went", "gon", "becam", "becom", "got", "fell", "fall"})
"""Stems of verbs that only bring about what the other words say ("left without", "paid below", "kept from")."""
LIMITS_A_DENIAL = re.compile(
    r"\b(?:since|until|before|after|during|yet|so far|this (?:week|month|year)|other|further|new|more|over \d|under \d|"
    r"today|yesterday|now|currently|will|would|should|may|might|could)\b",
    re.I,
)
"""Words that leave room beside a denial: another time, another group, the future."""
OTHERS = re.compile(r"\b(?:others?|another|further|additional|extra|remaining|the rest)\b", re.I)
"""Words of things beside those that the other claim counts."""
REPORTS = re.compile(
    r"\b(?:says?|said|told|tells?|according to|puts?|believes?|claim(?:s|ed)|reckons?|estimates?|alleg\w+|reported|"
    r"announced|wrote)\b",
    re.I,
)
TIMED = re.compile(r"^\W*(?:\d{1,2}[:.]\d{2}|\d{1,2} ?[ap]m\b|update\b|\d{1,2} [A-Z][a-z]+)", re.I | re.M)
"""The lead of an entry in a log, whose claims hold at its own time."""


def self_contradictions(incident: Incident) -> Iterator[Finding]:
    """One finding for each two claims of one statement and speaker about one thing that cannot both hold.

    What the statement itself takes back is no claim that it disagrees with, nor do the entries of a log disagree.
    A statement of more than ``MANY`` claims is not looked at: :func:`not_looked_at` says so.
    """
    for statement in incident.statements:
        is_log = len(TIMED.findall(statement.text)) > 1
        said = current(incident.of_statement(statement))
        own = [claim for claim in said if not OTHERS.search(claim.text)] if len(said) <= MANY else []
        for a, b in combinations(own, 2):
            if not _may_be_one_thing(a, b) or max(a.start, b.start) < min(a.end, b.end) or a.speaker != b.speaker:
                continue
            alike = about_the_same(a, b, SAME_STATEMENT_ALIKE) and cannot_both_hold(a, b)
            if alike and all(_is_fragment(claim) for claim in (a, b)):
                continue
            if not alike and (is_log or not (_two_totals(a, b) or _none_and_some(a, b))):
                continue
            if any(withdraws(statement.text, claim) or _is_reported(statement.text, claim) for claim in (a, b)):
                continue
            words = f"{incident.where(a)} says {quoted(a.text)} and also {quoted(b.text)}{step(a, b)}"
            yield finding_of_two(FindingKind.SELF_CONTRADICTION, a, b, words)


def not_looked_at(claims: Sequence[Claim]) -> Iterator[str]:
    """A sentence for each statement with too many claims to be set against one another."""
    for statement, count in Counter(claim.statement for claim in current(claims)).items():
        if count > MANY:
            yield (
                f"{statement} makes {count:,} claims. Whether they disagree with one another was not looked at: "
                f"that is done for up to {MANY} of a statement."
            )


def _may_be_one_thing(a: Claim, b: Claim) -> bool:
    """Whether both count things of one name, or people: what everything else here asks too, and soonest answered."""
    things = a.measure.counted, b.measure.counted
    return things[0] == things[1] or kinship(*things) >= SYNONYMS or PEOPLE.issuperset(things)


def _is_fragment(claim: Claim) -> bool:
    """Whether the claim's words leave its verb out ("30 per cent of all homes"): the sentence says of where or whom."""
    verb = claim.measure.event
    return (
        bool(verb)
        and claim.figure is not None
        and claim.text.startswith(claim.figure.text)
        and not any(_is_verb(word, claim) for word in _words(claim))
    )


def _is_reported(text: str, claim: Claim) -> bool:
    """Whether the sentence tells what somebody says, who may be another than the one who says the rest."""
    return bool(REPORTS.search(sentence_at(text, claim.start, claim.end)))


def _two_totals(a: Claim, b: Claim) -> bool:
    """Whether two numbers are said of the same thing in the same words, but for "in total" and the like."""
    if event_group(a.measure.event) != event_group(b.measure.event) or not _one_noun_and_period(a, b):
        return False
    words = [_words(claim) for claim in (a, b)]
    if len(words[0] & words[1]) < 2 or (words[0] ^ words[1]) - SAYS_NOTHING_NEW:
        return False
    if any(
        claim.measure.basis not in {None, Basis.TOTAL} or amount_of(claim).form is not Form.NUMBER for claim in (a, b)
    ):
        return False
    return a.polarity is b.polarity is Polarity.AFFIRMED and _are_firm(a, b) and apart(a, b)


def _none_and_some(a: Claim, b: Claim) -> bool:
    """Whether one says of no such thing at all what the other says of a number of them, in the same words.

    "No tutor was paid below the minimum wage" and "19 tutors fell below the minimum wage": at least two words of what
    is denied, beyond verb and noun, and all of them, follow one another in the other claim too.
    """
    if {a.polarity, b.polarity} != {Polarity.AFFIRMED, Polarity.DENIED} or not _are_firm(a, b):
        return False
    denial, said = (a, b) if a.polarity is Polarity.DENIED else (b, a)
    amount, some = amount_of(denial), amount_of(said)
    if not re.match(r"\W*(?:no|not one|not a single|none)\b", denial.text, re.I) or OF_A_GROUP.search(denial.text):
        return False
    if not (amount.figure is None or amount.is_zero) or some.interval is None or some.is_zero:
        return False
    if LIMITS_A_DENIAL.search(denial.text) or not _one_noun_and_period(a, b) or denial.measure.counted is None:
        return False
    if said.measure.event not in PLAIN and event_group(said.measure.event) != event_group(denial.measure.event):
        return False
    noun = content_words(denial.measure.counted) | content_words(said.measure.counted or "")
    verbless = noun | LIGHT | {"no", "none", "singl"}
    denied = [word for word in _in_order(denial) if word not in verbless and not _is_verb(word, denial)]
    there = [word for word in _in_order(said) if word not in verbless]
    runs = (there[at : at + len(denied)] for at in range(len(there)))
    return len(denied) >= 2 and denied in runs


def _in_order(claim: Claim) -> list[str]:
    """The stems of the claim's content words as they follow one another."""
    return [stem for word in re.findall(r"[^\W_]+", claim.text) for stem in content_words(word)]


def _is_verb(word: str, claim: Claim) -> bool:
    """Whether a word may be a form of the claim's verb, irregular ones included ("paid", "fell")."""
    return word[:1] == (claim.measure.event or "")[:1]


def _one_noun_and_period(a: Claim, b: Claim) -> bool:
    periods = {claim.measure.period for claim in (a, b)} - {None}
    return kinship(a.measure.counted, b.measure.counted) >= SYNONYMS and len(periods) < 2


def _are_firm(a: Claim, b: Claim) -> bool:
    return a.certainty is b.certainty is Certainty.ASSERTED


def _words(claim: Claim) -> frozenset[str]:
    return content_words(claim.text) - (content_words(claim.figure.text) if claim.figure else frozenset())
