"""Which figures assert something: parts of a text that came to harm, times that ran on, and counts in passing."""

from __future__ import annotations

import pytest
from claims_samples import claim_with, claims_of, figures_claimed

TEXTS = [
    # what may be a part of a text counts where harm was done to it
    ("Two questions from Paper 3, worth nine of its 80 marks, were posted online.", ["Two"]),
    ("In all, 40 lessons were lost.", ["40"]),
    ("Our report has five parts, and we will take three steps.", []),
    ("We have changed 96 of those codes.", ["96"]),
    ("A number of entry codes had not been changed.", ["A number of"]),
    ("It has a three-digit code and four pages.", []),
    # what is counted by "number", what has one, and what goes under some
    ("Torn seats numbered 46.", ["46"]),
    ("Please return the form numbered 46.", []),
    ("Two anglers had been counted under three names.", ["Two"]),
    # a time that ran on, and one that is a deadline
    ("The flow was stopped after 22 minutes.", ["22 minutes"]),
    ("The leak was shut off within a few minutes.", ["a few minutes"]),
    ("Your bank will reply within 22 days.", []),
    ("Of these, 412 homes waited for longer than 28 days.", ["412"]),
    ("Passengers went without heating for more than five hours.", ["more than five hours"]),
    ("The home waited four days before it told the inspectors.", ["four days"]),
    ("Wash it for two minutes before you eat it.", []),
    ("Distribution had to be halted for eleven days.", ["eleven days"]),
    ("The average is now nine weeks.", ["nine weeks"]),
    ("Passengers sat on the runway for four hours.", ["four hours"]),
    # what has been done to all of them, and what is done as a matter of course
    ("Every school has now been surveyed.", ["Every"]),
    ("All calls are recorded.", []),
    ("All staff are accounted for.", ["All"]),
    # how many those have who are meant
    ("People with two accounts were counted twice.", []),
    ("A farm with 300 cattle was closed.", ["300"]),
    # one of several
    ("Eleven sailors, one of whom has since died, were burned.", ["Eleven", "one"]),
    ("One patient died and one is in intensive care.", ["One", "one"]),
    ("We have three sites. One is in Leeds.", ["three"]),
    ("Only one case had been reported.", ["one"]),
    ("In one case a parcel was opened.", []),
    # how much something changed, and what it is now
    ("The list is down by six to 21 names.", ["six", "21"]),
    ("Sales volumes fell by 3 to 4 per cent.", ["3 to 4 per cent"]),
]


@pytest.mark.parametrize(("text", "figures"), TEXTS, ids=[text for text, _ in TEXTS])
def test_a_figure_is_a_claim_where_it_says_what_happened(text: str, figures: list[str]) -> None:
    assert figures_claimed(text) == figures


@pytest.mark.parametrize("text", ["Six of you have told us about it.", "Some of you have been paid the wrong pension."])
def test_those_spoken_to_are_persons(text: str) -> None:
    assert claim_with(text, text.split(maxsplit=1)[0]).measure.counted == "person"


def test_there_being_no_words_for_it_denies_nothing() -> None:
    assert claims_of("There are no words for what they went through.") == ()
