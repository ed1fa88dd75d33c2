"""Decisions as plain data for other programs, and what has become of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from comms_tracker.contract import figure_json
from comms_tracker.contract_shapes import FigureJson
from comms_tracker.decisions.anchoring import place_of
from comms_tracker.decisions.records import Decision, Verb, Words
from comms_tracker.records import Statement

IN_FORCE, UNDONE, UNDOING, WORDS_GONE = "in force", "undone", "an undoing", "words gone"


class WordsJson(TypedDict):
    """The words of a statement that a decision is about, with their offsets in its text."""

    statement: str
    start: int
    end: int
    text: str
    claim: str
    figure: str | None


class DecisionJson(TypedDict):
    """One decision: who decided what and when, about which words, and whether it is in force."""

    id: str
    incident: str
    verb: str
    by: str
    made: str
    note: str | None
    state: str
    about: str
    statements: list[str]
    words: list[WordsJson]
    change_kind: str | None
    finding_kind: str | None
    figure: FigureJson | None
    value: str | None
    event: str | None
    counted: str | None
    undoes: str | None


def decision_json(decision: Decision, state: str) -> DecisionJson:
    """One decision; ``state`` is what :func:`states` says of it."""
    return {
        "id": decision.id,
        "incident": decision.incident,
        "verb": decision.verb.value,
        "by": decision.by,
        "made": decision.made,
        "note": decision.note,
        "state": state,
        "about": decision.about,
        "statements": list(decision.statements),
        "words": [words_json(words) for words in decision.words],
        "change_kind": decision.change_kind and decision.change_kind.value,
        "finding_kind": decision.finding_kind and decision.finding_kind.value,
        "figure": None if decision.figure is None else figure_json(decision.figure),
        "value": decision.value,
        "event": decision.event,
        "counted": decision.counted,
        "undoes": decision.undoes,
    }


def words_json(words: Words) -> WordsJson:
    """The words of a claim as they stood when it was decided on."""
    return {
        "statement": words.statement,
        "start": words.start,
        "end": words.end,
        "text": words.text,
        "claim": words.claim,
        "figure": words.figure_text,
    }


def states(decisions: Sequence[Decision], statements: Sequence[Statement]) -> dict[str, str]:
    """What has become of each decision of an incident, by its id: in force, undone, an undoing, or its words gone."""
    undone = {decision.undoes for decision in decisions}
    by_id = {statement.id: statement for statement in statements}

    def state(decision: Decision) -> str:
        if decision.verb is Verb.UNDO:
            return UNDOING
        if decision.id in undone:
            return UNDONE
        stand = all(each.statement in by_id and place_of(each, by_id[each.statement]) for each in decision.words)
        return IN_FORCE if stand else WORDS_GONE

    return {decision.id: state(decision) for decision in decisions}
