"""The tables and lists of docs/accuracy.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from comms_tracker.records import FindingKind, StatedBasis
from comms_tracker.scoring.findings import FROM_SOURCES
from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.marks import Marks
from comms_tracker.scoring.verdicts import PRECISION_ONLY, RECALL_ONLY, Outcome, Score, Stage, Verdict, score, scores
from scoring.beside import Found
from scoring.calibration import Band, Way

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
    """One row for each kind of change in the gold: how many, linked, named rightly, and so with the incident left out.

    Said wrongly are those so named that the gold names otherwise, or has not; the last column says what the gold's own
    that are not right are read as.
    """
    found, linked, other = (
        scores(of, lambda verdict: verdict.of)
        for of in (marks.of(Stage.KIND), marks.of(Stage.KIND_LINKED), left_out.of(Stage.KIND))
    )
    rows = [
        [
            kind, str(score.n), str(linked[kind].n if kind in linked else 0), str(score.right), str(other[kind].right),
            str(left_out.said_wrongly(kind)), _instead(left_out.misses(Stage.KIND), kind),
        ]
        for kind, score in sorted(found.items(), key=lambda item: (-item[1].n, item[0]))
    ]  # fmt: skip
    head = ["kind in the gold", "n", "linked", "kind right"]
    other_head = ["right, left out", "said wrongly, left out", "the gold's others, left out, are read as"]
    return table([*head, *other_head], rows)


def _instead(misses: Iterable[Verdict], kind: str) -> str:
    counts = Counter(verdict.read for verdict in misses if verdict.of == kind)
    return ", ".join(f"{name} {n}" for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def findings(marks: Marks, left_out: Marks) -> str:
    """One row for each kind of finding: how many the gold has, found and wrong ones, and its near misses."""
    names = [kind.value for kind in FindingKind if kind not in FROM_SOURCES]
    per = [
        scores(of.of(stage), lambda verdict: verdict.of)
        for of in (marks, left_out)
        for stage in (Stage.FINDINGS, Stage.SILENT)
    ]
    none = Score(0, 0, 0)
    rows = []
    for name in [*names, "all"]:
        today, silent, other, other_silent = (
            score.get(name, none) if name != "all" else _sum(score[one] for one in names if one in score)
            for score in per
        )
        rows.append(
            [
                name, str(today.n), str(today.right), str(today.wrong), str(silent.n), str(silent.right),
                str(other.right), str(other.wrong), str(other_silent.right),
            ]
        )  # fmt: skip
    head = ["finding", "n", "found", "wrong", "near misses", "silent"]
    return table([*head, *(f"{name}, left out" for name in ("found", "wrong", "silent"))], rows)


def quiet_changes(marks: Marks, left_out: Marks) -> str:
    """Pairs that are close to a kind of change and must not be reported as it."""
    finding = {kind.value for kind in FindingKind}
    found, other = (scores(of.of(Stage.SILENT), lambda verdict: verdict.of) for of in (marks, left_out))
    rows = [
        [kind, str(score.n), str(score.right), str(other[kind].right)]
        for kind, score in sorted(found.items(), key=lambda item: (-item[1].n, item[0]))
        if kind not in finding
    ]
    return table(["close to", "near misses", "silent", "silent, left out"], rows)


def bases(marks: Marks, left_out: Marks, gold: Sequence[GoldIncident]) -> str:
    """One row for each stated basis: how many changes of the gold have it, are linked, and are read so."""
    marked = Counter(
        one.bases[0].value if one.bases[0] else "none"
        for incident in gold
        for _, _, one in incident.between()
        if one.bases and one.same is True
    )
    rows = []
    for name in (*(basis.value for basis in StatedBasis), "none"):
        stage = Stage.UNSTATED if name == "none" else Stage.STATED
        row = [name, str(marked[name])]
        for of in (marks, left_out):
            here = [verdict for verdict in of.of(stage) if verdict.of == name]
            right = score(here).right
            wrong = Counter(verdict.read for verdict in here if verdict.outcome is not Outcome.RIGHT)
            row += [str(len(here)), str(right), ", ".join(f"{read} {n}" for read, n in sorted(wrong.items()))]
        rows.append(row)
    head = ["stated basis", "n", "linked", "right", "read as"]
    return table([*head, *(f"{name}, left out" for name in head[2:])], rows)


def by_incident(left_out: Marks, gold: Sequence[GoldIncident]) -> str:
    """One row for each incident, compared with what was learnt from the others."""
    rows = []
    for incident in gold:
        marks = left_out.within([incident])
        turned, reported = marks.score(Stage.TURNED), marks.score(Stage.REPORTED)
        accused = marks.score(Stage.ACCUSATIONS)
        rows.append(
            [
                incident.slug, *(number(marks.score(stage).f1) for stage in (Stage.SAME_MEASURE, Stage.KIND)),
                f"{turned.right} of {turned.n}", f"{reported.right} of {reported.reported}",
                f"{accused.wrong} of {accused.reported}",
            ]
        )  # fmt: skip
    head = [
        "incident",
        "same measure, F1",
        "change kind, F1",
        "turned",
        "reported and so",
        "accusations that are wrong",
    ]
    return table(head, rows)


def _sum(parts: Iterable[Score]) -> Score:
    found = list(parts)
    return Score(*(sum(getattr(one, side) for one in found) for side in ("right", "wrong", "missed")))


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


def ways(found: Sequence[Way]) -> str:
    """Ways of calibrating side by side."""
    rows = [[one.name, *(NOTHING if of is None else f"{of:.4f}" for of in (one.links, one.changes))] for one in found]
    return table(["calibration", "Brier score, one series", "Brier score, one series and the kind right"], rows)


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
