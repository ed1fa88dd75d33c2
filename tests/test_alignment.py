"""Which claims are about the same measure: by their parts, one to one, over gaps, within a release, by one speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vectors_samples import FlatVectors, NoVectors

from comms_tracker.alignment import align
from comms_tracker.alignment.assign import assign
from comms_tracker.alignment.incompatible import incompatible
from comms_tracker.alignment.records import Alignment
from comms_tracker.alignment.releases import releases
from comms_tracker.claims import extract_claims
from comms_tracker.records import Claim, Polarity, Statement


def statements(*texts: str, **given_fields: str) -> list[Statement]:
    return [
        Statement(
            id=f"s{number}", text=text, organisation="Harbour Ferries", issued=f"2024-03-{number:02d}", **given_fields
        )
        for number, text in enumerate(texts, start=1)
    ]


def aligned(*texts: str) -> tuple[Alignment, dict[str, Claim]]:
    """The statements' alignment, and their claims by id; each of them has a claim that could be linked."""
    given_statements = statements(*texts)
    found = extract_claims(given_statements)
    assert [text for text, claims in zip(texts, found, strict=True) if not claims] == []
    claims = {claim.id: claim for each in found for claim in each}
    return align(given_statements, tuple(claims.values()), FlatVectors()), claims


def linked(*texts: str) -> list[tuple[str, str]]:
    """The figures (or texts) of each linked pair."""
    found, claims = aligned(*texts)

    def words(claim_id: str) -> str:
        claim = claims[claim_id]
        return claim.figure.text if claim.figure else claim.text

    return [(words(link.earlier), words(link.later)) for link in found.links]


def test_the_same_thing_counted_again_is_one_series() -> None:
    assert linked("40 sailings were cancelled.", "55 sailings were cancelled.") == [("40", "55")]


def test_a_synonym_of_the_event_keeps_the_series() -> None:
    assert linked("A handful of sailings were cancelled.", "61 sailings were scrapped.") == [("A handful", "61")]


def test_cancelled_and_postponed_are_different_events() -> None:
    found = linked(
        "40 sailings were cancelled and 12 sailings were postponed.",
        "14 sailings were postponed and 44 sailings were cancelled.",
    )
    assert sorted(found) == [("12", "14"), ("40", "44")]


def test_money_time_and_counts_never_meet() -> None:
    assert (
        linked("The repairs cost £3m.", "3,000 passengers were stranded.", "Passengers waited for three hours.") == []
    )


def test_a_share_and_a_count_are_two_series() -> None:
    found, _ = aligned("40 sailings were cancelled.", "Four per cent of sailings were cancelled.")
    assert found.links == ()


def test_an_increment_is_not_the_total() -> None:
    given_statements = statements("5,300 accounts were exposed.", "Another 700 accounts were exposed.")
    first, second = extract_claims(given_statements)
    assert incompatible(first[0], second[0]) == "an increment and a total"


def test_a_measure_that_skips_a_statement_comes_back_into_its_series() -> None:
    found, claims = aligned(
        "40 sailings were cancelled.", "The harbour wall was damaged.", "44 sailings were cancelled."
    )
    assert sorted([claims[one].text for one in series.claims] for series in found.series) == [
        ["40 sailings were cancelled", "44 sailings were cancelled"],
        ["The harbour wall was damaged"],
    ]
    assert [claims[one].text for one in found.added] == ["The harbour wall was damaged"]


def test_a_measure_that_never_returns_is_dropped_once_where_it_is_first_missing() -> None:
    found, claims = aligned(
        "Nobody was hurt. 40 sailings were cancelled.", "44 sailings were cancelled.", "46 sailings were cancelled."
    )
    assert [claims[dropped].text for dropped in found.dropped] == ["Nobody was hurt"]


def test_a_restated_figure_points_back_and_the_current_one_goes_on_from_the_earlier_claim() -> None:
    found = linked("40 sailings were cancelled.", "55 sailings were cancelled, up from 40.")
    assert sorted(found) == [("40", "40"), ("40", "55")]


def test_two_figures_of_one_series_that_are_retold_together_both_point_back() -> None:
    assert linked(
        "90 drums are leaking.",
        "88 drums are leaking.",
        "84 drums are leaking. We announced 90 in the last week of February and 88 two days later.",
    ) == [("90", "88"), ("90", "90"), ("88", "88"), ("88", "84")]


def test_claims_of_two_organisations_never_meet() -> None:
    first, second = statements("40 sailings were cancelled.", "55 sailings were cancelled.")
    pair = [first, replace(second, organisation="Coastal Lines")]
    claims = [claim for found in extract_claims(pair) for claim in found]
    found = align(pair, claims, FlatVectors())
    assert (found.links, found.added, found.dropped) == ((), (), ())
    assert [series.claims for series in found.series] == [(claim.id,) for claim in claims]
    assert len(claims) == 2


