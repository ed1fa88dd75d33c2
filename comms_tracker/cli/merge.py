"""``comms-tracker merge``: what one store holds taken into another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import output_options
from comms_tracker.cli.output import Forms, forms_of_rows, note, say, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.rows import Row
    from comms_tracker.store import Merged, Store

COLUMNS = ("incident", "outcome", "id")


@click.command("merge")
@click.argument("into", metavar="A.db", type=click.Path(path_type=Path))
@click.argument("source", metavar="B.db", type=click.Path(path_type=Path))
@output_options
def command(*, into: Path, source: Path, form: str, output: str | None) -> None:
    """Take what B.db holds into A.db: statements with their versions, where they came from, and decisions.

    What both hold is there once. Every decision keeps its maker. A.db's log records the last hash of B.db's log, which
    stands for all of it; B.db is only read. The incidents are compared again, and merging twice changes nothing.

    \b
    comms-tracker merge mine.db hers.db
    comms-tracker verify --db mine.db
    """
    from comms_tracker.store import Store

    _refuse(into, source)
    with Store.open(source, write=False) as other:
        _refuse_unsound(other)
        with Store.open(into, write=True) as store:
            note(store.notes)
            found = [_merged(store, other, name) for name in other.incident_names()]
            beside = store.merge_beside(other)
    note((*(each for one in found for each in one.notes), *beside))
    write(_forms(found, into, source), form, output, inputs=[str(into), str(source)])


def _merged(store: Store, other: Store, name: str) -> Merged:
    say(f"Merging {name}.")
    return store.merge(name, other)


def _refuse(into: Path, source: Path) -> None:
    """Raises StoreError where there is no store to merge into, or both names are of one file."""
    from comms_tracker.errors import StoreError

    if not into.exists():
        raise StoreError(
            f"Cannot merge into {into}: there is no such file. To copy {source}: "
            f"comms-tracker backup {into} --db {source}"
        )
    if source.exists() and into.samefile(source):
        raise StoreError(f"Cannot merge {source} into {into}: they are one file. Name another store.")


def _refuse_unsound(other: Store) -> None:
    """Raises StoreError where the store to be merged is not as it was written."""
    from comms_tracker.errors import StoreError
    from comms_tracker.report.words import counted

    problems = other.verify()
    if problems:
        raise StoreError(
            f"Cannot merge {other.path}: {counted(len(problems), 'thing')} in it not as written. Nothing was merged. "
            f"See them with comms-tracker verify --db {other.path}"
        )


def _forms(found: Sequence[Merged], into: Path, source: Path) -> Forms:
    flat: list[Row] = [
        {"incident": one.incident, "outcome": outcome, "id": each} for one in found for outcome, each in _outcomes(one)
    ]
    return forms_of_rows(COLUMNS, flat, lambda: _page(found, into, source))


def _outcomes(one: Merged) -> Iterator[tuple[str, str]]:
    yield from (("added", each) for each in one.added)
    yield from (("new_version", each) for each in one.new_versions)
    yield from (("source", each) for each in one.sources)
    yield from (("decision", each) for each in one.decisions)


def _page(found: Sequence[Merged], into: Path, source: Path) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import indented
    from comms_tracker.report.visible import visible

    changed = [one for one in found if any(True for _ in _outcomes(one))]
    if not changed:
        return Text(visible(f"{into} holds all that {source} does. Nothing was changed."))
    lines: list[RenderableType] = []
    for one in changed:
        lines.append(Text(visible(f"{one.incident}, from {source}"), style="bold"))
        lines += [indented(line) for line in _lines(one)]
    return Group(*lines)


def _lines(one: Merged) -> Iterator[str]:
    if one.added:
        yield f"Added {', '.join(one.added)}."
    if one.new_versions:
        yield f"New version of {', '.join(one.new_versions)}: the earlier words are kept."
    if one.sources:
        yield f"Where it came from is kept now: {', '.join(one.sources)}."
    if one.decisions:
        yield f"Decisions taken in: {', '.join(one.decisions)}."
