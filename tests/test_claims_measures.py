"""What a claim counts: the noun, what it points back to, scope, basis, period, and what is an earlier account's."""

from __future__ import annotations

import pytest
from claims_samples import claim_with, claims_of, figures_claimed

from comms_tracker.records import Basis

COUNTED = [
    ("The number of flats without heat is 210.", "210", "flat"),
    ("A handful of lifts are stuck.", "A handful", "lift"),
    ("Complaints have risen to 77.", "77", "complaint"),
    ("Some 90 geography and history pupils were affected.", "Some 90", "pupil"),
    ("The storm left 17 dead.", "17", "person"),
    ("Two members of staff were hurt.", "Two", "staff"),
    ("Seventy ewes were drowned, farmer.", "Seventy", "ewe"),
    ("It is 48, madam chair.", "48", None),
    # money and measurements
    ("Repairs have cost £4m.", "£4m", "repair"),
    ("We have paid £4m to tenants.", "£4m", None),
    ("We have paid £4m in compensation.", "£4m", "compensation"),
    ("A bill of £4m was sent.", "£4m", "bill"),
    ("Seven miles of track were flooded.", "Seven miles", "track"),
    # shares and their bases
    ("Two thirds of the flats have heat again.", "Two thirds", "flat"),
    ("Punctuality fell to 61 per cent.", "61 per cent", "punctuality"),
]


@pytest.mark.parametrize(("text", "words", "counted"), COUNTED)
def test_what_is_counted_is_the_noun_that_the_figure_is_said_of(text: str, words: str, counted: str | None) -> None:
    assert claim_with(text, words).measure.counted == counted


POINTING_BACK = [
    ("We have checked 600 lifts. Forty-one were stuck.", "Forty-one", "lift"),
    ("We have checked 600 lifts. Of these, 41 were stuck.", "41", "lift"),
    ("We have checked 600 lifts. 41 of them were stuck.", "41", "lift"),
    ("Forty lifts were stuck. That brings the total to 55.", "55", "lift"),
    ("Forty lifts were stuck. The number had been 31.", "31", "lift"),
    ("Forty lifts were stuck, down from 52 last night.", "52", "lift"),
    ("Complaints came to 310, and 290 of those have been closed.", "290", "complaint"),
    ("The recall covers 800 kettles. A new batch takes the recall to 950.", "950", "kettle"),
    ("How many kettles were sold?\n\n1,250, most of them in May.", "1,250", "kettle"),
    ("How many kettles were sold?\n\n1,250.\n\nHow many have come back?\n\nAbout 700.", "About 700", "kettle"),
    ("(a) Kettles. 33 were burnt.", "33", "kettle"),
    ("We inspected 300 schools.\n\nTwelve were unsafe.", "Twelve", "school"),
    ("40 million whose names were taken have been told.", "40 million", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "counted"), POINTING_BACK)
def test_a_figure_without_a_noun_counts_what_was_counted_last(text: str, words: str, counted: str) -> None:
    assert claim_with(text, words).measure.counted == counted


def test_money_takes_no_noun_from_what_was_counted_before() -> None:
    assert claim_with("We closed 30 lifts. £2m was lost.", "£2m").measure.counted is None


def test_an_answer_without_a_verb_is_about_what_the_question_asked() -> None:
    (claim,) = claims_of("How many goats were drowned?\n\nForty-four.")
    assert (claim.measure.event, claim.measure.counted) == ("drown", "goat")


EVENTS = [
    ("300 flats were cut off.", "cut off"),
    ("Two patients came to harm.", "come to harm"),
    ("300 flats are without heat.", "be without"),
    ("300 flats have had to be closed.", "close"),
    ("300 flats did not receive a letter.", "not receive"),
    ("300 flats need repairs.", "repair"),
    ("We reconnected 300 flats.", "reconnect"),
]


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_the_event_is_what_happened_below_light_verbs(text: str, event: str) -> None:
    assert claims_of(text)[0].measure.event == event


def test_scope_holds_the_statements_own_words() -> None:
    claim = claim_with("A fine of £8m was paid by 12 rural depots in the north.", "12")
    assert claim.measure.scope == ("rural", "in the north")
    assert claim_with("Two sheds of £8m each were lost.", "Two").measure.scope == ("of £8m each",)
    told = "The recall covers the 900 Albion kettles, plant manager Iris Cole said on Friday."
    assert claim_with(told, "900").measure.scope == ("Albion",)
    which = "The recall covers the 900 kettles, which the shops said were faulty."
    assert claim_with(which, "900").measure.scope == ("which the shops said were faulty",)


BASIS = [
    ("Another 50 trains were cancelled.", "Another 50", Basis.INCREMENT),
    ("12 depots and another 50 trains were damaged.", "another 50", None),
    ("Three more were lost on Monday.", "Three", Basis.INCREMENT),
    ("In all, 50 trains were cancelled.", "50", Basis.TOTAL),
    ("50 trains have been cancelled since Sunday.", "50", Basis.TOTAL),
    ("50 trains have since been cancelled.", "50", None),
    ("50 trains were cancelled since three drivers were ill.", "50", None),
    ("In all, 60 trains were cancelled, and 50 passengers were hurt.", "50", None),
    ("50 trains were cancelled in the past week.", "50", Basis.PERIOD),
    ("40 per cent of trains were cancelled.", "40 per cent", Basis.SHARE),
    ("40 per cent of homes have been restored.", "40 per cent", Basis.PROGRESS),
]


