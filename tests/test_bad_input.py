"""What the command line refuses: each input with its exact message, exit status 2, and nothing stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from comms_tracker.cli.group import commands
from comms_tracker.reading.kinds import KINDS_IN_WORDS

SAVE = "Save the statement as plain text (.txt) or Markdown (.md) in UTF-8."
WRITE_DATE = "Write it as 2017-04-28, or with a time and offset as 2017-04-28T09:30+01:00."
ONE_A_LINE = "Write one JSON object a line."
KEYS = "id, organisation, issued, channel, outlet, title, source, incident, wording, repeats, article, text"
TEXT = "136 operations were cancelled.\n"

Refusal = Callable[..., str]


@pytest.fixture(params=["compare", "add"])
def refused(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Refusal:
    """Runs a command that must refuse its input, in a folder of its own, and gives the message."""
    monkeypatch.chdir(tmp_path)
    store = tmp_path / "store" / "comms.db"
    monkeypatch.setenv("COMMS_TRACKER_DB", str(store))

    def run(*arguments: str, given: bytes = b"") -> str:
        result = CliRunner().invoke(commands, [request.param, *arguments], input=given)
        assert (result.exit_code, result.stdout) == (2, "")
        assert not store.parent.exists()
        *notes, message = result.stderr.splitlines()
        assert all(line.startswith("Note: ") for line in notes)
        return message

    return run


def test_no_such_file(refused: Refusal) -> None:
    assert refused("missing.md") == (
        "Error: missing.md: no such file or folder. Check the name, and the folder that you are in."
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "s.txt is empty. Put the statement's text into it."),
        (b" \r\n\t\n", "s.txt holds only spaces and line ends. Put the statement's text into it."),
        (b"\xef\xbb\xbf\n", "s.txt holds only spaces and line ends. Put the statement's text into it."),
        (b"text\x00more", f"s.txt is binary, not text: byte 0x00 at offset 4. {SAVE}"),
        (
            b"%PDF-1.7 ...",
            "s.txt is a PDF, not text. Give the file a name that ends in .pdf, and it is read as one.",
        ),
        (
            b"PK\x03\x04rest",
            "s.txt is a Word file or another zip archive, not text. "
            "Give a Word file a name that ends in .docx, and it is read as one.",
        ),
        (b"\xd0\xcf\x11\xe0rest", "s.txt is an old Word file, not text. Save it from Word as .docx."),
        (b"\xff\xfea\x00", f"s.txt is UTF-16, not UTF-8: byte 0xFF at offset 0. {SAVE}"),
        (b"first\ncaf\xe9 closed", f"s.txt is not UTF-8: byte 0xE9 at offset 9 (line 2). {SAVE}"),
        (b"\xef\xbb\xbfcaf\xe9", f"s.txt is not UTF-8: byte 0xE9 at offset 6 (line 1). {SAVE}"),
    ],
)
def test_bytes_that_are_no_text(refused: Refusal, tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "s.txt").write_bytes(data)
    assert refused("s.txt", "--issued", "2017-04-28") == f"Error: {message}"


@pytest.mark.parametrize(
    ("front_matter", "message"),
    [
        (
            "issued: 2017-04-28\ntitle: Update: the failure\n",
            "s.md, line 3: the front matter does not parse: mapping values are not allowed here. "
            "Write one `key: value` a line, and quote a value that holds a colon and a space.",
        ),
        (
            "issued: 2017-04-28\ntitle: \x07\n",
            "s.md, line 3: the front matter does not parse: the character U+0007 is not allowed. "
            "Write one `key: value` a line, and quote a value that holds a colon and a space.",
        ),
        ("issued: 2017-02-30\n", f"s.md, line 2: issued is '2017-02-30', which is not in the calendar. {WRITE_DATE}"),
        (
            "id: s\nissued: 28 April 2017\n",
            f"s.md, line 3: issued is '28 April 2017', which is not a date that can be read. {WRITE_DATE}",
        ),
        (
            "issued: 2017-04-28T09:30\n",
            "s.md, line 2: issued is '2017-04-28T09:30', a time without an offset from UTC. "
            "Add one, as in 2017-04-28T09:30+01:00 or 2017-04-28T09:30Z.",
        ),
        (
            "issued: 2017-04-28T25:30Z\n",
            f"s.md, line 2: issued is '2017-04-28T25:30Z', which is not in the calendar. {WRITE_DATE}",
        ),
        (
            "issued: 2017-04-28\nissued: 2017-04-29\n",
            "s.md, line 3: the front matter has 'issued' twice. Keep one of them.",
        ),
        (
            "title: [a, b]\n",
            "s.md, line 2: title is a list or a mapping. Write one value on the line.",
        ),
        (
            "- a\n- b\n",
            "s.md, line 2: the front matter is not `key: value` lines. "
            "If the text itself begins with ---, put an empty line above it.",
        ),
        (
            "title: " + "[" * 5000 + "\n",
            "s.md, line 2: the front matter is nested too deeply. Write one `key: value` a line.",
        ),
    ],
)
def test_front_matter_that_cannot_be_used(refused: Refusal, tmp_path: Path, front_matter: str, message: str) -> None:
    (tmp_path / "s.md").write_text(f"---\n{front_matter}---\n{TEXT}")
    assert refused("s.md") == f"Error: {message}"


def test_front_matter_that_is_not_closed(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.md").write_text(f"---\nissued: 2017-04-28\n\n{TEXT}")
    assert refused("s.md") == (
        "Error: s.md, line 1: the front matter is not closed. Put a line of --- under its last key. "
        "If the text itself begins with ---, put an empty line above it."
    )


def test_front_matter_with_no_text_under_it(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.md").write_text("---\nissued: 2017-04-28\n---\n\n")
    assert refused("s.md") == (
        "Error: s.md, under its front matter, holds only spaces and line ends. Put the statement's text into it."
    )


def test_no_date(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(TEXT)
    assert refused("s.txt") == (
        "Error: s.txt has no date. Give one with --issued 2017-04-28 or as `issued` in the file, "
        "or take the texts in the order given with --in-order."
    )


def test_an_impossible_date_on_the_command_line(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(TEXT)
    assert refused("s.txt", "--issued", "2017-13-01") == (
        f"Error: --issued: issued is '2017-13-01', which is not in the calendar. {WRITE_DATE}"
    )


def test_a_folder_with_no_statements(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refused("empty") == (
        f"Error: empty holds no statements ({KINDS_IN_WORDS}). Put one into it, or name another."
    )


def test_a_folder_of_folders_names_one_of_them(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "corpora" / "barts").mkdir(parents=True)
    (tmp_path / "corpora" / "README.md").write_text("About the folders.\n")
    assert refused("corpora") == (
        f"Error: corpora holds no statements ({KINDS_IN_WORDS}). "
        "Its subfolders are not read: name one, such as corpora/barts."
    )


def test_a_kind_of_file_that_is_not_read(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.odt").write_text(TEXT)
    assert refused("s.odt") == (
        f"Error: s.odt is not a kind of file that is read. Save the statement as {KINDS_IN_WORDS}."
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "a" "b"}', f"not JSON: Expecting ',' delimiter at column 14. {ONE_A_LINE}"),
        ('["a"]', f"a JSON list, not an object. {ONE_A_LINE}"),
        ("[" * 100_000, f"not JSON that can be read. {ONE_A_LINE}"),
        ('{"text": "a", "date": "2017"}', f"unknown key 'date'. The keys are {KEYS}."),
        ('{"issued": "2017-04-28"}', "no text. Put the statement's words under the key 'text'."),
        ('{"text": "  "}', "the text holds only spaces and line ends. Put the statement's text into it."),
        ('{"text": 5}', "text is a JSON number, not text. Put it in quotes."),
        (
            '{"text": "a", "issued": "2017-02-29"}',
            f"issued is '2017-02-29', which is not in the calendar. {WRITE_DATE}",
        ),
        (
            '{"text": "a\\ud800"}',
            "the text has half a character (\\ud800) at offset 1. Write the whole character, or leave it out.",
        ),
    ],
)
def test_a_jsonl_line_that_is_no_statement(refused: Refusal, tmp_path: Path, line: str, message: str) -> None:
    good = json.dumps({"text": TEXT, "issued": "2017-04-28"})
    (tmp_path / "s.jsonl").write_text(f"{good}\n\n{line}\n")
    where = "s.jsonl, line 3"
    colon = "" if message.startswith(("holds",)) else ":"
    assert refused("s.jsonl") == f"Error: {where}{colon} {message}"


def test_broken_jsonl_on_standard_input_is_not_taken_for_a_text(refused: Refusal) -> None:
    assert refused("-", given=b'{"text": "a"\n') == (
        f"Error: standard input, line 1: not JSON: Expecting ',' delimiter at column 13. {ONE_A_LINE}"
    )


def test_standard_input_given_twice(refused: Refusal) -> None:
    assert refused("-", "-", given=TEXT.encode()) == (
        "Error: - is given twice, and standard input can be read only once. Save one of the texts as a file."
    )


TOO_LARGE = (
    "has 10.5 MB of text, and one statement may have 10 MB. "
    "Split it into one file for each statement, or into one JSONL line each."
)


def test_a_file_over_ten_megabytes(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(b"many words " * 954_546)
    assert refused("s.txt") == f"Error: s.txt {TOO_LARGE}"


def test_a_pasted_text_over_ten_megabytes(refused: Refusal) -> None:
    assert refused("-", given=b"many words " * 954_546) == f"Error: standard input {TOO_LARGE}"


def test_a_jsonl_text_over_ten_megabytes(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text(json.dumps({"text": "many words " * 954_546}))
    assert refused("s.jsonl") == f"Error: s.jsonl, line 1 {TOO_LARGE}"


def test_the_same_id_with_other_text_in_one_input(refused: Refusal, tmp_path: Path) -> None:
    for name, text in (("a.md", TEXT), ("b.md", "137 operations were cancelled.\n")):
        (tmp_path / name).write_text(f"---\nid: first\nissued: 2017-04-28\nincident: x\n---\n{text}")
    assert refused("a.md", "b.md") == (
        "Error: a.md and b.md have the same id, first, and different texts. "
        "Give one of them an id of its own (the key `id`)."
    )


def test_one_bad_file_keeps_the_good_ones_out_of_the_store(refused: Refusal, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nissued: 2017-04-28\nincident: x\n---\n{TEXT}")
    (tmp_path / "b.md").write_text("")
    assert refused(".") == "Error: b.md is empty. Put the statement's text into it."
