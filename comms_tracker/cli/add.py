"""``comms-tracker add``: statements into the store, each incident compared again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comms_tracker.cli.given import ReadingOptions, looked_over, read_waiting_given, reading_options, taken_as
from comms_tracker.cli.options import db_option, incident_option, output_options, store_path
from comms_tracker.cli.output import Forms, forms_of_rows, note, write
from comms_tracker.cli.storing import add_all, add_with_processes, counted_additions, refuse_without_incident

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.rows import Row
    from comms_tracker.store import Addition

COLUMNS = ("incident", "statement", "outcome")
EACH = 50
"""Incidents that are shown one by one as a table; of more, only how many they are is said."""


@click.command("add")
@click.argument("paths", metavar="FILE|DIR|URL|-...", nargs=-1, required=True)
@incident_option("Incident of statements that name none.")
@reading_options
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Processes that read at once, best as many as there are cores; each holds about 300 MiB.",
)
@db_option
@output_options
def command(
    paths: tuple[str, ...],
    *,
    incident: str | None,
    jobs: int,
    db: Path | None,
    form: str,
    output: str | None,
    **how: Any,
) -> None:
    """Put statements into a store and compare their incidents again.

    What is there already changes nothing; other words under a known id are kept as a new version. The bytes that a
    statement was read from are kept beside it. Each incident is stored as soon as it is read: after Ctrl-C the same
    command goes on from there.

    \b
    comms-tracker add corpora/barts-2017
    comms-tracker add statement.txt --incident barts-2017 --issued 2017-05-12 --db comms.db
    comms-tracker add statements.jsonl --jobs 2
    """
    from comms_tracker.store import Store

    reading = ReadingOptions(**how)
    with read_waiting_given(paths, incident, reading) as waiting:
        count, notes = looked_over(waiting, reading.way)
        note(notes)
        path = store_path(db)
        refuse_without_incident(waiting.nameless().statements, path)
        parts = (taken_as(read, reading.way) for read in waiting.incidents())
        with Store.open(path, write=True) as store:
            note(store.notes)
            additions = (
                [outcome for part in parts for outcome in add_all(store, part.statements, part.provenance)]
                if jobs == 1
                else add_with_processes(path, parts, count, jobs)
            )
            headlines = {each.incident: each.headline for each in store.incidents()} if len(additions) <= EACH else {}
    write(_forms(additions, headlines, path), form, output, inputs=paths)


def _forms(additions: Sequence[Addition], headlines: dict[str, str], path: Path) -> Forms:
    flat: list[Row] = [
        {"incident": addition.incident, "statement": statement, "outcome": word}
        for addition in additions
        for word, statements in _by_outcome(addition)
        for statement in statements
    ]
    return forms_of_rows(COLUMNS, flat, lambda: _page(additions, headlines, path))


def _by_outcome(addition: Addition) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What happened to each statement: an id that is new and was given with two texts stands under both."""
    result = addition.result
    return ("added", result.added), ("unchanged", result.unchanged), ("new_version", result.new_versions)


def _page(additions: Sequence[Addition], headlines: dict[str, str], path: Path) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import indented
    from comms_tracker.report.visible import visible

    if len(additions) > EACH:
        counts = counted_additions(additions, path)
        return Text(visible(f"{counts} All that changed: comms-tracker changes --incident INCIDENT"))
    lines: list[RenderableType] = []
    for addition in additions:
        lines.append(Text(visible(f"{addition.incident}, in {path}"), style="bold"))
        lines += [indented(line) for line in _lines(addition)]
        if headlines.get(addition.incident):
            lines += [Text(""), indented(headlines[addition.incident]), Text("")]
        lines.append(
            Text(visible(f"All that changed: comms-tracker changes --incident {addition.incident}"), style="dim")
        )
    return Group(*lines)


def _lines(addition: Addition) -> list[str]:
    sentences = {
        "added": "Added {ids}.",
        "unchanged": "Already there, nothing changed: {ids}.",
        "new_version": "New version of {ids}: the earlier words are kept.",
    }
    return [sentences[word].format(ids=", ".join(ids)) for word, ids in _by_outcome(addition) if ids]
