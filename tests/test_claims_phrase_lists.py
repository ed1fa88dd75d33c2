"""Word lists of the claims' rules: each stands for a phenomenon, with a sentence on either side of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from claims_samples import claims_of

from comms_tracker import lexicon

LISTS = tomllib.loads((Path(__file__).parent / "claims_phrase_lists.toml").read_text(encoding="utf-8"))
SIDES = [(name, *entry[side]) for name, entry in LISTS.items() for side in ("positive", "negative")]


def told(text: str) -> str:
    """The claims of a text in short: figure, polarity, certainty, and whether background, restated or another's."""
    found = []
    for claim in claims_of(text, "Ennick Water"):
        parts = [claim.figure.text] if claim.figure else []
        parts += [claim.polarity, claim.certainty]
        parts += [word for word, holds in (("background", claim.background), ("restated", claim.restated)) if holds]
        found.append(" ".join([*parts, f"by {claim.speaker}"] if claim.speaker else parts))
    return "; ".join(found) or "none"


@pytest.mark.parametrize(("name", "text", "read"), SIDES)
def test_a_list_decides_how_its_sentence_is_read_and_not_how_the_other_is(name: str, text: str, read: str) -> None:
    assert told(text) == read, name


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_there_says_what_it_stands_for_and_makes_a_difference(name: str) -> None:
    file, part, words = name.split(".")
    entry = LISTS[name]
    assert lexicon.table(file)[part][words]
    assert entry["phenomenon"]
    assert entry["positive"][1] != entry["negative"][1]


def test_every_list_of_polarity_stands_there() -> None:
    lists = {f"polarity.{part}.{name}" for part, entry in lexicon.table("polarity").items() for name in entry}
    assert lists <= LISTS.keys()


def test_every_list_of_what_is_a_claim_stands_there() -> None:
    lists = {
        f"selection.{part}.{name}"
        for part, entry in lexicon.table("selection").items()
        for name in entry
        if name != "phenomenon"
    }
    assert lists <= LISTS.keys()
