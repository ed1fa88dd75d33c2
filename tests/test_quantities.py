"""What figures of ordinary English statements say: number, money, share, range, bound, each with its exact words."""

from __future__ import annotations

import pytest
from quantities_samples import only

import comms_tracker
from comms_tracker.quantities import read_figures
from comms_tracker.records import Figure, FigureKind

Ends = tuple[float | None, float | None]


def test_a_figure_is_a_whole_record_with_its_place_and_rule() -> None:
    assert read_figures("Trains: no fewer than 900 lost services.") == (
        Figure(
            text="no fewer than 900",
            start=8,
            end=25,
            kind=FigureKind.BOUND,
            low=900.0,
            high=None,
            low_open=False,
            high_open=False,
            unit=None,
            tolerance=None,
            readings=(),
            rule="number + at_least",
        ),
    )


def test_figures_come_in_step_with_the_texts() -> None:
    read = comms_tracker.figures(["12 sheds and 3 barns burned", "Nothing to add.", "a hundred"])
    assert [[figure.text for figure in figures] for figures in read] == [["12", "3"], ["Nothing"], ["a hundred"]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("1,517 appointments were moved", "1,517", 1517),
        ("one hundred and thirty-six operations", "one hundred and thirty-six", 136),
        ("twelve hundred guests were moved", "twelve hundred", 1200),
        ("half a million letters were late", "half a million", 500_000),
        ("a quarter of a million pamphlets", "a quarter of a million", 250_000),
        ("15.2m records", "15.2m", 15_200_000),
        ("3.5k users", "3.5k", 3500),
        ("two dozen schools", "two dozen", 24),
        ("half a dozen vans", "half a dozen", 6),
        ("two and a half million cards", "two and a half million", 2_500_000),
        ("a million and a half visits", "a million and a half", 1_500_000),
        ("40 000 homes", "40 000", 40_000),
        ("1\u202f234\u202f567 rows", "1\u202f234\u202f567", 1_234_567),
        ("12,34,567 tickets", "12,34,567", 1_234_567),
        ("6 crore and two hundred coupons", "6 crore and two hundred", 60_000_200),
        ("nine hundred and twelve thousand tins", "nine hundred and twelve thousand", 912_000),
        ("2½ laps", "2½", 2.5),
        ("minus twelve points", "minus twelve", -12),
        ("a 40-strong crew", "40", 40),
        ("another 22 people are missing", "another 22", 22),
        ("a further 65,000 customers", "a further 65,000", 65_000),
        ("the remaining 6.5 million accounts", "6.5 million", 6_500_000),
        ("up from 143 million", "143 million", 143_000_000),
        ("| Bags | 11,900 |", "11,900", 11_900),
    ],
)
def test_numbers_in_digits_and_words_have_their_value(text: str, words: str, value: float) -> None:
    figure = only(text)
    assert (figure.text, figure.low, figure.high, figure.kind, figure.unit) == (
        words,
        value,
        value,
        FigureKind.EXACT,
        None,
    )


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("a £3.5m fine", "£3.5m", 3_500_000, "GBP"),
        ("US$4.1bn was advanced", "US$4.1bn", 4_100_000_000, "USD"),
        ("the bill is 1.4 billion euros", "1.4 billion euros", 1_400_000_000, "EUR"),
        ("a $20-million settlement", "$20-million", 20_000_000, "USD"),
        ("C$5,000 each", "C$5,000", 5000, "CAD"),
        ("35,000 Swiss francs", "35,000 Swiss francs", 35_000, "CHF"),
        ("AUD 12 million", "AUD 12 million", 12_000_000, "AUD"),
        ("3 dollars 50 cents", "3 dollars 50 cents", 3.5, "USD"),
        ("£12.50 per month", "£12.50 per month", 12.5, "GBP/month"),
        ("80 pence", "80 pence", 80, "penny"),
        ("a 36-hour outage", "36-hour", 36, "hour"),
        ("the queue lasted two and a half hours", "two and a half hours", 2.5, "hour"),
        ("it took an hour and a half", "an hour and a half", 1.5, "hour"),
        ("half an hour late", "half an hour", 0.5, "hour"),
        ("three quarters of an hour late", "three quarters of an hour", 0.75, "hour"),
        ("open seven days a week", "seven days a week", 7, "day/week"),
        ("within 15 working days", "15 working days", 15, "working day"),
        ("the well leaked 5,000 barrels a day", "5,000 barrels a day", 5000, "barrel/day"),
        ("12mg/l of nitrate", "12mg/l", 12, "milligram/litre"),
        ("the water rose 30cm", "30cm", 30, "centimetre"),
        ("the river peaked at 4.2m", "4.2m", 4.2, "metre"),
        ("a drift of 6ft 3in", "6ft 3in", 6.25, "foot"),
        ("it was -5C overnight", "-5C", -5, "degree Celsius"),
        ("gusts of 80mph", "80mph", 80, "mile/hour"),
        ("200 square miles", "200 square miles", 200, "square mile"),
        ("rates rose by 5 percentage points", "5 percentage points", 5, "percentage point"),
        ("calls doubled", "doubled", 2, "time"),
        ("delays halved", "halved", 0.5, "time"),
        ("a 15-fold rise", "15-fold", 15, "time"),
        ("twice as many calls", "twice", 2, "time"),
        ("the count took 9 hours and 30 minutes", "9 hours and 30 minutes", 9.5, "hour"),
        ("a crack within a mile of the dam", "a mile", 1, "mile"),
        ("oil at $60 a barrel", "$60", 60, "USD"),
    ],
)
def test_money_and_measures_carry_their_unit(text: str, words: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.text, figure.low, figure.high, figure.unit) == (words, value, value, unit)
    assert (figure.kind, figure.tolerance, figure.readings) == (FigureKind.EXACT, None, ())


