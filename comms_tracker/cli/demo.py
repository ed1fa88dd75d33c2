"""``comms-tracker demo``: the bundled statements into a store, what changed in the first printed, and the app."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, serving_options, store_path
from comms_tracker.cli.output import note, write, write_out

if TYPE_CHECKING:
    from comms_tracker.cli.bundled import Case


@click.command("demo")
@click.option("--no-app", is_flag=True, help="Stop after printing what changed.")
@db_option
@serving_options
def command(*, no_app: bool, db: Path | None, port: int, open_browser: bool) -> None:
    """Show what changed in the bundled statements, then start the app.

    Prints the first case, which is real, in full, and the others in a line each. All of them go into the store, where
    they do no harm to what is there: adding them twice changes nothing.

    \b
    comms-tracker demo --no-app
    comms-tracker demo --db demo.db --open
    """
    from comms_tracker.cli.bundled import cases
    from comms_tracker.cli.comparisons import forms
    from comms_tracker.cli.serving import refuse_port_in_use, serve
    from comms_tracker.cli.storing import add_all
    from comms_tracker.reading import read_statements
    from comms_tracker.store import Store

    if not no_app:
        refuse_port_in_use(port)
    path = store_path(db)
    first, *others = cases()
    with Store.open(path, write=True) as store:
        note(store.notes)
        for case in (first, *others):
            add_all(store, read_statements([str(case.folder)]).statements)
            if case is first:
                shown = forms([store.comparison(case.incident)], as_list=True, change_a_line=True)
                write(shown, "table", None)
    write_out(_others(others, path))
    if not no_app:
        click.get_current_context().exit(2 if serve(path, port, open_browser, first.incident) else 0)


def _others(others: Sequence[Case], path: Path) -> str:
    """The other cases in a line each, and how to look at one."""
    from rich.table import Table

    from comms_tracker.report.terminal import rendered, terminal_width, wants_colours

    listed = Table.grid(padding=(0, 2, 0, 0))
    for case in others:
        listed.add_row(f"  {case.incident}", case.line)
    shown = rendered(listed, terminal_width(), wants_colours())
    return (
        f"\n{len(others)} more cases, composed for this program, are in the store:\n\n{shown}\n"
        f'One of them in full: comms-tracker changes --incident {others[0].incident} --db "{path}"\n'
    )
