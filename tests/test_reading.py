"""How files, folders and standard input become statements."""

from __future__ import annotations

import hashlib
import json
import pkgutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker import fetching, reading
from comms_tracker.reading import Document, FileKind, HowToRead, ReadResult, read_documents, read_statements
from comms_tracker.reading.dates import time_key
from comms_tracker.reading.english import looks_english
from comms_tracker.reading.identity import slug
from comms_tracker.reading.incidents import one_matter
from comms_tracker.reading.kinds import KINDS_IN_WORDS
from comms_tracker.records import Statement

CORPUS = Path(__file__).parent.parent / "corpora" / "barts-2017"


def pasted(data: bytes, **options: str) -> ReadResult:
    return read_documents([Document("standard input", FileKind.PASTED, data)], HowToRead(**options))  # type: ignore[arg-type]


def test_the_bundled_case_is_read_in_order_of_time() -> None:
    read = read_statements([str(CORPUS)])
    assert [statement.id for statement in read.statements] == [
        "2017-04-28-first-statement",
        "2017-05-05-second-statement",
    ]
    assert {statement.organisation for statement in read.statements} == {"Barts Health NHS Trust"}
    assert {statement.wording for statement in read.statements} == {"recast"}


def test_every_key_of_front_matter_lands_in_its_field(folder: Path) -> None:
    (folder / "s.md").write_text(
        "---\nid: s1\norganisation: Water Board\nissued: 2017-04-28T09:30:00+01:00\nchannel: letter\n"
        "outlet: Evening Post\ntitle: No\nsource: https://example.org/s1\nincident: leak\nwording: recast\n"
        "repeats: s0\n---\nThe main burst.\n"
    )
    read = read_statements(["s.md"])
    assert (read.statements, read.notes) == (
        (
            Statement(
                id="s1",
                text="The main burst.\n",
                organisation="Water Board",
                issued="2017-04-28T09:30:00+01:00",
                title="No",
                channel="letter",
                outlet="Evening Post",
                source="https://example.org/s1",
                incident="leak",
                wording="recast",
                repeats="s0",
            ),
        ),
        (),
    )


def test_the_text_is_exactly_what_follows_the_front_matter(folder: Path) -> None:
    (folder / "s.md").write_bytes(b"---\r\nissued: 2017-04-28\r\n---\r\n\r\n  The main\tburst. \r\nAgain.\r\n\r\n")
    (statement,) = read_statements(["s.md"]).statements
    assert statement.text == "\r\n  The main\tburst. \r\nAgain.\r\n\r\n"


def test_a_byte_order_mark_is_dropped_and_said_so(folder: Path) -> None:
    (folder / "s.txt").write_bytes(b"\xef\xbb\xbfThe main burst.")
    read = read_statements(["s.txt"], HowToRead(issued="2017-04-28"))
    assert read.statements[0].text == "The main burst."
    assert read.notes == (
        "s.txt begins with a byte-order mark, which is left out: offsets count from the first character.",
    )


def test_control_characters_stay_in_the_text() -> None:
    assert (
        pasted(b"The \x1b[31mmain\x07 burst.", issued="2017-04-28").statements[0].text == "The \x1b[31mmain\x07 burst."
    )


def test_keys_that_are_not_known_are_noted_and_empty_ones_are_not_given(folder: Path) -> None:
    (folder / "s.md").write_text(
        "---\nissued: 2017-04-28\nauthor: A\ntags: [a, b]\ntitle:\norganisation: ~\nchannel: ''\n---\nThe main burst.\n"
    )
    read = read_statements(["s.md"])
    assert read.notes == ("s.md: front matter that is not used: author, tags.",)
    statement = read.statements[0]
    assert (statement.title, statement.organisation, statement.channel) == (None, None, None)


def test_an_article_is_read_as_one_statement_and_said_so(folder: Path) -> None:
    (folder / "s.md").write_text("---\nissued: 2017-04-28\narticle: true\n---\nThe main burst.\n")
    read = read_statements(["s.md"])
    assert len(read.statements) == 1
    assert read.notes == ("s.md is marked as an article: it is read as one statement, whoever speaks in it.",)


def test_jsonl_has_one_statement_a_line_and_keeps_given_ids(folder: Path) -> None:
    rows = [
        {
            "id": "s1",
            "organisation": "Water Board",
            "issued": "2017-04-28",
            "incident": "leak",
            "text": "The main burst.\n",
        },
        {"id": 2, "issued": "2017-04-29", "title": None, "text": "Mended.\u2028Dry."},
    ]
    (folder / "s.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert read_statements(["s.jsonl"]).statements == (
        Statement(id="s1", text="The main burst.\n", organisation="Water Board", issued="2017-04-28", incident="leak"),
        Statement(id="2", text="Mended.\u2028Dry.", issued="2017-04-29"),
    )


