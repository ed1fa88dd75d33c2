"""``comms-tracker doctor``: what is installed, which models with which hashes, and what would fail."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, output_options, store_path
from comms_tracker.cli.output import Forms, forms_of_rows, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.cli.checkups import Check
    from comms_tracker.report.rows import Row

COLUMNS = ("group", "name", "verdict", "found", "advice")
SHORT = 40
"""Characters of what was found that fit beside a check's name; more goes on a line of its own."""
VERDICT_WIDTH = 9


@click.command("doctor")
@db_option
@output_options
def command(*, db: Path | None, form: str, output: str | None) -> int:
    """Say what is installed, which models with which hashes, and what would fail.

    Nothing is changed. The exit status is 1 where something that every user needs would fail; an extra that isn't
    installed is only listed.

    \b
    comms-tracker doctor
    comms-tracker doctor --db comms.db --format json
    """
    from comms_tracker.cli.checkups import Verdict, checks

    found = tuple(checks(store_path(db)))
    write(_forms(found), form, output)
    return int(any(check.verdict is Verdict.FAILS for check in found))


def _forms(found: Sequence[Check]) -> Forms:
    from dataclasses import asdict

    flat: list[Row] = [asdict(check) for check in found]
    return forms_of_rows(COLUMNS, flat, lambda: _page(found))


def _page(found: Sequence[Check]) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from comms_tracker.cli.checkups import Verdict

    parts: list[RenderableType] = []
    for group in dict.fromkeys(check.group for check in found):
        parts.append(Text(group, style="bold"))
        members = [check for check in found if check.group == group]
        width = max(len(check.name) for check in members if len(check.found) <= SHORT or check is members[0])
        for check in members:
            beside = len(check.found) <= SHORT
            head = f"  {check.verdict.value:<{VERDICT_WIDTH}}{check.name:<{width}}  {check.found if beside else ''}"
            below = [] if beside else [check.found]
            parts.append(Text(head.rstrip()))
            parts += [Padding(Text(line), (0, 0, 0, 4)) for line in (*below, *([check.advice] if check.advice else ()))]
        parts.append(Text())
    failing = sum(check.verdict is Verdict.FAILS for check in found)
    missing = sum(check.verdict is Verdict.MISSING for check in found)
    return Group(*parts, Text(summary(failing, missing)))


def summary(failing: int, missing: int) -> str:
    """The last line: whether something would fail, and what optional is not there."""
    would = f"{failing} {'thing' if failing == 1 else 'things'} would fail" if failing else "Nothing would fail"
    there = f"{missing} of the optional packages {'is' if missing == 1 else 'are'} not installed"
    return f"{would}; {there}." if missing else f"{would}."
