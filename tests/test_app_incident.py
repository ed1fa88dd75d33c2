"""The page of one incident: the timeline's lanes, the list that a reader narrows, and what lies between statements."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from app_samples import barts_store, store_with
from app_tester import Opened, button, page_html
from sample_comparison import INCIDENT, UNCHANGED, barts_comparison, change, claim, figure

from comms_tracker.app import markup_lanes
from comms_tracker.app.views.filters import Wanted, kinds_in, listed, narrowed
from comms_tracker.app.views.lane_room import least_width
from comms_tracker.app.views.lanes import Lane, lanes
from comms_tracker.app.views.steps import chain, steps
from comms_tracker.app.words import incident as words
from comms_tracker.records import (
    ChangeKind,
    Claim,
    Comparison,
    FigureKind,
    Measure,
    Series,
    StatedBasis,
    Statement,
)
from comms_tracker.report.incident_view import incident_view
from comms_tracker.report.timeline import Shape

BARREL = Measure("spill", "barrel", phrase="spilt barrels")


def spill(figures: list[tuple[str, FigureKind, float | None, float | None]], **change_of_last: object) -> Comparison:
    """One series of figures, one a day, the last two of them a change."""
    told = [
        Statement(f"s{day}", f"{said} barrels were spilt.", "Gulf Oil", f"2020-01-{day:02}", incident="spill")
        for day, (said, *_) in enumerate(figures, 1)
    ]
    claims = tuple(
        claim(statement, f"{said} barrels were spilt", figure(statement, said, kind, low, high), BARREL)
        for statement, (said, kind, low, high) in zip(told, figures, strict=True)
    )
    last = change(ChangeKind.REVISED_UP, claims[-2], claims[-1], 0.9, "More.", **change_of_last)
    series = (Series("s", BARREL, tuple(one.id for one in claims)),)
    return replace(
        barts_comparison(), incident="spill", statements=tuple(told), claims=claims, series=series, changes=(last,),
        findings=(), notes=(),
    )  # fmt: skip


def only_lane(comparison: Comparison) -> Lane:
    (lane,) = lanes(comparison).lanes
    return lane


def test_each_kind_of_figure_has_its_shape_and_its_source_where_the_pointer_rests() -> None:
    (lane,) = lanes(barts_comparison()).lanes
    vague, exact = lane.marks
    assert (lane.title, vague.shape, exact.shape) == ("Cancelled operations", Shape.BAND, Shape.POINT)
    assert vague.hover == (
        "28 April 2017: a very small number. Usually read as 3 to 8, or as 1 to 5 per cent of the whole. "
        "survey, 46 readers"
    )
    assert (vague.usual, exact.usual) == ("usually 3 to 8", "")
    assert vague.low < vague.high < exact.low == exact.high


def test_a_bound_is_open_at_its_end() -> None:
    lane = only_lane(spill([("More than 800", FigureKind.BOUND, 800, None), ("900", FigureKind.EXACT, 900, 900)]))
    assert [mark.shape for mark in lane.marks] == [Shape.AT_LEAST, Shape.POINT]


@pytest.mark.parametrize(("second", "last", "log"), [(100, 400, False), (1000, 40_000, True)])
def test_numbers_that_lie_far_apart_stand_on_a_scale_of_powers(second: int, last: int, log: bool) -> None:
    numbers = [(str(number), number) for number in (10, second, last)]
    lane = only_lane(spill([(said, FigureKind.EXACT, value, value) for said, value in numbers]))
    low, middle, high = (mark.low for mark in lane.marks)
    assert lane.line.log is log
    assert low < middle < high
    assert (middle > (low + high) / 2 - 6) is log


@pytest.mark.parametrize(
    ("fields", "labels"),
    [
        ({"stated_basis": StatedBasis.METHOD_CHANGE}, [words.COUNTED_DIFFERENTLY]),
        ({"also": (ChangeKind.NARROWED_SCOPE,)}, [words.ANOTHER_SCOPE]),
        ({}, []),
    ],
)
def test_a_change_of_definition_or_scope_is_a_break_that_no_line_crosses(
    fields: dict[str, object], labels: list[str]
) -> None:
    numbers = [("10", 10), ("20", 20), ("30", 30)]
    lane = only_lane(spill([(said, FigureKind.EXACT, value, value) for said, value in numbers], **fields))
    assert [one.label for one in lane.breaks] == labels
    assert len(lane.lines) == 2 - len(labels)
    told = "Spilt barrels. 1 January 2020: 10; 2 January 2020: 20; 3 January 2020: 30."
    assert lane.description == " ".join([told, *(f"{label}." for label in labels)])


def test_there_is_no_break_where_no_figure_stands_before_it() -> None:
    numbers = [
        ("some", FigureKind.VAGUE, None, None),
        ("20", FigureKind.EXACT, 20, 20),
        ("30", FigureKind.EXACT, 30, 30),
    ]
    case = spill(numbers)
    first, second, _ = case.claims
    wider = change(ChangeKind.WIDENED_SCOPE, first, second, 0.9, "More.")
    lane = only_lane(replace(case, changes=(wider,)))
    assert ([mark.said for mark in lane.marks], lane.breaks) == (["20", "30"], ())


def test_a_figure_that_is_only_pointed_back_to_is_not_drawn_beside_the_new_one() -> None:
    case = spill([("10", FigureKind.EXACT, 10, 10), ("20", FigureKind.EXACT, 20, 20)])
    first, second = case.claims
    back: Claim = replace(first, id="c-back", statement=second.statement, restated=True)
    series = (replace(case.series[0], claims=(first.id, back.id, second.id)),)
    lane = only_lane(replace(case, claims=(first, back, second), series=series))
    assert [mark.said for mark in lane.marks] == ["10", "20"]
    assert len(lane.line.entries) == 3


def test_one_figure_alone_is_told_in_words_beneath_the_lanes_and_stands_in_the_table() -> None:
    case = spill([("Some", FigureKind.VAGUE, None, None), ("20", FigureKind.EXACT, 20, 20)])
    shown = lanes(case)
    assert ([lane.title for lane in shown.told], shown.lanes) == (["Spilt barrels"], ())
    assert markup_lanes.told(shown.told) == (
        '<h3 class="ct-lane-title">Spilt barrels</h3>'
        '<ul class="ct-list"><li>1 January 2020: “Some”</li><li>2 January 2020: “20”</li></ul>'
    )
    assert "<caption>The same as a table</caption>" in markup_lanes.table(shown)
    assert ">Some<" in markup_lanes.table(shown)


def test_pages_draw_no_lane_for_one_figure_alone_and_say_what_was_said(tmp_path: Path, opened: Opened) -> None:
    case = spill([("Some", FigureKind.VAGUE, None, None), ("20", FigureKind.EXACT, 20, 20)])
    store = store_with(tmp_path / "comms.db", case)
    incident = page_html(opened(store, "incident", incident="spill"))
    assert f"{words.TOLD_LEAD}</p><h3" in incident
    assert "<li>1 January 2020: “Some”</li><li>2 January 2020: “20”</li>" in incident
    change = page_html(opened(store, "change", incident="spill", change=case.changes[0].id))
    assert "Fewer than two figures can be drawn; the table gives what was said." in change
    assert '<span class="ct-cell-name">What the statement says</span>Some</td>' in change
    assert 'class="ct-lane"' not in incident + change


def test_two_claims_of_one_day_and_number_are_one_mark() -> None:
    case = spill([("10", FigureKind.EXACT, 10, 10), ("20", FigureKind.EXACT, 20, 20)])
    first, second = case.claims
    again = replace(second, id="c-again")
    series = (replace(case.series[0], claims=(first.id, second.id, again.id)),)
    lane = only_lane(replace(case, claims=(first, second, again), series=series))
    assert [mark.said for mark in lane.marks] == ["10", "20"]


def test_days_stand_in_order_and_never_so_near_that_their_words_meet() -> None:
    case = spill([(str(number), FigureKind.EXACT, number, number) for number in (1, 2, 3, 4)])
    far = tuple(
        replace(one, issued=day)
        for one, day in zip(case.statements, ("2020-01-01", "2020-01-02", "2020-01-03", "2020-12-31"), strict=True)
    )
    places = [place for place, _ in lanes(replace(case, statements=far)).days]
    gaps = [later - earlier for earlier, later in pairwise(places)]
    assert (places[0], round(places[-1])) == (9, 91)
    assert min(gaps) > 10
    assert gaps[2] == max(gaps)


def test_a_timeline_asks_for_more_room_the_longer_its_words_and_the_nearer_its_days() -> None:
    def room(*said: str) -> float:
        return least_width(lanes(spill([(words, FigureKind.EXACT, 900, 900) for words in said])))

    assert room("7", "9") == 18
    assert room("7", "9") < room(*["About 9,000,000"] * 3) < room(*["About 9,000,000 in all"] * 3)
    assert room(*["About 9,000,000"] * 3) < room(*["About 9,000,000"] * 4)
    assert room(*["about nine million barrels of crude oil"] * 9) == 9 * 14


def test_the_words_of_a_break_stand_at_the_top_only_where_a_low_figure_is_near_it() -> None:
    def above(*values: float) -> list[bool]:
        lane = only_lane(
            spill(
                [(f"{value:,.0f}", FigureKind.EXACT, value, value) for value in values],
                stated_basis=StatedBasis.METHOD_CHANGE,
            )
        )
        return [one.above for one in lane.breaks]

    assert above(10, 900) == [False]
    assert above(900, 10, 880) == [True]
    assert above(900, 890, 880) == [False]


def test_words_at_other_heights_need_no_room_beside_each_other() -> None:
    level = [("About 9,000,000", FigureKind.EXACT, 9e6, 9e6), ("About 9,100,000", FigureKind.EXACT, 9.1e6, 9.1e6)]
    steep = [level[0], ("About 4,000", FigureKind.EXACT, 4000, 4000)]
    wide, narrow = (
        least_width(lanes(spill([*two, ("1", FigureKind.EXACT, 1, 1), ("1", FigureKind.EXACT, 1, 1)])))
        for two in (level, steep)
    )
    assert narrow < wide


def test_a_reader_narrows_the_list_by_kind_by_how_sure_and_by_what_was_said() -> None:
    case = barts_comparison()
    view = incident_view(case)
    assert kinds_in(case.changes)[:2] == (ChangeKind.UNCHANGED, ChangeKind.QUANTIFIED)
    added = narrowed(view, case.changes, Wanted(kinds=frozenset({ChangeKind.ADDED})))
    assert {one.kind for one in (*added.changed, *added.added, *added.possible)} == {ChangeKind.ADDED}
    assert added.unchanged == ()
    sure = narrowed(view, case.changes, Wanted(sure=words.VERY_LIKELY))
    assert sure.possible == ()
    assert 0 < listed(sure) < listed(view)
    mentioned = narrowed(view, case.changes, Wanted(said=words.MENTIONED))
    assert listed(mentioned) == 0
    assert narrowed(view, case.changes, Wanted()) == view


def test_the_choices_narrow_the_list_and_can_be_taken_back(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "incident", incident=INCIDENT)
    app.multiselect(key="kind").select("dropped").run()
    assert "1 of 5 " in page_html(app)
    assert "No longer mentioned" in page_html(app)
    assert "Possibly about the same thing" not in page_html(app)
    button(app, "Show all changes").click().run()
    assert "Possibly about the same thing" in page_html(app)


def test_a_link_opens_the_list_as_it_was_narrowed(tmp_path: Path, opened: Opened) -> None:
    app = opened(barts_store(tmp_path / "comms.db"), "incident", incident=INCIDENT, kind="No longer mentioned")
    assert app.multiselect(key="kind").value == ["dropped"]
    assert "Possibly about the same thing" not in page_html(app)


def test_no_change_is_said_as_plainly_as_one(tmp_path: Path, opened: Opened) -> None:
    case = replace(barts_comparison(), changes=(UNCHANGED,), findings=())
    app = opened(store_with(tmp_path / "comms.db", case), "incident")
    page = page_html(app)
    assert '<h1 class="ct-title">No change between these statements</h1>' in page
    assert '<h2 class="ct-section">What stayed the same</h2>' in page
    assert [one.label for one in app.expander] == [
        "The same as a table",
        "1 claim is unchanged, or worded differently",
    ]
    assert len(app.multiselect) == 0


def test_what_lies_between_two_statements_is_told_step_by_step(tmp_path: Path, opened: Opened) -> None:
    case = spill([(str(number), FigureKind.EXACT, number, number) for number in (1, 2, 3)])
    shown = chain(case, "s1", "s3")
    assert shown is not None
    first, second = steps(case, shown)
    assert (first.told, len(second.told)) == ((), 1)
    assert second.told[0].endswith("from 2 to 3. A higher figure; proposed by the program.")
    store = store_with(tmp_path / "comms.db", case)
    page = page_html(opened(store, "statements", incident="spill", earlier="s1", later="s3"))
    assert "1 statement (2 January 2020) stands between these two. Step by step, this changed:" in page
    assert "No change." in page


def test_any_two_statements_can_be_chosen_and_the_address_says_which(tmp_path: Path, opened: Opened) -> None:
    case = spill([(str(number), FigureKind.EXACT, number, number) for number in (1, 2, 3)])
    app = opened(store_with(tmp_path / "comms.db", case), "statements")
    assert app.query_params == {"incident": "spill", "earlier": "s2", "later": "s3"}
    app.selectbox(key="earlier statement").select("s1").run()
    assert app.query_params == {"incident": "spill", "earlier": "s1", "later": "s3"}
    stale = opened(store_with(tmp_path / "other.db", case), "statements", earlier="gone", later="s2")
    assert "The link asks for a statement that this store does not hold." in page_html(stale)
    assert stale.query_params == {"incident": "spill", "earlier": "s1", "later": "s2"}
