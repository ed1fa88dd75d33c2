"""The page on many statements: what a million and a hundred million cost, worked out from the last measurement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from comms_tracker.bench.results import Saved
from comms_tracker.bench.scale_costs import CLUSTER, HOUR_MS, MILLION, Costs, costs_of, in_bytes, in_time, steps
from comms_tracker.errors import InputError

COPIED = 200_000_000
"""Bytes that a disk copies in a second, in the example."""
HEAD = """\
# Many statements

How much one computer reads, when to ask more of them, and what a million and a hundred million statements cost.
"""
WAYS = """
## One computer

    comms-tracker add statements.jsonl --jobs 8 --db comms.db

N processes read and compare, and the first alone writes, so the store holds the same rows as if one process had done
all of it. Take as many as there are cores. While it runs it says what is done, how fast, and how long the rest will
take; at its end, how much memory a process held. Stop it with Ctrl-C when you like: each incident is stored as soon as
it is compared, and the same command goes on from there.

Memory does not grow with the number of statements. They wait in a temporary file until their incident's turn comes,
numeric libraries use one thread in each process, and a process that has held more than 1,500 MiB is replaced.

## Several computers

Where Dask runs, `pip install 'comms-tracker[cluster]'` on each computer uses it:

    dask scheduler
    export DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED=False         # these, and the workers, on each computer
    export MALLOC_TRIM_THRESHOLD_=134217728 MALLOC_MMAP_THRESHOLD_=33554432
    dask worker tcp://HOST:8786 --nthreads 1 --nworkers 8
    comms-tracker extract statements.jsonl --out read --dask tcp://HOST:8786

The settings save workers a tenth of their time and more: Dask else looks over their shoulders 100 times a second, and
has them give memory back to the system after each text, which they ask for again for the next one.

1. The statements (a folder, JSONL, CSV or Parquet) are grouped by incident, and sent out in batches of 200.
2. A worker loads the models once. It reads and compares a batch, and writes that batch's Parquet files itself: the
   folder of `--out` must be on a disk that all of them share.
3. A worker that dies costs the batch that it was reading, which another one reads again.
4. The same command a second time reads only what is missing or has changed: an incident counts as done while its
   statements, the version, the models and the lexicons are the same, by one SHA-256 over all of them.

The computer that asks holds the statements of one call in memory. Give very many of them in several calls, all
statements of an incident in one of them, such as a file for each year: each call adds to the same folder.

Without a cluster the same command reads on this computer: `extract statements.jsonl --out read --jobs 8`.

Then ask, while it is still running if you like, for only whole batches count; or load the data set into a store, where
nothing is read again:

    comms-tracker query read "select what_changed, count(*) from changes_readable group by all"
    comms-tracker load read --db comms.db

## The files, for Spark, Ray and others

    read/claims/organisation=Northmere Water/year=2024/5f0c….parquet
    read/_batches/5f0c….json

There is a folder for each of the tables incidents, statements, claims, figures, series, series_claims, changes and
findings, with the columns that they have in a store ([schema.md](schema.md)). An incident stands under the organisation
and the year of its first statement. The list in `_batches` says which files count. `comms-tracker query` goes by it,
and offers a store's own views too: claims_readable, changes_readable, unacknowledged, timeline. Once a run has ended,
other programs can read the files as they are:

    spark.read.parquet("read/claims")                                               # Spark
    ray.data.read_parquet("read/claims")                                            # Ray
    duckdb.sql("from read_parquet('read/claims/**/*.parquet')")                     # DuckDB
    pyarrow.dataset.dataset("read/claims", partitioning="hive")                     # Arrow
    pyarrow.dataset.dataset("read/claims", partitioning="hive").to_table().to_pandas()
    polars.scan_parquet("read/claims/**/*.parquet", hive_partitioning=True)         # Polars

Each was run as it stands here on a data set of 240 statements and gave all of its rows (pandas and Polars on `claims`,
the others on every table): PySpark 4.3.0
on Java 17, Ray 2.60.0, DuckDB 2.0.1, PyArrow 26.0.1 with pandas 3.1.1, Polars 2.1.0.

