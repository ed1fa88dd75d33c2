"""Everything that fuzzing ever found still holds, and the fuzzing finds, makes small and keeps what is planted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import fuzz
import pytest
from fuzz_parts import PARTS
from hypothesis import strategies as st

CHECKS = {part.name: part.check for part in PARTS}
FOUND = sorted(fuzz.CORPUS.glob("*.json"))
assert FOUND, f"what fuzzing found is not in {fuzz.CORPUS}"


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_is_mended(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    CHECKS[kept["part"]](kept["input"])


def test_each_part_has_inputs_and_holds_for_a_few() -> None:
    for part in PARTS:
        outcome = fuzz.fuzz(part.name, part.inputs, part.check, seconds=0.2, seed=7, in_a_round=5)
        assert outcome.tried > 0
        assert outcome.faults == {}


def test_a_planted_fault_is_found_once_made_small_and_kept(tmp_path: Path) -> None:
    def fragile(text: str) -> None:
        if "7" in text:
            raise ValueError(text)

    found = fuzz.fuzz("figures", st.text("0123456789 ", max_size=20), fragile, seconds=0.5, seed=1)
    ((fault, given),) = found.faults.items()
    assert fault == "ValueError in test_fuzz.py, fragile: raise ValueError(text)"
    assert given == "7"
    (path,) = fuzz.keep(found, tmp_path / "corpus")
    assert json.loads(path.read_text(encoding="utf-8")) == {"part": "figures", "found": fault, "input": "7"}
    assert fuzz.keep(found, tmp_path / "corpus") == []
    shown = fuzz.table([found], date(2026, 11, 26), tmp_path / "corpus")
    assert "The last run, on 26 November 2026" in shown
    assert shown.endswith(f"| figures | {found.tried:,} | 0.0 | 1 | 1 |\n")


def test_an_error_of_the_fuzzing_itself_is_not_swallowed() -> None:
    with pytest.raises(LookupError, match="no such strategy"):
        fuzz.fuzz("figures", st.builds(_broken), str, seconds=0.5, seed=1)


def _broken() -> str:
    raise LookupError("no such strategy")
