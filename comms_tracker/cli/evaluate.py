"""``comms-tracker evaluate``: how well the program reads a corpus, by what people coded."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.options import output_options_of
from comms_tracker.cli.output import write
from comms_tracker.errors import InputError


@click.command("evaluate")
@click.argument("coded", metavar="SHEET|GOLD", type=click.Path(path_type=Path))
@click.option("--second", metavar="SHEET", type=click.Path(path_type=Path), help="Another coder's copy of the sheet.")
@click.option("--key", metavar="FILE", type=click.Path(path_type=Path), help="The key of a blind sheet that has moved.")
@output_options_of(("table", "json", "md"))
def command(*, coded: Path, second: Path | None, key: Path | None, form: str, output: str | None) -> None:
    """Say how much of what the program says is right (precision) and how much it finds (recall).

    SHEET is one that sample wrote, its column kind filled in. A second coder's copy of it says how far two people
    agree: Cohen's kappa and Krippendorff's alpha. GOLD is a folder of statements whose claims and changes somebody
    wrote down; they are read and compared for it, which takes a while. Every share has its 95 per cent interval.

    \b
    comms-tracker evaluate sheet.xlsx
    comms-tracker evaluate anna.csv --second ben.csv --format json
    comms-tracker evaluate my-gold
    """
    from comms_tracker.cli import evaluated_forms as shown

    if coded.is_dir():
        from comms_tracker.sampling.gold import measure

        if second is not None or key is not None:
            raise InputError("--second and --key go with a sheet. A folder of gold has neither. Leave them out.")
        write(shown.gold_forms(measure(coded)), form, output)
        return
    from comms_tracker.sampling.judging import judge

    read = [str(each) for each in (coded, second, key) if each is not None]
    write(shown.sheet_forms(judge(coded, second, key)), form, output, inputs=read)
