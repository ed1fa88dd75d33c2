"""What a store says about itself as a file: its title, its licences, where it comes from, how to cite it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from comms_tracker.errors import StoreError
from comms_tracker.store.opening import writing_turn

if TYPE_CHECKING:
    from sqlite_utils import Database


def metadata(db: Database) -> Mapping[str, str]:
    """The words by their names, in order of the names: title, description, licence, ..."""
    return {row["name"]: row["value"] for row in db.query("SELECT name, value FROM metadata ORDER BY name")}


def describe(db: Database, words: Mapping[str, str]) -> None:
    """Puts words in the place of those that there are; raises StoreError where a name is none of them."""
    known = metadata(db)
    for name, value in words.items():
        if name not in known:
            raise StoreError(
                f'A store says nothing under "{name}". Name one of {", ".join(known)}. Nothing was changed.'
            )
        if not value.strip():
            raise StoreError(f"Say something for {name}: it has no words. Nothing was changed.")
    with writing_turn(db):
        for name, value in words.items():
            db.execute("UPDATE metadata SET value = ? WHERE name = ?", [value, name])


def put_in_sector(db: Database, organisation: str, sector: str | None) -> None:
    """Says which sector an organisation is of; raises StoreError where there is no organisation of this name."""
    with writing_turn(db):
        done = db.execute("UPDATE organisations SET sector = ? WHERE name = ?", [sector, organisation])
        if done.rowcount == 0:
            known = list(organisations(db))
            offered = _offered(organisation, known)
            raise StoreError(f'No statement is by "{organisation}". {offered} Nothing was changed.')


def _offered(organisation: str, known: Sequence[str]) -> str:
    if not known:
        return "The store names no organisation. Add statements that name theirs."
    near = get_close_matches(organisation, known, n=5, cutoff=0.4) or known[:5]
    return f"Name one that the store has, such as {', '.join(near)}."


def organisations(db: Database) -> Mapping[str, str | None]:
    """The organisations whose statements the store holds, in order of their letters, each with its sector if known."""
    rows = db.query("SELECT name, sector FROM organisations ORDER BY name")
    return {row["name"]: row["sector"] for row in rows}


def sectors(db: Database) -> Mapping[str, str]:
    """The sectors that somebody gave, by organisation."""
    return {name: sector for name, sector in organisations(db).items() if sector is not None}


def take_sectors(db: Database, sectors: Mapping[str, str]) -> None:
    """Puts organisations of which no sector is known here into the ones given; call it in a transaction that writes."""
    for organisation, sector in sectors.items():
        db.execute("UPDATE organisations SET sector = ? WHERE name = ? AND sector IS NULL", [sector, organisation])
