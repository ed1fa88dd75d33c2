"""``comms-tracker query``: SQL over a data set that ``extract --out`` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import output_options
from comms_tracker.cli.output import Forms, forms_of_rows, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.rows import Row
    from comms_tracker.scale.querying import Answer


@click.command("query")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("sql", metavar="SELECT")
@output_options
def command(folder: Path, sql: str, *, form: str, output: str | None) -> None:
    """Answer a SELECT over a data set by DuckDB, with the tables and views that a store has.

    Tables: incidents, statements, claims, figures, series, series_claims, changes, findings. Views: claims_readable,
    changes_readable, unacknowledged, timeline. What each column holds: comms-tracker schema.

    \b
    comms-tracker query read "select what_changed, count(*) from changes_readable group by all"
    comms-tracker query read "select * from unacknowledged where later_date >= '2024'" --format csv
    """
    from comms_tracker.scale.querying import query

    write(_forms(query(folder, sql)), form, output)


def _forms(answer: Answer) -> Forms:
    flat: list[Row] = [dict(zip(answer.columns, map(_cell, row), strict=True)) for row in answer.rows]
    return forms_of_rows(answer.columns, flat, lambda: _table(answer))


def _cell(value: object) -> str | float | bool | None:
    """A value as JSON and CSV have it; what neither knows is given as its text."""
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _table(answer: Answer) -> RenderableType:
    from comms_tracker.report.layout import plain_table
    from comms_tracker.report.markdown import cell_words
    from comms_tracker.report.visible import visible

    numbers = [
        place for place in range(len(answer.columns)) if any(isinstance(row[place], int | float) for row in answer.rows)
    ]
    rows = ([visible(cell_words(cell)) for cell in row] for row in answer.rows)
    return plain_table([*map(visible, answer.columns)], rows, numbers)
