"""Verdicts on what was said to have changed: links, kinds, what was reported at all, and what was accused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comms_tracker.records import Change, ChangeKind, Relation
from comms_tracker.scoring.gold import GoldChange, GoldIncident
from comms_tracker.scoring.matching import Matching, series
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict

QUIET = frozenset({ChangeKind.UNCHANGED, ChangeKind.PROGRESSED})
"""Kinds that tell a reader that nothing needs a look."""
TURNED = frozenset({ChangeKind.CONTRADICTED, ChangeKind.RETRACTED})
FAIR = TURNED | {ChangeKind.REVISED_UP, ChangeKind.REVISED_DOWN}
"""Where the gold has one of these, it is fair to say that both claims cannot be true."""
ALSO = 2
"""With more further kinds than this, only the headline kind is looked at."""
RUNNING = ("cumulative", "progress", "total", "so far")
"""Words in the gold's basis or note that make a higher number a running count: progressed serves for revised up."""

Ends = tuple[str, str]


class Changes:
    """The changes of one incident, found by the gold claims that they lead from and to."""

    def __init__(self, incident: GoldIncident, matching: Matching, changes: Sequence[Change]) -> None:
        self.incident = incident
        self.words = matching.words
        self.gold_series = series((a, b) for a, b, one in incident.between() if one.same is not False)
        self.links: tuple[tuple[Change, str | None, str | None], ...] = tuple(
            (one, matching.gold.get(one.earlier), matching.gold.get(one.later))
            for one in changes
            if one.earlier and one.later
        )
        self.by_ends: dict[Ends, Change] = {(a, b): one for one, a, b in self.links if a and b}
        self.copies = series(
            (earlier, later)
            for earlier, later, one in incident.between()
            if one.kind is ChangeKind.UNCHANGED and self._release(earlier) == self._release(later)
        )

    def _release(self, claim: str) -> str:
        return self.incident.releases[self.incident.claims[claim].statement]

    def same_series(self, one: str | None, other: str | None) -> bool:
        """Whether the gold has both in one series."""
        home = self.gold_series
        return one is not None and other is not None and one in home and home[one] == home.get(other)

    def found(self, earlier: str, later: str) -> Change | None:
        """The change between the two claims, or between copies of them in the same release."""
        if (earlier, later) in self.by_ends:
            return self.by_ends[earlier, later]
        for (one, other), change in self.by_ends.items():
            if self._copy(one, earlier) and self._copy(other, later):
                return change
        return None

    def said(self, read: str | None, gold: str | None) -> str:
        """The words of one end of a link: the gold's, else those that were read."""
        return repr(self.incident.claims[gold].text) if gold else f"{self.words[read or '']!r} (not in the gold)"

    def _copy(self, one: str, other: str) -> bool:
        return one == other or (one in self.copies and self.copies[one] == self.copies.get(other))


def change_verdicts(incident: GoldIncident, matching: Matching, changes: Sequence[Change]) -> Iterator[Verdict]:
    """One verdict for each thing looked at in what links two claims; what appears and disappears is apart."""
    found = Changes(incident, matching, changes)
    yield from _same_measure(found)
    for change, earlier, later in found.links:
        yield from _reported(found, change, earlier, later)
    for before, after, gold in incident.between():
        if gold.same is True:
            met = found.found(before, after)
            yield from _kind(found, gold, met)
            yield from _basis(found, gold, met)


def right_kinds(incident: GoldIncident, gold: GoldChange) -> frozenset[ChangeKind]:
    """All kinds that are right for the change."""
    bases = [incident.claims[end].basis for end in (gold.earlier, gold.later) if end]
    running = any(word in text for text in (*bases, gold.note) for word in RUNNING)
    further = {ChangeKind.PROGRESSED} if running and ChangeKind.REVISED_UP in gold.kinds else set()
    return frozenset(gold.kinds) | further


def kind_right(incident: GoldIncident, gold: GoldChange, change: Change) -> bool:
    """Whether the headline kind is right, or the gold's headline is among at most two further kinds."""
    return change.kind in right_kinds(incident, gold) or (len(change.also) <= ALSO and gold.kind in change.also)


