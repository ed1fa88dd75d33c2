"""Parts of pages as HTML, and tables. Text that we did not write passes through ``escape.text`` and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.app import words
from comms_tracker.app.views.statements import StatementView
from comms_tracker.report import change_html, escape, table_html, titles
from comms_tracker.report.change_view import ChangeView
from comms_tracker.report.incident_view import FindingView
from comms_tracker.report.timeline import Timeline
from comms_tracker.report.timeline_words import legend_words

SHORT_CELL = 24
"""Characters up to which a cell of a table keeps to one line where there is room."""


def masthead(title: str, summary: str, explanation: str = "", labels: str = "") -> str:
    """The top of a page: what it is about in small letters, the title, its labels and a first paragraph."""
    kicker = f'<p class="ct-kicker">{escape.text(summary)}</p>' if summary else ""
    lead = f'<p class="ct-lead">{escape.text(explanation)}</p>' if explanation else ""
    return f'<header class="ct-masthead">{kicker}<h1 class="ct-title">{escape.text(title)}</h1>{labels}{lead}</header>'


def section_title(title: str, count: int | None = None) -> str:
    """The heading of a part of a page, with how many entries it has."""
    number = f' <span class="ct-count">{count}</span>' if count is not None else ""
    return f'<h2 class="ct-section">{escape.text(title)}{number}</h2>'


def incident_change(label: str, change: ChangeView) -> str:
    """An incident in a list: what it is, its main change in words with both wordings, and who has looked at that."""
    return (
        f'<section class="ct-entry ct-entry-incident"><p class="ct-kicker">{escape.text(label)}</p>'
        f'<h3 class="ct-entry-title">{escape.text(change.heading)}</h3>{change_html.labels(change)}'
        f"{change_html.both_slips(change)}</section>"
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
    shown = "".join(
        f"<tr>{''.join(_cell(name, cell) for name, cell in zip(names, row, strict=True))}</tr>" for row in rows
    )
    return table_html.table(names, shown, caption, "ct-table")


def _cell(name: str, cell: str) -> str:
    if not cell:
        return "<td></td>"
    short = ' class="ct-short"' if len(cell) <= SHORT_CELL else ""
    return f'<td{short}><span class="ct-cell-name">{escape.text(name)}</span>{escape.text(cell)}</td>'


def legend(line: Timeline) -> str:
    """What the shapes of the picture mean; only those that it has."""
    return f'<p class="ct-quiet">{escape.text(legend_words(line))}</p>'


def timeline_table(line: Timeline) -> str:
    """The picture's figures as a table."""
    columns = [titles.COLUMN_DATE, titles.COLUMN_SAID, titles.COLUMN_READ]
    rows = [[entry.date, entry.said, entry.read_as] for entry in line.entries]
    if any(entry.source for entry in line.entries):
        columns.append(change_html.READING_SOURCE)
        rows = [[*row, entry.source] for row, entry in zip(rows, line.entries, strict=True)]
    return table(columns, rows, titles.PICTURE_TABLE)


def statement_article(view: StatementView) -> str:
    """A whole statement with all of its claims marked."""
    none = "" if view.claims else f'<p class="ct-quiet">{words.NO_CLAIM_HERE}</p>'
    return (
        f'<article class="ct-statement">{change_html.byline(view.byline)}<div class="ct-fulltext">'
        f"{change_html.marked(view.pieces)}</div>{none}{change_html.source_line(view.byline)}</article>"
    )


def statements(views: Iterable[StatementView]) -> str:
    """The statements of an incident, two beside each other where there is room."""
    return f'<div class="ct-statements">{"".join(statement_article(view) for view in views)}</div>'
