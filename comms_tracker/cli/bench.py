"""``comms-tracker bench``: how fast the program is on this machine."""

from __future__ import annotations

from collections.abc import Sequence

import click

from comms_tracker.cli.output import say, write_out

SIZES = click.IntRange(1_000, 10_000_000)


@click.group("bench", short_help="Measure how fast texts are read on this computer.")
def command() -> None:
    """Measure how fast texts are read on this computer.

    \b
    comms-tracker bench extract
    comms-tracker bench relate
    """


@command.command("extract")
@click.option("--texts", metavar="FOLDER", help="Make the texts of the statements in FOLDER, not of the bundled ones.")
@click.option("--rounds", type=click.IntRange(1, 100), default=3, show_default=True, help="Times to measure each size.")
@click.option("--small", type=SIZES, default=10_000, show_default=True, help="Characters of a small text.")
@click.option("--large", type=SIZES, default=1_000_000, show_default=True, help="Characters of a large text.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
def extract(texts: str | None, rounds: int, small: int, large: int, form: str) -> None:
    """Words per second of claims beside those of bare spaCy on the same texts, in pairs, and how both grow with size.

    The texts are statements repeated in other orders and with other numbers until they have the size.

    \b
    comms-tracker bench extract
    comms-tracker bench extract --texts my-statements --format json
    """
    import json

    from comms_tracker.bench.extract import measure
    from comms_tracker.bench.forms import HEADINGS, extract_json, extract_lines, extract_rows
    from comms_tracker.errors import InputError

    if small >= large:
        raise InputError(f"--small {small} is not smaller than --large {large}. Give a larger --large.")
    found = measure(statements(texts), small, large, rounds, say)
    if form == "json":
        write_out(json.dumps(extract_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        write_out(table(HEADINGS, extract_rows(found)) + "\n" + "\n".join(extract_lines(found)) + "\n")


@command.command("relate")
@click.option("--texts", metavar="FOLDER", help="Make the pairs of the statements in FOLDER, not of the bundled ones.")
@click.option("--rounds", type=click.IntRange(1, 100), default=3, show_default=True, help="Times to measure.")
@click.option("--pairs", type=click.IntRange(10, 100_000), default=500, show_default=True, help="Pairs in a round.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
def relate(texts: str | None, rounds: int, pairs: int, form: str) -> None:
    """Pairs of texts per second that are related, beside what bare spaCy needs to parse the same texts once each.

    The texts are sentences with a number of the statements, told with other numbers, each beside itself or others.

    \b
    comms-tracker bench relate
    comms-tracker bench relate --pairs 2000 --format json
    """
    import json

    from comms_tracker.bench.relate import HEADINGS, measure, relate_json, relate_lines, relate_rows

    found = measure(statements(texts), pairs, rounds, say)
    if form == "json":
        write_out(json.dumps(relate_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        write_out(table(HEADINGS, relate_rows(found)) + "\n" + "\n".join(relate_lines(found)) + "\n")


def statements(folder: str | None) -> list[str]:
    """The statements that the texts are made of: those in a folder, else the bundled ones; raises InputError."""
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.reading import read_statements

    paths = [str(each) for each in corpora()] if folder is None else [folder]
    return [statement.text for path in paths for statement in read_statements([path], in_order=True).statements]


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their headings, the first column to the left and numbers to the right."""
    from rich.table import Table

    from comms_tracker.report.terminal import rendered, terminal_width, wants_colours

    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        made.add_column(heading, justify="right" if place else "left")
    for row in rows:
        made.add_row(*row)
    return rendered(made, terminal_width(), wants_colours())
