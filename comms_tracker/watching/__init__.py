"""Addresses looked at again and again: a silent edit becomes a version, and what it changed is said."""

from __future__ import annotations

from comms_tracker.watching.records import Event, Outcome
from comms_tracker.watching.rounds import Clock, Watcher
from comms_tracker.watching.state import WatchState

__all__ = ["Clock", "Event", "Outcome", "WatchState", "Watcher"]
