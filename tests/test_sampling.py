"""A sheet is drawn the same everywhere, hides what it should, and comes back as what the coder says of the program."""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_comparison import (
    ADDED,
    DROPPED,
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    QUANTIFIED,
    SECOND,
    barts_comparison,
)

from comms_tracker.errors import InputError
from comms_tracker.exporting.tables import Destination
from comms_tracker.report.words import likelihood
from comms_tracker.sampling.drawing import VIEW, By, Drawn, Unit, allotted, draw, units
from comms_tracker.sampling.judging import judge
from comms_tracker.sampling.rows import CodingRow, coding_row
from comms_tracker.sampling.sheet import CHANGES, read_sheet, write_sheet
from comms_tracker.store import Relation, Rows, Store

SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 30), min_size=1)
CORPUS = tuple(
    Unit(f"incident-{place % 7}", f"ch-{place}", "rare" if place % 10 == 0 else "frequent") for place in range(100)
)


@given(SIZES, st.integers(0, 200))
def test_strata_get_the_same_number_each_as_far_as_they_have_them(sizes: dict[str, int], n: int) -> None:
    shares = allotted(sizes, n)
    assert sum(shares.values()) == min(n, sum(sizes.values()))
    assert all(0 <= shares[name] <= sizes[name] for name in sizes)
    open_ones = [shares[name] for name in sizes if shares[name] < sizes[name]]
    assert not open_ones or max(shares.values()) <= min(open_ones) + 1


@given(SIZES, st.integers(0, 100))
def test_a_larger_sample_takes_no_fewer_of_any_stratum(sizes: dict[str, int], n: int) -> None:
    smaller, larger = allotted(sizes, n), allotted(sizes, n + 1)
    assert all(smaller[name] <= larger[name] for name in sizes)


def test_the_same_seed_draws_the_same_in_whatever_order_the_corpus_comes_and_another_draws_others() -> None:
    shuffled = list(CORPUS)
    random.Random(5).shuffle(shuffled)
    drawn = draw(CORPUS, 20, seed=7).drawn
    assert drawn == draw(shuffled, 20, seed=7).drawn
    assert drawn != draw(CORPUS, 20, seed=8).drawn
    assert draw(CORPUS, 20, seed=7).sizes == {"rare": 10, "frequent": 90}
    assert Counter((one.unit.stratum, one.size, one.drawn) for one in drawn) == {
        ("rare", 10, 10): 10, ("frequent", 90, 10): 10
    }  # fmt: skip
    assert {one.unit for one in drawn} < {one.unit for one in draw(CORPUS, 40, seed=7).drawn}


def test_a_change_is_in_the_stratum_of_its_kind_its_sureness_or_who_spoke(store: Path) -> None:
    found: dict[By, Counter[str]] = {}

    def take(relation: Relation, rows: Rows) -> None:
        kept = list(rows)
        found.update({by: Counter(unit.stratum for unit in units(relation, iter(kept), by)) for by in By})

    with Store.open(store, write=False) as opened:
        opened.hand_over([VIEW], None, take)
        changes = opened.comparison("barts-2017").changes
    assert found == {
        By.KIND: Counter(change.kind.value for change in changes),
        By.SURENESS: Counter(likelihood(change.confidence) for change in changes),
        By.INCIDENT: {"barts-2017": 8},
        By.ORGANISATION: {"Barts Health NHS Trust": 8},
        By.NOTHING: {"all": 8},
    }


def row_of(change: str, number: int = 1, size: int = 10, drawn: int = 2) -> CodingRow:
    unit = Unit("barts-2017", change, "s")
    return coding_row(barts_comparison(), Drawn(unit, size, drawn), number)


