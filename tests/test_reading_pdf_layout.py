"""The lines of a page to text: whatever stands where, no word is lost and none is made up."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.reading.pdf_layout import Page, running_text
from comms_tracker.reading.pdf_order import Line, in_reading_order

WIDTH = 5.0
"""Points of a letter."""
WORDS = st.text("abcdefg ,", min_size=1, max_size=30).map(lambda words: " ".join(words.split())).filter(bool)
PLACES = st.tuples(st.integers(5, 40), st.integers(5, 55), WORDS)


def line(left: float, bottom: float, words: str) -> Line:
    return Line(words, left, bottom, left + WIDTH * len(words), bottom + 10)


def page(placed: list[tuple[int, int, str]]) -> Page:
    """Each line as a block of its own, on a grid."""
    return Page(tuple((line(10.0 * across, 14.0 * up, words),) for across, up, words in placed))


@given(st.lists(PLACES, min_size=1, max_size=25, unique_by=lambda placed: placed[:2]))
def test_every_word_of_a_page_is_in_its_text_once(placed: list[tuple[int, int, str]]) -> None:
    read = running_text([page(placed)])
    words = Counter(word for _, _, said in placed for word in said.split())
    assert Counter(word for word in read.text.split() if word.strip("|-")) == words


@given(st.lists(st.lists(PLACES, min_size=1, max_size=8, unique_by=lambda placed: placed[:2]), min_size=1, max_size=4))
def test_pages_begin_in_their_order_and_at_a_word(pages: list[list[tuple[int, int, str]]]) -> None:
    # No two pages have a line in common, which would be a running head or foot.
    pages = [
        [(across, up, f"{mark}{said}") for across, up, said in placed]
        for mark, placed in zip("pqrs", pages, strict=False)
    ]
    read = running_text([page(placed) for placed in pages])
    assert [each.number for each in read.pages] == list(range(1, len(pages) + 1))
    assert read.pages[0].start == 0
    assert all(earlier.start < later.start for earlier, later in pairwise(read.pages))
    ends = [*(each.start for each in read.pages[1:]), len(read.text)]
    for placed, begins, end in zip(pages, read.pages, ends, strict=True):
        words = Counter(word for *_, said in placed for word in said.split())
        assert Counter(word for word in read.text[begins.start : end].split() if word.strip("|-")) == words
        assert not read.text[begins.start].isspace()


def test_a_stretch_of_prose_below_a_table_is_no_part_of_it() -> None:
    cells = [(line(72, 700, "Quay"),), (line(200, 700, "136"),), (line(72, 686, "Hill"),), (line(200, 686, "264"),)]
    below = (line(72, 650, "Thank you."),)
    ordered = [[each.text for each in block] for block, _ in in_reading_order([below, *cells])]
    assert ordered == [["| Quay | 136 |", "| Hill | 264 |"], ["Thank you."]]


def test_three_columns_of_prose_are_read_from_left_to_right() -> None:
    columns = [
        tuple(line(left, 700 - 14 * place, f"{name} line number {place} of it") for place in range(3))
        for left, name in ((50, "First"), (230, "Second"), (410, "Third"))
    ]
    ordered = [block[0].text.split()[0] for block, _ in in_reading_order(columns[::-1])]
    assert ordered == ["First", "Second", "Third"]
