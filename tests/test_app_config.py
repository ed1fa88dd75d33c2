"""The settings under which the pages are served, and the promise that they say nothing to anybody else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("section", "setting", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "headless", True),
        ("server", "showEmailPrompt", False),
        ("server", "enableXsrfProtection", True),
        ("server", "enableCORS", True),
        ("server", "enableAgentApi", False),
        ("server", "enableStaticServing", False),
        ("server", "allowedHosts", ["127.0.0.1", "localhost"]),
        ("browser", "gatherUsageStats", False),
        ("client", "toolbarMode", "minimal"),
        ("client", "showErrorDetails", "none"),
        ("client", "showErrorLinks", False),
    ],
)
def test_the_app_keeps_to_itself(root: Path, section: str, setting: str, value: object) -> None:
    assert tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[section][setting] == value


def test_no_file_of_the_app_names_another_origin(root: Path) -> None:
    kinds = {".py", ".css", ".js", ".svg", ".toml"}
    files = [file for file in (root / "comms_tracker" / "app").rglob("*") if file.suffix in kinds]
    assert {file.suffix for file in files} == kinds
    files += [root / ".streamlit" / "config.toml", root / "app.py"]
    texts = {file.name: file.read_text(encoding="utf-8").replace(SVG, "") for file in files}
    naming = [name for name, text in texts.items() if any(mark in text for mark in ("http://", "https://", "@import"))]
    assert naming == []
