"""How a table's rows and a feed's entries become statements."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest
from cli_runner import run

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, ReadResult, Taken, columns_of, read_documents
from comms_tracker.records import Statement

WRITE_DATE = "Write it as 2017-04-28, or with a time and offset as 2017-04-28T09:30+01:00."
FEED = Path(__file__).parent / "fixtures" / "readers" / "feed.xml"


def table(text: str, *maps: str) -> ReadResult:
    return read_documents([Document("t.csv", FileKind.TABLE, text.encode(), "t")], HowToRead(columns=columns_of(maps)))


def feed(data: bytes) -> ReadResult:
    return read_documents([Document("f.xml", FileKind.FEED, data, "f")], HowToRead(organisation="Water Board"))


def table_refusal(text: str, *maps: str) -> str:
    with pytest.raises(InputError) as refused:
        table(text, *maps)
    return str(refused.value)


def feed_refusal(data: bytes) -> str:
    with pytest.raises(InputError) as refused:
        feed(data)
    return str(refused.value)


def test_the_mapped_columns_are_the_statements() -> None:
    read = table(
        'Date;Body;id\n9 March 2021;"Quay Street; 136 homes\nhad no water.";s1\n\n2021-03-12;All are back.;s2\n',
        "text=Body,issued=Date",
    )
    assert read.statements == (
        Statement(id="s1", text="Quay Street; 136 homes\nhad no water.", issued="2021-03-09"),
        Statement(id="s2", text="All are back.", issued="2021-03-12"),
    )
    assert read.notes == (
        't.csv: took of 2 statements the date from the column "Date".',
        "t.csv: 2 of its statements do not say which organisation speaks: name it with --organisation.",
    )
    assert [each.taken for each in read.provenance] == [
        {"issued": Taken("2021-03-09", 'the column "Date"', stated=True)},
        {"issued": Taken("2021-03-12", 'the column "Date"', stated=True)},
    ]


def test_columns_that_are_named_like_the_keys_need_no_mapping() -> None:
    (statement,) = table("Organisation,Issued,Text\nWater Board,2021-03-09,136 homes\n").statements
    assert (statement.organisation, statement.issued, statement.text) == ("Water Board", "2021-03-09", "136 homes")


@pytest.mark.parametrize(
    ("text", "maps", "message"),
    [
        (
            "Body,Date\n136 homes,2021-03-09\n",
            (),
            "t.csv has no column 'text'. Name the one that holds the statements with --map text=COLUMN. "
            "Its columns are Body, Date.",
        ),
        (
            "Body,Date\n136 homes,2021-03-09\n",
            ("text=Text",),
            "t.csv has no column 'Text' for 'text'. Its columns are Body, Date.",
        ),
        ("text,issued\n", (), "t.csv has no rows under its first line. Put one statement into each row."),
        (
            "text,issued\n136 homes,2021-03-09\n ,2021-03-09\n",
            (),
            "t.csv, line 3: the text in column 'text' holds only spaces and line ends. "
            "Put the statement's text into it.",
        ),
        (
            "text,issued\n136 homes, and a farm,2021-03-09\n",
            (),
            "t.csv, line 2: 3 cells, and the first line names 2. Put texts with commas into quotes.",
        ),
        (
            "text,issued\n136 homes,03/04/2021\n",
            (),
            f"t.csv, line 2: the date '03/04/2021' can be read in two ways, day or month first. {WRITE_DATE}",
        ),
        (
            "text,issued\n136 homes,soon\n",
            (),
            f"t.csv, line 2: issued is 'soon', which is not a date that can be read. {WRITE_DATE}",
        ),
        (
            'text,issued\n"136 homes\n',
            (),
            "t.csv, line 2: not a table that can be read: unexpected end of data. Export it as CSV again.",
        ),
        (
            "text\n136",
            ("body=x",),
            "--map 'body=x': there is no key 'body'. The keys are text, id, organisation, "
            "issued, channel, outlet, title, source, incident, wording, repeats, article.",
        ),
        ("text\n136", ("text",), "--map 'text' is no pair of a key and a column. Write it as text=Body,issued=Date."),
        ("text\n136", ("text=a", "text=b"), "--map gives a column to 'text' twice. Keep one of them."),
    ],
)
def test_what_is_no_table_of_statements_is_refused(text: str, maps: tuple[str, ...], message: str) -> None:
    assert table_refusal(text, *maps) == message


@pytest.mark.parametrize("written", ["28/03/2021", "28.03.2021", "03/28/2021", "Sunday, 28 March 2021", "2021-03-28"])
def test_a_date_that_can_be_read_in_one_way_only_is_read(written: str) -> None:
    assert table(f'text,issued\n136 homes,"{written}"\n').statements[0].issued == "2021-03-28"


def test_one_date_of_a_column_shows_how_the_others_are_written() -> None:
    read = table("text,issued\n136 homes,03/04/2021\n12 farms,28/03/2021\n")
    assert [(one.text, one.issued) for one in read.statements] == [
        ("12 farms", "2021-03-28"),
        ("136 homes", "2021-04-03"),
    ]
    assert read.notes[0] == "t.csv: dates in numbers are read with the day first, as 28/03/2021 shows."
    american = table("text,issued\n136 homes,03/04/2021\n12 farms,03/28/2021\n")
    assert [one.issued for one in american.statements] == ["2021-03-04", "2021-03-28"]


def test_dates_of_a_column_that_disagree_show_nothing() -> None:
    message = table_refusal("text,issued\na,28/03/2021\nb,03/28/2021\nc,03/04/2021\n")
    assert message == f"t.csv, line 4: the date '03/04/2021' can be read in two ways, day or month first. {WRITE_DATE}"


def test_compare_takes_the_mapping_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "Day,Words\n2021-03-09,A few homes had no water.\n2021-03-12,136 homes had no water.\n"
    (tmp_path / "t.csv").write_text(rows)
    done = run("compare", "t.csv", "--map", "text=Words,issued=Day", "--organisation", "W", "--format", "csv")
    assert done.exit_code == 0
    (change,) = csv.DictReader(done.stdout.splitlines())
    assert [change[key] for key in ("kind", "earlier_issued", "earlier_figure", "later_issued", "later_figure")] == [
        *("quantified", "2021-03-09", "A few", "2021-03-12", "136"),
    ]
    assert done.stderr == 'Note: t.csv: took of 2 statements the date from the column "Day".\n'


def test_each_entry_of_a_feed_is_a_statement_with_its_own_date() -> None:
    read = feed(FEED.read_bytes())
    assert [(one.id, one.issued, one.title, one.source, one.text) for one in read.statements] == [
        (
            "2021-03-09-burst-main-on-quay-street",
            "2021-03-09T07:45:00+00:00",
            "Burst main on Quay Street",
            "https://water.example/news/1",
            "About 400 homes have no water.\n\n- Quay Street\n- Hill Road",
        ),
        (
            "2021-03-12-burst-main-on-quay-street-news-2",
            "2021-03-12T09:00:00+00:00",
            "Burst main on Quay Street",
            "https://water.example/news/2",
            "Water & power are back in 136 homes.",
        ),
    ]
    assert {(one.outlet, one.organisation) for one in read.statements} == {("Water Board news", "Water Board")}
    assert read.notes == (
        "f.xml: skipped entries without text: 3.",
        "f.xml: 1 of 2 entries have only a description; the page behind each may say more.",
        "f.xml: took of 2 statements the date from the entry's own date (published), the title from the entry's title, "
        "the outlet from the feed's title and the source from the entry's link.",
    )


def test_an_atom_feed_is_read_too() -> None:
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Burst</title>'
        b"<id>tag:w,2021:1</id><updated>2021-03-09T07:45:00Z</updated><content type='text'>136 homes &lt; 400</content>"
        b"</entry></feed>"
    )
    (statement,) = feed(atom).statements
    assert (statement.id, statement.text) == ("2021-03-09-burst", "136 homes < 400")


def test_an_entry_without_a_date_asks_for_one() -> None:
    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Burst</title><summary>136</summary></entry></feed>'
    assert feed_refusal(atom).startswith("f.xml, entry 1 has no date. Give one with --issued")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_read(encoding: str) -> None:
    laughs = (
        '<!DOCTYPE rss [<!ENTITY a "136 "><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item>'
        "<description>&b;</description></item></channel></rss>"
    )
    assert feed_refusal(laughs.encode(encoding)) == (
        "f.xml declares XML entities, which no feed needs and which are never read. Take another copy."
    )


@pytest.mark.parametrize("data", [b"", b"136 homes", b"<html><p>136 homes</p></html>", b"<a><b/></a>"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    assert feed_refusal(data) == (
        "f.xml is no RSS or Atom feed. Save the statement's own page, or its words as text (.txt)."
    )


def test_a_feed_with_no_words_is_refused() -> None:
    assert feed_refusal(b'<rss version="2.0"><channel><item><title>A</title></item></channel></rss>') == (
        "f.xml has no entry with text. Fetch the pages that it leads to instead."
    )


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    assert feed_refusal(b"<rss/>") == (
        'f.xml is read by the extra "feeds", which is not installed. Install it: pip install "comms-tracker[feeds]"'
    )
