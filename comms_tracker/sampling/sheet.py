"""A sheet to code by hand, written as CSV or XLSX and read again after a spreadsheet has had it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comms_tracker.errors import InputError
from comms_tracker.exporting.placing import new_file
from comms_tracker.exporting.tables import Destination
from comms_tracker.report.cells import CUT, FORMULA_STARTS, GUARD, LONGEST_CELL, Told, guarded
from comms_tracker.report.words import KIND_MEANING
from comms_tracker.sampling.rows import NOT_A_CLAIM, UNSURE, CodingRow

if TYPE_CHECKING:
    from openpyxl import Workbook

TO_CODE, GUIDE = "to code", "how to code"
WIDE = frozenset(
    {"claim", "earlier_text", "later_text", "program_explanation", "program_other_claim", "note"}
    | {"paragraph", "sentence", "program_claims", "claims"}
)


@dataclass(frozen=True, slots=True)
class Form:
    """What a coder is asked: the columns to fill in, how to, and the values that one of them offers."""

    asked: tuple[str, ...]
    guidance: str
    offered_in: str | None = None
    offered: tuple[tuple[str, str], ...] = ()


CHANGES = Form(
    asked=("kind", "other_claim", "note"),
    guidance=(
        "Each row shows one claim and the two statements that it is to be looked at in. claim_from says which of them "
        "it stands in. Find what the other statement says about the same thing, write its words into other_claim, and "
        "what happened from the earlier to the later one into kind. Where the other statement is silent, it is added "
        "(the claim is in the later one) or dropped. Where more than one kind is right, write the best one first: "
        "revised_up; widened_scope."
    ),
    offered_in="kind",
    offered=(
        *((kind.value, meaning) for kind, meaning in KIND_MEANING.items()),
        (NOT_A_CLAIM, "The words assert nothing about the matter."),
        (UNSURE, "It can't be told; the row is left out of what is counted."),
    ),
)
SENTENCES = Form(
    asked=("claims", "note"),
    guidance=(
        "Each row shows one sentence and the paragraph around it. Write the words of every claim of the sentence into "
        "claims, as they stand there, with | between two claims (|| where the sentence has a | itself): each figure "
        "about the matter's effect, extent, cost or remedy with what it counts, and each such assertion without a "
        "figure. Write none where there is no claim, and unsure where it can't be told. Dates, deadlines, contact "
        "details and general advice are no claims."
    ),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
DELIMITERS = (",", ";", "\t")


def write_sheet(rows: Sequence[CodingRow], form: Form, destination: Destination, blind: bool) -> Path | None:
    """Writes the sheet, as XLSX where the name ends so and as CSV otherwise; returns the key's path, if it has one.

    The key of a blind sheet holds the program's answers and is a CSV beside it. Raises InputError.
    """
    columns = (*rows[0].shown, *(() if blind else rows[0].answer), *form.asked)
    key = key_path(destination.path)
    if blind and key.exists() and not destination.force:
        raise InputError(f"{key} is there already: the key of another sheet. Name another file, or add --force.")
    with new_file(destination.path, destination.force) as partial:
        if destination.path.suffix.lower() == ".xlsx":
            _workbook(rows, columns, form).save(partial)
        else:
            partial.write_text(_csv(rows, columns), encoding="utf-8", newline="")
        if blind:
            with new_file(key, destination.force) as beside:
                beside.write_text(_csv(rows, ("row", "unit", *rows[0].answer)), encoding="utf-8", newline="")
    return key if blind else None


def key_path(sheet: Path) -> Path:
    """Where the answers to a blind sheet are: ``sheet.xlsx`` has ``sheet.key.csv``."""
    return sheet.with_name(f"{sheet.stem}.key.csv")


def read_sheet(path: Path) -> list[dict[str, str]]:
    """The rows of a sheet as text, whatever a spreadsheet made of its separators; raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Name a sheet that sample wrote.") from None
    rows = _rows_of_workbook(data, path) if path.suffix.lower() == ".xlsx" else _rows_of_csv(data, path)
    if not rows or "unit" not in rows[0]:
        raise InputError(f"{path} is no sheet to code: it has no column unit. Make one with comms-tracker sample.")
    return rows


def _csv(rows: Sequence[CodingRow], columns: Sequence[str]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_cells(row, columns))
    return sheet.getvalue()


def _cells(row: CodingRow, columns: Sequence[str]) -> list[Any]:
    cells: Mapping[str, Any] = {**row.answer, **row.shown}
    return [guarded(_showable(cells.get(name)), name, Told()) for name in columns]


def _showable(cell: Any) -> Any:
    """A cell without the control characters that no sheet can hold; U+FFFD stands for each."""
    return _CONTROL.sub("\ufffd", cell) if isinstance(cell, str) else cell


def _workbook(rows: Sequence[CodingRow], columns: Sequence[str], form: Form) -> Workbook:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    def shown(cell: Any) -> Any:
        too_long = isinstance(cell, str) and len(cell) > LONGEST_CELL
        return cell[: LONGEST_CELL - len(CUT)] + CUT if too_long else cell

    book = Workbook()
    sheet = book.active
    sheet.title = TO_CODE
    sheet.append(list(columns))
    for row in rows:
        sheet.append([shown(cell) for cell in _cells(row, columns)])
    for place, name in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = 60 if name in WIDE else 16
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "C2"
    guide = book.create_sheet(GUIDE)
    guide.append([form.guidance])
    guide["A1"].alignment = Alignment(wrap_text=True)
    guide.column_dimensions["A"].width = guide.column_dimensions["B"].width = 80
    for value, meaning in form.offered:
        guide.append([value, meaning])
    if form.offered_in is not None:
        column = get_column_letter(columns.index(form.offered_in) + 1)
        choices = DataValidation(type="list", formula1=f"'{GUIDE}'!$A$2:$A${len(form.offered) + 1}", allow_blank=True)
        choices.showErrorMessage = False  # several may be right, and are written one after the other
        sheet.add_data_validation(choices)
        choices.add(f"{column}2:{column}{max(2, len(rows) + 1)}")
    return book


def _rows_of_csv(data: bytes, path: Path) -> list[dict[str, str]]:
    from comms_tracker.reading.decoding import LARGEST_TEXT, decoded

    text = decoded(data, str(path)).text
    heading = text.partition("\n")[0]
    csv.field_size_limit(LARGEST_TEXT)
    try:
        read = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=heading.count), strict=True)
        )
    except csv.Error as error:
        raise InputError(f"{path} is not a table that can be read: {error}. Save it as CSV again.") from None
    return _named(read)


def _rows_of_workbook(data: bytes, path: Path) -> list[dict[str, str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError(f"{path} is no XLSX file that can be read: {error}. Save it again.") from None
    sheet = book[TO_CODE] if TO_CODE in book.sheetnames else book.worksheets[0]
    return _named([["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)])


def _named(rows: list[list[str]]) -> list[dict[str, str]]:
    """Each row by the names of the first one, rows without anything left out."""
    if not rows:
        return []
    names = [name.strip() for name in rows[0]]
    return [{name: _unguarded(cell) for name, cell in zip(names, row, strict=False)} for row in rows[1:] if any(row)]


def _unguarded(cell: str) -> str:
    """What stood in the cell before it was guarded against being a formula."""
    return cell[1:] if cell.startswith(GUARD) and cell[1:].startswith(FORMULA_STARTS) else cell
