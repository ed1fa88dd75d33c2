"""What a project says of itself beside its code agrees with the code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import comms_tracker

TEMPLATES = (".github/ISSUE_TEMPLATE/fault.yml", ".github/ISSUE_TEMPLATE/wrong-reading.yml")


def test_the_citation_and_the_changelog_are_of_this_version(root: Path) -> None:
    cited = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cited["version"] == comms_tracker.__version__ == project["version"]
    assert cited["license"] == project["license"]
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", changes, re.MULTILINE)[:2] == ["Unreleased", comms_tracker.__version__]


@pytest.mark.parametrize("name", TEMPLATES)
def test_an_issue_is_asked_for_what_is_needed_to_look_into_it(root: Path, name: str) -> None:
    form = yaml.safe_load((root / name).read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids)) >= 3
    assert all(part["validations"]["required"] for part in form["body"])


def test_a_commit_is_checked_by_the_tools_of_the_environment_without_a_download(root: Path) -> None:
    (local,) = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert local["repo"] == "local"
    assert {hook["id"] for hook in local["hooks"]} == {"ruff-check", "ruff-format", "mypy", "lint-imports", "pages"}
    assert all(hook["language"] == "system" and hook["entry"].startswith(".venv/bin/") for hook in local["hooks"])
    tests = {word for hook in local["hooks"] for word in hook["entry"].split() if word.startswith("tests/")}
    assert tests
    assert [name for name in tests if not (root / name).is_file()] == []


@pytest.mark.parametrize(
    "name", ["SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md", ".github/pull_request_template.md"]
)
def test_every_make_target_and_command_that_a_page_names_is_there(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony
    assert set(re.findall(r"`make ([a-z-]+)`", text)) - set(phony[1].split()) == set()
    linked = [place for place in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in place]
    assert [place for place in linked if not (root / place).exists()] == []
