"""``comms-tracker backup``: a verified copy of a store."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, output_options, store_path
from comms_tracker.cli.output import write


@click.command("backup")
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
@db_option
@output_options
def command(*, destination: Path, db: Path | None, form: str, output: str | None) -> int:
    """Copy a store to the file DEST, also while others write to it, and verify the copy.

    The exit status is 1 where something in the copy is not as it was written.

    \b
    comms-tracker backup comms-2026-11-26.db --db comms.db
    """
    from comms_tracker.cli.verified_forms import forms
    from comms_tracker.store import Store

    with Store.open(store_path(db), write=False) as store:
        store.backup(destination)
    with Store.open(destination, write=False) as copy:
        found = copy.verify()
        incidents = copy.incidents() if not found else ()
    write(forms(found, incidents, destination), form, output)
    return 1 if found else 0
