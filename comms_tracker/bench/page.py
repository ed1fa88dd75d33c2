"""The saved measurements as a page: the last of each bench, with its table, its goals and its machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comms_tracker.bench.results import Saved

TITLES = {
    "cold": "From nothing",
    "extract": "Reading texts",
    "relate": "Relating pairs of texts",
    "scale": "Many statements",
    "store": "Asking a store",
    "app": "The pages of the app",
}
ABOUT = {
    "cold": "How long a command takes that starts from nothing, beside a script that only loads what it needs.",
    "extract": "Words a second of claims beside those of bare spaCy on the same texts, and how both grow with size.",
    "relate": "Pairs of texts a second beside what bare spaCy needs to parse the same texts once.",
    "scale": "Statements by several processes and by the workers of a cluster beside one process, and how time and "
    "memory grow with their number.",
    "store": "What each question to a store takes, beside its SQL alone.",
    "app": "How soon a page is there.",
}
HEAD = """\
# How fast it is

Written by `comms-tracker bench page --results docs/bench-results.jsonl --output docs/performance.md` from measurements
that `comms-tracker bench NAME --save docs/bench-results.jsonl` kept; no figure here is typed. Each stands beside a
yardstick taken in the same run, in pairs. Run a bench again on your own computer to see its figures there.

Seconds are of processor time unless it says otherwise: on an idle machine they are the seconds of the clock, and on a
busy one the clock would count what other programs took in between.
"""
TAIL = """
## What was slow, and what became of it

Found by `python -X importtime` and by profiles of the commands above; the figures are in the tables.

- Importing spaCy imported torch, because its machine learning library asks whether it is there; no text is read with
  torch. In its own processes the program answers that it is not (`own_process`), and half of a cold start is gone.
- The first phrase whose vector was needed loaded torch, transformers and sentence-transformers, which took longer
  than all the rest of a comparison. MiniLM's own arithmetic in numpy, from the same weights, is ready at once; a test
  holds both to the same rows. Many phrases at once still go to sentence-transformers, which is quicker with batches.
- Two threads at a phrase's small matrices waited for one another, on a busy machine for ten times as long as they
  counted: one thread now.
- Looking at a store imported every module that reads texts, and sqlite-utils imported pandas: packages now import
  what is asked of them (`lazily`), and pandas is left out as torch is.
- Processes that read into one store each made the vector of every phrase anew, one after another, which was a sixth
  of their work. They now look whether the store has it, and eight phrases are read together, in a third of the time.
- Of a file with many statements, each of them had the whole file hashed and handed to SQLite again, which made 2,000
  statements slower than they are and 100,000 hopeless. A row of JSONL is its own source now; other files are hashed
  once.
- All statements of an input were held with their bytes until the last was read: 570 MiB for 100,000 of them. They now
  wait in a file until their incident's turn comes: 130 MiB, before the models are loaded.
- In a long incident nearly all of a comparison was spent on pairs of claims that have nothing in common, and on asking
  of every two claims whether other speakers made them on one day. An index by noun, event, word and number now gives
  each claim those that it may go on from (`alignment/candidates.py`), a pair is weighed once and forgotten with its
  release, and speakers are set beside one another by day: 500 statements are compared in less than half the time and
  four fifths of the memory. `python scripts/candidates.py` shows on gold that no link is lost by it.
- Dask has its workers give memory back to the system at once, which they ask for again for the next text: seventy times
  the page faults, and a tenth of the time that a worker reads. [scale.md](scale.md#several-computers) has the settings.
- What is left of a cold start: spaCy and its model, scipy for matching claims one to one, and the regular expressions
  of the rules. What is left of reading: the parser, then the rules for clauses.
"""


def performance_page(results: Sequence[Saved]) -> str:
    """The page, ending in a line end."""
    last = {saved.measured.bench: saved for saved in results}
    known = [bench for bench in TITLES if bench in last]
    others = [bench for bench in last if bench not in TITLES]
    return HEAD + "".join(section(last[bench]) for bench in (*known, *others)) + TAIL


def section(saved: Saved) -> str:
    """One bench: what it measures, its table, and the sentences below it."""
    return "\n" + "\n".join(_lines(saved)) + "\n"


def _lines(saved: Saved) -> Iterator[str]:
    measured = saved.measured
    yield f"## {TITLES.get(measured.bench, measured.bench)}"
    yield ""
    if measured.bench in ABOUT:
        yield ABOUT[measured.bench]
        yield ""
    yield f"    comms-tracker bench {measured.bench}"
    yield ""
    yield _row(measured.headings)
    yield "|" + "---|" * len(measured.headings)
    yield from map(_row, measured.rows)
    yield ""
    yield from (f"- {line}" for line in measured.lines)
    busy = "" if saved.load is None else f"; on average {saved.load:g} processes wanted a core then"
    yield f"- Measured on {saved.moment[:10]}{busy}."


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
