"""Statements that wait in a file are those that are read at once, by incident, with the same notes and refusals."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from comms_tracker.errors import InputError
from comms_tracker.reading import HowToRead, files, read_statements, waiting
from comms_tracker.reading.statements import ReadResult
from comms_tracker.reading.waiting import read_waiting


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Rows, a table, a text and a page, of three incidents that take turns, one of them without a name."""
    texts = ("Trains stopped – all of them.", "Ça ne marche plus du tout.", "41 ran.")
    rows = [
        {"id": f"s{number}", "incident": f"line-{number % 2}", "issued": f"2031-03-{number:02}", "text": text}
        for number, text in enumerate(texts, start=1)
    ]
    # Standing twice, a row is read once; the blank line counts as a line.
    lines = [json.dumps(rows[0]), "", *(json.dumps(row, ensure_ascii=False) for row in (*rows[1:], rows[0]))]
    (tmp_path / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        "issued,incident,text\n2031-03-01,line-1,We are sorry.\n2031-02-01,line-0,All is well.\n", encoding="utf-8"
    )
    (tmp_path / "c.txt").write_text("---\nissued: 2031-03-02\n---\nSome 640 trains ran late.", encoding="utf-8")
    (tmp_path / "d.html").write_text("<title>Works</title><p>No train runs on Sunday.</p>", encoding="utf-8")
    (tmp_path / "e.zip").write_bytes(b"PK")
    return tmp_path


def at_once(mixed: Path) -> ReadResult:
    return read_statements([str(mixed)], HowToRead(issued="2031-01-01", organisation="Skerra Rail"))


def by_incident(read: ReadResult) -> list[ReadResult]:
    names = dict.fromkeys(statement.incident for statement in read.statements)
    pairs = list(zip(read.statements, read.provenance, strict=True))
    groups = [[pair for pair in pairs if pair[0].incident == name] for name in names]
    return [ReadResult(tuple(one for one, _ in group), (), tuple(came for _, came in group)) for group in groups]


def test_what_waits_is_what_is_read_at_once(mixed: Path) -> None:
    with read_waiting([str(mixed)], HowToRead(issued="2031-01-01", organisation="Skerra Rail")) as found:
        assert list(found.incidents()) == by_incident(at_once(mixed))
        assert list(found.incidents()) == by_incident(at_once(mixed))
        assert found.notes == at_once(mixed).notes
        assert [statement.id for statement in found.nameless().statements] == ["2031-01-01-d"]


def test_a_large_file_of_rows_is_read_in_parts_and_its_lines_keep_their_numbers(
    mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = by_incident(at_once(mixed))
    monkeypatch.setattr(files, "PART", 10)
    monkeypatch.setattr(waiting, "IN_MEMORY", 10)
    parts = list(files.in_parts(str(mixed / "a.jsonl")))
    assert [part.first_line for part in parts] == [1, 2, 4, 5]
    assert b"".join(part.data for part in parts) == (mixed / "a.jsonl").read_bytes()
    with read_waiting([str(mixed)], HowToRead(issued="2031-01-01", organisation="Skerra Rail")) as found:
        assert list(found.incidents()) == whole
        assert found.notes == at_once(mixed).notes


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": 3}', "rows.jsonl, line 2: text is a JSON number, not text. Put it in quotes."),
        (b"\xff", "rows.jsonl is not UTF-8: byte 0xFF at offset 18 (line 2)."),
        (b'{"text": "b"}', "rows.jsonl, line 1 has no date."),
    ],
)
def test_a_part_is_refused_with_its_place_in_the_whole_file(
    line: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PART", 10)
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b'{"text": "Early"}\n' + line + b"\n")
    for read in (read_waiting, read_statements):
        with pytest.raises(InputError) as refused:
            read([str(file)])
        assert str(refused.value).startswith(f"{tmp_path}/{message}")


def test_another_text_under_one_id_is_refused_though_only_a_digest_is_held(mixed: Path) -> None:
    row = json.loads((mixed / "a.jsonl").read_text(encoding="utf-8").splitlines()[0])
    (mixed / "z.jsonl").write_text(json.dumps({**row, "text": "Other words."}), encoding="utf-8")
    with pytest.raises(InputError, match="have the same id, s1, and different texts"):
        read_waiting([str(mixed)], HowToRead(issued="2031-01-01"))


def test_rows_of_a_table_share_the_bytes_that_they_came_from(mixed: Path) -> None:
    with read_waiting([str(mixed / "b.csv")]) as found:
        received = [came.received for read in found.incidents() for came in read.provenance]
    assert received == [replace(received[0], data=(mixed / "b.csv").read_bytes())] * 2
