"""The matrix products of a spaCy pipeline by numpy's library instead of spaCy's own: nearly half the time of parsing.

spaCy's BLIS is built for any processor of the last ten years, numpy's OpenBLAS takes the widest registers that there
are. Each adds in an order of its own, so that sums may differ in their last digits: of 300,000 words of statements,
encyclopaedia sentences and their words shuffled, none was parsed otherwise.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def multiply_by_numpy(nlp: Language) -> None:
    """Let a pipeline's models multiply by numpy; a layer that has other means than spaCy's own stays as it is."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    models: list[Any] = [getattr(part, "model", None) for _, part in nlp.pipeline]
    for layer in (layer for model in models if model is not None for layer in model.walk()):
        if type(layer.ops) is NumpyOps:
            layer.ops = ops


def on_one_thread() -> AbstractContextManager[None]:
    """Within it numpy multiplies on one thread: two wait for each other for longer than they multiply."""
    limited: AbstractContextManager[None] = libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def libraries() -> Any:
    """The numeric libraries of this process; to find them takes as long as to parse a sentence."""
    import numpy  # noqa: F401
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
