"""Remembered attribute rules give what the model's own ruler gives, on every text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from cli_runner import CORPUS
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from comms_tracker import lemmas
from comms_tracker.attribute_rules import NAME, OPENS, RULER, RememberedRules
from comms_tracker.claims.segments import segments
from comms_tracker.language import bare_pipeline, pipeline

ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START"]
ODD = (
    "There is nothin' here, let's go; I'm gonna, it ain't, y'all got ta c'mon.",
    "  I gave it to you\n\nand you to me \t ",
    "doin' goin' ol' n't nt n’t",
    "There are 12 wards that were closed, which the trust hasn't said.",
    "",
    " ",
)


@pytest.fixture(scope="module")
def bare() -> Language:
    """The model as spaCy loads it, with the ruler that matches."""
    return bare_pipeline()


def set_in(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, str(token.head.i)) for token in doc]


def alike(bare: Language, texts: Sequence[str]) -> None:
    for ours, theirs in zip(pipeline().pipe(texts), bare.pipe(texts), strict=True):
        assert set_in(ours) == set_in(theirs)
        assert ours.to_array(ATTRIBUTES).tolist() == theirs.to_array(ATTRIBUTES).tolist()


def test_the_pipeline_remembers_and_its_own_ruler_rests() -> None:
    assert pipeline().pipe_names == ["tok2vec", "tagger", "parser", NAME, lemmas.NAME]
    assert set(pipeline().disabled) == {RULER, lemmas.LEMMATIZER}
    assert isinstance(pipeline().get_pipe(NAME), RememberedRules)
    assert isinstance(pipeline().get_pipe(lemmas.NAME), lemmas.RememberedLemmas)


def test_a_pipeline_without_a_rule_lemmatizer_stays_as_it_is() -> None:
    blank = spacy.blank("en")
    lemmas.remember_lemmas(blank)
    assert blank.pipe_names == []
    looking_up = spacy.blank("en")
    looking_up.add_pipe("lemmatizer", config={"mode": "lookup"})
    lemmas.remember_lemmas(looking_up)
    assert looking_up.pipe_names == ["lemmatizer"]


def test_the_bundled_statements_are_parsed_as_by_bare_spacy(bare: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in CORPUS.glob("*.md")]
    assert len(texts) == 2
    alike(bare, [*texts, *(segment.text for text in texts for segment in segments(text))])


def test_words_that_the_rules_name_are_parsed_as_by_bare_spacy_the_first_time_and_the_second(bare: Language) -> None:
    alike(bare, ODD)
    alike(bare, ODD)


WORDS = (
    *("we", "I", "it", "you", "that", "there", "is", "are", "was", "do", "did", "'s", "n't", "to", "let", "got", "ta"),
    *("all", "gon", "na", "12", "not", "an", "her", "\n", "", "closed", ",", "."),
    *("gon na", "got ta", "let 's", "c'm on", "y' all", "there is", "ai n't"),
)
"""Words that the rules name, and the pairs of them that only together have a rule."""


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), min_size=4, max_size=8))
def test_words_in_any_order_are_parsed_as_by_bare_spacy(texts: list[str]) -> None:
    """Parsed once, some texts at a time; what comes behind the parse is done by ours and by spaCy's own."""
    nlp = pipeline()
    parsed = [nlp.make_doc(text) for text in texts]
    for name in ("tok2vec", "tagger", "parser"):
        parsed = list(nlp.get_pipe(name).pipe(parsed))
    for doc in parsed:
        theirs = nlp.get_pipe(lemmas.LEMMATIZER)(nlp.get_pipe(RULER)(doc.copy()))
        assert set_in(nlp.get_pipe(lemmas.NAME)(nlp.get_pipe(NAME)(doc))) == set_in(theirs)


def test_the_ruler_is_asked_once_for_words_of_one_kind_and_always_for_those_that_may_begin_a_pattern() -> None:
    nlp = pipeline()
    asked: list[str] = []
    ruler = nlp.get_pipe(RULER)

    def ask(doc: Doc) -> Doc:
        asked.append(doc.text)
        return ruler(doc)

    rules = RememberedRules(ask, ruler.patterns, nlp.vocab.strings)
    for text in ("Wards closed.", "Shops closed.", "Let 's go.", "Let 's go."):
        doc = nlp.make_doc(text)
        for name in ("tok2vec", "tagger", "parser"):
            doc = nlp.get_pipe(name)(doc)
        rules(doc)
    assert asked == ["Wards closed.", "Let 's go.", "Let 's go."]
    assert OPENS in rules.known.values()


def test_a_pattern_that_looks_at_anything_else_leaves_everything_to_the_ruler() -> None:
    patterns = [{"patterns": [[{"SHAPE": "dd"}]], "attrs": {"POS": "NUM"}, "index": 0}]
    asked: list[Doc] = []

    def ask(doc: Doc) -> Doc:
        asked.append(doc)
        return doc

    rules = RememberedRules(ask, patterns, pipeline().vocab.strings)
    doc = pipeline().make_doc("12 wards")
    assert rules(doc) is rules(doc) is doc
    assert asked == [doc, doc]
