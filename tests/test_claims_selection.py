"""What is a claim and what is none: each rule with a sentence that it is for, and one that it must leave alone."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figures_claimed

CLAIMED = [
    # questions
    ("Was it 40 wagons? We have counted 44 wagons damaged.", ["44"]),
    # advice, against what the reader is and will get
    ("Keep at least 30 metres from the bank. 30 metres of the bank were lost.", ["30 metres"]),
    ("You should take no more than 2 tablets. 2 tablets in every pack were broken.", ["2"]),
    ("You are one of 73 parents whose letters were lost.", ["73"]),
    ("You will receive £35 for the delay.", ["£35"]),
    ("Passengers can claim up to £90. Passengers can bring 2 bags.", ["up to £90"]),
    ("Around 60 tenants were charged £15 too much.", ["Around 60", "£15"]),
    # numbers that name something
    ("The notice is on page 4 and in hall 3. 19 halls were closed.", ["19"]),
    ("Ola Brandt, 44, of Merrow Street, said that 61 trees had fallen.", ["61"]),
    ("A woman of 68 was hurt. Sixty-eight women were hurt.", ["Sixty-eight"]),
    ("The depot at 9 Canal Wharf lost 12 vans.", ["12"]),
    ("Please quote job 5512. We have closed 5,512 jobs that were delayed.", ["5,512"]),
    ("3.2 Some 480 cheques were lost.", ["Some 480"]),
    # rations, rates and prices
    ("Water was handed out, two bottles to a household. Two bottles were contaminated.", ["Two"]),
    ("Winds of 80mph were recorded. 80 roofs were damaged.", ["80"]),
    ("The heaters were sold for between $20 and $30. The recall will cost $2 million.", ["$2 million"]),
    # times
    ("The line was shut for nine hours. We shall reply within nine days.", ["nine hours"]),
    ("Calls were held for an average of 14 minutes. The call lasted 14 minutes.", ["14 minutes"]),
    ("Crews reached the house 22 minutes after the alarm. We report six weeks after it.", ["22 minutes"]),
    ("The payments arrived three days late. The next one is due in three days.", ["three days"]),
    ("Orders took five days to arrive. An audit takes five days.", ["five days"]),
    ("It took us two hours to mend the pump. The pump was out for two days.", ["two days"]),
    ("The office is open six days a week.", []),
    ("Pay by nine days from now. The wages were delayed by nine days.", ["nine days"]),
    # list items
    ("The report makes 11 recommendations and lists four lessons. Four lifeboats were lost.", ["Four"]),
    ("The number has 12 digits. 12 digits were lost from 40 records.", ["40"]),
    # quantifiers
    ("Each customer will hear from us. Each side has a lawyer.", []),
    ("Some 30 sites are shut. Some of our staff are on leave.", ["Some 30"]),
    ("All our lifts are working again.", ["All"]),
    ("Inspectors have searched every flat. Every flat was flooded.", ["Every"]),
    ("Sixty families have lost everything they own.", ["Sixty"]),
    ("Everyone who works here is proud of it.", []),
    ("Most of the stolen laptops have been recovered.", ["Most"]),
    ("There is one form for each claim. One person died.", ["One"]),
    ("A larger number was given by the union.", []),
    # scopes and bases
    ("The two piers are closed. Two piers were destroyed.", ["Two"]),
    ("We inspected 310 bridges. Of the 310, 28 were cracked.", ["310", "28"]),
    ("The 310 bridges that we inspected in May are safe.", ["310"]),
    # general knowledge
    ("Symptoms can take 10 days to appear. Ten people fell ill.", ["Ten"]),
    # no and none
    ("He gave no figure. No passengers were hurt.", ["No"]),
    ("There is no charge. Repairs are done at no cost.", []),
]


@pytest.mark.parametrize(("text", "claimed"), CLAIMED)
def test_a_figure_is_a_claim_only_where_it_asserts_something_about_the_matter(text: str, claimed: list[str]) -> None:
    assert figures_claimed(text) == claimed


BACKGROUND = [
    ("Orrin Ferries employs 640 people.", True),
    ("Orrin Ferries sacked 640 people.", False),
    ("We carry 9,000 passengers a day.", True),
    ("We stranded 9,000 passengers on Monday.", False),
    ("Notes to editors\n\nWe run 31 ships.", True),
    ("Last year we served 2.2 million meals.", True),
    ("On Friday we served 220 spoiled meals.", False),
    ("The council has 300 households without power.", False),
    ("Letters were sent to all of our 88 branches.", True),
]


@pytest.mark.parametrize(("text", "background"), BACKGROUND)
def test_what_tells_of_the_organisation_and_not_of_the_matter_is_marked(text: str, background: bool) -> None:
    found = [claim.background for claim in claims_of(text, "Orrin Ferries") if claim.figure is not None]
    assert found[-1:] == [background]


def test_the_usual_amount_stands_beside_the_claim_as_background() -> None:
    wait, usual = claims_of("Patients are waiting up to seven hours, against the usual 40 minutes.")
    assert (wait.figure is not None and wait.figure.text, wait.background) == ("up to seven hours", False)
    assert (usual.figure is not None and usual.figure.text, usual.background) == ("40 minutes", True)


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Marlow flies to 64 airports.", True),
        ("The service looks after 2.4 million people.", True),
        ("The plant, where 310 people work, makes paint.", True),
        ("The charity supports 9,400 people hit by the flood.", False),
        ("We have 300 customers without power.", False),
    ],
)
def test_what_an_organisation_is_and_does_every_day_is_background(text: str, background: bool) -> None:
    assert [claim.background for claim in claims_of(text, "Marlow Air")] == [background]
