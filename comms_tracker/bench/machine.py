"""What a measurement was made on and with, so that its numbers can be compared with another's."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from comms_tracker import __version__
from comms_tracker.language import DISTRIBUTION, RELEASE


@dataclass(frozen=True, slots=True)
class Machine:
    """The processor with the cores that this process may use, memory in GiB, and the releases that were run."""

    processor: str
    cores: int
    memory_gib: float | None
    system: str
    python: str
    spacy: str
    model: str
    comms_tracker: str

    def line(self) -> str:
        """The machine in one line for people."""
        memory = "" if self.memory_gib is None else f", {self.memory_gib:g} GiB of memory"
        cores = f"{self.cores} core{'' if self.cores == 1 else 's'}"
        return (
            f"{self.processor}, {cores}{memory}; {self.system}; Python {self.python}, spaCy {self.spacy}, "
            f"{self.model}, comms-tracker {self.comms_tracker}"
        )


def this_machine() -> Machine:
    """The machine that runs this process."""
    return Machine(
        processor=processor_name(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gib=memory_gib(),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        spacy=version("spacy"),
        model=f"{DISTRIBUTION} {RELEASE}",
        comms_tracker=__version__,
    )


def processor_name(listing: Path = Path("/proc/cpuinfo")) -> str:
    """The processor's name as the system gives it, else its kind; Linux names it in ``listing``."""
    try:
        lines = listing.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine() or "unknown processor"


def memory_gib() -> float | None:
    """The machine's memory in GiB to one decimal, None where the system does not say."""
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)
    except (AttributeError, OSError, ValueError):
        return None
