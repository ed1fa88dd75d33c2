"""The result of checking a draft as HTML: its text with numbered marks, and each place beside what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from comms_tracker.app import markup
from comms_tracker.app.views.draft import DepartureView, LeftOutView
from comms_tracker.app.views.pair import Segment
from comms_tracker.app.words import draft as draft_words
from comms_tracker.report import change_html, escape
from comms_tracker.report.excerpts import Tone

IN_DRAFT = {Tone.LATER: draft_words.THE_DRAFT}
"""The label of a claim of the draft."""


def marked_text(segments: Sequence[Segment], tags: Mapping[str, str]) -> str:
    """The draft with every claim underlined lightly; one that has a tag strongly, with the tag behind it."""
    runs = [(claim, list(run)) for claim, run in groupby(segments, key=lambda segment: segment.claim)]
    last = {claim: place for place, (claim, _) in enumerate(runs)}
    body = "".join(
        _run(claim, run, tags.get(claim or ""), tagged=last[claim] == place) for place, (claim, run) in enumerate(runs)
    )
    return (
        f'<div class="ct-statement ct-draft" role="region" tabindex="0" aria-label="{draft_words.MARKED}">'
        f'<div class="ct-fulltext">{body}</div></div>'
    )


def _run(claim: str | None, run: Iterable[Segment], tag: str | None, *, tagged: bool) -> str:
    shown = "".join(
        f'<strong class="ct-figure">{escape.text(one.text)}</strong>' if one.figure else escape.text(one.text)
        for one in run
    )
    if claim is None:
        return shown
    tone = "other" if tag is None else "later"
    label = f'<wbr><span class="ct-tag ct-tag-later">{escape.text(tag)}</span>' if tag and tagged else ""
    return f'<mark class="ct-mark ct-mark-{tone}">{shown}</mark>{label}'


def departure(view: DepartureView) -> str:
    """One place of the draft: what kind of change it would be, why, and both wordings."""
    also = "".join(f'<li class="ct-label">{change_html.ALSO} {escape.text(kind)}</li>' for kind in view.also)
    others = "".join(f"<li>{escape.text(told)}: “{escape.text(said)}”</li>" for told, said in view.others)
    listed = f'<ul class="ct-list">{others}</ul>' if others else ""
    return (
        f'<section class="ct-entry"><h3 class="ct-entry-title">{view.number}. {escape.text(view.kind)}</h3>'
        f'<ul class="ct-labels">{also}<li class="ct-label ct-label-status">{escape.text(view.status)}</li></ul>'
        f'<p class="ct-explanation">{escape.text(view.explanation)}</p>'
        f'<div class="ct-pair">{change_html.side(view.earlier, folded=True, role=draft_words.EARLIER)}'
        f'<article class="ct-side ct-side-later"><p class="ct-date">{escape.text(view.place)}</p>'
        f'<blockquote class="ct-quote">{change_html.excerpt(view.draft, IN_DRAFT)}</blockquote></article></div>'
        f'{listed}<p class="ct-quiet">{escape.text(view.sure)}</p></section>'
    )


def left_out(found: Iterable[LeftOutView]) -> str:
    """What was said and is not in the draft, each with its date and source."""
    made = "".join(change_html.slip(one.said, sourced=True) + markup.paragraph(one.review, quiet=True) for one in found)
    return f'<div class="ct-entry">{made}</div>'


def verdict(sentence: str, remarks: Iterable[str]) -> str:
    """The sentence that an editor should know first, in a box of its own, and what belongs beneath it."""
    told = "".join(f"<p>{escape.text(one)}</p>" for one in remarks)
    return f'<div class="ct-verdict" role="status"><p><strong>{escape.text(sentence)}</strong></p>{told}</div>'
