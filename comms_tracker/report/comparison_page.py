"""A comparison for the terminal: the headline change in full, the others in short, what did not change counted."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from comms_tracker.records import Change, Comparison, Finding, Said
from comms_tracker.report import titles, words
from comms_tracker.report.bylines import byline, organisations, source_words, summary
from comms_tracker.report.claims_table import claims_table, one_statement
from comms_tracker.report.excerpts import sentence_around
from comms_tracker.report.groups import facts, grouped, sides, told_once, unchanged_words
from comms_tracker.report.layout import (
    EARLIER,
    INDENT,
    LATER,
    QUIET,
    STRONG,
    bullet,
    indented,
    labelled,
    quotation,
    section,
    spaced,
)
from comms_tracker.report.numbers import reading_line
from comms_tracker.report.visible import visible, visible_part


def comparison_page(comparison: Comparison) -> RenderableType:
    """The whole of one comparison, ready to be rendered."""
    return Group(*spaced(_parts(comparison)))


def _parts(comparison: Comparison) -> Iterator[RenderableType]:
    yield _masthead(comparison)
    if len(comparison.statements) == 1:
        yield from map(_line, comparison.notes or [words.ONE_STATEMENT])
        yield one_statement(comparison.statements[0])
        yield claims_table(comparison.statements, comparison.claims)
    else:
        yield from _changes(comparison)
    if comparison.findings:
        yield section(titles.FINDINGS, [_finding(finding) for finding in comparison.findings])
    if comparison.notes and len(comparison.statements) > 1:
        yield section(titles.NOTES, [bullet(note) for note in comparison.notes], gap=False)


def _masthead(comparison: Comparison) -> RenderableType:
    title = Text(visible(comparison.incident or words.NO_INCIDENT), style=STRONG)
    return Group(title, Text(visible(summary(comparison.statements)), style=QUIET), Rule(style=QUIET))


def _changes(comparison: Comparison) -> Iterator[RenderableType]:
    found = grouped(comparison.changes)
    if found.headline is not None:
        yield _headline(comparison, found.headline)
    elif found.nothing_changed:
        yield Text(words.NO_CHANGE, style=STRONG)
    else:
        yield Text(words.NO_SURE_CHANGE, style=STRONG)
    for title, changes in found.groups:
        yield section(title, [_short(comparison, change) for change in told_once(comparison, changes)])
    if found.unchanged:
        yield Text(f"{unchanged_words(found.unchanged)}.", style=QUIET)


def _headline(comparison: Comparison, change: Change) -> RenderableType:
    """The change in full: its kind, both wordings in their sentences, what differs, how sure, and who has looked."""
    title = Text(words.kind_words(change), style="bold reverse")
    if change.also:
        title.append(
            f"  also: {words.listed([words.kind_in_sentence(kind) for kind in change.also])}",
            style="not reverse not bold",
        )
    earlier, later = sides(comparison, change)
    several = len(organisations(comparison.statements)) > 1
    return Group(
        *spaced(
            [
                title,
                Text(visible(change.explanation), style=STRONG),
                _wording("Earlier", earlier, EARLIER, several) if earlier else _absent("Earlier", words.ONLY_LATER),
                _wording("Later", later, LATER, several) if later else _absent("Later", words.ONLY_EARLIER),
                labelled([(name, Text(visible(told))) for name, told in facts(change)], QUIET),
            ]
        )
    )


def _wording(label: str, side: Said, colour: str, several_organisations: bool) -> RenderableType:
    statement, claim = side.statement, side.claim
    line = byline(statement, organisation=several_organisations)
    lines: list[RenderableType] = [Text(visible(line), style=QUIET), _quoted_in_sentence(side, colour)]
    if claim.figure is not None:
        lines.append(Text(visible(reading_line(claim.figure))))
    if not statement.english:
        lines.append(Text(words.NOT_ENGLISH))
    source = source_words(statement)
    if source:
        lines.append(Text(f"Source: {visible(source)}", style=QUIET))
    return labelled([(label, Group(*lines))], colour)


def _absent(label: str, sentence: str) -> RenderableType:
    return labelled([(label, Text(sentence))], QUIET)


def _quoted_in_sentence(side: Said, colour: str) -> Text:
    """The sentence between quotation marks, the claim in it in bold."""
    text, claim = side.statement.text, side.claim
    first, last = sentence_around(text, claim.start, claim.end)
    before, after = visible_part(text[first : claim.start]), visible_part(text[claim.end : last])
    return Text.assemble("“", before, (visible(claim.text), f"bold {colour}"), after, "”")


def _short(comparison: Comparison, change: Change) -> RenderableType:
    """The change in a few lines: what it is, both wordings with their dates, and what differs."""
    head = Text(words.kind_words(change), style=STRONG)
    if change.also:
        head.append(f", also {words.listed([words.kind_in_sentence(kind) for kind in change.also])}", style="not bold")
    explanation = visible(change.explanation)
    rows: list[tuple[str, RenderableType]] = []
    for side, colour in zip(sides(comparison, change), (EARLIER, LATER), strict=True):
        if side is not None:
            said = visible(side.claim.text)
            rows.append((words.date_words(side.statement.issued), quotation(side.claim.text, colour)))
            # The wording stands just above: an added or dropped claim is not quoted twice.
            explanation = explanation.replace(f": “{said}”", "")
    sure = f"{words.confidence_words(change.confidence, change.kind)}; {words.STATUS[change.status]}"
    if any(side and not side.statement.english for side in sides(comparison, change)):
        sure += f"; {words.MAY_BE_WRONG}"
    beneath = Group(Text(explanation), Text(words.capital(sure), style=QUIET))
    return Group(head, labelled(rows, QUIET), Padding(beneath, (0, 0, 0, INDENT)))


def _finding(finding: Finding) -> RenderableType:
    return Group(Text(words.finding_title(finding), style=STRONG), indented(finding.explanation))


def _line(sentence: str) -> RenderableType:
    return Text(visible(sentence))