@pytest.mark.parametrize(
    ("text", "words", "percent"),
    [
        ("2.5 per cent of lorries", "2.5 per cent", 2.5),
        ("twenty-five percent of trees", "twenty-five percent", 25),
        ("7% of pupils", "7%", 7),
        ("two and a half per cent of wells", "two and a half per cent", 2.5),
        ("a third of trips", "a third", 33.33),
        ("a third fewer trips", "a third", 33.33),
        ("prices fell by a third.", "a third", 33.33),
        ("two-thirds of lamps", "two-thirds", 66.67),
        ("three quarters of tenants", "three quarters", 75),
        ("half of the plots", "half", 50),
        ("¾ of drivers", "¾", 75),
        ("3/4 of drivers", "3/4", 75),
        ("one in five tenants", "one in five", 20),
        ("3 in 4 adults", "3 in 4", 75),
        ("nine out of ten calls", "nine out of ten", 90),
        ("one patient in five", "one patient in five", 20),
        ("1 in 250 births", "1 in 250", 0.4),
        ("12 per 1,000 hens", "12 per 1,000", 1.2),
    ],
)
def test_shares_are_written_in_per_cent(text: str, words: str, percent: float) -> None:
    figure = only(text)
    assert (figure.text, figure.low, figure.high, figure.unit, figure.kind) == (
        words,
        percent,
        percent,
        "percent",
        FigureKind.PROPORTION,
    )


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "tolerance"),
    [
        ("About 400 hens died", "About 400", 400, 400, 40),
        ("some 450,000 letters", "some 450,000", 450_000, 450_000, 5000),
        ("roughly 1,000 flats", "roughly 1,000", 1000, 1000, 100),
        ("approx. 23,000 bags", "approx. 23,000", 23_000, 23_000, 500),
        ("in the region of 7.7 million", "in the region of 7.7 million", 7_700_000, 7_700_000, 50_000),
        ("an estimated 216,000 people", "an estimated 216,000", 216_000, 216_000, 500),
        ("50 or so ducks", "50 or so", 50, 50, 5),
        ("400-odd boats", "400-odd", 400, 400, 40),
        ("nearly 500 boats", "nearly 500", 450, 500, 50),
        ("almost 40 million pages", "almost 40 million", 36_000_000, 40_000_000, 4_000_000),
        ("just over 40 bikes", "just over 40", 40, 44, 4),
        ("just under 12 tons", "just under 12 tons", 11.5, 12, 0.5),
    ],
)
def test_an_approximate_number_is_as_wide_as_its_rounding(
    text: str, words: str, low: float, high: float, tolerance: float
) -> None:
    figure = only(text)
    assert (figure.text, figure.low, figure.high, figure.tolerance) == (words, low, high, tolerance)
    assert figure.kind is FigureKind.APPROXIMATE


def test_an_approximate_share_is_a_proportion_with_a_tolerance() -> None:
    figure = only("around 6% of our lamps")
    assert (figure.text, figure.kind, figure.low, figure.tolerance) == ("around 6%", FigureKind.PROPORTION, 6, 0.5)


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "open_end"),
    [
        ("more than 800 lambs", "more than 800", 800, None, True),
        ("over a hundred lambs", "over a hundred", 100, None, True),
        ("upwards of 200 lambs", "upwards of 200", 200, None, True),
        ("north of 300 lambs", "north of 300", 300, None, True),
        ("at least 81 lambs", "at least 81", 81, None, False),
        ("12 or more lambs", "12 or more", 12, None, False),
        ("100+ lambs", "100+", 100, None, False),
        ("a minimum of two lambs", "a minimum of two", 2, None, False),
        ("fewer than 21,000 lambs", "fewer than 21,000", None, 21_000, True),
        ("well under £5m", "well under £5m", None, 5_000_000, True),
        ("up to 90 minutes", "up to 90 minutes", None, 90, False),
        ("as many as 421 lambs", "as many as 421", None, 421, False),
        ("no more than three lambs", "no more than three", None, 3, False),
        ("a maximum of 40 lambs", "a maximum of 40", None, 40, False),
    ],
)
def test_a_bound_has_one_end_open_or_closed(
    text: str, words: str, low: float | None, high: float | None, open_end: bool
) -> None:
    figure = only(text)
    assert (figure.text, figure.low, figure.high, figure.kind) == (words, low, high, FigureKind.BOUND)
    assert (figure.low_open, figure.high_open) == (open_end and low is not None, open_end and high is not None)


