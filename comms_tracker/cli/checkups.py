"""What an installation has and what of it would fail: read from the packages' own metadata, nothing changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.errors import CommsTrackerError

if TYPE_CHECKING:
    from packaging.requirements import Requirement

DISTRIBUTION = "comms-tracker"
OLDEST_PYTHON = (3, 11)
INSTALL_AGAIN = "Install comms-tracker again: pip install --force-reinstall comms-tracker"
EXTRAS = {
    "archive": "web archives (.warc, .warc.gz)",
    "cluster": "a large corpus read by several processes or machines",
    "datasette": "looking at a store in Datasette",
    "docx": "Word files (.docx)",
    "feeds": "feeds (.rss, .atom)",
    "pdf": "PDF files (.pdf)",
}
"""What an extra is for, in words; another one goes by its name."""


class Verdict(StrEnum):
    """What a check found; ``MISSING`` is of something optional, ``FAILS`` of something that every user needs."""

    WELL = "ok"
    MISSING = "missing"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what is there, and where not all is well, what would fail and what to do."""

    group: str
    name: str
    verdict: Verdict
    found: str
    advice: str | None = None


def checks(db: Path) -> Iterator[Check]:
    """Every check of this installation, one after the other; ``db`` is the store that commands would use."""
    yield python_check(sys.version_info[:3])
    yield from package_checks(requires_or_none(DISTRIBUTION))
    yield from model_checks()
    yield from own_files()
    yield store_check(db)


def python_check(running: Sequence[int]) -> Check:
    """Whether Python is new enough."""
    found = ".".join(map(str, running))
    if tuple(running) >= OLDEST_PYTHON:
        return Check("Python", "python", Verdict.WELL, found)
    wanted = ".".join(map(str, OLDEST_PYTHON))
    return Check("Python", "python", Verdict.FAILS, found, f"comms-tracker needs Python {wanted} or newer.")


def requires_or_none(distribution: str) -> list[str] | None:
    """The requirement lines of an installed package, None where it is run without being installed."""
    try:
        return list(requires(distribution) or ())
    except PackageNotFoundError:
        return None


def package_checks(lines: Sequence[str] | None) -> Iterator[Check]:
    """Every package that comms-tracker asks for by itself or in an extra, beside the installed release."""
    from packaging.requirements import Requirement

    if lines is None:
        yield Check("Packages", DISTRIBUTION, Verdict.FAILS, "not installed", INSTALL_AGAIN)
        return
    yield Check("Packages", DISTRIBUTION, Verdict.WELL, version(DISTRIBUTION))
    extras = metadata(DISTRIBUTION).get_all("Provides-Extra") or []
    for line in lines:
        requirement = Requirement(line)
        extra = next((name for name in extras if _is_for(requirement, name)), None)
        if extra is not None or requirement.marker is None or requirement.marker.evaluate():
            yield _package(requirement, extra)


def _is_for(requirement: Requirement, extra: str) -> bool:
    marker = requirement.marker
    return marker is not None and marker.evaluate({"extra": extra}) and not marker.evaluate({"extra": ""})


def _package(requirement: Requirement, extra: str | None) -> Check:
    group = "Packages" if extra is None else "Extras"
    name = requirement.name if extra is None else f"{extra}: {requirement.name}"
    wanted = str(requirement.specifier) or "any release"
    bad = Verdict.FAILS if extra is None else Verdict.MISSING
    would = "Nothing works without it" if extra is None else f"It is for {EXTRAS.get(extra, extra)}"
    target = f'"{requirement.name}{requirement.specifier}"' if extra is None else f'"{DISTRIBUTION}[{extra}]"'
    try:
        release = version(requirement.name)
    except PackageNotFoundError:
        return Check(group, name, bad, "not installed", f"{would}. Install it: pip install {target}")
    if not requirement.specifier.contains(release, prereleases=True):
        return Check(group, name, bad, f"{release}, {wanted} is needed", f"{would}. Install it: pip install {target}")
    return Check(group, name, Verdict.WELL, release)


def model_checks() -> Iterator[Check]:
    """Both models: their release, and the SHA-256 of their weights where it is that of the pinned ones."""
    from comms_tracker import encoder, language

    yield _hashed("Models", f"{language.DISTRIBUTION} {language.RELEASE}", language.model_sha256)
    yield _hashed("Models", f"{encoder.DISTRIBUTION} {encoder.RELEASE}", encoder.model_sha256)


def own_files() -> Iterator[Check]:
    """What the package itself brings: word lists, bundled statements, the app's page."""
    from comms_tracker import lexicon
    from comms_tracker.cli import bundled

    yield _hashed("Files", "word lists", lexicon.sha256)
    yield _present("Files", "bundled statements", lambda: f"{len(bundled.cases())} cases")
    yield _present("Files", "the app's page", lambda: str(bundled.app_page()))


def store_check(db: Path) -> Check:
    """The store that commands would use: what it holds, or that there is none yet, which is no fault."""
    from comms_tracker.report.words import counted
    from comms_tracker.store import Store

    def held() -> str:
        if not db.exists():
            return f"{db} (not there yet; comms-tracker add makes it)"
        with Store.open(db, write=False) as store:
            return f"{db} ({counted(len(store.incident_names()), 'incident')})"

    return _present("Store", "the store", held)


def _hashed(group: str, name: str, sha256: Callable[[], str]) -> Check:
    return _present(group, name, lambda: f"SHA-256 {sha256()}")


def _present(group: str, name: str, look: Callable[[], str]) -> Check:
    """What ``look`` finds; a failing check where it raises an error of ours, whose message says what to do."""
    try:
        return Check(group, name, Verdict.WELL, look())
    except CommsTrackerError as error:
        return Check(group, name, Verdict.FAILS, "cannot be used", str(error))
