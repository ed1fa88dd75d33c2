"""Learn the weights and the calibration of comms_tracker/lexicon/same_measure.toml from gold, and write the file anew.

    python scripts/train_same_measure.py tests/gold/incidents tests/gold/further            what it reaches
    python scripts/train_same_measure.py tests/gold/incidents tests/gold/further --write    also writes the file

Every pair of claims of one incident that stand in different statements is an example: true where the gold puts both
into one series. Logistic regression by maximum a posteriori (scipy's L-BFGS-B): each weight is drawn towards a prior
that says what the part means (a shared noun speaks for one measure, another unit against it) and may not change its
sign, so that few examples cannot teach nonsense. Printed beside it: precision, recall and F1 of each incident left
out in turn. The calibration is the Platt scaling of the links on incidents left out, towards the share that the gold
confirms; its Brier score is that of links whose incident was left out of it too.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scoring.left_out import LeftOut, left_out_curves, links_of
from training.calibration import Platt, platt
from training.same_measure import Examples, Matrix, fit, predict

from comms_tracker.alignment.features import NAMES
from comms_tracker.scoring.gold import read_gold

TARGET = Path(__file__).resolve().parent.parent / "comms_tracker" / "lexicon" / "same_measure.toml"
HEAD = """\
# Weights of the model that says how probable it is that two claims are about the same measure
# (comms_tracker/alignment/model.py): log odds, one weight for each feature. `words` has no phrase vectors.
# Written by scripts/train_same_measure.py from the gold of {}; do not edit by hand.
"""
CALIBRATION = """\
# Platt scaling of a link's log odds after one-to-one assignment, towards the share of such links that the gold has in
# one series, each incident left out of the weights that linked it ({} links).
[calibration]
intercept = {:.2f}
slope = {:.2f}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    args = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    held_out = LeftOut([gold for folder in args.gold for gold in read_gold(folder)])
    incidents = held_out.examples
    truths = np.concatenate([one.same for one in incidents])
    print(f"{len(incidents)} incidents, {len(truths)} pairs, {truths.sum()} true")
    for name, meaning in (("words", False), ("meaning", True)):
        report(f"{name}, each incident left out", left_out_scores(incidents, meaning), truths)
    folds = held_out.folds()
    links, curves = links_of(folds), left_out_curves(folds)
    brier = np.mean(
        [(curves[fold.gold.slug](one.probability) - one.right) ** 2 for fold in folds for one in fold.judged]
    )
    print(f"calibration, each incident left out: {len(links)} links, Brier {brier:.4f}")
    curve = platt(links)
    print(f"Platt scaling of all of them: intercept {curve.intercept:.2f}, slope {curve.slope:.2f}")
    if args.write:
        names = " and ".join(f"tests/gold/{folder.name}" for folder in args.gold)
        weights = fit(incidents, False), fit(incidents, True)
        TARGET.write_text(text(names, *weights, curve, len(links)), encoding="utf-8")
        print(f"wrote {TARGET}")


def left_out_scores(incidents: list[Examples], meaning: bool) -> Matrix:
    """The probability of each example by weights that were learnt from the other incidents."""
    scores = [
        predict(fit([other for other in incidents if other is not one], meaning), one.rows, meaning)
        for one in incidents
    ]
    return np.concatenate(scores)


def report(name: str, scores: Matrix, truth: NDArray[np.bool_]) -> None:
    """Precision, recall and F1 at one half, and the Brier score."""
    said = scores >= 0.5
    right = int((said & truth).sum())
    precision, recall = right / max(1, int(said.sum())), right / max(1, int(truth.sum()))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:36} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  Brier {((scores - truth) ** 2).mean():.4f}")


def text(names: str, words: Matrix, meaning: Matrix, curve: Platt, links: int) -> str:
    """The whole file; ``names`` says which gold it was learnt from, ``links`` from how many links the calibration."""
    parts = [HEAD.format(names)]
    for name, weights in (("words", words), ("meaning", meaning)):
        lines = [f"{feature} = {weight:.2f}" for feature, weight in zip(NAMES, weights[1:], strict=True)]
        parts.append("\n".join([f"[{name}]", f"intercept = {weights[0]:.2f}", *lines]) + "\n")
    return "\n".join([*parts, CALIBRATION.format(links, curve.intercept, curve.slope)])


if __name__ == "__main__":
    main()
