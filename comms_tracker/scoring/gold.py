"""Gold incidents: statements with what a careful reader finds in them, read from the files of tests/gold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comms_tracker.records import ChangeKind, FindingKind, StatedBasis, Statement

KIND_NAMES = {"new": "added"}
"""Gold names of kinds that have another name in the product."""
FINDINGS = frozenset(kind.value for kind in FindingKind)


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure's words, their place in the statement, and the interval; both ends None where the words give none."""

    text: str
    start: int
    end: int
    kind: str
    op: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What a statement claims; ``figure`` is None for a claim without one."""

    id: str
    statement: str
    text: str
    start: int
    end: int
    figure: GoldFigure | None
    counted: str
    unit: str
    polarity: str
    basis: str
    background: bool


@dataclass(frozen=True, slots=True)
class GoldChange:
    """What happened from one claim to a later one, or to one that appears (no earlier) or disappears (no later).

    ``same`` says whether both are one measure; None is arguable, or not said. ``arguable`` is an explicit None.
    ``kinds`` are all that are right, the headline first; ``bases`` are all stated bases that are right, None among them
    where the later words give none; no basis at all where the gold does not say.
    """

    earlier: str | None
    later: str | None
    kinds: tuple[ChangeKind, ...]
    same: bool | None
    arguable: bool
    uncertain: bool
    note: str
    bases: tuple[StatedBasis | None, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """The kind that leads."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two claims of different statements, and whether they are about the same measure."""

    earlier: str
    later: str
    same: bool


@dataclass(frozen=True, slots=True)
class GoldFinding:
    """Something to look at, and the claims that it rests on, in its statements."""

    kind: FindingKind
    statements: tuple[str, ...]
    claims: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Claims of which a finding or a change of this kind must not be reported."""

    kind: FindingKind | ChangeKind
    claims: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """One incident; ``releases`` names for each statement the one whose words it is.

    ``findings`` is None where the gold does not mark them.
    """

    slug: str
    statements: tuple[Statement, ...]
    releases: dict[str, str]
    claims: dict[str, GoldClaim]
    changes: tuple[GoldChange, ...]
    pairs: tuple[GoldPair, ...]
    not_expected: frozenset[str]
    findings: tuple[GoldFinding, ...] | None = None
    near_misses: tuple[NearMiss, ...] = ()

    def between(self) -> tuple[tuple[str, str, GoldChange], ...]:
        """The changes that have both an earlier and a later claim, behind those two."""
        return tuple((one.earlier, one.later, one) for one in self.changes if one.earlier and one.later)


def read_gold(folder: Path) -> tuple[GoldIncident, ...]:
    """The incidents of a folder by name: one JSON file each, and their pairs in files whose names begin with pairs.

    Raises ValueError where the folder has none, a quotation is not at its offsets, or something names no claim.
    """
    lines = [line for file in sorted(folder.glob("pairs*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in lines]
    found = tuple(incident(json.loads(path.read_text("utf-8")), rows) for path in sorted(folder.glob("*.json")))
    if not found:
        raise ValueError("it has no .json file. Name a folder of gold incidents.")
    return found


def incident(data: dict[str, Any], pairs: Iterable[dict[str, Any]] = ()) -> GoldIncident:
    """One incident from the file's form; of ``pairs`` those that name it. Raises ValueError as read_gold does."""
    statements = tuple(_statement(one, data) for one in data["statements"])
    texts = {one.id: one.text for one in statements}
    claims = {one["id"]: _claim(one, texts) for one in data["gold"]["claims"]}
    places = {(claim.statement, claim.text): claim.id for claim in claims.values()}
    names = {data["slug"], data["incident"]}
    return GoldIncident(
        slug=data["slug"],
        statements=statements,
        releases={one["id"]: one.get("same_statement_as") or one["id"] for one in data["statements"]},
        claims=claims,
        changes=tuple(_change(one) for one in data["gold"]["changes"]),
        pairs=tuple(_pair(one, places) for one in pairs if one["incident"] in names),
        not_expected=frozenset(one["claim"] for one in data["gold"].get("not_expected", ())),
        findings=_findings(data["gold"]["findings"], claims) if "findings" in data["gold"] else None,
        near_misses=tuple(_near_miss(one, claims) for one in data["gold"].get("near_misses", ())),
    )


