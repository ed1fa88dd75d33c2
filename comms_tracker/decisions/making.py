"""Makes a decision of what a person asks for, or says what is wrong with it; nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from comms_tracker.decisions.places import claim_words, figure_in, figure_of_value, refuse, words_in
from comms_tracker.decisions.records import Decision, Verb, Words
from comms_tracker.decisions.wording import by_whom
from comms_tracker.records import Change, Claim, Comparison, Figure, Finding, Statement, short_id

R = TypeVar("R", Change, Claim, Finding, Decision, Statement)

OFFERED = 3
"""How many ids are offered for one that there is not."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Who decides, when (an ISO time in UTC), and their note."""

    by: str
    made: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as a person gives it: ``words`` of the statement and a ``value`` in words of their own.

    Without a value the words are read as the program reads them; ``none`` says that there is no figure.
    """

    words: str | None = None
    value: str | None = None
    none: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """A claim that was missed, as a person gives it: ``words`` of a statement (its id), with their figure.

    ``at`` is the offset at which the words stand, for words that stand there more than once. ``event`` and ``counted``
    say what it is about, where the words are not to be read for it.
    """

    statement: str
    words: str
    figure: Given = Given()
    at: int | None = None
    event: str | None = None
    counted: str | None = None


def confirm(comparison: Comparison, maker: Maker, change_id: str) -> Decision:
    """That a change is as it is shown. Raises DecisionError where there is no such change."""
    return _on_change(comparison, maker, Verb.CONFIRM, change_id)


def reject(comparison: Comparison, maker: Maker, change_id: str) -> Decision:
    """That a change is none: its claims are not linked again. Raises DecisionError where there is no such change."""
    return _on_change(comparison, maker, Verb.REJECT, change_id)


def link(comparison: Comparison, maker: Maker, first: str, second: str) -> Decision:
    """That two claims are about the same measure, in whichever order they are named.

    Raises DecisionError where one is unknown, both are the same, or they are by two organisations.
    """
    claims = [_claim(comparison, each) for each in (first, second)]
    if first == second:
        refuse(f"{first} was named twice: a link needs two claims. Name another one.")
    speakers = [comparison.statement(claim.statement).organisation for claim in claims]
    if speakers[0] != speakers[1]:
        names = " and ".join(name or "no organisation" for name in speakers)
        refuse(f"{first} and {second} are by two organisations ({names}), which are kept apart. Link claims of one.")
    order = {claim.id: place for place, claim in enumerate(comparison.claims)}
    claims.sort(key=lambda claim: order[claim.id])
    return _decision(comparison, maker, Verb.LINK, claims[1].id, claims)


def correct(comparison: Comparison, maker: Maker, claim_id: str, given: Given) -> Decision:
    """How the figure of a claim is to be read. Raises DecisionError where that can't be told from what was given."""
    claim = _claim(comparison, claim_id)
    if given.none:
        if claim.figure is None:
            refuse(f"{claim_id} has no figure already: {claim_words(claim)}. Give it one with --value, or leave it.")
        return _decision(comparison, maker, Verb.CORRECT, claim_id, [claim])
    if given.words is None and given.value is None:
        refuse("Say how the figure is to be read with --value, which words give it with --figure, or --no-figure.")
    statement = comparison.statement(claim.statement)
    if given.words is not None:
        figure = figure_in(statement, (claim.start, claim.end), given.words, given.value, claim.figure)
    elif claim.figure is not None:
        assert given.value is not None
        read = figure_of_value(given.value, claim.figure.unit)
        figure = replace(read, text=claim.figure.text, start=claim.figure.start, end=claim.figure.end)
    else:
        refuse(f"{claim_id} has no figure: say which of its words give one with --figure. {claim_words(claim)}.")
    made = _decision(comparison, maker, Verb.CORRECT, claim_id, [claim])
    return replace(made, figure=figure, value=given.value)


def dismiss(comparison: Comparison, maker: Maker, claim_id: str) -> Decision:
    """That a claim is none. Raises DecisionError where there is no such claim."""
    return _decision(comparison, maker, Verb.DISMISS, claim_id, [_claim(comparison, claim_id)])


