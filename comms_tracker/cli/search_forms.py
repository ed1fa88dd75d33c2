"""What a search found, in each form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comms_tracker.cli.output import Forms, forms_of_rows
from comms_tracker.report.hits import COLUMNS, hit_row

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from comms_tracker.report.rows import Row
    from comms_tracker.store import Found, Hit, Search


def forms(asked: Search, found: Found) -> Forms:
    """The results as a page with the words marked, as JSON with their places, and as rows."""
    from comms_tracker.report import rows

    flat: list[Row] = [{**hit_row(hit)} for hit in found.hits]
    made = forms_of_rows(
        COLUMNS,
        flat,
        lambda: _page(asked, found),
        lambda: {"hits": [_json(hit) for hit in found.hits], "more": found.more, "sql": list(found.sql)},
    )
    return replace(made, jsonl=lambda: rows.as_jsonl(_json(hit) for hit in found.hits))


def _json(hit: Hit) -> dict[str, object]:
    return {**hit_row(hit), "before": hit.before, "after": hit.after, "marks": [list(place) for place in hit.marks]}


def _page(asked: Search, found: Found) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from comms_tracker.report.layout import beneath
    from comms_tracker.report.visible import visible

    if not found.hits:
        return Text(visible(f"Nothing was found for {asked.words}.{_advice(asked)}"))
    lines: list[RenderableType] = []
    for number, hit in enumerate(found.hits, start=asked.offset + 1):
        facts = [hit.incident, hit.organisation, hit.issued and hit.issued[:10], hit.title]
        head = f"{number}. {', '.join(fact for fact in facts if fact)}"
        lines += [Text(visible(head), style="bold"), Padding(_marked(hit), (0, 0, 0, 2))]
        lines.append(beneath([_foot(hit)]))
    if found.more:
        lines.append(Text(f"There is more: --page {asked.offset // asked.limit + 2}."))
    return Group(*lines)


def _advice(asked: Search) -> str:
    return "" if asked.by_meaning else " Words must stand in the text; --semantic finds what means nearly the same."


def _marked(hit: Hit) -> Text:
    """The text with what stands around it, the words found in bold and between brackets for those without colours."""
    from rich.text import Text

    from comms_tracker.report.visible import visible, visible_part

    shown = Text()
    shown.append(f"…{visible_part(hit.before)}" if hit.before else "", style="dim")
    place = hit.start
    for start, end in hit.marks:
        shown.append(visible_part(hit.text[place - hit.start : start - hit.start]))
        shown.append(f"[{visible(hit.text[start - hit.start : end - hit.start])}]", style="bold yellow")
        place = end
    shown.append(visible_part(hit.text[place - hit.start :]))
    shown.append(f"{visible_part(hit.after)}…" if hit.after else "", style="dim")
    return shown


def _foot(hit: Hit) -> str:
    parts = [f"claim {hit.claim}" if hit.claim else f"statement {hit.statement}", f"found by {hit.found_by.value}"]
    if hit.likeness is not None:
        parts.append(f"likeness {hit.likeness:.2f}")
    return ", ".join(parts)
