"""docs/cli.md is what the commands say of themselves, and the shell completes them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docs_cli
import pytest

from comms_tracker.cli.group import COMMANDS, commands

HELPS = dict(docs_cli.helps(commands, None, docs_cli.NAME))


def test_the_page_is_what_the_commands_say(root: Path) -> None:
    """Where this fails, run `make docs-cli`."""
    assert (root / "docs" / "cli.md").read_text(encoding="utf-8") == docs_cli.page()


def test_every_command_is_on_it() -> None:
    assert {f"comms-tracker {name}" for name in COMMANDS} < set(HELPS)


@pytest.mark.parametrize(
    "path", [path for path in HELPS if path not in {"comms-tracker bench", "comms-tracker decide"}]
)
def test_every_help_shows_a_line_to_type(path: str) -> None:
    assert f"\n  {path}" in HELPS[path]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_completion(shell: str) -> None:
    environment = {**os.environ, "_COMMS_TRACKER_COMPLETE": f"{shell}_source"}
    # The variable's name comes from the program's, so it has to be started under that.
    start = "import sys; sys.argv[0] = 'comms-tracker'; from comms_tracker.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", start], env=environment, capture_output=True, text=True, check=True)
    assert "_comms_tracker_completion" in done.stdout


def test_a_command_is_completed() -> None:
    environment = {
        **os.environ,
        "_COMMS_TRACKER_COMPLETE": "bash_complete",
        "COMP_WORDS": "comms-tracker doc",
        "COMP_CWORD": "1",
    }
    start = "import sys; sys.argv[0] = 'comms-tracker'; from comms_tracker.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", start], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "plain,doctor\n"
