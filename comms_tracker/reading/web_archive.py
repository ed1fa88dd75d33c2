"""Saved web archives: one page with its parts (MHTML), or what a crawler kept of many (WARC)."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from comms_tracker.errors import InputError
from comms_tracker.reading.decoding import LARGEST_TEXT, Decoded
from comms_tracker.reading.extras import missing_extra
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.found_dates import moment
from comms_tracker.reading.html import draft_of_page
from comms_tracker.reading.mail import header, parsed_message, part_text
from comms_tracker.reading.markup import markup_text
from comms_tracker.reading.received import Taken

LARGEST_UNPACKED = 300_000_000
"""Bytes of a whole WARC file unpacked."""
FEWEST_WORDS = 40
"""Words of a page that stands among others: frames and notices for cookies have fewer."""
_GZIP = b"\x1f\x8b"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ITS_ADDRESS = "the archive's note of its address"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page that a crawler kept, with its address and the day on which it was kept."""

    address: str
    kept: str
    data: bytes
    charset: str | None


def draft_of_mhtml(data: bytes, name: str, stem: str | None) -> tuple[Draft, list[str]]:
    """The page in an MHTML file, and plain sentences about how it was read; raises InputError where it holds none."""
    saved = parsed_message(data, name)
    page = next((part for part in saved.walk() if part.get_content_type() in _PAGES), None)
    if page is None:
        raise InputError(f"{name} holds no page. Save it from the browser again, as one file (.mhtml) or as HTML.")
    text, said = part_text(page, name)
    draft, notes = draft_of_page(Decoded(text, said), name, stem)
    address = header(saved, "Snapshot-Content-Location") or header(page, "Content-Location") or ""
    return _with_origin(draft, address, header(saved, "Date") or ""), notes


def drafts_of_warc(data: bytes, name: str, *, largest: int = LARGEST_UNPACKED) -> tuple[list[Draft], list[str]]:
    """The pages in a WARC file in its order, and plain sentences about how it was read and what was skipped.

    Raises InputError where the file is broken, enormous or without a page, or warcio is not installed.
    """
    found: list[tuple[Draft, list[str]]] = []
    unread: list[str] = []
    for kept in _pages(_unpacked(data, name, largest), name):
        where = f"{name}, {kept.address}"
        try:
            draft, notes = draft_of_page(markup_text(kept.data, kept.charset, where), where, _stem(kept.address))
        except InputError as error:
            unread.append(f"Skipped a page: {error}")
            continue
        found.append((_with_origin(draft, kept.address, kept.kept), notes))
    whole = [(draft, notes) for draft, notes in found if len(draft.text.split()) >= FEWEST_WORDS] or found[:1]
    if not whole:
        raise InputError(f"{name} holds no page that can be read. Save the statement's page as HTML.")
    said = [*unread, *(note for _, notes in whole for note in notes)]
    if len(whole) < len(found):
        said.append(f"{name}: skipped pages with fewer than {FEWEST_WORDS} words: {len(found) - len(whole)}.")
    return [draft for draft, _ in whole], said


def _with_origin(draft: Draft, address: str, kept: str) -> Draft:
    """The draft with the address that the archive gives; the day of keeping is offered where there is no date."""
    found = dict(draft.found)
    if address.startswith(("http://", "https://")):
        found["source"] = Taken(address, _ITS_ADDRESS)
    day = (moment(kept) or "")[:10]
    hint = f"The archive kept it on {day}, which may be another day. " if day else ""
    return replace(draft, found=found, date_hint=hint)


def _pages(data: bytes, name: str) -> Iterator[_Kept]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise missing_extra(name, "archive") from None
    try:
        for record in ArchiveIterator(BytesIO(data)):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                continue
            kind = EmailMessage()
            kind["Content-Type"] = headers.get_header("Content-Type") or "application/octet-stream"
            if kind.get_content_type() in _PAGES:
                said = record.rec_headers
                yield _Kept(
                    str(said.get_header("WARC-Target-URI") or ""),
                    str(said.get_header("WARC-Date") or ""),
                    record.content_stream().read(LARGEST_TEXT + 1),
                    kind.get_content_charset(),
                )
    except (ArchiveLoadFailed, ValueError, EOFError, zlib.error, AttributeError) as error:
        raise _broken(name, error) from None


def _unpacked(data: bytes, name: str, largest: int) -> bytes:
    """The file without its packing; raises InputError where it is broken, or larger than ``largest`` bytes."""
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
            unpacked = packed.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _broken(name, error) from None
    if len(unpacked) > largest:
        raise InputError(f"{name} unpacks to more than {largest // 1_000_000} MB. Save the statement's page as HTML.")
    return unpacked


def _broken(name: str, error: Exception) -> InputError:
    return InputError(f"{name} is no web archive that can be opened ({type(error).__name__}). Save the page as HTML.")


def _stem(address: str) -> str | None:
    """The last part of the address's path, by which a person knows the page."""
    return PurePosixPath(unquote(urlsplit(address).path)).stem or None
