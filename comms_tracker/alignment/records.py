"""What alignment hands on: which statements are one release, which claims are about the same measure, and why."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.records import Series


@dataclass(frozen=True, slots=True)
class Release:
    """Statements (by id) that report the same words; what is added or dropped is judged between releases."""

    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (by id) about the same measure: how probable that is, and the evidence in plain phrases."""

    earlier: str
    later: str
    confidence: float
    evidence_for: tuple[str, ...] = ()
    evidence_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """The claims of one incident in series, ready for ``changes``.

    ``releases`` are in order of time. ``links`` holds one pair for each change to be described: neighbours of a series
    in different releases, a restated claim hung off the claim that it restates, and a current claim from the latest
    earlier current one. ``copies`` maps a claim to the claim of its own release that it repeats.
    ``added`` and ``dropped`` are ids of claims with no counterpart in any earlier release, or absent from the next one.
    ``set_aside`` holds the pairs that a person took apart, as sure as the model is of them.
    """

    releases: tuple[Release, ...]
    links: tuple[Link, ...]
    series: tuple[Series, ...]
    copies: dict[str, str]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    set_aside: tuple[Link, ...] = ()
