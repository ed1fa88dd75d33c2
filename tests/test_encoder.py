"""Phrase vectors: MiniLM in numpy gives the rows of sentence-transformers, and a phrase has one row in any company."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from comms_tracker import encoder
from comms_tracker.encoder import alone, bulk, encode, in_doubt, in_groups, light, rounded, weights
from comms_tracker.errors import ModelError

APART = 1e-6
"""How far the two ways may be from one another in any number of a unit vector; 3e-7 is what was found."""


@pytest.fixture(scope="module")
def phrases(root: Path) -> list[str]:
    """What the claims of the gold statements say, each once, and what no statement says."""
    found = {
        claim["quote"]
        for path in sorted((root / "tests" / "gold").glob("*/*.json"))
        for claim in json.loads(path.read_text("utf-8")).get("gold", {}).get("claims", ())
    }
    return [*sorted(found)[::14], "", "x", "ÉTÉ naïve 東京 🙂", "cancelled operation " * 200]


def test_both_ways_give_every_phrase_of_the_gold_the_same_vector(phrases: list[str]) -> None:
    assert len(phrases) > 100
    apart = abs(alone(phrases) - bulk.in_batches(phrases))
    assert apart.max() < APART
    assert encoder.SCALE * APART < encoder.CLOSE


def test_a_group_gives_every_phrase_the_vector_that_it_has_alone(phrases: list[str]) -> None:
    apart = abs(alone(phrases) - in_groups(phrases))
    assert apart.max() < APART / 2
    assert encoder.SCALE * APART / 2 < encoder.CLOSE_IN_GROUPS
    assert (rounded(alone(phrases)) == encode(phrases)).all()


def test_a_phrase_has_one_row_alone_among_few_and_among_many(
    phrases: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = encode(phrases[:40])
    monkeypatch.setattr(encoder, "BULK", 2)
    assert (encode(phrases[:40]) == few).all()
    assert (encode(phrases[39::-1]) == few[::-1]).all()
    assert (encode(phrases[7:8]) == few[7:8]).all()


def test_a_number_at_the_edge_between_two_steps_is_in_doubt() -> None:
    rows = numpy.array([[0.5, 10.5], [0.499, 3.0], [0.4999, 3.0], [-2.50001, 0.0], [-2.6, 0.0]], dtype=numpy.float32)
    assert in_doubt(rows / encoder.SCALE).tolist() == [True, False, True, True, False]


def test_rows_are_unit_vectors_in_steps_and_alike_phrases_are_near() -> None:
    rows = encode(["cancelled operation", "cancelled operations", "oil leaked"]).astype("int32")
    assert rows.shape == (3, encoder.WIDTH)
    near, far = (float(rows[0] @ rows[other]) / encoder.SCALE**2 for other in (1, 2))
    assert near > 0.9
    assert far < 0.4
    assert encode([]).shape == (0, encoder.WIDTH)
    assert rounded(numpy.array([[1.0, -1.0]], dtype=numpy.float32)).tolist() == [[127, -127]]


def test_few_phrases_need_neither_torch_nor_transformers() -> None:
    script = (
        "import json, sys\n"
        "from comms_tracker.encoder import encode\n"
        "encode(['cancelled operation'])\n"
        "print(json.dumps([name for name in ('torch', 'transformers', 'scipy') if name in sys.modules]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize("part", ["tokenizer.json", "model.safetensors"])
def test_a_missing_part_is_named_with_how_to_install_it(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in {"tokenizer.json", "model.safetensors"} - {part}:
        (tmp_path / name).symlink_to(weights.model_folder() / name)
    for module in (light, weights):
        monkeypatch.setattr(module, "model_folder", lambda: tmp_path)
    for remembered in (light.light, weights.model_sha256):
        remembered.cache_clear()
    try:
        with pytest.raises(ModelError, match="missing") as refused:
            light.light()
    finally:
        for remembered in (light.light, weights.model_sha256):
            remembered.cache_clear()
    assert str(tmp_path / part) in str(refused.value)
    assert str(refused.value).endswith(encoder.MEND)
