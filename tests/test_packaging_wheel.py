"""The wheel holds everything that a person without the repository needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel of this working tree, built by the pinned backend without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return ZipFile(built)


def test_the_bundled_cases_are_in_it_byte_for_byte(root: Path, wheel: ZipFile) -> None:
    bundled = {
        f"comms_tracker/_corpora/{path.relative_to(root / 'corpora').as_posix()}": path.read_bytes()
        for path in (root / "corpora").rglob("*")
        if path.is_file()
    }
    held = {name: wheel.read(name) for name in wheel.namelist() if name.startswith("comms_tracker/_corpora/")}
    assert held == bundled


def test_the_page_that_streamlit_runs_is_in_it_with_its_settings_beside_it(root: Path, wheel: ZipFile) -> None:
    assert wheel.read("comms_tracker/_app.py") == (root / "app.py").read_bytes()
    settings = ".streamlit/config.toml"
    assert wheel.read(f"comms_tracker/{settings}") == (root / settings).read_bytes()


def test_every_module_and_word_list_is_in_it(root: Path, wheel: ZipFile) -> None:
    wanted = {
        path.relative_to(root).as_posix()
        for path in (root / "comms_tracker").rglob("*")
        if path.suffix in {".py", ".toml", ".css", ".js", ".html", ".svg"}
    }
    assert wanted - set(wheel.namelist()) == set()
    assert any(name.startswith("comms_tracker/lexicon/") and name.endswith(".toml") for name in wanted)


def test_the_demo_finds_its_cases_and_its_page_in_it_from_any_folder(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "installed")
    (tmp_path / "elsewhere").mkdir()
    asked = "from comms_tracker.cli import bundled; print(len(bundled.cases())); print(bundled.app_page())"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path / "elsewhere",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines() == ["17", str(tmp_path / "installed" / "comms_tracker" / "_app.py")]


def test_the_licence_and_the_notices_are_in_it(wheel: ZipFile) -> None:
    licences = [name.rpartition("/")[2] for name in wheel.namelist() if "/licenses/" in name]
    assert sorted(licences) == ["LICENSE", "NOTICE"]


def test_it_brings_the_command(wheel: ZipFile) -> None:
    (entry_points,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "comms-tracker = comms_tracker.cli:main" in wheel.read(entry_points).decode()


def test_tests_and_caches_stay_out_of_it(wheel: ZipFile) -> None:
    top = {name.partition("/")[0] for name in wheel.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"comms_tracker"}
    assert [name for name in wheel.namelist() if "__pycache__" in name] == []
