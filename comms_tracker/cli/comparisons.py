"""One or several comparisons in each form: shared by ``compare``, ``changes`` and ``demo``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comms_tracker.cli.output import Forms
from comms_tracker.records import Comparison

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.cells import Told


def forms(comparisons: Sequence[Comparison], *, as_list: bool, change_a_line: bool) -> Forms:
    """The comparisons as tables, JSON, rows and Markdown.

    ``as_list`` says whether JSON is a list of them (else the one), ``change_a_line`` whether a line of JSONL is a
    change (else a comparison).
    """
    from comms_tracker.contract import comparison_json
    from comms_tracker.report import rows
    from comms_tracker.report.comparison_markdown import comparison_markdown

    def json_form() -> object:
        made = [comparison_json(one) for one in comparisons]
        return made if as_list else made[0]

    def jsonl_form() -> str:
        if change_a_line:
            return rows.as_jsonl(row for one in comparisons for row in rows.change_rows(one))
        return rows.as_jsonl(comparison_json(one) for one in comparisons)

    def csv_form(told: Told) -> str:
        return rows.as_csv((row for one in comparisons for row in rows.change_rows(one)), rows.CHANGE_COLUMNS, told)

    return Forms(
        table=lambda: pages(comparisons),
        json=json_form,
        jsonl=jsonl_form,
        csv=csv_form,
        md=lambda: "\n".join(comparison_markdown(one) for one in comparisons),
    )


def pages(comparisons: Sequence[Comparison]) -> RenderableType:
    """The comparisons one below the other for the terminal."""
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.comparison_page import comparison_page

    parts: list[RenderableType] = []
    for place, comparison in enumerate(comparisons):
        parts += [Text("\n")] if place else []
        parts.append(comparison_page(comparison))
    return Group(*parts)
