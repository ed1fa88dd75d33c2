"""What was found in a store that is not as it was written, in each form: shared by ``verify`` and ``backup``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.cli.output import Forms, forms_of_rows

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.rows import Row
    from comms_tracker.store import IncidentSummary, Problem

COLUMNS = ("table", "incident", "id", "what")


def forms(found: Sequence[Problem], incidents: Sequence[IncidentSummary], path: Path) -> Forms:
    """The problems; where there are none, that ``path`` with its ``incidents`` is as it was written."""
    flat: list[Row] = [asdict(one) for one in found]
    return forms_of_rows(COLUMNS, flat, lambda: _page(found, incidents, path))


def _page(found: Sequence[Problem], incidents: Sequence[IncidentSummary], path: Path) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.visible import visible
    from comms_tracker.report.words import counted

    if not found:
        statements = sum(one.statements for one in incidents)
        held = f"{counted(statements, 'statement')} of {counted(len(incidents), 'incident')}"
        return Text(visible(f"{path}: {held}, all as they were written."))
    lines = [f"{path}: {counted(len(found), 'thing')} not as written."]
    lines += [f"  {one.line}." for one in found]
    return Group(*(Text(visible(line)) for line in lines))
