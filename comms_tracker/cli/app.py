"""``comms-tracker app``: the browser app, on this computer only."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, incident_option, serving_options, store_path


@click.command("app")
@db_option
@incident_option("The incident to open on. Default: the newest.")
@serving_options
def command(*, db: Path | None, incident: str | None, port: int, open_browser: bool) -> None:
    """Serve the browser app on 127.0.0.1, where only this computer reaches it.

    \b
    comms-tracker app --open
    comms-tracker app --db comms.db --incident barts-2017 --port 8600
    """
    from comms_tracker.cli.serving import serve

    click.get_current_context().exit(2 if serve(store_path(db), port, open_browser, incident) else 0)
