"""A store of any size for measuring: made-up incidents, each written as every other incident is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from comms_tracker import __version__
from comms_tracker.records import (
    Change,
    ChangeKind,
    Claim,
    Comparison,
    Direction,
    Figure,
    FigureKind,
    Measure,
    ProducedBy,
    Relation,
    Series,
    Statement,
    short_id,
)

STATEMENTS, CLAIMS = 5, 10
"""Statements of an incident, and claims of a statement."""
OF_INCIDENT = STATEMENTS * CLAIMS
ORGANISATIONS = 500
PLACES = 200_000
"""Place names: at a million claims one of them is in about five, and each noun in one claim of fifteen."""
NOUNS = (
    *("train", "flight", "operation", "parcel", "household", "customer", "letter", "school"),
    *("account", "payment", "patient", "ferry", "refund", "passenger", "licence"),
)
VERBS = ("cancelled", "delayed", "affected", "restored", "inspected", "refunded", "rebooked", "closed")
SAID = ("", " so far", " by then", " in all", " again")
"""How the phrases of one series differ from statement to statement, so that hardly any two claims share one."""
SYLLABLES = (
    *("bar", "cor", "den", "el", "fen", "gar", "hal", "ing", "jor", "kel", "lan", "mor"),
    *("nor", "ost", "pen", "quen", "rin", "sel", "tor", "ur", "vel", "wen", "yar", "zel"),
)
ENDINGS = ("ham", "ford", "bury", "wick", "thorpe", "mere", "stead", "leigh")


@dataclass(frozen=True, slots=True)
class Made:
    """A synthetic store: where it is, and how many claims and incidents it has."""

    path: Path
    claims: int
    incidents: int


def incident_name(number: int) -> str:
    """The name of one of the incidents."""
    return f"incident-{number:06d}"


def place(number: int) -> str:
    """A name that looks like a place's, another one for each number."""
    rest, end = divmod(number, len(ENDINGS))
    parts = []
    for _ in range(4):
        rest, syllable = divmod(rest, len(SYLLABLES))
        parts.append(SYLLABLES[syllable])
    return "".join(parts).capitalize() + ENDINGS[end]


def comparison(number: int) -> Comparison:
    """An incident whose every statement counts the same ten things anew, with other numbers; the same every time."""
    chance = random.Random(number)
    name = incident_name(number)
    organisation = f"Organisation {chance.randrange(ORGANISATIONS):03d}"
    things = [
        (chance.choice(NOUNS), chance.choice(VERBS), place(chance.randrange(PLACES)), chance.randint(3, 900))
        for _ in range(CLAIMS)
    ]
    year, start = 2000 + number % 25, chance.randrange(1, 330)
    statements, claims = [], []
    for which in range(STATEMENTS):
        head = Statement(
            id=f"{which + 1}-{name}",
            text="",
            organisation=organisation,
            issued=(date(year, 1, 1) + timedelta(days=start + 7 * which)).isoformat(),
            title=f"Update {which + 1}",
            channel="press statement",
            incident=name,
        )
        made, found = _filled(head, which, things, chance)
        statements.append(made)
        claims.append(found)
    series = [[of_one[thing] for of_one in claims] for thing in range(CLAIMS)]
    return Comparison(
        incident=name,
        produced_by=ProducedBy(__version__, "0" * 64, "0" * 64),
        statements=tuple(statements),
        claims=tuple(claim for of_one in claims for claim in of_one),
        series=tuple(Series(short_id("s", of_one[0].id), of_one[0].measure, _ids(of_one)) for of_one in series),
        changes=tuple(_change(*pair) for of_one in series for pair in pairwise(of_one)),
        findings=(),
        notes=(),
    )


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)


def _filled(
    head: Statement, which: int, things: Sequence[tuple[str, str, str, int]], chance: random.Random
) -> tuple[Statement, list[Claim]]:
    """The statement with its text, which counts each of the things, and the claims in it."""
    name = head.id
    pieces, claims, at = [], [], 0
    for noun, verb, where, least in things:
        value = least + which * chance.randint(0, 40)
        said = f"{value} {noun}s at {where} were {verb}"
        figure = Figure(str(value), at, at + len(str(value)), FigureKind.EXACT, float(value), float(value))
        measure = Measure(verb, noun, (where,), None, None, f"{noun}s at {where} that were {verb}{SAID[which]}")
        claims.append(Claim(short_id("c", name, at), name, at, at + len(said), said, figure, measure))
        pieces.append(f"{said}. We are sorry. ")
        at += len(pieces[-1])
    return replace(head, text="".join(pieces)), claims


def _value(claim: Claim) -> float:
    return claim.figure.low or 0.0 if claim.figure else 0.0


def _change(earlier: Claim, later: Claim) -> Change:
    low, high = _value(earlier), _value(later)
    more = high > low
    kind = ChangeKind.REVISED_UP if more else ChangeKind.UNCHANGED
    return Change(
        id=short_id("ch", earlier.id, later.id),
        kind=kind,
        also=(),
        earlier=earlier.id,
        later=later.id,
        relation=Relation.SUPERSEDED if more else Relation.CONSISTENT,
        stated_basis=None,
        direction=Direction.UP if more else None,
        ratio=(high / low, high / low) if more else None,
        confidence=0.9,
        explanation=f"{earlier.text}; later {later.text}.",
        evidence_for=("the same event and noun",),
    )
