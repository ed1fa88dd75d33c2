"""The full text of every statement, all claims marked lightly and those of the chosen change strongly."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.records import Change, Comparison, Statement
from comms_tracker.report.change_view import Byline, byline, mark
from comms_tracker.report.excerpts import Piece, Tone, pieces


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement ready to be shown: its byline, its whole text in pieces, and how many claims are marked in it."""

    byline: Byline
    pieces: tuple[Piece, ...]
    claims: int


def statement_view(comparison: Comparison, statement: Statement, chosen: Change | None) -> StatementView:
    """A statement with all its claims marked, those of the chosen change as its two sides."""
    tones = {chosen.earlier: Tone.EARLIER, chosen.later: Tone.LATER} if chosen else {}
    claims = [claim for claim in comparison.claims if claim.statement == statement.id]
    marks = [mark(claim, tones.get(claim.id, Tone.OTHER)) for claim in claims]
    shown = pieces(statement.text, 0, len(statement.text), marks)
    return StatementView(byline(statement), shown, len(claims))


def statement_views(comparison: Comparison, chosen: Change | None) -> tuple[StatementView, ...]:
    """Every statement in order of time."""
    return tuple(statement_view(comparison, statement, chosen) for statement in comparison.statements)
