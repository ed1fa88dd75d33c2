"""What of an incident waits for a person, what was decided, and how the program reads one claim."""

from __future__ import annotations

from comms_tracker.app.views.pair import Segment, segments
from comms_tracker.app.words import review as words
from comms_tracker.changes.phrasing import quoted
from comms_tracker.decisions import Decision, Verb, in_force
from comms_tracker.decisions.wording import by_whom, new_reading
from comms_tracker.records import Change, Claim, Comparison, Finding, ReviewStatus, Statement
from comms_tracker.report import escape
from comms_tracker.report import words as report_words
from comms_tracker.report.headings import LONGEST_QUOTATION, one_line
from comms_tracker.report.numbers import unsourced_words


def waiting(comparison: Comparison) -> tuple[Change, ...]:
    """The changes that nobody has decided about, links between two claims first; what is unchanged needs nobody."""
    open_ = [one for one in comparison.changes if one.status is ReviewStatus.PROPOSED and not one.says_the_same]
    return tuple(sorted(open_, key=lambda one: one.earlier is None or one.later is None))


def unseen(comparison: Comparison) -> tuple[Finding, ...]:
    """The findings that nobody has looked at."""
    return tuple(one for one in comparison.findings if not one.seen)


def decided(decisions: tuple[Decision, ...]) -> tuple[tuple[Decision, str], ...]:
    """The decisions in force, the last one first, each with a sentence that says what it is about."""
    return tuple((one, _told(one)) for one in reversed(in_force(decisions)))


def _told(decision: Decision) -> str:
    if decision.verb in {Verb.CORRECT, Verb.ADD_CLAIM}:
        return f"{new_reading(decision)}."
    what = by_whom(decision)
    said = [one_line(one.text) for one in decision.words]
    if decision.finding_kind is not None:
        return words.ABOUT_FINDING.format(finding=report_words.FINDING[decision.finding_kind], what=what)
    if len(said) == 2:
        return words.LINKED.format(earlier=said[0], later=said[1], what=what)
    return words.ONE_SIDED.format(words=said[0] if said else decision.about, what=what)


def claims_of(comparison: Comparison, statement: str) -> dict[str, str]:
    """The claims of a statement by their ids in the order of the text, each in a line of plain text."""
    return {
        claim.id: escape.plain(quoted(claim.text, LONGEST_QUOTATION))
        for claim in comparison.claims
        if claim.statement == statement
    }


def partners_of(comparison: Comparison, claim: Claim) -> dict[str, str]:
    """The claims of the organisation's other statements by their ids, each with its date in a line of plain text."""
    own = comparison.statement(claim.statement)
    others = {one.id: one for one in comparison.statements if one is not own and one.organisation == own.organisation}
    return {
        one.id: escape.plain(
            f"{report_words.date_words(others[one.statement].issued)}: {quoted(one.text, LONGEST_QUOTATION)}"
        )
        for one in comparison.claims
        if one.statement in others
    }


def facts(claim: Claim) -> list[tuple[str, str]]:
    """How a claim is read, each fact with its name; what the text does not give is left out."""
    measure = claim.measure
    told = {
        "figure": claim.figure.text if claim.figure else words.NO_FIGURE,
        "read": unsourced_words(claim.figure) if claim.figure else "",
        "counted": measure.counted or "",
        "event": measure.event or "",
        "scope": report_words.listed(measure.scope),
        "polarity": report_words.POLARITY[claim.polarity],
        "certainty": report_words.CERTAINTY[claim.certainty],
    }
    return [(words.FACTS[name], one_line(value)) for name, value in told.items() if value]


def marked(comparison: Comparison, statement: Statement) -> tuple[Segment, ...]:
    """The statement's text in segments that join up to it, each with the claim that it is in."""
    return segments(statement.text, [claim for claim in comparison.claims if claim.statement == statement.id])


def spoken(message: str) -> str:
    """A message that names options of the command line, with what the page has for them instead."""
    for option, field in words.FIELDS:
        message = message.replace(option, field)
    return message
