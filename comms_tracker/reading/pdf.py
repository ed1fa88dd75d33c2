"""PDF files: opened in a process of its own, their text in reading order with the page of each offset."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from comms_tracker.errors import InputError
from comms_tracker.reading.decoding import refuse_too_large
from comms_tracker.reading.extras import missing_extra
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.found_dates import day_on_its_own_line
from comms_tracker.reading.received import PageStart, Taken

if TYPE_CHECKING:
    from comms_tracker.reading.pdf_worker import FileJson

LONGEST = 60.0
"""Seconds that opening one file may take."""
MOST_MEMORY = 2 * 1024**3
MOST_UNREADABLE = 0.02
"""Share of characters without a known letter from which on a text is not worth reading."""
_UNREADABLE = "(cid:"
_AS_TEXT = "Save the statement as plain text (.txt)."
_ROOT = Path(__file__).resolve().parents[2]
_WRONG = {
    "locked": "is locked with a password. Open it in a PDF viewer and print it to a new file without one.",
    "enormous": "needs more memory than a PDF may have, as files made to do harm do. {as_text}",
    "too_many_pages": "has more than 1,000 pages. Save the statement's own pages as a file.",
    "broken": "is no PDF that can be opened ({why}). Save it again. {as_text}",
}


def draft_of_pdf(
    data: bytes, name: str, stem: str | None, *, longest: float = LONGEST, most_memory: int = MOST_MEMORY
) -> tuple[Draft, list[str]]:
    """The statement in a PDF, and plain sentences about how it was read.

    Opening it may take ``longest`` seconds and, where the system can hold it to that, ``most_memory`` bytes.

    Raises InputError where the file is locked, broken, enormous, slow or without text, or pdfminer.six is missing.
    """
    if find_spec("pdfminer") is None:
        raise missing_extra(name, "pdf")
    held = _opened(data, name, longest, most_memory)
    text = held["text"]
    _refuse_unreadable(text, name)
    refuse_too_large(len(text.encode("utf-8", "surrogatepass")), name)
    found: dict[str, Taken] = {}
    title = held["title"]
    if title and title in " ".join(text.split()):
        found["title"] = Taken(title, "its properties")
    line = day_on_its_own_line(text)
    if line is not None:
        found["issued"] = Taken(line[0], f'its line "{line[1]}"')
    pages = tuple(PageStart(number, start) for number, start in held["pages"])
    draft = Draft(name, text, {}, stem, found=found, pages=pages, date_hint=_hint(held["made"]))
    return draft, _notes(held, name)


def _opened(data: bytes, name: str, longest: float, most_memory: int) -> FileJson:
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    surroundings = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "comms_tracker.reading.pdf_worker", str(most_memory)]
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=longest,
            check=False,
            env=surroundings,
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{name} takes longer than {longest:.0f} seconds to open. "
            f"Save the statement's own pages as a file. {_AS_TEXT}"
        ) from None
    try:
        held = cast("FileJson", json.loads(done.stdout))
    except ValueError:
        held = {"wrong": "enormous"}
    if "wrong" in held:
        sentence = _WRONG[held["wrong"]].format(why=held.get("why", "").rstrip("."), as_text=_AS_TEXT)
        raise InputError(f"{name} {sentence}")
    return held


def _refuse_unreadable(text: str, name: str) -> None:
    if not text.strip():
        raise InputError(
            f"{name} has no text, only pictures of pages. Run text recognition over it first, such as: "
            "ocrmypdf scan.pdf text.pdf"
        )
    if text.count(_UNREADABLE) > MOST_UNREADABLE * len(text):
        raise InputError(f"{name} does not say which letters its signs are. Copy its words into a text file (.txt).")


def _hint(made: str) -> str:
    day = made.removeprefix("D:")[:8]
    if len(day) < 8 or not day.isdigit():
        return ""
    return f"Its properties say that it was made on {day[:4]}-{day[4:6]}-{day[6:]}, which may be another day. "


def _notes(held: FileJson, name: str) -> list[str]:
    notes = []
    if held["left_out"]:
        notes.append(f"{name}: left out what stands at the head or foot of its pages: {', '.join(held['left_out'])}.")
    if held["mended"]:
        quoted = ", ".join(f'"{word}"' for word in held["mended"])
        notes.append(f"{name}: put together words that were broken at the end of a line: {quoted}.")
    if _UNREADABLE in held["text"]:
        notes.append(f"{name} does not say which letters some of its signs are: they are shown as (cid:...).")
    return notes
