"""Adding statements: what is kept, what is history, and what stays the same whatever the order."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_comparison import barts_comparison
from store_samples import FIRST, INCIDENT, SECOND, cheap_compare, full_comparison, rows, statement

from comms_tracker.errors import StoreError
from comms_tracker.records import ChangeKind, Statement
from comms_tracker.store import AddResult, IncidentSummary, Store

MONDAY = statement("monday", "12 trains", "2031-05-05", organisation="Northern Line")
TUESDAY = statement("tuesday", "15 trains", "2031-05-06", organisation="Northern Line")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def kept(path: Path, *batches: list[Statement]) -> list[AddResult]:
    """Adds each batch in a call of its own, with the cheap comparison."""
    with Store.open(path, write=True, compare=cheap_compare) as store:
        return [store.add(INCIDENT, batch) for batch in batches]


def values_of(record: object, seen: dict[tuple[type, str], list[object]]) -> None:
    """Gathers every value of every field of every record inside ``record``."""
    if is_dataclass(record):
        for each in fields(record):
            value = getattr(record, each.name)
            seen.setdefault((type(record), each.name), []).append(value)
            values_of(value, seen)
    elif isinstance(record, tuple):
        for item in record:
            values_of(item, seen)


def test_a_comparison_comes_out_equal_to_the_one_that_went_in(path: Path) -> None:
    made = full_comparison()
    with Store.open(path, write=True, compare=lambda *_: made) as store:
        assert store.add(INCIDENT, [FIRST, SECOND]) == AddResult(added=("first", "second"))
        assert store.comparison(INCIDENT) == made
    with Store.open(path, write=False) as store:
        assert store.comparison(INCIDENT) == made
        assert store.statements(INCIDENT) == (FIRST, SECOND)


def test_the_sample_of_that_round_trip_leaves_no_field_at_its_default() -> None:
    seen: dict[tuple[type, str], list[object]] = {}
    values_of(full_comparison(), seen)
    idle = {
        f"{kind.__name__}.{each.name}"
        for kind, name in seen
        for each in fields(kind)
        if each.name == name and all(value in (None, (), "", each.default) for value in seen[kind, name])
    }
    assert idle == set()


def test_the_bundled_case_comes_out_as_it_went_in_with_its_enums(path: Path) -> None:
    made = barts_comparison()
    with Store.open(path, write=True, compare=lambda *_: made) as store:
        store.add("barts-2017", made.statements)
        out = store.comparison("barts-2017")
    assert out == made
    assert all(isinstance(change.kind, ChangeKind) for change in out.changes)
    assert all(isinstance(claim.polarity, Enum) and isinstance(claim.voice, Enum) for claim in out.claims)


def test_the_same_statements_twice_change_nothing_in_any_table_nor_a_byte_of_the_file(path: Path) -> None:
    kept(path, [MONDAY, TUESDAY])
    before, content = rows(path), path.read_bytes()
    assert kept(path, [MONDAY, TUESDAY], [TUESDAY]) == [
        AddResult(unchanged=("monday", "tuesday")),
        AddResult(unchanged=("tuesday",)),
    ]
    assert rows(path) == before
    assert path.read_bytes() == content
    assert len(before["runs"]) == 1


def test_a_known_statement_beside_a_new_one_is_reported_unchanged(path: Path) -> None:
    assert kept(path, [MONDAY], [TUESDAY, MONDAY])[1] == AddResult(added=("tuesday",), unchanged=("monday",))


def test_the_same_id_with_other_text_is_a_new_version_and_the_old_one_is_history(path: Path) -> None:
    edited = replace(MONDAY, text="13 trains")
    assert kept(path, [MONDAY, TUESDAY], [edited])[1] == AddResult(new_versions=("monday",))
    with Store.open(path, write=False) as store:
        assert store.statements(INCIDENT) == (edited, TUESDAY)
        assert store.versions(INCIDENT, "monday") == (MONDAY, edited)
        assert [claim.text for claim in store.comparison(INCIDENT).claims] == ["13 trains", "15 trains"]


def test_a_wording_that_comes_back_is_a_third_version(path: Path) -> None:
    edited = replace(MONDAY, text="13 trains")
    assert kept(path, [MONDAY], [edited], [MONDAY])[2] == AddResult(new_versions=("monday",))
    with Store.open(path, write=False) as store:
        assert store.versions(INCIDENT, "monday") == (MONDAY, edited, MONDAY)


def test_two_wordings_of_one_id_in_one_call_are_two_versions_and_no_more_when_added_again(path: Path) -> None:
    edited = replace(MONDAY, text="13 trains")
    first, second = kept(path, [MONDAY, edited], [MONDAY, edited])
    assert first == AddResult(added=("monday",), new_versions=("monday",))
    assert second == AddResult(unchanged=("monday",))


def test_a_wording_that_was_never_seen_is_history_even_where_the_call_ends_on_the_present_one(path: Path) -> None:
    draft = replace(MONDAY, text="10 trains")
    assert kept(path, [MONDAY], [draft, MONDAY])[1] == AddResult(new_versions=("monday",))
    with Store.open(path, write=False) as store:
        assert store.versions(INCIDENT, "monday") == (MONDAY, draft, MONDAY)


def test_a_corrected_date_is_a_new_version_and_moves_the_statement(path: Path) -> None:
    later = replace(MONDAY, issued="2031-05-07")
    assert kept(path, [MONDAY, TUESDAY], [later])[1] == AddResult(new_versions=("monday",))
    with Store.open(path, write=False) as store:
        assert store.statements(INCIDENT) == (TUESDAY, later)


def test_statements_are_in_order_of_the_moment_they_were_issued_not_of_its_spelling(path: Path) -> None:
    night = statement("night", "a", "2031-05-05T23:30+00:00")
    later = statement("later", "b", "2031-05-06T00:45+00:00")
    abroad = statement("abroad", "c", "2031-05-06T02:00+02:00")
    kept(path, [later], [abroad], [night])
    with Store.open(path, write=False) as store:
        assert [each.id for each in store.statements(INCIDENT)] == ["night", "abroad", "later"]


def test_of_the_same_date_the_one_added_first_stays_first(path: Path) -> None:
    twins = [statement(name, name, "2031-05-05") for name in ("z", "a", "m")]
    kept(path, [twins[0]], [TUESDAY], twins[1:])
    with Store.open(path, write=False) as store:
        assert [each.id for each in store.statements(INCIDENT)] == ["z", "a", "m", "tuesday"]


def test_without_dates_the_order_of_adding_stands_and_an_undated_one_stays_behind_its_predecessor(path: Path) -> None:
    undated = [statement(name, name) for name in ("x", "y")]
    kept(path, [MONDAY, undated[0], TUESDAY], [undated[1]])
    with Store.open(path, write=False) as store:
        assert [each.id for each in store.statements(INCIDENT)] == ["monday", "x", "tuesday", "y"]


BATCH = [
    statement("a", "one two", "2031-01-01", organisation="Alpha"),
    statement("b", "three four", "2031-01-02T08:00+09:00", organisation="Beta"),
    statement("c", "four five", "2031-01-02"),
    statement("d", "six", "2031-01-03", organisation="Alpha"),
    statement("e", "one six", "2031-01-05"),
]


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(BATCH), cuts=st.sets(st.integers(1, 4)))
def test_in_whatever_order_and_calls_statements_are_added_every_table_but_runs_is_equal(
    tmp_path_factory: pytest.TempPathFactory, order: list[Statement], cuts: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    ends = [0, *sorted(cuts), len(order)]
    kept(folder / "whole.db", BATCH)
    kept(folder / "parts.db", *(order[start:end] for start, end in pairwise(ends)))
    assert rows(folder / "parts.db", without=["runs", "log"]) == rows(folder / "whole.db", without=["runs", "log"])


def test_incidents_are_listed_with_the_newest_last_statement_first(path: Path) -> None:
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.add("trains", [MONDAY, TUESDAY, statement("wednesday", "15 trains", "2031-05-07")])
        store.add(
            "buses", [replace(MONDAY, issued="2031-06-01"), replace(TUESDAY, organisation="Buses", issued="2031-06-02")]
        )
        store.add("undated", [statement("one", "1")])
    with Store.open(path, write=False) as store:
        assert store.incidents() == (
            IncidentSummary(
                "buses",
                "Northern Line, Buses",
                ("Northern Line", "Buses"),
                2,
                "2031-06-01",
                "2031-06-02",
                1,
                "12 trains became 15 trains.",
            ),
            IncidentSummary(
                "trains",
                "Northern Line",
                ("Northern Line",),
                3,
                "2031-05-05",
                "2031-05-07",
                1,
                "12 trains became 15 trains.",
            ),
            IncidentSummary("undated", None, (), 1, None, None, 0, ""),
        )


def test_where_the_comparison_fails_nothing_is_stored(path: Path) -> None:
    kept(path, [MONDAY])
    before = rows(path)

    def failing(*_: object) -> None:
        raise MemoryError

    with (
        Store.open(path, write=True, compare=failing) as store,  # type: ignore[arg-type]
        pytest.raises(MemoryError),
    ):
        store.add(INCIDENT, [TUESDAY])
    assert rows(path) == before


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[2])
from store_samples import INCIDENT, cheap_compare, statement
from comms_tracker.store import Store, writing
writing.run_row = lambda *args: os._exit(9)
store = Store.open(sys.argv[1], write=True, compare=cheap_compare)
store.add(INCIDENT, [statement("tuesday", "15 trains", "2031-05-06")])
"""


