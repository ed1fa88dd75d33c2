"""The words of what a reader sees: kinds, dates, numbers, and quotations in their sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.changes.english import number_words
from comms_tracker.records import ChangeKind, Figure, FigureKind, Reading, ReadingAs, StatedBasis
from comms_tracker.report import groups, numbers, words
from comms_tracker.report.excerpts import sentence_around


def test_every_closed_set_has_its_words() -> None:
    for table, members in (
        (words.KIND, ChangeKind),
        (words.KIND_MEANING, ChangeKind),
        (words.STATED_BASIS, StatedBasis),
    ):
        assert set(table) == set(members)
    assert set(groups.GROUP) == set(ChangeKind) - {ChangeKind.UNCHANGED}


@pytest.mark.parametrize(
    ("confidence", "kind", "expected"),
    [
        (0.85, ChangeKind.QUANTIFIED, "very likely the same measure"),
        (0.6, ChangeKind.QUANTIFIED, "likely the same measure"),
        (0.59, ChangeKind.QUANTIFIED, "possibly the same measure"),
        (0.9, ChangeKind.ADDED, "very likely not said before"),
        (0.3, ChangeKind.DROPPED, "possibly left out of the next statement"),
    ],
)
def test_confidence_is_said_in_words_that_fit_the_kind(confidence: float, kind: ChangeKind, expected: str) -> None:
    assert words.confidence_words(confidence, kind) == expected


@pytest.mark.parametrize(
    ("issued", "day", "moment"),
    [
        ("2017-04-28", "28 April 2017", "28 April 2017"),
        ("2017-05-05T09:30+01:00", "5 May 2017", "5 May 2017 at 09:30"),
        ("2017-05-05T09:30:15Z", "5 May 2017", "5 May 2017 at 09:30"),
        (None, "date not given", "date not given"),
    ],
)
def test_dates_are_written_as_people_write_them(issued: str | None, day: str, moment: str) -> None:
    assert (words.date_words(issued), words.moment_words(issued)) == (day, moment)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (136, "136"),
        (14000, "14,000"),
        (2.5, "2.5"),
        (33.3333, "33.33"),
        (15_200_000, "15.2 million"),
        (1_234_567, "1,234,567"),
        (3e9, "3 billion"),
        (0.004, "0.004"),
        (-2.5, "-2.5"),
        (0, "0"),
    ],
)
def test_numbers_are_written_in_full_and_never_with_an_exponent(value: float, expected: str) -> None:
    assert number_words(value) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((3, 8), "3 to 8"),
        ((136, 136), "136"),
        ((800, None, None, True), "more than 800"),
        ((81, None), "at least 81"),
        ((None, 500e6), "up to 500 million"),
        ((0, 21000, None, False, True), "fewer than 21,000"),
        ((None, 5, "percent", False, True), "less than 5 per cent"),
        ((2.5, 2.5, "percent"), "2.5 per cent"),
        ((3e6, 4e6, "GBP"), "£3 million to £4 million"),
        ((200, 300, "CHF"), "CHF 200 to 300"),
        ((53000, 53000, "barrel/day"), "53,000 barrels a day"),
        ((1, 1, "hour"), "1 hour"),
        ((None, None), "not a number"),
    ],
)
def test_intervals_are_said_in_words(interval: tuple[float | None, ...], expected: str) -> None:
    assert numbers.interval_words(*interval) == expected  # type: ignore[arg-type]


def test_a_vague_figure_is_never_given_a_number_of_its_own() -> None:
    readings = (Reading(ReadingAs.COUNT, 3, 8, "survey"), Reading(ReadingAs.SHARE, 1, 5, "survey"))
    vague = Figure("few", 0, 3, FigureKind.VAGUE, None, None, readings=readings)
    assert numbers.figure_words(vague) == (
        "usually read as 3 to 8 (survey); usually read as 1 to 5 per cent of the whole (survey)"
    )
    assert numbers.figure_words(replace(vague, readings=())) == "no usual reading known"
    about = Figure("about 400", 0, 9, FigureKind.APPROXIMATE, 400, 400, tolerance=50)
    assert numbers.figure_words(about) == "about 400"
    assert numbers.figure_words(Figure("no", 0, 2, FigureKind.UNIVERSAL, 0, 0)) == "none"
    assert numbers.reading_line(Figure("All of", 0, 6, FigureKind.UNIVERSAL, None, None)) == "Read as the whole"


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        ("It began. We cancelled 12 operations today. It ends.", "12 operations", "We cancelled 12 operations today."),
        (
            "Dr. Smith said 12 operations were cancelled. More.",
            "12 operations",
            "Dr. Smith said 12 operations were cancelled.",
        ),
        ("About 2.5 per cent. Then 12 fell ill! So", "12", "Then 12 fell ill!"),
        ("Heading\n- 12 operations\n- 5 scans", "12 operations", "- 12 operations"),
        ("12", "12", "12"),
    ],
)
def test_a_claim_is_quoted_in_its_sentence(text: str, claim: str, expected: str) -> None:
    place = text.index(claim)
    start, end = sentence_around(text, place, place + len(claim))
    assert text[start:end] == expected


def test_a_sentence_too_long_to_quote_gives_way_to_the_claim() -> None:
    text = "and " * 100 + "12 operations"
    assert sentence_around(text, 400, 413) == (400, 413)


@given(st.text(alphabet='aA1.!?\n\r "”)'), st.data())
def test_the_quoted_sentence_always_holds_the_claim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
