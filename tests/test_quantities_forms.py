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
