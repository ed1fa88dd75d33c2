"""One app over each store, for all tests that look at pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_samples import hostile_comparison, later_incident, long_incident, store_with
from browser.app_server import running_app
from sample_comparison import barts_comparison


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The bundled case, read and stored by the program itself."""
    path = tmp_path_factory.mktemp("read") / "comms.db"
    command = [
        sys.executable,
        "-m",
        "comms_tracker.cli",
        "add",
        str(root / "corpora" / "barts-2017"),
        "--db",
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=root)
    return path


@pytest.fixture(scope="session")
def read_app(read_store: Path) -> Iterator[str]:
    """The app over the bundled case as the program reads it."""
    with running_app(read_store, read_store.parent / "app.log") as address:
        yield address


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The comparison made by hand, a newer incident, and an older one of long statements."""
    path = tmp_path_factory.mktemp("sample") / "comms.db"
    return store_with(path, barts_comparison(), later_incident(), long_incident())


@pytest.fixture(scope="session")
def sample_app(sample_store: Path) -> Iterator[str]:
    """The app over the two sample incidents."""
    with running_app(sample_store, sample_store.parent / "app.log") as address:
        yield address


@pytest.fixture
def hostile_app(tmp_path: Path) -> Iterator[str]:
    """The app over an incident whose every word is hostile."""
    store = store_with(tmp_path / "hostile.db", hostile_comparison())
    with running_app(store, tmp_path / "app.log") as address:
        yield address
