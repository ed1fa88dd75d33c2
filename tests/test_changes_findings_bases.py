"""A count and its share that imply another whole than the one that the statements give."""

from __future__ import annotations

import pytest
from changes_samples import about, exact, findings, per_cent, says

from comms_tracker.records import Basis, Claim, FindingKind


def counts(words: str, number: float, counted: str = "ticket", event: str = "lose", **more: object) -> Claim:
    figure = next(word for word in words.split() if word[0].isdigit())
    return says(words, exact(figure, number), event=event, counted=counted, **more)  # type: ignore[arg-type]


def share(words: str, number: float, counted: str = "ticket") -> Claim:
    figure = words[: words.index(" per cent") + len(" per cent")]
    return says(words, per_cent(figure, number), event="lose", counted=counted, basis=Basis.SHARE)


def explained(*said: tuple[list[Claim], str]) -> list[str]:
    found = findings(*said)
    assert all(one.kind is FindingKind.BASE_MISMATCH for one in found)
    return [one.explanation for one in found]


def with_the_whole_named(lost: int) -> tuple[list[Claim], str]:
    text = f"{lost} tickets were lost, or 15 per cent of the 1,220 in the ballot."
    claims = [
        counts(f"{lost} tickets were lost", lost),
        share("15 per cent of the 1,220 in the ballot", 15),
        counts("1,220 in the ballot", 1220),
    ]
    return claims, text


def test_a_share_of_a_whole_that_its_own_words_give_is_worked_out() -> None:
    assert explained(with_the_whole_named(61)) == [
        "61 tickets at 15 per cent of the 1,220 in the ballot implies about 410 in all, but the statement of "
        "1 March 2024 gives 1,220 tickets (61 is 5 per cent of 1,220)."
    ]


def test_a_share_that_is_right_when_rounded_is_silent() -> None:
    assert explained(with_the_whole_named(180)) == []


def pointing_back(per_cent_: str, beside: str = "") -> tuple[list[Claim], str]:
    text = f"In all 41 drones were grounded{beside}. That is {per_cent_} of the drones that we fly. We fly 512 drones."
    claims = [
        counts("41 drones were grounded", 41, "drone", "ground"),
        share(f"{per_cent_} of the drones that we fly", float(per_cent_.split(maxsplit=1)[0]), "drone"),
        counts("We fly 512 drones", 512, "drone", "fly"),
    ]
    if beside:
        claims.insert(1, counts(beside.removeprefix(" and "), 19, "kite", "ground"))
    return claims, text


def test_a_sentence_that_gives_the_share_of_the_count_before_is_worked_out() -> None:
    assert explained(pointing_back("2.4 per cent")) == [
        "41 drones at 2.4 per cent of drones that we fly implies about 1,700 in all, but the statement of "
        "1 March 2024 gives 512 drones (41 is 8 per cent of 512)."
    ]


@pytest.mark.parametrize("said", [pointing_back("8 per cent"), pointing_back("2.4 per cent", " and 19 kites too")])
def test_the_right_share_or_one_of_several_counts_is_silent(said: tuple[list[Claim], str]) -> None:
    assert explained(said) == []


SAID_BEFORE = ([says("some 2,100 tenants are owed a rebate", about("some 2,100", 2100, 50), counted="tenant")], None)


def paid(number: int, base: str) -> tuple[list[Claim], str]:
    text = f"Rebates have gone to {number:,} tenants, 40 per cent of {base}."
    return [
        counts(f"Rebates have gone to {number:,} tenants", number, "tenant"),
        share(f"40 per cent of {base}", 40, "tenant"),
    ], text


def test_a_whole_that_an_earlier_statement_gave_is_taken() -> None:
    first = (SAID_BEFORE[0], "We think that some 2,100 tenants are owed a rebate.")
    assert explained(first, paid(1240, "those that are owed a rebate")) == [
        "1,240 tenants at 40 per cent of those that are owed a rebate implies about 3,100 in all, but the statement "
        "of 1 March 2024 gives “some 2,100” tenants (1,240 is 59 per cent of 2,100)."
    ]


@pytest.mark.parametrize(
    ("number", "base"),
    [(845, "those that are owed a rebate"), (1240, "those that live in Harl"), (1240, "our tenants")],
)
def test_a_share_that_fits_or_is_of_another_whole_is_silent(number: int, base: str) -> None:
    first = (SAID_BEFORE[0], "We think that some 2,100 tenants are owed a rebate.")
    assert explained(first, paid(number, base)) == []


@pytest.mark.parametrize(
    ("base", "periods"),
    [("the homes there", (None, None)), ("all homes", ("2024-05-01/2024-05-31", "2024-06-01/2024-06-30"))],
)
def test_the_same_words_for_another_place_or_time_are_another_base(base: str, periods: tuple[str | None, ...]) -> None:
    text = f"In Hale 90 homes were damp, 30 per cent of {base}. In Moss 410 homes were damp, 20 per cent of {base}."
    claims = [
        counts("In Hale 90 homes were damp", 90, "home", period=periods[0]),
        share(f"30 per cent of {base}", 30, "home"),
        counts("In Moss 410 homes were damp", 410, "home", period=periods[1]),
        share(f"20 per cent of {base}", 20, "home"),
    ]
    assert explained((claims, text)) == []
