"""Rich's pages as a string: as wide as the terminal, in colour only on one."""

from __future__ import annotations

import io
import sys

from rich.console import Console, RenderableType

WIDEST = 100
"""Characters: longer lines are hard to read, however wide the terminal is."""

NARROWEST = 40
FILE_WIDTH = 80


def rendered(page: RenderableType, width: int, colours: bool) -> str:
    """The page as text with a line end after each line; ``colours`` as the terminal can show them, NO_COLOR kept."""
    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=max(NARROWEST, min(width, WIDEST)),
        force_terminal=colours,
        color_system="auto" if colours else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(page)
    return "".join(line.rstrip(" ") + "\n" for line in sheet.getvalue().splitlines())


def terminal_width() -> int:
    """The width of the terminal, or what COLUMNS says, or 80."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def wants_colours() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()
