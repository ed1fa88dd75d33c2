"""What every test stands on: no network, no file of the user's, and a chromium for those that need a browser."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from network_guard import LOG_VARIABLE, refuse_network

if TYPE_CHECKING:
    from app_tester import Opened
    from playwright.sync_api import Browser
    from streamlit.testing.v1 import AppTest
    from web_server import Site

    from comms_tracker.records import Comparison, Statement

ROOT = Path(__file__).resolve().parent.parent
GUARD = Path(__file__).resolve().parent / "network_guard"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "no chromium on this computer; on Debian or Ubuntu: sudo apt-get install chromium"

# The same examples on every machine, however slow it is; --hypothesis-profile=default looks for new ones.
settings.register_profile("same-everywhere", derandomize=True, deadline=None, database=None)
settings.load_profile("same-everywhere")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root, for tests that read its own files."""
    return ROOT


@pytest.fixture(scope="session")
def smallest_gold(root: Path) -> Path:
    """The smallest incident of the project's own gold, to be read as a folder of somebody's own."""
    return min((root / "tests" / "gold" / "incidents").glob("*.json"), key=lambda path: path.stat().st_size)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a chromium to drive (CHROMIUM names another one)."""
    found = find_chromium()
    if found is None:
        pytest.skip(NO_CHROMIUM)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The one chromium that is driven: playwright runs once in a process, whatever file asks for it."""
    from browser.app_server import chromium_at

    with chromium_at(chromium) as driven:
        yield driven


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the bundled case in it, read and compared by the whole program; tests only look at it."""
    from cli_runner import CORPUS, ran

    path = tmp_path_factory.mktemp("store") / "comms.db"
    ran("add", CORPUS, "--db", path)
    return path


@pytest.fixture
def own_store(store: Path, tmp_path: Path) -> Path:
    """A copy of that store, for one test to write to."""
    return Path(shutil.copyfile(store, tmp_path / "own.db"))


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Statement]]:
    """Comparisons are made by hand: each run's statements are kept, and the bundled comparison comes back for each."""
    from sample_comparison import barts_comparison

    asked: list[Sequence[Statement]] = []

    def compare_incidents(statements: Sequence[Statement]) -> tuple[Comparison, ...]:
        asked.append(statements)
        return tuple(barts_comparison() for _ in {statement.incident for statement in statements})

    monkeypatch.setattr("comms_tracker.comparison.compare_incidents", compare_incidents)
    return asked


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Opens the app over a store, at a page and an address, without a browser."""
    from app_tester import open_page

    def open_app(store: Path, page: str = "", **address: str) -> AppTest:
        monkeypatch.setattr(sys, "argv", ["script.py", "--db", str(store)])
        return open_page(page, address)

    return open_app


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this computer, whose pages the test puts there."""
    from web_server import web_site

    with web_site() as served:
        yield served


def find_chromium() -> str | None:
    """The chromium that CHROMIUM names, else the first on the path, else None."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked ``browser`` where there is no browser to drive."""
    if find_chromium() is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


@pytest.fixture(scope="session", autouse=True)
def _network_log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    log = tmp_path_factory.mktemp("network") / "refused.txt"
    log.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(LOG_VARIABLE, str(log))
        patch.setenv("PYTHONPATH", str(GUARD), prepend=os.pathsep)
        refuse_network()
        yield log


@pytest.fixture(autouse=True)
def refused_network(_network_log: Path) -> Iterator[Path]:
    """The file of refused attempts to leave this computer; a test that leaves a line in it has failed."""
    yield _network_log
    attempts = _network_log.read_text(encoding="utf-8").split()
    _network_log.write_text("", encoding="utf-8")
    assert attempts == [], "something tried to reach the network; what was refused is listed here"


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's store, terminal and colours out of the tests."""
    for name in ("COMMS_TRACKER_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
