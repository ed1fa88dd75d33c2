"""The command line: thin, one module for each command, imported only when the command is used."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs ``comms-tracker`` with the arguments of the process and leaves with its exit status."""
    from comms_tracker.cli.group import commands
    from comms_tracker.own_process import load_only_what_is_used

    load_only_what_is_used()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    commands.main(sys.argv[1:] or ["--help"], prog_name="comms-tracker")
