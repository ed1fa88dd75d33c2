"""One change as HTML, for the app and for pages that stand alone: both wordings, how sure, why, and who has looked.

Text that we did not write passes through ``escape.text`` and nowhere else. How it looks is up to whose page it is: the
classes are named the same in the app's ``style.css`` and in ``incident.css``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from comms_tracker.report import escape, words
from comms_tracker.report.change_view import Byline, ChangeView, Side
from comms_tracker.report.excerpts import Excerpt, Piece, Tone

ROLE = {Tone.EARLIER: "Earlier", Tone.LATER: "Later"}
MARK: Mapping[Tone, str] = MappingProxyType({Tone.EARLIER: "earlier wording", Tone.LATER: "later wording"})
ALSO = "also"
RECAST = "Told again in our own words from public reports; only the quoted phrases are the organisation's own."
SOURCE, READING_SOURCE = "Source", "Where this reading comes from"
SURE, TOGETHER, ACKNOWLEDGED, REVIEW = "Confidence", "Taken together", "Said about the change", "Review"
WHY, FOR, AGAINST = "Why the program thinks so", "For", "Against"
NO_EVIDENCE = "The program recorded no separate reasons."


def labels(change: ChangeView) -> str:
    """The kind of a change, the kinds that also hold, and who has looked at it, as small labels."""
    also = "".join(f'<li class="ct-label">{ALSO} {escape.text(words.in_sentence(kind))}</li>' for kind in change.also)
    return (
        f'<ul class="ct-labels"><li class="ct-label ct-label-kind">{escape.text(change.kind_words)}</li>{also}'
        f'<li class="ct-label ct-label-status">{escape.text(change.status)}</li></ul>'
    )


def both_sides(change: ChangeView, *, folded: bool = False) -> str:
    """Both wordings, side by side where there is room; where there is only one, a plain sentence for the other."""
    earlier = side(change.earlier, folded=folded) if change.earlier else _absent(Tone.EARLIER, words.ONLY_LATER)
    later = side(change.later, folded=folded) if change.later else _absent(Tone.LATER, words.ONLY_EARLIER)
    return f'<div class="ct-pair">{earlier}{later}</div>'


def side(one: Side, *, folded: bool = False, role: str | None = None) -> str:
    """One wording with its byline above, and beneath it how its figure is read and where the words come from.

    ``role`` says what it is to the other, else that it is the earlier or the later one. ``folded`` folds the sources of
    the reading away, which does for a screen and not for paper.
    """
    return (
        f'<article class="ct-side ct-side-{one.tone}">{byline(one.byline, role or ROLE.get(one.tone))}'
        f'<blockquote class="ct-quote">{excerpt(one.excerpt)}</blockquote>'
        f"{_reading(one, folded)}{source_line(one.byline)}</article>"
    )


def both_slips(change: ChangeView, *, sourced: bool = False) -> str:
    """Both wordings in little room; where there is only one, a plain sentence for the other."""
    earlier = slip(change.earlier, sourced=sourced) if change.earlier else _absent(Tone.EARLIER, words.ONLY_LATER)
    later = slip(change.later, sourced=sourced) if change.later else _absent(Tone.LATER, words.ONLY_EARLIER)
    return f'<div class="ct-pair">{earlier}{later}</div>'


def slip(one: Side, *, sourced: bool = False) -> str:
    """One wording in little room: when, by whom and, where ``sourced``, from where; the sentence with its claim marked.

    A page that stands alone names the source beside each wording; in the app it is one link away.
    """
    line = one.byline
    about = escape.text(line.about)
    if sourced:
        about += f". {SOURCE}: {source(line.source)}." if line.source else "."
    return (
        f'<article class="ct-slip ct-side-{one.tone}"><p class="ct-about"><span class="ct-date">{date(line)}</span> '
        f'{about}</p><blockquote class="ct-quote">{excerpt(one.excerpt)}</blockquote></article>'
    )


def _absent(tone: Tone, sentence: str) -> str:
    return (
        f'<div class="ct-side ct-side-absent"><p class="ct-role">{ROLE[tone]}</p>'
        f'<p class="ct-absent">{sentence}</p></div>'
    )


def byline(line: Byline, role: str | None = None) -> str:
    """Date first, then who said it and through what."""
    label = f'<p class="ct-role">{role}</p>' if role else ""
    title = f'<p class="ct-about">{escape.text(line.title)}</p>' if line.title else ""
    return (
        f'<header>{label}<p class="ct-date">{date(line)}</p>'
        f'<p class="ct-about">{escape.text(line.about)}</p>{title}</header>'
    )


def date(line: Byline) -> str:
    """The day, or day and time, as it is written and as a machine reads it."""
    moment = f' datetime="{escape.text(line.issued)}"' if line.issued else ""
    return f"<time{moment}>{escape.text(line.date)}</time>"


def _reading(one: Side, folded: bool) -> str:
    if not one.read_as and not one.sources:
        return ""
    told = f"<p>{escape.text(one.read_as)}</p>" if one.read_as else ""
    named = "" if folded else f"{READING_SOURCE}: "
    sources = "".join(f"<p>{named}{escape.text(each)}</p>" for each in one.sources)
    if folded and sources:
        sources = f"<details><summary>{READING_SOURCE}</summary>{sources}</details>"
    return f'<div class="ct-reading">{told}{sources}</div>'


def source_line(line: Byline) -> str:
    """Where the words come from, linked where that is a web address, and that they are recast where they are."""
    recast = f'<span class="ct-recast">{RECAST}</span>' if line.recast else ""
    if not line.source and not recast:
        return ""
    return f'<p class="ct-source"><span class="ct-term">{SOURCE}:</span> {source(line.source)} {recast}</p>'


def source(told: str | None) -> str:
    """A source as it was given, a link where it is a web address."""
    address = escape.web_address(told)
    shown = escape.text(told or "")
    return f'<a href="{escape.text(address)}" rel="noopener noreferrer">{shown}</a>' if address else shown


def excerpt(part: Excerpt, tags: Mapping[Tone, str] = MARK) -> str:
    """The passage with its claim marked, and dots where the statement goes on; ``tags`` as in :func:`marked`."""
    before = '<span class="ct-cut">… </span>' if part.cut_before else ""
    after = '<span class="ct-cut">&nbsp;…</span>' if part.cut_after else ""
    return before + marked(part.pieces, tags) + after


def marked(pieces: Iterable[Piece], tags: Mapping[Tone, str] = MARK) -> str:
    """Text with its marks: colour and underline, and after the two claims of the change a label in words.

    ``tags`` are those labels, by the side of the change.
    """
    made: list[str] = []
    for piece in pieces:
        shown = escape.text(piece.text)
        if piece.figure:
            shown = f'<strong class="ct-figure">{shown}</strong>'
        if piece.tone and piece.first:
            made.append(f'<mark class="ct-mark ct-mark-{piece.tone}">')
        made.append(shown)
        if piece.tone and piece.last:
            tag = tags.get(piece.tone)
            made.append("</mark><wbr>" + (f'<span class="ct-tag ct-tag-{piece.tone}">{tag}</span>' if tag else ""))
    return "".join(made)


def reasons(change: ChangeView, more: Iterable[tuple[str, str]] = ()) -> str:
    """How sure the program is, ``more`` facts by name, what speaks for it and against it, and what was said of it."""
    facts = [(SURE, change.confidence), (TOGETHER, change.together)]
    facts += [*more, (ACKNOWLEDGED, change.acknowledged), (REVIEW, change.status)]
    told = "".join(
        f"<div><dt>{term}</dt><dd>{escape.text(value)}</dd></div>" for term, value in facts if value is not None
    )
    weighed = _evidence(FOR, change.evidence_for) + _evidence(AGAINST, change.evidence_against)
    if not weighed:
        weighed = f'<p class="ct-quiet">{NO_EVIDENCE}</p>'
    return (
        f'<section class="ct-reasons"><dl class="ct-facts">{told}</dl>'
        f'<div><h2 class="ct-small-title">{WHY}</h2>{weighed}</div></section>'
    )


def _evidence(title: str, evidence: tuple[str, ...]) -> str:
    if not evidence:
        return ""
    items = "".join(f"<li>{escape.text(reason)}</li>" for reason in evidence)
    return f'<div class="ct-evidence"><h3>{title}</h3><ul>{items}</ul></div>'


def entry(change: ChangeView, heading: str = "h3", *, sourced: bool = False, weighed: bool = True) -> str:
    """A change in a list: its heading, its labels, the explanation, both wordings and how sure the program is.

    The last is left out unless ``weighed``: for where :func:`reasons` stands beneath.
    """
    return (
        f'<section class="ct-entry">{_title(change, heading)}{labels(change)}'
        f'<p class="ct-explanation">{escape.text(change.explanation)}</p>{both_slips(change, sourced=sourced)}'
        f"{_quiet(change.confidence, change.acknowledged) if weighed else ''}</section>"
    )


def one_sided_entry(change: ChangeView, heading: str = "h3", *, sourced: bool = False) -> str:
    """A claim that appears or disappears: its heading and its one wording, which its explanation only repeats."""
    one = change.later or change.earlier
    return (
        f'<section class="ct-entry">{_title(change, heading)}{slip(one, sourced=sourced) if one else ""}'
        f"{_quiet(change.confidence, change.status)}</section>"
    )


def quiet_entry(change: ChangeView) -> str:
    """A change of wording alone, in two lines."""
    return (
        f'<section class="ct-entry"><p class="ct-explanation">{escape.text(change.explanation)}</p>'
        f"{both_slips(change)}{_quiet(change.confidence, change.status)}</section>"
    )


def _title(change: ChangeView, heading: str) -> str:
    return f'<{heading} class="ct-entry-title">{escape.text(change.heading)}</{heading}>'


def _quiet(*parts: str | None) -> str:
    return f'<p class="ct-quiet">{escape.text(" ".join(f"{part}." for part in parts if part))}</p>'
