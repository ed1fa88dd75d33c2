"""``comms-tracker bench``: how fast the program is on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from comms_tracker.cli.measured import RESULTS, show, showing_options, table
from comms_tracker.cli.output import say, write_file, write_out

SIZES = click.IntRange(1_000, 10_000_000)
NUMBERS = click.IntRange(4, 1_000_000)
COLD_CASES = (("barts-2017", "decided by words"), ("plinthworks-boards", "needs the phrase model"))
"""Bundled cases that a cold start is measured with."""


@click.group("bench")
def command() -> None:
    """Measure how fast the program is on this computer, each figure beside a yardstick taken in the same run.

    \b
    comms-tracker bench extract
    comms-tracker bench cold --save
    comms-tracker bench compare cold~1 cold
    """


@command.command("extract")
@click.option("--texts", metavar="FOLDER", help="Make the texts of the statements in FOLDER, not of the bundled ones.")
@click.option("--rounds", type=click.IntRange(1, 100), default=3, show_default=True, help="Times to measure each size.")
@click.option("--small", type=SIZES, default=10_000, show_default=True, help="Characters of a small text.")
@click.option("--large", type=SIZES, default=1_000_000, show_default=True, help="Characters of a large text.")
@showing_options
def extract(texts: str | None, *, rounds: int, small: int, large: int, form: str, save: Path | None) -> None:
    """Words per second of claims beside those of bare spaCy on the same texts, in pairs, and how both grow with size.

    The texts are statements repeated in other orders and with other numbers until they have the size.

    \b
    comms-tracker bench extract
    comms-tracker bench extract --texts my-statements --format json
    """
    from comms_tracker.bench.extract import measure
    from comms_tracker.bench.extract_forms import extract_measured
    from comms_tracker.errors import InputError

    if small >= large:
        raise InputError(f"--small {small} is not smaller than --large {large}. Give a larger --large.")
    show(extract_measured(measure(statements(texts), small, large, rounds, say)), form, save)


@command.command("relate")
@click.option("--texts", metavar="FOLDER", help="Make the pairs of the statements in FOLDER, not of the bundled ones.")
@click.option("--rounds", type=click.IntRange(1, 100), default=3, show_default=True, help="Times to measure.")
@click.option("--pairs", type=click.IntRange(10, 100_000), default=500, show_default=True, help="Pairs in a round.")
@showing_options
def relate(texts: str | None, rounds: int, pairs: int, form: str, save: Path | None) -> None:
    """Pairs of texts per second that are related, beside what bare spaCy needs to parse the same texts once each.

    The texts are sentences with a number of the statements, told with other numbers, each beside itself or others.

    \b
    comms-tracker bench relate
    comms-tracker bench relate --pairs 2000 --format json
    """
    from comms_tracker.bench.relate import measure, relate_measured

    show(relate_measured(measure(statements(texts), pairs, rounds, say)), form, save)


@command.command("cold")
@click.option("--rounds", type=click.IntRange(1, 100), default=5, show_default=True, help="Times to measure each.")
@showing_options
def cold(rounds: int, form: str, save: Path | None) -> None:
    """How long commands take from nothing: compare beside spaCy alone, those that only look beside their libraries.

    \b
    comms-tracker bench cold
    comms-tracker bench cold --rounds 11 --format json
    """
    from comms_tracker.bench.cold import Case, measure
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.reading import HowToRead, read_statements

    folders = {folder.name: folder for folder in corpora()}
    cases = [
        Case(folders[name], read_statements([str(folders[name])], HowToRead(in_order=True)).statements, about)
        for name, about in COLD_CASES
    ]
    show(measure(cases, rounds, say), form, save)


@command.command("scale")
@click.option("--statements", type=NUMBERS, default=2_000, show_default=True, help="Statements for several processes.")
@click.option(
    "--growth", type=NUMBERS, nargs=2, default=(1_000, 10_000), show_default=True, help="To grow from and to."
)
@click.option(
    "--incident", type=NUMBERS, nargs=2, default=(100, 500), show_default=True, help="As growth, in one incident."
)
@click.option(
    "--together",
    is_flag=True,
    help="Run at the same time what is set beside one another: fairer on a busy computer, but for the clock.",
)
@showing_options
def scale(
    *,
    statements: int,
    growth: tuple[int, int],
    incident: tuple[int, int],
    together: bool,
    form: str,
    save: Path | None,
) -> None:
    """Many statements by several processes and on a cluster beside one process, and how time and memory grow.

    The statements are the bundled ones told again under other names and with other numbers. Some ten minutes.

    \b
    comms-tracker bench scale
    comms-tracker bench scale --statements 400 --growth 200 1000 --incident 50 200
    """
    from comms_tracker.bench.machine import this_machine
    from comms_tracker.bench.scale import Sizes, measure, phrase_ms
    from comms_tracker.bench.scale_forms import scale_measured
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.reading import HowToRead, read_statements

    cases = [read_statements([str(folder)], HowToRead(in_order=True)).statements for folder in corpora()]
    found = measure(cases, Sizes(statements, growth, incident), say, together=together)
    show(scale_measured(*found, phrase_ms(), this_machine()), form, save)


@command.command("compare")
@click.argument("one")
@click.argument("other")
@click.option("--results", type=click.Path(path_type=Path), default=RESULTS, show_default=True, help="File of results.")
def compare(one: str, other: str, results: Path) -> None:
    """Two saved measurements beside one another: the last of a bench by its name, the one before it as cold~1.

    \b
    comms-tracker bench compare cold~1 cold
    comms-tracker bench compare extract~2 extract --results docs/bench-results.jsonl
    """
    from comms_tracker.bench.results import beside, named, saved_in

    saved = saved_in(results)
    first, second = named(saved, one, results), named(saved, other, results)
    rows = beside(first, second)
    if rows:
        write_out(table(("figure", one, other, "ratio"), rows) + "\n")
    write_out(
        f"{one}: {first.moment}; {other}: {second.moment}. "
        f"{'Figures that are alike are left out.' if rows else 'Every figure is alike.'}\n"
    )


@command.command("page")
@click.option("--results", type=click.Path(path_type=Path), default=RESULTS, show_default=True, help="File of results.")
@click.option(
    "--of",
    "about",
    type=click.Choice(["performance", "scale"]),
    default="performance",
    show_default=True,
    help="Every bench, or what many statements cost.",
)
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
def page(results: Path, about: str, output: Path | None) -> None:
    """The last saved measurements as a page of Markdown.

    \b
    comms-tracker bench page --results docs/bench-results.jsonl --output docs/performance.md
    comms-tracker bench page --results docs/bench-results.jsonl --of scale --output docs/scale.md
    """
    from comms_tracker.bench.page import performance_page
    from comms_tracker.bench.results import saved_in
    from comms_tracker.bench.scale_page import scale_page

    saved = saved_in(results)
    text = performance_page(saved) if about == "performance" else scale_page(saved)
    if output is None:
        write_out(text)
    else:
        write_file(output, text)


@command.command("store")
@click.option("--claims", type=SIZES, default=1_000_000, show_default=True, help="Claims of the large store.")
@click.option("--small", type=SIZES, default=10_000, show_default=True, help="Claims of the store to set it beside.")
@click.option("--folder", metavar="DIR", help="Make the stores in DIR, where there is room: 4 KB a claim.")
@showing_options
def store(claims: int, small: int, folder: str | None, form: str, save: Path | None) -> None:
    """Time that pages and commands take to ask a store, small and large, beside plain SQL of the same shape.

    The stores are made up, as the program writes them, and deleted again. A million claims take some minutes to write.

    \b
    comms-tracker bench store --claims 100000
    comms-tracker bench store --folder /var/tmp --format json
    """
    import tempfile

    from comms_tracker.bench.results import Measured
    from comms_tracker.bench.store import measure
    from comms_tracker.bench.store_forms import HEADINGS, store_json, store_lines, store_rows
    from comms_tracker.errors import InputError

    if small >= claims:
        raise InputError(f"--small {small} is not smaller than --claims {claims}. Give more --claims.")
    if folder is not None and not Path(folder).is_dir():
        raise InputError(f"--folder {folder} is no folder. Make it, or name another.")
    with tempfile.TemporaryDirectory(prefix="comms-tracker-bench-", dir=folder) as made:
        found = measure(Path(made), claims, small, say)
    show(
        Measured("store", store_json(found), HEADINGS, tuple(store_rows(found)), tuple(store_lines(found))), form, save
    )


@command.command("app")
@click.option("--claims", type=SIZES, default=100_000, show_default=True, help="Claims of the large store.")
@click.option("--rounds", type=click.IntRange(1, 100), default=5, show_default=True, help="Looks at each page.")
@showing_options
def app(claims: int, rounds: int, form: str, save: Path | None) -> None:
    """How long the app's own work for each page takes, over the bundled incidents and over a large made-up store.

    \b
    comms-tracker bench app
    comms-tracker bench app --claims 10000 --rounds 2
    """
    import tempfile

    from comms_tracker.app.timing import measured, time_pages
    from comms_tracker.bench.store import built
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.cli.storing import add_all
    from comms_tracker.reading import read_statements
    from comms_tracker.store import Store

    with tempfile.TemporaryDirectory(prefix="comms-tracker-bench-") as folder:
        path = Path(folder) / "bundled.db"
        with Store.open(path, write=True) as bundled:
            for each in corpora():
                add_all(bundled, read_statements([str(each)]).statements)
        made, _ = built(Path(folder), claims, say)
        say("Looking at each page.")
        found = measured(time_pages(path, rounds), time_pages(made.path, rounds), made.claims)
    show(found, form, save)


def statements(folder: str | None) -> list[str]:
    """The statements that the texts are made of: those in a folder, else the bundled ones; raises InputError."""
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.reading import HowToRead, read_statements

    paths = [str(each) for each in corpora()] if folder is None else [folder]
    return [
        statement.text for path in paths for statement in read_statements([path], HowToRead(in_order=True)).statements
    ]
