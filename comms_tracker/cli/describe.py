"""``comms-tracker describe``: what a store says about itself to whoever is given a copy."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import db_option, store_path
from comms_tracker.cli.output import note, write_out
from comms_tracker.errors import InputError


@click.command("describe")
@click.argument("words", metavar="[NAME=TEXT]...", nargs=-1)
@click.option("--organisation", metavar="NAME", help="The organisation that --sector is about.")
@click.option("--sector", metavar="TEXT", help="Its sector, to search by; an empty text takes it back.")
@db_option
def command(words: tuple[str, ...], *, organisation: str | None, sector: str | None, db: Path | None) -> None:
    """Say what a store is, for whoever is given a copy of it: title, description, licence, source, version, cite.

    The licence is that of the data; licence_of_quotations is about the statements' own words. Without words it
    prints what the store says now, with the sectors of organisations that somebody gave.

    \b
    comms-tracker describe
    comms-tracker describe --organisation "Barts Health NHS Trust" --sector health
    comms-tracker describe title="Hospital statements 2017 to 2026" licence="CC BY 4.0"
    """
    from comms_tracker.store import Store

    if (organisation is None) != (sector is None):
        raise InputError("--organisation and --sector go together: say which organisation is of which sector.")
    given = dict(map(_pair, words))
    with Store.open(store_path(db), write=bool(given) or sector is not None) as store:
        note(store.notes)
        if organisation is not None:
            store.put_in_sector(organisation, sector or None)
        if given:
            store.describe(given)
        told = store.metadata()
        sectors = store.sectors()
    write_out("".join(f"{name}: {value}\n" for name, value in told.items()))
    write_out("".join(f"sector of {name}: {value}\n" for name, value in sectors.items()))


def _pair(word: str) -> tuple[str, str]:
    name, sign, value = word.partition("=")
    if not sign:
        raise InputError(f'"{word}" is not of the form NAME=TEXT. Write it as licence="CC BY 4.0".')
    return name, value
