"""Others told of a change with one JSON object: a program, on its standard input and never by a shell, or a server."""

from __future__ import annotations

import json
import shlex
import subprocess

from comms_tracker.errors import InputError
from comms_tracker.fetching import post_json
from comms_tracker.watching.records import Event, event_json

LONGEST = 60.0
"""Seconds that the program may take."""


def program_of(command: str) -> list[str]:
    """The program and its arguments in what the user wrote; raises InputError where it is none.

    No shell reads it: a ``$``, a ``|`` or a ``;`` in it is a character like any other.
    """
    try:
        parts = shlex.split(command)
    except ValueError as error:
        raise InputError(f"--exec {command!r} cannot be read: {error}. Close every quotation mark in it.") from None
    if not parts:
        raise InputError("--exec names no program. Write the program and its arguments, as in --exec 'notify --mail'.")
    return parts


def tell_program(program: list[str], event: Event) -> None:
    """Runs the program with the event as JSON on its standard input; raises InputError where that fails."""
    try:
        done = subprocess.run(program, input=_told(event), stdout=subprocess.DEVNULL, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        raise InputError(
            f"--exec {program[0]} took longer than {LONGEST:.0f} seconds and was ended. Let it end sooner."
        ) from None
    except OSError as error:
        raise InputError(f"--exec {program[0]} cannot be run: {error.strerror}. Check its name.") from None
    if done.returncode:
        raise InputError(f"--exec {program[0]} ended with status {done.returncode}. Run it by hand to see why.")


def tell_server(url: str, event: Event, *, allow_private: bool) -> None:
    """Sends the event as JSON to the server; raises InputError where it cannot be reached or answers no success."""
    try:
        post_json(url, _told(event), allow_private=allow_private)
    except InputError as error:
        raise InputError(f"--webhook: {error}") from None


def _told(event: Event) -> bytes:
    return (json.dumps(event_json(event), ensure_ascii=False) + "\n").encode("utf-8")
