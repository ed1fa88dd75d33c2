"""A departure in the words that whoever wrote the draft should read: what the draft says, and what was said when."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.changes.amounts import Form
from comms_tracker.changes.english import day_words
from comms_tracker.changes.explain import is_wordy, remarks
from comms_tracker.changes.fits import Fit, fit
from comms_tracker.changes.judge import Verdict
from comms_tracker.changes.pair import Pair
from comms_tracker.changes.phrasing import figure_of, figure_words, quoted, sentence
from comms_tracker.records import Change, ChangeKind, Claim, Polarity, Relation, Statement

K = ChangeKind
DRAFT = "the draft"


def explanation(pair: Pair, change: Change, statement: Statement, beside: Sequence[Claim]) -> str:
    """One to four plain sentences; ``statement`` is the earlier one, ``beside`` are all claims of the draft."""
    verdict = Verdict(
        change.kind,
        change.also,
        change.relation or Relation.CONSISTENT,
        change.direction,
        fit=fit(pair.then, pair.now).fit,
    )
    day = day_words(statement.issued)
    lead = (
        _in_words(pair, verdict, day)
        if is_wordy(pair) or change.kind is K.RETRACTED
        else _in_figures(pair, verdict, day)
    )
    return " ".join(sentence(part) for part in (lead, *remarks(pair, verdict, beside, DRAFT)) if part)


def _in_figures(pair: Pair, verdict: Verdict, day: str | None) -> str:
    then, now = figure_of(pair.earlier), figure_of(pair.later)
    same = _figure(pair.earlier) == _figure(pair.later)
    when = f"on {day}" if day else "in the earlier statement"
    if pair.later.restated:
        return f"The draft gives {now} as the earlier figure; {_said(day)} {then}"
    match verdict.kind:
        case K.SOFTENED | K.STRENGTHENED:
            firmly = "less firmly" if verdict.kind is K.SOFTENED else "more firmly"
            figures = f"{now}, as {when}, but {firmly}" if same else f"{now}, {firmly} than {when} ({then})"
            return f"The draft says {figures}"
        case K.NARROWED_SCOPE | K.WIDENED_SCOPE if same:
            amount = "less" if verdict.kind is K.NARROWED_SCOPE else "more"
            return f"The draft still says {now}, and counts {amount} than {when}"
        case K.PROGRESSED:
            return f"The draft says {now}; {_said(day)} {then}, and such a count moves on with time"
        case _ if verdict.fit is Fit.NO_COMPARISON:
            return f"The draft says {now}; {_said(day)} {then}, and the two cannot be set against each other"
        case K.OBSCURED:
            return f"The draft says {now}; {_said(day)} {then}, which is more exact"
    return f"The draft says {now}; {_said(day)} {then}"


def _in_words(pair: Pair, verdict: Verdict, day: str | None) -> str:
    """Two claims of which one denies, is not known or has no figure: what turned; the wordings stand beside it."""
    then = f"the statement of {day}" if day else "the earlier statement"
    both = f"The draft says {quoted(pair.later.text)}; {_said(day)} {quoted(pair.earlier.text)}"
    if verdict.kind is K.RETRACTED:
        return f"The draft takes back what {then} said"
    if verdict.kind is K.CONTRADICTED:
        return f"{_turned(pair, then)}; {_together(verdict)}"
    if verdict.relation is Relation.NOT_COMPARABLE:
        return f"{both}. These may be about different things, and both can hold"
    was, now = pair.earlier.polarity, pair.later.polarity
    if Polarity.UNKNOWN in (was, now) and was is not now:
        if now is Polarity.UNKNOWN:
            return f"The draft calls not known what {then} {'denied' if was is Polarity.DENIED else 'said'}"
        given = f"gives {figure_of(pair.later)}" if verdict.kind is K.QUANTIFIED else "says more"
        return f"The draft {given}, where {then} said that it was not known"
    match verdict.kind:
        case K.OBSCURED if pair.now.form is Form.ABSENT:
            return f"The draft gives no figure; {_said(day)} {figure_of(pair.earlier)}"
        case K.QUANTIFIED if pair.then.form is Form.ABSENT:
            return f"The draft says {figure_of(pair.later)}; {then} gave no figure"
        case K.SOFTENED:
            return f"The draft says it less firmly than {then}"
        case K.STRENGTHENED:
            return f"The draft says it more firmly than {then}"
        case K.NARROWED_SCOPE | K.WIDENED_SCOPE:
            does = "denies" if now is Polarity.DENIED else "covers"
            return f"The draft {does} {'less' if verdict.kind is K.NARROWED_SCOPE else 'more'} than {then} did"
    return both


def _turned(pair: Pair, then: str) -> str:
    if pair.later.polarity is Polarity.DENIED and pair.earlier.polarity is not Polarity.DENIED:
        return f"The draft denies what {then} said"
    if pair.earlier.polarity is Polarity.DENIED and pair.later.polarity is not Polarity.DENIED:
        return f"The draft says what {then} denied"
    return f"The draft and {then} describe the matter differently"


def _together(verdict: Verdict) -> str:
    if verdict.relation is Relation.CONTRADICTORY:
        return "the two cannot both be true of the same matter"
    return "what was said then no longer describes the matter"


def _figure(claim: Claim) -> str | None:
    """The words of the claim's figure, whatever its capitals; None where it has none."""
    return figure_words(claim.figure).casefold() if claim.figure is not None else None


def _said(day: str | None) -> str:
    return f"on {day} the statement said" if day else "the earlier statement said"
