"""The house stays one that a stranger finds their way about in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LONGEST = {"comms_tracker": 300, "scripts": 300, "tests": 400}
"""Lines, by folder. Past this a module has more than one job and is split."""
HEAVY = {"spacy", "torch", "sentence_transformers", "streamlit", "altair", "pandas", "numpy", "scipy"}


def test_no_module_is_longer_than_a_person_reads_at_once(root: Path) -> None:
    lengths = {
        path.relative_to(root).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for folder in LONGEST
        for path in (root / folder).rglob("*.py")
    }
    assert {path.partition("/")[0] for path in lengths} == LONGEST.keys()
    assert {path: length for path, length in lengths.items() if length > LONGEST[path.partition("/")[0]]} == {}


@pytest.mark.parametrize("module", ["comms_tracker", "comms_tracker.cli"])
def test_nothing_heavy_is_imported_before_it_is_needed(module: str) -> None:
    script = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert loaded & HEAVY == set()


def test_what_is_remembered_of_texts_is_all_in_the_list_that_is_forgotten(root: Path) -> None:
    remembering = [
        path.relative_to(root).as_posix()
        for path in (root / "comms_tracker").rglob("*.py")
        if "lru_cache" in path.read_text(encoding="utf-8")
    ]
    assert remembering == ["comms_tracker/remembering.py"]


def test_every_module_says_in_its_first_line_what_it_is_for(root: Path) -> None:
    silent = [
        path.relative_to(root).as_posix()
        for folder in ("comms_tracker", "scripts", "tests")
        for path in (root / folder).rglob("*.py")
        if not path.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
    ]
    assert silent == []
