"""What the program settles in the processes that are its own, and never in those of somebody who imports it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

HIDDEN = {
    "torch": ("thinc.compat", "has_torch"),
    "pandas": ("sqlite_utils.db", "Database"),
    "numpy": ("sqlite_utils.db", "Database"),
}
"""What is loaded only because a library asks whether it is there: that module of it, and a name that it has when done.

spaCy's machine learning library can run models of torch, of which we have none; sqlite-utils can store the cells of
data frames, of which we give it none. torch takes longer to load than all the rest of spaCy, pandas than all the rest
of a command that looks at a store.
"""
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")


class OnlyWhatIsUsed:
    """Tells the modules in ``HIDDEN``, and nobody else, that what they ask for is not installed."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """None, so that others are asked; raises ModuleNotFoundError to a module that only asks whether it is there."""
        if fullname in HIDDEN:
            asking, last = HIDDEN[fullname]
            if asking in sys.modules and not hasattr(sys.modules[asking], last):
                raise ModuleNotFoundError(f"{asking} is used without {fullname} here", name=fullname)
        return None


def load_only_what_is_used() -> None:
    """Lets spaCy be imported without torch, and sqlite-utils without pandas and numpy, in this process.

    Whoever needs those themselves still imports them. Nothing changes where spaCy or sqlite-utils was imported before.
    """
    if not any(isinstance(finder, OnlyWhatIsUsed) for finder in sys.meta_path):
        sys.meta_path.insert(0, OnlyWhatIsUsed())


def one_thread() -> None:
    """Lets numeric libraries that are imported from now on, here and in child processes, use one thread each.

    For processes that share the cores among them: two threads in each would only wait for one another.
    """
    for name in THREADS:
        os.environ[name] = "1"
