"""A heading says in one line what two statements say, with their own figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_comparison import (
    CHEMOTHERAPY,
    DELAYS,
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    RESILIENT_EARLIER,
    RESILIENT_LATER,
    RESTORED,
    SHARE,
    claim,
    figure,
)

from comms_tracker.changes.english import plural
from comms_tracker.changes.phrasing import quoted
from comms_tracker.records import Basis, Claim, FigureKind, Measure, Statement
from comms_tracker.report.headings import LONGEST_QUOTATION, heading, participle, subject


def claim_of(words: str, number: str, measure: Measure | None = None) -> Claim:
    """A claim that is a whole statement; ``number`` are the words of its figure."""
    statement = Statement("s", words)
    kind = FigureKind.EXACT if number[0].isdigit() else FigureKind.UNIVERSAL
    return claim(statement, words, figure(statement, number, kind, 0, 0), measure or Measure("go astray", "bag"))


def money_claim(words: str, measure: Measure) -> Claim:
    """A claim that is a whole statement and ends with a sum in pounds."""
    statement = Statement("s", words)
    return claim(statement, words, figure(statement, words[-3:], FigureKind.EXACT, 2e6, 2e6, unit="GBP"), measure)


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        (OPERATIONS_EARLIER, OPERATIONS_LATER, "Cancelled operations: from “a very small number” to 136"),
        (OPERATIONS_LATER, SHARE, "Cancelled operations, as a share: from 136 to about 2.5 per cent"),
        (None, CHEMOTHERAPY, "Cancelled chemotherapy appointments: “several hundred”"),
        (DELAYS, None, "Delayed patients: “some”"),
        (None, RESTORED, "“Pathology and image viewing have been restored across the trust”"),
        (RESILIENT_LATER, RESILIENT_LATER, "“We are working hard to keep our services resilient”"),
        (
            RESILIENT_EARLIER,
            RESILIENT_LATER,
            "From “We are working urgently to keep our services resilient” to "
            "“We are working hard to keep our services resilient”",
        ),
        (
            DELAYS,
            OPERATIONS_LATER,
            "From “Some patients at our outpatient clinics have had delays” to “136 operations were cancelled”",
        ),
    ],
)
def test_a_change_in_one_line(earlier: Claim | None, later: Claim | None, said: str) -> None:
    assert heading(earlier, later) == said


def test_what_was_denied_before_is_none_in_the_heading() -> None:
    assert heading(claim_of("No bags have gone astray", "No"), claim_of("Some 400 bags have gone astray", "400")) == (
        "Bags gone astray: from none to 400"
    )


def test_a_word_for_all_or_none_that_stays_does_not_hide_what_else_changed() -> None:
    earlier = claim_of("Nobody has been injured", "Nobody", Measure("injure", "person"))
    later = claim_of("Nobody on the mainland has been injured", "Nobody", Measure("injure", "person"))
    assert heading(earlier, later) == ("From “Nobody has been injured” to “Nobody on the mainland has been injured”")


def test_a_cost_is_named_where_it_is_a_sum_of_money_that_is_not_only_added() -> None:
    recall = Measure("cost", "recall")
    earlier, later = (money_claim("The recall cost £2m", recall), money_claim("The recall cost £3m", recall))
    assert heading(earlier, later) == "Cost of recall: from £2m to £3m"
    more = money_claim("The recall cost £3m", replace(recall, basis=Basis.INCREMENT))
    assert heading(None, more) == "“The recall cost £3m”"
    lives = claim_of("The recall cost 12 lives", "12", Measure("cost", "life"))
    assert heading(None, lives) == "“The recall cost 12 lives”"


def test_a_vague_word_stands_without_its_of() -> None:
    statement = Statement("s", "A number of homes were flooded")
    many = figure(statement, "A number of", FigureKind.VAGUE, None, None)
    assert heading(None, claim(statement, statement.text, many, Measure("flood", "home"))) == (
        "Flooded homes: “a number”"
    )


def test_only_people_die_in_a_heading() -> None:
    assert heading(None, claim_of("nine landslips died", "nine", Measure("die", "landslip"))) == "“Nine landslips died”"


def test_a_verb_that_would_not_read_well_before_its_noun_is_quoted_instead() -> None:
    sought = claim(FIRST, "Some patients", DELAYS.figure, Measure("look", "person"))
    assert heading(None, sought) == "“Some patients”"
    assert heading(sought, OPERATIONS_LATER) == "From “Some patients” to “136 operations were cancelled”"


def test_the_same_figure_again_is_said_to_be_so() -> None:
    assert heading(OPERATIONS_LATER, OPERATIONS_LATER) == "Cancelled operations: 136, as before"


def test_a_change_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="a change has at least one claim"):
        heading(None, None)


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure("die", "person"), "People died"),
        (Measure("missing", "exhibit"), "Missing exhibits"),
        (Measure("cut off", "home"), "Homes cut off"),
        (Measure("cost", "recall"), "Cost of recall"),
        (Measure("cost"), "Cost"),
        (Measure("fall ill", "person"), "People fallen ill"),
        (Measure("rebuild", "node"), "Rebuilt nodes"),
        (Measure("steal", "record"), "Stolen records"),
        (Measure("notify", "customer"), "Notified customers"),
        (Measure("have", "patient"), "Patients"),
        (Measure(None, "staff"), "Staff"),
        (Measure("restore", None, basis=Basis.PROGRESS), "Restored"),
        (Measure("restore", "line", basis=Basis.SHARE), "Restored lines, as a share"),
        (Measure("close", "school", ("primary", "in the north")), "Closed primary schools"),
        (Measure(), "Figure"),
    ],
)
def test_what_a_measure_is_about(measure: Measure, said: str) -> None:
    assert subject(measure) == said


@pytest.mark.parametrize(
    ("lemma", "said"), [("cancel", "cancelled"), ("stop", "stopped"), ("delay", "delayed"), ("affect", "affected")]
)
def test_participles_are_spelt_the_british_way(lemma: str, said: str) -> None:
    assert participle(lemma) == said


@pytest.mark.parametrize(
    ("noun", "said"), [("branch", "branches"), ("ferry", "ferries"), ("train service", "train services")]
)
def test_plurals(noun: str, said: str) -> None:
    assert plural(noun) == said


def test_a_long_claim_is_quoted_to_the_end_of_a_word() -> None:
    assert quoted("word, " * 40, LONGEST_QUOTATION) == "“" + "word, " * 14 + "word …”"
