"""``comms-tracker search``: claims and statements of a store by their words, or by what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, incident_option, output_options, store_path
from comms_tracker.cli.output import note, say, write
from comms_tracker.errors import InputError
from comms_tracker.records import FigureKind

if TYPE_CHECKING:
    from comms_tracker.store import Filters

WITHIN = ("everything", "claims", "statements")
KINDS = tuple(kind.value for kind in FigureKind)


@click.command("search")
@click.argument("words", metavar="QUERY")
@click.option("--semantic", is_flag=True, help="Also find claims that mean nearly the same in other words.")
@click.option("--in", "within", type=click.Choice(WITHIN), default="everything", show_default=True, help="Where.")
@incident_option("Only this incident.")
@click.option("--organisation", metavar="NAME", help="Only statements by this organisation.")
@click.option("--sector", metavar="TEXT", help="Only organisations of this sector; comms-tracker describe gives it.")
@click.option("--since", metavar="DATE", help="Only statements of this day and later, such as 2017-04-28.")
@click.option("--until", metavar="DATE", help="Only statements of this day and earlier.")
@click.option("--kind", type=click.Choice(KINDS), help="Only claims with a figure of this kind.")
@click.option("--unit", metavar="UNIT", help="Only figures in this unit (percent, USD), or counted: what has no unit.")
@click.option("--at-least", type=float, metavar="NUMBER", help="Only figures that may be this or more.")
@click.option("--at-most", type=float, metavar="NUMBER", help="Only figures that may be this or less.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="Results on a page.")
@click.option("--page", type=click.IntRange(1, 100_000), default=1, show_default=True, help="Which page.")
@click.option("--sql", is_flag=True, help="Also print the SQL that was asked, on standard error.")
@db_option
@output_options
def command(
    words: str,
    *,
    semantic: bool,
    within: str,
    incident: str | None,
    organisation: str | None,
    sector: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
    unit: str | None,
    at_least: float | None,
    at_most: float | None,
    limit: int,
    page: int,
    sql: bool,
    db: Path | None,
    form: str,
    output: str | None,
) -> None:
    """Find claims and statements of a store by their words: all of QUERY's words, in any form.

    "a phrase" in quotation marks stands together, begin* is any word that begins so, -word must not be in it.

    \b
    comms-tracker search "patients harmed" --db comms.db
    comms-tracker search "patients harmed" --semantic
    comms-tracker search "homes -power" --in claims --unit counted --at-least 1000 --format csv
    """
    from comms_tracker.cli.search_forms import forms
    from comms_tracker.records import FigureKind
    from comms_tracker.store import Filters, Search, Store, Within

    filters = Filters(
        organisation=organisation,
        incident=incident,
        sector=sector,
        since=_day("--since", since),
        until=_day("--until", until),
        kind=FigureKind(kind) if kind else None,
        unit=unit,
        at_least=at_least,
        at_most=at_most,
    )
    _refuse_figures_of_statements(within, filters)
    asked = Search(words, Within(within), semantic, filters, limit, (page - 1) * limit)
    with Store.open(store_path(db), write=False) as store:
        found = store.search(asked)
    note(found.notes)
    if sql:
        for each in found.sql:
            say(each)
    write(forms(asked, found), form, output)


def _day(option: str, value: str | None) -> str | None:
    from datetime import date

    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise InputError(f'{option} "{value}" is no date. Write it as 2017-04-28.') from None


def _refuse_figures_of_statements(within: str, filters: Filters) -> None:
    if within == "statements" and filters.of_figures:
        raise InputError(
            "--kind, --unit, --at-least and --at-most are about figures, which claims have. Search --in claims."
        )
