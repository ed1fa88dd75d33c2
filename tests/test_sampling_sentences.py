"""A sheet of sentences shows what the program read and what it missed, claim by claim."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_comparison import FIRST, SECOND, barts_comparison

from comms_tracker.errors import InputError
from comms_tracker.exporting.tables import Destination
from comms_tracker.sampling.drawing import By, Drawn, draw
from comms_tracker.sampling.found_claims import coded_spans, same_claims
from comms_tracker.sampling.judging import judge
from comms_tracker.sampling.rows import CodingRow
from comms_tracker.sampling.sentences import sentence_row, sentence_units
from comms_tracker.sampling.sheet import SENTENCES, read_sheet, write_sheet

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))), max_size=6)


def test_every_sentence_of_every_statement_is_in_the_stratum_of_what_was_read_in_it() -> None:
    found = list(sentence_units(barts_comparison(), By.KIND))
    assert len({unit.id for unit in found}) == len(found) == 7
    assert Counter(unit.stratum for unit in found) == {
        "a figure": 4, "a claim without a figure": 3
    }  # fmt: skip
    without = replace(barts_comparison(), claims=())
    assert {unit.stratum for unit in sentence_units(without, By.KIND)} == {"no claim"}
    assert {unit.stratum for unit in sentence_units(without, By.ORGANISATION)} == {"Barts Health NHS Trust"}


def rows() -> list[CodingRow]:
    """All seven sentences in the order of the text."""
    comparison = barts_comparison()
    units = sentence_units(comparison, By.KIND)
    return [sentence_row(comparison, Drawn(unit, 10, 5), number) for number, unit in enumerate(units, start=1)]


def test_a_row_shows_the_sentence_its_paragraph_and_apart_the_program_s_claims_with_their_places() -> None:
    row = rows()[4]
    sentence = str(row.shown["sentence"])
    assert sentence.startswith("As a result of the failure, 136 operations were cancelled")
    assert row.shown["paragraph"] == SECOND.text.split("\n\n")[1]
    assert (row.shown["date"], row.shown["source"]) == (SECOND.issued, SECOND.source)
    words = ["136 operations were cancelled", "about 2.5 per cent of our usual weekly in-patient activity"]
    assert row.answer["program_claims"] == " | ".join(words)
    places = [tuple(map(int, place.split("-"))) for place in str(row.answer["program_places"]).split()]
    assert [sentence[start:end] for start, end in places] == words


def written(path: Path, coded: dict[int, str], blind: bool = False) -> Path:
    """A sheet of the seven sentences with what a coder wrote into some rows."""
    write_sheet(rows(), SENTENCES, Destination(path, force=True), blind)
    read = read_sheet(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, read[0].keys())
        writer.writeheader()
        writer.writerows({**row, "claims": coded.get(int(row["row"]), "")} for row in read)
    return path


CODED = {
    1: "cancel a very small number of elective operations",
    2: "Some patients at our outpatient clinics have had delays | we are sorry for them",
    3: "none",
    5: "136 operations WERE  cancelled | 2.5 per cent of our usual weekly in-patient activity",
    6: "unsure",
}


def test_claims_count_as_found_and_as_right_one_by_one(tmp_path: Path) -> None:
    found = judge(written(tmp_path / "s.csv", CODED))
    assert (found.rows, found.coded, found.unsure, found.right) == (7, 4, 1, None)
    (claims,) = found.kinds
    assert (claims.kind, claims.program, claims.coder) == ("claims", 5, 5)
    assert claims.precision is not None
    assert claims.recall is not None
    assert (claims.precision.value, claims.recall.value) == pytest.approx((4 / 5, 4 / 5))


def test_a_blind_sheet_is_judged_by_its_key_as_an_open_one(tmp_path: Path) -> None:
    assert judge(written(tmp_path / "b.csv", CODED, blind=True)) == judge(written(tmp_path / "s.csv", CODED))
    assert "program_claims" not in read_sheet(tmp_path / "b.csv")[0]


def test_two_coders_agree_where_both_find_a_claim_or_none(tmp_path: Path) -> None:
    first = written(tmp_path / "a.csv", CODED)
    second = written(tmp_path / "b.csv", CODED | {1: "none", 7: "none"})
    agreement = judge(first, second).agreement
    assert agreement is not None
    assert (agreement.agreed.value, agreement.agreed.n) == (0.75, 4)


@pytest.mark.parametrize(
    ("coded", "message"),
    [
        ({1: "137 operations"}, 'row 1: "137 operations" does not stand in the sentence.'),
        ({}, "Nothing is coded in"),
    ],
)
def test_what_cannot_be_taken_is_said(tmp_path: Path, coded: dict[int, str], message: str) -> None:
    with pytest.raises(InputError) as refused:
        judge(written(tmp_path / "s.csv", coded))
    assert message in str(refused.value)


def test_an_altered_answer_is_said(tmp_path: Path) -> None:
    path = written(tmp_path / "s.csv", CODED)
    places = str(rows()[0].answer["program_places"])
    path.write_text(path.read_text("utf-8").replace(f",{places},", ",here,", 1), encoding="utf-8")
    with pytest.raises(InputError, match="the program's answer was altered"):
        judge(path)


def test_a_sentence_that_has_the_mark_itself_takes_it_twice_between_claims() -> None:
    row = {
        "row": "1",
        "sentence": "Nodes rebuilt | 60 | nodes lost | 4",
        "claims": "Nodes rebuilt | 60 || nodes lost | 4",
    }
    assert coded_spans(row, Path("s.csv")) == [(0, 18), (21, 35)]


def test_the_same_words_twice_are_two_claims() -> None:
    row = {"row": "1", "sentence": "40 homes in Ash, 40 homes in Elm", "claims": "40 homes | 40 homes"}
    assert coded_spans(row, Path("s.csv")) == [(0, 8), (17, 25)]


@given(SPANS, SPANS)
def test_no_claim_is_found_twice_and_the_order_does_not_matter(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    one, other = list(dict.fromkeys(one)), list(dict.fromkeys(other))
    pairs = same_claims(one, other)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs) <= min(len(one), len(other))
    assert pairs == same_claims(one[::-1], other[::-1])
    assert sorted(same_claims(one, one)) == [(span, span) for span in sorted(one)]


def test_a_sample_of_sentences_is_spread_over_its_strata() -> None:
    sample = draw(sentence_units(barts_comparison(), By.KIND), 4, seed=1)
    assert Counter(one.unit.stratum for one in sample.drawn) == {"a figure": 2, "a claim without a figure": 2}
    assert FIRST.id in {
        one.unit.name.partition("@")[0] for one in draw(sentence_units(barts_comparison(), By.KIND), 7, 1).drawn
    }
