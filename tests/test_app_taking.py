"""What a reader takes from one change: every line has both wordings, dates and sources, and asks without accusing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plain_words import ill_said
from sample_comparison import ADDED, DROPPED, QUANTIFIED, barts_comparison

from comms_tracker.app.views.taking import citation, questions, scope_facts
from comms_tracker.app.words.change import QUESTIONS
from comms_tracker.records import ChangeKind, ReviewStatus

LINK = "http://127.0.0.1:8501/change?incident=barts-2017&change=ch-1"
EARLIER = "It has been necessary to cancel a very small number of elective operations, those that relied on images"
LATER = (
    "As a result of the failure, 136 operations were cancelled, which is about 2.5 per cent of our usual weekly "
    "in-patient activity"
)
RECAST = "Told again in our own words from public reports: look up the organisation's own words before you quote it."


def test_a_citation_has_both_wordings_dates_sources_review_state_and_link() -> None:
    assert citation(barts_comparison(), QUANTIFIED, LINK).split("\n\n") == [
        f"Barts Health NHS Trust, press statement, 28 April 2017: “{EARLIER}”. "
        "Source: Recast from public reports of April 2017.",
        f"Barts Health NHS Trust, press statement, 5 May 2017: “{LATER}”. "
        "Source: Recast from public reports of May 2017.",
        "Now a number: proposed by the program, very likely the same measure.",
        RECAST,
        LINK,
    ]


def test_a_citation_says_what_a_person_decided() -> None:
    accepted = replace(QUANTIFIED, status=ReviewStatus.ACCEPTED, confidence=1.0)
    assert "Now a number: accepted by a person, very likely the same measure." in citation(
        barts_comparison(), accepted, LINK
    )


def test_questions_quote_both_statements_and_name_what_is_counted_and_the_limits() -> None:
    assert questions(barts_comparison(), QUANTIFIED).split("\n\n") == [
        f"On 28 April 2017 you said: “{EARLIER}” (Recast from public reports of April 2017).",
        f"On 5 May 2017 you said: “{LATER}” (Recast from public reports of May 2017).",
        "- Which operations does “136” cover?\n"
        "- The earlier statement speaks of “elective” and “those that relied on images”, the later one does not. "
        "Does it still mean only these?\n"
        "- When did this number become available?",
        RECAST,
    ]


def test_a_claim_that_appears_or_disappears_is_asked_about_with_the_statement_that_lacks_it() -> None:
    added, dropped = (questions(barts_comparison(), one) for one in (ADDED, DROPPED))
    assert "We found it in none of your earlier statements about this." in added
    assert "- Did this hold already when your earlier statements were made?" in added
    assert "We did not find it in your statement of 5 May 2017." in dropped
    assert "- Does this still hold?" in dropped


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_has_questions_of_its_own_and_none_accuses(kind: ChangeKind) -> None:
    one = ADDED if kind is ChangeKind.ADDED else DROPPED if kind is ChangeKind.DROPPED else QUANTIFIED
    asked = [line for line in questions(barts_comparison(), replace(one, kind=kind)).splitlines() if line[:2] == "- "]
    own = [f"- {question}" for question in QUESTIONS[kind]]
    assert own
    assert asked[-len(own) :] == own
    assert [line for line in asked if not line.endswith("?")] == []
    assert ill_said(asked) == []


def test_limits_that_are_gone_are_named_as_facts() -> None:
    assert scope_facts(barts_comparison(), QUANTIFIED) == (
        ("Limit no longer there", "“elective” and “those that relied on images”"),
    )
    assert scope_facts(barts_comparison(), ADDED) == ()
