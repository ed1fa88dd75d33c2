"""``comms-tracker sample``: a sheet of changes for a person to code by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, incident_option, store_path
from comms_tracker.cli.output import say
from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from comms_tracker.sampling.drawing import By, Drawn, Unit
    from comms_tracker.sampling.rows import CodingRow
    from comms_tracker.store import Relation, Rows, Store

BY = ("kind", "sureness", "incident", "organisation", "nothing")


@click.command("sample", short_help="Draw changes into a sheet for a person to code by hand.")
@click.option("--n", type=click.IntRange(1, 1_000_000), default=200, show_default=True, help="Changes to draw.")
@click.option("--by", type=click.Choice(BY), default="kind", show_default=True, help="Draw as many of each of these.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another number draws others.")
@click.option("--blind", is_flag=True, help="Hide the program's answer; it goes into a key beside the sheet.")
@incident_option("Only from this incident.")
@db_option
@click.option("--out", "--output", "output", required=True, metavar="FILE", help="The sheet: FILE.csv or FILE.xlsx.")
@click.option("--force", is_flag=True, help="Write over what is there.")
def command(
    *, n: int, by: str, seed: int, blind: bool, incident: str | None, db: Path | None, output: str, force: bool
) -> None:
    """Draw changes of a store into a sheet for a person to code by hand, to measure the program on your own corpus.

    The sample is spread evenly over the kinds of change, so that rare ones are looked at too; evaluate weighs them as
    the corpus has them. The same seed draws the same changes on every machine. Draw before you decide: what people have
    confirmed or linked counts as the program's answer.

    \b
    comms-tracker sample --n 200 --by kind --out sheet.xlsx
    comms-tracker sample --n 200 --by kind --blind --seed 7 --out sheet.csv
    """
    from comms_tracker.exporting.tables import Destination
    from comms_tracker.report.words import counted
    from comms_tracker.sampling.drawing import By
    from comms_tracker.sampling.sheet import write_sheet
    from comms_tracker.store import Store

    if Path(output).suffix.lower() not in (".csv", ".xlsx"):
        raise InputError(f"--out {output}: a sheet is a .csv or an .xlsx file. Give it one of these endings.")
    path = store_path(db)
    with Store.open(path, write=False) as store:
        drawn, there = _drawn(store, incident, By(by), n, seed)
        if not drawn:
            raise InputError(f"There is no change in {path} to draw from. Add statements with comms-tracker add FILE.")
        key = write_sheet(_rows(store, drawn), Destination(Path(output), force), blind)
    say(f"Wrote {output}: {counted(len(drawn), 'change')} of {sum(there.values()):,}. {_strata(there, drawn)}")
    if key is not None:
        say(f"The program's answers are in {key}. Keep it from whoever codes, and beside the sheet for evaluate.")


def _drawn(store: Store, incident: str | None, by: By, n: int, seed: int) -> tuple[tuple[Drawn, ...], dict[str, int]]:
    """The drawn changes, and how many there are of each stratum."""
    from collections import Counter

    from comms_tracker.sampling.drawing import VIEW, draw, units

    found: list[tuple[tuple[Drawn, ...], dict[str, int]]] = []

    def take(relation: Relation, rows: Rows) -> None:
        there: Counter[str] = Counter()

        def counted() -> Iterator[Unit]:
            for unit in units(relation, rows, by):
                there[unit.stratum] += 1
                yield unit

        found[:] = [(draw(counted(), n, seed), there)]

    store.hand_over([VIEW], incident, take)
    return found[0]


def _rows(store: Store, drawn: Sequence[Drawn]) -> list[CodingRow]:
    """The rows in the order of drawing; each incident's comparison is read once."""
    from comms_tracker.sampling.drawing import by_incident
    from comms_tracker.sampling.rows import coding_row

    numbers = {one.unit.id: number for number, one in enumerate(drawn, start=1)}
    made: dict[int, CodingRow] = {}
    for incident, of_one in by_incident(drawn).items():
        comparison = store.comparison(incident)
        made |= {(at := numbers[one.unit.id]): coding_row(comparison, one, at) for one in of_one}
    return [made[number] for number in sorted(made)]


def _strata(there: Mapping[str, int], drawn: Sequence[Drawn]) -> str:
    from collections import Counter

    taken = Counter(one.unit.stratum for one in drawn)
    listed = [f"{name} {taken[name]:,} of {count:,}" for name, count in sorted(there.items())]
    return f"{', '.join(listed[:20])}{f' and {len(listed) - 20} more' if len(listed) > 20 else ''}."
