"""The command line as a whole: its help, its errors and how it ends."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runner import CORPUS, ROOT, ran, run

from comms_tracker.cli.group import COMMANDS, commands

HEAVY = ("spacy", "torch", "streamlit", "rich", "sqlite_utils", "yaml", "numpy", "scipy", "altair", "platformdirs")


def test_help_imports_nothing_heavy_and_lists_every_command() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "comms_tracker.cli", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "comms_tracker" in imported
    assert imported.isdisjoint(HEAVY)
    for name, listed in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(listed.line)}$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_listed_by_its_name_and_shows_an_example(name: str) -> None:
    command = commands.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.name == name
    assert re.search(rf"^  comms-tracker {name}\b", ran(name, "--help"), re.MULTILINE)


def test_no_argument_prints_the_help() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "comms_tracker.cli"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.startswith("Usage: comms-tracker [OPTIONS] COMMAND")


def test_an_unknown_command_names_the_known_ones() -> None:
    result = run("comapre")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        f"Error: There is no command 'comapre'. The commands are {', '.join(COMMANDS)}."
    )


@pytest.mark.usefixtures("by_hand")
def test_an_error_inside_the_program_is_a_sentence_and_not_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("comms_tracker.comparison.compare_incidents", broken)
    result = run("compare", CORPUS)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines(keepends=True)[-1] == (
        "Error: something went wrong inside comms-tracker (KeyError: 'lost'). "
        "Set COMMS_TRACKER_TRACEBACK=1 and run the command again to see where, and please report it.\n"
    )
    monkeypatch.setenv("COMMS_TRACKER_TRACEBACK", "1")
    assert isinstance(run("compare", CORPUS).exception, KeyError)


@pytest.mark.usefixtures("by_hand")
def test_control_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("comms_tracker.comparison.compare_incidents", interrupted)
    result = run("compare", CORPUS)
    assert (result.exit_code, result.stdout) == (130, "")
    assert [line for line in result.stderr.splitlines() if not line.startswith("Note: ")] == [""]


def test_a_closed_pipe_ends_quietly(store: Path) -> None:
    command = [sys.executable, "-m", "comms_tracker.cli", "changes", "--db", str(store), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.usefixtures("folder")
def test_an_error_cannot_act_on_the_terminal() -> None:
    assert run("compare", "\x1b[31mred.md").stderr == (
        "Error: \\x1b[31mred.md: no such file or folder. Check the name, and the folder that you are in.\n"
    )
