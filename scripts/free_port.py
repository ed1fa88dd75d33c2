"""Prints the first port of 127.0.0.1 that nothing listens on, from the one given: python free_port.py 8501."""

from __future__ import annotations

import errno
import socket
import sys

TRIES = 100


def first_free(port: int) -> int:
    """The first free port from ``port`` on; raises OSError where 100 in a row are taken or not allowed."""
    for candidate in range(port, min(port + TRIES, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            return candidate
    raise OSError(errno.EADDRINUSE, f"no port from {port} to {port + TRIES - 1} is free")


def main(arguments: list[str]) -> int:
    """Print the port; returns the exit status."""
    wanted = arguments[0] if arguments else "8501"
    if not wanted.isdecimal() or not 1 <= int(wanted) <= 65535:
        print(f"PORT is {wanted!r}. Give a number from 1 to 65535: make run PORT=8600", file=sys.stderr)
        return 2
    try:
        print(first_free(int(wanted)))
    except OSError as error:
        print(f"{error.strerror}. Give another one: make run PORT=8600", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
