"""The sentence around a claim, as far as marks tell: the words beside a figure are looked for in it."""

from __future__ import annotations

import pytest

from comms_tracker.changes.sentences import sentence_at


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
