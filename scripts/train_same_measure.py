"""Learn the weights of comms_tracker/lexicon/same_measure.toml from gold incidents and write the file anew.

    python scripts/train_same_measure.py tests/gold/incidents --write

Every pair of claims of one incident that stand in different statements is an example: true where the gold puts both
into one series. Logistic regression by maximum a posteriori (scipy's L-BFGS-B): each weight is drawn towards a prior
that says what the part means (a shared noun speaks for one measure, another unit against it) and may not change its
sign, so that few examples cannot teach nonsense. Printed beside it: precision, recall and F1 of each incident left
out in turn, and the Platt scaling of links on incidents left out.
"""

from __future__ import annotations

import argparse
import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from comms_tracker.alignment.features import NAMES, compare_parts, incompatible
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.claims import extract_claims
from comms_tracker.encoder import SCALE, MemoryVectors
from comms_tracker.records import Claim, Statement

TARGET = Path(__file__).resolve().parent.parent / "comms_tracker" / "lexicon" / "same_measure.toml"
# What each part means before any example: positive speaks for one measure; unlisted parts start from nothing.
PRIOR = {
    "noun_same": 1.2, "noun_kin": 0.9, "noun_other": -0.8, "event_same": 1.5, "event_near": 0.8, "event_other": -0.7,
    "part_same": 0.4, "both_lead": 1.0, "noun_mentioned": 0.8, "sole": 1.0, "wording": 3.0, "meaning": 3.0,
    "scope_shared": 0.7, "scope_differs": -0.3, "value_same": 2.0, "value_near": 0.8, "value_far": -0.8,
    "unit_same": 0.8, "unit_other": -1.0, "share_against_count": -0.8, "basis_other": -0.5, "both_denied": 1.5,
}  # fmt: skip
# Strength of the prior: the variance that a weight may have around it.
VARIANCE = 0.1
HEAD = """\
# Weights of the model that says how probable it is that two claims are about the same measure
# (comms_tracker/alignment/model.py): log odds, one weight for each feature. `words` has no phrase vectors.
# Written by scripts/train_same_measure.py from the gold of tests/gold/incidents; do not edit by hand.
"""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """One incident's pairs: a row of features each, and whether the gold has them in one series."""

    slug: str
    rows: Matrix
    same: NDArray[np.bool_]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    args = parser.parse_args()
    incidents = [examples(json.loads(path.read_text("utf-8"))) for path in sorted(args.gold.glob("*.json"))]
    truths = np.concatenate([one.same for one in incidents])
    print(f"{len(incidents)} incidents, {len(truths)} pairs, {truths.sum()} true")
    for name, meaning in (("words", False), ("meaning", True)):
        held_out = [(one, fit([other for other in incidents if other is not one], meaning)) for one in incidents]
        scores = np.concatenate([predict(weights, one.rows, meaning) for one, weights in held_out])
        report(f"{name}, each incident left out", scores, truths)
    if args.write:
        TARGET.write_text(text(fit(incidents, False), fit(incidents, True)), encoding="utf-8")
        print(f"wrote {TARGET}")


def examples(incident: dict[str, Any]) -> Examples:
    """The pairs of one gold incident, with the claims that are read from its statements today."""
    statements = [
        Statement(
            id=one["id"],
            text=one["text"],
            organisation=incident["organisation"],
            issued=one["date"],
            outlet=one.get("quoted_by"),
        )
        for one in incident["statements"]
    ]
    claims = [claim for found in extract_claims(statements) for claim in found]
    gold = {claim.id: matching(claim, incident["gold"]["claims"]) for claim in claims}
    series = components(
        [
            (one["from"], one["to"])
            for one in incident["gold"]["changes"]
            if one.get("from") and one.get("to") and one.get("same_metric")
        ]
    )
    scorer, vectors = Scorer(claims, MemoryVectors()), MemoryVectors()
    meaning = dict(
        zip(
            [claim.id for claim in claims],
            vectors.vectors([claim.measure.phrase or claim.text for claim in claims]).astype(np.int32),
            strict=True,
        )
    )
    rows, same = [], []
    for a, b in itertools.combinations(claims, 2):
        one, other = gold[a.id], gold[b.id]
        if a.statement == b.statement or (one is None and other is None) or incompatible(a, b):
            continue
        cosine = float(meaning[a.id] @ meaning[b.id]) / SCALE**2
        rows.append(compare_parts(a, b, scorer.rarity, scorer.places(a, b), cosine).row())
        same.append(one is not None and other is not None and one in series and series[one] == series.get(other))
    return Examples(incident["slug"], np.array(rows), np.array(same))


