"""What is remembered of texts between one call and the next, in one list, so that all of it can be forgotten at once.

Drafts are confidential: the app forgets after each text that is in no store (``app/unkept.py``). Whatever is kept by
the words of a text is therefore kept by :func:`remembered`, and ``functools.cache`` is for what the lexicons say.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

R = TypeVar("R")
_forgettable: list[Callable[[], None]] = []


def remembered(at_most: int) -> Callable[[Callable[..., R]], _lru_cache_wrapper[R]]:
    """Lets a function remember the results of the last ``at_most`` different calls, until :func:`forget`."""

    def keeping(function: Callable[..., R]) -> _lru_cache_wrapper[R]:
        kept = lru_cache(maxsize=at_most)(function)
        _forgettable.append(kept.cache_clear)
        return kept

    return keeping


def forget() -> None:
    """Forgets all that functions remember of texts, in the modules that are loaded."""
    for clear in _forgettable:
        clear()
