"""How a Word file becomes a statement, and what of a damaged, locked or hostile one is said."""

from __future__ import annotations

import re
import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, ReadResult, Taken, read_documents
from comms_tracker.reading.word import LARGEST_WORDS

AS_TEXT = "Save the statement as plain text (.txt)."


def release(title: str = "") -> docx.document.Document:
    made = docx.Document()
    made.core_properties.title = title
    made.core_properties.created = datetime(2021, 3, 12, 8, 0, tzinfo=UTC)
    return made


def packed(document: docx.document.Document) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def read(data: bytes, **options: str) -> ReadResult:
    return read_documents([Document("r.docx", FileKind.DOCX, data, "r")], HowToRead(**options))  # type: ignore[arg-type]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as refused:
        read(data, issued="2021-03-09")
    return str(refused.value)


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    """The file with one part's bytes replaced."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return held.getvalue()


def test_paragraphs_lists_and_tables_stand_in_their_order() -> None:
    made = release()
    made.add_heading("Burst main on Quay Street", 1)
    made.add_paragraph("9 March 2021")
    made.add_paragraph("The following were affected:")
    made.add_paragraph("about 400 homes", style="List Bullet")
    made.add_paragraph("two schools", style="List Bullet")
    table = made.add_table(rows=0, cols=2)
    for area, homes in (("Area", "Homes"), ("Quay", "136")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = area, homes
    made.add_paragraph("Water came back").add_run().add_break()
    made.paragraphs[-1].add_run("in the night.")
    found = read(packed(made), organisation="Water Board")
    assert found.statements[0].text == (
        "Burst main on Quay Street\n\n9 March 2021\n\nThe following were affected:\n\n- about 400 homes\n- two schools"
        "\n\n| Area | Homes |\n| --- | --- |\n| Quay | 136 |\n\nWater came back\nin the night."
    )
    assert (found.statements[0].issued, found.statements[0].title) == ("2021-03-09", "Burst main on Quay Street")
    assert found.notes == (
        'r.docx: took the date 2021-03-09 from its line "9 March 2021" and the title "Burst main on Quay Street" '
        'from its paragraph in the style "Heading 1".',
    )


def test_the_day_on_which_the_file_was_made_is_offered_and_never_taken() -> None:
    made = release("Burst main")
    made.add_paragraph("136 homes had no water on 9 March 2021.")
    with pytest.raises(InputError) as refused:
        read(packed(made))
    assert str(refused.value) == (
        "r.docx has no date. Its properties say that it was made on 2021-03-12, which may be another day. "
        "Give one with --issued 2017-04-28 or as `issued` in the file, or take the texts in the order given with "
        "--in-order."
    )
    assert read(packed(made), issued="2021-03-09").provenance[0].taken == {
        "title": Taken("Burst main", "its properties")
    }


def test_tracked_changes_are_read_as_accepted_and_said_so() -> None:
    made = release()
    changed = (
        f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>About </w:t></w:r>"
        "<w:del w:id='1' w:author='A'><w:r><w:delText>400</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='A'><w:r><w:t>136</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> homes had no water.</w:t></w:r></w:p>"
    )
    made.element.body.insert(0, parse_xml(changed))
    found = read(packed(made), issued="2021-03-09", organisation="Water Board")
    assert found.statements[0].text == "About 136 homes had no water."
    assert found.notes == ("r.docx: it has tracked changes, and is read as if all of them were accepted.",)


def test_the_head_and_foot_of_the_pages_are_left_out_and_said() -> None:
    made = release()
    made.sections[0].header.paragraphs[0].text = "Water Board, Kirkhaven"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    made.add_paragraph("136 homes had no water.")
    found = read(packed(made), issued="2021-03-09", organisation="Water Board")
    assert found.statements[0].text == "136 homes had no water."
    assert found.notes == (
        'r.docx: left out what stands at the head or foot of its pages: "Water Board, Kirkhaven", "Page 1".',
    )


def test_the_words_in_a_content_control_are_read_too() -> None:
    made = release()
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>9 March 2021</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made.element.body.insert(0, parse_xml(control))
    made.add_paragraph("136 homes had no water.")
    assert read(packed(made)).statements[0].text == "9 March 2021\n\n136 homes had no water."


def test_a_locked_file_says_so() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == (
        "r.docx is locked with a password, or is an old .doc file under another name. "
        f"Save it from Word as .docx without a password. {AS_TEXT}"
    )


def test_broken_files_say_so() -> None:
    whole = packed(release())
    assert refusal(b"PK\x03\x04nothing") == (
        f"r.docx is no Word file that can be opened: File is not a zip file. Save it again from Word. {AS_TEXT}"
    )
    assert refusal(whole[: len(whole) // 2]) == refusal(b"PK\x03\x04nothing")
    broken = refusal(with_part(whole, "word/document.xml", b"<w:document"))
    assert broken.startswith("r.docx is no Word file that can be opened: ")
    assert broken.endswith(f". Save it again from Word. {AS_TEXT}")


def test_a_zip_that_is_no_word_file_says_so() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as other:
        other.writestr("a.txt", "136 homes")
    assert refusal(held.getvalue()) == (
        "r.docx is no Word file that can be opened: \"There is no item named '[Content_Types].xml' in the archive\". "
        f"Save it again from Word. {AS_TEXT}"
    )


def test_an_empty_file_says_so() -> None:
    assert refusal(packed(release())) == f"r.docx has no text that can be read. {AS_TEXT}"


def test_a_file_that_unpacks_without_end_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(packed(release()), "word/document.xml", bytes(LARGEST_WORDS + 1_000_000))
    assert len(bomb) < 200_000
    assert re.fullmatch(
        r"r\.docx unpacks to 51\.\d MB of words and 51\.\d MB in all, in \d\d parts\. "
        rf"A Word file may have 50 and 500 MB in 10,000 parts\. {re.escape(AS_TEXT)}",
        refusal(bomb),
    )


def test_entities_are_never_read() -> None:
    entity = (
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert refusal(with_part(packed(release()), "word/document.xml", entity)) == (
        "r.docx declares XML entities in word/document.xml, which no Word file does and which are never read. "
        f"{AS_TEXT}"
    )


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(release())
    monkeypatch.setitem(sys.modules, "docx", None)
    assert refusal(data) == (
        'r.docx is read by the extra "docx", which is not installed. Install it: pip install "comms-tracker[docx]"'
    )