def test_a_process_killed_while_it_writes_leaves_the_old_state_whole(path: Path, root: Path) -> None:
    kept(path, [MONDAY])
    before = rows(path)
    killed = subprocess.run([sys.executable, "-c", KILLED, path, root / "tests"], cwd=root, check=False)
    assert killed.returncode == 9
    with Store.open(path, write=False) as store:
        assert store.statements(INCIDENT) == (MONDAY,)
    assert rows(path) == before
    assert kept(path, [TUESDAY]) == [AddResult(added=("tuesday",))]


def test_a_statement_that_another_program_added_meanwhile_is_in_the_comparison(path: Path) -> None:
    asked: list[list[str]] = []

    def slow(statements: list[Statement], vectors: object, _decisions: object) -> object:
        if not asked:
            kept(path, [MONDAY])
        asked.append([each.id for each in statements])
        return cheap_compare(statements, vectors)

    with Store.open(path, write=True, compare=slow) as store:  # type: ignore[arg-type]
        assert store.add(INCIDENT, [TUESDAY]) == AddResult(added=("tuesday",))
        assert store.statements(INCIDENT) == (MONDAY, TUESDAY)
    assert asked == [["tuesday"], ["monday", "tuesday"]]


def test_an_incident_without_a_name_is_refused(path: Path) -> None:
    with Store.open(path, write=True, compare=cheap_compare) as store, pytest.raises(StoreError) as refused:
        store.add("  ", [MONDAY])
    assert str(refused.value) == (
        "Cannot add statements: the incident has no name. Give one with --incident. Nothing was stored."
    )


