"""What the later statement says about a change is read from its words near the claim, and from nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from changes_samples import change, exact, says

from comms_tracker.changes.basis import cues
from comms_tracker.records import Change, Polarity, StatedBasis

S = StatedBasis


def counted(after: str) -> Change:
    """The change from 1,184 to 1,067 scripts where the later statement reads ``after``."""
    return change(
        says("1,184 scripts are affected", exact("1,184", 1184), event="affect", counted="script"),
        says("1,067 scripts were affected", exact("1,067", 1067), event="affect", counted="script"),
        after=after,
    )


ACKNOWLEDGED = [
    ("As of Friday 1,067 scripts were affected.", S.UPDATE),
    ("1,067 scripts were affected, down from 1,184.", S.UPDATE),
    ("The number has fallen: 1,067 scripts were affected.", S.UPDATE),
    ("1,067 scripts were affected. The figure we gave in August was wrong.", S.CORRECTION),
    ("1,067 scripts were affected, because 117 had been counted twice.", S.CORRECTION),
    ("I should like to put the record straight. 1,067 scripts were affected.", S.CORRECTION),
    ("On closer inspection 1,067 scripts were affected.", S.CORRECTION),
    ("1,067 scripts were affected. That is fewer than the 1,184 we gave at the time.", S.CORRECTION),
    ("1,067 scripts were affected, less than we had said.", S.CORRECTION),
    ("1,067 scripts were affected. The earlier number took in scripts that were only queried.", S.CORRECTION),
    ("1,067 scripts were affected, rather than nineteen as the board was told.", S.CORRECTION),
    ("1,067 scripts were affected, and not 1,184.", S.CORRECTION),
    ("We have to correct something else. 1,067 scripts were affected.", S.CORRECTION),
    ("1,067 scripts were affected, a figure that replaces our own.", S.CORRECTION),
    ("117 were taken out of the count, so 1,067 scripts were affected.", S.CORRECTION),
    ("1,067 scripts were affected, which corrects the 1,184 of our notice.", S.CORRECTION),
    ("1,067 scripts were affected, in place of the 1,184 that we announced.", S.CORRECTION),
    ("1,067 scripts were affected. We gave 1,184, but that took in spare copies.", S.CORRECTION),
    ("1,067 scripts were affected; the board put it at more at first.", S.CORRECTION),
    ("1,067 scripts were affected. Our count no longer includes queried scripts.", S.METHOD_CHANGE),
    ("1,067 scripts were affected, counted in a different way.", S.METHOD_CHANGE),
    ("1,067 scripts were affected. We have changed the definition of an affected script.", S.METHOD_CHANGE),
    ("1,067 scripts were affected; our earlier statement no longer stands.", S.RETRACTION),
    ("“I wrote that more than 1,067 scripts were affected, and I was wrong,” she said.", S.RETRACTION),
]


@pytest.mark.parametrize(("after", "basis"), ACKNOWLEDGED, ids=str)
def test_words_near_the_claim_say_why_it_changed(after: str, basis: StatedBasis) -> None:
    assert counted(after).stated_basis is basis


SILENT = [
    "1,067 scripts were affected.",
    "We are sorry. 1,067 scripts were affected. Schools will be told on Monday.",
    "1,067 scripts were affected. The exam will be marked correctly from now on.",
    "Some had been counted twice in another paper. We looked at that. It is done. 1,067 scripts were affected.",
    "1,067 scripts were affected. Trains have been withdrawn from service.",
    "1,067 scripts were affected, since we at first declined help.",
    "1,067 scripts were affected. The parcels left out 300 of the guides.",
]


@pytest.mark.parametrize("after", SILENT)
def test_a_change_that_no_word_acknowledges_has_no_basis_and_says_so(after: str) -> None:
    found = counted(after)
    assert found.stated_basis is None
    assert found.explanation.endswith("No word in the later statement acknowledges the change.")


def test_the_words_of_a_neighbouring_figure_are_not_taken_for_this_one() -> None:
    found = change(
        says("46 people are missing", exact("46", 46), event="miss", counted="person"),
        says("22 people are missing", exact("22", 22), event="miss", counted="person"),
        beside=[says("68 people died, as some had been counted twice", exact("68", 68), event="die", counted="person")],
        after="68 people died, as some had been counted twice. 22 people are missing.",
    )
    assert found.stated_basis is None


def test_an_unchanged_figure_has_no_basis() -> None:
    found = change(
        says("46 people are missing", exact("46", 46), event="miss", counted="person"),
        says("46 people are missing", exact("46", 46), event="miss", counted="person"),
        after="As of today 46 people are missing.",
    )
    assert found.stated_basis is None


def test_every_pattern_names_its_phenomenon() -> None:
    assert {cue.basis for cue in cues()} == set(StatedBasis)
    assert all(cue.phenomenon and cue.near in {0, 1} for cue in cues())


def test_what_a_neighbour_takes_back_of_its_own_says_nothing_about_the_claim() -> None:
    own = "1,067 scripts were affected. "
    taken = "We were wrong to say that markers had been warned."
    withdrawn = replace(says(taken, None, event="warn", counted="marker"), polarity=Polarity.DENIED)
    then = says("1,184 scripts are affected", exact("1,184", 1184), event="affect", counted="script")
    now = says("1,067 scripts were affected", exact("1,067", 1067), event="affect", counted="script")
    assert change(then, now, after=own + taken, beside=[withdrawn]).stated_basis is None


def test_a_sentence_that_points_back_counts_up_to_a_figure_of_its_own() -> None:
    then = says("1,184 scripts are affected", exact("1,184", 1184), event="affect", counted="script")
    now = says("1,067 scripts were affected", exact("1,067", 1067), event="affect", counted="script")
    told = says("Those are fewer than the 1,184 we gave", exact("1,184", 1184), counted="script", restated=True)
    why = says("117 lay in two piles", exact("117", 117), event="lie", counted="script")
    found = change(then, now, after=f"{now.text}. {told.text}: {why.text}.", beside=[told, why])
    assert found.stated_basis is S.CORRECTION
    assert found.explanation.endswith("speaks of a correction: “Those are fewer than the 1,184 we gave”.")
    other = change(then, now, after=f"{now.text}. {why.text}, fewer than the 130 we gave.", beside=[why])
    assert other.stated_basis is None


def test_an_earlier_figure_given_again_beside_the_later_one_acknowledges_the_change() -> None:
    then = says("1,184 scripts are affected", exact("1,184", 1184), event="affect", counted="script")
    now = says("1,067 scripts were affected", exact("1,067", 1067), event="affect", counted="script")
    told = says("In May I wrote of 1,184", exact("1,184", 1184), counted="script", restated=True)
    found = change(then, now, after=f"{now.text}. {told.text}.", beside=[told])
    assert found.stated_basis is S.UPDATE
    assert "No word" not in found.explanation
    another = says("In May I wrote of 1,100", exact("1,100", 1100), counted="script", restated=True)
    assert change(then, now, after=f"{now.text}. {another.text}.", beside=[another]).stated_basis is None
