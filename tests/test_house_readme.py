"""What the README tells people to type works, on the bundled case."""

from __future__ import annotations

import re
import shlex
import textwrap
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from comms_tracker.cli.group import commands

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(line, comments=True)[1:] for line in re.findall(r"^ {4}(comms-tracker .*)$", README, re.MULTILINE)
]
(PYTHON,) = re.findall(r"^ {4}import comms_tracker\n(?:(?: {4}.*)?\n)*", README, re.MULTILINE)
SERVES = {"app", "demo"}


@pytest.fixture
def reader(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of somebody who follows the README: the bundled cases, and a draft of their own."""
    (tmp_path / "corpora").symlink_to(root / "corpora")
    (tmp_path / "draft.txt").write_text("We cancelled 140 operations because of the failure.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_readme_shows_each_reader_something_to_type() -> None:
    shown = {
        "demo",
        "compare",
        "split",
        "quotes",
        "audit",
        "extract",
        "add",
        "incidents",
        "changes",
        "claims",
        "decide",
    }
    assert {words[0] for words in COMMANDS} == shown


@pytest.mark.usefixtures("reader")
def test_every_command_of_the_readme_runs_in_its_order() -> None:
    runner = CliRunner()
    for words in COMMANDS:
        arguments = [*words, "--help"] if words[0] in SERVES else words
        done = runner.invoke(commands, arguments)
        # The reader's draft gives another figure than the bundled case, and the bundled article misquotes it: an audit
        # and a check of quotations end with 1 and print their page.
        assert done.exit_code == int(words[0] in {"audit", "quotes"}), (words, done.output)


def test_a_draft_is_set_against_what_was_said_before(reader: Path) -> None:
    (words,) = [words for words in COMMANDS if words[0] == "audit" and "--against" in words]
    output = " ".join(CliRunner().invoke(commands, words).output.split())
    assert "The draft says 140 operations; on 5 May 2017 the statement said 136 operations." in output
    assert sorted(path.name for path in reader.iterdir()) == ["corpora", "draft.txt"]


@pytest.mark.usefixtures("reader")
def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(textwrap.dedent(PYTHON), {})
    changed, figures, *related = capsys.readouterr().out.splitlines()
    assert changed.startswith("“A very small number” of operations became 136. 136 is more than “a very small number”,")
    assert figures.startswith("[[Figure(text='about 2.5 per cent', start=0, end=18, ")
    assert [line.partition(" ")[0] for line in related] == ["contradictory", "contradictory"]
    assert related[1].endswith("“No data was taken” and “Data was taken” cannot both be true")


def test_every_file_that_the_readme_points_to_is_there(root: Path) -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert len(targets) > 3
    assert [target for target in targets if not (root / target).exists()] == []


def test_every_place_that_contributors_are_sent_to_is_there(root: Path) -> None:
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    places = re.findall(r"`((?:comms_tracker|tests|corpora|scripts)/[\w*./-]*)`", guide)
    assert len(places) > 20
    assert [place for place in places if not any(root.glob(place.rstrip("/")))] == []


def test_the_readme_names_the_wheel_of_this_version_and_every_extra(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"dist/comms_tracker-{project['version']}-py3-none-any.whl\n" in README
    (named,) = re.findall(r'"comms-tracker\[([a-z,]+)\]"', README)
    assert sorted(named.split(",")) == sorted(project["optional-dependencies"])


def test_the_readme_pins_what_the_lock_pins() -> None:
    assert set(re.findall(r"pip==(\S+)", README)) == {version("pip")}
    assert set(re.findall(r"torch==([\d.]+)", README)) == {version("torch").partition("+")[0]}