def test_a_row_shows_one_claim_both_statements_in_full_and_the_answer_apart() -> None:
    row = row_of(ADDED.id)
    assert row.shown == {
        "row": 1,
        "unit": f"barts-2017/{ADDED.id}",
        "incident": "barts-2017",
        "organisation": "Barts Health NHS Trust",
        "claim_from": "later",
        "claim": "Several hundred chemotherapy appointments were also cancelled",
        "earlier_date": "2017-04-28",
        "earlier_source": FIRST.source,
        "earlier_text": FIRST.text,
        "later_date": "2017-05-05",
        "later_source": SECOND.source,
        "later_text": SECOND.text,
    }
    assert row.answer == {
        "program_kind": "added",
        "program_also": "",
        "program_other_claim": None,
        "program_confidence": 0.9,
        "program_explanation": ADDED.explanation,
        "stratum": "s",
        "stratum_size": 10,
        "stratum_drawn": 2,
    }


def test_a_row_of_a_claim_that_disappears_looks_for_it_in_the_next_statement() -> None:
    shown = row_of(DROPPED.id).shown
    assert (shown["claim_from"], shown["earlier_text"], shown["later_text"]) == ("earlier", FIRST.text, SECOND.text)


def test_of_a_linked_claim_a_row_shows_either_side_so_that_it_looks_like_one_that_came_or_went() -> None:
    shown = row_of(QUANTIFIED.id).shown
    assert shown.keys() == row_of(ADDED.id).shown.keys()
    assert (shown["earlier_text"], shown["later_text"]) == (FIRST.text, SECOND.text)
    sides = {"earlier": OPERATIONS_EARLIER.text, "later": OPERATIONS_LATER.text}
    rows = [replace(QUANTIFIED, id=f"ch-{number}") for number in range(20)]
    made = replace(barts_comparison(), changes=tuple(rows))
    told = [coding_row(made, Drawn(Unit("barts-2017", one.id, "s"), 10, 2), 1) for one in rows]
    assert {(row.shown["claim_from"], row.shown["claim"]) for row in told} == set(sides.items())
    assert all(row.answer["program_other_claim"] in sides.values() for row in told)
    assert all(row.answer["program_other_claim"] != row.shown["claim"] for row in told)


