"""What a page shows of an incident, before any of it is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_comparison import (
    ADDED,
    DROPPED,
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    POSSIBLE,
    QUANTIFIED,
    RESTORED_NEWS,
    SURVEY,
    UNCHANGED,
    barts_comparison,
    one_statement_comparison,
)

from comms_tracker.app.views.method import vague_rows
from comms_tracker.app.views.statements import statement_views
from comms_tracker.records import Change, ChangeKind, StatedBasis, Statement
from comms_tracker.report.bylines import summary
from comms_tracker.report.change_view import Byline, ChangeView, Side, change_view
from comms_tracker.report.excerpts import Excerpt, Piece, Tone
from comms_tracker.report.incident_view import FindingView, incident_view


def test_a_change_comes_with_both_wordings_how_sure_and_why() -> None:
    view = change_view(barts_comparison(), QUANTIFIED)
    assert replace(view, later=None) == ChangeView(
        id=QUANTIFIED.id,
        kind=ChangeKind.QUANTIFIED,
        kind_words="Now a number",
        also=("Covers more than before", "A higher figure"),
        heading="Cancelled operations: from “a very small number” to 136",
        explanation=QUANTIFIED.explanation,
        earlier=Side(
            tone=Tone.EARLIER,
            byline=Byline(
                statement="2017-04-28-first-statement",
                date="28 April 2017",
                issued="2017-04-28",
                organisation="Barts Health NHS Trust",
                title="First statement on the computer failure",
                channel="press statement",
                source="Recast from public reports of April 2017",
                recast=True,
            ),
            excerpt=Excerpt(
                pieces=(
                    Piece("It has been necessary to "),
                    Piece("cancel ", Tone.EARLIER, first=True),
                    Piece("a very small number", Tone.EARLIER, figure=True),
                    Piece(" of elective operations, those that relied on images", Tone.EARLIER, last=True),
                    Piece(
                        ". Some patients at our outpatient clinics have had delays, and we are sorry for them.",
                    ),
                ),
                cut_before=False,
                cut_after=True,
            ),
            read_as="Usually read as 3 to 8, or as 1 to 5 per cent of the whole",
            sources=(SURVEY,),
        ),
        later=None,
        together="The later one replaces the earlier one",
        acknowledged="The later statement does not mention the change",
        confidence="Very likely the same measure (93 in 100)",
        sure=True,
        evidence_for=("Both speak of cancelled operations", "The same organisation, one week apart"),
        evidence_against=("The earlier one counts only elective operations that relied on images",),
        status="Proposed by the program",
    )
    assert view.later is not None
    assert view.later.read_as is None


def test_what_the_later_statement_says_about_the_change_is_told() -> None:
    corrected = replace(QUANTIFIED, stated_basis=StatedBasis.CORRECTION)
    assert change_view(barts_comparison(), corrected).acknowledged == "The later statement calls it a correction"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (ADDED, "Very likely not said before (90 in 100)"),
        (DROPPED, "Very likely left out of the next statement (85 in 100)"),
        (POSSIBLE, "Possibly the same measure (40 in 100)"),
    ],
)
def test_confidence_fits_what_is_claimed(change: Change, said: str) -> None:
    assert change_view(barts_comparison(), change).confidence == said


def ids(views: tuple[ChangeView, ...]) -> list[str]:
    return [view.id for view in views]


def test_every_change_stands_in_exactly_one_place() -> None:
    view = incident_view(barts_comparison())
    assert view.shown is not None
    assert view.shown.id == QUANTIFIED.id
    assert ids(view.changed) == []
    assert ids(view.added) == [ADDED.id, RESTORED_NEWS.id]
    assert ids(view.dropped) == [DROPPED.id]
    assert ids(view.possible) == [POSSIBLE.id]
    assert ids(view.unchanged) == [UNCHANGED.id]
    assert view.findings == (
        FindingView(
            "The count and the percentage imply different totals",
            "136 is about 2.5 per cent of about 5,400: the statement does not give that total.",
        ),
    )
    assert view.notes == ("The wording of 2017-04-28-first-statement is recast from public reports.",)
    assert view.summary == "Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017"


def test_the_wanted_change_is_opened_out_and_the_headline_joins_the_others() -> None:
    view = incident_view(barts_comparison(), wanted=ADDED)
    assert view.shown is not None
    assert view.shown.id == ADDED.id
    assert ids(view.changed) == [QUANTIFIED.id]
    assert ids(view.added) == [RESTORED_NEWS.id]


def test_of_one_statement_its_claims_are_shown() -> None:
    view = incident_view(one_statement_comparison())
    assert view.alone
    assert view.shown is None
    assert [side.byline.statement for side in view.claims] == [FIRST.id] * 3


def test_two_organisations_and_missing_dates_are_said_in_the_summary() -> None:
    statements = (
        Statement("a", "x", organisation="A"),
        Statement("b", "x", "B", "2020-01-02"),
        Statement("c", "x", "A"),
    )
    assert summary(statements) == "A and B: 3 statements, 2 January 2020"
    assert summary((Statement("a", "x"),)) == "1 statement"


def test_the_claims_of_the_chosen_change_are_marked_among_all_others() -> None:
    whole = barts_comparison()
    earlier, later = statement_views(whole, QUANTIFIED)
    assert "".join(piece.text for piece in earlier.pieces) == FIRST.text
    assert [(piece.text, piece.tone) for piece in earlier.pieces if piece.figure] == [
        ("a very small number", Tone.EARLIER),
        ("Some", Tone.OTHER),
    ]
    assert [piece.text for piece in later.pieces if piece.tone is Tone.LATER] == ["136", " operations were cancelled"]
    assert (earlier.claims, later.claims) == (3, 5)


def test_a_change_of_one_side_marks_one_statement() -> None:
    earlier, later = statement_views(barts_comparison(), DROPPED)
    assert {piece.tone for piece in earlier.pieces} == {None, Tone.EARLIER, Tone.OTHER}
    assert {piece.tone for piece in later.pieces} == {None, Tone.OTHER}


def test_a_claim_that_a_comparison_does_not_hold_is_an_error() -> None:
    whole = barts_comparison()
    for lost in (OPERATIONS_EARLIER, OPERATIONS_LATER):
        without = replace(whole, claims=tuple(claim for claim in whole.claims if claim != lost))
        with pytest.raises(KeyError, match=lost.id):
            change_view(without, QUANTIFIED)


def test_the_table_of_vague_words_names_a_source_in_every_row() -> None:
    rows = vague_rows()
    assert [row for row in rows if row[0].startswith("a couple,")] == [
        (
            *("a couple, a couple of, couple of", "2 to 3", ""),
            "zonination/perceptions, 10th to 90th percentile; 46 readers",
        )
    ]
    assert len(rows) > 20
    spelt = " ".join(words for words, *_ in rows)
    assert ("an unknown number" in spelt, "a low single-digit percentage" in spelt, " - " in spelt) == (
        True,
        True,
        False,
    )
    assert all(source for *_, source in rows)
    assert all(count or share for _, count, share, _ in rows)
