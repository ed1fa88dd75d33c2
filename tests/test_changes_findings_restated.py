"""Earlier figures that are quoted as another number, with a link to what was said and without one."""

from __future__ import annotations

import pytest
from changes_samples import exact, findings, says, vague

from comms_tracker.records import Claim, FindingKind

DAYS = ("2024-03-01", "2024-04-12", "2024-05-17")


def seals(words: str, number: float, *, counted: str = "seal", restated: bool = False) -> Claim:
    figure = next(word for word in words.split() if word[0].isdigit())
    return says(words, exact(figure, number), event="find", counted=counted, restated=restated)


SAID = [seals("We found 653 seals", 653)]


def quoting(number: int, when: str, counted: str = "figure", noun: str = "seal") -> tuple[list[Claim], str]:
    text = f"The number of seals is now put at 702, against the {number} {when}."
    words = f"the {number} {when}"
    claims = [
        seals("The number of seals is now put at 702", 702, counted=noun),
        seals(words, number, counted=counted, restated=True),
    ]
    return claims, text


def explained(*said: tuple[list[Claim], str | None], **more: object) -> list[str]:
    found = findings(*said, issued=DAYS, **more)  # type: ignore[arg-type]
    assert all(one.kind is FindingKind.RESTATED_DIFFERENTLY for one in found)
    return [one.explanation for one in found]


@pytest.mark.parametrize("when", ["given in March", "announced on 1 March", "reported last March"])
def test_a_figure_with_the_month_in_which_it_was_given_is_held_against_that_statement(when: str) -> None:
    assert explained((SAID, None), quoting(635, when)) == [
        f"The statement of 12 April 2024 gives the earlier figure as 635 (“the 635 {when}”); "
        "the statement of 1 March 2024 said 653 seals (653 − 635 = 18)."
    ]


def test_a_figure_of_another_month_or_by_nobody_is_silent() -> None:
    assert explained((SAID, None), quoting(635, "given in February")) == []
    assert explained((SAID, None), quoting(635, "found in March")) == []


def test_a_figure_that_any_statement_before_gave_is_quoted_rightly() -> None:
    second = ([seals("Volunteers found 635 seals", 635)], None)
    assert explained((SAID, None), second, quoting(635, "given in March")) == []


def test_a_figure_far_from_what_was_said_is_of_something_else() -> None:
    assert explained((SAID, None), quoting(210, "given in March")) == []


def test_a_near_figure_of_another_thing_is_silent_unless_only_its_digits_say_what_it_is() -> None:
    said = [seals("We found 640 nests", 640, counted="nest")]
    assert explained((said, None), quoting(635, "given in March", counted="seal")) == []
    assert explained((said, None), quoting(604, "given in March", counted="seal")) == []
    assert len(explained((said, None), quoting(604, "given in March", noun="figure"))) == 1


def test_a_figure_of_that_month_in_another_year_is_silent() -> None:
    assert explained((SAID, None), quoting(635, "given in March last year")) == []
    assert explained((SAID, None), quoting(635, "given in March 2021")) == []


def test_a_vague_word_said_before_does_not_excuse_a_number_quoted_wrongly() -> None:
    first = ([says("We found hundreds of seals", vague("hundreds", (200, 900)), event="find", counted="seal")], None)
    last = ([seals("up from 635 at the last count", 635, restated=True)], None)
    assert explained(first, (SAID, None), last, links=[("b-0", "c-0")], series=[("a-0", "b-0", "c-0")]) == [
        "The statement of 17 May 2024 gives the earlier figure as 635 seals (“up from 635 at the last count”); "
        "the statement of 12 April 2024 said 653 seals (653 − 635 = 18)."
    ]
