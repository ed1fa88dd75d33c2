"""Decisions, and what can be decided on, in each form that ``--format`` names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from comms_tracker.cli.output import Forms, forms_of_rows
from comms_tracker.records import Change, Comparison

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.decisions import Decision
    from comms_tracker.decisions.contract import DecisionJson
    from comms_tracker.report.rows import Row

COLUMNS = (
    *("id", "incident", "verb", "by", "made", "state", "note", "about", "statements", "words", "figure", "value"),
    *("change_kind", "finding_kind", "event", "counted", "undoes"),
)
ID_COLUMNS = ("what", "id", "statement", "kind", "status", "words")


def decision_forms(found: Sequence[tuple[Decision, str]]) -> Forms:
    """Decisions with what has become of each."""
    return _forms(found, lambda: _page(found))


def made_forms(decision: Decision, state: str, before: Comparison, after: Comparison) -> Forms:
    """A decision that was just stored, with how many changes are other ones than before."""
    from comms_tracker.decisions.contract import decision_json

    forms = _forms([(decision, state)], lambda: _made_page(decision, before, after))
    return replace(forms, json=lambda: decision_json(decision, state))


def _forms(found: Sequence[tuple[Decision, str]], page: Callable[[], RenderableType]) -> Forms:
    from comms_tracker.decisions.contract import decision_json
    from comms_tracker.report import rows

    made = [decision_json(decision, state) for decision, state in found]
    flat = [_row(decision, told) for (decision, _), told in zip(found, made, strict=True)]
    return replace(forms_of_rows(COLUMNS, flat, page, lambda: made), jsonl=lambda: rows.as_jsonl(made))


def id_forms(comparison: Comparison) -> Forms:
    """The changes, claims and findings of an incident with their ids."""
    flat = list(_targets(comparison))
    return forms_of_rows(ID_COLUMNS, flat, lambda: _ids_page(flat))


def _row(decision: Decision, told: DecisionJson) -> Row:
    """The decision in one row: of its words and of its figure only the text."""
    said: Row = {
        "words": [words.text for words in decision.words],
        "figure": decision.figure.text if decision.figure else None,
    }
    return cast("Row", {**told, **said})


def _targets(comparison: Comparison) -> Iterable[Row]:
    for change in comparison.changes:
        later = comparison.claim(change.later or change.earlier or "")
        yield {
            "what": "change",
            "id": change.id,
            "statement": later.statement,
            "kind": change.kind.value,
            "status": change.status.value,
            "words": _both(comparison, change),
        }
    for claim in comparison.claims:
        yield {
            "what": "claim",
            "id": claim.id,
            "statement": claim.statement,
            "kind": claim.figure.kind.value if claim.figure else None,
            "status": None,
            "words": claim.text,
        }
    for finding in comparison.findings:
        yield {
            "what": "finding",
            "id": finding.id,
            "statement": ", ".join(finding.statements),
            "kind": finding.kind.value,
            "status": "seen" if finding.seen else "not seen",
            "words": finding.explanation,
        }


def _both(comparison: Comparison, change: Change) -> str:
    sides = [comparison.claim(claim).text for claim in (change.earlier, change.later) if claim is not None]
    return " -> ".join(sides)


def _page(found: Sequence[tuple[Decision, str]]) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.decisions.wording import by_whom
    from comms_tracker.report.layout import indented
    from comms_tracker.report.visible import visible

    if not found:
        return Text("Nothing was decided yet. comms-tracker decide --help says how.")
    lines: list[RenderableType] = []
    for decision, state in found:
        done = by_whom(decision)
        head = f"{decision.incident}: {done} ({state})"
        lines += [Text(""), Text(visible(head), style="bold")]
        said = [f"{words.statement}: “{words.text}”" for words in decision.words]
        if decision.value is not None and decision.figure is not None:
            said.append(f"“{decision.figure.text}” is read as “{decision.value}”")
        about = f"undoes {decision.undoes}" if decision.undoes else f"about {decision.about}"
        lines += [indented(each) for each in said]
        lines.append(indented(f"{decision.id}, {about}", "dim"))
    return Group(*lines[1:])


def _made_page(decision: Decision, before: Comparison, after: Comparison) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.decisions.wording import by_whom
    from comms_tracker.report.visible import visible
    from comms_tracker.report.words import capital, counted

    known = set(before.changes)
    other = sum(change not in known for change in after.changes)
    lines = [
        f"{capital(by_whom(decision))}: {decision.about}, in {decision.incident}.",
        f"The incident was compared again: {counted(other, 'change')} {'is' if other == 1 else 'are'} new or other.",
    ]
    if decision.undoes is None:
        lines.append(f"Take it back: comms-tracker decide undo {decision.id}")
    return Group(*(Text(visible(line)) for line in lines))


def _ids_page(flat: Sequence[Row]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from comms_tracker.report.markdown import cell_words
    from comms_tracker.report.visible import visible

    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("Id", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Status", no_wrap=True)
    table.add_column("Words", ratio=1)
    for row in flat:
        cells = [cell_words(row[column]) for column in ("id", "kind", "status", "words")]
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table
