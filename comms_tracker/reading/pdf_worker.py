"""The process that opens a PDF, so that a hostile file takes neither the program's time nor its memory.

``python -m comms_tracker.reading.pdf_worker BYTES`` takes the file on standard input, holds itself to so many bytes of
memory, and writes one JSON object: the text with its pages, or what is wrong with the file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, TypedDict

from comms_tracker.reading.pdf_layout import Page, running_text
from comms_tracker.reading.pdf_order import Block, Line

if TYPE_CHECKING:
    from pdfminer.layout import LTPage

MOST_PAGES = 1000
_BULLET_SIGN = "(cid:127)"
"""What pdfminer makes of the bullet of a font in Windows' order."""


class FileJson(TypedDict, total=False):
    """What a PDF holds, or ``wrong`` (locked, broken, enormous, too_many_pages) and ``why`` in the parser's words.

    ``pages`` has the number and the offset of each page that has text; ``made`` is the date as PDF writes it.
    """

    wrong: str
    why: str
    title: str
    made: str
    text: str
    pages: list[tuple[int, int]]
    left_out: list[str]
    mended: list[str]


def read_file(data: bytes) -> FileJson:
    """What the PDF in ``data`` holds, or what is wrong with it."""
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfparser import PDFParser, PDFSyntaxError
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        info = document.info[-1] if document.info else {}
        pages = list(_pages(data))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        return {"wrong": "locked"}
    except (PDFSyntaxError, PDFException, PSException, RecursionError) as error:
        return {"wrong": "broken", "why": str(error) or type(error).__name__}
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError) as error:
        return {"wrong": "broken", "why": type(error).__name__}
    if len(pages) > MOST_PAGES:
        return {"wrong": "too_many_pages"}
    read = running_text(pages)
    return {
        "title": _words(info.get("Title")),
        "made": _words(info.get("CreationDate")),
        "text": read.text,
        "pages": [(page.number, page.start) for page in read.pages],
        "left_out": list(read.left_out),
        "mended": list(read.mended),
    }


def _pages(data: bytes) -> Iterator[Page]:
    from pdfminer.high_level import extract_pages

    for page in extract_pages(BytesIO(data), maxpages=MOST_PAGES + 1):
        yield Page(tuple(_blocks(page)))


def _blocks(page: LTPage) -> Iterator[Block]:
    from pdfminer.layout import LTTextContainer, LTTextLine

    for box in page:
        if not isinstance(box, LTTextContainer):
            continue
        lines = (
            Line(" ".join(line.get_text().replace(_BULLET_SIGN, "•").split()), *line.bbox)
            for line in box
            if isinstance(line, LTTextLine)
        )
        block = tuple(line for line in lines if line.text)
        if block:
            yield block


def _words(value: object) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    value = resolve1(value)
    if isinstance(value, str | bytes):
        return " ".join(decode_text(value if isinstance(value, bytes) else value.encode("latin-1", "replace")).split())
    return ""


def _limit_memory(most: int) -> None:
    """Holds this process to ``most`` bytes of memory, where the system can do so."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def main() -> None:
    """Reads standard input, writes standard output; the first argument is the most bytes of memory."""
    import logging

    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read()
    _limit_memory(int(sys.argv[1]))
    try:
        answer = read_file(data)
    except MemoryError:
        answer = {"wrong": "enormous"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()
