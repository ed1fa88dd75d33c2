"""Says which pinned packages have newer releases, by asking pip; changes nothing.

    .venv/bin/python scripts/updates.py

Ends with 1 where there are newer ones, so that a calendar can run it. To take them: upgrade in .venv with pip,
`make lock`, `make licences`, `make test`. This is the one script that asks a package index by itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping

from licences import LOCKS, pins

ASK = (sys.executable, "-m", "pip", "--disable-pip-version-check", "list", "--outdated", "--format", "json")


def newer(pinned: Mapping[str, str], outdated: Iterable[Mapping[str, str]]) -> list[str]:
    """A line for each pinned package of which pip knows a newer release."""
    latest = {row["name"].lower().replace("_", "-").replace(".", "-"): row["latest_version"] for row in outdated}
    return [f"{name} {release} -> {latest[name]}" for name, release in pinned.items() if name in latest]


def main() -> int:
    """Print what is newer; 0 where nothing is, 1 where something is, 2 where the index couldn't be asked."""
    done = subprocess.run(ASK, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"pip could not ask for newer releases: {done.stderr.strip()}", file=sys.stderr)
        return 2
    found = newer({name: release for lock in LOCKS for name, release in pins(lock)}, json.loads(done.stdout))
    print("\n".join(found) if found else "Every pinned package is at its newest release.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
