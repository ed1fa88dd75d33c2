"""docs/accuracy.md: what is counted for it, and that a section which a run does not measure stays as it is."""

from __future__ import annotations

import pytest
from scoring.beside import Found, as_claims, found_by_kind, our_figures
from scoring.calibration import Band, Link, brier, links, reliability
from scoring.page import kept, section
from scoring.runs import marks_of_reading
from scoring.tables import misses, readers_by_kind, stages
from scoring_samples import CHANGES, GOLD, PAIRS, READ, change

from comms_tracker.records import ChangeKind, Comparison, ProducedBy
from comms_tracker.scoring.gold import GoldIncident, incident
from comms_tracker.scoring.marks import Compared, Marks
from comms_tracker.scoring.matching import match
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict


@pytest.fixture
def gold() -> GoldIncident:
    return incident(GOLD, PAIRS)


def compared(gold: GoldIncident, *changes: object) -> Compared:
    made = ProducedBy("0", "", "")
    comparison = Comparison(None, made, gold.statements, READ, (), tuple(changes), ())  # type: ignore[arg-type]
    return Compared(gold, comparison, match(gold, READ))


def test_a_link_is_right_where_the_gold_has_the_series_and_the_kind(gold: GoldIncident) -> None:
    one = compared(gold, *CHANGES)
    assert links([one]) == ((Link(0.9, True), Link(0.9, False)), 1)


def test_a_link_between_two_series_of_the_gold_is_wrong(gold: GoldIncident) -> None:
    assert links([compared(gold, change(ChangeKind.UNCHANGED, "a", "g"))]) == ((Link(0.9, False),), 0)


def test_links_are_banded_by_confidence_and_an_edge_belongs_above() -> None:
    found = [Link(0.6, True), Link(0.65, False), Link(0.7, True), Link(1.0, True)]
    assert reliability(found) == (
        Band(0.6, 0.7, 2, 0.625, 0.5),
        Band(0.7, 0.8, 1, 0.7, 1.0),
        Band(0.9, 1.0, 1, 1.0, 1.0),
    )


def test_the_brier_score_is_the_mean_squared_distance_from_what_was_so() -> None:
    assert brier([Link(0.5, True), Link(1.0, False)]) == pytest.approx(0.625)
    assert brier([]) is None


def test_figures_are_found_by_kind_and_by_value(gold: GoldIncident) -> None:
    assert found_by_kind([gold], lambda _: READ) == (Found("exact", 4, 3, 3), Found("approx", 1, 1, 0))


def test_a_reader_of_figures_is_scored_like_a_reader_of_claims(gold: GoldIncident) -> None:
    marks = marks_of_reading([gold], as_claims(our_figures))
    score = marks.score(Stage.FIGURES)
    assert (score.right, score.missed) == (5, 0)
    wrong = [one.words for one in marks.verdicts if one.stage is Stage.FIGURES and one.outcome is Outcome.WRONG]
    assert wrong == ["not a claim: 'No' in 'No'", "not a claim: '9' in '9'", "not a claim: 'Some' in 'Some'"]


def test_readers_stand_side_by_side() -> None:
    rows = {"ours": (Found("exact", 4, 3, 2),), "theirs": (Found("exact", 4, 1, 1),)}
    assert readers_by_kind(rows) == (
        "| kind in the gold | n | ours | theirs |\n| --- | ---: | ---: | ---: |\n| exact | 4 | 3 / 2 | 1 / 1 |"
    )


def test_a_stage_of_which_one_side_counts_shows_that_side_only() -> None:
    marks = Marks(
        (
            Verdict(Stage.TURNED, Outcome.RIGHT, "a", ""),
            Verdict(Stage.TURNED, Outcome.MISSED, "a", ""),
            Verdict(Stage.REPORTED, Outcome.WRONG, "a", ""),
            Verdict(Stage.ADDED, Outcome.RIGHT, "a", ""),
        )
    )
    table = stages(marks, (Stage.TURNED, Stage.REPORTED, Stage.ADDED), {"first": {"added": 0.5}})
    assert table.splitlines()[2:] == [
        "| turned | 2 | – | 0.500 | – | – | – |",
        "| reported changes | 1 | 0.000 | – | – | – | – |",
        "| added | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 0.500 |",
    ]


def test_misses_are_listed_in_plain_words_up_to_a_limit() -> None:
    marks = Marks(tuple(Verdict(Stage.ADDED, Outcome.MISSED, "a", f"'{n}' -> 'x'") for n in range(3)))
    assert misses(marks, (Stage.ADDED,), 2) == "**added** (3)\n\n- a: '0' → 'x'\n- a: '1' → 'x'\n- and 1 more"
    assert misses(Marks(()), tuple(Stage), 2) == "None."


def test_a_section_that_is_not_measured_is_kept_as_it_stands() -> None:
    page = f"# A\n\n{section('apart', 'Old words.')}\n\n{section('beside', 'Others.')}\n"
    assert kept(page, "apart") == section("apart", "Old words.")
    assert kept(page, "nowhere") is None
