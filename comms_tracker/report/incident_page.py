"""An incident, or one change of it, as one page of HTML: a file to send, to keep and to print.

The page stands alone: no script, font or address that a browser would fetch, so it opens offline; the picture is inside
it. Everything in it comes from the comparison, and text that we did not write passes through ``escape.text``.
"""

from __future__ import annotations

from collections.abc import Iterator

from comms_tracker import __version__
from comms_tracker.records import Change, Comparison, Statement
from comms_tracker.report import change_html, escape, titles, words
from comms_tracker.report.change_view import ChangeView, byline
from comms_tracker.report.groups import rejected_words, unchanged_words
from comms_tracker.report.incident_view import IncidentView, incident_view
from comms_tracker.report.picture import picture, within_page
from comms_tracker.report.standalone import standalone_page
from comms_tracker.report.table_html import cells, table
from comms_tracker.report.timeline import Timeline

CAUTION = (
    "The program can miss a claim, misread one, or take two different things for the same. A change is “proposed by "
    "the program” until a person has accepted it. It says what differs between the statements, never why; read them "
    "before you publish."
)


def incident_page(comparison: Comparison, made_on: str) -> str:
    """The whole incident, opened on its headline change; ``made_on`` is the ISO date to put beneath it."""
    view = incident_view(comparison)
    body = [_opening(comparison, view), *_others(view), *_end(comparison, comparison.statements)]
    return _page(
        view.shown.heading if view.shown else _without_change(view)[0], view.summary, body, made_on, comparison
    )


def change_page(comparison: Comparison, change_id: str, made_on: str) -> str:
    """One change alone, with the statements that it is about; raises KeyError where there is no such change."""
    change = comparison.change(change_id)
    view = incident_view(comparison, change)
    assert view.shown is not None
    sides = [one.byline.statement for one in (view.shown.earlier, view.shown.later) if one]
    statements = [comparison.statement(one) for one in dict.fromkeys(sides)]
    others = sum(not each.says_the_same for each in comparison.changes if each is not change)
    place = words.counted(others, "other change")
    beside = f"<p class=quiet>One change of {escape.text(view.incident)}, which has {place}.</p>\n"
    body = [_opening(comparison, view), *_end(comparison, statements), beside]
    return _page(view.shown.heading, view.summary, body, made_on, comparison)


def _page(title: str, summary: str, body: list[str], made_on: str, comparison: Comparison) -> str:
    made = comparison.produced_by
    hashes = f"Language model {made.model_sha256[:12]}, lexicons {made.lexicon_sha256[:12]} (SHA-256)."
    foot = (
        f"<p>{escape.text(CAUTION)}</p><p>Read by comms-tracker {escape.text(made.version)}, page made with "
        f"{escape.text(__version__)} on {escape.text(words.date_words(made_on))}. {escape.text(hashes)}</p>"
    )
    named, described = (escape.text(escape.plain(part)) for part in (title, summary))
    return standalone_page(named, "incident.css", "".join(body), foot, described)


def _opening(comparison: Comparison, view: IncidentView) -> str:
    """The change that the page is about, all of it; where there is none, that there is none."""
    kicker = f"<p class=kicker>{titles.WHAT_CHANGED}: {escape.text(view.summary)}</p>"
    if view.shown is None:
        title, sentence = _without_change(view)
        claims = "".join(map(change_html.side, view.claims))
        return f"<header class=masthead>{kicker}<h1>{title}</h1><p class=lead>{sentence}</p></header>\n{claims}"
    return (
        f"<header class=masthead>{kicker}<h1>{escape.text(view.shown.heading)}</h1>{change_html.labels(view.shown)}"
        f"<p class=lead>{escape.text(view.shown.explanation)}</p></header>\n{change_html.both_sides(view.shown)}\n"
        f"{change_html.reasons(view.shown)}\n{_picture(comparison, comparison.change(view.shown.id))}"
    )


