"""Each finding is reported with its sum, and its near miss stays silent."""

from __future__ import annotations

import pytest
from changes_samples import about, denies, exact, findings, over, per_cent, says, under, vague

from comms_tracker.records import Claim, Finding, FindingKind


def raised(words: str, number: float, **more: object) -> Claim:
    return says(words, exact(words.split(maxsplit=1)[0], number), event="raise", counted="candidate", **more)  # type: ignore[arg-type]


def test_parts_that_do_not_add_up_to_their_total_are_shown_with_the_sum() -> None:
    text = "1,184 candidates gained a grade, made up of 1,102 by one grade and 92 by two grades."
    claims = [
        raised("1,184 candidates gained a grade", 1184),
        raised("1,102 by one grade", 1102),
        raised("92 by two grades", 92),
    ]
    assert findings((claims, text)) == (
        Finding(
            FindingKind.SUM_MISMATCH,
            ("a",),
            ("a-0", "a-1", "a-2"),
            "1,102 + 92 = 1,194, but the statement gives 1,184 candidates, 10 fewer than the parts.",
        ),
    )


def test_parts_that_add_up_are_silent() -> None:
    text = "1,184 candidates gained a grade, made up of 1,102 by one grade and 82 by two grades."
    claims = [
        raised("1,184 candidates gained a grade", 1184),
        raised("1,102 by one grade", 1102),
        raised("82 by two grades", 82),
    ]
    assert findings((claims, text)) == ()


def test_a_table_after_as_follows_is_added_up() -> None:
    text = "The grades of 1,184 candidates change as follows.\n\n| Up one | 1,102 |\n| Up two | 92 |\n\nWe are sorry."
    claims = [
        says("The grades of 1,184 candidates change", exact("1,184", 1184), event="change", counted="candidate"),
        says("| Up one | 1,102 |", exact("1,102", 1102), event="change", counted=None),
        says("| Up two | 92 |", exact("92", 92), event="change", counted=None),
    ]
    (found,) = findings((claims, text))
    assert found.explanation == "1,102 + 92 = 1,194, but the statement gives 1,184 candidates, 10 fewer than the parts."


def test_rounded_parts_may_miss_the_total_by_their_rounding() -> None:
    text = "About 1,200 candidates gained a grade, made up of 1,102 by one grade and 82 by two grades."
    total = says(
        "About 1,200 candidates gained a grade", about("About 1,200", 1200, 50), event="raise", counted="candidate"
    )
    assert findings(([total, raised("1,102 by one grade", 1102), raised("82 by two grades", 82)], text)) == ()


def test_figures_of_other_things_are_not_added_up() -> None:
    text = "136 operations and 1,517 appointments were cancelled, 1,700 letters in all."
    claims = [
        says("136 operations", exact("136", 136)),
        says("1,517 appointments were cancelled", exact("1,517", 1517), counted="appointment"),
        says("1,700 letters", exact("1,700", 1700), counted="letter"),
    ]
    assert findings((claims, text)) == ()


def test_a_part_larger_than_its_whole_is_reported() -> None:
    text = "Of the 380 details, 420 were affected."
    claims = [
        says("the 380 details", exact("380", 380), event="affect", counted="detail"),
        says("420 were affected", exact("420", 420), event="affect", counted="detail"),
    ]
    (found,) = findings((claims, text))
    assert found.kind is FindingKind.IMPOSSIBLE_SHARE
    assert found.explanation == (
        "420 details cannot be a part of 380: the part is larger than the whole (110.5 per cent)."
    )


def test_a_part_of_its_whole_is_silent() -> None:
    text = "Of the 380 details, 244 were affected."
    claims = [
        says("the 380 details", exact("380", 380), event="affect", counted="detail"),
        says("244 were affected", exact("244", 244), event="affect", counted="detail"),
    ]
    assert findings((claims, text)) == ()


def with_share(count: int, share: float) -> tuple[list[Claim], str]:
    words = f"about {share} per cent"
    text = f"{count} operations were cancelled, {words} of our usual weekly in-patient activity."
    claims = [
        says(f"{count} operations were cancelled", exact(str(count), count)),
        says(words, per_cent(words, share), counted="activity"),
    ]
    return claims, text


