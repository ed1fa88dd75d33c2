"""The table of bad input: what is given, to which command, and the message that it gets.

One TOML file of ``bad_input/`` is one group. Of each case:

    what          the kind of bad input in a few words
    command       what is typed after comms-tracker; or
    read          what is typed after both ``compare`` and ``add``, which read alike
    files         files as text, by name; ``raw``: as bytes, each character one byte; ``made``: from bad_input_files.py
    given         what stands on standard input; ``given_made``: the same from bad_input_files.py
    store         the name under which a store with the bundled case lies there; ``later_store``: one of a later version
    page          instead of a command: the page of the app and its address, opened over ``store_path`` or ``store``
    dropped       a file of the folder that is dropped on that page; ``pasted``: a text of bad_input_files.py that is
                  pasted there; ``address``: an address that is given there
    message       the last line on standard error, without "Error: ", or a sentence that the page shows;
                  "…" stands for any words, FOLDER for the folder
"""

from __future__ import annotations

import ipaddress
import re
import shlex
import shutil
import socket
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bad_input_files import DATA, PLACED, later_store

TABLE = Path(__file__).parent / "bad_input"
READERS = ("compare", "add")


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of bad input."""

    group: str
    what: str
    message: str
    command: str | None = None
    read: str | None = None
    page: str | None = None
    dropped: str | None = None
    pasted: str | None = None
    address: str | None = None
    files: dict[str, str] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    given: str = ""
    given_made: str | None = None
    store: str | None = None
    store_path: str | None = None
    later_store: str | None = None

    def commands(self) -> list[list[str]]:
        """The arguments of each run that the case asks for; none for a page of the app."""
        if self.command is not None:
            return [shlex.split(self.command)]
        return [[reader, *shlex.split(self.read)] for reader in READERS] if self.read is not None else []

    def typed(self) -> str:
        """How the page of bad input shows what was typed."""
        if self.read is not None:
            return f"compare {self.read}"
        if self.command is not None:
            return self.command
        taken = next((one for one in (self.dropped, self.pasted, self.address) if one is not None), None)
        return f"the page “{self.page}”" + (f": {taken}" if taken else "")

    def pattern(self) -> str:
        """The message as a regular expression: "…" stands for any words, all else for itself."""
        return ".+".join(re.escape(part) for part in self.message.split("…"))

    def standard_input(self) -> bytes:
        """What stands on standard input."""
        return DATA[self.given_made]() if self.given_made else self.given.encode()

    def lay_out(self, folder: Path, bundled: Path) -> None:
        """Puts the case's files into the folder; ``bundled`` is a store with the bundled case."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="")
        for name, characters in self.raw.items():
            (folder / name).write_bytes(characters.encode("latin-1"))
        for name, maker in self.made.items():
            if maker in PLACED:
                PLACED[maker](folder / name)
            else:
                (folder / name).write_bytes(DATA[maker]())
        if self.store:
            shutil.copyfile(bundled, folder / self.store)
        if self.later_store:
            later_store(folder / self.later_store, bundled)


def cases() -> list[Case]:
    """Every case of every group, in the order of the page."""
    found: list[Case] = []
    for path in sorted(TABLE.glob("*.toml")):
        held: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [Case(group=held["group"], **entry) for entry in held["case"]]
    return found


def numbers_only(host: str, port: int, **_: object) -> list[tuple[object, object, object, str, tuple[str, int]]]:
    """Addresses in numbers as a computer understands them, without asking anybody for a name."""
    address = ipaddress.ip_address(int(host) if host.isdigit() else host)
    return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (str(address), port))]
