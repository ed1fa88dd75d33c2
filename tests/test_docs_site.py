"""The website is built without a warning, and asks for nothing from anywhere else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built website; the build must say nothing."""
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(build, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def test_every_page_of_the_documentation_is_in_it(root: Path, site: Path) -> None:
    built = {path.name for path in site.glob("*.html")}
    assert {f"{path.stem}.html" for path in (root / "docs").glob("*.md")} <= built


def test_every_page_of_the_documentation_stands_in_the_menu_once(root: Path) -> None:
    nav = re.findall(r"^ +- [^:\n]+: (\S+\.md)$", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(nav) == sorted(path.name for path in (root / "docs").glob("*.md"))


def test_no_page_asks_for_anything_from_another_place(site: Path) -> None:
    asked = {
        (path.name, address)
        for path in site.glob("*.html")
        for tag in re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*>", path.read_text(encoding="utf-8"))
        for address in re.findall(r"""(?:src|href)=["']?((?:https?:)?//[^"'\s>]+)""", tag)
    }
    assert asked == set()


def test_its_pages_open_as_files_and_can_be_searched_where_they_are_served(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="journalists.html"' in home
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Would this draft contradict us" in index