They take `organisation` and `year` from the names of the folders; Ray gives the year as text. In `statements` that
organisation stands in the place of the column of the same name, which differs where several organisations speak in one
incident. To have each statement's own, leave the folders' names out: DuckDB does with `hive_partitioning = false`.
`pandas.read_parquet` alone cannot read `statements`, because of the two; from Arrow, as above, pandas has it.
"""


def scale_page(results: Sequence[Saved]) -> str:
    """The page with the steps worked out; raises InputError where no measurement of ``bench scale`` was saved."""
    last = next((saved for saved in reversed(results) if saved.measured.bench == "scale"), None)
    if last is None:
        raise InputError("No measurement of many statements was saved. Make one with comms-tracker bench scale --save.")
    costs = costs_of(last.measured.data)
    parts = (_in_short(costs), _steps(last, costs), _growth(last.measured.data), _sqlite(costs))
    short, worked_out, growth, sqlite = ("\n".join(part) + "\n" for part in parts)
    return f"{HEAD}\n{short}{WAYS}\n{worked_out}\n{growth}\n{sqlite}"


def _in_short(costs: Costs) -> Iterator[str]:
    words = f"statements of {costs.words:.0f} words"
    yield f"| {words} | one core | {CLUSTER} cores of a cluster | as a store | as Parquet |"
    yield "|---|---|---|---|---|"
    for name, count in (("a thousand", 1000), ("a million", MILLION), ("a hundred million", 100 * MILLION)):
        alone = count * costs.new_ms / HOUR_MS
        yield (
            f"| {name} | {in_time(alone)} | {in_time(alone / CLUSTER)} | {in_bytes(count * costs.store)} | "
            f"{in_bytes(count * costs.parquet)} |"
        )
    yield ""
    yield "Every figure here is worked out below, from a measurement that you can repeat on your own computer."


def _steps(saved: Saved, costs: Costs) -> Iterator[str]:
    yield "## What they cost, step by step"
    yield ""
    yield (
        f"Measured on {saved.moment[:10]} on {_machine(saved.measured.data)}, in seconds of processor time, with "
        f"statements of {costs.words:.0f} words: the bundled ones told again with other numbers. "
        "`comms-tracker bench scale --save` measures the same on your computer, and `comms-tracker bench page --of "
        "scale` writes this page from it."
    )
    yield ""
    yield "| step | figure |"
    yield "|---|---|"
    for step, figure in steps(saved.measured.data, costs):
        yield f"| {step} | {figure} |"
    yield ""
    yield (
        "The start of a process is paid once by each: its models, and the vectors of phrases that it meets first. In "
        "small runs by several processes that shows; among a million statements it does not."
    )


def _growth(data: Mapping[str, Any]) -> Iterator[str]:
    yield "## What stays flat"
    yield ""
    yield "| one process | statements | ms each | MiB |"
    yield "|---|---|---|---|"
    for grown in data["growth"]:
        for name, cost in ((grown["name"], grown["small"]), ("", grown["large"])):
            yield f"| {name} | {cost['statements']:,} | {cost['each_ms']:.1f} | {cost['memory_mib']:,.0f} |"
    yield ""
    yield "Where a run begins with nothing, the time for each has the start of the process in it, which more share."


def _sqlite(costs: Costs) -> Iterator[str]:
    small, large = MILLION * costs.store, 100 * MILLION * costs.store
    yield "## Where SQLite stops being the right store"
    yield ""
    yield (
        "A store is one file with one writer. It is the right place for what people look at: decisions, the log, "
        "versions and the app need it, and its questions stay quick at a million claims "
        "([performance.md](performance.md#asking-a-store)). Two things end that:"
    )
    yield ""
    yield (
        f"- **Cores.** One writer keeps about {costs.readers:.0f} reading processes busy; with more of them, they wait "
        "for it. Workers of a cluster write their files themselves, and none waits for another."
    )
    yield (
        f"- **Size.** A million statements are a file of {in_bytes(small)}, copied in "
        f"{in_time(small / COPIED / 3600)} at {COPIED // MILLION} MB a second. A hundred million are "
        f"{in_bytes(large)}, copied in {in_time(large / COPIED / 3600)}, if the disk holds two of them at all, "
        "and verified in longer."
    )
    yield ""
    yield (
        "So up to about a million statements, or as many cores as one writer keeps busy: a store. Beyond that keep the "
        "whole as Parquet, and a store of what is looked at: `extract` the incidents in question to a folder of their "
        "own, and `load` that."
    )


def _machine(data: Mapping[str, Any]) -> str:
    machine = data["machine"]
    return f"{machine['processor']}, {machine['cores']} cores"