def test_two_outlets_on_one_day_are_one_release() -> None:
    pair = [
        Statement(
            id="a",
            text="40 sailings were cancelled.",
            organisation="Harbour Ferries",
            issued="2024-03-01",
            outlet="Echo",
        ),
        Statement(
            id="b",
            text="Some 40 sailings were cancelled.",
            organisation="Harbour Ferries",
            issued="2024-03-01",
            outlet="Post",
        ),
    ]
    claims = [claim for found in extract_claims(pair) for claim in found]
    found = align(pair, claims, FlatVectors())
    echo, post = claims
    assert [release.statements for release in found.releases] == [("a", "b")]
    assert (found.copies, found.added) == ({post.id: echo.id}, ())


@pytest.mark.parametrize(
    ("later", "outlet", "together"),
    [
        ("2024-03-03", "Post", True),
        ("2024-03-09", "Post", False),
        ("2024-03-03", "Echo", False),
        ("2024-03-03", None, False),
    ],
)
def test_a_twin_needs_another_outlet_a_near_date_and_a_number_that_tells(
    later: str, outlet: str | None, together: bool
) -> None:
    pair = [
        Statement(
            id="a", text="4,150 bags were lost.", organisation="Harbour Ferries", issued="2024-03-01", outlet="Echo"
        ),
        Statement(id="b", text="It has lost 4,150 bags.", organisation="Harbour Ferries", issued=later, outlet=outlet),
    ]
    claims = [claim for found in extract_claims(pair) for claim in found]
    assert (len(releases(pair, claims)) == 1) is together


def test_where_words_decide_no_vector_is_asked_for() -> None:
    pair = statements("40 sailings were cancelled.", "55 sailings were cancelled.")
    claims = [claim for found in extract_claims(pair) for claim in found]
    assert [(link.earlier, link.later) for link in align(pair, claims, NoVectors()).links] == [
        tuple(claim.id for claim in claims)
    ]


def test_each_link_carries_its_evidence_in_words() -> None:
    found, _ = aligned("40 sailings were cancelled.", "55 sailings were scrapped.")
    (link,) = found.links
    assert link.evidence_for[:2] == (
        "both are about the same thing (sailing)",
        "“cancel” and “scrap” say the same",
    )


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=1, max_size=6)
    )
)
def test_assignment_uses_each_row_and_column_once_nothing_under_the_floor_and_leaves_no_pair_over_it(
    scores: list[list[float]],
) -> None:
    pairs = assign(scores, 0.3)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    assert len(rows) == len(columns) == len(pairs)
    assert all(scores[row][column] >= 0.3 for row, column in pairs)
    free = [
        scores[row][column] for row in set(range(len(scores))) - rows for column in set(range(len(scores[0]))) - columns
    ]
    assert [score for score in free if score >= 0.3] == []


def test_assignment_prefers_the_best_whole_to_the_best_first_pair() -> None:
    assert assign([[0.9, 0.8], [0.85, 0.1]], 0.3) == [(0, 1), (1, 0)]


def test_a_lower_level_with_the_earlier_one_beside_it_stays_in_its_series() -> None:
    found = linked("The death toll stands at 44.", "The number of dead has been lowered to 39, from 44.")
    assert sorted(found) == [("44", "39"), ("44", "44")]


def test_all_of_what_was_counted_goes_on_from_the_count() -> None:
    assert linked("We have refunded 300 passengers so far.", "All passengers have now been refunded.") == [
        ("300", "All")
    ]


def test_two_increments_are_two_measures() -> None:
    assert linked("Another 30 sailings were cancelled on Sunday.", "Six more sailings were cancelled on Monday.") == []


def test_a_noun_that_names_what_happened_meets_the_verb() -> None:
    assert linked("There have been no injuries.", "Three passengers were injured.") == [("no", "Three")]


def test_what_was_not_known_meets_the_number_that_answers_it() -> None:
    assert linked("How many bags were lost is not yet known.", "We lost 41 bags.") == [
        ("How many bags were lost is not yet known", "41")
    ]


def test_the_level_of_a_former_year_is_no_earlier_claim() -> None:
    told = "We carried 1,400 passengers, against 1,650 a year before."
    assert linked("Two ferries were damaged.", told, "We carried 1,400 passengers.") == [("1,400", "1,400")]


def test_a_part_named_first_is_not_the_whole() -> None:
    assert linked("About 900 vans could be affected.", "Of last year's model, about 400 vans are affected.") == []


@pytest.mark.parametrize(
    ("then", "dropped"),
    [
        ("A total of 40 crews, or 12 per cent, were injured.", ["40"]),
        ("We received 58 complaints.", []),
        ("Fifteen crews were injured.", ["Fifteen"]),
    ],
)
def test_a_share_beside_its_count_and_what_was_only_heard_are_not_missed(then: str, dropped: list[str]) -> None:
    found, claims = aligned(then, "Two ferries were damaged.")
    assert [figure.text for one in found.dropped if (figure := claims[one].figure) is not None] == dropped


