"""The tables and lists of docs/accuracy.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scoring.beside import Found
from scoring.calibration import Band
from scoring.marks import Marks
from scoring.verdicts import PRECISION_ONLY, RECALL_ONLY, Score, Stage, Verdict, scores

NOTHING = "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, numbers to the right."""
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def stages(marks: Marks, of: Sequence[Stage], beside: Mapping[str, Mapping[str, float]]) -> str:
    """One row a stage: n, precision, recall, F1, mean by incident, then the headlines of other runs by name."""
    head = ["stage", "n", "precision", "recall", "F1", "mean F1 by incident", *beside]
    return table(head, (_stage_row(stage, marks, beside.values()) for stage in of))


def _stage_row(stage: Stage, marks: Marks, beside: Iterable[Mapping[str, float]]) -> list[str]:
    score, mean = marks.score(stage), marks.mean(stage)
    precision, recall, f1 = number(score.precision), number(score.recall), number(score.f1)
    average = NOTHING if mean is None else number(mean)
    if stage in PRECISION_ONLY:
        recall = f1 = average = NOTHING
    if stage in RECALL_ONLY:
        precision = f1 = average = NOTHING
    if stage is Stage.OFFSETS:
        recall = f1 = average = NOTHING
    n = score.reported if stage in PRECISION_ONLY else score.n
    others = [number(one[stage.value]) if stage.value in one else NOTHING for one in beside]
    return [stage.value, str(n), precision, recall, f1, average, *others]


def kinds(marks: Marks, left_out: Marks) -> str:
    """One row for each kind of change in the gold: how many, linked, named rightly, and so with weights left out."""
    found, linked, other = (
        scores(of, lambda verdict: verdict.of)
        for of in (marks.of(Stage.KIND), marks.of(Stage.KIND_LINKED), left_out.of(Stage.KIND))
    )
    rows = [
        [kind, str(score.n), str(linked[kind].n if kind in linked else 0), str(score.right), str(other[kind].right)]
        for kind, score in sorted(found.items(), key=lambda item: (-item[1].n, item[0]))
    ]
    return table(["kind in the gold", "n", "linked", "kind right", "kind right, weights left out"], rows)


def appearing(marks: Marks) -> str:
    """Added and dropped: how many the gold has, were reported, and of these are right."""
    rows = [[stage.value, *_counts(marks.score(stage))] for stage in (Stage.ADDED, Stage.DROPPED)]
    return table(["kind in the gold", "n", "reported", "right"], rows)


def _counts(score: Score) -> list[str]:
    return [str(score.n), str(score.reported), str(score.right)]


def bands(found: Sequence[Band]) -> str:
    """The reliability table."""
    rows = [[f"{one.low:.1f} to {one.high:.1f}", str(one.n), number(one.said), number(one.right)] for one in found]
    return table(["confidence", "links", "mean confidence", "share right"], rows)


def readers(marked: Mapping[str, Marks]) -> str:
    """Readers of quantities side by side: how they find the gold's figures, and read their values."""
    rows = []
    for name, marks in marked.items():
        figures, value = marks.score(Stage.FIGURES), marks.score(Stage.VALUE)
        share = value.right / value.n if value.n else 0.0
        shown = (figures.precision, figures.recall, figures.f1, share)
        rows.append([name, str(figures.n), *map(number, shown), str(value.n)])
    head = ["reader", "figures in the gold", "precision", "recall", "F1", "value right, of those found", "with a value"]
    return table(head, rows)


def readers_by_kind(found: Mapping[str, Sequence[Found]]) -> str:
    """For each kind of figure, how many each reader found, and found with the right value."""
    first = next(iter(found.values()))
    by_kind = {name: {row.kind: row for row in rows} for name, rows in found.items()}
    rows = [
        [kind.kind, str(kind.n), *(f"{of[kind.kind].found} / {of[kind.kind].right}" for of in by_kind.values())]
        for kind in first
    ]
    return table(["kind in the gold", "n", *found], rows)


def misses(marks: Marks, of: Sequence[Stage], limit: int) -> str:
    """What was not right, stage by stage, with how many more there are."""
    parts = []
    for stage in of:
        found = marks.misses(stage)
        if found:
            lines = [f"- {_line(one)}" for one in found[:limit]]
            more = len(found) - limit
            lines += [f"- and {more} more"] if more > 0 else []
            parts.append(f"**{stage.value}** ({len(found)})\n\n" + "\n".join(lines))
    return "\n\n".join(parts) or "None."


def _line(verdict: Verdict) -> str:
    return f"{verdict.incident}: {' '.join(verdict.words.split())}".replace("->", "→")


def number(value: float) -> str:
    """Three places."""
    return f"{value:.3f}"
