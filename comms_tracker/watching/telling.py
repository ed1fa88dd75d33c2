"""Another program told of a change: one JSON object on its standard input, and never through a shell."""

from __future__ import annotations

import json
import shlex
import subprocess

from comms_tracker.errors import InputError
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


def tell(program: list[str], event: Event) -> None:
    """Runs the program with the event as JSON on its standard input; raises InputError where that fails."""
    told = json.dumps(event_json(event), ensure_ascii=False) + "\n"
    try:
        done = subprocess.run(
            program, input=told.encode("utf-8"), stdout=subprocess.DEVNULL, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"--exec {program[0]} took longer than {LONGEST:.0f} seconds and was ended.") from None
    except OSError as error:
        raise InputError(f"--exec {program[0]} cannot be run: {error.strerror}. Check its name.") from None
    if done.returncode:
        raise InputError(f"--exec {program[0]} ended with status {done.returncode}.")
