"""``comms-tracker prune``: what earlier runs read, let go."""

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
    from comms_tracker.store import Pruned

COLUMNS = ("incident", "runs", "readings")


@click.command("prune")
@incident_option("Only this incident; without it, all of them.")
@db_option
@output_options
def command(*, incident: str | None, db: Path | None, form: str, output: str | None) -> None:
    """Let go of earlier runs and of what they read otherwise than the present one, and make the file smaller.

    Texts with all their versions, the present reading, decisions and the log stay. So do the runs by which texts came.
    It cannot be undone: make a copy first with comms-tracker backup where earlier readings may be asked for.

    \b
    comms-tracker prune --db comms.db
    comms-tracker prune --incident barts-2017
    """
    from comms_tracker.store import Store

    with Store.open(existing_store(db, "Cannot prune {path}"), write=True) as store:
        note(store.notes)
        names = store.incident_names() if incident is None else (incident,)
        found = store.prune(names)
    write(_forms(found), form, output)


def _forms(found: Sequence[Pruned]) -> Forms:
    flat: list[Row] = [{"incident": one.incident, "runs": one.runs, "readings": one.readings} for one in found]
    return forms_of_rows(COLUMNS, flat, lambda: _page(found))


def _page(found: Sequence[Pruned]) -> RenderableType:
    from rich.text import Text

    from comms_tracker.report.visible import visible

    if not found:
        return Text("The store holds no incident. Add statements with comms-tracker add FILE.")
    return Text(visible("\n".join(map(_line, found))))


def _line(one: Pruned) -> str:
    from comms_tracker.report.words import counted

    if not (one.runs or one.readings):
        return f"{one.incident}: there is no earlier reading."
    return f"{one.incident}: {counted(one.runs, 'run')} and {counted(one.readings, 'earlier reading')} let go."
