"""Looks into every cache of this process for a word that stands in a draft and nowhere else."""

from __future__ import annotations

import functools
import gc

NONCE = "Qvurzelbach"


def remembering() -> list[str]:
    """The names of the functions whose caches have the word in a key or a value."""
    caches = [one for one in gc.get_objects() if type(one) is functools._lru_cache_wrapper]
    assert caches, "the caches of this process are not where they are looked for"
    return [one.__qualname__ for one in caches if holds(one)]


def holds(cache: object) -> bool:
    """Whether a cache has the word in a key or a value of it."""
    seen: set[int] = set()
    wanted = [one for one in gc.get_referents(cache) if not callable(one)]
    while wanted:
        one = wanted.pop()
        if isinstance(one, str) and NONCE in one:
            return True
        if id(one) in seen or isinstance(one, type) or callable(one) or type(one).__name__ == "module":
            continue
        seen.add(id(one))
        if isinstance(one, dict | list | tuple | set | frozenset) or type(one).__name__ == "_lru_list_elem":
            wanted += gc.get_referents(one)
    return False