def test_standard_input_is_jsonl_where_its_first_line_is_an_object_and_else_a_text() -> None:
    rows = pasted(
        b'{"id": "a", "text": "One.", "issued": "2017-04-28"}\n{"id": "b", "text": "Two.", "issued": "2017-04-29"}\n'
    )
    assert [statement.id for statement in rows.statements] == ["a", "b"]
    text = pasted(b"{not JSON} is how it began.", issued="2017-04-28")
    assert [statement.text for statement in text.statements] == ["{not JSON} is how it began."]


@pytest.mark.parametrize(
    ("name", "front_matter", "expected"),
    [
        ("Press Release.txt", "issued: 2017-04-28", "2017-04-28-press-release"),
        ("2017-04-28-first_statement.md", "issued: 2017-04-28T09:30+01:00", "2017-04-28-first-statement"),
        ("2016-01-01.md", "issued: 2017-04-28", "2017-04-28-2016-01-01"),
        ("s.md", "issued: 2017-04-28\nid: Statement No 1", "Statement No 1"),
        ("##.md", "issued: 2017-04-28", "2017-04-28-" + hashlib.sha256(b"The main burst.").hexdigest()[:8]),
    ],
)
def test_the_id_comes_from_the_front_matter_else_from_date_and_name(
    folder: Path, name: str, front_matter: str, expected: str
) -> None:
    (folder / name).write_text(f"---\n{front_matter}\n---\nThe main burst.")
    assert read_statements([name]).statements[0].id == expected


def test_a_pasted_text_is_named_by_its_date_and_digest() -> None:
    digest = hashlib.sha256(b"The main burst.").hexdigest()[:8]
    assert pasted(b"The main burst.", issued="2017-04-28").statements[0].id == f"2017-04-28-{digest}"
    assert pasted(b"The main burst.", in_order=True).statements[0].id == digest  # type: ignore[arg-type]


def test_a_folder_is_its_own_files_of_known_kinds(folder: Path) -> None:
    home = folder / "case"
    (home / "articles").mkdir(parents=True)
    (home / "articles" / "inner.md").write_text("Not read.")
    for name in ("README.md", "expected.json", ".hidden.md", "photo.jpg", "b.txt", "a.markdown"):
        (home / name).write_text(f"The text of {name}.")
    read = read_statements(["case"], HowToRead(issued="2017-04-28"))
    assert [statement.id for statement in read.statements] == ["2017-04-28-a", "2017-04-28-b"]
    assert read.notes == (
        "Skipped .hidden.md in case: hidden.",
        "Skipped README.md in case: it is about the folder.",
        "Skipped articles in case: a folder's subfolders are not read.",
        "Skipped expected.json in case: it is what a test expects.",
        f"Skipped photo.jpg in case: only {KINDS_IN_WORDS} files are read.",
        "case/a.markdown and case/b.txt have the same date, 2017-04-28: they are taken in the order given.",
    )


def test_what_the_user_gives_stands_in_only_where_the_file_is_silent(folder: Path) -> None:
    (folder / "a.md").write_text("---\nissued: 2017-04-28\norganisation: Own\nincident: own\n---\nOne.")
    (folder / "b.md").write_text("Two.")
    read = read_statements(["a.md", "b.md"], HowToRead(issued="2017-05-05", organisation="Given", incident="given"))
    assert [(one.issued, one.organisation, one.incident) for one in read.statements] == [
        ("2017-04-28", "Own", "own"),
        ("2017-05-05", "Given", "given"),
    ]


def test_statements_are_sorted_by_moment_and_ties_keep_the_order_of_input(folder: Path) -> None:
    issued = {
        "late.md": "2017-04-28T10:00+02:00",
        "later.md": "2017-04-28T09:00+00:00",
        "tied.md": "2017-04-28T09:00Z",
        "day.md": "2017-04-28",
        "before.md": "2017-04-27",
    }
    for name, moment in issued.items():
        (folder / name).write_text(f"---\nissued: {moment}\n---\nText of {name}.")
    read = read_statements(list(issued))
    assert [statement.text[8:-1] for statement in read.statements] == [
        "before.md",
        "day.md",
        "late.md",
        "later.md",
        "tied.md",
    ]
    assert read.notes == (
        "later.md and tied.md have the same date, 2017-04-28T09:00+00:00: they are taken in the order given.",
        "day.md: no time of day is given for 2017-04-28, so it is taken as the start of the day.",
    )


