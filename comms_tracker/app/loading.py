"""Reads what a page needs from the store, or says in one sentence why it cannot. Nothing here writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.app import words
from comms_tracker.app.address import Address, nearest_incident
from comms_tracker.errors import CommsTrackerError
from comms_tracker.records import Comparison
from comms_tracker.store import IncidentSummary, Store


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is nothing to show, and what to do; ``command`` is a line for the terminal where one helps."""

    title: str
    sentence: str
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """One incident's comparison and the list of all incidents, read from the store at one time."""

    incidents: tuple[IncidentSummary, ...]
    comparison: Comparison


def load(path: Path, address: Address, last_seen: str | None = None) -> Loaded | Trouble:
    """The incident that the address asks for, else the one last seen, else the newest."""
    if not path.exists():
        return Trouble(words.EMPTY_TITLE, words.NO_STORE.format(path=path), add_command(path))
    try:
        with Store.open(path, write=False) as store:
            incidents = store.incidents()
            shown = nearest_incident((address.incident, last_seen), names(incidents))
            if shown is None:
                return Trouble(words.EMPTY_TITLE, words.EMPTY, add_command(path))
            return Loaded(incidents, store.comparison(shown))
    except CommsTrackerError as error:
        return Trouble(words.TROUBLE_TITLE, str(error))


def names(incidents: Sequence[IncidentSummary]) -> tuple[str, ...]:
    """The incidents' names in the order of the store."""
    return tuple(summary.incident for summary in incidents)


def add_command(path: Path) -> str:
    """The line that adds statements to this store."""
    shown = f'"{path}"' if " " in str(path) else str(path)
    return words.ADD_COMMAND.format(path=shown)
