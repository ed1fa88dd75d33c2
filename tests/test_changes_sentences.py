"""The sentence around a claim, as far as marks tell: the words beside a figure are looked for in it."""

from __future__ import annotations

import pytest

from comms_tracker.changes.sentences import sentence_at, sentence_index


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. We closed 12 piers today. It ends.", "12", "We closed 12 piers today."),
        ("Prof. Ash counted 12 piers. More later.", "12", "Prof. Ash counted 12 piers."),
        ("Tern Ltd. Holdings shut 12 piers.", "12", "Tern Ltd. Holdings shut 12 piers."),
        ("They closed at 5 p.m.\nWe closed 12 piers", "12", "We closed 12 piers"),
    ],
)
def test_a_sentence_ends_at_its_mark_or_line_and_not_at_a_shortened_word(text: str, words: str, sentence: str) -> None:
    place = text.index(words)
    assert sentence_at(text, place, place + len(words)) == sentence


def test_a_place_is_in_the_sentence_around_it_and_in_none_between_two() -> None:
    text = "It rained.  We closed 12 piers."
    places = [(text.index(words), sentence_index(text, text.index(words))) for words in ("It", ".", "  ", "We", "12")]
    assert [index for _, index in places] == [0, 0, None, 1, 1]
    assert sentence_index(text, len(text)) is None
