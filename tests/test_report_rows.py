"""A comparison for other programs and documents: rows, JSON lines, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json

from sample_comparison import (
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    QUANTIFIED,
    SECOND,
    barts_comparison,
    one_statement_comparison,
)

from comms_tracker.report import rows
from comms_tracker.report.cells import Told
from comms_tracker.report.comparison_markdown import claims_markdown, comparison_markdown
from comms_tracker.report.markdown import escaped


def test_a_row_is_one_change_with_both_texts_dates_and_figures() -> None:
    row = rows.change_rows(barts_comparison())[0]
    assert tuple(row) == rows.CHANGE_COLUMNS
    assert row == {
        "incident": "barts-2017",
        "id": QUANTIFIED.id,
        "kind": "quantified",
        "also": ["widened_scope", "revised_up"],
        "earlier": OPERATIONS_EARLIER.id,
        "later": OPERATIONS_LATER.id,
        "relation": "superseded",
        "stated_basis": None,
        "direction": "up",
        "ratio_low": 17,
        "ratio_high": 45.33,
        "confidence": 0.93,
        "status": "proposed",
        "earlier_statement": FIRST.id,
        "earlier_organisation": "Barts Health NHS Trust",
        "earlier_issued": "2017-04-28",
        "earlier_source": "Recast from public reports of April 2017",
        "earlier_text": OPERATIONS_EARLIER.text,
        "earlier_start": 25,
        "earlier_end": 103,
        "earlier_figure": "a very small number",
        "earlier_figure_kind": "vague",
        "earlier_low": None,
        "earlier_high": None,
        "earlier_unit": None,
        "later_statement": SECOND.id,
        "later_organisation": "Barts Health NHS Trust",
        "later_issued": "2017-05-05",
        "later_source": "Recast from public reports of May 2017",
        "later_text": "136 operations were cancelled",
        "later_start": OPERATIONS_LATER.start,
        "later_end": OPERATIONS_LATER.end,
        "later_figure": "136",
        "later_figure_kind": "exact",
        "later_low": 136,
        "later_high": 136,
        "later_unit": None,
        "explanation": QUANTIFIED.explanation,
    }


def test_csv_has_a_header_and_a_line_for_each_change() -> None:
    whole = barts_comparison()
    sheet = list(csv.DictReader(io.StringIO(rows.as_csv(rows.change_rows(whole), rows.CHANGE_COLUMNS))))
    assert [row["id"] for row in sheet] == [change.id for change in whole.changes]
    assert (sheet[0]["also"], sheet[0]["relation"], sheet[1]["earlier_text"]) == (
        "widened_scope; revised_up",
        "superseded",
        "",
    )
    assert rows.as_csv([], ("a", "b")) == "a,b\n"


def test_csv_guards_text_that_a_spreadsheet_would_run_and_says_where() -> None:
    columns = ("text", "low", "kinds")
    dangerous = ['=HYPERLINK("http://x")', "+44 20 7946 0000", "-2", "@SUM(A1)", "\t=1", "\r=1"]
    table: list[rows.Row] = [{"text": text, "low": -2, "kinds": ["=a", "b"]} for text in dangerous]
    told = Told()
    sheet = rows.as_csv([*table, {"text": "2 = 1 + 1", "low": 0.5}], columns, told)
    read = list(csv.reader(io.StringIO(sheet, newline="")))
    assert read == [list(columns), *(["'" + text, "-2", "'=a; b"] for text in dangerous), ["2 = 1 + 1", "0.5", ""]]
    assert told.guarded == {"text": 6, "kinds": 6}


def test_csv_keeps_a_lone_carriage_return_in_its_cell() -> None:
    sheet = rows.as_csv([{"a": "400 homes\rlost power", "b": 1}], ("a", "b"))
    assert list(csv.reader(io.StringIO(sheet, newline=""))) == [["a", "b"], ["400 homes\rlost power", "1"]]


def test_claim_rows_say_where_each_claim_stands() -> None:
    whole = barts_comparison()
    found = rows.claim_rows(whole.incident, whole.statements, whole.claims)
    assert [row["id"] for row in found] == [claim.id for claim in whole.claims]
    assert all(tuple(row) == rows.CLAIM_COLUMNS for row in found)
    texts = {statement.id: statement.text for statement in whole.statements}
    assert [texts[str(row["statement"])][row["start"] : row["end"]] for row in found] == [row["text"] for row in found]  # type: ignore[misc]


def test_jsonl_is_one_object_a_line() -> None:
    lines = rows.as_jsonl(rows.change_rows(barts_comparison())).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [change.id for change in barts_comparison().changes]


def test_markdown_says_the_same_as_the_terminal() -> None:
    made = comparison_markdown(barts_comparison())
    lines = made.splitlines()
    assert lines[:5] == [
        "# barts-2017",
        "",
        "Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017",
        "",
        "## Now a number (also: covers more than before and a higher figure)",
    ]
    assert made.count("- Review: proposed by the program") == 5
    assert "> “136 operations were cancelled”" in lines
    assert "1 claim is unchanged, or worded differently." in lines


def test_markdown_shows_hostile_text_as_characters() -> None:
    assert escaped("# <b>*x*</b> [a](b) `c` | $d$ ![e]") == (r"\# \<b\>\*x\*\</b\> \[a\](b) \`c\` \| \$d\$ \!\[e\]")
    assert escaped("1. item") == r"1\. item"
    assert escaped("- item") == r"\- item"


def test_claims_in_markdown_are_a_table() -> None:
    whole = one_statement_comparison()
    lines = claims_markdown(whole.statements, whole.claims).splitlines()
    assert lines[0] == (
        "**28 April 2017, Barts Health NHS Trust, press statement, “First statement on the computer failure”**"
    )
    assert lines[-1].split(" | ") == [
        "| “We are working urgently to keep our services resilient”",
        "no figure",
        "said to be so, stated outright",
        "190-244 |",
    ]
