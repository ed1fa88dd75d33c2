"""One hand-made incident of the scorer: its gold, what was read of it and what was said to have changed."""

from __future__ import annotations

from typing import Any

from comms_tracker.records import Change, ChangeKind, Claim, Figure, FigureKind, Measure, Polarity, Relation

FIRST = "We cancelled 12 operations. No data was lost. About 400 letters went out. Two wards are shut. We run 9 sites."
SECOND = "We cancelled 15 operations. Some data was lost. Five staff were off sick. Lifts are working."
NO_FIGURE: dict[str, Any] = {"surface": None, "low": None, "high": None, "kind": "none", "op": "none"}


def gold_claim(name: str, statement: str, quote: str, unit: str = "", **fields: Any) -> dict[str, Any]:
    text = FIRST if statement == "s1" else SECOND
    start = text.index(quote)
    return {
        "id": name, "statement": statement, "quote": quote, "span": [start, start + len(quote)], "figure": NO_FIGURE,
        "counted": unit, "unit": unit, "event": "happen", "polarity": "affirmed", "hedge": None, **fields,
    }  # fmt: skip


def gold_figure(surface: str, low: float | None, high: float | None, kind: str = "exact") -> dict[str, Any]:
    return {"surface": surface, "low": low, "high": high, "kind": kind, "op": "="}


GOLD: dict[str, Any] = {
    "slug": "hand-made",
    "incident": "A hand-made incident",
    "organisation": "A trust",
    "statements": [
        {"id": "s1", "date": "2020-01-01", "text": FIRST},
        {"id": "s2", "date": "2020-01-02", "text": SECOND},
    ],
    "gold": {
        "claims": [
            gold_claim("c0", "s1", "We cancelled 12 operations", "operation", figure=gold_figure("12", 12, 12)),
            gold_claim("c1", "s1", "No data was lost", polarity="denied"),
            gold_claim("c2", "s1", "About 400 letters", "letter", figure=gold_figure("About 400", 400, 400, "approx")),
            gold_claim("c3", "s1", "Two wards are shut", "ward", figure=gold_figure("Two", 2, 2)),
            gold_claim("c4", "s2", "We cancelled 15 operations", "operation", figure=gold_figure("15", 15, 15)),
            gold_claim("c5", "s2", "Some data was lost"),
            gold_claim("c6", "s2", "Five staff", "staff", figure=gold_figure("Five", 5, 5)),
        ],
        "changes": [
            {"from": "c0", "to": "c4", "type": "revised_up", "same_metric": True, "note": "running total"},
            {"from": "c1", "to": "c5", "type": "contradicted", "same_metric": True, "note": None},
            {"from": "c2", "to": None, "type": "dropped", "note": None},
            {"from": "c3", "to": None, "type": "dropped", "note": None, "uncertain": True},
            {"from": None, "to": "c6", "type": "new", "note": None},
        ],
        "not_expected": [],
    },
}
PAIRS: list[dict[str, Any]] = [
    {
        "id": f"{one[1]} and {other[1]}",
        "incident": "hand-made",
        "a": {"statement": "s1", "quote": one},
        "b": {"statement": "s2", "quote": other},
        "same_metric": same,
    }
    for one, other, same in (
        ("We cancelled 12 operations", "We cancelled 15 operations", True),
        ("No data was lost", "Some data was lost", True),
        ("Two wards are shut", "Five staff", False),
    )
]


def claim(name: str, statement: str, text: str, figure: str = "", value: float = 0, **fields: Any) -> Claim:
    start = (FIRST if statement == "s1" else SECOND).index(text)
    at = start + text.index(figure)
    found = Figure(figure, at, at + len(figure), FigureKind.EXACT, value, value) if figure else None
    fields.setdefault("measure", Measure())
    return Claim(name, statement, start, start + len(text), text, found, **fields)


READ = (
    claim("a", "s1", "We cancelled 12 operations", "12", 12, measure=Measure(counted="operation")),
    claim("b", "s1", "No data was lost", polarity=Polarity.DENIED),
    claim("c", "s1", "About 400 letters", "400", 4000, measure=Measure(counted="email")),
    claim("d", "s1", "Two wards are shut", "Two", 2, measure=Measure(counted="ward")),
    claim("e", "s1", "We run 9 sites", "9", 9),
    claim("f", "s2", "We cancelled 15 operations", "15", 15, measure=Measure(counted="operation")),
    claim("g", "s2", "Some data was lost", polarity=Polarity.DENIED),
    claim("h", "s2", "Lifts are working"),
)


def change(kind: ChangeKind, earlier: str | None, later: str | None, relation: Relation | None = None) -> Change:
    return Change(f"{earlier}-{later}", kind, (), earlier, later, relation, None, None, None, 0.9, "")


CHANGES = (
    change(ChangeKind.PROGRESSED, "a", "f", Relation.SUPERSEDED),
    change(ChangeKind.UNCHANGED, "b", "g"),
    change(ChangeKind.CONTRADICTED, "d", "h", Relation.CONTRADICTORY),
    change(ChangeKind.DROPPED, "d", None),
    change(ChangeKind.ADDED, None, "f"),
)