def test_two_shares_of_one_base_that_imply_other_wholes_are_reported_with_both_sums() -> None:
    (found,) = findings(with_share(136, 2.5), with_share(400, 3.1))
    assert found.kind is FindingKind.BASE_MISMATCH
    assert found.claims == ("a-0", "a-1", "b-0", "b-1")
    assert found.explanation == (
        "136 operations at “about 2.5 per cent” of usual weekly in-patient activity implies about 5,400 in all "
        "(the statement of 1 March 2024); 400 operations at “about 3.1 per cent” of usual weekly in-patient activity "
        "implies about 13,000 in all (the statement of 8 March 2024)."
    )


@pytest.mark.parametrize("count", [141, 152])
def test_two_shares_of_one_base_within_their_rounding_or_a_tenth_of_it_are_silent(count: int) -> None:
    assert findings(with_share(136, 2.5), with_share(count, 2.6)) == ()


def test_a_base_that_is_given_otherwise_is_reported() -> None:
    text = "38 ships were late, or 20 per cent of our ships. We run 500 ships."
    claims = [
        says("38 ships were late", exact("38", 38), event="delay", counted="ship"),
        says("20 per cent of our ships", per_cent("20 per cent", 20), event="delay", counted="ship"),
        says("We run 500 ships", exact("500", 500), event="run", counted="ship", background=True),
    ]
    (found,) = findings((claims, text))
    assert found.explanation == (
        "38 ships at 20 per cent of ships implies about 190 in all, but the statement of 1 March 2024 gives 500 ships "
        "(38 is 7.6 per cent of 500)."
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("112 per cent of the homes were affected", 1),
        ("92 per cent of the homes were affected", 0),
        ("Costs rose by 112 per cent of the plan", 0),
        ("Traffic was 112 per cent of normal", 0),
    ],
)
def test_more_than_the_whole_is_impossible_unless_it_is_growth(text: str, count: int) -> None:
    words = "112 per cent" if "112" in text else "92 per cent"
    claims = [says(text, per_cent(words, float(words.split(maxsplit=1)[0])), event="affect", counted="home")]
    found = findings((claims, text + "."))
    assert [finding.kind for finding in found] == [FindingKind.IMPOSSIBLE_SHARE] * count


ELEVEN = says("Eleven trains are idle", exact("Eleven", 11), event="idle", counted="train")


def restating(words: str, figure_words: str, number: float) -> Claim:
    return says(words, exact(figure_words, number), event="idle", counted="train", restated=True)


def test_an_earlier_figure_quoted_as_another_is_reported_with_the_difference() -> None:
    later = ([restating("down from 14 last week", "14", 14)], "Nine trains are idle, down from 14 last week.")
    (found,) = findings(([ELEVEN], None), later, links=[("a-0", "b-0")])
    assert found == Finding(
        FindingKind.RESTATED_DIFFERENTLY,
        ("a", "b"),
        ("a-0", "b-0"),
        "The statement of 8 March 2024 gives the earlier figure as 14 trains (“down from 14 last week”); "
        "the statement of 1 March 2024 said “eleven” trains (14 − 11 = 3).",
    )


def test_an_earlier_figure_quoted_as_it_was_is_silent() -> None:
    later = ([restating("down from 11 last week", "11", 11)], "Nine trains are idle, down from 11 last week.")
    assert findings(([ELEVEN], None), later, links=[("a-0", "b-0")]) == ()


def test_a_figure_from_an_older_statement_is_quoted_rightly() -> None:
    older = ([says("14 trains are idle", exact("14", 14), event="idle", counted="train")], None)
    later = ([restating("down from 14 at first", "14", 14)], "Nine trains are idle, down from 14 at first.")
    assert findings(older, ([ELEVEN], None), later, links=[("b-0", "c-0")], series=[("a-0", "b-0", "c-0")]) == ()


