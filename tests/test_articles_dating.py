"""When something in an article was: the words that articles use, seen from the day that the article came out."""

from __future__ import annotations

import pytest

from comms_tracker.articles import resolve

PUBLISHED = "2023-03-17"  # a Friday
DATES = [
    ("yesterday", "2023-03-16", "2023-03-16"),
    ("on Monday evening", "2023-03-13", "2023-03-13"),
    ("in the early hours of Tuesday", "2023-03-14", "2023-03-14"),
    ("last week", "2023-03-06", "2023-03-12"),
    ("last Wednesday", "2023-03-08", "2023-03-08"),
    ("last Friday", "2023-03-10", "2023-03-10"),
    ("last Monday", "2023-03-13", "2023-03-13"),
    ("earlier this week", "2023-03-13", "2023-03-16"),
    ("earlier this month", "2023-03-01", "2023-03-16"),
    ("three days ago", "2023-03-14", "2023-03-14"),
    ("a week ago", "2023-03-06", "2023-03-12"),
    ("a week ago today", "2023-03-10", "2023-03-10"),
    ("a fortnight ago", "2023-02-27", "2023-03-05"),
    ("three weeks ago", "2023-02-20", "2023-02-26"),
    ("two months ago", "2023-01-01", "2023-01-31"),
    ("over the weekend", "2023-03-11", "2023-03-12"),
    ("overnight", "2023-03-16", "2023-03-17"),
    ("on 3 March", "2023-03-03", "2023-03-03"),
    ("late on 29 December", "2022-12-29", "2022-12-29"),
    ("in late February", "2023-02-21", "2023-02-28"),
    ("since Tuesday", "2023-03-14", "2023-03-17"),
    ("between 3 and 9 March", "2023-03-03", "2023-03-09"),
    ("nearly six days after the spill, which began on Saturday March 11", "2023-03-16", "2023-03-17"),
    ("more than a week after the strike of 2 March", "2023-03-09", "2023-03-17"),
    ("two days before the vote on 9 March", "2023-03-07", "2023-03-07"),
    ("the day after the fire on 1 March", "2023-03-02", "2023-03-02"),
    ("on Boxing Day", "2022-12-26", "2022-12-26"),
    ("Easter Monday", "2022-04-18", "2022-04-18"),
    ("late last night", "2023-03-16", "2023-03-16"),
    ("Monday's", "2023-03-13", "2023-03-13"),
    ("in January", "2023-01-01", "2023-01-31"),
    ("between Sunday and Tuesday", "2023-03-12", "2023-03-14"),
    ("in the last week of January", "2023-01-25", "2023-01-31"),
    ("in the second half of 2022", "2022-07-01", "2022-12-31"),
    ("in the fourth quarter", "2022-10-01", "2022-12-31"),
    ("on the 28th", "2023-02-28", "2023-02-28"),
    ("on 8/9 March", "2023-03-08", "2023-03-09"),
    ("this month", "2023-03-01", "2023-03-17"),
    ("over the bank holiday weekend", "2023-03-11", "2023-03-13"),
    ("last summer", "2022-06-01", "2022-08-31"),
    ("on 2 March last year", "2022-03-02", "2022-03-02"),
    ("in January of last year", "2022-01-01", "2022-01-31"),
]


@pytest.mark.parametrize(("words", "first", "last"), DATES)
def test_words_for_a_day_are_the_days_that_a_reader_of_the_article_takes_them_for(
    words: str, first: str, last: str
) -> None:
    found = resolve(words, PUBLISHED)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_the_day_before_is_that_of_the_date_that_the_sentence_names() -> None:
    found = resolve("the day before", PUBLISHED, "The pier closed on 3 March; the day before, it was inspected.")
    assert found is not None
    assert found.first.isoformat() == found.last.isoformat() == "2023-03-02"


def test_a_number_of_days_later_counts_from_the_date_that_the_sentence_names_before() -> None:
    found = resolve("four days later", PUBLISHED, "The line wrote on 1 March, and four days later it wrote again.")
    assert found is not None
    assert found.first.isoformat() == found.last.isoformat() == "2023-03-05"


def test_a_date_that_the_verb_puts_ahead_is_the_next_one() -> None:
    found = resolve("on 2 February", PUBLISHED, "The pier will open on 2 February, the line said.")
    assert found is not None
    assert found.first.isoformat() == "2024-02-02"


@pytest.mark.parametrize("words", ["last week", "3 March", "on Boxing Day", "two days ago", "last summer"])
def test_no_year_is_guessed_where_the_article_has_no_date(words: str) -> None:
    assert resolve(words, None) is None


@pytest.mark.parametrize("words", ["in a statement", "31 June", "soon", ""])
def test_words_that_name_no_day_have_none(words: str) -> None:
    assert resolve(words, PUBLISHED) is None
