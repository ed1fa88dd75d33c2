"""What a page's address says: which incident and which change, both by ids that hold for the same store anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comms_tracker.records import Change

INCIDENT = "incident"
CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Address:
    """The incident and the change that an address asks for; None where it leaves the choice to the page."""

    incident: str | None = None
    change: str | None = None

    def parameters(self) -> dict[str, str]:
        """The query parameters that lead here."""
        asked = {INCIDENT: self.incident, CHANGE: self.change}
        return {name: value for name, value in asked.items() if value is not None}


def read(parameters: Mapping[str, str]) -> Address:
    """The address that query parameters give; empty values count as none."""
    return Address(parameters.get(INCIDENT) or None, parameters.get(CHANGE) or None)


def nearest_incident(wanted: Sequence[str | None], held: Sequence[str]) -> str | None:
    """The first wanted incident that the store holds, else its first (the newest); None for an empty store."""
    for incident in wanted:
        if incident is not None and incident in held:
            return incident
    return held[0] if held else None


def nearest_change(wanted: str | None, changes: Sequence[Change]) -> Change | None:
    """The change with the wanted id, None where the comparison has none such."""
    return next((change for change in changes if change.id == wanted), None)
