"""Writes docs/bad-input.md: the table of bad input that tests/test_bad_input.py proves.

PYTHONPATH=tests .venv/bin/python scripts/bad_input.py
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bad-input.md"


class Listed(Protocol):
    """What the page shows of a case."""

    @property
    def group(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def message(self) -> str: ...
    def typed(self) -> str: ...


def page(cases: Sequence[Listed]) -> str:
    """The whole page; groups in the order of their cases."""
    parts = [
        "# Bad input\n\n"
        f"{len(cases)} kinds of bad input and the message that each gets, written by `make bad-input` from the table "
        "in `tests/bad_input`.\n`tests/test_bad_input.py` runs every line: the command ends with status 2, prints this "
        "message as its last line on\nstandard error and nothing on standard output, and stores nothing. What is read "
        "by `compare` is given to `add` as well,\nand gets the same message. “…” stands for more words, FOLDER for the "
        "folder that the command ran in. The app's pages\nare run by `tests/test_bad_input_pages.py`.\n"
    ]
    for group in dict.fromkeys(case.group for case in cases):
        rows = [
            f"| {_plain(case.what)} | {_typed(case.typed())} | {_plain(case.message)} |\n"
            for case in cases
            if case.group == group
        ]
        parts.append(f"## {group}\n\n| what is given | what is typed | message |\n|---|---|---|\n{''.join(rows)}")
    return "\n".join(parts)


def _plain(words: str) -> str:
    """Words as a cell of a Markdown table that shows them as they are."""
    return re.sub(r"([\\|*_`\[\]~#])", r"\\\1", html.escape(words, quote=False))


def _typed(words: str) -> str:
    """A command as code; what can't be printed is shown as an escape."""
    shown = "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in words)
    return f"`{shown}`".replace("|", r"\|")


def main() -> int:
    """Write the page; returns the exit status."""
    from bad_input_cases import cases

    PAGE.write_text(page(cases()), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
