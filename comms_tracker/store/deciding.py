"""Decisions in the store: rows and back, and where an id belongs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comms_tracker.decisions import Decision, Verb, Words
from comms_tracker.records import ChangeKind, FindingKind
from comms_tracker.store.records import Subject
from comms_tracker.store.rows import Row, array, figure_columns, figure_of, strings

if TYPE_CHECKING:
    from sqlite_utils import Database

IDENTIFIED = ("changes", "claims", "findings", "decisions", "statements")
"""The tables whose ids a person may name."""

SHORTEST_START = 3
"""Characters of an id by which others are near it, at least: "c-4" and longer."""

NEAR_AT_MOST = 200


def decisions(db: Database, incident: str) -> tuple[Decision, ...]:
    """The decisions about an incident in the order in which they were made, undone ones and undoings among them."""
    words: defaultdict[str, list[Words]] = defaultdict(list)
    for row in db.query("SELECT * FROM decided_words WHERE incident = ? ORDER BY decision, position", [incident]):
        words[row["decision"]].append(_words_of(row))
    figures = {
        row["decision"]: figure_of(row)
        for row in db.query("SELECT * FROM decided_figures WHERE incident = ?", [incident])
    }
    return tuple(
        Decision(
            id=row["id"],
            incident=incident,
            verb=Verb(row["verb"]),
            by=row["made_by"],
            made=row["made_at"],
            about=row["about"],
            statements=strings(row["statements"]),
            words=tuple(words[row["id"]]),
            note=row["note"],
            change_kind=row["change_kind"] and ChangeKind(row["change_kind"]),
            finding_kind=row["finding_kind"] and FindingKind(row["finding_kind"]),
            figure=figures.get(row["id"]),
            value=row["value"],
            event=row["event"],
            counted=row["counted"],
            undoes=row["undoes"],
        )
        for row in db.query("SELECT * FROM decisions WHERE incident = ? ORDER BY position", [incident])
    )


def save_decision(db: Database, position: int, decision: Decision) -> None:
    """Writes one decision with its words and its figure; call it in the transaction of the comparison it led to."""
    key = {"incident": decision.incident, "decision": decision.id}
    db.table("decisions").insert(
        {
            "incident": decision.incident,
            "id": decision.id,
            "position": position,
            "verb": decision.verb,
            "made_by": decision.by,
            "made_at": decision.made,
            "note": decision.note,
            "about": decision.about,
            "statements": array(decision.statements),
            "change_kind": decision.change_kind,
            "finding_kind": decision.finding_kind,
            "value": decision.value,
            "event": decision.event,
            "counted": decision.counted,
            "undoes": decision.undoes,
        }
    )
    db.table("decided_words").insert_all(
        {**key, "position": place, **_words_columns(words)} for place, words in enumerate(decision.words, start=1)
    )
    if decision.figure is not None:
        db.table("decided_figures").insert({**key, **figure_columns(decision.figure)})


def save_decisions(db: Database, incident: str, decided: Sequence[Decision]) -> None:
    """Writes an incident's decisions, in their order, in the place of those that there are; call it as above."""
    for table in ("decided_figures", "decided_words", "decisions"):
        db.execute(f"DELETE FROM {table} WHERE incident = ?", [incident])
    for position, decision in enumerate(decided, start=1):
        save_decision(db, position, decision)


def incidents_of(db: Database, wanted: str) -> tuple[str, ...]:
    """The incidents that have a change, claim, finding, decision or statement of this id, in order of their letters."""
    found = {
        row["incident"]
        for table in IDENTIFIED
        for row in db.query(f"SELECT incident FROM {table} WHERE id = ?", [wanted])
    }
    return tuple(sorted(found))


def ids_near(db: Database, wanted: str) -> tuple[str, ...]:
    """Ids that begin as this one does, as far as any does; empty where none does."""
    for length in range(len(wanted), SHORTEST_START - 1, -1):
        start = wanted[:length]
        bounds = [start, start + "\U0010ffff", NEAR_AT_MOST]
        found = {
            row["id"]
            for table in IDENTIFIED
            for row in db.query(f"SELECT id FROM {table} WHERE id >= ? AND id < ? LIMIT ?", bounds)
        }
        if found:
            return tuple(sorted(found))
    return ()


def former_words(db: Database, claim: str) -> tuple[tuple[str, Words], ...]:
    """The incidents and words of a claim that had this id when it was decided on, or in an earlier reading."""
    decided = db.query("SELECT * FROM decided_words WHERE claim = ? ORDER BY incident, decision, position", [claim])
    read = db.query("SELECT * FROM earlier_readings WHERE id = ? ORDER BY incident, run", [claim])
    return (
        *((row["incident"], _words_of(row)) for row in decided),
        *((row["incident"], _words_read(row)) for row in read if row["subject"] == Subject.CLAIM),
    )


def _words_columns(words: Words) -> dict[str, Any]:
    return {
        "statement": words.statement,
        "start": words.start,
        "end": words.end,
        "text": words.text,
        "claim": words.claim,
        "figure_text": words.figure_text,
        "figure_start": words.figure_start,
        "figure_end": words.figure_end,
    }


def _words_of(row: Row) -> Words:
    return Words(
        statement=row["statement"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        claim=row["claim"],
        figure_text=row["figure_text"],
        figure_start=row["figure_start"],
        figure_end=row["figure_end"],
    )


def _words_read(row: Row) -> Words:
    read = json.loads(row["reading"])
    return Words(row["statement"], read["start"], read["end"], read["text"], row["id"])


def same_decisions(one: Sequence[Decision], other: Sequence[Decision]) -> bool:
    """Whether nobody decided anything between two readings of an incident's decisions: they only grow."""
    return [each.id for each in one] == [each.id for each in other]
