"""What a bench found, printed and saved: the options of every ``bench``, and its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comms_tracker.cli.output import say, write_out

if TYPE_CHECKING:
    from comms_tracker.bench.results import Measured

F = TypeVar("F", bound=Callable[..., Any])
RESULTS = "bench-results.jsonl"
"""The file of results where none is named."""


def showing_options(function: F) -> F:
    """``--format`` and ``--save``, for every bench."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help="How to print it.",
    )
    save = click.option(
        "--save",
        type=click.Path(path_type=Path),
        metavar="FILE",
        is_flag=False,
        flag_value=RESULTS,
        help=f"Append it to a file of results; without a name to {RESULTS}.",
    )
    return form(save(function))


def show(measured: Measured, form: str, save: Path | None) -> None:
    """Prints what a bench found, and saves it where that is asked for; raises InputError."""
    import json

    from comms_tracker.bench import results

    if save is not None:
        results.save(save, measured)
        say(f"Saved in {save}.")
    if form == "json":
        write_out(json.dumps(measured.data, ensure_ascii=False, indent=2) + "\n")
    else:
        write_out(table(measured.headings, measured.rows) + "\n" + "\n".join(measured.lines) + "\n")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their headings, the first column to the left and numbers to the right."""
    from comms_tracker.report.layout import plain_table
    from comms_tracker.report.terminal import rendered, terminal_width, wants_colours

    made = plain_table(headings, rows, range(1, len(headings)))
    return rendered(made, terminal_width(), wants_colours())
