"""Writes docs/licences.md: the licence of every release in the lock files, from the packages' own metadata.

    .venv/bin/python scripts/licences.py

Ends with 1 where a package has a licence that isn't known to be one that a project under MIT can use.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
LOCKS = {"requirements.lock": "What runs", "requirements-dev.lock": "What only the tests and the website need"}
ACCEPTED = frozenset(
    {
        *("0BSD", "BSD", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CNRI-Python", "ISC", "PSF-2.0", "Zlib"),
        *("MIT", "MIT-0", "MIT-CMU", "Unlicense", "public domain", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"),
        *("MPL-1.1", "MPL-2.0"),
    }
)
"""Licences of packages that a project under MIT may ask for. MPL binds changes to the package's own files only."""
SPELLINGS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "public domain",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""How packages without an SPDX expression write their licence."""
UNSAID = {"axe-playwright-python": "MIT AND MPL-2.0"}
"""What the files of a package say where its metadata names no licence: here its own, and that of the axe-core in it."""
LONGEST = 60
"""Characters of a licence's name; what is longer is the licence itself."""
INTRODUCTION = """\
# Licences

comms-tracker is under the MIT licence. It asks for the packages below and brings none of them. `make licences` writes
this page from what each release says of itself, and refuses a licence that it doesn't know to be one that a project
under MIT can use.
"""


def pins(lock: str) -> Iterator[tuple[str, str]]:
    """Name and release of each line of a lock file."""
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        name, found, release = line.partition("==")
        if found and not line.startswith("#"):
            yield name, release


def licence(name: str) -> str:
    """The licence of an installed package, as an SPDX expression where it can be told; "" where it says none."""
    said = metadata(name)
    written = [text.strip() for text in said.get_all("License") or [] if len(text.strip()) <= LONGEST]
    classified = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or [] if one.startswith("License ::")]
    candidates = [*(said.get_all("License-Expression") or []), *written, *classified]
    found = next((one for one in candidates if one and one != "UNKNOWN"), UNSAID.get(name, ""))
    return SPELLINGS.get(found, found)


def accepted(expression: str) -> bool:
    """Whether every part of an SPDX expression, or one part of alternatives, is a licence that may be used."""
    return any(
        all(part.strip(" ()") in ACCEPTED for part in re.split(r"\bAND\b", choice))
        for choice in re.split(r"\bOR\b", expression)
    )


def page() -> tuple[str, list[str]]:
    """The page, and a sentence for each package whose licence isn't accepted; raises PackageNotFoundError."""
    parts, refused = [INTRODUCTION], []
    for lock, title in LOCKS.items():
        rows = []
        for name, release in pins(lock):
            found = licence(name)
            if not accepted(found):
                refused.append(f"{name} {release} is under {found or 'no licence that it names'}.")
            rows.append(f"| {name} | {release} | {found} |\n")
        parts.append(f"## {title}\n\n| package | release | licence |\n|---|---|---|\n{''.join(rows)}")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").rstrip()
    parts.append(f"## Models and data\n\nWhat NOTICE says, which goes with every copy:\n\n```text\n{notice}\n```\n")
    return "\n".join(parts), refused


def main() -> int:
    """Write the page; returns the exit status."""
    try:
        text, refused = page()
    except PackageNotFoundError as missing:
        print(
            f"{missing.name} is not installed here. Install requirements-dev.lock, then run this again.",
            file=sys.stderr,
        )
        return 2
    for sentence in refused:
        print(f"{sentence} Look it up; if it may be used, add it to ACCEPTED in scripts/licences.py.", file=sys.stderr)
    if not refused:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {PAGE.relative_to(ROOT)}")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
