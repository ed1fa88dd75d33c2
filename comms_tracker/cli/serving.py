"""Runs the app's page under Streamlit on 127.0.0.1 until it is stopped: for ``app`` and ``demo``."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from comms_tracker.cli.bundled import app_page
from comms_tracker.cli.options import PORT
from comms_tracker.cli.output import write_out
from comms_tracker.errors import InputError

ADDRESS = "127.0.0.1"
PATIENCE_S = 60
"""Seconds that the app may take to answer for the first time."""


def serve(db: Path, port: int, open_browser: bool, incident: str | None = None) -> int:
    """Serves the app over the store at ``db`` until Ctrl-C or its end; the exit status is that of Streamlit.

    It opens on ``incident`` where the store holds that, else on the newest. Raises InputError where the port is in use.
    """
    refuse_port_in_use(port)
    page = app_page()
    # Streamlit reads its settings from the folder that it runs in.
    server = subprocess.Popen(
        arguments(page, db.absolute(), port, incident), cwd=page.parent, stdout=subprocess.DEVNULL
    )
    signal.signal(signal.SIGTERM, _leave)
    try:
        if _answers(server, port):
            address = f"http://{ADDRESS}:{port}"
            write_out(f"The app is at {address} (Ctrl-C stops it).\n")
            if open_browser:
                webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)


def arguments(page: Path, db: Path, port: int, incident: str | None = None) -> Sequence[str]:
    """The command that runs the page: bound to this computer, no browser opened, no usage statistics."""
    return (
        *(sys.executable, "-m", "streamlit", "run", str(page)),
        *("--server.address", ADDRESS, "--server.port", str(port)),
        *("--server.headless", "true", "--browser.gatherUsageStats", "false"),
        *("--", "--db", str(db)),
        *(("--incident", incident) if incident is not None else ()),
    )


def refuse_port_in_use(port: int) -> None:
    """Raises InputError where something else listens on the port, with one to try instead."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            other = port + 1 if port < 65535 else PORT
            raise InputError(
                f"Port {port} of {ADDRESS} cannot be used: {error.strerror}. Choose another with --port {other}."
            ) from None


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the app came to listen; False where it ended first or takes too long."""
    until = time.monotonic() + PATIENCE_S
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((ADDRESS, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _leave(*_: object) -> None:
    raise KeyboardInterrupt


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=5)
        except subprocess.TimeoutExpired:
            server.kill()
