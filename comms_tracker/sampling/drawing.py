"""Which changes of a corpus a person is to look at: some of each stratum, and the same for one seed everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.records import Change, Comparison
from comms_tracker.report import words


class By(StrEnum):
    """What a sample is spread over, so that what is rare is looked at as well."""

    KIND = "kind"
    SURENESS = "sureness"
    INCIDENT = "incident"
    ORGANISATION = "organisation"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Unit:
    """One change of one incident, and the stratum that it is in."""

    incident: str
    change: str
    stratum: str

    @property
    def id(self) -> str:
        """What names it in a sheet."""
        return f"{self.incident}/{self.change}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit that was drawn, one of ``drawn`` out of the ``size`` units of its stratum."""

    unit: Unit
    size: int
    drawn: int


def units(comparison: Comparison, by: By) -> tuple[Unit, ...]:
    """Every change of an incident with its stratum."""
    name = comparison.incident or words.NO_INCIDENT
    return tuple(Unit(name, change.id, _stratum(comparison, change, by)) for change in comparison.changes)


def draw(population: Iterable[Unit], n: int, seed: int) -> tuple[Drawn, ...]:
    """At most ``n`` units, as many of each stratum as of any other as far as it has them, in an order of chance.

    Who is drawn depends on the seed and on the units' ids alone: the same on every machine, in whatever order they
    come. A larger ``n`` adds to what a smaller one draws.
    """
    strata: dict[str, list[Unit]] = {}
    for unit in population:
        strata.setdefault(unit.stratum, []).append(unit)
    shares = allotted({name: len(members) for name, members in strata.items()}, n)
    drawn = [
        Drawn(unit, len(members), shares[name])
        for name, members in strata.items()
        for unit in sorted(members, key=lambda one: _lot(seed, one))[: shares[name]]
    ]
    return tuple(sorted(drawn, key=lambda one: _lot(seed, one.unit)))


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


def _stratum(comparison: Comparison, change: Change, by: By) -> str:
    if by is By.KIND:
        return change.kind.value
    if by is By.SURENESS:
        return words.likelihood(change.confidence)
    if by is By.INCIDENT:
        return comparison.incident or words.NO_INCIDENT
    if by is By.ORGANISATION:
        claim = comparison.claim(change.later or change.earlier or "")
        return comparison.statement(claim.statement).organisation or "no organisation named"
    return "all"


def _lot(seed: int, unit: Unit) -> bytes:
    """A number that the seed and the id give, with nothing else in it."""
    return hashlib.sha256(f"{seed}\x1f{unit.id}".encode("utf-8", "surrogatepass")).digest()


def by_incident(drawn: Sequence[Drawn]) -> dict[str, list[Drawn]]:
    """The drawn units of each incident."""
    found: dict[str, list[Drawn]] = {}
    for one in drawn:
        found.setdefault(one.unit.incident, []).append(one)
    return found
