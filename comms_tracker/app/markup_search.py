"""What a search found, as HTML."""

from __future__ import annotations

from comms_tracker.app.views.search import HitView
from comms_tracker.report import escape


def hit(view: HitView) -> str:
    """One result: whose it is and when, its words with those found marked in what stands around them, and notes."""
    shown = "".join(
        f'<mark class="ct-found">{escape.text(run.text)}</mark>' if run.found else escape.text(run.text)
        for run in view.runs
    )
    notes = ". ".join(view.notes)
    return (
        f'<section class="ct-entry"><p class="ct-kicker">{escape.text(view.incident)}</p>'
        f'<h3 class="ct-part ct-hit-title">{escape.text(view.about)}</h3>'
        f'<blockquote class="ct-quote">{_around(view.before)}{shown}{_around(view.after)}</blockquote>'
        f'<p class="ct-quiet">{escape.text(notes)}.</p></section>'
    )


def _around(text: str) -> str:
    return f'<span class="ct-around">{escape.text(text)}</span>' if text else ""
