"""An audit for the terminal: the verdict, each departure with both wordings, then what is left out and new."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from comms_tracker.auditing.records import FAILING, Audit, Departure, Kind
from comms_tracker.records import Said
from comms_tracker.report import audit_words, words
from comms_tracker.report.layout import (
    EARLIER,
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
from comms_tracker.report.visible import visible

LABEL = len("28 September 2017")
"""Characters: dates and places stand in a column of this width on the whole page."""


def audit_page(audit: Audit, on: Collection[Kind] = FAILING) -> RenderableType:
    """The whole audit, ready to be rendered; ``on`` are the kinds that make it fail."""
    return Group(*spaced(_parts(audit, on)))


def _parts(audit: Audit, on: Collection[Kind]) -> Iterator[RenderableType]:
    yield _masthead(audit)
    yield _verdict(audit, on)
    for number, departure in enumerate(audit.departures, start=1):
        yield _departure(audit, departure, f"{number}  ")
    if audit.possible:
        yield section(audit_words.POSSIBLE, [_departure(audit, one) for one in audit.possible])
    for title, left_out in (
        (audit_words.LEFT_OUT, audit.left_out),
        (audit_words.LEFT_OUT_BEFORE, audit.left_out_before),
    ):
        if left_out:
            yield section(title, [_said_lines(audit_words.left_out_once(left_out))], gap=False)
    if audit.added:
        lines = [(place.capitalize(), quotation(text, "")) for place, text in audit_words.added_lines(audit)]
        yield section(audit_words.ADDED, [labelled(lines, QUIET, LABEL)], gap=False)
    settled = audit_words.already_changed(audit)
    if settled:
        lines = [(audit_words.said_when(one.earlier), _settled(audit, one)) for one in settled]
        yield section(audit_words.ALREADY_CHANGED, [labelled(lines, QUIET, LABEL)], gap=False)
    if audit.findings:
        found = [
            Group(Text(words.FINDING[one.kind], style=STRONG), indented(one.explanation)) for one in audit.findings
        ]
        yield section(audit_words.FINDINGS, found)
    if audit.notes:
        yield section(audit_words.NOTES, [bullet(note) for note in audit.notes], gap=False)


def _masthead(audit: Audit) -> RenderableType:
    return Group(
        Text(visible(audit_words.heading(audit)), style=STRONG),
        Text(visible(audit_words.summary(audit)), style=QUIET),
        Rule(style=QUIET),
    )


def _verdict(audit: Audit, on: Collection[Kind]) -> RenderableType:
    verdict = Text(audit_words.verdict(audit, on), style=STRONG)
    return Group(verdict, *(Text(line) for line in audit_words.remarks(audit, on)))


def _departure(audit: Audit, departure: Departure, number: str = "") -> RenderableType:
    head = Text(number + audit_words.title(departure), style=STRONG)
    return Group(head, indented(departure.explanation), labelled(_rows(audit, departure), QUIET, LABEL))


def _rows(audit: Audit, departure: Departure) -> Iterator[tuple[str, RenderableType]]:
    yield f"Draft, {audit_words.draft_place(audit, departure.draft)}", _in_draft(departure)
    yield audit_words.said_when(departure.earlier), _wording(departure.earlier)
    for one in departure.beside:
        yield audit_words.said_when(one.earlier), quotation(one.earlier.claim.text, EARLIER)
    for said in departure.agrees_with:
        agreeing = Text.assemble(f"{audit_words.AGREES}: ", quotation(said.claim.text, EARLIER))
        yield audit_words.said_when(said), agreeing
    yield "How sure", Text(visible(audit_words.how_sure(departure)), style=QUIET)


def _in_draft(departure: Departure) -> Text:
    place = f" ({departure.draft.start}-{departure.draft.end})"
    return Text.assemble(quotation(departure.draft.text, LATER), (place, QUIET))


def _wording(said: Said) -> RenderableType:
    where = Text(visible(audit_words.said_where(said)), style=QUIET)
    return Group(quotation(said.claim.text, EARLIER), where)


def _said_lines(all_said: list[Said]) -> RenderableType:
    return labelled(
        [(audit_words.said_when(one), quotation(one.claim.text, EARLIER)) for one in all_said], QUIET, LABEL
    )


def _settled(audit: Audit, departure: Departure) -> Text:
    place = f"; draft, {audit_words.draft_place(audit, departure.draft)}: "
    return Text.assemble(
        quotation(departure.earlier.claim.text, EARLIER), (place, QUIET), quotation(departure.draft.text, LATER)
    )