def test_the_evidence_names_the_noun_that_says_what_happened() -> None:
    found, _ = aligned("We are not aware of any injury to passengers.", "Three passengers were treated for burns.")
    (link,) = found.links
    assert "“injury” and “treat” say the same" in link.evidence_for


def test_a_claim_about_other_things_does_not_stay_between_two_that_belong_together() -> None:
    assert linked(
        "412 passengers were aboard the ferry.",
        "About 90 of the 400 sailings have been cancelled since June.",
        "412 passengers were aboard the ferry.",
    ) == [("412", "412")]


def test_a_corrected_number_goes_on_from_what_was_counted_before() -> None:
    assert linked("In all 2,640 homes lost their gas.", "The right figure is 2,522 homes.") == [("2,640", "2,522")]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("No guest has been taken ill.", "Nine guests were seen by a doctor."),
        ("None of the guests has needed a doctor.", "Five guests were seen in hospital."),
        ("Nobody has needed to stay in hospital.", "Two people were kept in hospital for two nights."),
    ],
)
def test_those_who_needed_medical_help_are_those_who_came_to_harm(then: str, now: str) -> None:
    found, claims = aligned(then, now)
    assert [(claims[link.earlier].text, claims[link.later].text) for link in found.links] == [
        (then.rstrip("."), now.rstrip("."))
    ]


@pytest.mark.parametrize(
    ("then", "now", "reason"),
    [
        (
            "No payment card details were taken.",
            "The details of 212,000 customers were taken.",
            "the denial is only about a kind that the other does not speak of",
        ),
        ("Three guests fell ill.", "We know of no other illness.", "the denial is only about others"),
        (
            "372 passengers were rescued.",
            "105 sailings were cancelled.",
            "they count different things to which different things happened",
        ),
        (
            "The footpath was not closed.",
            "The meeting was closed.",
            "one says of one thing what the other denies of another",
        ),
        (
            "About 300 results a day are being released.",
            "1,740 results were released.",
            "one says how many in a time, the other how many in all",
        ),
        (
            "Residents will be paid £40 apiece.",
            "Residents have been paid £1.2m.",
            "one is what each gets or pays, the other a sum for all",
        ),
        (
            "14 roads are now shut.",
            "30 roads were shut at the height of the flood.",
            "one says how many there are, the other how many there were at most",
        ),
        (
            "Some 92,000 students were entered for the paper.",
            "No student has lost a place.",
            "one denies what the other does not speak of",
        ),
    ],
)
def test_claims_about_other_things_never_meet(then: str, now: str, reason: str) -> None:
    found, claims = aligned(then, now)
    earlier, later = claims.values()
    assert incompatible(earlier, later) == reason
    assert found.links == ()


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Residents will be paid £40 apiece.", "Residents will be paid £60."),
        ("14 roads are now shut.", "At the peak 12 roads were shut."),
    ],
)
def test_a_sum_for_nobody_named_and_a_most_below_the_level_may_be_the_same_measure(then: str, now: str) -> None:
    _, claims = aligned(then, now)
    earlier, later = claims.values()
    assert incompatible(earlier, later) is None


def test_the_most_that_there_was_is_told_again_and_is_no_new_level() -> None:
    assert linked(
        "30 roads are shut.",
        "14 roads are shut.",
        "At the height of the flood 30 roads were shut.",
        "Two roads are shut.",
    ) == [("30", "14"), ("30", "30"), ("14", "Two")]


def test_a_small_amount_is_given_in_kilograms_later_but_not_in_hours() -> None:
    assert linked("A small amount of gas escaped.", "400 kilograms of gas escaped.") == [
        ("A small amount", "400 kilograms")
    ]
    assert linked("A small amount of gas escaped.", "Gas escaped for 40 minutes.") == []


def test_a_figure_that_a_statement_gives_twice_takes_no_other_claims_place() -> None:
    found, claims = aligned(
        "37 guests were treated at the hotel. Five guests were taken to hospital.",
        "48 guests were treated at the hotel. Of the 48 guests treated at the hotel, all have left.",
    )
    pairs = [(claims[link.earlier].figure, claims[link.later].figure) for link in found.links]
    assert [(then and then.text, now and now.text) for then, now in pairs] == [("37", "48")]


def test_what_will_not_be_affected_may_be_harmed_in_any_way() -> None:
    assert linked("Online orders will not be affected.", "60,000 online orders had been cancelled.") == [
        ("Online orders will not be affected", "60,000")
    ]


def test_the_abbreviation_of_number_denies_nothing() -> None:
    _, claims = aligned("The footpath (no. 23) is closed.", "The footpath (no. 23) is closed.")
    assert {claim.polarity for claim in claims.values()} == {Polarity.AFFIRMED}


def test_thousands_of_litres_are_counted_in_the_unit_of_litres() -> None:
    assert linked("21,000 litres were pumped out.", "Thousands of litres were pumped out.") == [
        ("21,000 litres", "Thousands")
    ]
