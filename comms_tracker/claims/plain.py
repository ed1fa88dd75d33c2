"""Claims and figures as plain data and back, for a place that holds no records: a spaCy Doc that is written to disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comms_tracker.contract import claim_json, figure_json
from comms_tracker.records import (
    Basis,
    Certainty,
    Claim,
    Figure,
    FigureKind,
    Measure,
    Polarity,
    Reading,
    ReadingAs,
    Voice,
)

Plain = Mapping[str, Any]


def plain_figure(figure: Figure) -> dict[str, Any]:
    """The figure in the shape of the JSON contract."""
    return dict(figure_json(figure))


def plain_claim(claim: Claim) -> dict[str, Any]:
    """The claim in the shape of the JSON contract."""
    return dict(claim_json(claim))


def figure_of(data: Plain) -> Figure:
    """The figure that :func:`plain_figure` wrote."""
    readings = tuple(
        Reading(ReadingAs(each["as"]), _number(each["low"]), _number(each["high"]), each["source"])
        for each in data["readings"]
    )
    ends = {end: _number(data[end]) for end in ("low", "high", "tolerance")}
    return Figure(**{**data, **ends, "kind": FigureKind(data["kind"]), "readings": readings})


def claim_of(data: Plain) -> Claim:
    """The claim that :func:`plain_claim` wrote."""
    measure, basis = data["measure"], data["measure"]["basis"]
    return Claim(
        **{
            **data,
            "figure": data["figure"] and figure_of(data["figure"]),
            "measure": Measure(**{**measure, "scope": tuple(measure["scope"]), "basis": basis and Basis(basis)}),
            "polarity": Polarity(data["polarity"]),
            "certainty": Certainty(data["certainty"]),
            "voice": Voice(data["voice"]),
        }
    )


def _number(value: float | None) -> float | None:
    """The number as a record has it: the contract writes whole ones as integers."""
    return None if value is None else float(value)
