"""The word lists and rules that are data: one TOML file each beside this module, every entry with its source."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

FOLDER = files(__name__)


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed TOML file ``name`` (without its ending) of this package; the reader of a table gives it its types."""
    return tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def sha256() -> str:
    """One hex digest over every lexicon file, in order of name, so that a result says which words it was read with."""
    digest = hashlib.sha256()
    for entry in sorted(FOLDER.iterdir(), key=lambda path: path.name):
        if entry.name.endswith(".toml"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()
