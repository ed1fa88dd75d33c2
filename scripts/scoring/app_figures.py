"""What the app's page on the method shows of accuracy: one small file inside the package, written with the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comms_tracker.records import FindingKind
from comms_tracker.scoring.findings import FROM_SOURCES
from comms_tracker.scoring.marks import Marks
from comms_tracker.scoring.verdicts import Score, Stage, scores
from scoring.calibration import Link, brier, reliability

HEAD = """\
# How often the program is right on the project's own gold, each incident compared with what was learnt from the others:
# shown on the app's page on how figures are read. Written by scripts/accuracy.py; do not edit by hand.
"""


def text(left_out: Marks, links: Sequence[Link], incidents: int) -> str:
    """The file: the Brier score and bands of confidence, then kinds of change and findings with their counts.

    ``n`` is how many the gold has, ``right`` how many were found and named so, ``wrong`` how many others were.
    """
    parts = [HEAD + f"incidents = {incidents}\nlinks = {len(links)}\nbrier = {brier(links) or 0.0:.4f}\n"]
    for band in reliability(links):
        parts.append(
            f"[[band]]\nlow = {band.low:.1f}\nhigh = {band.high:.1f}\nlinks = {band.n}\n"
            f"said = {band.said:.3f}\nright = {band.right:.3f}\n"
        )
    found = {
        kind: replace(score, wrong=left_out.said_wrongly(kind))
        for kind, score in scores(left_out.of(Stage.KIND), lambda verdict: verdict.of).items()
    }
    found |= {stage.value: left_out.score(stage) for stage in (Stage.ADDED, Stage.DROPPED)}
    parts += [_counts("change", kind, score) for kind, score in sorted(found.items(), key=_most_first)]
    findings = scores(left_out.of(Stage.FINDINGS), lambda verdict: verdict.of)
    kinds = {kind.value: findings.get(kind.value, Score(0, 0, 0)) for kind in FindingKind if kind not in FROM_SOURCES}
    parts += [_counts("finding", kind, score) for kind, score in sorted(kinds.items(), key=_most_first)]
    return "\n".join(parts)


def _counts(table: str, kind: str, score: Score) -> str:
    return f'[[{table}]]\nkind = "{kind}"\nn = {score.n}\nright = {score.right}\nwrong = {score.wrong}\n'


def _most_first(item: tuple[str, Score]) -> tuple[int, str]:
    return -item[1].n, item[0]
