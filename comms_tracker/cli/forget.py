"""``comms-tracker forget``: a statement lawfully deleted from a store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from comms_tracker.cli.deciding import user_name
from comms_tracker.cli.options import db_option, store_path
from comms_tracker.cli.output import note, write_out
from comms_tracker.clock import now


@click.command("forget")
@click.argument("statement", metavar="STATEMENT")
@click.option("--incident", metavar="NAME", required=True, help="The incident that the statement is of.")
@click.option(
    "--reason", metavar="TEXT", required=True, help="Why; it stays in the store. Don't repeat the text in it."
)
@click.option("--by", metavar="NAME", help="Who says so. Default: your user name.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@db_option
def command(*, statement: str, incident: str, reason: str, by: str | None, yes: bool, db: Path | None) -> None:
    """Delete a statement from a store for good: its text, versions, claims, and the decisions about it.

    The hash of its text and the reason stay, so that the store can still be verified, and the same text is not added
    again. It cannot be undone.

    \b
    comms-tracker forget 2017-05-05-second-statement --incident barts-2017 --reason "court order 12/2026"
    """
    from comms_tracker.store import Forgetting, Store

    path = store_path(db)
    with Store.open(path, write=False) as looking:
        looking.versions(incident, statement)
    if not yes:
        click.confirm(f"Delete {statement} of {incident} from {path} for good?", abort=True, err=True)
    told = Forgetting(reason, by or user_name(), now())
    with Store.open(path, write=True) as store:
        note(store.notes)
        gone = store.forget(incident, statement, told)
    if not gone.scrubbed:
        note([f"Another program has {path} open: old bytes may be left in it. Close it, and run backup to a new file."])
    lines = [f"{statement} is gone from {path}: {_counted(gone.versions, gone.decisions)}."]
    lines += [f"It is still in {copy}." for copy in gone.copies]
    lines.append("Copies that you made with backup or export still have it: delete them yourself.")
    write_out("\n".join(lines) + "\n")


def _counted(versions: int, decisions: Sequence[str]) -> str:
    from comms_tracker.report.words import counted

    return f"{counted(versions, 'version')} and {counted(len(decisions), 'decision')}"
