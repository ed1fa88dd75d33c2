"""``comms-tracker schema``: what every table, view and column of a store is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import output_options_of
from comms_tracker.cli.output import Forms, write
from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from comms_tracker.store.documentation import RelationDoc


@click.command("schema")
@click.argument("names", metavar="[TABLE]...", nargs=-1)
@output_options_of(("table", "json", "md"))
def command(names: tuple[str, ...], *, form: str, output: str | None) -> None:
    """Say what each table, view and column of a store holds; with names, only those.

    \b
    comms-tracker schema
    comms-tracker schema claims figures
    comms-tracker schema --format md --output docs/schema.md
    """
    from comms_tracker.report.schema import schema_json, schema_markdown, schema_page
    from comms_tracker.store.documentation import documentation

    found = _named(documentation(), names)
    write(
        Forms(table=lambda: schema_page(found), json=lambda: schema_json(found), md=lambda: schema_markdown(found)),
        form,
        output,
    )


def _named(relations: tuple[RelationDoc, ...], names: tuple[str, ...]) -> tuple[RelationDoc, ...]:
    known = {relation.name for relation in relations}
    for name in names:
        if name not in known:
            raise InputError(f'A store has no table or view "{name}". Name one of {", ".join(sorted(known))}.')
    return tuple(relation for relation in relations if not names or relation.name in names)
