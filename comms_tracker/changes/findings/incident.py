"""What every finding looks at: the claims of one incident, their wording, and whether two exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.changes.english import day_words, number_words
from comms_tracker.changes.fits import Fit, fit
from comms_tracker.changes.intervals import can_both_hold
from comms_tracker.changes.phrasing import sentence
from comms_tracker.changes.scope import content_words, likeness
from comms_tracker.claims.events import events
from comms_tracker.records import Certainty, Claim, Finding, FindingKind, Polarity, Statement

if TYPE_CHECKING:
    from comms_tracker.alignment.records import Alignment

PEOPLE = frozenset({"person", "people", "individual", "customer", "consumer", "user", "holder", "account", "client"})
"""Nouns that may count the same individuals."""


@dataclass(frozen=True)
class Incident:
    """The statements, claims and alignment of one incident; ``claims`` in the order of statements and of the text."""

    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    alignment: Alignment

    def text(self, claim: Claim) -> str:
        """The text of the claim's statement; empty where the statement is not among those given."""
        return next((statement.text for statement in self.statements if statement.id == claim.statement), "")

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with this id, or ``None``."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)

    def of_statement(self, statement: Statement) -> tuple[Claim, ...]:
        """The claims of one statement in the order of its text."""
        own = (claim for claim in self.claims if claim.statement == statement.id)
        return tuple(sorted(own, key=lambda claim: claim.figure.start if claim.figure else claim.start))

    def where(self, claim: Claim) -> str:
        """«the statement of 5 May 2017», or the statement's id where it has no date."""
        statement = next((statement for statement in self.statements if statement.id == claim.statement), None)
        day = day_words(statement.issued) if statement is not None else None
        return f"the statement of {day}" if day else f"the statement {claim.statement}"

    def day(self, claim: Claim) -> str | None:
        """The day of the claim: as of, else issued; ``None`` where neither is known."""
        statement = next((statement for statement in self.statements if statement.id == claim.statement), None)
        day = claim.as_of or (statement.issued if statement is not None else None)
        return day[:10] if day else None


def about_the_same(a: Claim, b: Claim, alike: float) -> bool:
    """Whether two claims are worded so much alike that their difference is worth a look.

    Same kind of event, same noun (or both people), same limits, basis and period, and at least ``alike`` of their
    content words in common, figures left out.
    """
    if event_group(a.measure.event) != event_group(b.measure.event):
        return False
    nouns = {a.measure.counted, b.measure.counted}
    if len(nouns) > 1 and not nouns <= PEOPLE:
        return False
    if a.measure.basis is not b.measure.basis or a.measure.period != b.measure.period:
        return False
    scopes = [content_words(" ".join(claim.measure.scope)) for claim in (a, b)]
    return scopes[0] == scopes[1] and likeness(a, b) >= alike


def event_group(event: str | None) -> str | None:
    """The group of events that a lemma belongs to; the lemma itself where no group has it."""
    return events().group_of.get(event, event) if event is not None else None


def current(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that say how things stand: not restated, not about the organisation itself."""
    return tuple(claim for claim in claims if not claim.restated and not claim.background)


def apart(a: Claim, b: Claim) -> bool:
    """Whether both give numbers and no number fits both; "at least 40" and "almost 40" are apart."""
    then, now = amount_of(a), amount_of(b)
    if then.interval is None or now.interval is None or then.dimension != now.dimension:
        return False
    if Form.BOUND in (then.form, now.form) or a.figure is None or b.figure is None:
        return not can_both_hold(then.interval, now.interval)
    return fit(then, now).fit is Fit.APART or not (
        can_both_hold(then.interval, now.interval) or fit(then, now).fit is Fit.SAME
    )


def step(a: Claim, b: Claim) -> str:
    """The sum: « (14 − 11 = 3)»; empty where one of the figures is none or no single number."""
    then, now = amount_of(a).interval, amount_of(b).interval
    if then is None or now is None or not then.is_point or not now.is_point or not then.low or not now.low:
        return ""
    low, high = sorted((then.low, now.low))
    sign = money_sign(a)
    numbers = [f"{sign}{number_words(number)}" for number in (high, low, high - low)]
    return f" ({numbers[0]} − {numbers[1]} = {numbers[2]})" if high > low else ""


def money_sign(claim: Claim) -> str:
    """The sign of the money that the figure begins with; empty where things are counted."""
    return claim.figure.text[0] if claim.figure is not None and claim.figure.text[:1] in {"£", "$", "€"} else ""


def cannot_both_hold(a: Claim, b: Claim) -> bool:
    """Whether two firm claims exclude each other: numbers apart, or one denies flatly what the other affirms."""
    if Certainty.CONDITIONAL in (a.certainty, b.certainty) or Certainty.FORECAST in (a.certainty, b.certainty):
        return False
    if {a.polarity, b.polarity} == {Polarity.AFFIRMED, Polarity.DENIED}:
        denial = a if a.polarity is Polarity.DENIED else b
        of_all = denial.figure is None or amount_of(denial).is_zero or _same(a, b)
        return of_all and a.certainty is b.certainty is Certainty.ASSERTED
    return a.polarity is b.polarity is Polarity.AFFIRMED and apart(a, b)


def _same(a: Claim, b: Claim) -> bool:
    return fit(amount_of(a), amount_of(b)).fit is Fit.SAME


def finding_of_two(kind: FindingKind, a: Claim, b: Claim, words: str) -> Finding:
    """A finding that rests on two claims, in their order."""
    return Finding(kind, tuple(dict.fromkeys((a.statement, b.statement))), (a.id, b.id), sentence(words))
