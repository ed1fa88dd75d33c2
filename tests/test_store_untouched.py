"""Looking, comparing and auditing write nothing: not into the store, not beside it, not into a temporary file."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest
from cli_runner import CORPUS, ran, run

DRAFT = (
    "---\norganisation: Barts Health NHS Trust\nissued: 2017-05-12\n---\n"
    "Zanzibar quillwork: 151 elective operations were called off, and 20 scans were repeated.\n"
)
MARK = b"quillwork"


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store, a draft, and the places where a program may leave something behind."""
    for name in ("store", "temporary", "cache", "home"):
        (tmp_path / name).mkdir()
    ran("add", CORPUS, "--db", tmp_path / "store" / "comms.db")
    (tmp_path / "draft.md").write_text(DRAFT)
    monkeypatch.setenv("COMMS_TRACKER_DB", str(tmp_path / "store" / "comms.db"))
    for variable, name in (("TMPDIR", "temporary"), ("XDG_CACHE_HOME", "cache"), ("HOME", "home")):
        monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def contents(surroundings: Path) -> dict[str, str]:
    """The sha256 of every file under them, by its path."""
    files = sorted(each for each in surroundings.rglob("*") if each.is_file())
    return {str(each.relative_to(surroundings)): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


@pytest.mark.parametrize(
    "command",
    [
        ("incidents",),
        ("changes",),
        ("changes", "--incident", "barts-2017", "--format", "json"),
        ("claims", "--incident", "barts-2017"),
        ("decide", "list"),
        ("decide", "ids", "--incident", "barts-2017"),
        ("compare", str(CORPUS)),
    ],
)
def test_looking_leaves_every_file_as_it_was(surroundings: Path, command: tuple[str, ...]) -> None:
    before = contents(surroundings)
    ran(*command)
    assert contents(surroundings) == before


@pytest.mark.parametrize(
    "command",
    [
        ("audit", "draft.md", "--incident", "barts-2017"),
        ("compare", str(CORPUS), "draft.md"),
        ("extract", "draft.md"),
    ],
)
def test_a_draft_leaves_no_word_anywhere(
    surroundings: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(surroundings)
    before = contents(surroundings)
    result = run(*command)
    assert result.exit_code in (0, 1), result.stderr
    assert "151" in result.stdout
    assert contents(surroundings) == before
    assert [each.name for each in surroundings.rglob("*") if each.is_file() and MARK in each.read_bytes()] == [
        "draft.md"
    ]
