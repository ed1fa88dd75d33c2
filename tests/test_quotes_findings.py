"""Where an article quotes an organisation in words that its statement doesn't have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comms_tracker.quotes.findings import altered_quotations
from comms_tracker.records import Finding, FindingKind, Origin, Statement

SAID = "Several hundred crossings were cancelled on Friday. We do not expect any more this month."
OWN = Statement(id="own", text=SAID, organisation="Orrin Ferries", issued="2023-03-16")


def article(quoted: str, **fields: str | None) -> Statement:
    """An article's statement that is quoted from end to end."""
    origin = Origin("echo", 0, len(quoted), ((0, len(quoted)),))
    made = Statement("echo-1", quoted, "Orrin Ferries", "2023-03-16", outlet="The Echo", derived_from=origin)
    return replace(made, **fields)  # type: ignore[arg-type]


def found(quoted: str, own: Statement = OWN, **fields: str | None) -> list[Finding]:
    return list(altered_quotations([own, article(quoted, **fields)], ()))


def test_a_critical_edit_is_told_with_both_wordings_and_what_it_touches() -> None:
    (one,) = found("Several hundreds of crossings were cancelled on Friday.")
    assert (one.kind, one.statements, one.claims) == (FindingKind.ALTERED_QUOTATION, ("own", "echo-1"), ())
    assert one.explanation == (
        "The Echo quotes Orrin Ferries as “Several hundreds of crossings were cancelled on Friday.”; own has “Several "
        "hundred crossings were cancelled on Friday”. “hundred” is quoted as “hundreds of”, which touches a figure. "
        "It may quote words that are not among these statements."
    )


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("We do expect any more this month.", "“not” is left out, which touches a negation"),
        ("Several hundred crossings were cancelled on Monday.", "“Friday” is quoted as “Monday”, which touches a date"),
        ("We do not expect any more this year.", "“month” is quoted as “year”, which touches a date"),
    ],
)
def test_each_kind_of_critical_edit_is_named(quoted: str, said: str) -> None:
    (one,) = found(quoted)
    assert f". {said}. It may quote words that are not among these statements." in one.explanation


@pytest.mark.parametrize(
    "quoted",
    [
        "Several hundred crossings were cancelled on Friday.",
        "several hundred crossings were cancelled … We do not expect any more",
        "Several hundred crossings have been cancelled on Friday.",
        "several hundreds of crossings",
        "Forty buses will run instead until the pier is mended.",
    ],
)
def test_exact_words_marked_cuts_other_edits_short_pieces_and_other_words_are_no_finding(quoted: str) -> None:
    assert found(quoted) == []


def test_words_of_another_day_are_no_finding_unless_the_article_repeats_that_statement() -> None:
    words = "Several hundreds of crossings were cancelled on Friday."
    assert found(words, issued="2023-03-18") == []
    assert len(found(words, issued="2023-03-18", repeats="own")) == 1


def test_another_organisation_or_an_article_is_never_the_source() -> None:
    words = "Several hundreds of crossings were cancelled on Friday."
    assert found(words, own=replace(OWN, organisation="Kirk Marine")) == []
    assert found(words, own=replace(OWN, derived_from=Origin("post", 0, 9))) == []


def test_what_is_only_reported_is_not_checked() -> None:
    reported = replace(article(SAID.replace("hundred", "hundreds")), derived_from=Origin("echo", 0, 90))
    assert list(altered_quotations([OWN, reported], ())) == []


def test_words_that_stand_in_any_of_the_statements_are_no_finding() -> None:
    other = replace(OWN, id="other", text=SAID.replace("hundred", "hundreds of"))
    words = "Several hundreds of crossings were cancelled on Friday."
    assert list(altered_quotations([OWN, other, article(words)], ())) == []
