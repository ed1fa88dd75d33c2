"""Tables (.csv): one statement a row, the columns under the keys of front matter or mapped to them by the user."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from comms_tracker.errors import InputError
from comms_tracker.reading.dates import HOW_TO_WRITE, checked_issued
from comms_tracker.reading.decoding import LARGEST_TEXT, decoded, refuse_blank, refuse_too_large
from comms_tracker.reading.fields import KEYS, Draft
from comms_tracker.reading.found_dates import day, is_ambiguous, moment, shows_day_first
from comms_tracker.reading.received import Taken

_DELIMITERS = (",", ";", "\t", "|")
_SAID = ("issued", "organisation", "title", "outlet", "source")
"""The keys whose column is named to the reader of the result."""


def columns_of(maps: Sequence[str]) -> dict[str, str]:
    """Key to column from what the user wrote after ``--map``: "text=Body,issued=Date".

    Raises InputError for what is no pair, a key that is not known and a key that is mapped twice.
    """
    columns: dict[str, str] = {}
    for pair in (pair for each in maps for pair in each.split(",")):
        key, equals, column = (part.strip() for part in pair.partition("="))
        if not (key and equals and column):
            raise InputError(f"--map {pair!r} is no pair of a key and a column. Write it as text=Body,issued=Date.")
        if key not in ("text", *KEYS):
            raise InputError(f"--map {pair!r}: there is no key {key!r}. The keys are text, {', '.join(KEYS)}.")
        if key in columns:
            raise InputError(f"--map gives a column to {key!r} twice. Keep one of them.")
        columns[key] = column
    return columns


def drafts_of_table(data: bytes, name: str, columns: Mapping[str, str]) -> tuple[list[Draft], list[str]]:
    """The statements in a table in order, each named by its first line, and plain sentences about how it was read.

    Raises InputError for a column that is missing, a row without text, a date that cannot be read or could be two.
    """
    read = decoded(data, name)
    rows = _rows(read.text, name)
    _, heads = next(rows, (0, []))
    places = _places([head.strip() for head in heads], columns, name)
    filled = [(line, cells) for line, cells in rows if any(map(str.strip, cells))]
    day_first, shown = _order_of_dates(filled, places.get("issued"))
    drafts = [_draft(cells, places, heads, f"{name}, line {line}", day_first) for line, cells in filled]
    if not drafts:
        raise InputError(f"{name} has no rows under its first line. Put one statement into each row.")
    notes = [*read.notes]
    if day_first is not None:
        order = "day" if day_first else "month"
        notes.append(f"{name}: dates in numbers are read with the {order} first, as {shown} shows.")
    return drafts, notes


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The number of each row's first line with its cells."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(LARGEST_TEXT)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{name}, line {line}: not a table that can be read: {error}. Export it as CSV again."
        ) from None


def _places(heads: Sequence[str], columns: Mapping[str, str], name: str) -> dict[str, int]:
    """Key to the number of its column: the one that the user named, else the one that is named like the key."""
    listed = ", ".join(heads)
    for key, column in columns.items():
        if column not in heads:
            raise InputError(f"{name} has no column {column!r} for {key!r}. Its columns are {listed}.")
    lower = [head.lower() for head in heads]
    places = {key: lower.index(key) for key in ("text", *KEYS) if key in lower}
    places |= {key: heads.index(column) for key, column in columns.items()}
    if "text" not in places:
        raise InputError(
            f"{name} has no column 'text'. Name the one that holds the statements with --map text=COLUMN. "
            f"Its columns are {listed}."
        )
    return places


def _order_of_dates(rows: Sequence[tuple[int, Sequence[str]]], place: int | None) -> tuple[bool | None, str]:
    """Whether the column's dates have the day first, and a date that shows it; None where none does, or they disagree.

    Only where another date of the column is in need of it is an order given.
    """
    dates = [cells[place].strip() for _, cells in rows if place is not None and place < len(cells)]
    shown = {order: date for date in dates if (order := shows_day_first(date)) is not None}
    if len(shown) != 1 or not any(map(is_ambiguous, dates)):
        return None, ""
    ((order, date),) = shown.items()
    return order, date


def _draft(
    cells: Sequence[str], places: Mapping[str, int], heads: Sequence[str], where: str, day_first: bool | None
) -> Draft:
    if len(cells) > len(heads):
        raise InputError(
            f"{where}: {len(cells)} cells, and the first line names {len(heads)}. Put texts with commas into quotes."
        )
    values = {key: cells[place] for key, place in places.items() if place < len(cells)}
    text = values.pop("text", "")
    refuse_blank(text, f"{where}: the text in column {heads[places['text']]!r}")
    refuse_too_large(len(text.encode("utf-8")), where)
    if values.get("issued", "").strip():
        values["issued"] = _issued(values["issued"].strip(), where, day_first)
    found = {
        key: Taken(values.pop(key).strip(), f'the column "{heads[places[key]].strip()}"', stated=True)
        for key in _SAID
        if values.get(key, "").strip()
    }
    return Draft(where, text, values, found=found)


def _issued(value: str, where: str, day_first: bool | None) -> str:
    """The date in its ISO form; raises InputError for one that cannot be read, or whose day and month could change."""
    if day_first is None and is_ambiguous(value):
        raise InputError(f"{where}: the date {value!r} can be read in two ways, day or month first. {HOW_TO_WRITE}")
    is_iso = value[:4].isdigit()
    return checked_issued(value if is_iso else day(value, day_first=day_first) or moment(value) or value, where)
