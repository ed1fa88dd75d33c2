"""An article to what it holds: its passages, the statements that it quotes, and when each was issued."""

from __future__ import annotations

from comms_tracker.articles.dating import resolve

__all__ = ["resolve"]
