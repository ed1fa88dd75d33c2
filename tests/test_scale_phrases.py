"""A reading process makes the vector of a phrase once, and not at all where the store has it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import pytest

from comms_tracker import encoder
from comms_tracker.records import Statement
from comms_tracker.scale.phrases import KeptPhrases
from comms_tracker.store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray

Made = list[str]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The phrases that the encoder was given, in order; a phrase's row here is its length."""
    given: Made = []

    def encode(phrases: Sequence[str]) -> NDArray[numpy.int8]:
        given.extend(phrases)
        return numpy.array([[len(phrase)] * encoder.WIDTH for phrase in phrases], dtype=numpy.int8)

    monkeypatch.setattr(encoder, "encode", encode)
    return given


def lengths(phrases: KeptPhrases, *wanted: str) -> list[int]:
    return [int(row[0]) for row in phrases.vectors(wanted)]


def test_a_phrase_is_made_once_and_given_in_step(made: Made) -> None:
    phrases = KeptPhrases()
    assert lengths(phrases, "train", "ferry boat", "train") == [5, 10, 5]
    assert lengths(phrases, "ferry boat", "bus") == [10, 3]
    assert made == ["train", "ferry boat", "bus"]
    assert phrases.vectors(()).shape == (0, encoder.WIDTH)


def test_the_oldest_are_let_go_of_and_all_that_are_asked_for_are_given(made: Made) -> None:
    phrases = KeptPhrases(most=2)
    assert lengths(phrases, "a", "bb", "ccc") == [1, 2, 3]
    assert lengths(phrases, "bb", "ccc", "a") == [2, 3, 1]
    assert made == ["a", "bb", "ccc", "a"]


def test_what_the_store_has_is_not_made_again_also_where_it_came_later(tmp_path: Path, made: Made) -> None:
    def add(incident: str, what: str) -> None:
        text = f"Some 640 {what} were cancelled."
        store.add(incident, [Statement(id="s", text=text, organisation="Skerra", issued="2031-03-01")])

    with Store.open(tmp_path / "comms.db", write=True) as store:
        phrases = KeptPhrases(tmp_path / "comms.db")
        add("trains", "trains")
        add("ferries", "ferries")
        kept = list(made)
        assert kept
        made.clear()
        assert lengths(phrases, *kept, "bus") == [*map(len, kept), 3]
        assert made == ["bus"]
