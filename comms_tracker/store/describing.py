"""What a store says about itself as a file: its title, its licences, where it comes from, how to cite it."""

from __future__ import annotations

from collections.abc import Mapping
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
            raise StoreError(f'A store says nothing under "{name}". It has {", ".join(known)}. Nothing was changed.')
        if not value.strip():
            raise StoreError(f"Say something for {name}: it has no words. Nothing was changed.")
    with writing_turn(db):
        for name, value in words.items():
            db.execute("UPDATE metadata SET value = ? WHERE name = ?", [value, name])
