"""The licence of every pinned package is known and may be used, and newer releases are told by a command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import licences
import pytest
import updates


def test_the_page_is_what_the_packages_say_and_all_of_them_may_be_used(root: Path) -> None:
    """Where this fails, run `make licences`."""
    text, refused = licences.page()
    assert refused == []
    assert (root / "docs" / "licences.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("MPL-2.0 AND MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("Apache-2.0 AND Apache-2.0 WITH LLVM-exception", True),
        ("(MIT AND PSF-2.0)", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-or-later", False),
        ("", False),
    ],
)
def test_a_licence_is_accepted_where_all_of_it_or_one_alternative_is(expression: str, may: bool) -> None:
    assert licences.accepted(expression) is may


def test_a_licence_that_is_not_known_is_refused_and_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(licences, "PAGE", tmp_path / "licences.md")
    monkeypatch.setattr(licences, "licence", lambda name: "SSPL-1.0" if name == "click" else "MIT")
    assert licences.main() == 1
    release = dict(licences.pins("requirements.lock"))["click"]
    assert capsys.readouterr().err == (
        f"click {release} is under SSPL-1.0. "
        "Look it up; if it may be used, add it to ACCEPTED in scripts/licences.py.\n"
    )
    assert not (tmp_path / "licences.md").exists()


def test_newer_releases_of_what_is_pinned_are_told_and_others_are_not() -> None:
    outdated = [
        {"name": "Types_PyYAML", "latest_version": "7"},
        {"name": "not-ours", "latest_version": "2"},
        {"name": "click", "latest_version": "9.0"},
    ]
    assert updates.newer({"click": "8.5.1", "rich": "15", "types-pyyaml": "6"}, outdated) == [
        "click 8.5.1 -> 9.0",
        "types-pyyaml 6 -> 7",
    ]


def test_where_the_index_cannot_be_asked_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_network(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([sys.executable], 2, "", "ERROR: no route to host\n")

    monkeypatch.setattr(subprocess, "run", no_network)
    assert updates.main() == 2
    assert capsys.readouterr().err == "pip could not ask for newer releases: ERROR: no route to host\n"
