"""A comparison as Markdown, to paste into a document or an issue: the same content as the terminal's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from comms_tracker.records import Change, Claim, Comparison, Said, Statement
from comms_tracker.report import titles, words
from comms_tracker.report.bylines import byline, source_words, summary
from comms_tracker.report.groups import facts, grouped, sides, told_once, unchanged_words
from comms_tracker.report.markdown import escaped, table_markdown
from comms_tracker.report.numbers import figure_words, reading_line


def comparison_markdown(comparison: Comparison) -> str:
    """One comparison, ending in a line end."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# {escaped(comparison.incident or words.NO_INCIDENT)}"
    yield ""
    yield escaped(summary(comparison.statements))
    if len(comparison.statements) == 1:
        for sentence in comparison.notes or [words.ONE_STATEMENT]:
            yield from ("", escaped(sentence))
        yield from ("", *_claims(comparison.statements, comparison.claims))
    else:
        yield from _changes(comparison)
    if comparison.findings:
        yield from ("", f"## {titles.FINDINGS}", "")
        for finding in comparison.findings:
            yield f"- **{words.finding_title(finding)}.** {escaped(finding.explanation)}"
    if comparison.notes and len(comparison.statements) > 1:
        yield from ("", f"## {titles.NOTES}", "")
        yield from (f"- {escaped(note)}" for note in comparison.notes)


def _changes(comparison: Comparison) -> Iterator[str]:
    found = grouped(comparison.changes)
    if found.headline is not None:
        yield from ("", f"## {_title(found.headline)}", "", *_block(comparison, found.headline))
    else:
        yield from ("", f"**{words.NO_CHANGE if found.nothing_changed else words.NO_SURE_CHANGE}**")
    for title, changes in found.groups:
        yield from ("", f"## {title}")
        for change in told_once(comparison, changes):
            yield from ("", f"### {_title(change)}", "", *_block(comparison, change))
    if found.unchanged:
        yield from ("", f"{unchanged_words(found.unchanged)}.")


def _title(change: Change) -> str:
    also = words.listed([words.kind_in_sentence(kind) for kind in change.also])
    return words.kind_words(change) + (f" (also: {also})" if also else "")


def _block(comparison: Comparison, change: Change) -> Iterator[str]:
    yield escaped(change.explanation)
    for side in sides(comparison, change):
        if side is not None:
            yield from ("", *_quotation(side))
    yield ""
    yield from (f"- {name}: {escaped(told)}" for name, told in facts(change))
    if any(side and not side.statement.english for side in sides(comparison, change)):
        yield f"- Language: {words.MAY_BE_WRONG}"


def _quotation(side: Said) -> Iterator[str]:
    source = source_words(side.statement)
    yield f"> “{escaped(side.claim.text)}”"
    yield ">"
    yield f"> {escaped(byline(side.statement))}." + (f" Source: {escaped(source)}." if source else "")
    if side.claim.figure is not None:
        yield f"> {escaped(reading_line(side.claim.figure))}."


def claims_markdown(statements: Sequence[Statement], claims: Iterable[Claim]) -> str:
    """The claims of each statement as a table, ending in a line end."""
    return "\n".join(_claims(statements, tuple(claims))) + "\n"


def _claims(statements: Sequence[Statement], claims: Sequence[Claim]) -> Iterator[str]:
    for place, statement in enumerate(statements):
        if place:
            yield ""
        yield f"**{escaped(byline(statement))}**"
        yield ""
        own = [claim for claim in claims if claim.statement == statement.id]
        if not own:
            yield words.NO_CLAIMS
            continue
        yield table_markdown(("Claim", "Read as", "Said", "Place"), map(_claim_row, own)).rstrip("\n")


def _claim_row(claim: Claim) -> tuple[str, ...]:
    read = figure_words(claim.figure) if claim.figure else "no figure"
    said = f"{words.POLARITY[claim.polarity]}, {words.CERTAINTY[claim.certainty]}"
    return f"“{claim.text}”", read, said, f"{claim.start}-{claim.end}"