def add_claim(comparison: Comparison, maker: Maker, missed: Missed) -> Decision:
    """That some words of a statement are a claim, with its figure where they have one.

    Raises DecisionError where they don't stand there, stand there more than once, or are a claim already.
    """
    statement, given = _named(comparison.statements, missed.statement, "statement", comparison.incident), missed.figure
    span = words_in(statement, missed.words, missed.at)
    figure = None if given.none else figure_in(statement, span, given.words, given.value, None)
    known = next((claim for claim in comparison.claims if _same_place(claim, statement.id, span, figure)), None)
    if known is not None:
        refuse(f"That is a claim already, {known.id}: {claim_words(known)}. Where it is misread, correct that one.")
    claim_id = short_id("c", statement.id, *span, *((figure.start, figure.end) if figure else (None, None)))
    anchor = Words(statement.id, *span, statement.text[slice(*span)], claim_id)
    if figure is not None:
        anchor = replace(anchor, figure_text=figure.text, figure_start=figure.start, figure_end=figure.end)
    return replace(
        _decision(comparison, maker, Verb.ADD_CLAIM, claim_id, []),
        statements=(statement.id,),
        words=(anchor,),
        figure=figure,
        value=given.value,
        event=missed.event or None,
        counted=missed.counted or None,
    )


def seen(comparison: Comparison, maker: Maker, finding_id: str) -> Decision:
    """That somebody has looked at a finding. Raises DecisionError where there is no such finding."""
    finding = _named(comparison.findings, finding_id, "finding", comparison.incident)
    claims = [comparison.claim(claim) for claim in finding.claims]
    made = _decision(comparison, maker, Verb.SEEN, finding_id, claims)
    return replace(made, statements=finding.statements, finding_kind=finding.kind)


def undo(comparison: Comparison, before: Sequence[Decision], maker: Maker, decision_id: str) -> Decision:
    """That a decision does not hold any more; it stays where it is.

    Raises DecisionError where there is no such decision, it is an undoing, or it was undone already.
    """
    decision = _named(before, decision_id, "decision", comparison.incident)
    if decision.verb is Verb.UNDO:
        refuse(f"{decision_id} undoes {decision.undoes}, and an undoing stays. Decide again instead.")
    undoing = next((each for each in before if each.undoes == decision_id), None)
    if undoing is not None:
        refuse(f"{decision_id} was {by_whom(undoing)} already ({undoing.id}). Decide again instead.")
    return replace(_decision(comparison, maker, Verb.UNDO, decision_id, []), undoes=decision_id)


def offer(wanted: str, known: Iterable[str]) -> str:
    """The ids that are most like the one that was asked for, as a sentence; empty where none is."""
    close = get_close_matches(wanted, list(known), OFFERED, 0.6)
    return f" Near it: {', '.join(close)}." if close else ""


def _on_change(comparison: Comparison, maker: Maker, verb: Verb, change_id: str) -> Decision:
    change = _named(comparison.changes, change_id, "change", comparison.incident)
    sides = [comparison.claim(claim) for claim in (change.earlier, change.later) if claim is not None]
    return replace(_decision(comparison, maker, verb, change_id, sides), change_kind=change.kind)


def _claim(comparison: Comparison, claim_id: str) -> Claim:
    return _named(comparison.claims, claim_id, "claim", comparison.incident)


def _named(records: Sequence[R], wanted: str, what: str, incident: str | None) -> R:
    found = next((each for each in records if each.id == wanted), None)
    if found is None:
        near = offer(wanted, [each.id for each in records])
        refuse(f'There is no {what} "{wanted}" in {incident}.{near} Name a {what} that it has.')
    return found


def _decision(comparison: Comparison, maker: Maker, verb: Verb, about: str, claims: Sequence[Claim]) -> Decision:
    incident = comparison.incident or ""
    words = tuple(Words.of(claim) for claim in claims)
    return Decision(
        id=short_id("decision", incident, verb, about, *(each.claim for each in words), maker.by, maker.made),
        incident=incident,
        verb=verb,
        by=maker.by,
        made=maker.made,
        about=about,
        statements=tuple(dict.fromkeys(each.statement for each in words)),
        words=words,
        note=maker.note or None,
    )


def _same_place(claim: Claim, statement: str, span: tuple[int, int], figure: Figure | None) -> bool:
    if claim.statement != statement:
        return False
    if figure is not None and claim.figure is not None:
        return claim.figure.start < figure.end and figure.start < claim.figure.end
    return (claim.start, claim.end) == span and (claim.figure is None) == (figure is None)
