"""``comms-tracker extract``: what was read in one text, the claims marked in it and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.extracting import Reading, extract_to
from comms_tracker.cli.options import FORMATS, network_option, output_options_of
from comms_tracker.cli.output import Forms, note, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.quantities import VagueLexicon
    from comms_tracker.records import Claim, Figure, Statement
    from comms_tracker.report.reading_rules import Explained

EXPLAINED_FORMATS = ("table", "html", "json", "jsonl")


@click.command("extract")
@click.argument("path", metavar="FILE|DIR|URL|-")
@click.option("--issued", metavar="DATE", help="Date of the text where it gives none, such as 2017-04-28.")
@click.option(
    "--lexicon",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A TOML file of your own vague words, which go before the bundled ones.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say which rule read each figure, and from which lexicon entry and source (json and jsonl always do).",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Compare the statements by incident and write all of it to DIR as a data set of Parquet files.",
)
@click.option("--dask", metavar="ADDRESS", help="With --out: read on the Dask cluster at ADDRESS, tcp://HOST:PORT.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="With --out: processes that read at once."
)
@network_option
@output_options_of((*FORMATS, "html"))
def command(
    path: str,
    *,
    issued: str | None,
    lexicon: Path | None,
    explain: bool,
    out: Path | None,
    dask: str | None,
    jobs: int,
    allow_private: bool,
    form: str,
    output: str | None,
) -> None:
    """Show what is read in one text: the text with its claims marked, then each with its exact place.

    A text without a date is read too; only words such as "yesterday" then have no day.

    With --out, many statements are read (a folder, JSONL, CSV or Parquet), compared by incident, and kept in files by
    organisation and year, which query and load take. What is there already is not read again.

    \b
    comms-tracker extract statement.txt
    comms-tracker extract statement.txt --explain --lexicon our-words.toml
    comms-tracker extract statement.txt --format html --output read.html
    echo "About 400 of them" | comms-tracker extract - --format json
    comms-tracker extract statements.jsonl --out read --dask tcp://10.0.0.5:8786
    """
    if out is not None:
        if explain or lexicon is not None or output is not None or form != "table":
            raise click.UsageError("--explain, --lexicon, --format and --output have no place beside --out.")
        extract_to(Reading(path, out, dask, jobs), issued, allow_private=allow_private)
        return
    if dask is not None or jobs != 1:
        raise click.UsageError("--dask and --jobs read into a data set: name its folder with --out.")
    if explain and form not in EXPLAINED_FORMATS:
        raise click.UsageError(
            f"--explain has no place in --format {form}. Take --format {', '.join(EXPLAINED_FORMATS[:-1])} or "
            f"{EXPLAINED_FORMATS[-1]}."
        )
    from comms_tracker.quantities import load_vague
    from comms_tracker.reading import HowToRead, read_statements
    from comms_tracker.reading.notes import without_the_order

    own = load_vague(lexicon) if lexicon is not None else None
    read = read_statements([path], HowToRead(issued=issued, in_order=True, allow_private=allow_private))
    note(without_the_order(read.notes))

    from comms_tracker.claims import extract_claims

    found = list(zip(read.statements, extract_claims(read.statements, own), strict=True))
    explained = _explained(own, lexicon) if explain else None
    inputs = (path,) if lexicon is None else (path, str(lexicon))
    write(_forms(found, explained), form, output, inputs)


def _forms(found: Sequence[tuple[Statement, Sequence[Claim]]], explained: Explained | None) -> Forms:
    from comms_tracker.cli.claims_forms import forms

    def text() -> RenderableType:
        from comms_tracker.report.extract_text import extract_text

        return extract_text(found, explained)

    def page() -> str:
        from comms_tracker.report.extract_html import extract_page

        return extract_page(found, explained)

    statements = [statement for statement, _ in found]
    claims = [claim for _, own in found for claim in own]
    incidents = {statement.incident for statement in statements}
    incident = incidents.pop() if len(incidents) == 1 else None
    return replace(forms(incident, statements, claims), table=text, html=page)


def _explained(own: VagueLexicon | None, file: Path | None) -> Explained:
    from comms_tracker.quantities import read_figures
    from comms_tracker.report.reading_rules import Explained, why

    def unclaimed(statement: Statement, claims: Sequence[Claim]) -> list[Figure]:
        claimed = {(claim.figure.start, claim.figure.end) for claim in claims if claim.figure is not None}
        return [figure for figure in read_figures(statement.text, own) if (figure.start, figure.end) not in claimed]

    return Explained(lambda figure: why(figure, own, str(file or "")), unclaimed)
