"""Incidents told three times in words far apart, with each clause that makes a claim marked by what it is about.

Composed blind (tests/gold/marked): "{harm|Nobody was hurt}" in one statement and "{harm|two porters needed treatment}"
in another are about one measure. There are no figures or kinds of change in them: they say how much is read, and how
much of what belongs together is found, where hardly a word comes again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.comparison import compare
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import ChangeKind, Claim, Comparison, Statement

MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
TURNED = (ChangeKind.CONTRADICTED, ChangeKind.RETRACTED)


@dataclass(frozen=True, slots=True)
class Clause:
    """A marked clause: the statement it stands in, by number, its offsets there, and the name of its measure."""

    statement: int
    start: int
    end: int
    measure: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An incident's statements without the marks, and its clauses in their order."""

    slug: str
    statements: tuple[Statement, ...]
    clauses: tuple[Clause, ...]

    def mentions(self) -> set[tuple[Clause, Clause]]:
        """Each clause with the last one before it, in an earlier statement, that is about the same measure."""
        found = set()
        for later in self.clauses:
            before = [one for one in self.clauses if one.measure == later.measure and one.statement < later.statement]
            if before:
                found.add((before[-1], later))
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: clauses that a claim covers, and links between claims of two marked clauses."""

    clauses: int
    met: int
    mentions: int
    linked: int
    links: int
    right: int
    turned: int
    turned_right: int


def read_marked(folder: Path) -> list[Marked]:
    """The incidents of a folder's files: "== slug", then each statement under "## "."""
    parts = (
        part
        for file in sorted(folder.glob("*.txt"))
        for part in re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.M)[1:]
    )
    return [_incident(*part.split("\n", 1)) for part in parts]


def _incident(slug: str, text: str) -> Marked:
    statements, clauses = [], []
    for number, marked in enumerate(re.split(r"^## .*\n", text, flags=re.M)[1:]):
        plain, last = "", 0
        for mark in MARK.finditer(marked.strip()):
            plain += marked.strip()[last : mark.start()]
            clauses.append(Clause(number, len(plain), len(plain) + len(mark[2]), mark[1]))
            plain, last = plain + mark[2], mark.end()
        plain += marked.strip()[last:]
        day = f"2031-03-{1 + 7 * number:02d}"
        statements.append(Statement(str(number), plain, organisation="The organisation", issued=day, incident=slug))
    return Marked(slug, tuple(statements), tuple(clauses))


def found_in(incidents: Iterable[Marked], vectors: PhraseVectors) -> Found:
    """Over all incidents together, each compared by the product."""
    each = [_found(one, compare(one.statements, vectors)) for one in incidents]
    return Found(*(sum(getattr(one, name) for one in each) for name in Found.__slots__))


def lines(found: Found) -> list[str]:
    """What was found, a sentence a line."""
    return [
        f"Clauses that a claim covers: {found.met / found.clauses:.3f} of {found.clauses:,}.",
        f"Mentions of a measure linked with the last one before: {found.linked / found.mentions:.3f} of "
        f"{found.mentions:,}.",
        f"Links between marked clauses that are of one measure: {found.right / found.links:.3f} of {found.links:,}.",
        f"Of those said to contradict or retract: {found.turned_right} of {found.turned}.",
    ]


def _found(incident: Marked, comparison: Comparison) -> Found:
    home = {claim.id: _clause(claim, incident.clauses) for claim in comparison.claims}
    links = [
        (home.get(change.earlier or ""), home.get(change.later or ""), change.kind) for change in comparison.changes
    ]
    between = [(a, b, kind) for a, b, kind in links if a is not None and b is not None]
    right = [(a, b, kind) for a, b, kind in between if a.measure == b.measure]
    mentions = incident.mentions()
    return Found(
        clauses=len(incident.clauses),
        met=len({one for one in home.values() if one is not None}),
        mentions=len(mentions),
        linked=len(mentions & {(a, b) for a, b, _ in right}),
        links=len(between),
        right=len(right),
        turned=sum(kind in TURNED for _, _, kind in between),
        turned_right=sum(kind in TURNED for _, _, kind in right),
    )


def _clause(claim: Claim, clauses: Iterable[Clause]) -> Clause | None:
    """The clause that a claim shares the most with, at least half of the shorter of the two."""

    def shared(one: Clause) -> int:
        return min(claim.end, one.end) - max(claim.start, one.start)

    there = [
        one
        for one in clauses
        if str(one.statement) == claim.statement
        and 2 * shared(one) >= min(claim.end - claim.start, one.end - one.start)
    ]
    return max(there, key=shared, default=None)
