"""An article taken apart, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comms_tracker.app import markup
from comms_tracker.app.views.article import Quoted, Told
from comms_tracker.app.words import article as words
from comms_tracker.report import escape

if TYPE_CHECKING:
    from comms_tracker.quotes import Run


def told(one: Told) -> str:
    """A statement that an article tells of: whose, when, and its words."""
    return (
        f'<section class="ct-entry"><h3 class="ct-entry-title">{escape.text(one.organisation)}</h3>'
        f'<p class="ct-about">{escape.text(one.dated)}</p>'
        f'<blockquote class="ct-quote">{escape.text(one.text)}</blockquote></section>'
    )


def quoted(one: Quoted) -> str:
    """A quotation beside the statement's words, what differs marked in both, and each difference in a sentence."""
    look = f'<li class="ct-label ct-label-kind">{words.CHECK_IT}</li>' if one.to_look_at else ""
    speaker = f'<p class="ct-about">{escape.text(one.speaker)}</p>' if one.speaker else ""
    edits = markup.plain_list(one.edits) if one.edits else ""
    said = (
        f'<blockquote class="ct-quote">{_runs(one.said, "del")}</blockquote>'
        if one.said
        else f'<p class="ct-absent">{words.NOT_SAID}</p>'
    )
    return (
        f'<section class="ct-entry"><ul class="ct-labels">{look}<li class="ct-label">{escape.text(one.verdict)}</li>'
        f'</ul><div class="ct-pair"><article class="ct-side ct-side-earlier"><p class="ct-role">{words.SAID}</p>'
        f'<p class="ct-about">{escape.text(one.statement)}</p>{said}</article>'
        f'<article class="ct-side ct-side-later"><p class="ct-role">{words.QUOTED}</p>{speaker}'
        f'<blockquote class="ct-quote">{_runs(one.quoted, "ins")}</blockquote></article></div>'
        f"{edits}</section>"
    )


def _runs(runs: Iterable[Run], element: str) -> str:
    """Words in runs: those that the other side has not or otherwise are struck through or underlined."""
    return "".join(
        escape.text(run.text) if run.edit is None else f'<{element} class="ct-edit">{escape.text(run.text)}</{element}>'
        for run in runs
        if run.text
    )
