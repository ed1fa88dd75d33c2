"""The page on many statements: what a million and a hundred million cost, worked out from the last measurement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from comms_tracker.bench.results import Saved
from comms_tracker.errors import InputError

MILLION = 1_000_000
HOUR_MS = 3_600_000
CLUSTER = 32
"""Cores of the cluster in the example."""
HEAD = """\
# Many statements

One process reads a folder of statements with `comms-tracker add`. There are two ways to more.

**More cores of one machine.** `comms-tracker add DIR --jobs N` lets N processes read and compare, while the first
alone writes. Each incident is stored when it is read: after Ctrl-C, or where a process ends, the same command goes on
from there, and the store holds the same rows as if one process had read everything. Numeric libraries use one thread
in each process. A process that has held more than 1,500 MiB is replaced. What they held, the rate and the time left
are printed.

**More machines.** Where Dask runs already, `comms-tracker[cluster]` uses it:

    dask scheduler
    dask worker tcp://HOST:8786 --nthreads 1 --nworkers 8        on each machine, comms-tracker installed there
    comms-tracker extract statements.jsonl --out read --dask tcp://HOST:8786
    comms-tracker query read "select what_changed, count(*) from changes_readable group by all"
    comms-tracker load read --db comms.db

The statements (a folder, JSONL, CSV or Parquet) are grouped by incident and sent out in batches of 200. A worker
loads the models once, reads and compares a batch, and writes its Parquet files itself, so the folder of `--out` must
be the same for all machines: a shared disk. Nothing is read twice: an incident counts as done while its statements,
the version, the models and the lexicons are the same, by one SHA-256 over all of them. A worker that dies costs the
batch it was reading, which another one reads again. A folder that is being written to can be queried: only whole
batches count.

Without `--dask` the same command reads on this machine, with `--jobs N` by several processes.

## The files

    read/claims/organisation=Northmere Water/year=2024/5f0c….parquet
    read/_batches/5f0c….json

One folder for each of the tables incidents, statements, claims, figures, series, series_claims, changes and findings,
with the columns that a store has (`comms-tracker schema`). An incident stands under the organisation and the year of
its first statement. `comms-tracker query` puts a store's own views over them in DuckDB: claims_readable,
changes_readable, unacknowledged, timeline. Others read the same files as they are, once a run has ended:

    spark.read.parquet("read/claims")                                   # Spark
    ray.data.read_parquet("read/claims")                                # Ray
    duckdb.sql("from read_parquet('read/claims/**/*.parquet')")         # DuckDB without comms-tracker
    pyarrow.dataset.dataset("read/claims", partitioning="hive")         # Arrow, pandas, Polars

Spark takes `organisation` and `year` from the names of the folders; in `statements` the column `organisation` says
the same, but for an incident of several organisations.
"""
TAIL = """
## Where SQLite stops being the right store

A store is one file with one writer. It stays the right one while one machine holds it and people look at it: decisions,
the log, versions and the app need it. It stops being the right one where reading needs more cores than one writer keeps
busy (the row "processes that one writer keeps up with" above), or where the file is larger than can be copied and
verified in a night. Keep the whole as Parquet then, and load into a store what is looked at:
`extract` the incidents in question to a folder of their own and `load` that.
"""


def scale_page(results: Sequence[Saved]) -> str:
    """The page with the steps worked out; raises InputError where no measurement of ``bench scale`` was saved."""
    last = next((saved for saved in reversed(results) if saved.measured.bench == "scale"), None)
    if last is None:
        raise InputError("No measurement of many statements was saved. Make one with comms-tracker bench scale --save.")
    return HEAD + "\n".join(_costs(last)) + "\n" + TAIL


def _costs(saved: Saved) -> Iterator[str]:
    data = saved.measured.data
    add, dask = (next(each for each in data["beside"] if each["name"] == name) for name in ("add", "extract on Dask"))
    grown = next(each for each in data["growth"] if each["name"] == "incidents of a few statements")
    one, two, parquet = add["one"], add["two"], dask["one"]
    small, large = grown["small"], grown["large"]
    more = large["statements"] - small["statements"]
    each, writing = 1000 * (large["own_s"] - small["own_s"]) / more, 1000 * two["own_s"] / two["statements"]
    yield ""
    yield "## What they cost"
    yield ""
    yield (
        f"Worked out from the measurement of {saved.moment[:10]} ({_machine(data)}); its statements have about "
        "135 words. `comms-tracker bench scale` measures the same on your machine, and "
        "`comms-tracker bench page --of scale` writes this page."
    )
    yield ""
    yield "| step | figure |"
    yield "|---|---|"
    for step, figure in (
        (
            f"one process, its models loaded: {large['own_s']:.1f} s for {large['statements']:,} statements "
            f"less {small['own_s']:.1f} s for {small['statements']:,}",
            f"{each:.0f} ms a statement",
        ),
        (f"a core in an hour: 3,600,000 / {each:.0f}", f"{_number(HOUR_MS / each)} statements"),
        (
            f"two processes: the one that writes {two['own_s']:.1f} s, the others {two['others_s']:.1f} s",
            f"{add['times']['on_free_cores']:.2f} times one process, for {two['statements']:,} statements",
        ),
        (
            f"processes that one writer keeps up with, its start counted: {each:.0f} / {writing:.1f}",
            f"about {each / writing:.0f}",
        ),
        (
            f"store: {one['bytes']:,} bytes for {one['statements']:,} statements",
            f"{one['bytes'] / one['statements'] / 1000:.0f} KB a statement",
        ),
        (
            f"Parquet: {parquet['bytes']:,} bytes for {parquet['statements']:,} statements",
            f"{parquet['bytes'] / parquet['statements'] / 1000:.1f} KB a statement",
        ),
        (
            f"two workers of a cluster: {dask['two']['own_s']:.1f} s of the scheduler and the one who asks, "
            f"{dask['two']['others_s']:.1f} s of the workers",
            f"{dask['times']['on_free_cores']:.2f} times one process, for {dask['two']['statements']:,} statements",
        ),
        ("memory of a process that reads, at the most", f"{large['memory_mib']:,.0f} MiB"),
    ):
        yield f"| {step} | {figure} |"
    yield ""
    yield f"| | one core | {CLUSTER} cores of a cluster | as a store | as Parquet |"
    yield "|---|---|---|---|---|"
    for name, count in (("a million", MILLION), ("a hundred million", 100 * MILLION)):
        alone = count * each / HOUR_MS
        yield (
            f"| {name} | {_number(alone)} h | {_number(alone / CLUSTER)} h | "
            f"{_size(count * one['bytes'] / one['statements'])} | "
            f"{_size(count * parquet['bytes'] / parquet['statements'])} |"
        )
    yield ""
    yield (
        f"Hours on one core: statements x {each:.0f} ms / 3,600,000; on {CLUSTER} cores a {CLUSTER}nd of that, where "
        "none waits for another. Disk: statements x bytes a statement. The start of a process (its models, and the "
        "vectors of phrases that it meets first) is paid once by each, which small runs by several processes show."
    )


def _machine(data: Mapping[str, Any]) -> str:
    machine = data["machine"]
    return f"{machine['processor']}, {machine['cores']} cores"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def _size(count: float) -> str:
    return f"{count / 1e12:.1f} TB" if count >= 1e12 else f"{count / 1e9:,.0f} GB"
