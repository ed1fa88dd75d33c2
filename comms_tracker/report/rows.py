"""Flat rows for CSV, JSONL and data frames: one change or one claim a row, with texts, dates and figures."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from comms_tracker.contract import change_json, claim_json, plain_number
from comms_tracker.records import Change, Claim, Comparison, Figure, Statement
from comms_tracker.report.cells import Told, guarded

Cell = str | float | bool | list[str] | None
Row = dict[str, Cell]

FIGURE_COLUMNS = ("figure", "figure_kind", "low", "high", "unit")
SIDE_COLUMNS = ("statement", "organisation", "issued", "source", "text", "start", "end", *FIGURE_COLUMNS)
CHANGE_COLUMNS = (
    *("incident", "id", "kind", "also", "earlier", "later", "relation", "stated_basis", "direction"),
    *("ratio_low", "ratio_high", "confidence", "status"),
    *(f"{side}_{column}" for side in ("earlier", "later") for column in SIDE_COLUMNS),
    "explanation",
)
CLAIM_COLUMNS = (
    *("incident", "id", "statement", "organisation", "issued", "start", "end", "text", *FIGURE_COLUMNS),
    *("event", "counted", "scope", "basis", "period", "polarity", "certainty", "hedge", "speaker", "voice"),
    *("background", "as_of", "restated", "restates"),
)


def change_rows(comparison: Comparison) -> list[Row]:
    """One row for each change, in the comparison's order; the keys are those of the JSON contract where it has them."""
    claims = {claim.id: claim for claim in comparison.claims}
    statements = {statement.id: statement for statement in comparison.statements}
    return [_change_row(comparison.incident, change, claims, statements) for change in comparison.changes]


def _change_row(
    incident: str | None, change: Change, claims: Mapping[str, Claim], statements: Mapping[str, Statement]
) -> Row:
    low, high = change.ratio or (None, None)
    cells: dict[str, object] = {**change_json(change), "incident": incident}
    cells |= {"ratio_low": plain_number(low), "ratio_high": plain_number(high)}
    for side, claim_id in (("earlier", change.earlier), ("later", change.later)):
        claim = claims[claim_id] if claim_id else None
        statement = statements[claim.statement] if claim else None
        cells |= {f"{side}_{key}": value for key, value in _side_cells(claim, statement).items()}
    return _row(cells, CHANGE_COLUMNS)


def _side_cells(claim: Claim | None, statement: Statement | None) -> Row:
    if claim is None or statement is None:
        return dict.fromkeys(SIDE_COLUMNS)
    return {
        "statement": statement.id,
        **_about(statement),
        "source": statement.source,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        **figure_cells(claim.figure),
    }


def claim_rows(incident: str | None, statements: Iterable[Statement], claims: Iterable[Claim]) -> list[Row]:
    """One row for each claim, with the statement that it stands in."""
    by_id = {statement.id: statement for statement in statements}
    return [_claim_row(incident, claim, by_id[claim.statement]) for claim in claims]


def _claim_row(incident: str | None, claim: Claim, statement: Statement) -> Row:
    told = claim_json(claim)
    cells = {**told, **told["measure"], **figure_cells(claim.figure)}
    return _row({**cells, "incident": incident, **_about(statement)}, CLAIM_COLUMNS)


def _about(statement: Statement) -> Row:
    return {"organisation": statement.organisation, "issued": statement.issued}


def _row(cells: Mapping[str, object], columns: Sequence[str]) -> Row:
    """The cells of these columns in their order; each is of a kind that a row holds."""
    return cast("Row", {name: cells[name] for name in columns})


def figure_cells(figure: Figure | None) -> dict[str, str | float | None]:
    """Each of ``FIGURE_COLUMNS`` by its name, all None without a figure; its ends are plain numbers."""
    if figure is None:
        return dict.fromkeys(FIGURE_COLUMNS)
    low, high = plain_number(figure.low), plain_number(figure.high)
    return dict(zip(FIGURE_COLUMNS, (figure.text, figure.kind.value, low, high, figure.unit), strict=True))


def as_jsonl(rows: Iterable[Mapping[str, object]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Iterable[Mapping[str, Cell]], columns: Sequence[str], told: Told | None = None) -> str:
    """CSV with a header line; a list is joined with "; ", nothing is an empty cell, true and false are words.

    What a row does not give is an empty cell. Text that a spreadsheet would take for a formula is guarded against it,
    and ``told`` counts where.
    """
    sheet = io.StringIO()
    told = told or Told()
    writer = csv.writer(sheet, lineterminator="\n")
    # A line that holds a lone carriage return is one that the writer would not put in quotation marks by itself.
    quoting = csv.writer(sheet, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    for row in rows:
        cells = [guarded(_cell(row.get(name)), name, told) for name in columns]
        returns = any(isinstance(cell, str) and "\r" in cell for cell in cells)
        (quoting if returns else writer).writerow(cells)
    return sheet.getvalue()


def _cell(value: Cell) -> str | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else value
