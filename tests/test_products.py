"""Numpy multiplies for the pipeline: on one thread, and so that nothing is parsed otherwise than by bare spaCy."""

from __future__ import annotations

import sys
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from comms_tracker.language import bare_pipeline, parses, pipeline
from comms_tracker.products import multiply_by_numpy, on_one_thread

PARSED = ["TAG", "DEP", "HEAD", "SENT_START"]
TEXTS = (
    "Parcels.",
    "Nobody was hurt.",
    "We refunded 312 customers on Monday.",
    "The depot at Larnside, which sorts letters for nine towns, lost power twice before the engineers whom we had "
    "called out found that a fuse put in last spring was of the wrong kind.",
)
WORDS = ("we", "the", "said", "that", "of", "fuse", "which", "12", "lost", "were", "not", "hurt", ",", ".", "and", "to")


@pytest.fixture(scope="module")
def bare() -> Language:
    """The model as spaCy loads it."""
    return bare_pipeline()


def multiplying(nlp: Language) -> set[Any]:
    """What the layers of a pipeline's models multiply with."""
    models = [getattr(part, "model", None) for _, part in nlp.pipeline]
    return {layer.ops for model in models if model is not None for layer in model.walk()}


def test_the_pipeline_multiplies_by_numpy_and_spacys_own_is_left_to_others(bare: Language) -> None:
    assert [ops.use_blis for ops in multiplying(pipeline())] == [False]
    assert all(ops.use_blis for ops in multiplying(bare))


def test_layers_with_other_means_keep_them() -> None:
    class OtherOps(NumpyOps):  # type: ignore[misc]
        """As on a graphics card, or a processor with a library of its maker."""

    nlp = spacy.blank("en")
    nlp.add_pipe("tagger").add_label("NN")
    nlp.initialize()
    other = OtherOps()
    for layer in nlp.get_pipe("tagger").model.walk():
        layer.ops = other
    multiply_by_numpy(nlp)
    assert multiplying(nlp) == {other}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_parsed_alike_alone_and_among_others_and_by_bare_spacy(text: str, bare: Language) -> None:
    alone = next(parses([text])).to_array(PARSED).tolist()
    among = next(parses([text, *TEXTS])).to_array(PARSED).tolist()
    assert alone == among == bare(text).to_array(PARSED).tolist()


@settings(max_examples=100)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=20))
def test_words_in_any_order_are_parsed_as_by_bare_spacy(words: list[str], bare: Language) -> None:
    text = " ".join(words)
    assert next(parses([text])).to_array(PARSED).tolist() == bare(text).to_array(PARSED).tolist()


def threads() -> set[int]:
    """How many threads numpy may use now."""
    return {each["num_threads"] for each in threadpool_info() if "numpy.libs" in each["filepath"]}


def test_one_thread_is_used_within_and_what_was_allowed_before_afterwards() -> None:
    with threadpool_limits(limits=3, user_api="blas"):
        before = threads()
        with on_one_thread():
            assert threads() <= {1}
        assert threads() == before
    if sys.platform == "linux":
        assert before == {3}
