"""Word files (.docx): paragraphs, lists and tables in order, as the text stands with all tracked changes accepted."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from comms_tracker.errors import InputError
from comms_tracker.reading.blocks import joined_blocks, table_blocks
from comms_tracker.reading.decoding import refuse_too_large
from comms_tracker.reading.extras import missing_extra
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.found_dates import day_on_its_own_line
from comms_tracker.reading.received import Taken

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LARGEST_WORDS = 50_000_000
"""Bytes of the parts of a Word file that hold words and their layout."""
LARGEST_UNPACKED = 500_000_000
"""Bytes of all parts together, pictures too."""
MOST_PARTS = 10_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_GONE = frozenset({"del", "moveFrom", "txbxContent", "instrText", "fldData"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_CHANGES = (f"{_NAMESPACE}ins", f"{_NAMESPACE}del", f"{_NAMESPACE}moveFrom")
_AS_TEXT = "Save the statement as plain text (.txt)."


def draft_of_word_file(data: bytes, name: str, stem: str | None) -> tuple[Draft, list[str]]:
    """The statement in a .docx file, and plain sentences about how it was read.

    Raises InputError where the file is locked, broken, enormous or without text, or python-docx is not installed.
    """
    _refuse_unsafe(data, name)
    document = _opened(data, name)
    text = joined_blocks(list(_blocks(document)))
    if not text.strip():
        raise InputError(f"{name} has no text that can be read. {_AS_TEXT}")
    refuse_too_large(len(text.encode("utf-8")), name)
    found: dict[str, Taken] = {}
    title = _title(document)
    if title is not None:
        found["title"] = title
    line = day_on_its_own_line(text)
    if line is not None:
        found["issued"] = Taken(line[0], f'its line "{line[1]}"')
    made = document.core_properties.created
    hint = f"Its properties say that it was made on {made:%Y-%m-%d}, which may be another day. " if made else ""
    notes = [f"{name}: {note}" for note in _left_out(document)]
    return Draft(name, text, {}, stem, found=found, date_hint=hint), notes


def _refuse_unsafe(data: bytes, name: str) -> None:
    """Raises InputError for what must not be given to a parser of XML."""
    if data.startswith(_COMPOUND_FILE):
        raise InputError(
            f"{name} is locked with a password, or is an old .doc file under another name. "
            f"Save it from Word as .docx without a password. {_AS_TEXT}"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            words = sum(part.file_size for part in parts if part.filename.endswith(".xml"))
            size = sum(part.file_size for part in parts)
            if words > LARGEST_WORDS or size > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
                raise InputError(
                    f"{name} unpacks to {words / 1_000_000:,.1f} MB of words and {size / 1_000_000:,.1f} MB in all, in "
                    f"{len(parts):,} parts. A Word file may have {LARGEST_WORDS // 1_000_000} and "
                    f"{LARGEST_UNPACKED // 1_000_000} MB in {MOST_PARTS:,} parts. {_AS_TEXT}"
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(part):
                    raise InputError(
                        f"{name} declares XML entities in {part.filename}, which no Word file does and which are "
                        f"never read. {_AS_TEXT}"
                    )
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _broken(name, error) from None


def _opened(data: bytes, name: str) -> WordDocument:
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError:
        raise missing_extra(name, "docx") from None
    try:
        return Document(BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, IndexError) as error:
        raise _broken(name, error) from None


def _broken(name: str, error: Exception) -> InputError:
    return InputError(f"{name} is no Word file that can be opened: {error}. Save it again from Word. {_AS_TEXT}")


def _blocks(document: WordDocument) -> Iterator[str]:
    """The blocks of the body in order; an item of a list begins with a hyphen."""
    from docx.text.paragraph import Paragraph

    for part in _parts(document.element.body, document):
        if not isinstance(part, Paragraph):
            yield from table_blocks(_rows(part))
            continue
        text = _text(part).strip()
        if text:
            yield f"- {text}" if _is_item(part) and not text.startswith("- ") else text


def _parts(element: object, document: WordDocument) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables in order, those inside content controls too, which python-docx passes over."""
    from docx.oxml.table import CT_Tbl
    from docx.oxml.text.paragraph import CT_P
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for child in element:  # type: ignore[attr-defined]
        if isinstance(child, CT_P):
            yield Paragraph(child, document)
        elif isinstance(child, CT_Tbl):
            yield Table(child, document)
        elif isinstance(child.tag, str) and child.tag.removeprefix(_NAMESPACE) in _WRAPPERS:
            yield from _parts(child, document)


def _rows(table: Table) -> list[list[str]]:
    """The cells of each row; a cell that spans columns stands once, as Word shows it."""
    rows: list[list[str]] = []
    for row in table.rows:
        cells: list[str] = []
        seen: list[object] = []
        for cell in row.cells:
            if cell._tc in seen:
                continue
            seen.append(cell._tc)
            words = " ".join(_text(paragraph) for paragraph in cell.paragraphs)
            cells.append(" ".join(words.replace("|", "/").split()))
        if any(cells):
            rows.append(cells)
    return rows


def _text(paragraph: Paragraph) -> str:
    """The paragraph's words with what tracked changes put in and without what they took out.

    python-docx's own ``text`` leaves out what was put in.
    """
    return "".join(_pieces(paragraph._p))


def _pieces(element: object) -> Iterator[str]:
    for child in element:  # type: ignore[attr-defined]
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag in _GONE:
            continue
        if tag == "t":
            yield child.text or ""
        elif tag in _SPACES:
            yield _SPACES[tag] if child.getparent().tag == f"{_NAMESPACE}r" else ""
        else:
            yield from _pieces(child)


def _is_item(paragraph: Paragraph) -> bool:
    """Whether the paragraph has a bullet or a number, of its own or by its style."""
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    return (numbered and not re.match(r"Heading|Title", style)) or style.startswith(("List Bullet", "List Number"))


def _title(document: WordDocument) -> Taken | None:
    title = " ".join((document.core_properties.title or "").split())
    if title:
        return Taken(title, "its properties")
    for paragraph in document.paragraphs:
        style = (paragraph.style.name or "") if paragraph.style is not None else ""
        words = " ".join(_text(paragraph).split())
        if words and style in {"Title", "Heading 1"}:
            return Taken(words, f'its paragraph in the style "{style}"')
    return None


def _left_out(document: WordDocument) -> Iterator[str]:
    """What a reader should know: tracked changes, and parts that are not read."""
    body = document.element.body
    if any(next(body.iter(tag), None) is not None for tag in _CHANGES):
        yield "it has tracked changes, and is read as if all of them were accepted."
    if next(body.iter(f"{_NAMESPACE}txbxContent"), None) is not None:
        yield "text boxes are not read."
    if next(body.iter(f"{_NAMESPACE}footnoteReference"), None) is not None:
        yield "footnotes are not read."
    edges = list(dict.fromkeys(_edges(document)))
    if edges:
        yield f"left out what stands at the head or foot of its pages: {', '.join(edges)}."


def _edges(document: WordDocument) -> Iterator[str]:
    """The words at the head and foot of the pages, quoted."""
    for section in document.sections:
        for edge in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if edge.is_linked_to_previous:
                continue
            for paragraph in edge.paragraphs:
                words = " ".join(_text(paragraph).split())
                if words:
                    yield f'"{words}"'
