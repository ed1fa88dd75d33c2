"""The dates, ranks, scores and results of a text, each as an interval with its exact place."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.changes.intervals import Interval
from comms_tracker.claims.outline import iter_outlines
from comms_tracker.relation.dates import read_dates
from comms_tracker.relation.quantity import Quantity, Sort
from comms_tracker.relation.read import Read, read


def read_text(text: str) -> Read:
    return read(next(iter_outlines([text])))


def seen(text: str) -> list[tuple[str, Sort, Interval]]:
    return [(text[one.start : one.end], one.sort, one.interval) for one in read_text(text).quantities]


def only(text: str) -> Quantity:
    (quantity,) = read_text(text).quantities
    return quantity


def day(year: int, month: int, number: int) -> float:
    return float(date(year, month, number).toordinal())


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("It opened on 4 June 1914.", "4 June 1914", Interval(day(1914, 6, 4), day(1914, 6, 4))),
        ("It opened on June 4, 1914.", "June 4, 1914", Interval(day(1914, 6, 4), day(1914, 6, 4))),
        ("It opened in June 1914.", "June 1914", Interval(day(1914, 6, 1), day(1914, 6, 30))),
        ("It opened in 1914.", "1914", Interval(day(1914, 1, 1), day(1914, 12, 31))),
        ("It opened in the 1910s.", "1910s", Interval(day(1910, 1, 1), day(1919, 12, 31))),
        ("It opened before 1914.", "1914", Interval(None, day(1914, 1, 1), high_open=True)),
        ("It opened after June 1914.", "June 1914", Interval(day(1914, 6, 30), None, low_open=True)),
        ("It was open until 1914.", "1914", Interval(None, day(1914, 12, 31))),
        ("It has been open since June 1914.", "June 1914", Interval(day(1914, 6, 1), None)),
    ],
)
def test_dates_are_the_days_that_they_span(text: str, words: str, interval: Interval) -> None:
    (found,) = read_dates(text)
    assert (text[found.start : found.end], found.sort, found.interval) == (words, Sort.DATE, interval)


@given(st.dates(min_value=date(1100, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_is_read_in_both_orders_of_its_words(given_day: date) -> None:
    texts = (
        f"on {given_day.day} {given_day:%B} {given_day.year}",
        f"on {given_day:%B} {given_day.day}, {given_day.year}",
    )
    for text in texts:
        (found,) = read_dates(text)
        assert found.interval == Interval(float(given_day.toordinal()), float(given_day.toordinal()))


def test_what_no_calendar_has_is_no_day_but_may_be_a_year() -> None:
    assert [one.sort for one in read_dates("on 31 June 2019")] == [Sort.DATE]
    assert read_dates("on 31 June") == []


def test_a_bare_number_of_four_digits_is_an_early_year_only_after_a_word_for_time() -> None:
    assert len(read_dates("It was built in 1340.")) == 1
    assert read_dates("He won 3 Masters 1000 finals.") == []


def test_a_day_without_a_year_is_compared_by_the_day_of_the_year() -> None:
    (bare,), (full,) = read_dates("It opened on 4 June."), read_dates("It opened on 4 June 1914.")
    assert bare.sort is Sort.DAY_OF_YEAR
    assert bare.interval == full.day


def test_the_day_that_something_holds_at_is_told_by_the_words_before_it() -> None:
    assert [one.as_of for one in read_dates("As of 3 May 2021 it had closed; it opened on 9 May 2021.")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The choir came third.", ("third", Sort.RANK, Interval(3.0, 3.0))),
        ("She is ranked at number four.", ("number four", Sort.RANK, Interval(4.0, 4.0))),
        ("The song was a top 10 hit.", ("top 10", Sort.RANK, Interval(None, 10.0))),
        ("They ended above 5th.", ("5th", Sort.RANK, Interval(None, 5.0, high_open=True))),
        ("They ended below 5th.", ("5th", Sort.RANK, Interval(5.0, None, low_open=True))),
        ("He scored after the 57th minute.", ("57th", Sort.RANK, Interval(57.0, None, low_open=True))),
        ("Guests gave it 7.1/10.", ("7.1/10", Sort.SCORE, Interval(7.1, 7.1))),
        ("Guests gave it 71 out of 100.", ("71 out of 100", Sort.SHARE, Interval(71.0, 71.0))),
        ("The town won 3–2.", ("3–2", Sort.RESULT, Interval(3002.0, 3002.0))),
        ("The outage lasted 2 hours.", ("2 hours", Sort.MEASURE, Interval(120.0, 120.0))),
        ("It cost £3m.", ("£3m", Sort.MONEY, Interval(3e6, 3e6))),
    ],
)
def test_ranks_scores_and_figures_have_their_sort(text: str, quantity: tuple[str, Sort, Interval]) -> None:
    assert seen(text) == [quantity]


def test_a_number_in_a_name_is_none_of_the_texts_numbers() -> None:
    assert seen("Chapter 3 made money.") == []
    assert seen("The film Harbour Nights 2 is long.") == []
    assert seen("Paris 3 times saw snow.") == [("3 times", Sort.COUNT, Interval(3.0, 3.0))]


def test_a_number_has_what_it_counts_what_happened_and_where_its_words_end() -> None:
    text = "The depot lost 412 small parcels in March."
    number = next(one for one in read_text(text).quantities if one.sort is Sort.COUNT)
    assert (number.noun, number.verb) == ("parcel", "lose")
    assert text[slice(*number.shown)] == "412 small parcels"


def test_words_told_of_one_thing_count_as_one() -> None:
    one, other = only("21 critics liked it."), only("21 reviewers liked it.")
    assert one.noun == other.noun == "review"


def test_an_increment_and_an_earlier_accounts_figure_are_marked() -> None:
    increment = only("Another 51 ferries were cancelled.")
    assert (increment.increment, increment.restated) == (True, False)
    now, then = read_text("51 crews were needed, up from the 43 that we gave.").quantities
    assert [(one.restated, one.increment) for one in (now, then)] == [(False, False), (True, False)]


PIECES = (
    *("on 4 June 1914", "in 1907", "before", "the", "third", "top 10", "7.1/10", "3–2", "£3m", "2 hours", "Chapter 3"),
    *("half", "more than", "412", "parcels", ".", ",", "–", "/", "Another", "up from the"),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map(" ".join))
def test_quantities_never_overlap_and_stand_in_order(text: str) -> None:
    found = read_text(text).quantities
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
