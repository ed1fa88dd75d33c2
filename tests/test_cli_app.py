"""demo and app: the bundled case shown, and the browser app on this computer only."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from app_tester import open_page, page_html
from cli_runner import ROOT, ran, run

from comms_tracker.app.main import asked_of_app
from comms_tracker.cli import bundled
from comms_tracker.cli.serving import arguments
from comms_tracker.errors import InputError


def test_demo_prints_the_bundled_change_and_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "comms.db"
    result = run("demo", "--no-app", "--db", path)
    shown = result.stdout
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Now a number" in shown
    assert shown.count("Likely") < 20
    assert "marrowdale-bills      nothing changed: three statements say the same in other\n" in shown
    assert shown.endswith(f'\nOne of them in full: comms-tracker changes --incident avelune-checkin --db "{path}"\n')
    assert ran("demo", "--no-app", "--db", path) == shown
    held = {one["incident"] for one in json.loads(ran("incidents", "--db", path, "--format", "json"))}
    assert held == {case.incident for case in bundled.cases()}
    assert len(held) == 17


def test_the_app_is_bound_to_this_computer_opens_nothing_and_reports_nothing() -> None:
    assert list(arguments(Path("app.py"), Path("/tmp/comms.db"), 8600)) == [
        *(sys.executable, "-m", "streamlit", "run", "app.py"),
        *("--server.address", "127.0.0.1", "--server.port", "8600"),
        *("--server.headless", "true", "--browser.gatherUsageStats", "false"),
        *("--", "--db", "/tmp/comms.db"),
    ]
    asked = list(arguments(Path("app.py"), Path("/tmp/comms.db"), 8600, "barts-2017"))
    assert asked[-4:] == ["--db", "/tmp/comms.db", "--incident", "barts-2017"]


def test_the_app_opens_on_the_incident_that_it_is_given_and_on_the_newest_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "two.db"
    ran("add", ROOT / "corpora" / "barts-2017", "--db", path)
    ran("add", ROOT / "corpora" / "marrowdale-bills", "--db", path)
    for asked, heading in (
        (["--incident", "barts-2017"], "a very small number"),
        (["--incident", "gone"], "No change"),
        ([], "No change"),
    ):
        monkeypatch.setattr(sys, "argv", ["script.py", "--db", str(path), *asked])
        first = next(html for html in page_html(open_page("", {})).split("\n") if "<h1" in html)
        assert heading in first, asked
    assert asked_of_app(["--db", "x.db", "--incident", "barts-2017", "--other"]) == (Path("x.db"), "barts-2017")


def test_a_port_in_use_gets_one_clear_line(store: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run("app", "--db", store, "--port", str(port))
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: Port {port} of 127.0.0.1 cannot be used: Address already in use. "
        f"Choose another with --port {port + 1}.\n",
    )


def test_the_app_says_where_it_is_and_ends_when_it_is_told_to(store: Path, free_port: int) -> None:
    command = [sys.executable, "-m", "comms_tracker.cli", "app", "--db", str(store), "--port", str(free_port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"The app is at http://127.0.0.1:{free_port} (Ctrl-C stops it).\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/_stcore/health") as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", free_port)) != 0


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_bundled_case_and_page_are_found_in_a_wheel_and_in_a_checkout(tmp_path: Path) -> None:
    package = tmp_path / "comms_tracker"
    package.mkdir()
    for lookup in (bundled.corpora, bundled.app_page):
        with pytest.raises(InputError, match="Install comms-tracker again"):
            lookup(package)
    (tmp_path / "corpora" / "case").mkdir(parents=True)
    with pytest.raises(InputError, match=r"The list of bundled statements in .* cannot be read. Install comms-tracker"):
        bundled.cases(package)
    (tmp_path / "app.py").touch()
    assert bundled.corpora(package) == [tmp_path / "corpora" / "case"]
    assert bundled.app_page(package) == tmp_path / "app.py"
    (package / "_corpora" / "case").mkdir(parents=True)
    (package / "_app.py").touch()
    assert bundled.corpora(package) == [package / "_corpora" / "case"]
    assert bundled.app_page(package) == package / "_app.py"
