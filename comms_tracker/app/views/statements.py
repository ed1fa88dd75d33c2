"""The statements of a comparison: their full texts, claims marked, and a line for each to choose it by."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.app.words import incident as words
from comms_tracker.records import Change, Comparison, Statement
from comms_tracker.report import escape
from comms_tracker.report.change_view import Byline, byline, mark
from comms_tracker.report.excerpts import Piece, Tone, pieces
from comms_tracker.report.words import moment_words


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


def labels(comparison: Comparison) -> dict[str, str]:
    """Each statement by its id, in a line of plain text to choose it by: its day, and its title, channel or id."""
    return {one.id: _label(one, number) for number, one in enumerate(comparison.statements, start=1)}


def _label(statement: Statement, number: int) -> str:
    day = moment_words(statement.issued) if statement.issued else words.STATEMENT.format(number=number)
    return escape.plain(f"{day}: {statement.title or statement.channel or statement.id}")
