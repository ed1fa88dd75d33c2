"""Verdicts on what was said to appear and to disappear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comms_tracker.records import Change, ChangeKind
from comms_tracker.scoring.gold import GoldChange, GoldIncident
from comms_tracker.scoring.matching import Matching
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict


def absence_verdicts(incident: GoldIncident, matching: Matching, changes: Sequence[Change]) -> Iterator[Verdict]:
    """One verdict for each claim that is, or should be, added or dropped.

    What is uncertain in the gold, and background, is neither wanted nor wrong. A drop that no reader would remark on
    (the gold's not_expected) is not wanted, and wrong where it is reported.
    """
    for kind, stage in ((ChangeKind.ADDED, Stage.ADDED), (ChangeKind.DROPPED, Stage.DROPPED)):
        ends = [(change, _end(kind, change)) for change in incident.changes]
        spared = {claim for change, claim in ends if claim and (change.uncertain or change.arguable)}
        wanted = {claim for change, claim in ends if claim and change.kind is kind and not change.uncertain}
        if kind is ChangeKind.DROPPED:
            wanted -= incident.not_expected
        read = {_end(kind, change) for change in changes if change.kind is kind}
        said = {claim for claim, found in matching.read.items() if found.id in read}
        said = {claim for claim in said if not incident.claims[claim].background}
        for claim in sorted((wanted | said) - spared):
            yield _verdict(incident, stage, claim, claim in wanted, claim in said)


def _end(kind: ChangeKind, change: Change | GoldChange) -> str | None:
    """The claim that appears or disappears."""
    return change.later if kind is ChangeKind.ADDED else change.earlier


def _verdict(incident: GoldIncident, stage: Stage, claim: str, wanted: bool, said: bool) -> Verdict:
    outcome = Outcome.RIGHT if wanted and said else Outcome.MISSED if wanted else Outcome.WRONG
    how = f"not reported as {stage.value}" if wanted else f"wrongly {stage.value}"
    return Verdict(stage, outcome, incident.slug, f"{how}: {incident.claims[claim].text!r}", stage.value)
