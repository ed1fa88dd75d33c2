"""Statements that are one statement told again: an article's quotations of it, and a second outlet's copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comms_tracker.articles import read_article
from comms_tracker.articles.near_duplicates import Repeated, linked, near_duplicates, told_again
from comms_tracker.comparison import compare
from comms_tracker.records import Comparison, FindingKind, Statement

OWN = Statement(
    id="own",
    text="Six cranes at Kirk Bay have failed. About 1,200 containers are waiting on the quay. No worker was hurt.",
    organisation="Orrin Ferries",
    issued="2023-03-16",
)
EARLIER = Statement(
    id="earlier",
    text="A small number of cranes at Kirk Bay have failed. No worker was hurt.",
    organisation="Orrin Ferries",
    issued="2023-03-10",
)


def told(quoted: str, issued: str = "2023-03-17", when: str = "yesterday", slug: str = "echo") -> list[Statement]:
    """The statements of an article in which the line is quoted."""
    text = f"Cranes fail\n\nThe quay is full.\n\nIn a statement {when}, Orrin Ferries said: “{quoted}”\n\nIt rained."
    article = Statement(id=slug, text=text, issued=issued, outlet=f"The {slug.title()}")
    return [one.statement for one in read_article(article).statements]


def changes(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    """The kind of each change with the statements of its claims."""
    of = {claim.id: claim.statement for claim in comparison.claims}
    return [(one.kind.value, of.get(one.earlier or ""), of.get(one.later or "")) for one in comparison.changes]


def test_what_an_article_quotes_of_a_statement_repeats_it_whichever_comes_first() -> None:
    (article,) = told("About 1,200 containers are waiting on the quay.")
    assert near_duplicates([OWN, article]) == near_duplicates([article, OWN]) == [Repeated("echo-1", "own")]
    assert [one.repeats for one in linked([EARLIER, OWN, article])] == [None, None, "own"]


def test_a_long_quotation_with_another_figure_repeats_only_a_statement_of_its_day() -> None:
    words = "About 1,300 containers are waiting on the quay. No worker was hurt."
    (same_day,) = told(words)
    (later_day,) = told(words, when="on Wednesday", issued="2023-03-23")
    assert near_duplicates([OWN, same_day]) == [Repeated("echo-1", "own")]
    assert near_duplicates([OWN, later_day]) == []


def test_a_quotation_without_a_date_is_of_the_earlier_statement_that_has_its_words() -> None:
    (article,) = told(
        "About 1,200 containers are waiting on the quay. No worker was hurt.", issued="2023-04-20", when=""
    )
    assert near_duplicates([OWN, article]) == [Repeated("echo-1", "own")]
    (year_later,) = told("About 1,200 containers are waiting on the quay.", issued="2024-04-20", when="")
    assert near_duplicates([OWN, year_later]) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(OWN, organisation="Kirk Marine"),
        replace(OWN, issued=None),
        replace(OWN, issued="2023-03-19"),
        replace(OWN, text="Seven ships are late, and three piers are closed until the autumn."),
    ],
)
def test_another_organisation_a_later_day_or_other_words_are_another_statement(other: Statement) -> None:
    (article,) = told("About 1,200 containers are waiting on the quay.")
    assert near_duplicates([other, article]) == []


def test_two_updates_of_the_organisation_itself_are_never_one_statement() -> None:
    assert near_duplicates([OWN, replace(OWN, id="update", issued="2023-03-17")]) == []


def test_the_fuller_of_two_outlets_copies_is_kept_first() -> None:
    fuller = replace(OWN, id="herald", outlet="The Herald", issued="2023-03-19")
    shorter = replace(OWN, id="post", outlet="The Post", text=OWN.text.replace(" at Kirk Bay", ""))
    assert near_duplicates([shorter, fuller]) == [Repeated("post", "herald")]
    assert near_duplicates([replace(shorter, outlet="The Herald"), fuller]) == []
    assert near_duplicates([replace(shorter, text=shorter.text.replace("1,200", "1,300")), fuller]) == []


def test_who_says_what_a_statement_repeats_is_believed() -> None:
    (article,) = told("About 1,200 containers are waiting on the quay.")
    assert linked([OWN, replace(article, repeats="else")])[1].repeats == "else"


def test_an_article_in_an_incident_adds_no_change_and_is_told_in_a_note() -> None:
    (article,) = told("About 1,200 containers are waiting on the quay.")
    alone, both = compare([EARLIER, OWN]), compare([EARLIER, OWN, article])
    assert changes(both) == changes(alone) != []
    assert both.statements[-1] == article
    assert both.notes == ("echo-1 carries words of own, and is taken for the same statement, told again.",)


def test_a_claim_that_only_the_article_has_takes_part() -> None:
    (article,) = told("About 1,200 containers are waiting on the quay. We have sacked 40 drivers without notice.")
    comparison = compare([EARLIER, OWN, article])
    again = told_again(linked([EARLIER, OWN, article]), comparison.claims)
    assert [claim.text for claim in comparison.claims if claim.statement == "echo-1" and claim.id not in again] == [
        "We have sacked 40 drivers without notice"
    ]
    assert ("added", None, "echo-1") in changes(comparison)


def test_of_two_articles_the_one_that_quotes_more_is_kept_first_and_leaves_nothing_dropped() -> None:
    quotes_less = told("No worker was hurt at Kirk Bay.")
    quotes_more = told("Six cranes have failed. No worker was hurt at Kirk Bay.", slug="post")
    assert near_duplicates([*quotes_less, *quotes_more]) == [Repeated("echo-1", "post-1")]
    assert changes(compare([EARLIER, *told("Forty sailings have been cancelled.")])) == [("added", None, "echo-1")]


def test_a_figure_that_the_outlet_got_wrong_is_a_finding_and_no_change() -> None:
    (article,) = told("About 1,300 containers are waiting on the quay. No worker was hurt.")
    comparison = compare([EARLIER, OWN, article])
    assert changes(comparison) == changes(compare([EARLIER, OWN])) != []
    (finding,) = comparison.findings
    assert (finding.kind, finding.statements) == (FindingKind.ALTERED_QUOTATION, ("own", "echo-1"))
    assert "“1,200” is quoted as “1,300”, which touches a figure" in finding.explanation
