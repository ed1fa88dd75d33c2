"""``comms-tracker load``: a data set that ``extract --out`` wrote, into a store."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, store_path
from comms_tracker.cli.output import say, write_out


@click.command("load")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@db_option
def command(folder: Path, *, db: Path | None) -> None:
    """Put a data set into a store, as it was read: nothing is read again.

    What the store holds already changes nothing, and other words under a known id are kept as a new version, as by add.

    \b
    comms-tracker extract statements.jsonl --out read --dask tcp://10.0.0.5:8786
    comms-tracker load read --db comms.db
    """
    from comms_tracker.cli.storing import counted_additions
    from comms_tracker.scale.loading import load

    path = store_path(db)
    write_out(counted_additions(load(folder, path, say), path) + "\n")