def _without_change(view: IncidentView) -> tuple[str, str]:
    if view.alone:
        return titles.ONE_STATEMENT, words.ONE_STATEMENT
    if view.possible:
        return titles.NO_SURE_CHANGE, titles.POSSIBLE_MEANING
    return titles.NO_CHANGE, words.NO_CHANGE


def _picture(comparison: Comparison, change: Change) -> str:
    shown = picture(comparison, change)
    if shown is None:
        return ""
    return (
        f"<section class=picture><h2>{titles.PICTURE}</h2><figure><div class=drawing>{within_page(shown)}</div>"
        f"<figcaption class=quiet>{escape.text(shown.legend)}</figcaption></figure>\n{_table(shown.line)}</section>\n"
    )


def _table(line: Timeline) -> str:
    columns = [titles.COLUMN_DATE, titles.COLUMN_SAID, titles.COLUMN_READ]
    rows = (cells(map(escape.text, (entry.date, entry.said, entry.read_as))) for entry in line.entries)
    return table(columns, "".join(rows), titles.PICTURE_TABLE)


def _others(view: IncidentView) -> Iterator[str]:
    yield from _group(titles.OTHERS, view.changed)
    yield from _group(titles.ADDED, view.added)
    yield from _group(titles.DROPPED, view.dropped)
    yield from _group(titles.POSSIBLE, view.possible, titles.POSSIBLE_MEANING if view.shown else "")
    if view.findings:
        yield _title(titles.FINDINGS, len(view.findings))
        items = (
            f"<li><strong>{escape.text(one.title)}.</strong> {escape.text(one.explanation)}</li>"
            for one in view.findings
        )
        yield f"<ul class=findings>{''.join(items)}</ul>\n"
    if view.unchanged:
        yield f"<p class=quiet>{unchanged_words(len(view.unchanged))}.</p>\n"
    if view.rejected:
        # Whoever gets the page doesn't see what a person has found to be wrong, only that there was something.
        yield f"<p class=quiet>{rejected_words(len(view.rejected))}: left out here.</p>\n"


def _group(title: str, changes: tuple[ChangeView, ...], lead: str = "") -> Iterator[str]:
    if not changes:
        return
    yield _title(title, len(changes)) + (f"<p>{escape.text(lead)}</p>\n" if lead else "")
    two_sided = [change for change in changes if change.earlier and change.later]
    yield from (f"{change_html.entry(change, sourced=True)}\n" for change in two_sided)
    one_sided = [change for change in changes if change not in two_sided]
    if one_sided:
        entries = "\n".join(change_html.one_sided_entry(change, sourced=True) for change in one_sided)
        yield f"<div class=columns>{entries}</div>\n"


def _title(title: str, count: int | None = None) -> str:
    number = f" <span class=count>{count}</span>" if count is not None else ""
    return f"<h2>{title}{number}</h2>\n"


def _end(comparison: Comparison, statements: tuple[Statement, ...] | list[Statement]) -> Iterator[str]:
    """Each statement with its date, its source and the hash by which its text can be told from any other."""
    yield f"<section class=statements>{_title(titles.STATEMENTS)}"
    columns = [titles.COLUMN_DATE, "Statement", "Source", "SHA-256 of the text"]
    yield table(columns, "".join(cells(_statement(one)) for one in statements), "In order of time")
    yield "</section>\n"
    if comparison.notes:
        notes = "".join(f"<li>{escape.text(note)}</li>" for note in comparison.notes)
        yield f"{_title(titles.NOTES)}<ul>{notes}</ul>\n"


def _statement(statement: Statement) -> list[str]:
    line = byline(statement)
    title = f"<p>{escape.text(line.title or statement.id)}</p><p class=quiet>{escape.text(line.about)}</p>"
    foreign = "" if statement.english else f"<p class=notice>{words.NOT_ENGLISH}</p>"
    told = change_html.source(statement.source)
    return [change_html.date(line), title + foreign, told, f"<code>{statement.sha256}</code>"]
