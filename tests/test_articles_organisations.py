"""Which organisation speaks in an article: through its people, by its description, or under a name like anybody's."""

from __future__ import annotations

import pytest

from comms_tracker.articles import read_article
from comms_tracker.records import Statement

TOP = "Orrin Ferries doubles its count of cranes\n\nOrrin Ferries said on Monday that six cranes were down.\n\n"


def spoken(text: str) -> list[tuple[str, str]]:
    """The organisation and the words of each statement behind the top of an article about Orrin Ferries."""
    article = read_article(Statement(id="echo", text=TOP + text, issued="2023-03-17"))
    return [
        (one.organisation, one.statement.text) for one in article.statements if "six cranes" not in one.statement.text
    ]


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("“We are late,” said Ada Moss, the line's chief operating officer.", "Orrin Ferries"),
        ("“We are late,” said Ada Moss, Orrin’s head of repairs.", "Orrin Ferries"),
        ("“We are late,” said Orrin boss Ada Moss.", "Orrin Ferries"),
        ("“We are late,” said chief technology officer Ada Moss.", "Orrin Ferries"),
        ("Its president, Dr. Ada Moss, said: “We are late.”", "Orrin Ferries"),
        ("“We are late,” said Ada Moss, the DKU’s regional officer.", "DKU"),
        ("“We are late,” said harbour manager Ada Moss of Kirk Bay Council.", "Kirk Bay Council"),
        ("“We are late,” said Ada Moss, who chairs the parish council.", "parish council"),
        ("“We are late,” said a Northern Isles Agency spokeswoman.", "Northern Isles Agency"),
        ("Bosses at Kirk Marine said “we are late”.", "Kirk Marine"),
        ("The fire service said “we are late”.", "fire service"),
        ("Dockers’ union DKU said “we are late”.", "DKU"),
        ("Shipwright, the repairer, said it was “late”. Shipwright, a small firm, mends cranes.", "Shipwright"),
        ("The yard’s owner, Kirk Marine, said: “We are late.”", "Kirk Marine"),
    ],
)
def test_an_organisation_speaks_through_its_people_and_by_its_description(said: str, organisation: str) -> None:
    assert [name for name, _ in spoken(said)] == [organisation]


@pytest.mark.parametrize(
    "said",
    [
        "“We were late,” said Ada Moss, the line’s former director.",
        "“We were late,” said Ada Moss, who runs the fish shop by the pier.",
        "“We were late,” said Ada Moss, who has lived there for years.",
        "Kirk Bay Council met. “We were late,” said finance director Ada Moss.",
        "“They were late,” said headteacher Ada Moss.",
    ],
)
def test_whose_office_is_past_or_may_be_anothers_speaks_for_nobody(said: str) -> None:
    assert spoken(said) == []


def test_its_director_is_one_of_whoever_spoke_before_in_the_paragraph() -> None:
    text = "Consumer charity FairCrossing called it late. Its director, Paul Reid, said: “Nobody rang.”"
    assert spoken(text) == [("FairCrossing", "Nobody rang.")]


@pytest.mark.parametrize(
    "said",
    [
        "Orrin denied that 40 sailings had been cancelled.",
        "The company declined to say whether 40 sailings had been cancelled.",
        "A spokesman would not confirm how many sailings had been cancelled.",
    ],
)
def test_what_is_denied_or_not_answered_is_in_no_statement(said: str) -> None:
    assert spoken(said) == []


def test_a_team_and_a_park_are_no_persons_though_their_names_are_two_capitals() -> None:
    top = "Two hurt at Thrill Cove\n\nRiders fell at Thrill Cove.\n\n"
    text = f"{top}“We are sorry,” said Ada Moss, Thrill Cove’s head of safety."
    article = read_article(Statement(id="echo", text=text, issued="2023-03-17"))
    assert [one.organisation for one in article.statements] == ["Thrill Cove"]


def test_a_business_with_a_persons_name_is_what_its_own_article_is_about() -> None:
    text = (
        "Hallam Veer tells owners to park outside\n\nHallam Veer is recalling 40 vans because they overheat.\n\n"
        "“Park outdoors,” the maker said on Wednesday.\n\nThe Vehicle Safety Office said it was “content”."
    )
    article = read_article(Statement(id="echo", text=text, issued="2023-03-17"))
    assert [one.organisation for one in article.statements] == ["Hallam Veer", "Vehicle Safety Office"]
    person = text.replace("Hallam Veer is", "Hallam Veer, 61, is")
    assert "Hallam Veer" not in [
        one.organisation for one in read_article(Statement(id="echo", text=person, issued="2023-03-17")).statements
    ]


def test_a_newspaper_that_was_told_is_not_whose_president_speaks() -> None:
    said = "On Tuesday the line told the Courier it was “sorry”. Yesterday its president, Dr. Ada Moss, said: “Very.”"
    assert [name for name, _ in spoken(said)] == ["Orrin Ferries", "Orrin Ferries"]


def test_only_the_sentence_that_introduces_a_block_dates_it() -> None:
    said = "The line said on Tuesday it was “late”. Last night it said:\n\nWe know that 40 sailings were lost."
    article = read_article(Statement(id="echo", text=TOP + said, issued="2023-03-17"))
    dates = {one.statement.text: one.dated.last for one in article.statements}
    assert dates["We know that 40 sailings were lost."] == "2023-03-16"
