"""What is learnt is learnt from the other incidents only, and each statement is parsed once for it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from unittest.mock import patch

import pytest
from scoring import app_figures, parsed
from scoring.calibration import Link
from scoring.left_out import LeftOut, left_out_curves
from scoring_samples import GOLD, PAIRS
from training import same_measure
from training.calibration import Judged, Platt, isotonic, log_odds, platt

from comms_tracker.scoring.gold import incident
from comms_tracker.scoring.marks import Marks
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict


def links(*rows: tuple[float, int, int]) -> list[Judged]:
    """For each probability, how many links of it are right and how many wrong."""
    return [Judged(at, True) for at, yes, _ in rows for _ in range(yes)] + [
        Judged(at, False) for at, _, no in rows for _ in range(no)
    ]


def test_platt_scaling_meets_the_share_that_is_right() -> None:
    curve = platt(links((0.2, 120, 80), (0.8, 180, 20)))
    assert curve(0.2) == pytest.approx(0.6, abs=0.01)
    assert curve(0.8) == pytest.approx(0.9, abs=0.01)


def test_platt_scaling_is_never_certain_and_never_falls() -> None:
    assert platt(links((0.3, 5, 0), (0.9, 5, 0)))(0.9) < 0.95
    assert platt(links((0.3, 9, 1), (0.9, 1, 9))).slope == 0


def test_isotonic_regression_pools_what_would_fall() -> None:
    curve = isotonic(links((0.2, 1, 3), (0.4, 3, 1), (0.6, 1, 3), (0.8, 4, 0)))
    assert [curve(at) for at in (0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0)] == [0.25, 0.25, 0.5, 0.5, 0.5, 1.0, 1.0]


def test_log_odds_stay_finite() -> None:
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0))
    assert Platt(0.0, 1.0)(1.0) == pytest.approx(1 - 1e-4)


@pytest.fixture(scope="module")
def held_out() -> LeftOut:
    second = {**GOLD, "slug": "second", "incident": "Another"}
    return LeftOut([incident(GOLD, PAIRS), incident(second)])


def test_no_weight_is_learnt_from_the_incident_that_it_is_used_on(held_out: LeftOut) -> None:
    taught: list[list[str]] = []
    fit = same_measure.fit

    def watched(others: list[same_measure.Examples], meaning: bool, variance: float) -> same_measure.Matrix:
        taught.append([one.slug for one in others])
        return fit(others, meaning, variance)

    with patch.object(same_measure, "fit", watched):
        folds = held_out.folds()
    assert [fold.gold.slug for fold in folds] == ["hand-made", "second"]
    assert taught == [["second"], ["second"], ["hand-made"], ["hand-made"]]


def test_a_comparison_is_made_with_the_weights_and_the_calibration_of_the_others(held_out: LeftOut) -> None:
    first, second = held_out.folds()
    for taught, low, high in ((links((0.5, 1, 99)), 0.0, 0.03), (links((0.5, 99, 1)), 0.8, 0.98)):
        folds = first, replace(second, judged=tuple(taught))
        with patch.object(parsed, "extract_claims", side_effect=AssertionError("parsed again")):
            compared = held_out.compare(folds)
        linked = [one for one in compared[0].comparison.changes if one.earlier and one.later]
        assert linked
        assert [one for one in linked if not low < one.confidence < high] == []


def test_an_incident_counts_nothing_towards_its_own_calibration(held_out: LeftOut) -> None:
    first, second = held_out.folds()
    other = replace(second, judged=tuple(links((0.5, 3, 1))))
    for judged in (links((0.9, 50, 0)), links((0.1, 0, 50))):
        curves = left_out_curves([replace(first, judged=tuple(judged)), other])
        assert curves["hand-made"] == platt(links((0.5, 3, 1)))
        assert curves["second"] == platt(judged)


def test_the_app_is_given_bands_and_counts() -> None:
    marks = Marks(
        (
            Verdict(Stage.KIND, Outcome.RIGHT, "one", "", "progressed", "progressed"),
            Verdict(Stage.KIND, Outcome.MISTAKEN, "one", "", "progressed", "revised_up"),
            Verdict(Stage.KIND, Outcome.MISSED, "one", "", "revised_up", "no link"),
            Verdict(Stage.REPORTED, Outcome.WRONG, "one", "", read="progressed"),
            Verdict(Stage.ADDED, Outcome.WRONG, "one", "", "added"),
            Verdict(Stage.FINDINGS, Outcome.MISSED, "one", "", "sum_mismatch"),
        )
    )
    data = tomllib.loads(app_figures.text(marks, [Link(0.75, True), Link(0.95, False)], 2))
    assert (data["incidents"], data["links"], data["brier"]) == (2, 2, pytest.approx(0.4825))
    assert [(band["low"], band["links"], band["right"]) for band in data["band"]] == [(0.7, 1, 1.0), (0.9, 1, 0.0)]
    assert data["change"] == [
        {"kind": "progressed", "n": 2, "right": 1, "wrong": 1},
        {"kind": "revised_up", "n": 1, "right": 0, "wrong": 1},
        {"kind": "added", "n": 0, "right": 0, "wrong": 1},
        {"kind": "dropped", "n": 0, "right": 0, "wrong": 0},
    ]
    assert data["finding"][0] == {"kind": "sum_mismatch", "n": 1, "right": 0, "wrong": 0}
    assert len(data["finding"]) == 7
