"""What a page's address says of the store: ids that hold for anybody who holds the same store.

Only what the store holds may stand in an address: never pasted text, a draft, or what was searched for in one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from urllib.parse import urlencode, urlsplit, urlunsplit

from comms_tracker.records import Change, Comparison


@dataclass(frozen=True, slots=True)
class Address:
    """What an address asks for, each under its field's name; None where it leaves the choice to the page.

    ``earlier`` and ``later`` are the statements that stand side by side.
    """

    incident: str | None = None
    change: str | None = None
    earlier: str | None = None
    later: str | None = None

    def parameters(self) -> dict[str, str]:
        """The query parameters that lead here."""
        asked = {name: getattr(self, name) for name in NAMES}
        return {name: value for name, value in asked.items() if value is not None}


NAMES = tuple(field.name for field in fields(Address))
"""The query parameters of an address; others in the browser's address belong to the widgets that are bound to them."""


def read(parameters: Mapping[str, str]) -> Address:
    """The address that query parameters give; empty values count as none."""
    return Address(**{name: parameters.get(name) or None for name in NAMES})


def link_to(here: str | None, page: str, place: Address) -> str:
    """The whole address of a page of the app; ``here`` is an address of the app, such as the one that is open."""
    parts = urlsplit(here or "")
    return urlunsplit((parts.scheme, parts.netloc, f"/{page}", urlencode(place.parameters()), ""))


def nearest_incident(wanted: Sequence[str | None], held: Sequence[str]) -> str | None:
    """The first wanted incident that the store holds, else its first (the newest); None for an empty store."""
    for incident in wanted:
        if incident is not None and incident in held:
            return incident
    return held[0] if held else None


def nearest_change(wanted: str | None, changes: Sequence[Change]) -> Change | None:
    """The change with the wanted id, None where the comparison has none such."""
    return next((change for change in changes if change.id == wanted), None)


def change_between(asked: Address, comparison: Comparison) -> Change | None:
    """The first change, in a reader's order, between the two statements that an address names; None without any."""
    if asked.earlier is None or asked.later is None:
        return None
    places = {claim.id: claim.statement for claim in comparison.claims}
    wanted = (asked.earlier, asked.later)
    return next(
        (one for one in comparison.changes if (places.get(one.earlier or ""), places.get(one.later or "")) == wanted),
        None,
    )


def place_of(comparison: Comparison, change: Change) -> Address:
    """The address of a change, with its two statements: by them what is nearest is found where the change is gone."""
    sides = [None if one is None else comparison.claim(one).statement for one in (change.earlier, change.later)]
    earlier, later = sides if None not in sides else (None, None)
    return Address(comparison.incident, change.id, earlier, later)
