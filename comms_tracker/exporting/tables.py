"""Tables and views of a store as files: one each, or one workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.exporting.formats import WRITERS, Format, Write, add_sheet
from comms_tracker.exporting.placing import new_file, new_folder
from comms_tracker.report.cells import Told
from comms_tracker.store import Relation, Rows, Store

if TYPE_CHECKING:
    from openpyxl import Workbook


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an export goes; with ``force`` it may be written over what is there."""

    path: Path
    force: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many rows of each table or view, and in sentences what was altered on the way."""

    rows: dict[str, int]
    altered: tuple[str, ...]


def all_names(store: Store, incident: str | None) -> tuple[str, ...]:
    """Every table and view; where an incident is named, those whose rows belong to one."""
    return tuple(each.name for each in store.tables_and_views() if incident is None or each.incident is not None)


def export_tables(
    store: Store, names: Sequence[str], incident: str | None, form: Format, destination: Destination
) -> Exported:
    """Writes tables or views: one as a file, several as files in a folder; a workbook has a sheet for each.

    Raises InputError or StoreError; then nothing is written.
    """
    if form is Format.XLSX:
        return _workbook(store, names, incident, destination)
    if len(names) == 1:
        with new_file(destination.path, destination.force) as partial:
            return _files(store, names, incident, WRITERS[form], {names[0]: partial})
    with new_folder(destination.path, destination.force) as partial:
        return _files(store, names, incident, WRITERS[form], {name: partial / f"{name}.{form.value}" for name in names})


def _files(
    store: Store, names: Sequence[str], incident: str | None, write: Write, places: Mapping[str, Path]
) -> Exported:
    made = _Made()

    def take(relation: Relation, rows: Rows) -> None:
        if relation.name == names[0]:
            made.restart()
        made.rows[relation.name] = write(places[relation.name], relation, rows, made.told)

    store.hand_over(names, incident, take)
    return made.exported


def _workbook(store: Store, names: Sequence[str], incident: str | None, destination: Destination) -> Exported:
    from openpyxl import Workbook

    with new_file(destination.path, destination.force) as partial:
        made = _Made()
        books: list[Workbook] = []

        def take(relation: Relation, rows: Rows) -> None:
            if relation.name == names[0]:
                made.restart()
                _let_go(books)
                books.append(Workbook(write_only=True))
            made.rows[relation.name] = add_sheet(books[0], relation, rows, made.told)

        try:
            store.hand_over(names, incident, take)
            books[0].save(partial)
        finally:
            _let_go(books)
    return made.exported


def _let_go(books: list[Workbook]) -> None:
    """Closes workbooks that were not saved, whose sheets still write to files of their own."""
    for book in books:
        for sheet in book.worksheets:
            if not sheet.closed:
                sheet.close()
    books.clear()


class _Made:
    """What an export has written so far; begun anew where the store was written to meanwhile."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Forgets what was counted, for writing again from the beginning."""
        self.rows: dict[str, int] = {}
        self.told = Told()

    @property
    def exported(self) -> Exported:
        """What was written, and what was altered on the way."""
        return Exported(self.rows, self.told.sentences)
