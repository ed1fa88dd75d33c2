"""``comms-tracker reprocess``: the texts of a store read again by the present version."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, existing_store, incident_option, output_options
from comms_tracker.cli.output import Forms, forms_of_rows, note, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.rows import Row
    from comms_tracker.store import Reread

COLUMNS = ("incident", "subject", "outcome", "id", "fields", "words")


@click.command("reprocess")
@incident_option("Only this incident; without it, all of them.")
@db_option
@output_options
def command(*, incident: str | None, db: Path | None, form: str, output: str | None) -> None:
    """Read the texts of a store again with this version, and say what is read otherwise.

    Decisions are kept, and so is the former reading of whatever changed.

    \b
    comms-tracker reprocess --db comms.db
    comms-tracker reprocess --incident barts-2017 --format csv
    """
    from comms_tracker.store import Store

    with Store.open(existing_store(db, "Cannot read {path} again"), write=True) as store:
        note(store.notes)
        if incident is None:
            store.index_words()
        names = store.incident_names() if incident is None else (incident,)
        found = [store.reprocess(name) for name in names]
    note(dict.fromkeys(each for one in found for each in one.notes))
    write(_forms(found), form, output)


def _forms(found: Sequence[Reread]) -> Forms:
    flat: list[Row] = [
        {
            "incident": one.incident,
            "subject": each.subject.value,
            "outcome": each.outcome.value,
            "id": each.id,
            "fields": list(each.fields),
            "words": each.words,
        }
        for one in found
        for each in one.differences
    ]
    return forms_of_rows(COLUMNS, flat, lambda: _page(found))


def _page(found: Sequence[Reread]) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import indented
    from comms_tracker.report.visible import visible
    from comms_tracker.report.words import counted

    if not found:
        return Text("The store holds no incident. Add statements with comms-tracker add FILE.")
    lines: list[RenderableType] = []
    for one in found:
        same = f"{counted(one.same, 'claim')} read as before" if one.differences else "everything is read as before"
        lines += [Text(""), Text(visible(f"{one.incident}: {same}."), style="bold")]
        for each in one.differences:
            fields = f" ({', '.join(each.fields)})" if each.fields else ""
            line = f"{each.subject.value.capitalize()} {each.outcome.value}{fields}: {each.words}"
            lines.append(indented(line))
    return Group(*lines[1:])
