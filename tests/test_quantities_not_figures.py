"""Numbers that count nothing are left alone, and the figures beside them are still read."""

from __future__ import annotations

import pytest

from comms_tracker.quantities import read_figures


@pytest.mark.parametrize(
    "text",
    [
        # dates and years
        "On 20 April 2017 the depot shut.",
        "On Thursday 20 April the depot shut.",
        "The depot shut on April 20th, 2017.",
        "It ran from 18 to 22 May.",
        "It ran between 28 January and 9 February.",
        "It shut in 2017.",
        "It kept rows from 2008 to 2013.",
        "The 2016/17 season was wet.",
        "Sent on 12/05/2024 and 2024-05-12.",
        "It grew up in the 1980s.",
        # times of day
        "Doors open at 6am and shut at 4.30pm.",
        "07:45 The depot is shut.",
        "The departure of the 7.42 was filmed.",
        "It stopped at 15:40 UTC.",
        "Lines are open from 9 to 5pm.",
        "It rang at six o'clock.",
        # ages
        "“We are sorry,” said Mr Pell, 54.",
        "Ann Pell (39) spoke.",
        "A 23-year-old man spoke.",
        "a five-year-old's shoe",
        "Pupils aged 5 to 11 and over-65s may come.",
        "Entry is free for children under 5.",
        # telephone numbers, addresses, links
        "Ring 0161 496 0875 or 01632 960 310.",
        "Ring 1-800-555-0142 or +44 20 7946 0321.",
        "Dial 111 or text 80011.",
        "Write to PO Box 88, Wells.",
        "Come to 14 Mercer Street, London SW1A 1AA.",
        "See https://example.org/a/12/b?x=400 or ask desk7@example.org now.",
        # ordinals, versions, list numbers
        "the first, second and 38th try",
        "It ran version 6.2 of the kit and FileHall 3.1.",
        "It ran v2.1.4 of the kit.",
        "3. Write to us",
        # labels, codes, product names
        "See section 14, article 33 and Part 7.",
        "See question 7(b), Q61, form T9 and page 4.",
        "Use Gate 12, Terminal 2, Room 2.08 or desks 30 to 44.",
        "See pages 3, 4 and 5.",
        "Quote code CX-23, case 2210-64 or GR 2114.",
        "Windows 11 and the BX-900 sorter",
        "The M25 and flight BA 123",
        "Lot numbers 2231, 2232 and 2240",
        "iPhone 15 owners",
        "Step 3 of the plan",
        "The Kite 4 fleet",
        "The C4 envelope",
        "A350-900 wings",
        # sizes inside a name
        "a three-digit code, an eight-speed gearbox and a two-way street",
        # idioms and pronouns
        "The help desk is staffed 24/7.",
        "the one in use, one of them, one by one, one day",
        "a zero tolerance policy",
        "A third party broke in.",
        "A third person came.",
        "second-hand vans, at once",
        "The second half was better than the first half.",
        "We won 3-1 and 2–0.",
        "No, there is no doubt and no longer any need.",
        "all day, at all, above all, all the time",
        "every day, every effort, each other",
        "How many were there? Many thanks.",
        "the most serious, at the most recent stage",
        "We cannot rule out any delay.",
        "some kind of fault, some time later",
        "The scores were read out.",
        "the number of trams",
        "Screens are 16:9.",
        "It closes at half past six.",
        "Use it before 12/2024.",
        "He left at the age of sixteen.",
        "The Furious Five were late.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert [figure.text for figure in read_figures(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Friday 31 flights were cancelled.", ["31"]),
        ("In May 14 ferries were cancelled.", ["14"]),
        ("In 2023 400 people wrote.", ["400"]),
        ("By 9.30am 14 trams had gone.", ["14"]),
        ("Mr Pell, 54, met 12 tenants.", ["12"]),
        ("Flight BA 123 had 136 guests.", ["136"]),
        ("12 Kite 4 trams are idle.", ["12"]),
        ("Two weeks on, Terminal 2 lost 9 bags.", ["Two weeks", "9"]),
        ("It sold 2000 tickets and more than 1950 mugs.", ["2000", "more than 1950"]),
        ("3. Feed 12 hens", ["12"]),
        ("– 560,000 cars may be hit", ["560,000"]),
        ("“52 of the dead have names,” she said.", ["52"]),
        ("One person died; one of them was 40.", ["One", "40"]),
        ("One in five of the tenants wrote.", ["One in five"]),
        ("In Leeds 400 homes are dark.", ["400"]),
    ],
)
def test_figures_beside_them_are_still_read(text: str, words: list[str]) -> None:
    assert [figure.text for figure in read_figures(text)] == words
