"""Sources are kept as they were received; a source that comes back with other words is history, and a finding."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from decisions_samples import ANN, FIRST, INCIDENT, SECOND
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import INCIDENT as STORM
from store_samples import cheap_compare, rows
from stores_by_hand import CAME, FOUND, PAGE, WHY, left_in, opened, write_behind

from comms_tracker.decisions import making
from comms_tracker.reading import Document, FileKind, read_documents
from comms_tracker.reading.received import PageStart, Provenance, Received
from comms_tracker.records import Finding, FindingKind, Statement
from comms_tracker.store import Source, Store

EDITED = replace(FIRST, text=FIRST.text.replace("12 homes", "21 homes") + " We regret it.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    with opened(made) as store:
        store.add(INCIDENT, [FIRST, SECOND], [CAME, None])
    return made


def edits(path: Path) -> list[Finding]:
    with Store.open(path, write=False) as store:
        findings = store.comparison(INCIDENT).findings
    return [one for one in findings if one.kind is FindingKind.CHANGED_SOURCE]


def test_the_bytes_are_kept_with_what_was_taken_from_where(path: Path) -> None:
    with Store.open(path, write=False) as store:
        assert store.sources(INCIDENT, "first") == (
            Source(
                statement="first",
                version=1,
                name="burst.html",
                url="https://vale.example/burst",
                sha256=hashlib.sha256(PAGE).hexdigest(),
                data=PAGE,
                taken=FOUND,
                pages=(PageStart(1, 0), PageStart(2, 40)),
            ),
        )
        assert store.sources(INCIDENT, "second") == ()
        assert store.verify() == ()


def test_a_known_statement_leaves_no_trace_though_its_page_has_other_bytes(path: Path) -> None:
    before = rows(path)
    other = replace(CAME, received=Received("burst.html", PAGE + b"<!-- 2 -->"))
    with opened(path) as store:
        store.add(INCIDENT, [FIRST], [other])
    assert rows(path) == before


def test_each_version_keeps_the_bytes_that_it_came_in(path: Path) -> None:
    longer = replace(FIRST, text=FIRST.text + " We regret it.")
    later = replace(CAME, received=Received("burst.html", longer.text.encode()), taken={}, pages=())
    with opened(path) as store:
        store.add(INCIDENT, [longer], [later])
        found = store.sources(INCIDENT, "first")
        assert [(one.version, one.data) for one in found] == [(1, PAGE), (2, longer.text.encode())]
        assert store.verify() == ()


@pytest.mark.parametrize("name", ["/home/ann/tips/burst.txt", r"C:\Users\ann\burst.txt", "burst.txt"])
def test_of_a_file_the_name_is_kept_and_not_the_folders_that_it_lay_in(tmp_path: Path, name: str) -> None:
    with opened(tmp_path / "store.db") as store:
        store.add(INCIDENT, [FIRST], [Provenance("first", INCIDENT, Received(name, b"x"))])
        assert [one.name for one in store.sources(INCIDENT, "first")] == ["burst.txt"]


def test_two_statements_of_one_file_keep_its_bytes_once(tmp_path: Path) -> None:
    path = tmp_path / "feed.db"
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND], [CAME, replace(CAME, statement="second")])
    assert [len(rows(path)[name]) for name in ("sources", "statement_sources")] == [1, 2]


def test_a_source_that_came_back_with_other_words_is_a_finding_that_quotes_both(path: Path) -> None:
    assert edits(path) == []
    with opened(path) as store:
        store.add(INCIDENT, [replace(EDITED, issued="2033-05-31")])
    assert edits(path) == [
        Finding(
            FindingKind.CHANGED_SOURCE,
            ("first",),
            (),
            "The source of first was read again and is not as it was: version 2 says “21” in the place of “12”; "
            "adds “We regret it.”; gives 2033-05-31 as its date in the place of 2033-06-01. "
            "Version 1 is kept beside it.",
        )
    ]


def test_an_edit_that_was_seen_stays_seen_and_the_next_one_is_another(path: Path) -> None:
    with opened(path) as store:
        store.add(INCIDENT, [EDITED])
        store.decide(INCIDENT, lambda one, _: making.seen(one, ANN, one.findings[-1].id))
        store.add(INCIDENT, [FIRST])
    assert [one.seen for one in edits(path)] == [True, False]


def test_bytes_that_were_changed_or_taken_away_are_found(path: Path) -> None:
    sha256 = hashlib.sha256(PAGE).hexdigest()
    for sql, what in (
        (
            f"UPDATE sources SET data = x'{PAGE.replace(b'12', b'13').hex()}'",
            "the bytes are not those that its sha256 is of",
        ),
        ("UPDATE sources SET data = NULL", "its bytes are gone, and the log does not say why"),
    ):
        write_behind(path, sql)
        with Store.open(path, write=False) as store:
            assert [(one.table, one.id, one.what) for one in store.verify()] == [("sources", sha256, what)]


def test_forgetting_takes_the_bytes_that_a_statement_came_in_and_others_with_its_words(path: Path) -> None:
    both = PAGE + SECOND.text.encode()
    own = Provenance(
        "second", INCIDENT, Received("second.txt", b"Some 450 homes are without water. " + SECOND.text.encode())
    )
    third = Statement(
        "third", "Water is back in every home on the hill.", "Vale Water", "2033-06-09", incident=INCIDENT
    )
    with opened(path) as store:
        store.add(INCIDENT, [third], [Provenance("third", INCIDENT, Received("feed.xml", both + third.text.encode()))])
        store.add(INCIDENT, [replace(SECOND, title="Update")], [own])
        store.forget(INCIDENT, "first", WHY)
        assert left_in(path.parent, FIRST.text) == []
        (feed,) = store.sources(INCIDENT, "third")
        assert (feed.name, feed.data) == ("feed.xml", None)
        assert [one.data for one in store.sources(INCIDENT, "second")] == [own.received.data]
        assert store.verify() == ()


def test_a_page_that_shares_only_words_that_its_own_statement_says_keeps_its_bytes(path: Path) -> None:
    shared = Statement(
        "third", "No school is affected. We have 900 staff on site.", incident=INCIDENT, issued="2033-06-09"
    )
    page = Received("third.txt", shared.text.encode())
    with opened(path) as store:
        store.add(INCIDENT, [shared], [Provenance("third", INCIDENT, page)])
        store.forget(INCIDENT, "first", WHY)
        assert [one.data for one in store.sources(INCIDENT, "third")] == [page.data]


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(4)), cuts=st.sets(st.integers(1, 3)))
def test_in_whatever_order_statements_come_with_their_sources_every_table_but_runs_is_equal(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: set[int]
) -> None:
    given_ = [
        Statement(f"s{day}", f"{day} trains were late.", "Line", f"2031-05-0{day}", incident=STORM)
        for day in range(1, 5)
    ]
    # Two came in one file, one without a source.
    came = [Provenance(one.id, STORM, Received("a.txt", b"both"), FOUND) for one in given_[:2]]
    came += [Provenance(given_[2].id, STORM, Received("c.txt", given_[2].text.encode()))]
    provenance: list[Provenance | None] = [*came, None]
    folder = tmp_path_factory.mktemp("sources")
    ends = [0, *sorted(cuts), 4]
    for name, calls in (
        ("whole", [list(range(4))]),
        ("parts", [order[start:end] for start, end in pairwise(ends)]),
    ):
        with Store.open(folder / f"{name}.db", write=True, compare=cheap_compare) as store:
            for some in calls:
                store.add(STORM, [given_[one] for one in some], [provenance[one] for one in some])
            assert store.verify() == ()
    tables = [rows(folder / f"{name}.db", without=["runs", "log"]) for name in ("whole", "parts")]
    assert tables[0] == tables[1]


def test_a_row_of_jsonl_is_kept_as_its_own_line_and_not_with_all_the_others(tmp_path: Path) -> None:
    lines = [json.dumps({"id": each.id, "issued": each.issued, "text": each.text}) for each in (FIRST, SECOND)]
    document = Document("all.jsonl", FileKind.JSONL, "\n\n".join(lines).encode(), url="https://vale.example/all")
    read = read_documents([document])
    with opened(tmp_path / "store.db") as store:
        store.add(INCIDENT, read.statements, read.provenance)
        kept = [(one.name, one.url, one.data) for each in ("first", "second") for one in store.sources(INCIDENT, each)]
    assert kept == [("all.jsonl", "https://vale.example/all", line.encode()) for line in lines]
