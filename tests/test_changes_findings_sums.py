"""Totals and their parts in the forms in which statements give them: colons, lists, sentences that point back."""

from __future__ import annotations

import pytest
from changes_samples import exact, findings, says

from comms_tracker.records import Claim, FindingKind


def lorry(words: str, figure: str, number: float, counted: str = "lorry", event: str = "hold") -> Claim:
    return says(words, exact(figure, number), event=event, counted=counted)


def pounds(words: str, figure: str, number: float) -> Claim:
    return says(words, exact(figure, number, unit="GBP"), event="cost", counted="cost")


def explained(claims: list[Claim], text: str) -> list[str]:
    found = findings((claims, text))
    assert all(one.kind is FindingKind.SUM_MISMATCH for one in found)
    return [one.explanation for one in found]


def by_port(dover: str) -> tuple[list[Claim], str]:
    text = f"In the end 250 lorries were held: 140 at Ferring, 71 at Holm and {dover} at Dunwick."
    claims = [
        lorry("250 lorries were held", "250", 250),
        lorry("140 at Ferring", "140", 140),
        lorry("71 at Holm", "71", 71),
        lorry(f"{dover} at Dunwick", dover, float(dover)),
    ]
    return claims, text


def test_parts_after_a_colon_are_added_up() -> None:
    assert explained(*by_port("49")) == [
        "140 + 71 + 49 = 260, but the statement gives 250 lorries, 10 fewer than the parts."
    ]


def test_parts_after_a_colon_that_add_up_are_silent() -> None:
    assert explained(*by_port("39")) == []


@pytest.mark.parametrize(
    "text",
    [
        "In the end 250 lorries were held: among them 140 at Ferring and 71 at Holm.",
        "In the end 250 lorries were held: 140 at Ferring, 71 at Holm and some at Dunwick.",
        "In the end 250 lorries were held: 140 for one night, 71 for a week.",
    ],
)
def test_a_colon_before_examples_or_a_list_with_a_gap_is_silent(text: str) -> None:
    words = [part for part in ("140 at Ferring", "71 at Holm", "140 for one night", "71 for a week") if part in text]
    parts = [lorry(part, part.split(maxsplit=1)[0], float(part.split(maxsplit=1)[0])) for part in words]
    assert explained([lorry("250 lorries were held", "250", 250), *parts], text) == []


def of_birds(gulls: int) -> tuple[list[Claim], str]:
    text = f"We have counted 90 oiled birds:\n\n- 52 guillemots\n- {gulls} gulls\n- 8 divers\n\nThe beach is shut."
    claims = [
        lorry("We have counted 90 oiled birds", "90", 90, "bird", "count"),
        lorry("52 guillemots", "52", 52, "guillemot", "count"),
        lorry(f"{gulls} gulls", str(gulls), gulls, "gull", "count"),
        lorry("8 divers", "8", 8, "diver", "count"),
    ]
    return claims, text


def test_a_list_of_kinds_below_a_colon_is_added_up() -> None:
    assert explained(*of_birds(34)) == ["52 + 34 + 8 = 94, but the statement gives 90 birds, 4 fewer than the parts."]
    assert explained(*of_birds(30)) == []


def test_unlike_things_far_from_the_total_divide_something_else() -> None:
    text = "The service sent 9 teams, made up of 3 doctors and 4 drivers."
    claims = [
        lorry("9 teams", "9", 9, "team", "send"),
        lorry("3 doctors", "3", 3, "doctor", "send"),
        lorry("4 drivers", "4", 4, "driver", "send"),
    ]
    assert explained(claims, text) == []


def test_a_sum_of_money_that_the_next_sentence_breaks_down_is_added_up() -> None:
    text = "The bill came to £91,500. It is made up of £64,000 for repairs and £25,500 for overtime."
    claims = [
        pounds("The bill came to £91,500", "£91,500", 91500),
        pounds("£64,000 for repairs", "£64,000", 64000),
        pounds("£25,500 for overtime", "£25,500", 25500),
    ]
    assert explained(claims, text) == [
        "£64,000 + £25,500 = £89,500, but the statement gives £91,500, £2,000 more than the parts."
    ]


