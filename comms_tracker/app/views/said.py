"""What an organisation has said so far: for each measure its latest claim, with date, source, history and standing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comms_tracker.alignment.releases import releases
from comms_tracker.app.words import draft as words
from comms_tracker.contract import plain_number
from comms_tracker.records import ChangeKind, Claim, Comparison, Polarity, ReviewStatus
from comms_tracker.report import words as report_words
from comms_tracker.report.headings import nameable, one_line, subject
from comms_tracker.report.rows import Row, as_csv

CSV_COLUMNS = (
    *("what", "figure", "low", "high", "unit", "words", "said_on", "statement", "source", "history", "standing"),
    "review",
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier claim on the same measure: when, and its figure or its words."""

    date: str
    said: str


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One measure: the claim that is current, when and where it was said, what was said before, whether it stands.

    ``review`` says who has looked at the link to the claim before it; empty where there is none.
    """

    what: str
    figure: str
    claim: Claim
    issued: str | None
    date: str
    source: str
    history: tuple[Earlier, ...]
    standing: str
    review: str


def said_rows(comparison: Comparison, organisation: str | None) -> tuple[SaidRow, ...]:
    """One row for each measure that the organisation has spoken of, the latest said first, background behind all."""
    order = {statement.id: place for place, statement in enumerate(comparison.statements)}
    own = {one.id for one in comparison.statements if one.organisation == organisation}
    kept = [one for one in comparison.statements if one.id in own]
    last = set(releases(kept, comparison.claims)[-1].statements) if kept else set()
    found = []
    for series in comparison.series:
        claims = [comparison.claim(one) for one in series.claims]
        stated = [one for one in claims if one.statement in own and one.speaker is None]
        stated = [one for one in stated if not one.restated] or stated
        if stated:
            found.append((stated[-1], _row(comparison, stated, last)))
    found.sort(key=lambda one: (one[0].background, -order[one[0].statement], one[0].start))
    return tuple(row for _, row in found)


def _row(comparison: Comparison, stated: list[Claim], last: set[str]) -> SaidRow:
    current = stated[-1]
    statement = comparison.statement(current.statement)
    into = [one for one in comparison.changes if one.later == current.id and one.earlier is not None]
    into = [one for one in into if one.status is not ReviewStatus.REJECTED]
    named = current.figure is not None and nameable(current) and current.measure.counted is not None
    return SaidRow(
        what=subject(current.measure) if named else f"“{one_line(current.text)}”",
        figure=one_line(current.figure.text) if current.figure else words.NO_FIGURE,
        claim=current,
        issued=statement.issued,
        date=report_words.date_words(statement.issued),
        source=statement.source or statement.title or statement.id,
        history=tuple(_earlier(comparison, one) for one in reversed(stated[:-1])),
        standing=_standing(current, any(one.kind is ChangeKind.RETRACTED for one in into), last),
        review=report_words.STATUS[into[0].status] if into else "",
    )


def _earlier(comparison: Comparison, claim: Claim) -> Earlier:
    said = one_line(claim.figure.text) if claim.figure else f"“{one_line(claim.text)}”"
    return Earlier(report_words.date_words(comparison.statement(claim.statement).issued), said)


def _standing(current: Claim, withdrawn: bool, last: set[str]) -> str:
    if withdrawn:
        return words.WITHDRAWN
    told = words.UNKNOWN if current.polarity is Polarity.UNKNOWN else words.STANDS
    return told if current.statement in last else words.NOT_IN_LAST


def table_rows(rows: Iterable[SaidRow]) -> list[list[str]]:
    """The rows as the cells of the page's table."""
    return [
        [row.what, row.figure, row.date, row.source, "; ".join(_told(one) for one in row.history), standing_words(row)]
        for row in rows
    ]


def standing_words(row: SaidRow) -> str:
    """Whether it stands, and who has looked at its link to what was said before."""
    return f"{row.standing}. {words.LINK.format(status=row.review)}." if row.review else f"{row.standing}."


def said_csv(rows: Iterable[SaidRow]) -> str:
    """The rows as CSV; dates are ISO."""
    return as_csv(map(_cells, rows), CSV_COLUMNS)


def _cells(row: SaidRow) -> Row:
    figure = row.claim.figure
    cells: Row = {
        "what": row.what,
        "words": one_line(row.claim.text),
        "said_on": row.issued,
        "statement": row.claim.statement,
        "source": row.source,
        "standing": row.standing,
        "review": row.review,
        "history": "; ".join(_told(one) for one in row.history),
    }
    if figure is not None:
        ends = {"low": plain_number(figure.low), "high": plain_number(figure.high)}
        cells |= {"figure": one_line(figure.text), "unit": figure.unit, **ends}
    return cells


def _told(one: Earlier) -> str:
    return f"{one.date}: {one.said}"
