"""The statements and the app's page that come with the program: in the wheel, or in a checkout."""

from __future__ import annotations

from pathlib import Path

from comms_tracker.errors import InputError

PACKAGE = Path(__file__).resolve().parent.parent


def corpora(package: Path = PACKAGE) -> list[Path]:
    """The folders of the bundled incidents by name; raises InputError where the installation has none."""
    home = _first(package / "_corpora", package.parent / "corpora")
    folders = sorted(entry for entry in home.iterdir() if entry.is_dir()) if home else []
    if not folders:
        raise InputError(f"The bundled statements are missing from {package}. Install comms-tracker again.")
    return folders


def app_page(package: Path = PACKAGE) -> Path:
    """The page that Streamlit runs; raises InputError where the installation has none."""
    page = _first(package / "_app.py", package.parent / "app.py")
    if page is None:
        raise InputError(f"The app's page is missing from {package}. Install comms-tracker again.")
    return page


def _first(*places: Path) -> Path | None:
    return next((place for place in places if place.exists()), None)
