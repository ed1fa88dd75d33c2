"""Phrase vectors: the encoder reads a phrase once, and the rows depend on the last comparison alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import INCIDENT, asking_compare, cheap_compare, rows, statement
from stores_by_hand import LetterEncoder

from comms_tracker.records import Statement
from comms_tracker.store import Store

TRAINS = statement("a", "trains late", "2031-01-01")
BUSES = statement("b", "buses full", "2031-01-02")
FERRIES = statement("c", "ferries sunk", "2031-01-03")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def add(path: Path, incident: str, statements: Sequence[Statement], encoder: LetterEncoder) -> None:
    with Store.open(path, write=True, compare=asking_compare, encoder=encoder) as store:
        store.add(incident, statements)


def kept_phrases(path: Path) -> list[str]:
    return [row[1] for row in rows(path)["phrase_vectors"]]


def test_a_phrase_that_was_read_once_is_not_read_again(path: Path) -> None:
    add(path, "one", [TRAINS, BUSES], LetterEncoder())
    encoder = LetterEncoder()
    add(path, "two", [TRAINS, BUSES, FERRIES], encoder)
    assert encoder.asked == ["ferries sunk"]


def test_vectors_come_back_from_the_store_as_they_were_made(path: Path) -> None:
    given_out: list[Any] = []

    def watching(statements: Sequence[Statement], vectors: Any, _decisions: Any) -> Any:
        given_out.append(vectors.vectors(["buses full", "trains late", "buses full"]))
        assert vectors.vectors([]).shape == (0, 384)
        return cheap_compare(statements)

    for incident in ("one", "two"):
        with Store.open(path, write=True, compare=watching, encoder=LetterEncoder()) as store:
            store.add(incident, [TRAINS])
    made = LetterEncoder().vectors(["buses full", "trains late", "buses full"])
    assert [each.tolist() for each in given_out] == [made.tolist(), made.tolist()]
    assert {each.dtype for each in given_out} == {numpy.dtype("int8")}


def test_vectors_of_other_weights_are_not_used(path: Path) -> None:
    add(path, "one", [TRAINS, BUSES], LetterEncoder())
    encoder = LetterEncoder("n" * 64)
    add(path, "two", [TRAINS, BUSES], encoder)
    assert encoder.asked == ["buses full", "trains late"]
    assert len(rows(path)["phrase_vectors"]) == 4


def test_a_phrase_goes_when_no_comparison_asks_for_it_any_more_and_stays_while_another_does(path: Path) -> None:
    encoder = LetterEncoder()
    add(path, "one", [TRAINS, BUSES], encoder)
    add(path, "two", [BUSES, FERRIES], encoder)
    changed = statement("a", "buses late", "2031-01-01")
    add(path, "one", [changed], encoder)
    assert kept_phrases(path) == ["buses full", "ferries sunk"]
    add(path, "two", [statement("c", "ferries full", "2031-01-03")], encoder)
    assert kept_phrases(path) == []


def test_more_phrases_than_one_query_takes_are_all_found(path: Path) -> None:
    phrases = [f"phrase {number}" for number in range(1201)]

    def asking(statements: Sequence[Statement], vectors: Any, _decisions: Any) -> Any:
        assert vectors.vectors(phrases).shape == (1201, 26)
        return cheap_compare(statements)

    first, second = LetterEncoder(), LetterEncoder()
    for incident, encoder in (("one", first), ("two", second)):
        with Store.open(path, write=True, compare=asking, encoder=encoder) as store:
            store.add(incident, [TRAINS])
    assert (len(first.asked), second.asked) == (1201, [])


def test_where_the_words_decide_no_vector_is_made_or_kept(path: Path) -> None:
    encoder = LetterEncoder()
    add(path, INCIDENT, [TRAINS, statement("b", "trains full", "2031-01-02")], encoder)
    assert encoder.asked == []
    assert kept_phrases(path) == []


@settings(max_examples=15, deadline=None)
@given(order=st.permutations([TRAINS, BUSES, FERRIES, statement("d", "trains full", "2031-01-04")]))
def test_the_kept_vectors_are_the_same_in_whatever_order_statements_came(
    tmp_path_factory: pytest.TempPathFactory, order: list[Statement]
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    encoder = LetterEncoder()
    add(folder / "whole.db", INCIDENT, order, encoder)
    for each in order:
        add(folder / "parts.db", INCIDENT, [each], encoder)
    assert rows(folder / "parts.db", without=["runs", "log"]) == rows(folder / "whole.db", without=["runs", "log"])
