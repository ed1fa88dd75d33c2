"""``comms-tracker compare``: statements in order of time, and what changed."""

from __future__ import annotations

from typing import Any

import click

from comms_tracker.cli.given import ReadingOptions, read_given, reading_options
from comms_tracker.cli.options import incident_option, output_options
from comms_tracker.cli.output import note, write


@click.command("compare")
@click.argument("paths", metavar="FILE|DIR|URL|-...", nargs=-1, required=True)
@incident_option("Compare only this incident; statements that name none belong to it.")
@reading_options
@output_options
def command(
    paths: tuple[str, ...],
    *,
    incident: str | None,
    form: str,
    output: str | None,
    **how: Any,
) -> None:
    """Say what changed over successive statements.

    Takes files (text, Markdown, JSONL, CSV, HTML, PDF, DOCX, EML, feeds), folders of them, addresses of pages, and -
    for standard input. Nothing is stored.

    \b
    comms-tracker compare corpora/barts-2017
    comms-tracker compare first.txt second.txt --in-order
    comms-tracker compare statements.jsonl --format json --output changes.json
    """
    from comms_tracker.comparison import compare_incidents
    from comms_tracker.reading.incidents import one_matter, only_incident

    given = read_given(paths, incident, ReadingOptions(**how))
    note(given.notes)
    statements, joined = one_matter(given.statements)
    note(joined)
    if incident is not None:
        statements = only_incident(statements, incident)
    comparisons = compare_incidents(statements)
    from comms_tracker.cli.comparisons import forms

    several = len(comparisons) > 1
    write(forms(comparisons, as_list=several, change_a_line=not several), form, output, inputs=paths)
