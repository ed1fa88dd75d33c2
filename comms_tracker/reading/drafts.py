"""One document to its drafts: the reader of its kind, and the bytes as received beside each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from comms_tracker.errors import CommsTrackerError, InputError
from comms_tracker.reading.decoding import decoded, refuse_blank, refuse_too_large
from comms_tracker.reading.feed import drafts_of_feed
from comms_tracker.reading.fields import Draft, says_article
from comms_tracker.reading.files import Document
from comms_tracker.reading.front_matter import draft_of_text
from comms_tracker.reading.html import draft_of_page
from comms_tracker.reading.jsonl import drafts_of_rows, looks_like_jsonl
from comms_tracker.reading.kinds import FileKind
from comms_tracker.reading.mail import draft_of_mail
from comms_tracker.reading.markup import markup_text
from comms_tracker.reading.notes import MARKED_AS_ARTICLE
from comms_tracker.reading.pdf import draft_of_pdf
from comms_tracker.reading.received import Received, Taken
from comms_tracker.reading.table import drafts_of_table
from comms_tracker.reading.web_archive import draft_of_mhtml, drafts_of_warc
from comms_tracker.reading.word import draft_of_word_file

_OWN_PARSERS = frozenset({FileKind.TEXT, FileKind.JSONL, FileKind.PASTED, FileKind.TABLE})
_Reader = Callable[[Document], tuple[list[Draft], list[str]]]


def drafts_of(document: Document, columns: Mapping[str, str]) -> tuple[list[Draft], list[str]]:
    """The statements in a document, and plain sentences about how it was read; ``columns`` are those of a table.

    Raises InputError for what cannot be read as the document's kind.
    """
    try:
        if document.kind is FileKind.TABLE:
            drafts, notes = drafts_of_table(document.data, document.name, columns)
        else:
            drafts, notes = _READERS[document.kind](document)
    except CommsTrackerError:
        raise
    except Exception as error:
        if document.kind in _OWN_PARSERS:
            raise
        # The other parsers are others' work, and what they raise on a damaged or hostile file is theirs to choose.
        raise InputError(
            f"{document.name} is damaged, and cannot be read as {document.kind} ({type(error).__name__}). "
            "Save it again, or save the statement as plain text (.txt)."
        ) from error
    whole = Received(document.name, document.data, document.url)
    notes += [
        f"{draft.name}{MARKED_AS_ARTICLE}"
        for draft in drafts
        if len(drafts) == 1 and document.kind is not FileKind.JSONL and says_article(draft.field("article"))
    ]
    return [replace(_with_address(draft, document.url), received=_received(draft, whole)) for draft in drafts], notes


def _received(draft: Draft, whole: Received) -> Received:
    """The bytes that a draft came from: a row's own, where its reader says which, else the document's."""
    return whole if draft.received is None else replace(draft.received, url=whole.url)


def _with_address(draft: Draft, url: str | None) -> Draft:
    """A page that was fetched has its address as its source, unless it states another for this very statement."""
    own = draft.found.get("source")
    if url is None or (own is not None and own.stated):
        return draft
    where = "the address that was fetched"
    return replace(draft, found={**draft.found, "source": Taken(url, where, stated=True)})


def _text(document: Document) -> tuple[list[Draft], list[str]]:
    if document.url is None:
        read = decoded(document.data, document.name)
    else:
        read = markup_text(document.data, document.charset, document.name)
        refuse_blank(read.text, document.name)
    refuse_too_large(len(document.data), document.name)
    draft, unused = draft_of_text(read.text, document.name, document.stem)
    return [draft], [*read.notes, *unused]


def _jsonl(document: Document) -> tuple[list[Draft], list[str]]:
    read = decoded(document.data, document.name)
    return drafts_of_rows(read.text, document.name, document.first_line), list(read.notes)


def _pasted(document: Document) -> tuple[list[Draft], list[str]]:
    return _jsonl(document) if looks_like_jsonl(decoded(document.data, document.name).text) else _text(document)


def _html(document: Document) -> tuple[list[Draft], list[str]]:
    page = markup_text(document.data, document.charset, document.name)
    draft, notes = draft_of_page(page, document.name, document.stem)
    return [draft], notes


def _one(read: Callable[[bytes, str, str | None], tuple[Draft, list[str]]]) -> _Reader:
    """The reader of a kind of document that holds one statement."""

    def reader(document: Document) -> tuple[list[Draft], list[str]]:
        draft, notes = read(document.data, document.name, document.stem)
        return [draft], notes

    return reader


def _several(read: Callable[[bytes, str], tuple[list[Draft], list[str]]]) -> _Reader:
    """The reader of a kind of document that names each of its statements itself."""
    return lambda document: read(document.data, document.name)


_READERS: Mapping[FileKind, _Reader] = {
    FileKind.TEXT: _text,
    FileKind.JSONL: _jsonl,
    FileKind.PASTED: _pasted,
    FileKind.HTML: _html,
    FileKind.DOCX: _one(draft_of_word_file),
    FileKind.MAIL: _one(draft_of_mail),
    FileKind.PDF: _one(draft_of_pdf),
    FileKind.FEED: _several(drafts_of_feed),
    FileKind.MHTML: _one(draft_of_mhtml),
    FileKind.WARC: _several(drafts_of_warc),
}