def test_money_rounded_to_the_million_may_miss_by_its_rounding() -> None:
    text = "The bill came to £9.2m. It is made up of £6.4m for repairs and £2.7m for overtime."
    claims = [
        pounds("The bill came to £9.2m", "£9.2m", 9.2e6),
        pounds("£6.4m for repairs", "£6.4m", 6.4e6),
        pounds("£2.7m for overtime", "£2.7m", 2.7e6),
    ]
    assert explained(claims, text) == []


def by_road(car: int, total: str = "500") -> tuple[list[Claim], str]:
    text = f"{total} parcels were lost. {car} went by van, 120 by rail and 64 by sea."
    claims = [lorry(f"{total} parcels were lost", total, float(total), "parcel", "lose")]
    claims += [lorry(f"{car} went by van", str(car), car, "parcel", "go")]
    claims += [lorry(f"{n} by {way}", str(n), n, "parcel", "go") for n, way in ((120, "rail"), (64, "sea"))]
    return claims, text


def test_parts_without_a_verb_of_their_own_may_not_exceed_the_total() -> None:
    assert explained(*by_road(341, "512")) == [
        "341 + 120 + 64 = 525, but the statement gives 512 parcels, 13 fewer than the parts."
    ]


def test_parts_without_a_verb_may_fall_short_of_the_total_or_of_a_round_number() -> None:
    assert explained(*by_road(301, "512")) == []
    assert explained(*by_road(341)) == []


def test_parts_of_other_things_than_the_sentence_before_counts_are_silent() -> None:
    text = "45 wards were closed. 30 beds were lost in Hale, 12 in Moss and 9 in Timperley."
    claims = [lorry("45 wards were closed", "45", 45, "ward", "close")]
    claims += [lorry("30 beds were lost in Hale", "30", 30, "bed", "lose")]
    claims += [
        lorry(words, words.split(maxsplit=1)[0], n, "bed", "lose")
        for words, n in (("12 in Moss", 12), ("9 in Timperley", 9))
    ]
    assert explained(claims, text) == []


def homes_back(off: int, still: str = "are still without it") -> tuple[list[Claim], str]:
    text = f"The fault left 845 homes cold. Heat is back in 310 of them, and {off} {still}."
    claims = [
        lorry("The fault left 845 homes cold", "845", 845, "home", "leave"),
        lorry("Heat is back in 310 of them", "310", 310, "home", "be back"),
        lorry(f"{off} {still}", str(off), off, "home", "be without"),
    ]
    return claims, text


def test_done_and_still_to_do_may_not_exceed_the_whole() -> None:
    assert explained(*homes_back(565)) == [
        "310 + 565 = 875, but the statement gives 845 homes, 30 fewer than the parts."
    ]


def test_done_and_still_to_do_that_make_the_whole_are_silent() -> None:
    assert explained(*homes_back(535)) == []
    assert explained(*homes_back(565, "asked for vouchers")) == []


def test_a_total_smaller_than_what_it_includes_is_reported() -> None:
    text = "31 pupils fell ill, including 34 at Moss Lane."
    claims = [
        lorry("31 pupils fell ill", "31", 31, "pupil", "fall ill"),
        lorry("34 at Moss Lane", "34", 34, "pupil", "fall ill"),
    ]
    assert explained(claims, text) == ["34 pupils cannot be a part of 31: the part is larger than the whole."]


def test_a_total_larger_than_what_it_includes_is_silent() -> None:
    text = "31 pupils fell ill, including 24 at Moss Lane."
    claims = [
        lorry("31 pupils fell ill", "31", 31, "pupil", "fall ill"),
        lorry("24 at Moss Lane", "24", 24, "pupil", "fall ill"),
    ]
    assert explained(claims, text) == []
