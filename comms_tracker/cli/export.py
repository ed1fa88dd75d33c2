"""``comms-tracker export``: what a store holds, for other programs and other people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, store_path
from comms_tracker.cli.output import note, say, write_file, write_out
from comms_tracker.clock import today
from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from comms_tracker.exporting.tables import Destination, Exported
    from comms_tracker.records import Change, Comparison
    from comms_tracker.store import Store

TABLES = ("csv", "jsonl", "parquet", "xlsx")
PICTURES = ("svg", "png")
LISTED = 3
"""Tables that are named once they are written; of more, only how many they are is said."""
FORMATS = (*TABLES, "html", *PICTURES)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported, as the options say it."""

    form: str
    tables: tuple[str, ...]
    incident: str | None
    change: str | None
    width: float


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write.")
@click.option("--table", "tables", multiple=True, metavar="NAME", help="A table or view; repeat it for several.")
@click.option("--incident", metavar="NAME", help="Only this incident; html, svg and png are of one.")
@click.option("--change", metavar="ID", help="With html, svg or png: this change alone.")
@click.option("--width", type=click.FloatRange(80, 420), default=170, show_default=True, help="Of a picture, in mm.")
@click.option("--datasette", metavar="DIR", type=click.Path(path_type=Path), help="A folder for Datasette to open.")
@click.option("--hashes", is_flag=True, help="A hash for each statement, decision and entry of the log.")
@db_option
@click.option("--out", "--output", "output", metavar="PATH", help="The file or folder to write.")
@click.option("--force", is_flag=True, help="Write over what is there.")
def command(
    *,
    form: str | None,
    tables: tuple[str, ...],
    incident: str | None,
    change: str | None,
    width: float,
    datasette: Path | None,
    hashes: bool,
    db: Path | None,
    output: str | None,
    force: bool,
) -> None:
    """Write what a store holds for others to keep: tables, a page, a picture, or a folder for Datasette.

    Without --table every table and view is written, each as a file of its own in the folder --out, or as a sheet of
    one xlsx. A page (html) holds everything that it shows and opens offline, to send to somebody.

    \b
    comms-tracker export --format xlsx --table changes_readable --out changes.xlsx
    comms-tracker export --format parquet --out tables
    comms-tracker export --format html --incident barts-2017 --out report.html
    comms-tracker export --format svg --incident barts-2017 --out timeline.svg
    comms-tracker export --datasette published

    A list of hashes that is published, or kept where nobody can change it, is what finds somebody who rewrites the
    whole store: comms-tracker verify --against FILE.

    \b
    comms-tracker export --hashes --output hashes.jsonl
    """
    from comms_tracker.exporting.tables import Destination
    from comms_tracker.store import Store

    wanted = Wanted(form or "", tables, incident, change, width)
    _refuse_what_does_not_go_together(form, datasette, hashes, wanted)
    with Store.open(store_path(db), write=False) as store:
        if hashes:
            _hashes(store, output)
        elif datasette is not None:
            _datasette(store, Destination(datasette, force))
        else:
            _export(store, wanted, _destination(output, force))


def _refuse_what_does_not_go_together(form: str | None, datasette: Path | None, hashes: bool, wanted: Wanted) -> None:
    chosen = [
        name
        for name, given in (
            ("--format", form is not None),
            ("--datasette", datasette is not None),
            ("--hashes", hashes),
        )
        if given
    ]
    if len(chosen) != 1:
        both = f"{' and '.join(chosen)} can't go together. " if chosen else ""
        raise InputError(f"{both}Say what to export: --format {'|'.join(FORMATS)}, --datasette DIR or --hashes.")
    if wanted.tables and form not in TABLES:
        raise InputError(f"--table goes with --format {', '.join(TABLES)}. Leave it out, or choose one of those.")
    if wanted.change is not None and (form is None or form in TABLES):
        raise InputError("--change goes with --format html, svg or png. Leave it out, or choose one of those.")
    if wanted.incident is not None and form is None:
        raise InputError(
            "--incident goes with --format. A Datasette folder and a list of hashes are of the whole store. "
            "Leave it out."
        )


