"""What the model of relations learns from: gold pairs, restated sentences, and groups that are held out together."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from relation_pairs import LabelledPair, gold, restated, vitaminc
from train_relation import NAMED, TARGET, evened, f1, groups

from comms_tracker import lexicon
from comms_tracker.relation.examples import rows_of

TEXTS = ("We lost 120 parcels at the depot. Staff were told.", "We lost 150 parcels at the depot. It rained.")


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    spans = [[0, 33], [0, 33]]
    incident = {
        "slug": "depot",
        "statements": [{"id": f"s{number}", "text": text} for number, text in enumerate(TEXTS)],
        "gold": {
            "claims": [
                {"id": f"c{number}", "statement": f"s{number}", "span": span} for number, span in enumerate(spans)
            ]
            + [{"id": "c2", "statement": "s1", "span": [34, 44]}],
            "changes": [
                {"from": "c0", "to": "c1", "type": "unchanged", "same_metric": True},
                {"from": "c0", "to": "c1", "type": "revised_up", "same_metric": True},
                {"from": None, "to": "c2", "type": "new", "same_metric": None},
            ],
        },
    }
    pair = {"incident": "depot", "a": {"claim": "c0"}, "b": {"claim": "c2"}, "same_metric": False}
    (tmp_path / "depot.json").write_text(json.dumps(incident), encoding="utf-8")
    (tmp_path / "pairs.jsonl").write_text(json.dumps(pair) + "\n", encoding="utf-8")
    return tmp_path


def test_gold_gives_the_sentences_of_linked_claims_once_and_a_claim_that_excludes_another_decides(depot: Path) -> None:
    assert gold(depot) == [
        LabelledPair(
            "We lost 120 parcels at the depot.", "We lost 150 parcels at the depot.", "contradiction", "depot"
        ),
        LabelledPair("We lost 120 parcels at the depot.", "It rained.", "neutral", "depot"),
    ]


def test_restated_sentences_are_labelled_by_their_numbers(depot: Path) -> None:
    pairs = restated(depot)
    assert pairs == restated(depot)
    assert {pair.label for pair in pairs} == {"contradiction", "consistent"}
    for pair in pairs:
        bounded = next((text for text in (pair.earlier, pair.later) if " than " in text), None)
        if bounded is None:
            assert pair.label == "contradiction"
            assert pair.earlier != pair.later
            continue
        exact = pair.later if bounded == pair.earlier else pair.earlier
        end, number = (int(next(filter(str.isdigit, text.split())).replace(",", "")) for text in (bounded, exact))
        holds = number > end if "more than" in bounded else number < end
        assert pair.label == ("consistent" if holds else "contradiction")


def test_rows_of_a_file_are_pairs_held_out_by_page(tmp_path: Path) -> None:
    row = {"id": "1", "earlier": "a", "later": "b", "label": "neutral", "page": "P"}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    assert vitaminc(tmp_path / "pairs.jsonl") == [LabelledPair("a", "b", "neutral", "P")]


def test_rows_that_share_a_text_directly_or_through_others_are_one_group() -> None:
    one, other, third, apart = groups([("p", "a"), ("q", "b"), ("q", "a"), ("r", "c")])
    assert one == other == third != apart


def test_labels_are_evened_to_one_weight_each_and_f1_counts_weights() -> None:
    weights = evened(np.array([0, 0, 0, 2]))
    assert weights.tolist() == pytest.approx([2 / 3, 2 / 3, 2 / 3, 2.0])
    said, truth = np.array([True, False, True]), np.array([True, True, False])
    assert f1(said, truth, np.ones(3)) == pytest.approx(0.5)
    assert f1(said, truth, np.array([2.0, 1.0, 1.0])) == pytest.approx(2 / 3)


def test_the_weights_file_has_a_weight_for_every_feature_and_no_other() -> None:
    names = {"intercept", *rows_of([("We lost 3 files.", "We lost 4 files.")])[0]}
    table = lexicon.table("relation")
    assert TARGET.name == "relation.toml"
    assert {name: set(table[name]) for name in NAMED} == dict.fromkeys(NAMED, names)
    assert 0 < table["threshold"] < 1
