"""Refuses every network connection that leaves this computer, in the tests and in each Python that they start.

What was tried is also written to a file, so that a library that swallows the error is found out all the same.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable
from typing import Any

LOG_VARIABLE = "COMMS_TRACKER_TEST_NETWORK_LOG"
"""Names the file that each refused attempt is appended to, one host a line."""

_PATCHED = "_comms_tracker_refuses_network"


class NetworkRefusedError(OSError):
    """The tests tried to reach a host other than this computer."""


def is_this_computer(host: object) -> bool:
    """Whether ``host`` (a name or an address, as sockets take it) is the computer that the tests run on."""
    if isinstance(host, bytes | bytearray):
        host = host.decode("ascii", "replace")
    if host is None or host == "":
        return True
    if not isinstance(host, str):
        return False
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def check(host: object) -> None:
    """Raise NetworkRefusedError, and note the attempt, unless ``host`` is this computer."""
    if is_this_computer(host):
        return
    log = os.environ.get(LOG_VARIABLE)
    if log:
        with open(log, "a", encoding="utf-8") as attempts:
            attempts.write(f"{host!r}\n")
    raise NetworkRefusedError(f"the tests may not use the network, and something tried to reach {host!r}")


def refuse_network() -> None:
    """Make every socket of this process refuse other hosts; doing so twice changes nothing."""
    if getattr(socket, _PATCHED, False):
        return
    for method in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, method, _guarded_method(getattr(socket.socket, method)))
    for function in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        setattr(socket, function, _guarded_lookup(getattr(socket, function)))
    setattr(socket, _PATCHED, True)


def _guarded_method(original: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            check(arguments[-1][0])
        return original(self, *arguments)

    return guarded


def _guarded_lookup(original: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *arguments: Any, **named: Any) -> Any:
        check(host)
        return original(host, *arguments, **named)

    return guarded
