"""Hand-made material for the tests of the store: no language model has a part in it.

``full_comparison()`` fills every field of every record; ``cheap_compare`` is a stand-in for the real comparison, whose
result depends on the statements and their order only.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from comms_tracker.records import (
    Basis,
    Certainty,
    Change,
    ChangeKind,
    Claim,
    Comparison,
    Direction,
    Figure,
    FigureKind,
    Finding,
    FindingKind,
    Measure,
    Origin,
    Polarity,
    ProducedBy,
    Reading,
    ReadingAs,
    Relation,
    ReviewStatus,
    Series,
    StatedBasis,
    Statement,
    Voice,
    short_id,
)
from comms_tracker.store.migrations import SCHEMA_VERSION

FIXTURES = Path(__file__).resolve().parent / "fixtures"
EARLIER = range(1, SCHEMA_VERSION)
"""The earlier schemas, of each of which a store is kept."""

MADE = ProducedBy("0.1.0", "a" * 64, "b" * 64)
INCIDENT = "ferry-2031"

FIRST = Statement(
    id="first",
    text="We do not believe that more than a few passengers “missed” a sailing, the harbour master said.\n\x00 😀",
    organisation="Tidewater Ferries",
    issued="2031-03-01T09:30+01:00",
    title="Sailings",
    channel="press statement",
    outlet="The Harbour News",
    source="https://example.org/1",
    incident=INCIDENT,
    wording="recast",
    repeats="an-earlier-one",
    derived_from=Origin("article.md", 12, 108, ((3, 20), (44, 52))),
    english=False,
)
SECOND = Statement(
    id="second", text="Corrected: some 1,250 passengers missed one.", issued="2031-03-02", incident=INCIDENT
)

FEW = Figure(
    text="more than a few",
    start=23,
    end=38,
    kind=FigureKind.VAGUE,
    low=None,
    high=8.5,
    low_open=True,
    high_open=True,
    unit="percent",
    tolerance=0.5,
    readings=(
        Reading(ReadingAs.COUNT, 3.0, 8.0, "survey, 46 readers"),
        Reading(ReadingAs.SHARE, None, 3.25, 'a study of "few", 1986'),
    ),
    rule="vague",
)
SOME = Figure("some 1,250", 11, 21, FigureKind.APPROXIMATE, 1250.0, 1250.0)
PASSENGERS = Measure("miss", "passenger", ("sailing", "on “images”"), Basis.TOTAL, "2031-W09", "passengers who missed")


def full_comparison() -> Comparison:
    """A comparison in which every field of every record has a value other than its default at least once."""
    return Comparison(
        incident=INCIDENT,
        produced_by=MADE,
        statements=(FIRST, SECOND),
        claims=(
            Claim(
                id="c-1",
                statement="first",
                start=3,
                end=66,
                text=FIRST.text[3:66],
                figure=FEW,
                measure=PASSENGERS,
                polarity=Polarity.DENIED,
                certainty=Certainty.HEDGED,
                hedge="do not believe",
                speaker="the harbour master",
                voice=Voice.QUOTED,
                background=True,
                as_of="2031-03-01",
                restated=True,
                restates="c-3",
            ),
            Claim("c-2", "first", 0, 2, "We", None, Measure()),
            Claim("c-3", "second", 11, 43, SECOND.text[11:43], SOME, PASSENGERS),
        ),
        series=(
            Series("s-2", Measure(), ("c-2",)),
            Series("s-1", PASSENGERS, ("c-3", "c-1")),
            Series("s-0", Measure(), ()),
        ),
        changes=(
            Change(
                id="ch-1",
                kind=ChangeKind.QUANTIFIED,
                also=(ChangeKind.REVISED_UP, ChangeKind.WIDENED_SCOPE),
                earlier="c-1",
                later="c-3",
                relation=Relation.SUPERSEDED,
                stated_basis=StatedBasis.CORRECTION,
                direction=Direction.UP,
                ratio=(147.05882352941177, None),
                confidence=0.93,
                explanation="“More than a few” became 1,250.",
                status=ReviewStatus.ACCEPTED,
                evidence_for=("the same noun",),
                evidence_against=("another scope", "a month between them"),
            ),
            Change("ch-0", ChangeKind.DROPPED, (), "c-2", None, None, None, None, None, 1.0, "Not mentioned again."),
        ),
        findings=(
            Finding(FindingKind.SELF_CONTRADICTION, ("second", "first"), ("c-3", "c-1"), "They do not add up."),
            Finding(FindingKind.SELF_CONTRADICTION, ("second", "first"), ("c-3", "c-1"), "They do not add up."),
            Finding(FindingKind.CHANGED_SOURCE, ("first",), (), "The page was changed.", seen=True),
        ),
        notes=("first does not look like English.", "Two organisations are kept apart."),
    )


def cheap_compare(statements: Sequence[Statement], _vectors: Any = None, _decisions: Any = ()) -> Comparison:
    """One claim for each statement, one series, one change for each pair of neighbours, one finding, one note."""
    claims = tuple(
        Claim(f"c-{each.id}", each.id, 0, len(each.text), each.text, None, Measure(phrase=each.text))
        for each in statements
    )
    changes = []
    for earlier, later in pairwise(claims):
        kind = ChangeKind.UNCHANGED if earlier.text == later.text else ChangeKind.REVISED_UP
        said = f"{earlier.text} became {later.text}."
        identity = short_id("ch", earlier.id, later.id)
        changes.append(Change(identity, kind, (), earlier.id, later.id, None, None, None, None, 0.9, said))
    return Comparison(
        incident=statements[0].incident,
        produced_by=MADE,
        statements=tuple(statements),
        claims=claims,
        series=(Series("s", Measure(), tuple(claim.id for claim in claims)),),
        changes=tuple(changes),
        findings=(Finding(FindingKind.SUM_MISMATCH, (statements[-1].id,), (), "Something to look at."),),
        notes=(f"{len(statements)} statements",),
    )


def asking_compare(statements: Sequence[Statement], vectors: Any, _decisions: Any = ()) -> Comparison:
    """As ``cheap_compare``, but asks for the vectors of neighbours that share no word: it depends on the order."""
    for earlier, later in pairwise(statements):
        if not set(earlier.text.split()) & set(later.text.split()):
            vectors.vectors([earlier.text, later.text])
    return cheap_compare(statements)


def statement(name: str, text: str, issued: str | None = None, **rest: Any) -> Statement:
    """A statement of the incident of these samples."""
    return Statement(id=name, text=text, issued=issued, incident=INCIDENT, **rest)


def rows(path: Path, *, without: Sequence[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the store at ``path``, sorted, for comparing two stores; no index's inner tables."""
    db = Database(path)
    try:
        return {
            name: sorted(db.execute(f"SELECT * FROM [{name}]").fetchall(), key=repr)
            for name in db.table_names()
            if name not in without and not name.startswith("_sqlite") and "_fts_" not in name
        }
    finally:
        db.close()


def old_store(path: Path, version: int) -> Path:
    """A copy of the store that an earlier comms-tracker made."""
    shutil.copyfile(FIXTURES / f"store-{version}.db", path)
    return path
