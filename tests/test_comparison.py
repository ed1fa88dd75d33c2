"""The seed case and its phenomenon: what a reader of two statements is told, by every way in alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

import comms_tracker
from comms_tracker.comparison import compare, compare_incidents, in_order
from comms_tracker.contract import comparison_json
from comms_tracker.reading import read_statements
from comms_tracker.records import Change, ChangeKind, Comparison, Relation, StatedBasis, Statement
from comms_tracker.store import Store

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def barts() -> Comparison:
    return comms_tracker.compare(read_statements([str(ROOT / "corpora" / "barts-2017")]).statements)


def change_of(comparison: Comparison, earlier: str | None, later: str | None) -> Change:
    """The change whose claims hold these words."""
    texts = {claim.id: claim.text for claim in comparison.claims}
    found = [
        change
        for change in comparison.changes
        if (earlier is None) == (change.earlier is None)
        and (later is None) == (change.later is None)
        and (earlier is None or earlier in texts[change.earlier or ""])
        and (later is None or later in texts[change.later or ""])
    ]
    assert len(found) == 1, [
        (change.kind, change.earlier and texts[change.earlier], change.later and texts[change.later])
        for change in comparison.changes
    ]
    return found[0]


def test_the_cancelled_operations_went_from_a_vague_word_to_136(barts: Comparison) -> None:
    change = change_of(barts, "a very small number", "136")
    assert change.kind is ChangeKind.QUANTIFIED
    assert change.also == (ChangeKind.REVISED_UP, ChangeKind.WIDENED_SCOPE)
    assert change.relation is Relation.CONSISTENT
    assert change.confidence >= 0.6
    assert barts.changes[0] == change, "the headline change comes first"


def test_the_reader_is_told_both_readings_of_the_vague_word_and_that_nobody_says_it_changed(barts: Comparison) -> None:
    assert change_of(barts, "a very small number", "136").explanation == (
        "“A very small number” of operations became 136. 136 is more than “a very small number”, which as a count is "
        "usually read as 1 to 8 (survey of 46 readers, by rule for “very”); as a share, “about 2.5 per cent” of usual "
        "weekly in-patient activity fits “a very small number”, which is usually read as 0.2 to 8.2 per cent "
        "(68 sentences of the QuRe data, by rule for “very”). The limit to elective operations, those that relied on "
        "images, is no longer there. No word in the later statement acknowledges the change."
    )


def test_the_chemotherapy_appointments_are_new_and_the_outpatients_delays_are_gone(barts: Comparison) -> None:
    assert change_of(barts, None, "Several hundred chemotherapy appointments").kind is ChangeKind.ADDED
    assert change_of(barts, "outpatient", None).kind is ChangeKind.DROPPED


def test_restored_systems_are_news_and_contradict_nothing(barts: Comparison) -> None:
    assert change_of(barts, None, "Pathology and image viewing have been restored").kind is ChangeKind.ADDED
    assert not any(change.relation is Relation.CONTRADICTORY for change in barts.changes)


def test_every_offset_of_the_seed_case_is_exact(barts: Comparison) -> None:
    texts = {statement.id: statement.text for statement in barts.statements}
    assert len([claim for claim in barts.claims if claim.figure]) > 3
    for claim in barts.claims:
        assert texts[claim.statement][claim.start : claim.end] == claim.text
        if claim.figure:
            assert texts[claim.statement][claim.figure.start : claim.figure.end] == claim.figure.text


@pytest.mark.parametrize(
    ("first", "second", "vague", "number"),
    [
        (
            "We have had to cancel a handful of elective procedures that needed a scan.",
            "We have cancelled 94 procedures.",
            "a handful",
            "94",
        ),
        (
            "A very small number of evening trains, those to Larkfield, were withdrawn from service.",
            "212 trains were withdrawn from service.",
            "very small number",
            "212",
        ),
        (
            "Only a few online customers were charged twice.",
            "1,840 customers were charged twice.",
            "a few",
            "1,840",
        ),
    ],
)
def test_other_wordings_of_the_phenomenon_are_told_the_same_way(
    first: str, second: str, vague: str, number: str
) -> None:
    found = compare(
        [
            Statement(id="first", text=first, organisation="Some Body", issued="2024-01-02"),
            Statement(id="second", text=second, organisation="Some Body", issued="2024-01-09"),
        ]
    )
    change = change_of(found, vague, number)
    assert change.kind is ChangeKind.QUANTIFIED
    assert ChangeKind.REVISED_UP in change.also
    assert ChangeKind.WIDENED_SCOPE in change.also
    assert change.relation is not Relation.CONTRADICTORY


def test_the_order_of_input_does_not_matter_where_dates_tell(barts: Comparison) -> None:
    for order in permutations(barts.statements):
        assert comparison_json(compare(order)) == comparison_json(barts)


def test_a_time_with_offset_is_put_in_order_by_its_moment() -> None:
    early = Statement(id="early", text="One.", issued="2024-01-02T09:00:00+02:00")
    late = Statement(id="late", text="Two.", issued="2024-01-02T08:00:00+00:00")
    assert [statement.id for statement in in_order([late, early])] == ["early", "late"]


def test_two_organisations_are_kept_apart_and_this_is_said() -> None:
    found = compare(
        [
            Statement(id="a", text="40 sailings were cancelled.", organisation="Harbour Ferries", issued="2024-01-02"),
            Statement(id="b", text="55 sailings were cancelled.", organisation="Coastal Lines", issued="2024-01-03"),
        ]
    )
    assert found.changes == ()
    assert found.notes == (
        "These statements are by 2 organisations, which are kept apart: Harbour Ferries, Coastal Lines. "
        "No change is reported from one to another.",
    )


def test_one_statement_shows_its_claims_and_says_so() -> None:
    found = compare([Statement(id="a", text="40 sailings were cancelled.", issued="2024-01-02")])
    assert [claim.text for claim in found.claims] == ["40 sailings were cancelled"]
    assert found.notes == (
        "There is one statement only, so there is nothing to compare it with: its claims are shown.",
    )


def test_each_incident_of_one_input_gets_its_own_comparison() -> None:
    found = compare_incidents(
        [
            Statement(id="a", text="40 sailings were cancelled.", issued="2024-01-02", incident="storm"),
            Statement(id="b", text="3 boats were damaged.", issued="2024-01-03", incident="fire"),
            Statement(id="c", text="55 sailings were cancelled.", issued="2024-01-04", incident="storm"),
        ]
    )
    assert [(one.incident, [statement.id for statement in one.statements]) for one in found] == [
        ("storm", ["a", "c"]),
        ("fire", ["b"]),
    ]


def test_compare_and_a_store_give_identical_results(barts: Comparison, tmp_path: Path) -> None:
    with Store.open(tmp_path / "comms.db", write=True) as store:
        for statement in reversed(barts.statements):
            store.add("barts-2017", [statement])
        assert comparison_json(store.comparison("barts-2017")) == comparison_json(barts)


def test_the_whole_way_runs_with_the_network_refused_and_no_encoder_where_words_decide() -> None:
    script = (
        "import sys, socket\n"
        "def refuse(*a, **k): raise OSError('the network is refused')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse; socket.create_connection = refuse\n"
        "import json, comms_tracker\n"
        "from comms_tracker.records import Statement\n"
        "pair = [Statement(id='a', text='40 sailings were cancelled.', issued='2024-01-02'),\n"
        "        Statement(id='b', text='55 sailings were cancelled.', issued='2024-01-03')]\n"
        "found = comms_tracker.compare(pair)\n"
        "print(json.dumps([[c.kind.value for c in found.changes], 'sentence_transformers' in sys.modules]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT, env=dict(os.environ)
    )
    assert json.loads(done.stdout) == [["revised_up"], False]


def test_the_encoder_loads_with_the_network_refused() -> None:
    script = (
        "import socket\n"
        "def refuse(*a, **k): raise OSError('the network is refused')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse; socket.create_connection = refuse\n"
        "from comms_tracker.encoder import MemoryVectors\n"
        "rows = MemoryVectors().vectors(['cancelled operation', 'scrapped procedure', 'cancelled operation'])\n"
        "print(rows.shape, rows.dtype, bool((rows[0] == rows[2]).all()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT, env=dict(os.environ)
    )
    assert done.stdout.strip() == "(3, 384) int8 True"


def test_a_correction_in_words_is_told_as_one_and_counts_what_it_corrects() -> None:
    found = compare(
        [
            Statement(id="a", text="Fewer than 200 card payments were declined.", issued="2023-05-01"),
            Statement(
                id="b",
                text="We said that fewer than 200 card payments were declined; the correct figure is 1,275.",
                issued="2023-05-06",
            ),
        ]
    )
    change = change_of(found, "Fewer than 200", "1,275")
    assert (change.kind, change.relation, change.stated_basis) == (
        ChangeKind.REVISED_UP,
        Relation.SUPERSEDED,
        StatedBasis.CORRECTION,
    )
    later = found.claim(change.later or "")
    assert (later.measure.counted, later.measure.event, later.measure.scope) == ("payment", "decline", ("card",))
    assert [claim.figure.text for claim in found.claims if claim.restated and claim.figure] == ["fewer than 200"]


def test_a_figure_that_points_back_to_nothing_counts_nothing_known() -> None:
    found = compare([Statement(id="a", text="The correct figure is 1,275.", issued="2023-05-01")])
    assert [claim.measure.event for claim in found.claims] == ["be"]