@pytest.mark.parametrize(("text", "words", "basis"), BASIS)
def test_the_nearest_words_of_time_say_what_a_figure_is_a_count_of(text: str, words: str, basis: Basis | None) -> None:
    assert claim_with(text, words).measure.basis == basis


def test_how_much_a_thing_can_hold_is_no_claim() -> None:
    assert claims_of("The new pump has a capacity of 50 barrels.") == ()


PERIODS = [
    ("50 trains have been cancelled since 3 May.", "2023-05-03/.."),
    ("50 trains have since been cancelled.", None),
    ("50 trains were cancelled by Gorse Tunnel.", None),
    ("50 trains were cancelled over the past two days.", "2024-04-30/2024-05-02"),
    ("50 trains have been mended so far.", "so far"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_the_period_is_resolved_where_its_words_allow_and_kept_as_said_elsewhere(text: str, period: str | None) -> None:
    assert claims_of(text)[0].measure.period == period


RESTATED = [
    ("That is up from 31 boats last week.", "31", True),
    ("I said 31 boats in May.", "31", True),
    ("We had previously put the figure at 31.", "31", True),
    ("The number of boats has risen from four to nine.", "four", True),
    ("The number of boats has risen from four to nine.", "nine", False),
    ("44 boats were lost, not the 31 we reported in May.", "31", True),
    ("44 boats were lost, not the 31 we reported in May.", "44", False),
    ("The yard has repaired 44 boats and stands by its figure.", "44", False),
    ("Boats from 31 ports were lost.", "31", False),
]


@pytest.mark.parametrize(("text", "words", "restated"), RESTATED)
def test_an_earlier_accounts_figure_points_back(text: str, words: str, restated: bool) -> None:
    assert claim_with(text, words).restated is restated


TABLE = """| Ward | Flats without heat | Flats repaired |
|---|---|---|
| Eastgate | 240 | 190 |
| Total | 410 | 300 |
"""


def test_a_table_counts_what_its_columns_name() -> None:
    found = [(claim.text, claim.figure and claim.figure.text, claim.measure.counted) for claim in claims_of(TABLE)]
    assert found == [
        ("Eastgate | 240", "240", "flat"),
        ("Eastgate | 240 | 190", "190", "flat"),
        ("Total | 410", "410", "flat"),
        ("Total | 410 | 300", "300", "flat"),
    ]


def test_a_table_counts_what_its_rows_name_where_its_columns_name_none() -> None:
    rows = "| Measure | Figure |\n|---|---|\n| Boats lost | 31 |\n"
    (claim,) = claims_of(rows)
    assert (claim.measure.counted, claim.measure.event, claim.measure.scope) == ("boat", "lose", ("Boats lost",))


def test_bullets_take_what_happened_from_the_line_before_them() -> None:
    text = "The following have been postponed:\n\n- 14 weddings\n- about 60 christenings in Thorne\n"
    found = [(claim.text, claim.measure.event, claim.measure.counted) for claim in claims_of(text) if claim.figure]
    assert found == [
        ("14 weddings", "postpone", "wedding"),
        ("about 60 christenings in Thorne", "postpone", "christening"),
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Forty porters were paid less than they were owed.", "underpay"),
        ("Nobody was paid too much.", "overpay"),
        ("Some 60 households had their gas cut off.", "cut off"),
        ("Three guests fell ill.", "fall ill"),
        ("Two stewards needed treatment.", "need treatment"),
    ],
)
def test_an_event_of_several_words_is_one_event(text: str, event: str) -> None:
    (claim,) = claims_of(text)
    assert claim.measure.event == event


def test_an_amount_that_moved_is_a_claim_and_a_size_is_none() -> None:
    assert figures_claimed("About 3,000 litres entered the brook. A full tanker weighs 40 tonnes.") == [
        "About 3,000 litres"
    ]


def test_where_people_were_taken_is_no_ration() -> None:
    assert figures_claimed("We have taken 34 residents to a hotel. Four crates to a car are allowed.") == ["34"]


@pytest.mark.parametrize(
    ("text", "restated"),
    [
        ("We still expect the 40 cases we spoke of earlier.", False),
        ("It is fewer than the 40 cases we spoke of earlier.", True),
    ],
)
def test_what_is_still_said_is_current(text: str, restated: bool) -> None:
    assert claim_with(text, "40").restated is restated


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The clean-up is expected to cost £2m.", "clean-up"),
        ("Its value is thought to be about £400,000.", "value"),
        ("The bill is likely to reach £3m.", "bill"),
    ],
)
def test_an_amount_that_is_only_expected_is_told_of_its_subject(text: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.measure.counted) == (text.rstrip("."), counted)


def test_what_is_put_at_a_sum_as_it_is_what_was_spoken_of_before() -> None:
    assert claim_with(
        "The damage is greater than we thought. We now put it at £350,000.", "£350,000"
    ).measure.counted == ("damage")


def test_all_but_four_is_no_count_of_four() -> None:
    assert figures_claimed("All but four seals have come home.") == ["All but four"]
