"""The tests themselves are kept off the network, so that "nothing leaves this computer" is tested everywhere."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from network_guard import NetworkRefusedError, is_this_computer

OUTSIDE = "192.0.2.1"
"""An address that is reserved for documentation (RFC 5737): nothing answers there."""


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost", "", "0.0.0.0", None, b"127.0.0.1"])
def test_this_computer_may_be_reached(host: object) -> None:
    assert is_this_computer(host)


@pytest.mark.parametrize("host", ["example.org", OUTSIDE, "2001:db8::1", "localhost.example.org", 7])
def test_any_other_host_may_not(host: object) -> None:
    assert not is_this_computer(host)


def test_a_socket_to_another_host_raises_and_leaves_a_trace(refused_network: Path) -> None:
    with socket.socket() as outward, pytest.raises(NetworkRefusedError, match=OUTSIDE):
        outward.connect((OUTSIDE, 80))
    assert refused_network.read_text() == f"'{OUTSIDE}'\n"
    refused_network.write_text("")


def test_not_even_a_name_is_looked_up(refused_network: Path) -> None:
    with pytest.raises(NetworkRefusedError):
        socket.create_connection(("example.org", 443), timeout=1)
    assert refused_network.read_text() == "'example.org'\n"
    refused_network.write_text("")


def test_a_python_that_a_test_starts_is_held_to_the_same(refused_network: Path) -> None:
    script = f"import socket; socket.create_connection(({OUTSIDE!r}, 80), timeout=1)"
    child = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert child.returncode == 1
    assert "the tests may not use the network" in child.stderr
    assert refused_network.read_text() == f"'{OUTSIDE}'\n"
    refused_network.write_text("")


def test_a_server_on_this_computer_can_be_reached() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    with server, socket.create_connection(server.getsockname(), timeout=5) as client:
        accepted, _ = server.accept()
        with accepted:
            client.sendall(b"hello")
            assert accepted.recv(5) == b"hello"
