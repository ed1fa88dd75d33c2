"""A text in one line of any length, added by the whole program: whether it comes back as it was, and what it took."""

from __future__ import annotations

import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.store import Store

SENTENCES = (
    "The line is sorry for what passengers went through in those long and difficult days.",
    "Buses stood outside the eastern entrance of the depot until the bridge was open to traffic.",
    "Our staff met the families in the hall behind the town library and listened to them.",
)
"""Sentences without a figure: it is the reading that is measured, and not the comparing of many figures."""
INCIDENT = "one-line"


@dataclass(frozen=True, slots=True)
class Added:
    """The text's characters, the seconds of processor time, the most memory in MB, and what was wrong afterwards."""

    characters: int
    seconds: float
    memory_mb: float
    wrong: tuple[str, ...]


def add_line(folder: Path, megabytes: float) -> Added:
    """Writes the line to the folder, has ``comms-tracker add`` store it, and looks at what is there."""
    size = round(megabytes * 1e6)
    length = sum(len(sentence) + 1 for sentence in SENTENCES)
    text = " ".join(SENTENCES * (size // length + 1))[:size].rstrip()
    source, path = folder / "line.txt", folder / "line.db"
    source.write_text(text, encoding="utf-8")
    words = ["add", str(source), "--db", str(path), "--incident", INCIDENT, "--issued", "2031-05-06"]
    program = [sys.executable, "-m", "comms_tracker.cli"]
    done = subprocess.run([*program, *words], capture_output=True, text=True, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    wrong = [] if done.returncode == 0 else [f"add ended with {done.returncode}: {done.stderr.strip()}"]
    if path.exists():
        with Store.open(path, write=False) as store:
            wrong += [problem.line for problem in store.verify()]
            if store.statements(INCIDENT)[0].text != text:
                wrong.append("the text is not what was added")
    return Added(len(text), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6, tuple(wrong))
