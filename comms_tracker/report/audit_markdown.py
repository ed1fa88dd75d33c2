"""An audit as Markdown, to paste into a document or an issue: the same content as the terminal's page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from comms_tracker.auditing.records import FAILING, Audit, Departure, Kind
from comms_tracker.records import Said
from comms_tracker.report import audit_words, words
from comms_tracker.report.markdown import escaped


def audit_markdown(audit: Audit, on: Collection[Kind] = FAILING) -> str:
    """The audit, ending in a line end; ``on`` are the kinds that make it fail."""
    return "\n".join(_lines(audit, on)) + "\n"


def _lines(audit: Audit, on: Collection[Kind]) -> Iterator[str]:
    yield from (f"# {escaped(audit_words.heading(audit))}", "", escaped(audit_words.summary(audit)))
    yield from ("", f"**{escaped(audit_words.verdict(audit, on))}**")
    for line in audit_words.remarks(audit, on):
        yield from ("", escaped(line))
    for number, departure in enumerate(audit.departures, start=1):
        yield from ("", f"## {number}. {audit_words.title(departure)}", "", *_block(audit, departure))
    if audit.possible:
        yield from ("", f"## {audit_words.POSSIBLE}")
        for departure in audit.possible:
            yield from ("", f"### {audit_words.title(departure)}", "", *_block(audit, departure))
    yield from _list(audit_words.LEFT_OUT, [_said(one) for one in audit_words.left_out_once(audit.left_out)])
    yield from _list(
        audit_words.LEFT_OUT_BEFORE, [_said(one) for one in audit_words.left_out_once(audit.left_out_before)]
    )
    yield from _list(
        audit_words.ADDED,
        [f"{place.capitalize()}: “{escaped(text)}”" for place, text in audit_words.added_lines(audit)],
    )
    yield from _list(
        audit_words.ALREADY_CHANGED,
        [
            f"{_said(one.earlier)}; draft, line {audit.line(one.draft.start)}: “{escaped(one.draft.text)}”"
            for one in audit_words.already_changed(audit)
        ],
    )
    yield from _list(
        audit_words.FINDINGS,
        [f"**{words.FINDING[one.kind]}.** {escaped(one.explanation)}" for one in audit.findings],
    )
    yield from _list(audit_words.NOTES, [escaped(note) for note in audit.notes])


def _block(audit: Audit, departure: Departure) -> Iterator[str]:
    yield escaped(departure.explanation)
    yield ""
    yield f"> “{escaped(departure.draft.text)}”"
    yield ">"
    place = f"{audit_words.draft_place(audit, departure.draft)} ({departure.draft.start}-{departure.draft.end})"
    yield f"> The draft, {place}."
    said = departure.earlier
    yield from ("", f"> “{escaped(said.claim.text)}”", ">")
    yield f"> {audit_words.said_when(said)}, {escaped(audit_words.said_where(said))}."
    yield ""
    yield from (f"- {_said(one.earlier)}" for one in departure.beside)
    yield from (f"- {_said(one)} ({audit_words.AGREES})" for one in departure.agrees_with)
    yield f"- {escaped(audit_words.how_sure(departure))}"


def _said(said: Said) -> str:
    return f"{audit_words.said_when(said)}: “{escaped(said.claim.text)}”"


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", f"## {title}", "", *(f"- {item}" for item in items))
