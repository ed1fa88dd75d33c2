"""A text's words with their grammar, and its claims where they are asked for."""

from __future__ import annotations

from fuzz_parts import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from comms_tracker import extract
from comms_tracker.claims.outline import Outline, iter_outlines


def outline(text: str) -> Outline:
    return next(iter_outlines([text]))


def test_words_have_lemma_part_head_and_place() -> None:
    words = outline("We lost 3 parcels.").words
    assert [(word.text, word.lemma, word.part, words[word.head].text, word.start) for word in words] == [
        ("We", "we", "PRON", "lost", 0),
        ("lost", "lose", "VERB", "lost", 3),
        ("3", "3", "NUM", "parcels", 8),
        ("parcels", "parcel", "NOUN", "lost", 10),
        (".", ".", "PUNCT", "lost", 17),
    ]


def test_words_that_the_parser_gets_otherwise_are_the_texts_own() -> None:
    words = outline("It cost £3.5m at 9 a.m. Then we left.").words
    assert [(word.text, word.lemma, word.start) for word in words if word.text in {"3.5m", "a.m"}] == [
        ("3.5m", "3.5m", 9),
        ("a.m", "a.m", 19),
    ]


def test_heads_count_on_from_one_paragraph_to_the_next() -> None:
    words = outline("We lost 3 parcels.\n\nNo money went missing.").words
    money = next(word for word in words if word.text == "money")
    assert words[money.head].lemma == "go"


def test_labels_and_cells_that_are_not_parsed_are_names() -> None:
    words = outline("Ruth Ames: We lost 3 parcels.\n\n| Depot | Lost |\n|---|---|\n| Leigh | 3 |").words
    names = [word.text for word in words if word.part == "PROPN"]
    assert names == ["Ruth", "Ames", "Depot", "Lost", "Leigh", "3"]


def test_claims_come_only_with_the_texts_they_are_asked_for_and_are_those_of_extract() -> None:
    texts = ["We lost 3 parcels.", "No money went missing."]
    bare, asked = iter_outlines(texts, {texts[1]})
    assert bare.claims == ()
    assert [(claim.text, claim.polarity) for claim in asked.claims] == [
        (claim.text, claim.polarity) for claim in extract(texts)[1]
    ]
    assert asked.claims


@given(texts() | st.text(max_size=120))
@settings(max_examples=60)
def test_every_word_stands_where_it_says_in_any_text(text: str) -> None:
    words = outline(text).words
    assert [word.text for word in words] == [text[word.start : word.end] for word in words]
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert all(0 <= word.head < len(words) for word in words)
