"""Explanations are plain: both wordings, what differs, what is not known, and never intent."""

from __future__ import annotations

import pytest
from changes_samples import SURVEY, about, change, denies, every, exact, none, over, per_cent, says, under, vague
from plain_words import ill_said

from comms_tracker.changes.phrasing import quoted
from comms_tracker.records import Certainty, Change, Figure, Polarity

SMALL = vague("a very small number", (1, 8), (0.2, 8))
ELECTIVE = says(
    "It has been necessary to cancel a very small number of elective operations, those that relied on images",
    SMALL,
    scope=("elective", "those that relied on images"),
)


def test_the_seed_case_says_both_readings_the_lost_limit_and_the_silence() -> None:
    found = change(
        ELECTIVE,
        says("136 operations were cancelled", exact("136", 136)),
        beside=[
            says(
                "about 2.5 per cent of our usual weekly in-patient activity",
                per_cent("about 2.5 per cent", 2.5),
                counted="activity",
            )
        ],
        after="136 operations were cancelled, which is about 2.5 per cent of our usual weekly in-patient activity.",
    )
    assert found.explanation == (
        "“A very small number” of operations became 136. "
        f"136 is more than “a very small number”, which as a count is usually read as 1 to 8 ({SURVEY}); "
        "as a share, “about 2.5 per cent” of usual weekly in-patient activity fits “a very small number”, which is "
        f"usually read as 0.2 to 8 per cent ({SURVEY}). "
        "The limit to elective operations, those that relied on images, is no longer there. "
        "No word in the later statement acknowledges the change."
    )


def test_another_wording_of_the_seed_case_is_told_alike() -> None:
    found = change(
        says(
            "A small number of urgent scans for children had to be put off",
            vague("A small number", (2, 12), (0.5, 12)),
            event="put off",
            counted="scan",
            scope=("urgent", "for children"),
        ),
        says("we put off 214 scans", exact("214", 214), event="put off", counted="scan"),
        beside=[says("4 per cent of those booked", per_cent("4 per cent", 4), event="put off", counted="scan")],
        after="Last week we put off 214 scans. That is 4 per cent of those booked.",
    )
    assert found.explanation == (
        "“A small number” of scans became 214. "
        f"214 is more than “a small number”, which as a count is usually read as 2 to 12 ({SURVEY}); "
        "as a share, 4 per cent of those booked fits “a small number”, which is usually read as "
        f"0.5 to 12 per cent ({SURVEY}). "
        "The limit to urgent scans for children is no longer there. "
        "No word in the later statement acknowledges the change."
    )


def test_a_share_of_something_else_in_the_sentence_is_not_set_beside_the_count() -> None:
    found = change(
        ELECTIVE,
        says("136 operations were cancelled", exact("136", 136)),
        beside=[
            says("40 clinics closed", exact("40", 40), event="close", counted="clinic"),
            says("12 per cent of beds", per_cent("12 per cent", 12), event="close", counted="bed"),
        ],
        after="136 operations were cancelled, 40 clinics closed and 12 per cent of beds stood empty.",
    )
    assert "as a share" not in found.explanation


def figures(
    then: Figure, now: Figure, *, counted: str = "script", event: str = "affect", second: str | None = None
) -> Change:
    return change(
        says(f"{then.text} were affected", then, event=event, counted=counted),
        says(f"{now.text} were affected", now, event=event, counted=second or counted),
    )


SILENT = " No word in the later statement acknowledges the change."

TOLD = [
    (
        exact("1,184", 1184),
        exact("1,067", 1067),
        "1,184 scripts became 1,067, which is 117 fewer." + SILENT,
    ),
    (
        exact("Eleven", 11),
        exact("fourteen", 14),
        "“Eleven” scripts became “fourteen”, which is 3 more." + SILENT,
    ),
    (
        per_cent("52%", 52),
        per_cent("76%", 76),
        "52% of scripts became 76%, which is 24 percentage points more." + SILENT,
    ),
    (
        under("Fewer than 3 per cent", 3, unit="percent"),
        per_cent("3.4 per cent", 3.4),
        "“Fewer than 3 per cent” of scripts became 3.4 per cent, which is outside what “fewer than 3 per cent” allows."
        + SILENT,
    ),
    (over("more than 800", 800), exact("900", 900), "“More than 800” scripts became 900, which is within it."),
    (
        under("up to 500", 500, closed=True),
        under("up to 300", 300, closed=True),
        "“Up to 500” scripts became “up to 300”: the ceiling is lower than before, and both can hold." + SILENT,
    ),
    (exact("136", 136), exact("136", 136), "Both statements give 136 scripts."),
    (
        about("about 9.5 million", 9.5e6, 5e4),
        exact("9.5m", 9.5e6),
        "“About 9.5 million” scripts and 9.5m are the same figure in other words.",
    ),
    (
        exact("44 million", 44e6),
        exact("46 million", 46e6),
        "44 million scripts became 46 million, which is 2 million more." + SILENT,
    ),
    (
        vague("a handful", (2, 7)),
        vague("hundreds", (200, 900)),
        f"“A handful” of scripts became “hundreds”. “A handful” is usually read as 2 to 7 ({SURVEY}); "
        f"“hundreds” is usually read as 200 to 900 ({SURVEY})." + SILENT,
    ),
    (
        exact("1,730", 1730),
        vague("hundreds", (200, 900)),
        f"1,730 scripts became “hundreds”, which is less exact. "
        f"“Hundreds” is usually read as 200 to 900 ({SURVEY})." + SILENT,
    ),
    (
        vague("most", share=(60, 90)),
        every("All"),
        f"“Most” scripts became “all”. “Most” is usually read as 60 to 90 per cent ({SURVEY})." + SILENT,
    ),
]


