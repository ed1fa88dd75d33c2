"""What the command line refuses: each input with its exact message, exit status 2, nothing printed, nothing stored."""

from __future__ import annotations

import re
import socket
from collections import Counter
from pathlib import Path

import bad_input
import pytest
from bad_input_cases import READERS, Case, cases, numbers_only
from click.testing import CliRunner

from comms_tracker.cli.group import COMMANDS, commands

CASES = cases()
RUNS = [(case, arguments) for case in CASES for arguments in case.commands()]


@pytest.mark.parametrize(("case", "arguments"), RUNS, ids=[f"{run[0]}: {case.what}" for case, run in RUNS])
def test_bad_input_gets_its_message(
    case: Case, arguments: list[str], folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = folder / "data" / "comms.db"
    monkeypatch.setenv("COMMS_TRACKER_DB", str(default))
    monkeypatch.setattr(socket, "getaddrinfo", numbers_only)
    case.lay_out(folder, store)
    before = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    result = CliRunner().invoke(commands, arguments, input=case.standard_input())
    assert (result.exit_code, result.stdout) == (2, "")
    last = result.stderr.splitlines()[-1].replace(str(folder), "FOLDER")
    assert re.fullmatch(f"Error: {case.pattern()}", last), last
    if arguments[0] != "watch":  # What it sees first it would store, so its store is there before it looks.
        assert not default.parent.exists()
    assert {path: path.stat().st_size for path in folder.rglob("*") if path in before} == before


def test_there_are_more_than_a_hundred_kinds_over_every_command_that_reads_or_writes() -> None:
    assert len(CASES) >= 100
    given = {arguments[0] for _, arguments in RUNS}
    # These two are given nothing but the store and the port of others.
    assert set(COMMANDS) - given <= {"demo", "doctor"}, "give each new command a case in tests/bad_input"
    assert set(READERS) <= given
    assert [name for name, times in Counter((case.group, case.what) for case in CASES).items() if times > 1] == []


def test_every_message_says_in_words_more_than_that_it_went_wrong() -> None:
    assert [case.message for case in CASES if len(case.message.replace("…", "").split()) < 3] == []
    assert [
        case.message for case in CASES if "Traceback" in case.message or "something went wrong" in case.message
    ] == []


def test_the_page_is_this_table(root: Path) -> None:
    """Where this fails, run `make bad-input`."""
    assert (root / "docs" / "bad-input.md").read_text(encoding="utf-8") == bad_input.page(CASES)
