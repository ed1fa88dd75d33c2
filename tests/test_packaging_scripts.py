"""`make run` and `make test` tell a newcomer in one line what is wrong, and what came of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import free_port
import pytest
import verdict

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere torch on PyPI is the CPU build already")
PYTHONS = ("python3", "python3.14", "python3.13", "python3.12", "python3.11")


def junit(*cases: tuple[str, str]) -> str:
    """A results file as pytest writes it, of (test file's dotted name, "" or "skipped") pairs."""
    inner = "".join(
        f'<testcase classname="{name}" name="t">{"<skipped/>" if how else ""}</testcase>' for name, how in cases
    )
    return f"<testsuites><testsuite>{inner}</testsuite></testsuites>"


@pytest.fixture
def bare_clone(root: Path, tmp_path: Path) -> Path:
    """The files that setting up reads, in a folder without a virtual environment."""
    for name in ("scripts", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def set_up(clone: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    command = ["sh", "scripts/setup.sh", "run"]
    return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)


def old_pythons(folder: Path) -> str:
    """A PATH on which every Python is 3.9.2."""
    folder.mkdir()
    for name in PYTHONS:
        fake = folder / name
        fake.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
        fake.chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


def test_an_older_python_gets_one_clear_line(bare_clone: Path) -> None:
    done = set_up(bare_clone, PATH=old_pythons(bare_clone / "bin"), PYTHON="")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "comms-tracker needs Python 3.11 or newer, and python3 is Python 3.9.2. "
        "Install a newer one, or name it: make run PYTHON=/path/to/python3\n"
    )
    assert not (bare_clone / ".venv").exists()


def test_a_python_that_is_not_there_gets_one_clear_line(bare_clone: Path) -> None:
    done = set_up(bare_clone, PYTHON="no-such-python")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "comms-tracker needs Python 3.11 or newer, and no-such-python is not there. "
        "Install a newer one, or name it: make run PYTHON=/path/to/python3\n"
    )


def test_what_is_set_up_already_is_left_alone_in_silence_until_a_lock_changes(root: Path, bare_clone: Path) -> None:
    """The stamp is made here as the script makes it; a pip that were called would fail, for there is none."""
    (bare_clone / ".venv/bin").mkdir(parents=True)
    python = bare_clone / ".venv/bin/python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    parts = ("scripts/setup.sh", "pyproject.toml", "requirements.lock", "requirements.lock")
    content = b"".join((root / name).read_bytes() for name in parts)
    stamp = subprocess.run(["cksum"], input=content, capture_output=True, check=True).stdout.strip()
    (bare_clone / ".venv/installed-for-run").write_bytes(stamp)
    done = set_up(bare_clone)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with (bare_clone / "requirements.lock").open("a") as changed:
        changed.write("# changed\n")
    done = set_up(bare_clone, PYTHON="no-such-python")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("comms-tracker needs Python 3.11 or newer, and no-such-python is not there. ")


FAKE_PYTHON = """#!/bin/sh
[ "$1" = -c ] && exec {python} -S "$@"
echo "$@" >>calls.txt
case "$*" in *--report*) cat report.json ;; esac
"""
"""A Python in which nothing is installed, whose pip notes what it is asked and brings what report.json says."""


def pip_calls_for_torch(clone: Path, requires: list[str]) -> list[str]:
    """What pip is asked to do about torch where the configured index has one that requires ``requires``."""
    (clone / ".venv/bin").mkdir(parents=True)
    python = clone / ".venv/bin/python"
    python.write_text(FAKE_PYTHON.format(python=sys.executable))
    python.chmod(0o755)
    report = {"install": [{"metadata": {"name": "torch", "requires_dist": requires}}]}
    (clone / "report.json").write_text(json.dumps(report) if requires else "")
    done = set_up(clone)
    assert (done.returncode, done.stderr) == (0, "")
    calls = (clone / "calls.txt").read_text().splitlines()
    return [call for call in calls if "torch==" in call and "--dry-run" not in call]


PIP = "-m pip --disable-pip-version-check install -qq --no-deps"


@on_linux
def test_torch_comes_from_the_configured_index_where_that_has_the_cpu_build(bare_clone: Path) -> None:
    requires = ["filelock", 'nvidia-cublas; extra == "cuda"']
    assert pip_calls_for_torch(bare_clone, requires) == [f"{PIP} torch==2.13.0"]


@on_linux
@pytest.mark.parametrize("requires", [["filelock", 'nvidia-cublas==13.0; platform_system == "Linux"'], []])
def test_torch_comes_from_pytorchs_own_index_where_the_configured_one_has_none_for_the_cpu(
    bare_clone: Path, requires: list[str]
) -> None:
    index = "https://download.pytorch.org/whl/cpu"
    assert pip_calls_for_torch(bare_clone, requires) == [f"{PIP} --index-url {index} torch==2.13.0+cpu"]


def test_a_busy_port_gives_way_to_the_next_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        taken = busy.getsockname()[1]
        assert taken < free_port.first_free(taken) < taken + free_port.TRIES


def test_a_free_port_is_taken_as_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free = probe.getsockname()[1]
    assert free_port.first_free(free) == free


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", ""])
def test_a_port_that_is_none_says_what_to_write(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert free_port.main([port]) == 2
    assert capsys.readouterr().err == f"PORT is {port!r}. Give a number from 1 to 65535: make run PORT=8600\n"


def test_the_last_line_counts_what_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = tmp_path / "results.xml"
    results.write_text(junit(("tests.test_a", ""), ("tests.test_b", ""), ("tests.browser.test_c", "")))
    assert verdict.main([str(results), "", "required"]) == 0
    assert capsys.readouterr().out == "make test passed: 3 tests, 1 of them in chromium.\n"


def test_the_last_line_says_that_browser_tests_were_skipped_and_how_to_have_them() -> None:
    counts = verdict.count(junit(("tests.test_a", ""), ("tests.browser.test_c", "skipped")))
    assert verdict.verdict(counts, "", browser_required=False) == (
        "make test passed with 1 tests, but 1 browser tests were skipped: there is no chromium here. To have them: "
        "on Debian or Ubuntu sudo apt-get install chromium, elsewhere CHROMIUM=/path/to/chrome make test.",
        0,
    )


@pytest.mark.parametrize("cases", [(("tests.browser.test_c", "skipped"),), ()])
def test_where_browser_tests_are_required_a_skipped_or_a_missing_one_fails(cases: tuple[tuple[str, str], ...]) -> None:
    sentence, status = verdict.verdict(verdict.count(junit(("tests.test_a", ""), *cases)), "", browser_required=True)
    assert status == 1
    assert sentence.startswith(f"make test failed: 0 browser tests ran and {len(cases)} were skipped")


@pytest.mark.parametrize("content", [junit(), junit(("tests.test_a", "skipped")), "not xml", None])
def test_a_run_of_no_test_is_a_failure(tmp_path: Path, content: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    results = tmp_path / "results.xml"
    if content is not None:
        results.write_text(content)
    assert verdict.main([str(results), "", "optional"]) == 1
    assert capsys.readouterr().out == "make test failed: no test ran.\n"


def test_the_steps_that_failed_are_named() -> None:
    counts = verdict.count(junit(("tests.test_a", "")))
    assert verdict.verdict(counts, "mypy, pytest", browser_required=False) == (
        "make test failed: mypy, pytest. What went wrong stands above.",
        1,
    )


def test_make_help_explains_every_target(root: Path) -> None:
    makefile = (root / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    listed = subprocess.run(["make", "-s"], cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line.split()[1] for line in listed] == phony[1].split()
    assert all(len(line.split()) > 4 for line in listed)
