"""``comms-tracker demo``: the bundled statements into a store, what changed printed, and the app."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, serving_options, store_path
from comms_tracker.cli.output import note, write


@click.command("demo", short_help="Show what changed in the bundled statements, then start the app.")
@click.option("--no-app", is_flag=True, help="Stop after printing what changed.")
@db_option
@serving_options
def command(*, no_app: bool, db: Path | None, port: int, open_browser: bool) -> None:
    """Show what changed in the bundled statements, then start the app.

    The statements go into the store, where they do no harm to what is there: adding them twice changes nothing.

    \b
    comms-tracker demo --no-app
    comms-tracker demo --db demo.db --open
    """
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.cli.comparisons import forms
    from comms_tracker.cli.storing import add_all
    from comms_tracker.reading import read_statements
    from comms_tracker.store import Store

    path = store_path(db)
    comparisons = []
    with Store.open(path, write=True) as store:
        note(store.notes)
        for folder in corpora():
            read = read_statements([str(folder)])
            note(read.notes)
            comparisons += [store.comparison(each.incident) for each in add_all(store, read.statements)]
    write(forms(comparisons, as_list=True, change_a_line=True), "table", None)
    if not no_app:
        from comms_tracker.cli.serving import serve

        click.get_current_context().exit(2 if serve(path, port, open_browser) else 0)