def test_a_range_of_shares_is_a_proportion_with_two_ends() -> None:
    figure = only("between a third and a half of trips")
    assert (figure.text, figure.kind, figure.low, figure.high, figure.unit) == (
        "between a third and a half",
        FigureKind.PROPORTION,
        33.33,
        50,
        "percent",
    )


def test_a_bounded_share_is_a_proportion_with_an_open_end() -> None:
    assert only("fewer than 3 per cent of scripts") == Figure(
        *("fewer than 3 per cent", 0, 21, FigureKind.PROPORTION, None, 3.0),
        high_open=True,
        unit="percent",
        rule="percent + less_than",
    )


@pytest.mark.parametrize(
    ("text", "words", "ends", "unit"),
    [
        ("between 95 and 190 owls", "between 95 and 190", (95, 190), None),
        ("between about 400 and 450 owls", "between about 400 and 450", (400, 450), None),
        ("between £300,000 and £350,000", "between £300,000 and £350,000", (300_000, 350_000), "GBP"),
        ("12,000 to 19,000 owls", "12,000 to 19,000", (12_000, 19_000), None),
        ("approximately £22m to £30m", "approximately £22m to £30m", (22e6, 30e6), "GBP"),
        ("£1.5-2m", "£1.5-2m", (1.5e6, 2e6), "GBP"),
        ("3-4 owls", "3-4", (3, 4), None),
        ("1,000–1,500 owls", "1,000–1,500", (1000, 1500), None),
        ("nine or ten owls", "nine or ten", (9, 10), None),
        ("three to four weeks", "three to four weeks", (3, 4), "week"),
        ("dropping 600 to 700 mm of rain", "600 to 700 mm", (600, 700), "millimetre"),
        ("1.5 to 2 million owls", "1.5 to 2 million", (1.5e6, 2e6), None),
        ("more than 20 but fewer than 35 owls", "more than 20 but fewer than 35", (20, 35), None),
        ("in the thousands, but less than 10,000", "in the thousands, but less than 10,000", (1000, 10_000), None),
    ],
)
def test_a_range_has_both_ends(text: str, words: str, ends: Ends, unit: str | None) -> None:
    figure = only(text)
    assert (figure.text, (figure.low, figure.high), figure.unit) == (words, ends, unit)
    assert figure.kind is FigureKind.RANGE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cases rose from 120 to 195 in May.", ["120", "195"]),
        ("The toll was cut from 80 to 68.", ["80", "68"]),
        ("9, 12 and 14 people were hurt.", ["9", "12", "14"]),
        ("Of the 380,000 details, 244,000 were sold.", ["380,000", "244,000"]),
        ("45 out of 120 buses failed.", ["45", "120"]),
        ("We paid £10, £20 or £50.", ["£10", "£20", "£50"]),
        ("We paid £900 to 1,200 tenants.", ["£900", "1,200"]),
        ("The bank lost £3 million and 12 staff left.", ["£3 million", "12"]),
    ],
)
def test_neighbouring_numbers_stay_apart_where_they_count_different_things(text: str, words: list[str]) -> None:
    assert [figure.text for figure in read_figures(text)] == words


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("No trams ran", "No", 0),
        ("None of the wells is dry", "None", 0),
        ("Nobody was hurt", "Nobody", 0),
        ("no one was hurt", "no one", 0),
        ("Nothing was taken", "Nothing", 0),
        ("Not one claim was paid", "Not one", 0),
        ("not a single file was read", "not a single", 0),
        ("We are not aware of any thefts", "any", 0),
        ("All trams are back", "All", None),
        ("every tenant was told", "every", None),
        ("Each of the tenants was told", "Each", None),
        ("Everyone is safe", "Everyone", None),
    ],
)
def test_all_and_none_are_universal(text: str, words: str, value: float | None) -> None:
    figure = only(text)
    assert (figure.text, figure.low, figure.high, figure.kind) == (words, value, value, FigureKind.UNIVERSAL)


def test_over_a_time_is_a_bound_only_where_the_time_is_what_was_taken() -> None:
    assert only("They waited for over three hours.").low_open is True
    assert only("Over three days, crews cleared the road.").kind is FigureKind.EXACT