def matching(claim: Claim, gold: list[dict[str, Any]]) -> str | None:
    """The gold claim that a claim meets: by its figure's place, else by at least half of the words."""
    for one in gold:
        if one["statement"] != claim.statement:
            continue
        span = one["figure"].get("span") if one["figure"].get("surface") else None
        if (
            span is not None
            and claim.figure is not None
            and claim.figure.start < span[1]
            and span[0] < claim.figure.end
        ):
            return str(one["id"])
        if span is None and (claim.figure is None or claim.figure.high == 0):
            shared = min(claim.end, one["span"][1]) - max(claim.start, one["span"][0])
            if shared >= 0.5 * (one["span"][1] - one["span"][0]):
                return str(one["id"])
    return None


def components(links: list[tuple[str, str]]) -> dict[str, str]:
    """Each linked claim's series, named by one of its claims."""
    home: dict[str, str] = {}
    for a, b in links:
        one, other = home.setdefault(a, a), home.setdefault(b, b)
        home.update({claim: one for claim, series in home.items() if series == other})
    return home


def fit(incidents: list[Examples], meaning: bool) -> Matrix:
    """Intercept and weights that are most probable given the prior and the examples."""
    rows = without_meaning(np.vstack([one.rows for one in incidents]), meaning)
    signs = np.where(np.concatenate([one.same for one in incidents]), 1.0, -1.0)
    prior = np.array([PRIOR.get(name, 0.0) for name in NAMES])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margin = signs * (weights[0] + rows @ weights[1:])
        pull = -signs / (1 + np.exp(margin))
        away = weights[1:] - prior
        value = np.logaddexp(0, -margin).sum() + 0.5 / VARIANCE * (away**2).sum()
        return float(value), np.concatenate([[pull.sum()], rows.T @ pull + away / VARIANCE])

    bounds = [(None, None)] + [(0, None) if value > 0 else (None, 0) if value < 0 else (None, None) for value in prior]
    found: Matrix = minimize(loss, np.zeros(len(NAMES) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def without_meaning(rows: Matrix, meaning: bool) -> Matrix:
    """The rows as the model of words sees them."""
    if meaning:
        return rows
    rows = rows.copy()
    rows[:, NAMES.index("meaning")] = 0
    return rows


def predict(weights: Matrix, rows: Matrix, meaning: bool) -> Matrix:
    """The probability of each row."""
    found: Matrix = 1 / (1 + np.exp(-(weights[0] + without_meaning(rows, meaning) @ weights[1:])))
    return found


def report(name: str, scores: Matrix, truth: NDArray[np.bool_]) -> None:
    """Precision, recall and F1 at one half, and the Brier score."""
    said = scores >= 0.5
    right = int((said & truth).sum())
    precision, recall = right / max(1, int(said.sum())), right / max(1, int(truth.sum()))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:36} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  Brier {((scores - truth) ** 2).mean():.4f}")


def text(words: Matrix, meaning: Matrix) -> str:
    """The weights file; its calibration stands as it was (docs say how it was fitted)."""
    parts = [HEAD]
    for name, weights in (("words", words), ("meaning", meaning)):
        lines = [f"{feature} = {weight:.2f}" for feature, weight in zip(NAMES, weights[1:], strict=True)]
        parts.append("\n".join([f"[{name}]", f"intercept = {weights[0]:.2f}", *lines]) + "\n")
    kept = TARGET.read_text("utf-8")
    return "\n".join(parts) + "\n" + kept[kept.index("# Platt") :]


if __name__ == "__main__":
    main()
