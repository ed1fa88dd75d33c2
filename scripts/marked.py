"""Print how much is read and linked in incidents that are told in words far apart (tests/gold/marked).

    python scripts/marked.py

Nothing is learnt from them, and no rule was written for them.
"""

from __future__ import annotations

import os

from scoring.marked import found_in, lines, read_marked
from scoring.sets import GOLD

from comms_tracker.encoder import MemoryVectors


def main() -> None:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    incidents = read_marked(GOLD / "marked")
    print(f"{len(incidents)} incidents")
    print("\n".join(lines(found_in(incidents, MemoryVectors()))))


if __name__ == "__main__":
    main()