def test_half_a_surrogate_pair_is_refused_with_its_place(path: Path) -> None:
    broken = replace(TUESDAY, text="Sorry \ud83d")
    with Store.open(path, write=True, compare=cheap_compare) as store:
        with pytest.raises(StoreError) as refused:
            store.add(INCIDENT, [MONDAY, broken])
        assert store.incidents() == ()
    assert str(refused.value) == (
        "Cannot store tuesday: character 7 of its text is half of a surrogate pair, which is no character. "
        "Correct the text and add it again. Nothing was stored."
    )


def test_asking_for_an_unknown_incident_names_those_that_there_are(path: Path) -> None:
    with Store.open(path, write=True, compare=cheap_compare) as store:
        with pytest.raises(StoreError) as empty:
            store.comparison("trains")
        for name in ("a", "b", "c", "d", "e", "f", "g"):
            store.add(name, [MONDAY])
        with pytest.raises(StoreError) as unknown:
            store.statements("trains")
        with pytest.raises(StoreError) as unknown_statement:
            store.versions("a", "sunday")
    assert str(empty.value) == (
        f'There is no incident "trains" in {path}: it is empty. Add statements with comms-tracker add FILE.'
    )
    assert (
        str(unknown.value)
        == f'There is no incident "trains" in {path}. Name one that it holds: a, b, c, d, e and 2 more.'
    )
    assert str(unknown_statement.value) == (
        f'There is no statement "sunday" of a in {path}. List them with comms-tracker claims --incident a.'
    )
