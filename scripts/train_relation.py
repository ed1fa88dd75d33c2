"""Train the model that says whether two texts exclude each other: ``comms_tracker/lexicon/relation.toml``.

    python scripts/train_relation.py PAIRS.jsonl tests/gold/incidents tests/gold/further [--write]

It prints what the model reaches on pairs that it has not seen; with --write it also writes the weights.

A row of PAIRS.jsonl is {"earlier", "later", "label": "consistent" | "contradiction" | "neutral", "page"}. Multinomial
logistic regression over named features; within each source every label has the same weight in all. The figures are
cross-validated: pages that share a text, and whole incidents, are held out together, so that no text is on both sides.
scikit-learn is needed here only.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from relation_pairs import CONSISTENT, CONTRADICTION, NEUTRAL, LabelledPair, gold, restated, vitaminc
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from comms_tracker.relation.examples import rows_of

TARGET = Path(__file__).resolve().parents[1] / "comms_tracker" / "lexicon" / "relation.toml"
LABELS = (NEUTRAL, CONSISTENT, CONTRADICTION)
NAMED = {"contradictory": LABELS.index(CONTRADICTION), "consistent": LABELS.index(CONSISTENT)}
FOLDS = 5
SEEDS = (0, 1, 2)
STRENGTH = 0.1
"""Inverse of the pull of the weights towards nought."""
SHARES = {"VitaminC": 1.0, "gold": 2.0, "restated": 0.5}
"""How much a pair of each source weighs."""
THRESHOLDS = tuple(round(0.25 + 0.05 * step, 2) for step in range(8))
HEAD = """\
# Weights of the model that says whether two texts exclude each other, are consistent, or say nothing about each other
# (comms_tracker/relation/weights.py): log odds against "not comparable", one weight for each feature.
# Written by scripts/train_relation.py from VitaminC (Schuster et al. 2021, CC BY-SA 3.0) and the gold of
# tests/gold; do not edit by hand. From `threshold` on, two texts are called contradictory: it is the one with
# the best F1 in cross-validation on VitaminC where every label weighs the same.
"""

Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Examples:
    """For each pair a row of features, its label's place in ``LABELS``, its group, its source, and its weight."""

    names: tuple[str, ...]
    rows: Matrix
    labels: Numbers
    groups: Numbers
    sources: NDArray[np.str_]
    weights: Matrix


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("incidents", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    args = parser.parse_args()
    found = examples(
        {
            "VitaminC": vitaminc(args.pairs),
            "gold": [pair for folder in args.incidents for pair in gold(folder)],
            "restated": [pair for folder in args.incidents for pair in restated(folder)],
        }
    )
    print(f"{len(found.labels)} pairs in {len(set(found.groups))} groups, {len(found.names)} features")
    held_out = [cross_validated(found, seed) for seed in SEEDS]
    best = report(found, held_out)
    if args.write:
        TARGET.write_text(text(found, best), encoding="utf-8")
        print(f"wrote {TARGET}")


def examples(sources: dict[str, list[LabelledPair]]) -> Examples:
    """The features, labels and weights of all pairs."""
    pairs = [pair for given in sources.values() for pair in given]
    names_of = np.array([name for name, given in sources.items() for _ in given])
    rows = rows_of([(one.earlier, one.later) for one in pairs])
    labels = np.array([LABELS.index(one.label) for one in pairs])
    weights = np.zeros(len(pairs))
    for name in sources:
        chosen = names_of == name
        weights[chosen] = SHARES[name] * evened(labels[chosen])
    return Examples(
        tuple(rows[0]),
        np.array([list(row.values()) for row in rows]),
        labels,
        np.array(groups([(one.group, one.earlier, one.later) for one in pairs])),
        names_of,
        weights,
    )


def evened(labels: Numbers) -> Matrix:
    """A weight for each label, one on average, so that every label that occurs weighs the same in all."""
    counts = np.bincount(labels, minlength=len(LABELS))
    found: Matrix = len(labels) / (counts[labels] * np.count_nonzero(counts))
    return found


def groups(shared: Sequence[tuple[str, ...]]) -> list[int]:
    """A number for each row; rows that share any of their strings, directly or through others, have the same."""
    home: dict[str, int] = {}
    found = list(range(len(shared)))

    def root(place: int) -> int:
        while found[place] != place:
            found[place] = found[found[place]]
            place = found[place]
        return place

    for place, words in enumerate(shared):
        for word in words:
            found[root(place)] = root(home.setdefault(word, place))
    return [root(place) for place in range(len(shared))]


def fit(found: Examples, chosen: Numbers) -> tuple[Matrix, Matrix]:
    """Weights (one row for each label, against neutral) and intercepts that the chosen rows give."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
    model.fit(found.rows[chosen], found.labels[chosen], logisticregression__sample_weight=found.weights[chosen])
    scale, middle = model[0].scale_, model[0].mean_
    weights = model[1].coef_ / scale
    intercepts = model[1].intercept_ - weights @ middle
    return weights - weights[0], intercepts - intercepts[0]


def predict(fitted: tuple[Matrix, Matrix], rows: Matrix) -> Matrix:
    """The probability of each label for each row."""
    scores = rows @ fitted[0].T + fitted[1]
    parts = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Matrix = parts / parts.sum(axis=1, keepdims=True)
    return found


def cross_validated(found: Examples, seed: int) -> Matrix:
    """Each row's probabilities by a model that has seen neither its page or incident nor its texts."""
    given = np.zeros((len(found.labels), len(LABELS)))
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    for train, test in folds.split(found.rows, found.labels, found.groups):
        given[test] = predict(fit(found, train), found.rows[test])
    return given


def report(found: Examples, held_out: list[Matrix]) -> float:
    """Prints F1 of the contradictions by threshold, as the labels stand and evened; gives VitaminC's best threshold."""
    truth = found.labels == LABELS.index(CONTRADICTION)
    scores = [given[:, LABELS.index(CONTRADICTION)] for given in held_out]
    best, chosen_threshold = 0.0, 0.0
    for threshold in THRESHOLDS:
        line = [f"threshold {threshold:.2f}"]
        for name in SHARES:
            here = found.sources == name
            even = evened(found.labels[here])
            plain = np.mean([f1(one[here] >= threshold, truth[here], np.ones(here.sum())) for one in scores])
            evenly = float(np.mean([f1(one[here] >= threshold, truth[here], even) for one in scores]))
            line.append(f"{name} F1 {plain:.3f}, labels evened {evenly:.3f}")
            if name == "VitaminC" and evenly > best:
                best, chosen_threshold = evenly, threshold
        print("  ".join(line))
    for name in SHARES:
        here = found.sources == name
        shares = []
        for place, label in enumerate(LABELS):
            of_label = here & (found.labels == place)
            if of_label.any():
                share = np.mean([(one[of_label] >= chosen_threshold).mean() for one in scores])
                shares.append(f"{share:.3f} of {label}")
        brier = np.mean([((one[here] - truth[here]) ** 2).mean() for one in scores])
        print(f"{name}: called contradictory at {chosen_threshold:.2f}: {', '.join(shares)}; Brier {brier:.4f}")
    return chosen_threshold


def f1(said: Flags, truth: Flags, weights: Matrix) -> float:
    """F1 of the rows that are said to be true, each with its weight."""
    right = float(weights[said & truth].sum())
    return 2 * right / max(1e-9, float(weights[said].sum() + weights[truth].sum()))


def text(found: Examples, threshold: float) -> str:
    """The weights file."""
    weights, intercepts = fit(found, np.arange(len(found.labels)))
    parts = [f"{HEAD}\nthreshold = {threshold}\n"]
    for name, place in NAMED.items():
        lines = [f"{feature} = {weight:.3f}" for feature, weight in zip(found.names, weights[place], strict=True)]
        parts.append("\n".join([f"[{name}]", f"intercept = {intercepts[place]:.3f}", *lines]) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
