"""How a saved web archive becomes statements: its pages, their addresses, and archives that do harm."""

from __future__ import annotations

import gzip
import sys
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, ReadResult, Taken, read_documents
from comms_tracker.reading.kinds import kind_by_name
from comms_tracker.reading.web_archive import drafts_of_warc

WORDS = (
    "The main on Quay Street burst in the night to Monday, and 136 homes had no water until the evening. Engineers "
    "found the break at ten past four and closed the valves on both sides of it. The work on the street will take "
    "nine days, and buses go by way of Hill Road."
)
PAGE = f'<meta name="date" content="2021-03-09"><title>Burst main</title><article><p>{WORDS}</p></article>'
ADDRESS = "https://water.example/news/burst-main"
Kept = tuple[str, str, str, bytes]
"""An address, the status line, the media type and the body."""


def mhtml(page: str = PAGE, kind: str = "text/html", encoding: str = "quoted-printable") -> bytes:
    body = page.replace("=", "=3D") if encoding == "quoted-printable" else page
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {ADDRESS}\r\n"
        "Subject: Burst main\r\nDate: Fri, 12 Mar 2021 09:30:00 +0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{body}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://water.example/map.png\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    ).encode()


def warc(*pages: Kept, packed: bool = True) -> bytes:
    held = BytesIO()
    writer = WARCWriter(held, gzip=packed)
    for address, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2021-03-12T09:30:00Z"},
        )
        writer.write_record(record)
    return held.getvalue()


def page(words: str = PAGE, address: str = ADDRESS) -> Kept:
    return address, "200 OK", "text/html; charset=utf-8", words.encode()


def read(data: bytes, kind: FileKind, **options: str) -> ReadResult:
    given = {"organisation": "Water Board", **options}
    return read_documents([Document("a", kind, data, "a")], HowToRead(**given))  # type: ignore[arg-type]


def refusal(data: bytes, kind: FileKind) -> str:
    with pytest.raises(InputError) as refused:
        read(data, kind, issued="2021-03-09")
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
def test_the_page_of_an_mhtml_file_is_read_with_its_address(encoding: str) -> None:
    found = read(mhtml(encoding=encoding), FileKind.MHTML)
    statement = found.statements[0]
    assert (statement.text, statement.issued, statement.title) == (WORDS, "2021-03-09", "Burst main")
    assert found.provenance[0].taken["source"] == Taken(ADDRESS, "the archive's note of its address")


def test_the_day_on_which_a_page_was_kept_is_offered_and_never_taken() -> None:
    undated = f"<article><p>{WORDS}</p></article>"
    for data, kind, name in (
        (mhtml(undated), FileKind.MHTML, "a"),
        (warc(page(undated)), FileKind.WARC, f"a, {ADDRESS}"),
    ):
        with pytest.raises(InputError) as refused:
            read(data, kind)
        assert str(refused.value) == (
            f"{name} has no date. The archive kept it on 2021-03-12, which may be another day. "
            "Give one with --issued 2017-04-28 or as `issued` in the file, or take the texts in the order given with "
            "--in-order."
        )


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_warc_file_are_statements_and_other_answers_are_not(packed: bool) -> None:
    later = PAGE.replace("2021-03-09", "2021-03-12").replace("136", "140")
    data = warc(
        page(),
        ("https://water.example/map.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://water.example/old", "404 Not Found", "text/html", PAGE.encode()),
        page("<p>We use cookies.</p>", "https://water.example/cookies"),
        page("", "https://water.example/empty"),
        page(later, "https://water.example/news/update"),
        packed=packed,
    )
    found = read(data, FileKind.WARC)
    assert [(one.id, one.source) for one in found.statements] == [
        ("2021-03-09-burst-main", ADDRESS),
        ("2021-03-12-update", "https://water.example/news/update"),
    ]
    assert found.statements[1].text == WORDS.replace("136", "140")
    assert found.notes == (
        "Skipped a page: a, https://water.example/empty holds only spaces and line ends. "
        "Put the statement's text into it.",
        "a: skipped pages with fewer than 40 words: 1.",
        "a: took of 2 statements the date from <meta date>, the title from <title> and the source from the archive's "
        "note of its address.",
    )


def test_a_short_page_alone_is_read() -> None:
    found = read(warc(page("<p>136 homes had no water.</p>")), FileKind.WARC, issued="2021-03-09")
    assert [one.text for one in found.statements] == ["136 homes had no water."]


def test_archives_without_a_page_are_refused() -> None:
    assert refusal(mhtml(kind="text/plain"), FileKind.MHTML) == (
        "a holds no page. Save it from the browser again, as one file (.mhtml) or as HTML."
    )
    for data in (warc(), b"136 homes had no water.\n"):
        assert refusal(data, FileKind.WARC) == "a holds no page that can be read. Save the statement's page as HTML."


@pytest.mark.parametrize("data", [warc(page())[:100], b"\x1f\x8bbroken"])
def test_a_broken_warc_file_says_so(data: bytes) -> None:
    assert refusal(data, FileKind.WARC) == ("a is no web archive that can be opened (EOFError). Save the page as HTML.")


def test_a_warc_file_that_unpacks_without_end_is_given_up() -> None:
    with pytest.raises(InputError) as refused:
        drafts_of_warc(gzip.compress(bytes(5_000_000)), "a", largest=4_000_000)
    assert str(refused.value) == "a unpacks to more than 4 MB. Save the statement's page as HTML."


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    assert refusal(b"WARC/1.0", FileKind.WARC) == (
        'a is read by the extra "archive", which is not installed. Install it: pip install "comms-tracker[archive]"'
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.warc.gz", FileKind.WARC), ("a.WARC", FileKind.WARC), ("a.mht", FileKind.MHTML), ("a.gz", None)],
)
def test_an_archive_is_known_by_its_name(name: str, kind: FileKind | None) -> None:
    assert kind_by_name(name) == kind
