"""Words to figures: every quantity of a text as an interval with its exact place."""

from __future__ import annotations

from comms_tracker.quantities.lexicon_schema import VagueEntry, VagueLexicon, load_vague
from comms_tracker.quantities.scan import read_figures

__all__ = ["VagueEntry", "VagueLexicon", "load_vague", "read_figures"]
