"""Writes requirements.lock and requirements-dev.lock from what is installed beside this Python.

    .venv/bin/python scripts/lock.py

To take newer releases: upgrade them in .venv with pip, run `make lock`, then `make test`.

Each line pins one release. The lists are the closure of pyproject.toml's requirements, extras too, over Linux, macOS
and Windows, so a package that only another system needs (colorama) has to be installed here too. A local version
("2.13.0+cpu") is written without its local part: the plain number matches every build of that release.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import cast

from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
TO_INSTALL = ("pip", "hatchling")
"""What installs the rest: pip, and what `pip install --no-build-isolation -e .` needs; pinned like everything else."""
CUDA_PREFIXES = ("nvidia-", "cuda-", "triton")
"""What torch asks for where it is not the CPU build; never locked."""

RUN_HEAD = """\
# Every release that comms-tracker runs with, written by scripts/lock.py. Two of them come first, as README.md shows:
# pip itself (the one in a new environment can lose extras) and, on Linux, the CPU build of torch.
# `make run` does both by itself.
"""
DEV_HEAD = """\
# What the tests and the website need besides, written by scripts/lock.py.
-r requirements.lock
"""


def environments() -> Iterator[Environment]:
    """The marker environments of every system and Python that the lock is for."""
    for sys_platform, platform_system, os_name in SYSTEMS:
        for python in PYTHONS:
            here = default_environment()
            here["sys_platform"] = sys_platform
            here["platform_system"] = platform_system
            here["os_name"] = os_name
            here["python_version"] = python
            here["python_full_version"] = f"{python}.0"
            yield here


def closure(roots: Iterable[str]) -> dict[str, str]:
    """Name to version of ``roots`` and of all that they need anywhere; raises PackageNotFoundError for one missing."""
    pins: dict[str, str] = {}
    wanted = [(Requirement(root), frozenset[str]()) for root in roots]
    seen: set[tuple[str, frozenset[str]]] = set()
    everywhere = list(environments())
    while wanted:
        requirement, parent_extras = wanted.pop()
        name = canonicalize_name(requirement.name)
        if name.startswith(CUDA_PREFIXES) or not applies(requirement, parent_extras, everywhere):
            continue
        extras = frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        pins[name] = version(name).partition("+")[0]
        wanted += [(Requirement(line), extras) for line in requires(name) or ()]
    return pins


def applies(requirement: Requirement, extras: frozenset[str], everywhere: list[Environment]) -> bool:
    """Whether the requirement's marker holds in any environment, for a parent asked for with ``extras``."""
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate(cast(dict[str, str | AbstractSet[str]], {**environment, "extra": extra}))
        for environment in everywhere
        for extra in extras or {""}
    )


def lines(pins: dict[str, str]) -> str:
    """The pins as the lines of a lock file, in alphabetical order."""
    return "".join(f"{name}=={release}\n" for name, release in sorted(pins.items()))


def locks() -> dict[str, str]:
    """File name to content of both locks, for the packages installed beside this Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"].get("optional-dependencies", {}).values()
    run = closure([*project["project"]["dependencies"], *(each for extra in extras for each in extra), *TO_INSTALL])
    dev = closure(each for group in project["dependency-groups"].values() for each in group)
    only_dev = {name: release for name, release in dev.items() if name not in run}
    return {"requirements.lock": RUN_HEAD + lines(run), "requirements-dev.lock": DEV_HEAD + lines(only_dev)}


def main() -> int:
    """Write both files; returns the exit status."""
    try:
        written = locks()
    except PackageNotFoundError as missing:
        print(f"{missing.name} is not installed here. Install it with pip, then `make lock` again.", file=sys.stderr)
        return 2
    for name, content in written.items():
        (ROOT / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
