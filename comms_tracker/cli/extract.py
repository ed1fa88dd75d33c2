"""``comms-tracker extract``: the claims of one text."""

from __future__ import annotations

import click

from comms_tracker.cli.options import output_options
from comms_tracker.cli.output import note, write


@click.command("extract", short_help="List the claims and figures of one text.")
@click.argument("path", metavar="FILE|-")
@click.option("--issued", metavar="DATE", help="Date of the text where it gives none, such as 2017-04-28.")
@output_options
def command(path: str, *, issued: str | None, form: str, output: str | None) -> None:
    """List the claims and figures of one text, each with its exact place.

    A text without a date is read too; only words such as "yesterday" then have no day.

    \b
    comms-tracker extract statement.txt
    echo "About 400 of them" | comms-tracker extract - --format json
    """
    from comms_tracker.claims import extract_claims
    from comms_tracker.cli.claims_forms import forms
    from comms_tracker.reading import read_statements
    from comms_tracker.reading.statements import ORDER_STANDS

    read = read_statements([path], issued=issued, in_order=True)
    note(each for each in read.notes if ORDER_STANDS not in each)
    claims = [claim for found in extract_claims(read.statements) for claim in found]
    incidents = {statement.incident for statement in read.statements}
    incident = incidents.pop() if len(incidents) == 1 else None
    write(forms(incident, read.statements, claims), form, output, inputs=(path,))
