"""How a PDF becomes a statement: reading order, heads and feet, mended words, pages, and files that do harm."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from pdf_samples import lines, pdf, pdf_of_streams

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, PageStart, ReadResult, Taken, read_documents
from comms_tracker.reading.pdf import draft_of_pdf

AS_TEXT = "Save the statement as plain text (.txt)."
LOCKED = Path(__file__).parent / "fixtures" / "readers" / "locked.pdf"


def read(data: bytes, **options: str) -> ReadResult:
    given = {"issued": "2021-03-09", "organisation": "Water Board", **options}
    return read_documents([Document("r.pdf", FileKind.PDF, data, "r")], HowToRead(**given))  # type: ignore[arg-type]


def text(*words: str) -> str:
    return read(pdf([lines(words)])).statements[0].text


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as refused:
        read(data)
    return str(refused.value)


def test_wrapped_lines_are_paragraphs_and_written_line_ends_stay() -> None:
    assert text(
        "The main on Quay Street burst in the night to Monday, and for most of that day about 400",
        "homes had no water.",
        "",
        "Water Board",
        "1 Quay Street",
        "Kirkhaven",
    ) == (
        "The main on Quay Street burst in the night to Monday, and for most of that day about 400 homes had no water."
        "\n\nWater Board\n1 Quay Street\nKirkhaven"
    )


@pytest.mark.parametrize(
    ("first", "second", "mended"),
    [
        (
            "about 400 homes and the schools beside them were discon-",
            "nected at once.",
            "schools beside them were disconnected at",
        ),
        ("and the board has paid for its cus-", "tomers. It thanks its customers.", "paid for its customers. It"),
        ("and the pipe will be mended for the long-", "term, as a long-term repair.", "for the long-term, as"),
        ("and the board gave homes with chil-", "dren and the well-", "with children and the well-"),
        ("and it was mended by a crew of twenty-", "one engineers on Monday.", "crew of twenty-one engineers"),
        ("and the decision of making it was a decision-", "making body's own.", "was a decision-making body's"),
        ("and the valves of the line are model X-", "ray and were closed.", "model X-ray and"),
    ],
)
def test_words_broken_at_a_lines_end_are_put_together_and_compounds_are_not(
    first: str, second: str, mended: str
) -> None:
    width = "The main on Quay Street burst in the night to Monday, "
    assert mended in text(width + first, second)


def test_the_words_put_together_are_named() -> None:
    held = pdf([lines(["The main burst in the night to Monday and the homes were discon-", "nected."])])
    assert read(held).notes == ('r.pdf: put together words that were broken at the end of a line: "disconnected".',)


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "The main on Quay Street burst in",
        "the night to Monday.",
        "",
        "It was mended by noon.",
        "",
        "Six left.",
    ]
    right = ["Water came back to most homes in", "the evening."]
    page = [(72.0, 790.0, "Water comes back to all of the homes on Quay Street and on the hill in Kirkhaven")]
    page += lines(left, top=740) + lines(right, left=320, top=740)
    assert read(pdf([page])).statements[0].text == (
        "Water comes back to all of the homes on Quay Street and on the hill in Kirkhaven\n\n"
        "The main on Quay Street burst in the night to Monday.\n\nIt was mended by noon.\n\nSix left.\n\n"
        "Water came back to most homes in the evening."
    )


def test_words_that_a_wide_space_puts_apart_stay_in_their_line() -> None:
    page = [
        (72.0, 760.0, "The main burst on Monday."),
        (220.0, 760.0, "It was mended by the evening, and so all of the homes"),
        (72.0, 747.0, "on Quay Street had water again at nine, as the board had said in its first statement"),
    ]
    assert read(pdf([page])).statements[0].text == (
        "The main burst on Monday. It was mended by the evening, and so all of the homes on Quay Street had water "
        "again at nine, as the board had said in its first statement"
    )


def test_a_table_keeps_each_number_beside_its_label() -> None:
    labels = lines(["Street", "Quay Street", "Hill Road"], top=700)
    counts = lines(["Homes", "136", "264"], left=300, top=700)
    above = lines(["The homes without water on Monday, by street, as counted by the board at noon:"], top=740)
    assert read(pdf([above + counts + labels])).statements[0].text.split("\n\n")[1] == (
        "| Street | Homes |\n| --- | --- |\n| Quay Street | 136 |\n| Hill Road | 264 |"
    )


def test_bullets_stand_before_their_words() -> None:
    marks, words = lines(["•", "•"], top=700), lines(["two schools are closed", "136 homes are dry"], left=92, top=700)
    assert read(pdf([marks + words])).statements[0].text == "• two schools are closed\n• 136 homes are dry"


def two_pages() -> bytes:
    pages = []
    for number, body in enumerate(
        (
            ["The main on Quay Street burst in the night to Monday, and the board closed the valves on both"],
            ["sides of it within the hour.", "", "136 homes had no water."],
        ),
        start=1,
    ):
        head = [(72.0, 815.0, "Water Board press release"), (290.0, 25.0, f"Page {number} of 2")]
        pages.append(head + lines(body))
    return pdf(pages)


def test_heads_and_feet_are_left_out_and_a_sentence_runs_on_over_the_page() -> None:
    found = read(two_pages())
    statement = found.statements[0]
    assert statement.text == (
        "The main on Quay Street burst in the night to Monday, and the board closed the valves on both sides of it "
        "within the hour.\n\n136 homes had no water."
    )
    assert found.notes == (
        'r.pdf: left out what stands at the head or foot of its pages: "Water Board press release", page numbers.',
    )


def test_it_is_kept_where_each_page_begins() -> None:
    found = read(two_pages())
    statement, provenance = found.statements[0], found.provenance[0]
    assert provenance.pages == (PageStart(1, 0), PageStart(2, statement.text.index("sides of it")))


def test_a_number_at_the_foot_that_is_no_page_number_is_kept() -> None:
    assert text("Homes without water on Quay Street at noon on Monday:", "", "136").endswith("136")


def test_figures_at_the_same_place_of_two_pages_are_no_feet() -> None:
    pages = [[*lines(["Homes without water at noon:"]), (72.0, 40.0, figure)] for figure in ("400", "136 homes")]
    assert read(pdf(pages)).statements[0].text.split() == ["400", "136", "homes"]
    pages = [[*lines([f"The count of day {day}:"]), (72.0, 40.0, figure)] for day, figure in ((1, "400"), (2, "136"))]
    assert "400" in read(pdf(pages)).statements[0].text.split()
    assert "136" in read(pdf(pages)).statements[0].text.split()


def test_the_date_is_a_line_of_its_own_and_the_files_own_date_is_only_offered() -> None:
    info = "/Title (Burst main) /CreationDate (D:20210312080000Z)"
    dated = read_documents(
        [Document("r.pdf", FileKind.PDF, pdf([lines(["Burst main", "", "9 March 2021", "", "136 homes."])], info=info))]
    )
    assert dated.provenance[0].taken == {
        "title": Taken("Burst main", "its properties"),
        "issued": Taken("2021-03-09", 'its line "9 March 2021"'),
    }
    with pytest.raises(InputError) as refused:
        read_documents([Document("r.pdf", FileKind.PDF, pdf([lines(["136 homes."])], info=info))])
    assert str(refused.value).startswith(
        "r.pdf has no date. Its properties say that it was made on 2021-03-12, which may be another day. Give one"
    )


def test_a_title_in_the_properties_that_the_text_does_not_have_is_not_taken() -> None:
    found = read(pdf([lines(["136 homes."])], info="/Title (Microsoft Word - draft7.doc)"))
    assert found.statements[0].title is None


def test_a_locked_file_says_so() -> None:
    assert refusal(LOCKED.read_bytes()) == (
        "r.pdf is locked with a password. Open it in a PDF viewer and print it to a new file without one."
    )


@pytest.mark.parametrize("data", [b"136 homes", b"%PDF-1.7\n", pdf([lines(["136 homes."])])[:300], b""])
def test_a_broken_file_says_so(data: bytes) -> None:
    message = refusal(data)
    assert message.startswith("r.pdf is no PDF that can be opened (")
    assert message.endswith(f". Save it again. {AS_TEXT}")


def test_a_scan_says_what_to_do() -> None:
    assert refusal(pdf([[]])) == (
        "r.pdf has no text, only pictures of pages. Run text recognition over it first, such as: "
        "ocrmypdf scan.pdf text.pdf"
    )


def test_a_file_that_unpacks_without_end_cannot_take_the_memory() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(10_000_000)) for _ in range(25)) + packer.flush()
    with pytest.raises(InputError) as refused:
        draft_of_pdf(pdf_of_streams([packed]), "r.pdf", "r", most_memory=300_000_000)
    assert str(refused.value) == (
        f"r.pdf needs more memory than a PDF may have, as files made to do harm do. {AS_TEXT}"
    )


def test_a_file_that_takes_too_long_is_given_up() -> None:
    slow = pdf_of_streams([zlib.compress(b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (a) Tj " * 300_000 + b"ET")])
    with pytest.raises(InputError) as refused:
        draft_of_pdf(slow, "r.pdf", "r", longest=2)
    assert str(refused.value) == (
        f"r.pdf takes longer than 2 seconds to open. Save the statement's own pages as a file. {AS_TEXT}"
    )


def test_a_file_of_too_many_pages_is_given_up() -> None:
    assert refusal(pdf([[]] * 1001)) == "r.pdf has more than 1,000 pages. Save the statement's own pages as a file."


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comms_tracker.reading.pdf.find_spec", lambda _: None)
    assert refusal(b"%PDF-1.7") == (
        'r.pdf is read by the extra "pdf", which is not installed. Install it: pip install "comms-tracker[pdf]"'
    )
