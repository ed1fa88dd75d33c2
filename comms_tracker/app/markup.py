"""Views as HTML. Text that we did not write passes through ``escape.text`` and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.app import words
from comms_tracker.app.views.statements import StatementView
from comms_tracker.report import escape
from comms_tracker.report.change_view import Byline, ChangeView, Side
from comms_tracker.report.excerpts import Excerpt, Piece, Tone
from comms_tracker.report.incident_view import FindingView
from comms_tracker.report.timeline import Timeline
from comms_tracker.report.timeline_words import legend_words

MARK_LABEL = {Tone.EARLIER: words.EARLIER_MARK, Tone.LATER: words.LATER_MARK}
SIDE_LABEL = {Tone.EARLIER: words.EARLIER, Tone.LATER: words.LATER}

SHORT_CELL = 24
"""Characters up to which a cell of a table keeps to one line where there is room."""


def masthead(title: str, summary: str, explanation: str = "", labels: str = "") -> str:
    """The top of a page: what it is about in small letters, the title, its labels and a first paragraph."""
    kicker = f'<p class="ct-kicker">{escape.text(summary)}</p>' if summary else ""
    lead = f'<p class="ct-lead">{escape.text(explanation)}</p>' if explanation else ""
    return f'<header class="ct-masthead">{kicker}<h1 class="ct-title">{escape.text(title)}</h1>{labels}{lead}</header>'


def labels(change: ChangeView) -> str:
    """The kind of a change, the kinds that also hold, and who has looked at it, as small labels."""
    also = "".join(f'<li class="ct-label">{words.ALSO} {escape.text(_small(kind))}</li>' for kind in change.also)
    return (
        f'<ul class="ct-labels"><li class="ct-label ct-label-kind">{escape.text(change.kind_words)}</li>{also}'
        f'<li class="ct-label ct-label-status">{escape.text(change.status)}</li></ul>'
    )


def both_sides(change: ChangeView) -> str:
    """Both wordings, side by side where there is room; where there is only one, a plain sentence for the other."""
    earlier = side_card(change.earlier) if change.earlier else _absent(Tone.EARLIER, words.ONLY_LATER)
    later = side_card(change.later) if change.later else _absent(Tone.LATER, words.ONLY_EARLIER)
    return f'<div class="ct-pair">{earlier}{later}</div>'


def side_card(side: Side) -> str:
    """One wording with its byline above and how its figure is read beneath."""
    reading = f'<div class="ct-reading">{_reading(side)}</div>' if side.read_as else ""
    return (
        f'<article class="ct-side ct-side-{side.tone}">{byline(side.byline, SIDE_LABEL.get(side.tone))}'
        f'<blockquote class="ct-quote">{excerpt(side.excerpt)}</blockquote>'
        f"{reading}{source(side.byline)}</article>"
    )


def both_slips(change: ChangeView) -> str:
    """Both wordings in little room; where there is only one, a plain sentence for the other."""
    earlier = slip(change.earlier) if change.earlier else _absent(Tone.EARLIER, words.ONLY_LATER)
    later = slip(change.later) if change.later else _absent(Tone.LATER, words.ONLY_EARLIER)
    return f'<div class="ct-pair">{earlier}{later}</div>'


def slip(side: Side) -> str:
    """One wording in little room: when and by whom, and the sentence with its claim marked."""
    line = side.byline
    about = ", ".join(part for part in (line.organisation, line.channel) if part)
    return (
        f'<article class="ct-slip ct-side-{side.tone}"><p class="ct-about"><span class="ct-date">'
        f"{escape.text(line.date)}</span> {escape.text(about)}</p>"
        f'<blockquote class="ct-quote">{excerpt(side.excerpt)}</blockquote></article>'
    )


def _reading(side: Side) -> str:
    told = f"<p>{escape.text(side.read_as or '')}</p>"
    if not side.sources:
        return told
    sources = "".join(f"<p>{escape.text(one)}</p>" for one in side.sources)
    return f"{told}<details><summary>{words.READING_SOURCE}</summary>{sources}</details>"


def _absent(tone: Tone, sentence: str) -> str:
    return (
        f'<div class="ct-side ct-side-absent"><p class="ct-role">{SIDE_LABEL[tone]}</p>'
        f'<p class="ct-absent">{sentence}</p></div>'
    )


def byline(line: Byline, role: str | None = None) -> str:
    """Date first, then who said it and through what."""
    label = f'<p class="ct-role">{role}</p>' if role else ""
    moment = f' datetime="{escape.text(line.issued)}"' if line.issued else ""
    about = [part for part in (line.organisation, line.channel) if part]
    title = f'<p class="ct-about">{escape.text(line.title)}</p>' if line.title else ""
    return (
        f'<header class="ct-byline">{label}<p class="ct-date"><time{moment}>{escape.text(line.date)}</time></p>'
        f'<p class="ct-about">{escape.text(", ".join(about))}</p>{title}</header>'
    )


def source(line: Byline) -> str:
    """Where the words come from, linked where that is a web address, and that they are recast where they are."""
    address = escape.web_address(line.source)
    shown = escape.text(line.source) if line.source else ""
    if address:
        shown = f'<a href="{escape.text(address)}" rel="noopener noreferrer">{shown}</a>'
    recast = f'<span class="ct-recast">{words.RECAST}</span>' if line.recast else ""
    if not shown and not recast:
        return ""
    return f'<p class="ct-source"><span class="ct-term">{words.SOURCE}</span> {shown} {recast}</p>'


def excerpt(part: Excerpt) -> str:
    """The passage with its claim marked, and dots where the statement goes on."""
    before = '<span class="ct-cut">… </span>' if part.cut_before else ""
    after = '<span class="ct-cut">&nbsp;…</span>' if part.cut_after else ""
    return before + marked(part.pieces) + after


def marked(pieces: Iterable[Piece]) -> str:
    """Text with its marks: colour and underline, and after the two claims of the change a label in words."""
    made: list[str] = []
    for piece in pieces:
        shown = escape.text(piece.text)
        if piece.figure:
            shown = f'<strong class="ct-figure">{shown}</strong>'
        if piece.tone and piece.first:
            made.append(f'<mark class="ct-mark ct-mark-{piece.tone}">')
        made.append(shown)
        if piece.tone and piece.last:
            made.append("</mark><wbr>" + _tag(piece.tone))
    return "".join(made)


def _tag(tone: Tone) -> str:
    label = MARK_LABEL.get(tone)
    return f'<span class="ct-tag ct-tag-{tone}">{label}</span>' if label else ""


def reasons(change: ChangeView, more: Iterable[tuple[str, str]] = ()) -> str:
    """How sure the program is, ``more`` facts by name, what speaks for it and against it, and what was said of it."""
    facts = [(words.CONFIDENCE, change.confidence), (words.TOGETHER, change.together)]
    facts += [*more, (words.ACKNOWLEDGED, change.acknowledged), (words.REVIEW, change.status)]
    told = "".join(
        f"<div><dt>{term}</dt><dd>{escape.text(value)}</dd></div>" for term, value in facts if value is not None
    )
    weighed = _evidence(words.EVIDENCE_FOR, change.evidence_for) + _evidence(
        words.EVIDENCE_AGAINST, change.evidence_against
    )
    if not weighed:
        weighed = f'<p class="ct-quiet">{words.NO_EVIDENCE}</p>'
    return (
        f'<section class="ct-reasons"><dl class="ct-facts">{told}</dl>'
        f'<div class="ct-why"><h2 class="ct-small-title">{words.WHY}</h2>{weighed}</div></section>'
    )


def _evidence(title: str, evidence: tuple[str, ...]) -> str:
    if not evidence:
        return ""
    items = "".join(f"<li>{escape.text(reason)}</li>" for reason in evidence)
    return f'<div class="ct-evidence"><h3>{title}</h3><ul>{items}</ul></div>'


def section_title(title: str, count: int | None = None) -> str:
    """The heading of a part of a page, with how many entries it has."""
    number = f' <span class="ct-count">{count}</span>' if count is not None else ""
    return f'<h2 class="ct-section">{escape.text(title)}{number}</h2>'


def change_entry(change: ChangeView) -> str:
    """A change in a list: its heading, its labels, the explanation and both wordings."""
    return (
        f'<section class="ct-entry"><h4 class="ct-entry-title">{escape.text(change.heading)}</h4>{labels(change)}'
        f'<p class="ct-explanation">{escape.text(change.explanation)}</p>{both_slips(change)}'
        f'<p class="ct-quiet">{escape.text(_sentence(change.confidence, change.acknowledged))}</p></section>'
    )


def one_sided_entry(change: ChangeView) -> str:
    """A claim that appears or disappears: its heading and its one wording, which its explanation only repeats."""
    side = change.later or change.earlier
    return (
        f'<section class="ct-entry"><h4 class="ct-entry-title">{escape.text(change.heading)}</h4>'
        f"{slip(side) if side else ''}"
        f'<p class="ct-quiet">{escape.text(_sentence(change.confidence, change.status))}</p></section>'
    )


def quiet_entry(change: ChangeView) -> str:
    """A change of wording alone, in two lines."""
    return (
        f'<section class="ct-entry ct-entry-quiet"><p class="ct-explanation">{escape.text(change.explanation)}</p>'
        f"{both_slips(change)}"
        f'<p class="ct-quiet">{escape.text(_sentence(change.confidence, change.status))}</p></section>'
    )


def incident_change(label: str, change: ChangeView) -> str:
    """An incident in a list: what it is, its main change in words with both wordings, and who has looked at that."""
    return (
        f'<section class="ct-entry ct-entry-incident"><p class="ct-kicker">{escape.text(label)}</p>'
        f'<h3 class="ct-entry-title">{escape.text(change.heading)}</h3>{labels(change)}{both_slips(change)}</section>'
    )


def part_title(title: str, count: int) -> str:
    """The heading of a group within a part of a page, with how many entries it has."""
    return f'<h3 class="ct-part">{escape.text(title)} <span class="ct-count">{count}</span></h3>'


def step(days: str, told: Iterable[str]) -> str:
    """One step in time: its days, and what changed as a list."""
    return f'<section class="ct-entry"><h3 class="ct-entry-title">{escape.text(days)}</h3>{plain_list(told)}</section>'


def incident_entry(label: str, headline: str) -> str:
    """Another incident in a list: what it is and its headline change."""
    return (
        f'<section class="ct-entry ct-entry-incident"><h3 class="ct-entry-title">{escape.text(label)}</h3>'
        f'<p class="ct-explanation">{escape.text(headline)}</p></section>'
    )


def findings(found: Iterable[FindingView]) -> str:
    """Findings as a list with their names."""
    items = "".join(
        f"<li><strong>{escape.text(one.title)}.</strong> {escape.text(one.explanation)}</li>" for one in found
    )
    return f'<ul class="ct-list">{items}</ul>'


def plain_list(sentences: Iterable[str]) -> str:
    """Sentences as a list."""
    return f'<ul class="ct-list">{"".join(f"<li>{escape.text(one)}</li>" for one in sentences)}</ul>'


def paragraph(sentence: str, quiet: bool = False) -> str:
    """One paragraph, in smaller letters where it is quiet."""
    return f'<p class="{"ct-quiet" if quiet else "ct-text"}">{escape.text(sentence)}</p>'


def notice(title: str, sentence: str, command: str | None = None) -> str:
    """A page that has nothing to show, or a note above one that has: what happened, and what to do."""
    code = f'<pre class="ct-command"><code>{escape.text(command)}</code></pre>' if command else ""
    return (
        f'<section class="ct-notice" role="status"><h1 class="ct-title">{escape.text(title)}</h1>'
        f'<p class="ct-lead">{escape.text(sentence)}</p>{code}</section>'
    )


def aside(sentence: str) -> str:
    """A short note above a page that still shows what it can."""
    return f'<p class="ct-aside" role="status">{escape.text(sentence)}</p>'


def table(columns: Iterable[str], rows: Iterable[Iterable[str]], caption: str) -> str:
    """A table whose rows become blocks on a narrow page, each cell with the name of its column."""
    names = list(columns)
    head = "".join(f'<th scope="col">{escape.text(name)}</th>' for name in names)
    body = "".join(
        f"<tr>{''.join(_cell(name, cell) for name, cell in zip(names, row, strict=True))}</tr>" for row in rows
    )
    return (
        f'<table class="ct-table"><caption>{escape.text(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(name: str, cell: str) -> str:
    if not cell:
        return "<td></td>"
    short = ' class="ct-short"' if len(cell) <= SHORT_CELL else ""
    return f'<td{short}><span class="ct-cell-name">{escape.text(name)}</span>{escape.text(cell)}</td>'


def legend(line: Timeline) -> str:
    """What the shapes of the picture mean; only those that it has."""
    return f'<p class="ct-quiet ct-legend">{escape.text(legend_words(line))}</p>'


def timeline_table(line: Timeline) -> str:
    """The picture's figures as a table."""
    columns = [words.COLUMN_DATE, words.COLUMN_SAID, words.COLUMN_READ]
    rows = [[entry.date, entry.said, entry.read_as] for entry in line.entries]
    if any(entry.source for entry in line.entries):
        columns.append(words.READING_SOURCE)
        rows = [[*row, entry.source] for row, entry in zip(rows, line.entries, strict=True)]
    return table(columns, rows, words.PICTURE_TABLE)


def statement_article(view: StatementView) -> str:
    """A whole statement with all of its claims marked."""
    none = "" if view.claims else f'<p class="ct-quiet">{words.NO_CLAIM_HERE}</p>'
    return (
        f'<article class="ct-statement">{byline(view.byline)}<div class="ct-fulltext">{marked(view.pieces)}</div>'
        f"{none}{source(view.byline)}</article>"
    )


def statements(views: Iterable[StatementView]) -> str:
    """The statements of an incident, two beside each other where there is room."""
    return f'<div class="ct-statements">{"".join(statement_article(view) for view in views)}</div>'


def _small(words_: str) -> str:
    return words_[:1].lower() + words_[1:]


def _sentence(*parts: str | None) -> str:
    return " ".join(f"{part}." for part in parts if part)
