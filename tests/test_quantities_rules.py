"""Rules that hold for every input: values survive being written, offsets are true, paragraphs stand alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.quantities import read_figures
from comms_tracker.quantities.intervals import tolerance
from comms_tracker.records import Figure

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(10**9, "billion"), (10**6, "million"), (10**3, "thousand")]


def in_words(number: int, link: str) -> str:
    """The number as British ("and") or American (no "and") English writes it."""
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            joint = f" {link}" if 0 < rest < 100 and scale == 1000 and link else ""
            tail = f"{joint} {in_words(rest, link)}" if rest else ""
            return f"{in_words(number // scale, link)} {name}{tail}"
    if number >= 100:
        joint = f" {link}" if link else ""
        return f"{ONES[number // 100]} hundred" + (f"{joint} {in_words(number % 100, link)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


PIECES = st.sampled_from(
    [
        "about",
        "some",
        "more than",
        "at least",
        "up to",
        "between",
        "and",
        "or",
        "to",
        "a",
        "the",
        "one",
        "two",
        "third",
        "half",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "few",
        "many",
        "several",
        "most",
        "all",
        "no",
        "not",
        "every",
        "very",
        "small",
        "number",
        "of",
        "in",
        "per",
        "cent",
        "%",
        "£",
        "$",
        "-",
        "–",
        ",",
        ".",
        ":",
        "(",
        ")",
        "/",
        "'",
        "“",
        "”",
        "12",
        "1,700",
        "2.5",
        "2017",
        "0800",
        "9",
        "40 000",
        "½",
        "km",
        "hours",
        "people",
        "Kite",
        "May",
        "April",
        "at",
        "am",
        "pm",
        "m",
        "k",
        "bn",
        "x",
        "^",
        "\n",
        "\r\n",
        "\t",
        "\xa0",
        "\u2009",
        "é",
        "é",
        "🙂",
        "\u200f",
        "•",
        "\ufeff",
        "0",
        "000",
        "v",
        "section",
        "aged",
        "old",
        "week",
        "and a half",
        "minus",
        "point",
        "over",
        "under",
        "nearly",
        "in the low hundreds",
    ]
)
COMPOSED = st.lists(PIECES, max_size=25).flatmap(
    lambda words: st.lists(st.sampled_from(["", " ", "  "]), min_size=len(words), max_size=len(words)).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    )
)
NEUTRAL = st.sampled_from(["We are sorry.", "Engineers are at work.", "Thank you for bearing with us."])


@given(st.integers(min_value=2, max_value=10**12 - 1), st.sampled_from(["and", ""]))
def test_a_number_written_in_words_is_read_back(number: int, link: str) -> None:
    words = in_words(number, link)
    figures = read_figures(f"They lost {words} pebbles")
    assert [(figure.text, figure.low, figure.high) for figure in figures] == [(words, number, number)]


@given(st.integers(min_value=0, max_value=10**15))
def test_a_number_with_commas_is_read_back(number: int) -> None:
    written = f"{number:,}"
    figures = read_figures(f"They lost {written} pebbles")
    assert [(figure.text, figure.low, figure.high) for figure in figures] == [(written, number, number)]


@given(st.one_of(COMPOSED, st.text(max_size=60)))
def test_every_figure_stands_where_it_says_and_is_a_true_interval(text: str) -> None:
    figures = read_figures(text)
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert all(r.low is None or r.high is None or r.low <= r.high for r in figure.readings)
        assert figure.tolerance is None or figure.tolerance >= 0
        end = figure.end


@given(COMPOSED, COMPOSED)
def test_paragraphs_are_read_apart(first: str, second: str) -> None:
    shift = len(first) + 2
    alone = read_figures(first) + tuple(
        replace(figure, start=figure.start + shift, end=figure.end + shift) for figure in read_figures(second)
    )
    assert read_figures(f"{first}\n\n{second}") == alone


@given(st.integers(min_value=2, max_value=999), NEUTRAL, st.sampled_from(["about ", "", "up to ", "at least "]))
def test_a_neutral_sentence_beside_it_changes_no_figure(number: int, neutral: str, lead: str) -> None:
    sentence = f"We lost {lead}{number} pebbles."
    alone = read_figures(sentence)
    assert len(alone) == 1
    assert read_figures(f"{sentence} {neutral}") == alone
    shift = len(neutral) + 1
    moved = tuple(replace(figure, start=figure.start + shift, end=figure.end + shift) for figure in alone)
    assert read_figures(f"{neutral} {sentence}") == moved


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=0, max_value=6))
def test_a_tolerance_is_at_most_a_tenth_and_at_most_half_a_step(digits: int, zeros: int) -> None:
    reach = tolerance(float(digits * 10**zeros), 10.0**zeros)
    assert 0 < reach <= max(digits * 10**zeros / 10, 0.5)
    assert reach <= 10**zeros / 2 + 1e-6


def test_ten_times_the_paragraphs_of_dense_digits_give_ten_times_the_figures() -> None:
    unit = "1,1, pages 1, 2, 12:12 4 May and 5 one hundred and "
    few, many = read_figures((unit * 20 + "\n\n") * 10), read_figures((unit * 20 + "\n\n") * 100)
    assert len(few) > 100
    assert _without_place(many) == _without_place(few) * 10


def _without_place(figures: tuple[Figure, ...]) -> list[tuple[str, float | None, float | None]]:
    return [(figure.text, figure.low, figure.high) for figure in figures]


@pytest.mark.parametrize("word", ["minus", "negative"])
def test_of_many_words_of_a_negative_number_the_last_one_makes_it_negative(word: str) -> None:
    (figure,) = read_figures(f"{word} " * 3_000 + "12 degrees")
    assert (figure.text, figure.low) == (f"{word} 12 degrees", -12.0)
