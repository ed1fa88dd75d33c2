"""What a store's tables, views and columns are for: for the terminal, as Markdown, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from comms_tracker.report.markdown import escaped

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.store.documentation import ColumnDoc, RelationDoc

INTRODUCTION = (
    "A store is one SQLite file. Every table and view of it, as `comms-tracker schema` tells them: this page is made "
    "by `comms-tracker schema --format md --output docs/schema.md`.",
    "Ids are made of what they name, so they are the same on every machine and after every re-reading. Dates are ISO "
    "dates or times; arrays are JSON arrays; the unit of a figure is data, in a column of its own. Offsets count "
    "Unicode code points from 0.",
)


def schema_page(relations: Sequence[RelationDoc]) -> RenderableType:
    """Each table and view under its name, a line for each column."""
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import STRONG, labelled, spaced

    def one(relation: RelationDoc) -> RenderableType:
        rows = [(column.name, Text(". ".join(_sentences(column)))) for column in relation.columns]
        return Group(
            Text(f"{relation.name} ({relation.kind})", style=STRONG), Text(relation.about), labelled(rows, STRONG)
        )

    return Group(*spaced(one(relation) for relation in relations))


def schema_markdown(relations: Sequence[RelationDoc]) -> str:
    """The page of the documentation, ending in a line end."""
    return "\n".join(_lines(relations)) + "\n"


def schema_json(relations: Sequence[RelationDoc]) -> list[dict[str, object]]:
    """Plain data for other programs: a closed set's values and a key's target beside the words."""
    return [
        {
            "name": relation.name,
            "kind": relation.kind.value,
            "title": relation.title,
            "about": relation.about,
            "label": relation.label,
            "facets": list(relation.facets),
            "columns": [
                {
                    "name": column.name,
                    "about": column.about,
                    "type": column.type,
                    "required": column.required,
                    "key": column.key,
                    "refers_to": column.refers_to,
                    "values": list(column.values),
                }
                for column in relation.columns
            ],
        }
        for relation in relations
    ]


def _lines(relations: Sequence[RelationDoc]) -> Iterator[str]:
    yield "# The schema of a store"
    for paragraph in INTRODUCTION:
        yield from ("", paragraph)
    yield from ("", "| name | what it is | what it holds |", "| --- | --- | --- |")
    for relation in relations:
        link = f"[{relation.name}](#{relation.name})"
        yield f"| {link} | {relation.kind} | {escaped(relation.about)} |"
    for relation in relations:
        yield from ("", f"## {relation.name}", "", f"{relation.title}: {relation.kind}. {escaped(relation.about)}", "")
        key = sorted((column for column in relation.columns if column.key), key=lambda column: column.key)
        if key:
            yield from (f"Primary key: {', '.join(f'`{column.name}`' for column in key)}.", "")
        yield from ("| column | type | what it holds |", "| --- | --- | --- |")
        for column in relation.columns:
            yield f"| `{column.name}` | {_type(column)} | {escaped('. '.join(_sentences(column)))} |"


def _type(column: ColumnDoc) -> str:
    if not column.type:
        return ""
    return column.type if column.required or column.key else f"{column.type}, may be empty"


def _sentences(column: ColumnDoc) -> Iterator[str]:
    yield column.about
    if column.values:
        yield f"One of {', '.join(column.values)}"
    if column.refers_to:
        yield f"Refers to {column.refers_to}"