def test_a_statement_that_gives_two_numbers_for_one_thing_disagrees_with_itself() -> None:
    claims = [
        says("21 flights to Malaga were cancelled", exact("21", 21), counted="flight"),
        says("24 flights to Malaga were cancelled", exact("24", 24), counted="flight"),
    ]
    (found,) = findings((claims, None))
    assert found.kind is FindingKind.SELF_CONTRADICTION
    assert found.explanation == (
        "The statement of 1 March 2024 says “21 flights to Malaga were cancelled” and also "
        "“24 flights to Malaga were cancelled” (24 − 21 = 3)."
    )


def test_a_number_that_the_statement_itself_takes_back_is_no_disagreement() -> None:
    claims = [
        says("21 flights to Malaga were cancelled", exact("21", 21), counted="flight"),
        says("24 flights to Malaga were cancelled", exact("24", 24), counted="flight"),
    ]
    text = "We withdraw our statement that 21 flights to Malaga were cancelled. 24 flights to Malaga were cancelled."
    assert findings((claims, text)) == ()


def test_two_numbers_for_two_things_are_silent() -> None:
    claims = [
        says("21 flights to Malaga were cancelled", exact("21", 21), counted="flight"),
        says("24 flights to Rome were cancelled on Sunday", exact("24", 24), counted="flight"),
    ]
    assert findings((claims, None)) == ()


def test_two_outlets_with_other_numbers_for_the_same_words_differ() -> None:
    claims = [
        [
            says(
                "at least 40 million accounts are open",
                over("at least 40 million", 40e6, closed=True),
                event="open",
                counted="account",
            )
        ],
        [
            says(
                "almost 40 million accounts are open", under("almost 40 million", 40e6), event="open", counted="account"
            )
        ],
    ]
    (found,) = findings(*((own, None) for own in claims), copies={"b-0": "a-0"}, one_release=True)
    assert found.kind is FindingKind.OUTLETS_DIFFER
    assert found.explanation == (
        "The same statement is reported in two ways: Outlet A has “at least 40 million accounts are open”, "
        "Outlet B has “almost 40 million accounts are open”."
    )


def test_two_outlets_that_round_or_differ_in_words_only_are_silent() -> None:
    claims = [
        [says("23,000 bags are waiting", exact("23,000", 23000), event="wait", counted="bag")],
        [says("some 23,000 bags are waiting", about("some 23,000", 23000, 500), event="wait", counted="bag")],
    ]
    assert findings(*((own, None) for own in claims), copies={"b-0": "a-0"}, one_release=True) == ()


def test_two_speakers_with_other_numbers_on_one_day_differ_and_on_other_days_do_not() -> None:
    ours = [says("eleven people fell ill", exact("eleven", 11), event="fall ill", counted="person")]
    theirs = [says("34 people fell ill", exact("34", 34), event="fall ill", counted="person", speaker="Brayle county")]
    (found,) = findings((ours + theirs, None))
    assert found.explanation == (
        "The organisation says “eleven people fell ill”, Brayle county says “34 people fell ill” (34 − 11 = 23)."
    )
    assert findings((ours, None), (theirs, None)) == ()


def test_two_speakers_who_share_few_words_are_not_set_against_each_other() -> None:
    ours = says(
        "eleven people fell ill at the inn on the moor", exact("eleven", 11), event="fall ill", counted="person"
    )
    theirs = says(
        "34 people fell ill after a regatta dinner",
        exact("34", 34),
        event="fall ill",
        counted="person",
        speaker="Brayle county",
    )
    assert findings(([ours, theirs], None)) == ()


def test_a_denial_of_another_number_is_no_disagreement() -> None:
    claims = [
        says("1,100 customers had details taken", exact("1,100", 1100), event="take", counted="customer"),
        denies("6,500 customers had no details taken", figure=exact("6,500", 6500), event="take", counted="customer"),
    ]
    assert findings((claims, None)) == ()


def test_vague_words_never_make_a_finding() -> None:
    claims = [
        says("a handful of flights to Malaga were cancelled", vague("a handful", (2, 7)), counted="flight"),
        says("hundreds of flights to Malaga were cancelled", vague("hundreds", (200, 900)), counted="flight"),
    ]
    assert findings((claims, None)) == ()
