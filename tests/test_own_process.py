"""The program's own processes: spaCy without torch there, and everybody else's imports as they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from comms_tracker.own_process import THREADS, one_thread

CORPUS = Path("corpora") / "barts-2017"
HEAVY = '("torch", "transformers", "sentence_transformers", "streamlit", "pandas", "altair", "pyarrow")'


def loaded(script: str, root: Path) -> list[object]:
    """The last line that a Python of its own prints, as JSON."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    found: list[object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_case_that_words_decide_is_compared_without_torch_or_anything_else_that_it_does_not_need(root: Path) -> None:
    script = (
        "import json, sys\n"
        "from comms_tracker.cli import main\n"
        f"sys.argv = ['comms-tracker', 'compare', {str(CORPUS)!r}]\n"
        "try:\n    main()\nexcept SystemExit as done:\n    assert not done.code\n"
        f"print(json.dumps([name for name in {HEAVY} if name in sys.modules]))\n"
    )
    assert loaded(script, root) == []


def test_what_a_library_only_asks_for_is_there_for_whoever_needs_it(root: Path) -> None:
    script = (
        "import json\n"
        "from comms_tracker.own_process import load_only_what_is_used\n"
        "load_only_what_is_used(); load_only_what_is_used()\n"
        "import spacy, thinc.compat, torch, sqlite_utils.db, pandas\n"
        "print(json.dumps([thinc.compat.has_torch, torch.__name__, sqlite_utils.db.pd, pandas.__name__]))\n"
    )
    assert loaded(script, root) == [False, "torch", None, "pandas"]


def test_somebody_who_imports_the_package_has_spacy_as_it_is(root: Path) -> None:
    script = (
        "import json, sys, comms_tracker\n"
        "comms_tracker.extract(['We cancelled 136 operations.'])\n"
        "print(json.dumps([name for name in ('torch',) if name in sys.modules]))\n"
    )
    assert loaded(script, root) == ["torch"]


def test_numeric_libraries_of_a_worker_and_its_children_have_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in THREADS:
        monkeypatch.setenv(name, "2")
    one_thread()
    assert {os.environ[name] for name in THREADS} == {"1"}
