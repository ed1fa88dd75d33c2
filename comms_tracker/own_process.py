"""What the program settles in the processes that are its own, and never in those of somebody who imports it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

ASKING = "thinc.compat"
"""The module of spaCy's machine learning library that asks, when it is imported, whether there is a torch."""
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")


class NoTorchForSpacy(MetaPathFinder):
    """Answers that module, and nobody else, that there is none."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """None, so that others are asked; raises ModuleNotFoundError for torch while that module is imported."""
        if fullname == "torch" and ASKING in sys.modules and not hasattr(sys.modules[ASKING], "has_torch"):
            raise ModuleNotFoundError("spaCy is used without torch here", name=fullname)
        return None


def hide_torch_from_spacy() -> None:
    """Lets spaCy be imported without torch, which takes longer to load than the rest and of which no text is read.

    Whoever needs torch itself still imports it. Nothing changes where spaCy was imported before.
    """
    if not any(isinstance(finder, NoTorchForSpacy) for finder in sys.meta_path):
        sys.meta_path.insert(0, NoTorchForSpacy())


def one_thread() -> None:
    """Lets numeric libraries that are imported from now on, here and in child processes, use one thread each.

    For processes that share the cores among them: two threads in each would only wait for one another.
    """
    for name in THREADS:
        os.environ[name] = "1"
