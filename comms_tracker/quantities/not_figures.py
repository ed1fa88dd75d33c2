"""What stands beside numbers that are no quantities, as the lexicon lists it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comms_tracker.lexicon import table

RANGE_LINKS = frozenset(["to", "and", "or", "-", "–", "—", "&", "until", "through", "/"])
LIST_LINKS = RANGE_LINKS | {","}


@dataclass(frozen=True, slots=True)
class Beside:
    """The lexicon's lists; each stands in not_figures.toml with the phenomenon that it is for."""

    labels: frozenset[str]
    plural_labels: frozenset[str]
    capital_labels: frozenset[str]
    weak_labels: frozenset[str]
    dialled: frozenset[str]
    age_words: frozenset[str]
    before_decades: frozenset[str]
    age_units: frozenset[str]
    aged_people: frozenset[str]
    aged_person: frozenset[str]
    hyphened: frozenset[str]
    before_one: frozenset[str]
    after_one: frozenset[str]
    idioms: dict[str, tuple[tuple[str, ...], ...]]


@cache
def beside() -> Beside:
    """The lists of the lexicon."""
    data = table("not_figures")
    idioms: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["idioms"]["phrases"]:
        parts = tuple(phrase.split())
        idioms.setdefault(parts[0], []).append(parts)
    return Beside(
        frozenset(data["labels"]["singular"]),
        frozenset(data["labels"]["plural"]),
        frozenset(data["labels"]["capital"]),
        frozenset(data["labels"]["weak"]),
        frozenset(data["dialled"]["words"]),
        frozenset(data["ages"]["before"]),
        frozenset(data["ages"]["before_decades"]),
        frozenset(data["ages"]["units"]),
        frozenset(data["ages"]["people"]),
        frozenset(data["ages"]["person"]),
        frozenset(data["hyphened"]["words"]),
        frozenset(data["one"]["before"]),
        frozenset(data["one"]["after"]),
        {first: tuple(sorted(options, key=len, reverse=True)) for first, options in idioms.items()},
    )
