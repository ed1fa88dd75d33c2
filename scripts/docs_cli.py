"""Writes docs/cli.md: what every command says of itself with --help.

.venv/bin/python scripts/docs_cli.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from comms_tracker.cli.group import commands

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
NAME = "comms-tracker"
WIDTH = 100
INTRODUCTION = """\
# Commands

Every command with what it says of itself, collected from `--help` by `make docs-cli`; a test holds that this page is
what the commands say. `comms-tracker COMMAND --help` shows the same in a terminal.

Commands end with 0 where they ran, with 1 where there is something to look at (`audit`, `quotes`, `verify`, `doctor`),
and with 2 and one message on standard error where they couldn't do what was asked.

## Completion in your shell

Put the line for your shell into the file beside it, and open a new shell. Commands and options then complete with
the tab key.

| shell | file | line |
|---|---|---|
| bash 4.4 or newer | `~/.bashrc` | `eval "$(_COMMS_TRACKER_COMPLETE=bash_source comms-tracker)"` |
| zsh | `~/.zshrc` | `eval "$(_COMMS_TRACKER_COMPLETE=zsh_source comms-tracker)"` |
| fish | `~/.config/fish/config.fish` | `_COMMS_TRACKER_COMPLETE=fish_source comms-tracker \\| source` |
"""


def helps(command: click.Command, parent: click.Context | None, name: str) -> Iterator[tuple[str, str]]:
    """The full name and help of the command and, below it, of each of its own commands."""
    context = command.make_context(name, [], parent, resilient_parsing=True, terminal_width=WIDTH)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            assert below is not None
            yield from helps(below, context, each)


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for path, text in helps(commands, None, NAME):
        shown = "\n".join(line.rstrip() for line in text.splitlines())
        level = "##" if path.count(" ") <= 1 else "###"
        parts.append(f"{level} {path}\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Write the page; returns the exit status."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE.relative_to(PAGE.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
