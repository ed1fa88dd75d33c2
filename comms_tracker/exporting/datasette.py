"""A folder that Datasette opens as it is: a copy of the store, what every table and column means, and ready questions.

datasette FOLDER
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from comms_tracker.exporting.placing import new_folder
from comms_tracker.exporting.tables import Destination
from comms_tracker.store import Store
from comms_tracker.store.documentation import RelationDoc, RelationKind, documentation

DATABASE = "comms"
"""The name of the copy, and so the first part of every address."""

SETTINGS = {"default_page_size": 50, "default_facet_size": 20, "facet_time_limit_ms": 1000, "sql_time_limit_ms": 5000}
MIGRATIONS = "_sqlite_migrations"
"""The one table that is not documented: sqlite-utils keeps in it which steps of the schema were taken."""
MACHINE_ROOM = frozenset({"phrase_vectors", "incident_phrases", "row_hashes", "series_claims"})
"""Tables that are there for the program or for a join: listed last, as hidden ones."""


def export_datasette(store: Store, destination: Destination) -> None:
    """Fills the folder; raises InputError or StoreError, and then nothing is written."""
    import yaml

    with new_folder(destination.path, destination.force) as folder:
        store.backup(folder / f"{DATABASE}.db")
        said = metadata(store.metadata(), documentation())
        text = yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=120)
        (folder / "metadata.yaml").write_text(text, encoding="utf-8")
        (folder / "settings.json").write_text(json.dumps(SETTINGS, indent=2) + "\n", encoding="utf-8")


def metadata(words: Mapping[str, str], relations: Sequence[RelationDoc]) -> dict[str, object]:
    """What Datasette shows beside the data: ``words`` are those that the store says about itself."""
    description = f"{words['description']} {words['licence_of_quotations']} To cite it: {words['cite']}"
    return {
        "title": words["title"],
        "description": description,
        "license": words["licence"],
        "source": words["source"],
        "about": words["version"],
        "databases": {
            DATABASE: {
                "title": words["title"],
                "description": words["description"],
                "tables": {
                    **{each.name: _table(each) for each in relations if each.kind is not RelationKind.FULL_TEXT},
                    MIGRATIONS: {"hidden": True},
                },
                "queries": queries(),
            }
        },
    }


def queries() -> dict[str, dict[str, str]]:
    """The ready questions by name, each with title, description and SQL."""
    text = files("comms_tracker.exporting").joinpath("datasette_queries.toml").read_text(encoding="utf-8")
    return {name: {part: told.strip() for part, told in query.items()} for name, query in tomllib.loads(text).items()}


def _table(relation: RelationDoc) -> dict[str, object]:
    told: dict[str, object] = {
        "title": relation.title,
        "description": relation.about,
        "columns": {column.name: column.about for column in relation.columns},
        "facets": list(relation.facets),
    }
    if relation.kind is RelationKind.TABLE:
        told["label_column"] = relation.label
    if relation.name in MACHINE_ROOM:
        told["hidden"] = True
    return told