def _statement(row: dict[str, Any], data: dict[str, Any]) -> Statement:
    return Statement(
        id=row["id"],
        text=row["text"],
        organisation=data["organisation"],
        incident=data["incident"],
        issued=row["date"],
        title=row.get("source_title") or row["id"],
        channel=row.get("channel"),
        outlet=row.get("quoted_by"),
        source=row.get("source_url"),
    )


def _claim(row: dict[str, Any], texts: dict[str, str]) -> GoldClaim:
    start, end = row["span"]
    text = texts[row["statement"]]
    if text[start:end] != row["quote"]:
        raise ValueError(f"Gold claim {row['id']} of {row['statement']}: {row['quote']!r} is not at {start}..{end}.")
    return GoldClaim(
        id=row["id"],
        statement=row["statement"],
        text=row["quote"],
        start=start,
        end=end,
        figure=_figure(row["figure"], start + _offset(row)) if row["figure"].get("surface") else None,
        counted=row["counted"].lower(),
        unit=(row.get("unit") or "").lower(),
        polarity=row["polarity"],
        basis=(row.get("basis") or "").lower(),
        background=bool(row.get("background")),
    )


def _offset(row: dict[str, Any]) -> int:
    surface: str = row["figure"]["surface"]
    quote: str = row["quote"]
    return quote.index(surface) if not row["figure"].get("span") else row["figure"]["span"][0] - row["span"][0]


def _figure(row: dict[str, Any], start: int) -> GoldFigure:
    surface: str = row["surface"]
    return GoldFigure(surface, start, start + len(surface), row["kind"], row.get("op") or "", row["low"], row["high"])


def _change(row: dict[str, Any]) -> GoldChange:
    names = [row["type"], *row.get("also_acceptable", ())]
    return GoldChange(
        earlier=row.get("from"),
        later=row.get("to"),
        kinds=tuple(ChangeKind(KIND_NAMES.get(name, name)) for name in names),
        same=row.get("same_metric"),
        arguable="same_metric" in row and row["same_metric"] is None,
        uncertain=bool(row.get("uncertain")),
        note=(row.get("note") or "").lower(),
        bases=tuple(_basis(name) for name in (row["stated_basis"], *row.get("also_stated_basis", ())))
        if "stated_basis" in row
        else (),
    )


def _basis(name: str | None) -> StatedBasis | None:
    return None if name is None else StatedBasis(name)


def _findings(rows: Iterable[dict[str, Any]], claims: dict[str, GoldClaim]) -> tuple[GoldFinding, ...]:
    return tuple(
        GoldFinding(FindingKind(one["kind"]), tuple(one["statements"]), _known(one, claims), one.get("note") or "")
        for one in rows
    )


def _near_miss(row: dict[str, Any], claims: dict[str, GoldClaim]) -> NearMiss:
    name = KIND_NAMES.get(row["kind"], row["kind"])
    kind = FindingKind(name) if name in FINDINGS else ChangeKind(name)
    return NearMiss(kind, _known(row, claims), row.get("note") or "")


def _known(row: dict[str, Any], claims: dict[str, GoldClaim]) -> tuple[str, ...]:
    for name in row["claims"]:
        if name not in claims:
            raise ValueError(f"A gold {row['kind']} names a claim that the gold does not have: {name}.")
    return tuple(row["claims"])


def _pair(row: dict[str, Any], places: dict[tuple[str, str], str]) -> GoldPair:
    ends = []
    for side in ("a", "b"):
        place = (row[side]["statement"], row[side]["quote"])
        if place not in places:
            raise ValueError(f"Gold pair {row['id']} names a claim that the gold does not have: {place[1]!r}.")
        ends.append(places[place])
    return GoldPair(ends[0], ends[1], bool(row["same_metric"]))
