"""What the pages for journalists and comms teams tell people to type works and prints what they show."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from comms_tracker.cli.group import COMMANDS, commands

DOCS = Path(__file__).resolve().parent.parent / "docs"
STEPS = re.compile(r"^ {4}(comms-tracker .*)$|^```text\n((?:(?!```).*\n)*)```$", re.MULTILINE)
ENDS_WITH_1 = {"quotes", "audit"}
"""The bundled article misquotes on purpose, and the draft below denies what was said."""
DRAFT = """---
organisation: Vantry Police
issued: 2022-06-07
---
371 exhibits are missing from the store at Coldharbour Lane. No criminal case has been harmed.
"""
PAGES = ("journalists.md", "comms-teams.md")


@dataclass(frozen=True, slots=True)
class Step:
    """A line to type, and the lines that the page shows of what it prints."""

    typed: str
    shown: tuple[str, ...]


def steps(page: str) -> list[Step]:
    """The page's lines to type in their order, each with what is shown below it."""
    found: list[Step] = []
    for typed, shown in STEPS.findall((DOCS / page).read_text(encoding="utf-8")):
        if typed:
            found.append(Step(typed, ()))
        else:
            found[-1] = Step(found[-1].typed, tuple(shown.splitlines()))
    return found


@pytest.fixture
def reader(root: Path, folder: Path) -> Path:
    """The folder of somebody who follows a page: the bundled cases, and a draft of their own."""
    (folder / "corpora").symlink_to(root / "corpora")
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("page", PAGES)
def test_every_line_to_type_runs_and_prints_what_is_shown(page: str) -> None:
    runner = CliRunner()
    for step in steps(page):
        words = shlex.split(step.typed, comments=True)[1:]
        # The demo has a test of its own, and the app would not end.
        done = runner.invoke(commands, [*words, *(["--help"] if words[0] in {"app", "demo"} else [])])
        assert done.exit_code == int(words[0] in ENDS_WITH_1), (step.typed, done.output)
        printed = " ".join(done.output.split())
        assert [line for line in step.shown if " ".join(line.split()) not in printed] == [], step.typed


@pytest.mark.parametrize("page", PAGES)
def test_each_page_shows_pictures_that_are_there_and_several_lines_to_type(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", text)
    assert pictures
    assert [place for _, place in pictures if not (DOCS / place).is_file()] == []
    assert len(steps(page)) >= 6


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_no_page_speaks_of_a_command_that_there_is_not(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^ {4}|`)comms-tracker ([a-z][a-z-]*)", text, re.MULTILINE))
    assert named - {*COMMANDS, "compere", "evaluate"} == set()