def _destination(output: str | None, force: bool) -> Destination:
    from comms_tracker.exporting.tables import Destination

    if output is None:
        raise InputError("Say where to write it: --out PATH.")
    if output == "-":
        raise InputError("--out - cannot be: an export is written whole, into a file. Name one.")
    return Destination(Path(output), force)


def _export(store: Store, wanted: Wanted, destination: Destination) -> None:
    if wanted.form in TABLES:
        _tables(store, wanted, destination)
        return
    comparison, change = _one_incident(store, wanted)
    if wanted.form == "html":
        _page(comparison, change, destination)
    else:
        _picture(comparison, change, wanted, destination)


def _tables(store: Store, wanted: Wanted, destination: Destination) -> None:
    from comms_tracker.exporting.formats import Format
    from comms_tracker.exporting.tables import all_names, export_tables

    names = tuple(dict.fromkeys(wanted.tables)) or all_names(store, wanted.incident)
    done = export_tables(store, names, wanted.incident, Format(wanted.form), destination)
    _say_tables(done, destination)


def _say_tables(done: Exported, destination: Destination) -> None:
    from comms_tracker.report.words import counted

    rows = counted(sum(done.rows.values()), "row")
    what = f"{len(done.rows)} tables and views" if len(done.rows) > LISTED else ", ".join(done.rows)
    say(f"Wrote {destination.path}: {what}, {rows}.")
    note(done.altered)


def _one_incident(store: Store, wanted: Wanted) -> tuple[Comparison, Change | None]:
    """The incident to show, and the change of it; a change's id says by itself which incident it is of."""
    if wanted.incident is None and wanted.change is None:
        raise InputError(
            f"--format {wanted.form} is of one incident: --incident NAME. comms-tracker incidents lists them."
        )
    comparison = store.comparison(wanted.incident or _incident_of(store, wanted.change or ""))
    if wanted.change is None:
        return comparison, None
    change = next((each for each in comparison.changes if each.id == wanted.change), None)
    if change is None:
        raise InputError(
            f"{comparison.incident} has no change {wanted.change}. "
            f"comms-tracker changes --incident {comparison.incident} --format jsonl lists them."
        )
    return comparison, change


def _incident_of(store: Store, change: str) -> str:
    found = store.incidents_of(change)
    if not found:
        raise InputError(
            f"There is no change {change} in {store.path}. comms-tracker changes --format jsonl lists them."
        )
    if len(found) > 1:
        raise InputError(f"{change} is a change of {', '.join(found)}. Say which with --incident NAME.")
    return found[0]


def _page(comparison: Comparison, change: Change | None, destination: Destination) -> None:
    from comms_tracker.exporting.placing import new_file
    from comms_tracker.report.incident_page import change_page, incident_page

    page = incident_page(comparison, today()) if change is None else change_page(comparison, change.id, today())
    with new_file(destination.path, destination.force) as partial:
        partial.write_text(page, encoding="utf-8", newline="")
    say(f"Wrote {destination.path}.")


def _picture(comparison: Comparison, change: Change | None, wanted: Wanted, destination: Destination) -> None:
    from comms_tracker.changes.headline import headline
    from comms_tracker.exporting.placing import new_file
    from comms_tracker.report.picture import picture, png, svg

    shown_change = change or headline(comparison.changes)
    shown = None if shown_change is None else picture(comparison, shown_change)
    if shown is None:
        what = f"{change.id} of {comparison.incident}" if change else f"The main change of {comparison.incident}"
        raise InputError(f"{what} has no two figures to draw. Name a change with --change ID.")
    made = png(shown, wanted.width) if wanted.form == "png" else svg(shown, wanted.width).encode("utf-8")
    with new_file(destination.path, destination.force) as partial:
        partial.write_bytes(made)
    say(f"Wrote {destination.path}. The file holds this text for those who cannot see it:")
    write_out(f"{shown.alternative}\n")


def _datasette(store: Store, destination: Destination) -> None:
    from comms_tracker.exporting.datasette import export_datasette

    export_datasette(store, destination)
    say(f"Wrote {destination.path}. Open it with: datasette {destination.path}")


def _hashes(store: Store, output: str | None) -> None:
    from dataclasses import asdict

    from comms_tracker.report.rows import as_jsonl

    text = as_jsonl(asdict(one) for one in store.published())
    if output is None or output == "-":
        write_out(text)
    else:
        write_file(output, text)
