"""``comms-tracker export``: what a store holds, for others to keep."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, store_path
from comms_tracker.cli.output import write_out
from comms_tracker.errors import InputError


@click.command("export", short_help="Write what a store holds for others to keep.")
@click.option("--hashes", is_flag=True, required=True, help="A hash for each statement, decision and entry of the log.")
@db_option
@click.option("--output", metavar="FILE", help="Write to FILE instead of the terminal.")
def command(*, hashes: bool, db: Path | None, output: str | None) -> None:  # noqa: ARG001
    """Write what a store holds for others to keep.

    A list of hashes that is published, or kept where nobody can change it, is what finds somebody who rewrites the
    whole store: comms-tracker verify --against FILE.

    \b
    comms-tracker export --hashes --db comms.db --output hashes.jsonl
    """
    from dataclasses import asdict

    from comms_tracker.report.rows import as_jsonl
    from comms_tracker.store import Store

    with Store.open(store_path(db), write=False) as store:
        text = as_jsonl(asdict(one) for one in store.published())
    if output is None or output == "-":
        write_out(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"--output {output} cannot be written: {error.strerror}. Name another file.") from None
