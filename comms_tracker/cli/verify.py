"""``comms-tracker verify``: is everything in a store as it was written?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, output_options, store_path
from comms_tracker.cli.output import note, write

if TYPE_CHECKING:
    from comms_tracker.store import Published


@click.command("verify")
@click.option("--against", metavar="FILE", help="Also compare with a list that export --hashes wrote.")
@db_option
@output_options
def command(*, against: str | None, db: Path | None, form: str, output: str | None) -> int:
    """Check that everything in a store is as it was written: texts, offsets, figures, changes, decisions, the log.

    The exit status is 1 where something is not. Somebody who rewrites the whole file, hashes and all, is found only
    by comparing it with a list of hashes that they could not reach: --against.

    \b
    comms-tracker verify --db comms.db
    comms-tracker verify --db comms.db --against hashes.jsonl
    """
    from comms_tracker.cli.verified_forms import forms
    from comms_tracker.store import Store

    path = store_path(db)
    known = _list(against) if against is not None else ()
    with Store.open(path, write=False) as store:
        note(store.notes)
        found = (*store.verify(), *store.missing(known))
        incidents = store.incidents() if not found else ()
    write(forms(found, incidents, path), form, output)
    return 1 if found else 0


def _list(name: str) -> tuple[Published, ...]:
    """The hashes of a file; raises InputError where it can't be read or is no such list."""
    import json

    from comms_tracker.errors import InputError
    from comms_tracker.store import Published

    try:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        return tuple(Published(**json.loads(line)) for line in lines if line.strip())
    except OSError as error:
        raise InputError(f"--against {name} cannot be read: {error.strerror}. Name a list of hashes.") from None
    except (ValueError, TypeError):
        raise InputError(
            f"--against {name} is no list of hashes. Make one with comms-tracker export --hashes --output FILE."
        ) from None
