"""How an address on the command line becomes a statement: fetched once, read by its kind, its source the address."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest
from cli_runner import run
from pdf_samples import lines, pdf
from web_server import Site

from comms_tracker.errors import InputError
from comms_tracker.reading import HowToRead, ReadResult, read_statements
from comms_tracker.reading.kinds import KINDS_IN_WORDS

FIXTURES = Path(__file__).parent / "fixtures" / "readers"
PAGE = (
    b"<title>Burst</title><meta name=date content=2021-03-09>"
    b"<p>136 homes had no water on Friday \xe2\x80\x93 all day.</p>"
)


def read(*urls: str, **options: str) -> ReadResult:
    given = {"issued": "2021-03-12", "organisation": "Water Board", **options}
    return read_statements(urls, HowToRead(allow_private=True, **given))  # type: ignore[arg-type]


def test_a_page_is_a_statement_whose_source_is_where_it_was_found(site: Site) -> None:
    url = site.put("/news/burst-main", PAGE)
    first = site.put("/", status=302, location="/news/burst-main")
    found = read_statements([first], HowToRead(allow_private=True, organisation="Water Board"))
    statement, provenance = found.statements[0], found.provenance[0]
    assert (statement.id, statement.issued, statement.source) == ("2021-03-09-burst-main", "2021-03-09", url)
    assert statement.text == "136 homes had no water on Friday – all day."
    assert provenance.taken["source"].where == "the address that was fetched"
    received = provenance.received
    assert (received.name, received.url, received.data) == (first, url, PAGE)
    assert received.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert [path for path, _ in site.asked] == ["/", "/news/burst-main"]


def test_what_the_server_sends_is_read_by_what_it_is(site: Site) -> None:
    pdf_url = site.put("/release", pdf([lines(["136 homes had no water."])]), content_type="application/octet-stream")
    text_url = site.put("/t", b"136 homes \x96 all dry.", content_type="text/plain; charset=windows-1252")
    feed_url = site.put("/f", (FIXTURES / "feed.xml").read_bytes(), content_type="application/rss+xml")
    mail_url = site.put("/m.eml", b"Subject: s\nFrom: W <w@w.example>\n\n136 mails.\n", content_type="text/plain")
    found = read(pdf_url, text_url, feed_url, mail_url)
    assert sorted(statement.text.split(".")[0] for statement in found.statements) == [
        "136 homes had no water",
        "136 homes – all dry",
        "136 mails",
        "About 400 homes have no water",
        "Water & power are back in 136 homes",
    ]


def test_an_entry_of_a_feed_keeps_its_own_page_as_its_source(site: Site) -> None:
    feed_url = site.put("/f", (FIXTURES / "feed.xml").read_bytes(), content_type="text/xml")
    assert read(feed_url).statements[0].source == "https://water.example/news/1"


def test_what_is_not_read_says_so(site: Site) -> None:
    url = site.put("/map.png", b"\x89PNG", content_type="image/png")
    with pytest.raises(InputError) as refused:
        read(url)
    assert str(refused.value) == (
        f"{url} is image/png, which is not read. Save the statement as {KINDS_IN_WORDS}, and read that."
    )


def test_a_page_that_lies_about_its_encoding_is_read_rightly(site: Site) -> None:
    url = site.put("/", PAGE, content_type="text/html; charset=iso-8859-1")
    found = read(url)
    assert found.statements[0].text == "136 homes had no water on Friday – all day."
    assert found.notes[0] == f"{url} says that it is in iso-8859-1 and is not: it is read as UTF-8."


@pytest.mark.parametrize("command", ["compare", "extract", "add"])
def test_a_page_on_this_computer_needs_the_switch(
    site: Site, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMS_TRACKER_DB", str(tmp_path / "store.db"))
    url = site.put("/", PAGE)
    refused = run(command, url)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        f"Error: {url} leads to 127.0.0.1, an address of this computer, and is not fetched. "
        "Where you trust it, add --allow-private.\n"
    )
    assert site.asked == []


def test_extract_reads_a_page_and_says_what_it_took(site: Site) -> None:
    url = site.put("/", PAGE)
    done = run("extract", url, "--allow-private", "--format", "csv")
    assert done.exit_code == 0
    assert [(row["text"], row["figure"]) for row in csv.DictReader(done.stdout.splitlines())] == [
        ("136 homes had no water on Friday – all day", "136")
    ]
    assert done.stderr == (
        f'Note: {url}: took the date 2021-03-09 from <meta date>, the title "Burst" from <title> '
        f"and the source {url} from the address that was fetched.\n"
        f"Note: {url} does not say which organisation speaks: name it with --organisation.\n"
    )


def test_a_file_whose_name_says_no_kind_is_read_by_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("release").write_bytes(pdf([lines(["136 homes had no water."])]))
    Path("page.php").write_bytes(b"<!DOCTYPE html><html><p>400 homes had no water.</p></html>")
    Path("note.log").write_bytes(b"12 farms had no water.")
    found = read("release", "page.php", "note.log")
    assert [statement.text for statement in found.statements] == [
        "136 homes had no water.",
        "400 homes had no water.",
        "12 farms had no water.",
    ]
