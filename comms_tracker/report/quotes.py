"""Checked quotations as JSON, as Markdown and as a page for the terminal: the words side by side, and every edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from comms_tracker.quotes import CheckedQuotation, Edit, EditKind, Touches, Verdict
from comms_tracker.records import Statement
from comms_tracker.report.visible import visible
from comms_tracker.report.words import counted

if TYPE_CHECKING:
    from rich.console import RenderableType

VERDICT: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.EXACT: "the statement's own words",
        Verdict.ADJUSTED: "the statement's words, adjusted in form",
        Verdict.ALTERED: "other words than the statement has",
        Verdict.FRAGMENT: "too few words to tell",
        Verdict.NOT_FOUND: "not in these statements",
    }
)
EDIT: Mapping[EditKind, str] = MappingProxyType(
    {
        EditKind.REPLACED: "replaced",
        EditKind.INSERTED: "added",
        EditKind.OMITTED: "left out without a mark",
        EditKind.MARKED_OMISSION: "left out, marked",
        EditKind.MARKED_INSERTION: "added or replaced, marked",
        EditKind.CASE: "capitals",
        EditKind.PUNCTUATION: "punctuation",
        EditKind.SPELLING: "spelling",
    }
)
TOUCHES: Mapping[Touches, str] = MappingProxyType(
    {
        Touches.FIGURE: "a figure",
        Touches.UNIT: "a unit or what is counted",
        Touches.NEGATION: "a negation",
        Touches.HEDGE: "a hedge",
        Touches.NAME: "a name",
        Touches.DATE: "a date",
    }
)
_ORDER = (Verdict.ALTERED, Verdict.NOT_FOUND, Verdict.ADJUSTED, Verdict.FRAGMENT, Verdict.EXACT)


def checks_json(checked: Sequence[CheckedQuotation]) -> list[dict[str, object]]:
    """One object for each quotation; ``start`` and ``end`` count in the article, the statement's in its text."""
    return [
        {
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "speaker": one.speaker,
            "verdict": one.check.verdict.value,
            "critical": one.check.critical,
            "edits": [_edit_json(edit) for edit in one.check.edits],
            "statement": one.check.statement,
            "statement_start": one.check.start,
            "statement_end": one.check.end,
        }
        for one in checked
    ]


def _edit_json(edit: Edit) -> dict[str, object]:
    return {
        "kind": edit.kind.value,
        "quoted": edit.quoted,
        "said": edit.said,
        "start": edit.start,
        "critical": edit.critical,
        "touches": [each.value for each in edit.touches],
    }


def checks_page(checked: Sequence[CheckedQuotation], statements: Sequence[Statement]) -> RenderableType:
    """The quotations for the terminal, those to look at first, each beside what was said."""
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import spaced

    if not checked:
        return Text("No quotation with marks was found in it.")
    texts = {one.id: one.text for one in statements}
    first = [one for one in checked if one.to_look_at]
    rest = sorted((one for one in checked if not one.to_look_at), key=lambda one: _ORDER.index(one.check.verdict))
    return Group(*spaced([Text(summary(checked), style="bold"), *(_rows(one, texts) for one in [*first, *rest])]))


def summary(checked: Sequence[CheckedQuotation]) -> str:
    """How many quotations have each verdict, in one sentence."""
    counts = Counter(one.check.verdict for one in checked)
    critical = sum(one.check.critical for one in checked)
    parts = ", ".join(f"{counts[verdict]} {verdict.value.replace('_', ' ')}" for verdict in _ORDER if counts[verdict])
    told = f"; {critical} with a critical edit" if critical else ""
    return f"{counted(len(checked), 'quotation')}: {parts}{told}."


def _rows(one: CheckedQuotation, texts: Mapping[str, str]) -> RenderableType:
    from rich.text import Text

    from comms_tracker.report.layout import QUIET, labelled, quotation

    style = "bold red" if one.to_look_at else ""
    verdict = one.check.verdict.value.replace("_", " ")
    rows: list[tuple[str, RenderableType]] = [
        (verdict, Text(VERDICT[one.check.verdict], style=style)),
        ("quoted", quotation(one.text, "")),
    ]
    if one.speaker is not None:
        rows.append(("as said by", Text(visible(one.speaker))))
    if one.check.statement is not None and one.check.verdict is not Verdict.EXACT:
        rows.append(("said", quotation(texts[one.check.statement][one.check.start : one.check.end], "")))
    if one.check.statement is not None:
        rows.append(("in", Text(visible(one.check.statement))))
    rows += [("edit", Text(visible(edit_line(edit)), style="red" if edit.critical else "")) for edit in one.check.edits]
    return labelled(rows, QUIET)


def edit_line(edit: Edit) -> str:
    """One edit in a line: what was done, to which words, and what of the meaning it touches."""
    said, quoted = f"“{edit.said}”", f"“{edit.quoted}”"
    words = f"{said} as {quoted}" if edit.said and edit.quoted else said if edit.said else quoted
    touched = ", ".join(TOUCHES[each] for each in edit.touches)
    return f"{EDIT[edit.kind]}: {words}" + (f" (touches {touched})" if touched else "")


def checks_markdown(checked: Sequence[CheckedQuotation]) -> str:
    """The quotations as a table."""
    from comms_tracker.report.markdown import table_markdown

    rows = (
        [
            one.check.verdict.value,
            "critical" if one.check.critical else "",
            one.text,
            one.speaker or "",
            "; ".join(map(edit_line, one.check.edits)),
            one.check.statement or "",
        ]
        for one in checked
    )
    return table_markdown(("verdict", "", "quoted", "as said by", "edits", "statement"), rows)
