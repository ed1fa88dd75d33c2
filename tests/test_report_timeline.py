"""A series over time: picture, table and sentence say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_comparison import (
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    SECOND,
    SURVEY,
    barts_comparison,
    claim,
    figure,
)

from comms_tracker.records import Claim, Comparison, Figure, FigureKind, Measure, Series, Statement
from comms_tracker.report.excerpts import Tone
from comms_tracker.report.timeline import Entry, Shape, Timeline, drawn, series_of, timeline
from comms_tracker.report.timeline_chart import BLUE, GREY, ORANGE, Style, chart

LIGHT, DARK = "#fbfaf7", "#14171b"
STYLE = Style("#1d2228", "#565d66", 640, 260)


def operations() -> Timeline:
    whole = barts_comparison()
    series = series_of(whole, OPERATIONS_LATER.id)
    assert series is not None
    return timeline(whole, series, OPERATIONS_EARLIER.id, OPERATIONS_LATER.id)


def test_a_vague_word_is_a_band_and_a_number_a_point() -> None:
    assert operations() == Timeline(
        entries=(
            Entry(
                claim=OPERATIONS_EARLIER.id,
                statement=FIRST.id,
                position=0,
                issued="2017-04-28",
                date="28 April 2017",
                said="a very small number",
                read_as="Usually read as 3 to 8, or as 1 to 5 per cent of the whole",
                source=SURVEY,
                shape=Shape.BAND,
                low=3,
                high=8,
                tone=Tone.EARLIER,
                has_figure=True,
                restated=False,
            ),
            Entry(
                claim=OPERATIONS_LATER.id,
                statement=SECOND.id,
                position=1,
                issued="2017-05-05",
                date="5 May 2017",
                said="136",
                read_as="136",
                source="",
                shape=Shape.POINT,
                low=136,
                high=136,
                tone=Tone.LATER,
                has_figure=True,
                restated=False,
            ),
        ),
        unit=None,
        log=False,
    )


def test_the_picture_can_be_read_aloud() -> None:
    assert operations().description == (
        "28 April 2017: a very small number, usually read as 3 to 8, or as 1 to 5 per cent of the whole; "
        "5 May 2017: 136."
    )


@pytest.mark.parametrize(
    ("read", "unit", "shape"),
    [
        (Figure("about 400", 0, 9, FigureKind.APPROXIMATE, 400, 400, tolerance=50), None, (Shape.POINT, 400, 400)),
        (Figure("more than 800", 0, 13, FigureKind.BOUND, 800, None, low_open=True), None, (Shape.AT_LEAST, 800, None)),
        (Figure("up to 500", 0, 9, FigureKind.BOUND, 0, 500), None, (Shape.AT_MOST, None, 500)),
        (Figure("12 to 20", 0, 8, FigureKind.RANGE, 12, 20), None, (Shape.RANGE, 12, 20)),
        (Figure("none", 0, 4, FigureKind.UNIVERSAL, 0, 0), None, (Shape.POINT, 0, 0)),
        (
            Figure("a third", 0, 7, FigureKind.PROPORTION, 33.33, 33.33, unit="percent"),
            None,
            (Shape.NOT_DRAWN, None, None),
        ),
        (Figure("some", 0, 4, FigureKind.VAGUE, None, None), None, (Shape.NOT_DRAWN, None, None)),
        (OPERATIONS_EARLIER.figure, "percent", (Shape.BAND, 1, 5)),
        (None, None, (Shape.NOT_DRAWN, None, None)),
    ],
)
def test_how_each_kind_of_figure_is_drawn(
    read: Figure | None, unit: str | None, shape: tuple[Shape, float | None, float | None]
) -> None:
    assert drawn(read, unit) == shape


def numbers_over_time(*told: str, dated: bool = True) -> tuple[Comparison, Timeline]:
    statements, claims = [], []
    for place, words in enumerate(told):
        one = Statement(
            f"s{place}", f"{words} homes are without power", issued=f"2020-01-0{place + 1}" if dated else None
        )
        low = float(words.replace(",", ""))
        claims.append(claim(one, one.text, figure(one, words, FigureKind.EXACT, low, low), Measure("be", "home")))
        statements.append(one)
    return _in_one_series(statements, claims)


def _in_one_series(statements: list[Statement], claims: list[Claim]) -> tuple[Comparison, Timeline]:
    series = Series("s", claims[0].measure, tuple(one.id for one in reversed(claims)))
    made = barts_comparison().produced_by
    whole = Comparison("storm", made, tuple(statements), tuple(claims), (series,), (), ())
    return whole, timeline(whole, series)


@pytest.mark.parametrize(("last", "log"), [("400", False), ("401", True)])
def test_the_scale_is_logarithmic_where_numbers_span_more_than_fifty_times(last: str, log: bool) -> None:
    _, line = numbers_over_time("8", last)
    assert line.log is log
    assert chart(line, STYLE).to_dict()["layer"][0]["encoding"]["y"]["scale"].get("type") == ("log" if log else None)
    assert line.description.endswith("The scale is logarithmic.") is log


def test_nothing_at_all_is_drawn_on_a_scale_that_has_a_nought() -> None:
    _, line = numbers_over_time("0", "3", "900")
    assert chart(line, STYLE).to_dict()["layer"][0]["encoding"]["y"]["scale"] == {
        "type": "symlog", "constant": 1, "domain": [0, 3600], "nice": False
    }  # fmt: skip


def test_a_logarithmic_scale_has_lines_at_the_powers_of_ten_alone() -> None:
    _, line = numbers_over_time("8", "401")
    assert chart(line, STYLE).to_dict()["layer"][0]["encoding"]["y"]["axis"]["values"] == [10, 100, 1000]
    _, line = numbers_over_time("0", "3", "900")
    assert chart(line, STYLE).to_dict()["layer"][0]["encoding"]["y"]["axis"]["values"] == [0, 1, 10, 100, 1000]


def test_entries_are_in_order_of_time_whatever_the_order_of_the_series() -> None:
    _, line = numbers_over_time("8", "9", "7")
    assert [entry.said for entry in line.entries] == ["8", "9", "7"]


def test_a_figure_that_a_statement_only_tells_again_is_said_to_be_from_before() -> None:
    whole, _ = numbers_over_time("8", "9")
    first, second = whole.claims
    whole = replace(whole, claims=(first, replace(second, restated=True)))
    line = timeline(whole, whole.series[0])
    assert [entry.read_as for entry in line.entries] == ["8", "9, restated from before"]
    assert line.description == "1 January 2020: 8; 2 January 2020: 9, restated from before."


def test_statements_without_dates_are_numbered() -> None:
    _, line = numbers_over_time("8", "9", dated=False)
    assert [entry.date for entry in line.entries] == ["Statement 1", "Statement 2"]
    assert not line.dated
    assert (
        chart(line, STYLE).to_dict()["layer"][0]["encoding"]["x"]["axis"]["labelExpr"]
        == "'Statement ' + (datum.value + 1)"
    )


def test_a_series_without_numbers_has_no_picture() -> None:
    one = Statement("s", "We have restored our systems")
    restored = claim(one, one.text, None, Measure("restore", "system"))
    _, line = _in_one_series([one], [restored])
    assert line.drawable == ()
    with pytest.raises(ValueError, match="no entry of this timeline has a number to draw"):
        chart(line, STYLE)


def test_the_picture_draws_the_band_from_its_low_to_its_high_end() -> None:
    spec = chart(operations(), STYLE).to_dict()
    (rows,) = spec["datasets"].values()
    assert [(row["shape"], row["from"], row["to"], row["label"], row["usually"]) for row in rows] == [
        ("band", 3, 8, "“a very small number”", "usually 3 to 8"),
        ("point", 136, 136, "136", ""),
    ]
    assert {layer["mark"]["type"] for layer in spec["layer"]} == {"point", "rect", "text"}


@pytest.mark.parametrize("mark", [BLUE, ORANGE, GREY])
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_marks_stand_out_on_both_backgrounds(mark: str, ground: str) -> None:
    assert contrast(mark, ground) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2 of a colour such as "#1d2228"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