def test_in_order_takes_texts_without_a_date_as_they_come(folder: Path) -> None:
    for name, front_matter in (
        ("b.md", ""),
        ("a.md", "---\nissued: 2017-05-05\n---\n"),
        ("c.md", "---\nissued: 2017-04-28\n---\n"),
    ):
        (folder / name).write_text(f"{front_matter}Text of {name}.")
    read = read_statements(["b.md", "a.md", "c.md"], HowToRead(in_order=True))
    assert [(one.id, one.issued) for one in read.statements] == [
        ("b", None),
        ("2017-05-05-a", "2017-05-05"),
        ("2017-04-28-c", "2017-04-28"),
    ]
    assert read.notes == (
        "b.md: no date is given, and the order of input stands for it.",
        "c.md (2017-04-28) stands after a.md (2017-05-05): the order given is kept.",
    )


def test_the_same_id_and_text_is_read_once_and_said_so(folder: Path) -> None:
    for place in ("x", "y"):
        (folder / place).mkdir()
        (folder / place / "s.md").write_text("---\nissued: 2017-04-28\n---\nThe main burst.")
    read = read_statements(["x", "y"])
    assert len(read.statements) == 1
    assert read.notes == ("y/s.md is x/s.md again (id 2017-04-28-s, the same text): it is read once.",)


def test_two_incidents_may_use_the_same_ids() -> None:
    rows = (
        b'{"id": "s1", "incident": "a", "text": "One.", "issued": "2017-04-28"}\n'
        b'{"id": "s1", "incident": "b", "text": "Two.", "issued": "2017-04-28"}\n'
    )
    assert [(one.incident, one.id) for one in pasted(rows).statements] == [("a", "s1"), ("b", "s1")]


def test_a_text_without_an_incident_joins_the_only_one_that_is_named() -> None:
    named, nameless = Statement("s1", "One.", incident="leak"), Statement("s2", "Two.")
    assert one_matter([named, nameless]) == (
        (named, Statement("s2", "Two.", incident="leak")),
        ("s2: no incident is given, so it is taken as one of leak.",),
    )
    assert one_matter([nameless]) == ((nameless,), ())
    other = Statement("s3", "Three.", incident="fire")
    assert one_matter([named, nameless, other]) == (
        (named, nameless, other),
        ("s2: no incident is given, so it is compared apart from the incidents named.",),
    )


FRENCH = (
    "Nous avons dû annuler un très petit nombre d'opérations, celles qui reposaient sur des images. "
    "Certains patients ont subi des retards, et nous leur présentons nos excuses."
)
DUTCH = (
    "Het was in een aantal gevallen nodig om een zeer klein aantal operaties af te zeggen. We hebben in de week van "
    "20 april gewerkt aan het herstel, en we zijn er nog mee bezig."
)
CHINESE = "我们仍在修复于四月二十日星期四开始的计算机故障，该故障使我们的病理和成像系统停止运行。"
TERSE = (
    "Services affected: pathology, imaging, chemotherapy. Operations cancelled: 136. Appointments cancelled: several "
    "hundred. Systems restored: pathology, image viewing. Next update: Friday, 10:00. Contact: press office, London."
)


@pytest.mark.parametrize("text", [FRENCH, DUTCH, CHINESE])
def test_text_in_another_language_is_read_marked_and_said_so(text: str) -> None:
    read = pasted(text.encode(), issued="2017-04-28")
    assert [statement.english for statement in read.statements] == [False]
    assert read.notes == ("standard input does not look like English: its results are marked, and may be wrong.",)


@pytest.mark.parametrize("text", [TERSE, "Nous avons annulé des opérations.", "136", CHINESE[:6]])
def test_terse_english_and_short_texts_are_not_marked(text: str) -> None:
    assert looks_english(text)


@given(st.text())
def test_a_slug_made_twice_is_the_same_slug(name: str) -> None:
    assert slug(slug(name)) == slug(name)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip))
def test_any_text_survives_standard_input_unchanged(body: str) -> None:
    assert pasted(f"---\nissued: 2017-04-28\n---\n{body}".encode()).statements[0].text == body


@given(st.datetimes(timezones=st.timezones()))
def test_the_time_key_is_the_moment_wherever_it_was(moment: datetime) -> None:
    assert time_key(moment.isoformat()) == moment.astimezone(UTC)
    assert time_key(f"{moment.date()}") == time_key(f"{moment.date()}T00:00:00Z")


def test_every_reader_is_imported_from_nothing_with_what_the_pins_install() -> None:
    names = [
        each.name for room in (reading, fetching) for each in pkgutil.iter_modules(room.__path__, f"{room.__name__}.")
    ]
    assert {"comms_tracker.reading.html", "comms_tracker.reading.pdf", "comms_tracker.reading.web_archive"} <= {*names}
    libraries = ["trafilatura", "lxml_html_clean", "pdfminer.high_level", "docx", "feedparser", "warcio"]
    done = subprocess.run(
        [sys.executable, "-c", f"import {', '.join(names + libraries)}"], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
