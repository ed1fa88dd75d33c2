"""``comms-tracker changes``: what changed, from the store."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, incident_option, output_options, store_path
from comms_tracker.cli.output import write


@click.command("changes")
@incident_option("Only this incident; without it, all of them, the one with the newest statement first.")
@db_option
@output_options
def command(*, incident: str | None, db: Path | None, form: str, output: str | None) -> None:
    """Say what changed in the incidents of a store.

    \b
    comms-tracker changes --incident barts-2017
    comms-tracker changes --format csv --output changes.csv
    """
    from comms_tracker.cli.comparisons import forms
    from comms_tracker.store import Store

    with Store.open(store_path(db), write=False) as store:
        names = [incident] if incident is not None else [each.incident for each in store.incidents()]
        found = [store.comparison(name) for name in names]
    write(forms(found, as_list=incident is None, change_a_line=True), form, output)