ROWS = tuple(row_of(change.id, number) for number, change in enumerate(barts_comparison().changes, start=1))
ENDINGS = ("csv", "xlsx")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_sheet_comes_back_as_it_was_written(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sheet.{ending}"
    assert write_sheet(ROWS, CHANGES, Destination(path, force=False), blind=False) is None
    read = read_sheet(path)
    assert [row["unit"] for row in read] == [row.shown["unit"] for row in ROWS]
    assert [row["program_kind"] for row in read] == [row.answer["program_kind"] for row in ROWS]
    assert read[0]["earlier_text"] == FIRST.text
    assert {row["kind"] for row in read} == {""}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_blind_sheet_says_nothing_of_the_answer_and_its_key_says_it_all(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sheet.{ending}"
    key = write_sheet(ROWS, CHANGES, Destination(path, force=False), blind=True)
    assert key == tmp_path / "sheet.key.csv"
    assert not [name for name in read_sheet(path)[0] if name.startswith(("program", "stratum"))]
    assert [row["program_kind"] for row in read_sheet(key)] == [row.answer["program_kind"] for row in ROWS]
    with pytest.raises(InputError, match="key of another sheet"):
        write_sheet(
            ROWS, CHANGES, Destination(tmp_path / f"sheet.{'csvxlsx'.replace(ending, '')}", force=False), blind=True
        )


def test_a_workbook_offers_the_kinds_and_says_how_to_code(tmp_path: Path) -> None:
    write_sheet(ROWS, CHANGES, Destination(tmp_path / "sheet.xlsx", force=False), blind=False)
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    assert book.sheetnames == ["to code", "how to code"]
    offered = [cell.value for cell in book["how to code"]["A"]][1:]
    assert offered[0] == "unchanged"
    assert offered[-2:] == ["not a claim", "unsure"]
    (choices,) = book["to code"].data_validations.dataValidation
    assert choices.formula1 == f"'how to code'!$A$2:$A${len(offered) + 1}"
    column = [cell.value for cell in book["to code"][1]].index("kind") + 1
    assert (
        str(choices.sqref) == f"{openpyxl.utils.get_column_letter(column)}2:{openpyxl.utils.get_column_letter(column)}7"
    )


def coded(path: Path, kinds: dict[str, str], delimiter: str = ",", blind: bool = False) -> Path:
    """A sheet of six rows with the kinds that a coder wrote for some of the program's kinds."""
    write_sheet(ROWS, CHANGES, Destination(path, force=True), blind=blind)
    rows = read_sheet(path)
    answers = {str(row.shown["unit"]): str(row.answer["program_kind"]) for row in ROWS}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows({**row, "kind": kinds.get(answers[row["unit"]], "")} for row in rows)
    return path


ALL_RIGHT = {"quantified": "quantified", "added": "added", "dropped": "dropped", "softened": "softened"}


def test_a_coded_sheet_says_what_is_right_and_what_was_found_of_each_kind(tmp_path: Path) -> None:
    found = judge(
        coded(tmp_path / "s.csv", ALL_RIGHT | {"softened": "Now a number; widened_scope", "dropped": "unsure"})
    )
    assert (found.rows, found.coded, found.unsure, found.agreement) == (6, 4, 1, None)
    kinds = {one.kind: one for one in found.kinds}
    assert list(kinds) == ["quantified", "softened", "added"]
    assert (kinds["quantified"].program, kinds["quantified"].coder) == (1, 2)
    assert kinds["quantified"].precision is not None
    assert kinds["quantified"].recall is not None
    assert (kinds["quantified"].precision.value, kinds["quantified"].recall.value) == (1.0, 0.5)
    assert kinds["softened"].precision is not None
    assert (kinds["softened"].precision.value, kinds["softened"].recall) == (0.0, None)
    assert found.right is not None
    assert (found.right.value, found.right.n) == (0.75, 4)


def test_any_of_the_kinds_that_a_coder_calls_right_is_right_and_the_first_is_the_coder_s_own(tmp_path: Path) -> None:
    found = judge(coded(tmp_path / "s.csv", {"quantified": "revised_up; quantified"}))
    assert [(one.kind, one.program, one.coder) for one in found.kinds] == [("quantified", 1, 0), ("revised_up", 0, 1)]
    assert found.kinds[0].precision is not None
    assert found.kinds[1].recall is not None
    assert (found.kinds[0].precision.value, found.kinds[1].recall.value) == (1.0, 1.0)


def test_rows_count_as_much_as_the_units_of_the_corpus_that_they_stand_for(tmp_path: Path) -> None:
    rows = (row_of(QUANTIFIED.id, 1, size=90, drawn=1), row_of(ADDED.id, 2, size=10, drawn=1))
    path = tmp_path / "s.csv"
    write_sheet(rows, CHANGES, Destination(path, force=False), blind=False)
    text = path.read_text("utf-8").replace("s,90,1,,", "s,90,1,quantified,").replace("s,10,1,,", "s,10,1,dropped,")
    path.write_text(text, encoding="utf-8")
    found = judge(path)
    assert found.right is not None
    assert found.right.value == pytest.approx(0.9)


def test_a_spreadsheet_s_own_separators_and_marks_are_read(tmp_path: Path) -> None:
    assert judge(coded(tmp_path / "s.csv", ALL_RIGHT, delimiter=";")) == judge(coded(tmp_path / "t.csv", ALL_RIGHT))


def test_a_blind_sheet_finds_its_key_beside_it_or_where_it_is_said_to_be(tmp_path: Path) -> None:
    open_sheet = judge(coded(tmp_path / "open.csv", ALL_RIGHT))
    path = coded(tmp_path / "s.csv", ALL_RIGHT, blind=True)
    assert judge(path) == open_sheet
    moved = (tmp_path / "s.key.csv").rename(tmp_path / "elsewhere.csv")
    with pytest.raises(
        InputError, match=r"s.csv is blind, and there is no key .*s.key.csv. Name the key .* with --key FILE"
    ):
        judge(path)
    assert judge(path, key=moved) == open_sheet


def test_two_coders_agree_on_what_both_coded(tmp_path: Path) -> None:
    first = coded(tmp_path / "a.csv", ALL_RIGHT)
    second = coded(tmp_path / "b.csv", {**ALL_RIGHT, "added": "not a claim", "softened": "unsure"})
    found = judge(first, second).agreement
    assert found is not None
    assert (found.agreed.value, found.agreed.n) == (0.5, 4)
    assert found.kappa == pytest.approx((0.5 - 0.125) / (1 - 0.125))
    with pytest.raises(InputError, match="No row is coded in both"):
        judge(first, coded(tmp_path / "c.csv", {"unchanged": "unchanged"}))


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("revised", 'row 1: "revised" is no kind. Write one of unchanged, '),
        ("quantified; unsure", "row 1: not a claim and unsure stand alone."),
    ],
)
def test_what_is_no_kind_is_said_with_its_row(tmp_path: Path, kind: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        judge(coded(tmp_path / "s.csv", {"quantified": kind}))
    assert message in str(refused.value)


def test_a_sheet_that_is_none_or_was_altered_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Nothing is coded in"):
        judge(coded(tmp_path / "s.csv", {}))
    text = coded(tmp_path / "s.csv", ALL_RIGHT).read_text("utf-8-sig")
    (tmp_path / "t.csv").write_text(text.replace(",10,2,", ",10,0,"))
    with pytest.raises(InputError, match="the program's answer was altered"):
        judge(tmp_path / "t.csv")
    (tmp_path / "u.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match=r"u.csv is no sheet to code: it has no column unit"):
        judge(tmp_path / "u.csv")
    (tmp_path / "v.xlsx").write_text("no workbook")
    with pytest.raises(InputError, match=r"v.xlsx is no XLSX file that can be read"):
        judge(tmp_path / "v.xlsx")
    with pytest.raises(InputError, match=r"w.csv cannot be read: No such file"):
        judge(tmp_path / "w.csv")


def test_words_that_a_spreadsheet_would_run_come_back_as_they_were(tmp_path: Path) -> None:
    row = CodingRow({**ROWS[0].shown, "claim": "-5 per cent"}, ROWS[0].answer)
    write_sheet([row], CHANGES, Destination(tmp_path / "s.csv", force=False), blind=False)
    assert ",'-5 per cent," in (tmp_path / "s.csv").read_text("utf-8")
    assert read_sheet(tmp_path / "s.csv")[0]["claim"] == "-5 per cent"


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_no_sheet_can_hold_is_shown_as_such(tmp_path: Path, ending: str) -> None:
    row = CodingRow({**ROWS[0].shown, "claim": "4\x00 of \x1b[31m 5"}, ROWS[0].answer)
    write_sheet([row], CHANGES, Destination(tmp_path / f"s.{ending}", force=False), blind=False)
    assert read_sheet(tmp_path / f"s.{ending}")[0]["claim"] == "4\ufffd of \ufffd[31m 5"


def test_a_long_statement_fits_a_cell_of_a_sheet_and_comes_back_whole(tmp_path: Path) -> None:
    (tmp_path / "short.csv").write_text("unit\nu\n")
    read_sheet(tmp_path / "short.csv")
    text = "We counted 4 more. " * 12_000
    row = CodingRow({**ROWS[0].shown, "later_text": text}, ROWS[0].answer)
    write_sheet([row], CHANGES, Destination(tmp_path / "s.csv", force=False), blind=False)
    assert read_sheet(tmp_path / "s.csv")[0]["later_text"] == text
