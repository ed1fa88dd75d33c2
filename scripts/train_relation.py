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
CONTRADICTORY = LABELS.index(CONTRADICTION)
NAMED = {"contradictory": CONTRADICTORY, "consistent": LABELS.index(CONSISTENT)}
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
    threshold = best_threshold(found, held_out)
    reached = report(found, held_out, threshold)
    print("\n".join(reached))
    if args.write:
        TARGET.write_text(text(found, threshold, reached), encoding="utf-8")
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


def best_threshold(found: Examples, held_out: list[Matrix]) -> float:
    """The threshold with the best F1 on VitaminC where every label weighs the same; prints each threshold's F1."""
    best, chosen = 0.0, 0.0
    for threshold in THRESHOLDS:
        reached = {name: f1_of(found, held_out, name, threshold) for name in SHARES}
        print(
            f"threshold {threshold:.2f}  "
            + ", ".join(f"{name} {one[0]:.3f} ({one[1]:.3f})" for name, one in reached.items())
        )
        if reached["VitaminC"][1] > best:
            best, chosen = reached["VitaminC"][1], threshold
    return chosen


def f1_of(found: Examples, held_out: list[Matrix], source: str, threshold: float) -> tuple[float, float]:
    """F1 of a source's contradictions as its labels stand, and where every label weighs the same."""
    here = found.sources == source
    truth = found.labels[here] == CONTRADICTORY
    said = [given[here, CONTRADICTORY] >= threshold for given in held_out]
    plain, even = np.ones(len(truth)), evened(found.labels[here])
    return float(np.mean([f1(one, truth, plain) for one in said])), float(
        np.mean([f1(one, truth, even) for one in said])
    )


def report(found: Examples, held_out: list[Matrix], threshold: float) -> list[str]:
    """A line for each source: pairs, F1, the share of each label that is called contradictory, and the Brier score."""
    lines = []
    for name in SHARES:
        here = found.sources == name
        plain, even = f1_of(found, held_out, name, threshold)
        shares = []
        for place, label in enumerate(LABELS):
            of_label = here & (found.labels == place)
            if of_label.any():
                share = np.mean([(given[of_label, CONTRADICTORY] >= threshold).mean() for given in held_out])
                shares.append(f"{share:.3f} of {label}")
        brier = np.mean(
            [((given[here, CONTRADICTORY] - (found.labels[here] == CONTRADICTORY)) ** 2).mean() for given in held_out]
        )
        lines.append(
            f"{name}: {here.sum()} pairs, F1 {plain:.3f}, labels evened {even:.3f}; "
            f"called contradictory {', '.join(shares)}; Brier {brier:.4f}"
        )
    return lines


def f1(said: Flags, truth: Flags, weights: Matrix) -> float:
    """F1 of the rows that are said to be true, each with its weight."""
    right = float(weights[said & truth].sum())
    return 2 * right / max(1e-9, float(weights[said].sum() + weights[truth].sum()))


def text(found: Examples, threshold: float, reached: list[str]) -> str:
    """The weights file, with what was reached on pairs that were held out."""
    weights, intercepts = fit(found, np.arange(len(found.labels)))
    told = "".join(f"# {line}\n" for line in reached)
    parts = [f"{HEAD}#\n# Held out:\n{told}\nthreshold = {threshold}\n"]
    for name, place in NAMED.items():
        lines = [f"{feature} = {weight:.3f}" for feature, weight in zip(found.names, weights[place], strict=True)]
        parts.append("\n".join([f"[{name}]", f"intercept = {intercepts[place]:.3f}", *lines]) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
