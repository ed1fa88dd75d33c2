"""The statements and the app's page that come with the program: in the wheel, or in a checkout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.errors import InputError

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Case:
    """A bundled incident as the index of the corpora lists it; ``line`` says in a few words what happened."""

    incident: str
    organisation: str
    line: str
    folder: Path


def corpora(package: Path = PACKAGE) -> list[Path]:
    """The folders of the bundled incidents by name; raises InputError where the installation has none."""
    return sorted(entry for entry in _home(package).iterdir() if entry.is_dir())


def cases(package: Path = PACKAGE) -> list[Case]:
    """The bundled incidents in the order of their index, the one to open on first; raises InputError as above."""
    home = _home(package)
    try:
        rows = json.loads((home / "index.json").read_text(encoding="utf-8"))
        return [
            Case(row["incident"], row["organisation"], row["line"], home / row["incident"])
            for row in rows
            if (home / row["incident"]).is_dir()
        ]
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(f"The list of bundled statements in {home} cannot be read. {_AGAIN}") from None


def app_page(package: Path = PACKAGE) -> Path:
    """The page that Streamlit runs; raises InputError where the installation has none."""
    page = _first(package / "_app.py", package.parent / "app.py")
    if page is None:
        raise InputError(f"The app's page is missing from {package}. {_AGAIN}")
    return page


def _home(package: Path) -> Path:
    home = _first(package / "_corpora", package.parent / "corpora")
    if home is None or not any(entry.is_dir() for entry in home.iterdir()):
        raise InputError(f"The bundled statements are missing from {package}. {_AGAIN}")
    return home


def _first(*places: Path) -> Path | None:
    return next((place for place in places if place.exists()), None)


_AGAIN = "Install comms-tracker again."
