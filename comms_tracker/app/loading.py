"""Reads what a page needs from the store, or says in one sentence why it cannot. Nothing here writes.

What was read is kept for all sessions until the store's files change. It is what the store holds, never a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from comms_tracker.app import words
from comms_tracker.app.address import Address, nearest_incident
from comms_tracker.decisions import Decision
from comms_tracker.errors import CommsTrackerError
from comms_tracker.records import Comparison
from comms_tracker.store import IncidentSummary, Store
from comms_tracker.store.opening import FileState, file_state

CHOICES = 100
"""Incidents, the newest ones, that a reader chooses from; any other is reached by its link or by searching."""

KEPT = 32
"""Comparisons kept at once, so that going back and forth between incidents reads nothing again."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is nothing to show, and what to do; ``command`` is a line for the terminal where one helps."""

    title: str
    sentence: str
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """One incident's comparison, and the newest incidents with that one among them."""

    incidents: tuple[IncidentSummary, ...]
    comparison: Comparison


def load(path: Path, address: Address, last_seen: str | None = None) -> Loaded | Trouble:
    """The incident that the address asks for, else the one last seen, else the newest."""
    found = load_incidents(path)
    if isinstance(found, Trouble):
        return found
    try:
        held = _held(path)
        shown = nearest_incident((address.incident, last_seen), (found[0].incident, *_names(held)))
        assert shown is not None
        if all(one.incident != shown for one in found):
            found = (_incident(held, shown), *found)
        return Loaded(found, _comparison(held, shown))
    except CommsTrackerError as error:
        return Trouble(words.TROUBLE_TITLE, str(error))


def load_incidents(path: Path, at_most: int = CHOICES) -> tuple[IncidentSummary, ...] | Trouble:
    """One line for each of the newest incidents; at least one, since an empty store is a trouble."""
    if not path.exists():
        return Trouble(words.EMPTY_TITLE, words.NO_STORE.format(path=path), add_command(path))
    try:
        found = _incidents(_held(path), at_most)
    except CommsTrackerError as error:
        return Trouble(words.TROUBLE_TITLE, str(error))
    return found or Trouble(words.EMPTY_TITLE, words.EMPTY, add_command(path))


def incident_names(path: Path) -> tuple[str, ...]:
    """The names of all incidents in order of their letters; raises StoreError where the store cannot be read."""
    return _names(_held(path))


def known_incidents(path: Path) -> list[str]:
    """As :func:`incident_names`, for a page that needs no store; none where there is no store, or none to be read."""
    try:
        return list(incident_names(path)) if path.exists() else []
    except CommsTrackerError:
        return []


def organisations(path: Path) -> tuple[tuple[str, str | None], ...]:
    """The organisations whose statements the store holds, in order of their letters, each with its sector if known.

    Raises StoreError where the store cannot be read.
    """
    return _organisations(_held(path))


def comparison(path: Path, incident: str) -> Comparison:
    """An incident's comparison; raises StoreError where the store cannot be read or does not hold it."""
    return _comparison(_held(path), incident)


def decisions(path: Path, incident: str) -> tuple[Decision, ...]:
    """The decisions about an incident in the order of making; raises StoreError as :func:`comparison` does."""
    return _decisions(_held(path), incident)


@dataclass(frozen=True, slots=True)
class _Held:
    """A store as its files stand now: what is kept is looked up by it."""

    path: Path
    state: FileState


def _held(path: Path) -> _Held:
    return _Held(path, file_state(path))


# What is kept is frozen, so that sessions may share it as it is.
@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _incidents(held: _Held, at_most: int) -> tuple[IncidentSummary, ...]:
    with Store.open(held.path, write=False) as store:
        return store.incidents(at_most)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _incident(held: _Held, incident: str) -> IncidentSummary:
    with Store.open(held.path, write=False) as store:
        return store.incident(incident)


@st.cache_resource(max_entries=1, show_spinner=False)
def _names(held: _Held) -> tuple[str, ...]:
    with Store.open(held.path, write=False) as store:
        return store.incident_names()


@st.cache_resource(max_entries=1, show_spinner=False)
def _organisations(held: _Held) -> tuple[tuple[str, str | None], ...]:
    with Store.open(held.path, write=False) as store:
        return tuple(sorted(store.organisations().items(), key=lambda one: one[0].casefold()))


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _comparison(held: _Held, incident: str) -> Comparison:
    with Store.open(held.path, write=False) as store:
        return store.comparison(incident)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _decisions(held: _Held, incident: str) -> tuple[Decision, ...]:
    with Store.open(held.path, write=False) as store:
        return store.decisions(incident)


def add_command(path: Path) -> str:
    """The line that adds statements to this store."""
    shown = f'"{path}"' if " " in str(path) else str(path)
    return words.ADD_COMMAND.format(path=shown)
