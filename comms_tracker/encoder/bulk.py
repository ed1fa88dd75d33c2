"""Many phrases at once by sentence-transformers: batches by length, which is what makes thousands of them quick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker.encoder.weights import model_folder, model_sha256

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer


def in_batches(phrases: Sequence[str]) -> NDArray[numpy.float32]:
    """The unit vector of each phrase; which phrases share its batch can change its last digits."""
    import numpy
    import torch

    encoder, threads = model(), torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return numpy.asarray(encoder.encode(list(phrases), normalize_embeddings=True, show_progress_bar=False))
    finally:
        torch.set_num_threads(threads)


@cache
def model() -> SentenceTransformer:
    """MiniLM as sentence-transformers loads it, offline, at the first call; raises ModelError."""
    import os

    model_sha256()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(model_folder()), device="cpu", local_files_only=True)
