"""``comms-tracker sample``: a sheet of changes or sentences for a person to code by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, incident_option, store_path
from comms_tracker.cli.output import say
from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from comms_tracker.sampling.drawing import Sample

OF = ("changes", "sentences")
BY = ("kind", "sureness", "incident", "organisation", "nothing")


@click.command("sample")
@click.option(
    "--of", "what", type=click.Choice(OF), default="changes", show_default=True, help="What each row is about."
)
@click.option("--n", type=click.IntRange(1, 1_000_000), default=200, show_default=True, help="Rows to draw.")
@click.option("--by", type=click.Choice(BY), default="kind", show_default=True, help="Draw as many of each of these.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another number draws others.")
@click.option("--blind", is_flag=True, help="Hide the program's answer; it goes into a key beside the sheet.")
@incident_option("Only from this incident.")
@db_option
@click.option("--out", "--output", "output", required=True, metavar="FILE", help="The sheet: FILE.csv or FILE.xlsx.")
@click.option("--force", is_flag=True, help="Write over what is there.")
def command(
    *,
    what: str,
    n: int,
    by: str,
    seed: int,
    blind: bool,
    incident: str | None,
    db: Path | None,
    output: str,
    force: bool,
) -> None:
    """Draw changes or sentences of a store into a sheet for a person to code by hand.

    It measures the program on your own corpus. The sample is spread evenly over the kinds, so that rare ones are looked
    at too; evaluate weighs them as the corpus has them. The same seed draws the same rows on every machine. Draw before
    you decide: what people have confirmed or linked counts as the program's answer.

    A sheet of changes says how many kinds are right; one of sentences also shows claims that the program missed.

    \b
    comms-tracker sample --n 200 --by kind --out sheet.xlsx
    comms-tracker sample --n 200 --by kind --blind --seed 7 --out sheet.csv
    comms-tracker sample --of sentences --n 300 --blind --out sentences.xlsx
    """
    from comms_tracker.exporting.tables import Destination
    from comms_tracker.sampling.corpus import Of, coding_rows, sample_changes, sample_sentences
    from comms_tracker.sampling.drawing import By
    from comms_tracker.sampling.sheet import write_sheet
    from comms_tracker.store import Store

    if Path(output).suffix.lower() not in (".csv", ".xlsx"):
        raise InputError(f"--out {output}: a sheet is a .csv or an .xlsx file. Give it one of these endings.")
    of, path = Of(what), store_path(db)
    with Store.open(path, write=False) as store:
        take = sample_changes if of is Of.CHANGES else sample_sentences
        sample = take(store, incident, By(by), n, seed)
        if not sample.drawn:
            raise InputError(f"There are no {what} in {path} to draw. Add statements with comms-tracker add FILE.")
        rows = coding_rows(store, sample, of)
    key = write_sheet(rows, of.form, Destination(Path(output), force), blind)
    say(f"Wrote {output}: {len(rows):,} of {sum(sample.sizes.values()):,} {what}. {_strata(sample)}")
    if key is not None:
        say(f"The program's answers are in {key}. Keep it from whoever codes, and beside the sheet for evaluate.")


def _strata(sample: Sample) -> str:
    from collections import Counter

    taken = Counter(one.unit.stratum for one in sample.drawn)
    listed = [f"{name} {taken[name]:,} of {count:,}" for name, count in sorted(sample.sizes.items())]
    return f"{', '.join(listed[:20])}{f' and {len(listed) - 20} more' if len(listed) > 20 else ''}."
