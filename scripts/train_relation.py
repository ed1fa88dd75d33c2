"""Train the model that says whether two texts exclude each other: ``comms_tracker/lexicon/relation.toml``.

    python scripts/train_relation.py PAIRS.jsonl            what it reaches, pages held out
    python scripts/train_relation.py PAIRS.jsonl --write    also writes the weights

A row of PAIRS.jsonl is {"earlier", "later", "label": "consistent" | "contradiction" | "neutral", "page"}. Multinomial
logistic regression over named features, each label with the same weight in all. The figures are cross-validated: pages
that share a text are held out together, so that no text is on both sides. scikit-learn is needed here only.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from comms_tracker.relation.examples import rows_of

TARGET = Path(__file__).resolve().parents[1] / "comms_tracker" / "lexicon" / "relation.toml"
LABELS = ("neutral", "consistent", "contradiction")
NAMED = {"contradictory": LABELS.index("contradiction"), "consistent": LABELS.index("consistent")}
FOLDS = 5
SEEDS = (0, 1, 2)
STRENGTH = 0.3
"""Inverse of the pull of the weights towards nought."""
THRESHOLDS = tuple(round(0.25 + 0.05 * step, 2) for step in range(8))
HEAD = """\
# Weights of the model that says whether two texts exclude each other, are consistent, or say nothing about each other
# (comms_tracker/relation/weights.py): log odds against "not comparable", one weight for each feature.
# Written by scripts/train_relation.py from VitaminC (Schuster et al. 2021, CC BY-SA 3.0); do not edit by hand.
"""

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Examples:
    """A row of features for each pair, its label's place in ``LABELS``, and the group that is held out with it."""

    names: tuple[str, ...]
    rows: Matrix
    labels: NDArray[np.int64]
    groups: NDArray[np.int64]

    @property
    def weights(self) -> Matrix:
        """A weight for each pair, so that every label weighs the same in all."""
        shares = np.bincount(self.labels, minlength=len(LABELS)) * len(LABELS) / len(self.labels)
        found: Matrix = 1 / shares[self.labels]
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    args = parser.parse_args()
    found = examples(args.pairs)
    print(f"{len(found.labels)} pairs in {len(set(found.groups))} groups, {len(found.names)} features")
    held_out = [cross_validated(found, seed) for seed in SEEDS]
    best = report(found, held_out)
    if args.write:
        TARGET.write_text(text(found, best), encoding="utf-8")
        print(f"wrote {TARGET}")


def examples(path: Path) -> Examples:
    """The features and labels of a file's pairs."""
    data = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    rows = rows_of([(one["earlier"], one["later"]) for one in data])
    names = tuple(rows[0])
    return Examples(
        names,
        np.array([[row[name] for name in names] for row in rows]),
        np.array([LABELS.index(one["label"]) for one in data]),
        np.array(groups([(one["page"], one["earlier"], one["later"]) for one in data])),
    )


def groups(shared: list[tuple[str, ...]]) -> list[int]:
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


def fit(found: Examples, chosen: NDArray[np.int64]) -> tuple[Matrix, Matrix]:
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
    """Each row's probabilities by a model that has seen neither its page nor its texts."""
    given = np.zeros((len(found.labels), len(LABELS)))
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    for train, test in folds.split(found.rows, found.labels, found.groups):
        given[test] = predict(fit(found, train), found.rows[test])
    return given


def report(found: Examples, held_out: list[Matrix]) -> float:
    """Prints F1 of the contradictions by threshold, plain and with labels of one weight; gives the best threshold."""
    truth = found.labels == LABELS.index("contradiction")
    best, most = 0.0, 0.0
    for threshold in THRESHOLDS:
        said = [given[:, LABELS.index("contradiction")] >= threshold for given in held_out]
        plain = float(np.mean([f1(one, truth, np.ones(len(truth))) for one in said]))
        even = float(np.mean([f1(one, truth, found.weights) for one in said]))
        print(f"threshold {threshold:.2f}  F1 {plain:.3f}  labels of one weight {even:.3f}")
        if even > most:
            best, most = threshold, even
    chosen = [given[:, LABELS.index("contradiction")] >= best for given in held_out]
    for place, label in enumerate(LABELS):
        share = np.mean([one[found.labels == place].mean() for one in chosen])
        print(f"called contradictory at {best:.2f}: {share:.3f} of {label}")
    brier = np.mean([((given[:, LABELS.index("contradiction")] - truth) ** 2).mean() for given in held_out])
    print(f"Brier {brier:.4f}")
    return best


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
