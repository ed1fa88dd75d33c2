"""Runs the command line in this process, for the tests of its commands."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from comms_tracker.cli.group import commands

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpora" / "barts-2017"
FIRST_ID, SECOND_ID = "2017-04-28-first-statement", "2017-05-05-second-statement"


def run(*arguments: str | Path, given: str | None = None) -> Result:
    """The outcome of ``comms-tracker`` with these arguments, ``given`` on its standard input."""
    return CliRunner().invoke(commands, [str(each) for each in arguments], input=given)


def ran(*arguments: str | Path, given: str | None = None) -> str:
    """What the command printed; it must end with 0."""
    result = run(*arguments, given=given)
    assert result.exit_code == 0, result.stderr
    return result.stdout