def _same_measure(found: Changes) -> Iterator[Verdict]:
    incident = found.incident
    read_series = series(found.by_ends)
    for pair in incident.pairs:
        linked = pair.earlier in read_series and read_series[pair.earlier] == read_series.get(pair.later)
        if not pair.same and not linked:
            continue
        outcome = (Outcome.RIGHT if linked else Outcome.MISSED) if pair.same else Outcome.WRONG
        how = "not linked" if pair.same else "wrongly linked"
        words = f"{how}: {_words(incident, pair.earlier, pair.later)}"
        yield Verdict(Stage.SAME_MEASURE, outcome, incident.slug, words)


def _reported(found: Changes, change: Change, earlier: str | None, later: str | None) -> Iterator[Verdict]:
    """Of what is reported: is it a change of the gold, and where it accuses, is that fair?"""
    if change.kind in QUIET:
        return
    incident = found.incident
    said = [found.said(change.earlier, earlier), found.said(change.later, later)]
    words = f"{change.kind.value}: {' -> '.join(said)}"
    true = found.same_series(earlier, later)
    outcome, kind = Outcome.RIGHT if true else Outcome.WRONG, change.kind.value
    yield Verdict(Stage.REPORTED, outcome, incident.slug, f"the gold has no such change, {words}", read=kind)
    if change.kind is ChangeKind.CONTRADICTED or change.relation is Relation.CONTRADICTORY:
        fair = any(
            FAIR & set(gold.kinds) and (before, after) == (earlier, later) for before, after, gold in incident.between()
        )
        outcome = Outcome.RIGHT if fair else Outcome.WRONG
        yield Verdict(Stage.ACCUSATIONS, outcome, incident.slug, f"the gold does not accuse, {words}", read=kind)


def _kind(found: Changes, gold: GoldChange, change: Change | None) -> Iterator[Verdict]:
    incident = found.incident
    right = change is not None and kind_right(incident, gold, change)
    got = "no link" if change is None else change.kind.value
    words = f"{gold.kind.value}, read as {got}: {_words(incident, gold.earlier, gold.later)}"

    def verdict(stage: Stage, outcome: Outcome) -> Verdict:
        return Verdict(stage, outcome, incident.slug, words, gold.kind.value, got)

    if right:
        yield verdict(Stage.KIND, Outcome.RIGHT)
    else:
        yield verdict(Stage.KIND, Outcome.MISSED if change is None else Outcome.MISTAKEN)
    if change is not None:
        yield verdict(Stage.KIND_LINKED, Outcome.RIGHT if right else Outcome.MISTAKEN)
    if gold.kind in TURNED:
        named = change is not None and TURNED & {change.kind, *change.also[:ALSO]}
        yield verdict(Stage.TURNED, Outcome.RIGHT if named else Outcome.MISSED)


def _basis(found: Changes, gold: GoldChange, change: Change | None) -> Iterator[Verdict]:
    """Of a link, whether its stated basis is the gold's: a basis that is there, and that none is made up."""
    if change is None or not gold.bases:
        return
    wanted, read = gold.bases[0], change.stated_basis
    right = read in gold.bases
    if wanted is None:
        outcomes = {Stage.UNSTATED: Outcome.RIGHT if right else Outcome.MISSED}
        if not right:
            outcomes[Stage.STATED] = Outcome.WRONG
    else:
        outcomes = {Stage.STATED: Outcome.RIGHT if right else Outcome.MISSED if read is None else Outcome.MISTAKEN}
    names = ["none" if one is None else one.value for one in (wanted, read)]
    words = f"{names[0]}, read as {names[1]}: {_words(found.incident, gold.earlier, gold.later)}"
    for stage, outcome in outcomes.items():
        yield Verdict(stage, outcome, found.incident.slug, words, *names)


def _words(incident: GoldIncident, *ends: str | None) -> str:
    return " -> ".join(repr(incident.claims[end].text) for end in ends if end)
