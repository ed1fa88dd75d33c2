"""Which changes or sentences of a corpus a person is to look at: some of each stratum, one seed the same everywhere."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappush, heappushpop

from comms_tracker.report import words
from comms_tracker.store import Relation, Rows, Value


class By(StrEnum):
    """What a sample is spread over, so that what is rare is looked at as well."""

    KIND = "kind"
    SURENESS = "sureness"
    INCIDENT = "incident"
    ORGANISATION = "organisation"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """One change or sentence of one incident, and the stratum that it is in."""

    incident: str
    name: str
    stratum: str

    @property
    def id(self) -> str:
        """What names it in a sheet."""
        return f"{self.incident}/{self.name}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit that was drawn, one of ``drawn`` out of the ``size`` units of its stratum."""

    unit: Unit
    size: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, and how many units each stratum has."""

    drawn: tuple[Drawn, ...]
    sizes: Mapping[str, int]


VIEW = "changes_readable"
"""The view of a store that has every change with what it is drawn by."""


def units(relation: Relation, rows: Rows, by: By) -> Iterator[Unit]:
    """Every change of the rows of ``VIEW`` with its stratum."""
    at = {column.name: place for place, column in enumerate(relation.columns)}
    for row in rows:
        yield Unit(str(row[at["incident"]]), str(row[at["change_id"]]), _stratum(row, at, by))


def draw(population: Iterable[Unit], n: int, seed: int) -> Sample:
    """At most ``n`` units, as many of each stratum as of any other as far as it has them, in an order of chance.

    Who is drawn depends on the seed and on the units' ids alone: the same on every machine, in whatever order they
    come. A larger ``n`` adds to what a smaller one draws. No more than ``n`` units of a stratum are held at once.
    """
    sizes: Counter[str] = Counter()
    firsts: dict[str, list[tuple[int, Unit]]] = {}
    for unit in population:
        sizes[unit.stratum] += 1
        kept = firsts.setdefault(unit.stratum, [])
        # Turned round, so that the last of those kept stands first in the heap.
        entry = (-_lot(seed, unit), unit)
        if len(kept) < n:
            heappush(kept, entry)
        else:
            heappushpop(kept, entry)
    shares = allotted(sizes, n)
    drawn = [
        (-lot, Drawn(unit, sizes[name], shares[name]))
        for name, kept in firsts.items()
        for lot, unit in sorted(kept, reverse=True)[: shares[name]]
    ]
    return Sample(tuple(one for _, one in sorted(drawn, key=lambda pair: pair[0])), sizes)


def allotted(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many to draw of each stratum: the same of all, and what small ones lack from the others.

    What does not divide goes to the largest first, then by name.
    """
    shares = dict.fromkeys(sizes, 0)
    left = min(n, sum(sizes.values()))
    while left:
        open_ones = [name for name in sizes if shares[name] < sizes[name]]
        each = left // len(open_ones)
        if each == 0:
            for name in sorted(open_ones, key=lambda one: (-sizes[one], one))[:left]:
                shares[name] += 1
            break
        for name in open_ones:
            more = min(each, sizes[name] - shares[name])
            shares[name] += more
            left -= more
    return shares


def _stratum(row: Sequence[Value], at: Mapping[str, int], by: By) -> str:
    if by is By.KIND:
        return str(row[at["what_changed"]])
    if by is By.SURENESS:
        return words.likelihood(float(row[at["confidence"]] or 0))
    if by is By.INCIDENT:
        return str(row[at["incident"]])
    if by is By.ORGANISATION:
        return str(row[at["organisation"]] or "no organisation named")
    return "all"


def _lot(seed: int, unit: Unit) -> int:
    """A number that the seed and the id give, with nothing else in it."""
    return int.from_bytes(hashlib.sha256(f"{seed}\x1f{unit.id}".encode("utf-8", "surrogatepass")).digest())


def by_incident(drawn: Sequence[Drawn]) -> dict[str, list[Drawn]]:
    """The drawn units of each incident."""
    found: dict[str, list[Drawn]] = {}
    for one in drawn:
        found.setdefault(one.unit.incident, []).append(one)
    return found
