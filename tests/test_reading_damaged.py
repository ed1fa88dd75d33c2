"""Whatever a file's bytes are, it is read or refused in a sentence: no reader falls over."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_samples import lines, pdf

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, read_documents
from comms_tracker.reading.pdf_worker import read_file

FIXTURES = Path(__file__).parent / "fixtures" / "readers"
MAIL = (
    b"From: Water Board <press@water.example>\r\nDate: Fri, 12 Mar 2021 09:30:00 +0000\r\nSubject: Burst\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n136 homes\r\n> 400?\r\n--b\r\n"
    b"Content-Type: text/html\r\n\r\n<p>136 homes</p>\r\n--b--\r\n"
)


def word_file() -> bytes:
    made = docx.Document()
    made.add_paragraph("136 homes")
    made.add_table(rows=2, cols=2)
    held = BytesIO()
    made.save(held)
    return held.getvalue()


@cache
def whole(kind: FileKind) -> bytes:
    """A good file of the kind."""
    return {
        FileKind.HTML: (FIXTURES / "article.html").read_bytes(),
        FileKind.FEED: (FIXTURES / "feed.xml").read_bytes(),
        FileKind.MAIL: MAIL,
        FileKind.MHTML: MAIL,
        FileKind.DOCX: word_file(),
        FileKind.TABLE: b'text,issued\n"136 homes",2021-03-09\n',
    }[kind]


KINDS = (FileKind.HTML, FileKind.FEED, FileKind.MAIL, FileKind.MHTML, FileKind.DOCX, FileKind.TABLE)
Damage = list[tuple[float, int, bytes]]
"""Where, as a share of the file; how many bytes are lost there; what stands there instead."""
DAMAGE = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from([0, 1, 3, 50, 500]),
        st.one_of(st.binary(max_size=8), st.sampled_from([b"<!--", b"&#xD800;", b"99999999", b"-1", b"\0\0", b"\r\n"])),
    ),
    min_size=1,
    max_size=6,
)


def damaged(data: bytes, damage: Damage) -> bytes:
    for share, lost, instead in damage:
        place = int(share * len(data))
        data = data[:place] + instead + data[place + lost :]
    return data


def outcome(document: Document) -> tuple[str, list[str]]:
    """The refusal, or "" and the texts."""
    try:
        return "", [statement.text for statement in read_documents([document], HowToRead(in_order=True)).statements]
    except InputError as refused:
        return str(refused), []


@pytest.mark.parametrize("kind", KINDS)
@given(damage=DAMAGE)
@settings(max_examples=60)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(kind: FileKind, damage: Damage) -> None:
    message, texts = outcome(Document("x", kind, damaged(whole(kind), damage), "x"))
    assert bool(message) != bool(texts)
    assert message == "" or (message.startswith("x") and message.endswith((".", ")")))
    for text in texts:
        assert text.strip()
        assert text.encode("utf-8").decode("utf-8") == text


@given(damage=DAMAGE)
@settings(max_examples=60)
def test_a_damaged_pdf_gives_text_or_what_is_wrong(damage: Damage) -> None:
    held = read_file(damaged(pdf([lines(["136 homes had no", "water."])] * 2), damage))
    assert ("wrong" in held) != ("text" in held)
    assert held.get("wrong", "broken") in {"broken", "locked", "too_many_pages"}
