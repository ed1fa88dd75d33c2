"""Rarer ways to write a number, each with one that looks like it and is read otherwise."""

from __future__ import annotations

import pytest

from comms_tracker.quantities import read_figures

Read = list[tuple[str, float | None, str | None]]


def read(text: str) -> Read:
    """The words, the value to six decimals and the unit of each figure; the words must stand where the figure says."""
    figures = read_figures(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert all(figure.low == figure.high for figure in figures)
    return [(figure.text, None if figure.low is None else round(figure.low, 6), figure.unit) for figure in figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("one two hundred and fifth of the levy", [("one two hundred and fifth", 0.49, "percent")]),
        ("three one hundred fifths of the levy", [("three one hundred fifths", 2.86, "percent")]),
        ("two hundred forty-fifths", [("two hundred forty-fifths", 4.444444, None)]),
        ("two hundred and forty-one fifths", [("two hundred and forty-one fifths", 48.2, None)]),
        ("six hundred fifths", [("six hundred fifths", 120, None)]),
        ("sixty-five hundredths of the levy", [("sixty-five hundredths", 65, "percent")]),
        ("It stalled for two hundred forty seconds.", [("two hundred forty seconds", 240, "second")]),
    ],
)
def test_an_ordinal_in_words_is_the_lower_part_of_a_fraction(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("7 thousand 2 hundred and 14 hens", [("7 thousand 2 hundred and 14", 7214, None)]),
        ("3 crore 40 lakh doses", [("3 crore 40 lakh", 34_000_000, None)]),
        ("£2 million 300 thousand", [("£2 million 300 thousand", 2_300_000, "GBP")]),
        ("In the first 6 thousand 20 million hid.", [("6 thousand", 6000, None), ("20 million", 20_000_000, None)]),
        ("Of 6 thousand 12 hens died.", [("6 thousand", 6000, None), ("12", 12, None)]),
        ("Of 6 thousand\n3 hundred died.", [("6 thousand", 6000, None), ("3 hundred", 300, None)]),
    ],
)
def test_digits_go_on_with_a_smaller_magnitude_after_a_larger_one(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The levy is 2.345,67 euros.", [("2.345,67 euros", 2345.67, "EUR")]),
        ("It cost 4.567.890,5 zloty.", [("4.567.890,5 zloty", 4_567_890.5, "PLN")]),
        ("It cost 6 543,21 euros.", [("6 543,21 euros", 6543.21, "EUR")]),
        ("It cost 6\u00a0543,21 euros.", [("6\u00a0543,21 euros", 6543.21, "EUR")]),
        ("It reached 1,7 million homes.", [("1,7 million", 1_700_000, None)]),
        ("It fell by 3,5 % and 4,25 %.", [("3,5 %", 3.5, "percent"), ("4,25 %", 4.25, "percent")]),
        ("The index is 0,8.", [("0,8", 0.8, None)]),
        ("We lost 7,8 & 9 hens.", [("7", 7, None), ("8", 8, None), ("9", 9, None)]),
        ("We lost 6,7,8 and 9 hens.", [("6", 6, None), ("7", 7, None), ("8", 8, None), ("9", 9, None)]),
        ("We lost 5, 6,7 hens.", [("5", 5, None), ("6", 6, None), ("7", 7, None)]),
        ("Rooms 4,5 are shut.", []),
        ("We run release 12.345.678 now.", []),
        ("It is open on 5,12 May.", []),
        ("It is at 10.20.30.40,5 times.", [("5 times", 5, "time")]),
    ],
)
def test_a_comma_before_one_or_two_digits_is_a_decimal_comma_outside_lists(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We lost 5 hundred and 20 hens.", [("5 hundred and 20", 520, None)]),
        ("We lost 500 and 20 came back.", [("500", 500, None), ("20", 20, None)]),
    ],
)
def test_digits_after_and_go_on_only_with_a_hundred_in_words(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We fed a dozen and a half hens.", [("a dozen and a half", 18, None)]),
        ("We fed six and a half dozen hens.", [("six and a half dozen", 78, None)]),
        ("We fed six dozen hens and a half-grown pig.", [("six dozen", 72, None)]),
        ("It ran one and two thirds of a mile.", [("one and two thirds of a mile", 1.666667, "mile")]),
        (
            "It ran two hundred and six and two thirds miles.",
            [("two hundred and six and two thirds miles", 206.666667, "mile")],
        ),
        ("It has two point seven one eight litres left.", [("two point seven one eight litres", 2.718, "litre")]),
        ("The point seven of us made is clear.", [("seven", 7, None)]),
        ("The change was -2,345 jobs.", [("-2,345", -2345, None)]),
        ("The change was minus 2,345 jobs.", [("minus 2,345", -2345, None)]),
        ("It holds 2e8 cells.", [("2e8", 200_000_000, None)]),
        ("It grew to 1.2^5 of the old size.", [("1.2^5", 2.48832, None)]),
        ("Model 2e8a is sold.", []),
    ],
)
def test_dozens_mixed_numbers_and_powers_have_their_value(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It opens on the twenty-third of June.", []),
        ("Our two hundred and fourth tram is here.", []),
        ("The six hundredth hen was fed.", []),
        ("A twenty-third of the hens fled.", [("A twenty-third", 4.35, "percent")]),
        ("Five twenty-thirds of the hens fled.", [("Five twenty-thirds", 21.74, "percent")]),
        ("a forty-third", [("a forty-third", 0.023256, None)]),
        ("It was a 35-second delay.", [("35-second", 35, "second")]),
        ("It was a ten-second delay.", [("ten-second", 10, "second")]),
        ("We sold six second-hand trams.", [("six", 6, None)]),
        ("It was a forty-second delay.", [("forty", 40, None)]),
        ("We thank the two hundred first responders.", [("two hundred", 200, None)]),
    ],
)
def test_an_ordinal_in_words_counts_nothing_unless_it_is_the_lower_part_of_a_fraction(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("- 2 3/5", [("- 2 3/5", -2.6, None)]),
        ("- 20 k", [("- 20 k", -20_000, None)]),
        ("| Net change | - 14% |", [("- 14%", -14, "percent")]),
        ("| Net change |-14|", [("-14", -14, None)]),
        ("- 14 trams failed", [("14", 14, None)]),
        ("We lost:\n- 14", [("14", 14, None)]),
        ("We lost:\n- 14\n- 16", [("14", 14, None), ("16", 16, None)]),
        ("– 14", [("14", 14, None)]),
        ("| Trams - 14 |", [("14", 14, None)]),
    ],
)
def test_a_minus_with_a_space_is_a_sign_only_where_no_bullet_can_stand(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("two out of five", [("two out of five", 0.4, None)]),
        ("1 in thirty", [("1 in thirty", 0.033333, None)]),
        ("Two out of five.", [("Two out of five", 40, "percent")]),
        ("Two out of five tenants wrote", [("Two out of five", 40, "percent")]),
        ("one tenant in five", [("one tenant in five", 20, "percent")]),
        ("14 per 100,000", [("14 per 100,000", 0.014, "percent")]),
    ],
)
def test_a_rate_is_a_plain_number_only_where_nothing_else_stands(text: str, figures: Read) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It used 2,345.5 G of disk.", [("2,345.5 G", 2_345_500_000_000, None)]),
        ("It used 2,345G of disk.", [("2,345G", 2_345_000_000_000, None)]),
        ("Our 5G masts are dark.", []),
        ("It held 5g of salt.", [("5g", 5, "gram")]),
    ],
)
def test_a_capital_g_is_a_thousand_million_only_after_thousands_with_a_comma(text: str, figures: Read) -> None:
    assert read(text) == figures
