"""``comms-tracker incidents``: what a store holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, output_options, store_path
from comms_tracker.cli.output import Forms, forms_of_rows, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.rows import Row
    from comms_tracker.store import IncidentSummary

COLUMNS = ("incident", "organisation", "statements", "first_issued", "last_issued", "changes", "headline")


@click.command("incidents")
@db_option
@output_options
def command(*, db: Path | None, form: str, output: str | None) -> None:
    """List the incidents of a store, the one with the newest statement first.

    \b
    comms-tracker incidents
    comms-tracker incidents --db comms.db --format csv
    """
    from comms_tracker.store import Store

    path = store_path(db)
    with Store.open(path, write=False) as store:
        found = store.incidents()
    write(_forms(found, path), form, output)


def _forms(found: Sequence[IncidentSummary], path: Path) -> Forms:
    flat: list[Row] = [{column: asdict(one)[column] for column in COLUMNS} for one in found]
    return forms_of_rows(COLUMNS, flat, lambda: _page(found, path), lambda: [asdict(one) for one in found])


def _page(found: Sequence[IncidentSummary], path: Path) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report import words
    from comms_tracker.report.layout import indented
    from comms_tracker.report.visible import visible

    if not found:
        return Text(visible(f"{path} holds no incident. Add statements with comms-tracker add FILE."))
    lines: list[RenderableType] = []
    for one in found:
        days = list(dict.fromkeys(words.date_words(day) for day in (one.first_issued, one.last_issued) if day))
        counts = f"{words.counted(one.statements, 'statement')}, {words.counted(one.changes, 'change')}"
        line = "; ".join(part for part in (one.organisation, " to ".join(days), counts) if part)
        lines += [
            Text(""),
            Text(visible(one.incident), style="bold"),
            indented(line, "dim"),
        ]
        if one.headline:
            lines.append(indented(one.headline))
    return Group(*lines[1:])
