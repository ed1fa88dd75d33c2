"""``comms-tracker claims``: what the statements of an incident assert, from the store."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, output_options, store_path
from comms_tracker.cli.output import write


@click.command("claims")
@click.option("--incident", metavar="NAME", required=True, help="The incident; comms-tracker incidents lists them.")
@db_option
@output_options
def command(*, incident: str, db: Path | None, form: str, output: str | None) -> None:
    """List the claims of an incident in a store, statement by statement.

    \b
    comms-tracker claims --incident barts-2017
    comms-tracker claims --incident barts-2017 --format jsonl
    """
    from comms_tracker.cli.claims_forms import forms
    from comms_tracker.store import Store

    with Store.open(store_path(db), write=False) as store:
        found = store.comparison(incident)
    write(forms(incident, found.statements, found.claims), form, output)
