"""Around a claim stands as much of its statement as a reader needs, to the character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.report.excerpts import LONGEST_PARAGRAPH, Excerpt, Mark, Piece, Tone, excerpt, passage, pieces


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=60))
    marks = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        figure = draw(st.none() | st.just((start, min(start + 2, end))))
        marks.append(Mark(start, end, draw(st.sampled_from(Tone)), figure))
    return text, marks


@given(marked_texts())
def test_however_marks_overlap_the_pieces_join_up_to_the_text(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    made = pieces(text, 0, len(text), marks)
    assert "".join(piece.text for piece in made) == text
    covered = {place for mark in marks for place in range(mark.start, mark.end)}
    assert sum(len(piece.text) for piece in made if piece.tone) == len(covered)


@given(marked_texts())
def test_every_mark_that_begins_also_ends_before_the_next_begins(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    inside = False
    for piece in pieces(text, 0, len(text), marks):
        assert piece.first == (piece.tone is not None and not inside)
        inside = piece.tone is not None and not piece.last
    assert not inside


def test_a_claim_of_the_shown_change_wins_over_a_claim_that_it_overlaps() -> None:
    text = "136 operations were cancelled, about 2.5 per cent"
    whole = Mark(0, len(text), Tone.OTHER)
    shown = Mark(*at(text, "136 operations were cancelled"), Tone.LATER, at(text, "136"))
    assert pieces(text, 0, len(text), (whole, shown)) == (
        Piece("136", Tone.LATER, figure=True, first=True),
        Piece(" operations were cancelled", Tone.LATER, last=True),
        Piece(", about 2.5 per cent", Tone.OTHER, first=True, last=True),
    )


def test_a_short_paragraph_is_shown_whole_and_says_that_the_statement_goes_on() -> None:
    text = "We are sorry.\n\nWe cancelled 136 operations. More will follow.\n\nThank you."
    assert excerpt(text, Mark(*at(text, "136 operations"), Tone.LATER)) == Excerpt(
        (
            Piece("We cancelled "),
            Piece("136 operations", Tone.LATER, first=True, last=True),
            Piece(". More will follow."),
        ),
        cut_before=True,
        cut_after=True,
    )


def test_of_a_long_paragraph_only_the_sentences_of_the_claim_are_shown() -> None:
    text = (
        "We are sorry for that. " * 20 + "We cancelled 136 operations, e.g. at Mile End. Thank you. " + "Be well. " * 9
    )
    start, end = passage(text, *at(text, "136 operations"))
    assert len(text) > LONGEST_PARAGRAPH
    assert text[start:end] == "We cancelled 136 operations, e.g. at Mile End."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- 12 boats sank\n- 40 people were taken off\n- Nobody is missing", "- 40 people were taken off"),
        ("Today:\n1. 12 boats sank.\n2. 40 people were taken off.\n3. No more.", "40 people were taken off."),
        (
            "| What | Number |\n|---|---|\n| 40 people were taken off | 40 |\n| Boats | 12 |\nThat is all.",
            "| 40 people were taken off | 40 |",
        ),
        ("It was set in lines: 40 people were\ntaken off, 3 - we think - hurt.", None),
    ],
)
def test_in_brief_a_point_of_a_list_or_a_row_of_a_table_stands_alone(text: str, shown: str | None) -> None:
    found = excerpt(text, Mark(*at(text, "40 people"), Tone.LATER), brief=True)
    assert "".join(piece.text for piece in found.pieces) == (shown or text)


@pytest.mark.parametrize("ending", ["", ".", "\n"])
def test_a_claim_at_the_very_end_is_shown_to_its_end(ending: str) -> None:
    text = "First.\n\nAll systems are back" + ending
    shown = excerpt(text, Mark(*at(text, "All systems are back"), Tone.OTHER))
    assert "".join(piece.text for piece in shown.pieces) == "All systems are back" + ending.strip()
    assert (shown.cut_before, shown.cut_after) == (True, False)


@pytest.mark.parametrize("shortened", ["Dr. Hale", "J. Hale", "Cllr. Hale", "Tern Ltd. Some"])
def test_a_passage_is_not_cut_behind_a_shortened_word(shortened: str) -> None:
    sentence = f"{shortened} said that 44 boats were held."
    text = f"{'We are sorry for the wait. ' * 20}{sentence} More will follow."
    assert text[slice(*passage(text, *at(text, "44 boats")))] == sentence
