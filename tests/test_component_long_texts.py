"""Long texts: a paragraph too long to be parsed at once is cut between sentences, and every offset stays true."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import comms_tracker
from comms_tracker.claims import extract_claims
from comms_tracker.claims.cutting import LONGEST, LONGEST_SENTENCE, pieces
from comms_tracker.claims.segments import SegmentKind, fold, segments
from comms_tracker.errors import InputError
from comms_tracker.language import pipeline
from comms_tracker.records import Statement

SENTENCE = "On Tuesday {} ferries were cancelled, and Mr. Oduya of St. Enoch Lines said that none would sail at night. "


def cut(text: str, longest: int, longest_sentence: int = 1_000) -> list[str]:
    return [text[start:end] for start, end in pieces(text, longest, longest_sentence)]


def test_a_text_that_is_not_too_long_is_left_whole() -> None:
    assert cut("Six went. Two stayed.", 21) == ["Six went. Two stayed."]
    assert list(pieces("", 10, 10)) == []


def test_a_long_text_is_cut_where_sentences_end_and_no_sooner_than_it_must_be() -> None:
    text = "Six trains went. Two stayed (at 9.30). “Why?” Nobody knows! 14 passengers waited."
    assert cut(text, 40, 30) == [
        "Six trains went. Two stayed (at 9.30).",
        "“Why?” Nobody knows!",
        "14 passengers waited.",
    ]


def test_a_title_a_decimal_point_and_a_small_letter_end_no_sentence() -> None:
    text = "We thank Mr. Oduya of St. Enoch Lines, who paid £2.5 m. for it all. Nothing else was lost."
    assert cut(text, 70, 70) == [
        "We thank Mr. Oduya of St. Enoch Lines, who paid £2.5 m. for it all.",
        "Nothing else was lost.",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("11, 12, 13, 14, 15", ["11, 12,", "13, 14, 15"]),
        ("lost and found and lost", ["lost and", "found and", "lost"]),
        ("1/2/3/4/5/6/7/8", ["1/2/3/4/5/", "6/7/8"]),
        ("a" * 23, ["a" * 10, "a" * 10, "aaa"]),
    ],
    ids=["behind a comma", "at a blank", "behind a mark without a blank", "anywhere, where there is neither"],
)
def test_a_stretch_without_a_sentences_end_is_cut_as_a_list(text: str, parts: list[str]) -> None:
    assert cut(text, 1_000, 10) == parts


def test_a_sentence_beside_an_endless_list_is_not_cut_with_it() -> None:
    text = "We lost these. Files 11, 12, 13, 14, 15, 16 and 17. They were old."
    assert cut(text, 1_000, 20) == ["We lost these.", "Files 11, 12, 13,", "14, 15, 16 and 17.", "They were old."]


def test_a_cut_paragraph_stays_one_and_a_table_row_stays_whole() -> None:
    text = "Chair: Six went. Two stayed. Four came.\n\n| Line | 12 |  | 13 |\n|---|---|---|---|\n| North | 14 | | 15 |"
    found = segments(text, longest=20, longest_sentence=20)
    assert [(one.text, one.paragraph, one.kind) for one in found] == [
        ("Chair: Six went.", 0, SegmentKind.PARAGRAPH),
        ("Two stayed.", 0, SegmentKind.PARAGRAPH),
        ("Four came.", 0, SegmentKind.PARAGRAPH),
        ("| North | 14 | | 15 |", 1, SegmentKind.TABLE_ROW),
    ]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["Six", "went", ".", "!", "”", "12,", "9.5", "Mr.", " ", "  ", "\n", "\n\n", "- ", ":"])),
    st.integers(1, 30),
    st.integers(1, 30),
)
def test_cutting_loses_no_word_and_keeps_every_offset(words: list[str], longest: int, sentence: int) -> None:
    text = " ".join(words)
    found = segments(text, longest, sentence)
    assert all(fold(text[one.start : one.end]) == one.text for one in found)
    assert all(0 < len(one.text) <= max(longest, sentence) for one in found)
    assert [one.start for one in found] == sorted({one.start for one in found})
    whole = segments(text)
    assert "".join("".join(one.text for one in found).split()) == "".join("".join(one.text for one in whole).split())


@given(st.text(max_size=300), st.integers(1, 50), st.integers(1, 50))
def test_any_text_is_cut_into_pieces_that_are_in_order_and_short_enough(text: str, longest: int, sentence: int) -> None:
    found = list(pieces(text, longest, sentence))
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(end - start <= max(longest, sentence) and text[start:end].strip() for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_a_long_paragraph_gives_the_claims_of_its_sentences() -> None:
    numbers = range(100, 100 + 3 * LONGEST // len(SENTENCE))
    text = "".join(map(SENTENCE.format, numbers))
    claims = extract_claims([Statement(id="long", text=text)])[0]
    assert len(segments(text)) == 4
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)
    assert [claim.text for claim in claims] == [f"On Tuesday {number} ferries were cancelled" for number in numbers]


def test_a_sentence_of_nothing_but_numbers_is_read_to_its_end() -> None:
    text = "We lost " + ", ".join(str(number) for number in range(1_000, 1_900)) + " files."
    assert max(len(segment.text) for segment in segments(text)) <= LONGEST_SENTENCE
    claims = comms_tracker.extract([text])[0]
    assert [claim.figure.low for claim in claims if claim.figure] == [float(number) for number in range(1_000, 1_900)]


def test_a_statement_over_ten_megabytes_is_refused_with_its_size() -> None:
    with pytest.raises(InputError) as raised:
        extract_claims([Statement(id="archive", text="många ord " * 1_000_001)])
    assert str(raised.value) == (
        "archive has 11.0 MB of text, and one statement may have 10 MB. "
        "Split it into one file for each statement, or into one JSONL line each."
    )


def test_a_paragraph_longer_than_the_parser_takes_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser refuses a text over its ``max_length``, a million characters; here it is what a piece may have."""
    monkeypatch.setattr(pipeline(), "max_length", LONGEST)
    numbers = range(100_000, 100_000 + 2 * LONGEST // len(SENTENCE))
    text = "".join(map(SENTENCE.format, numbers))
    assert len(text) > LONGEST
    claims = extract_claims([Statement(id="long", text=text)])[0]
    assert [claim.figure.low for claim in claims if claim.figure] == list(map(float, numbers))
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)