@pytest.mark.parametrize(("then", "now", "words"), TOLD, ids=lambda value: getattr(value, "text", ""))
def test_two_figures_are_told_with_both_their_words(then: Figure, now: Figure, words: str) -> None:
    assert figures(then, now).explanation == words


def test_nouns_that_differ_are_both_said_and_tolls_are_deaths() -> None:
    found = figures(exact("69", 69), exact("80", 80), counted="life", second="toll", event="die")
    assert found.explanation == "The count has moved on with time, from 69 lives to 80 deaths."


def test_a_vague_time_is_given_in_its_own_unit() -> None:
    found = figures(
        vague("a few minutes", (3, 5), unit="minute"),
        under("up to six hours", 6, closed=True, unit="hour"),
        counted="call",
    )
    assert f"“A few minutes” is usually read as 3 to 5 minutes ({SURVEY})." in found.explanation


def test_a_turned_denial_quotes_both_statements() -> None:
    found = change(
        denies("No services were cancelled", figure=none("No"), counted="service"),
        says("More than 140 services were cancelled", over("More than 140", 140), counted="service"),
    )
    assert found.explanation == (
        "The earlier statement says “No services were cancelled”, the later one “More than 140 services were "
        "cancelled”; both cannot be true of the same matter. No word in the later statement acknowledges the change."
    )


def test_what_had_not_happened_by_its_day_is_not_called_untrue() -> None:
    found = change(
        denies("No services have been cancelled", figure=none("No"), counted="service"),
        says("More than 140 services have been cancelled", over("More than 140", 140), counted="service"),
    )
    assert found.explanation == (
        "The earlier statement says “No services have been cancelled”, the later one “More than 140 services have been "
        "cancelled”; what was said then no longer describes the matter. No word in the later statement acknowledges "
        "the change."
    )


def test_what_was_not_known_is_told_as_no_figure() -> None:
    found = change(
        says(
            "We cannot yet say how many trains need a repair", event="need", counted="train", polarity=Polarity.UNKNOWN
        ),
        says("Thirteen trains need a repair", exact("Thirteen", 13), event="need", counted="train"),
    )
    assert found.explanation == (
        "Where the earlier statement gave no figure (“We cannot yet say how many trains need a repair”), "
        "the later one gives “thirteen” trains."
    )


def test_a_hedged_figure_is_told_as_less_firm() -> None:
    found = change(
        says("421 customers were affected", exact("421", 421), event="affect", counted="customer"),
        says(
            "421 customers may be affected",
            exact("421", 421),
            event="affect",
            counted="customer",
            certainty=Certainty.HEDGED,
            hedge="may",
        ),
    )
    assert found.explanation == (
        "The figure is still 421 customers, now given less firmly: “421 customers were affected” became "
        "“421 customers may be affected”. No word in the later statement acknowledges the change."
    )


def test_a_vague_number_keeps_its_of() -> None:
    found = change(
        says("A number of staff were paid twice", vague("A number of"), event="pay", counted="staff"),
        says("17 payments were made twice", exact("17", 17), event="pay", counted="payment"),
    )
    assert found.explanation == "“A number” of staff became 17 payments."


def test_a_limit_that_begins_with_of_is_told_with_one_of() -> None:
    found = change(
        denies("none of the money was lost", counted=None),
        denies("none of the public's money was lost", counted=None, scope=("of the public's money",)),
    )
    assert found.explanation.split(". ")[1] == "The later statement speaks only of the public's money"


def test_a_correction_is_quoted() -> None:
    found = change(
        says("1,026 students had records there", exact("1,026", 1026), event="have", counted="student"),
        says("974 students had records there", exact("974", 974), event="have", counted="student"),
        after="974 students had records there. Others had been counted twice.",
    )
    assert found.explanation == (
        "1,026 students became 974, which is 52 fewer. "
        "The later statement speaks of a correction: “Others had been counted twice”."
    )


def test_what_is_taken_back_is_told_by_what_it_says_and_by_the_words_that_take_it_back() -> None:
    words = "every ferry was searched"
    found = change(
        says(words, every("every"), event="search", counted="ferry"),
        says(words, every("every"), event="search", counted="ferry", restated=True),
        after="We withdraw our statement that every ferry was searched.",
    )
    assert found.explanation == (
        "The later statement takes back “every ferry was searched”: "
        "“We withdraw our statement that every ferry was searched”."
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("That was wrong,” he said", "“‘That was wrong,’ he said”"),
        ("he said, “that was wrong", "“he said, ‘that was wrong’”"),
        ("she calls “sound” what was not", "“she calls ‘sound’ what was not”"),
    ],
)
def test_words_cut_out_of_a_speech_keep_both_of_its_marks(words: str, shown: str) -> None:
    assert quoted(words) == shown


@pytest.mark.parametrize(("then", "now"), [told[:2] for told in TOLD], ids=lambda value: getattr(value, "text", ""))
def test_no_explanation_states_intent_or_uses_a_label_and_each_vague_word_has_its_reading(
    then: Figure, now: Figure
) -> None:
    told = figures(then, now).explanation
    assert ill_said([told]) == []
    assert told.count("usually read as") == len([figure for figure in (then, now) if figure.readings])
