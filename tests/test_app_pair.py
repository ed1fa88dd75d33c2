"""Two statements side by side, without a browser: what differs by word, which claims are tied, where to begin."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from app_samples import hostile_comparison
from hypothesis import given
from hypothesis import strategies as st
from sample_comparison import (
    ADDED,
    CHEMOTHERAPY,
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    QUANTIFIED,
    SECOND,
    barts_comparison,
)

from comms_tracker.app.views.differences import Part, Run, differences, mostly_alike
from comms_tracker.app.views.pair import pair_view
from comms_tracker.app.views.statements import labels
from comms_tracker.app.views.steps import chain
from comms_tracker.records import ReviewStatus, Statement

WORDS = st.lists(st.sampled_from(["one", "of", "14", "1", "sites", "£3.2 million", ".", "\n\n", "closed", "é"]))


@given(WORDS, WORDS)
def test_the_runs_join_up_to_both_texts(one: list[str], other: list[str]) -> None:
    earlier, later = " ".join(one), " ".join(other)
    runs = differences(earlier, later)
    assert "".join(run.text for run in runs if run.part is not Part.LATER) == earlier
    assert "".join(run.text for run in runs if run.part is not Part.EARLIER) == later


@pytest.mark.parametrize(
    ("earlier", "later", "old", "new"),
    [
        ("We have closed 1 site so far.", "We have closed 14 site so far.", "1 ", "14 "),
        ("It cost us £3 million last year.", "It cost us £3.2 million last year.", "£3 million ", "£3.2 million "),
        (
            *("The well leaked 500 barrels a day then.", "The well leaked 5,000 barrels a day then."),
            *("500 barrels a day ", "5,000 barrels a day "),
        ),
        ("A handful of homes lost power.", "Several hundred of homes lost power.", "A handful ", "Several hundred "),
    ],
)
def test_a_figure_with_its_unit_is_one_word(earlier: str, later: str, old: str, new: str) -> None:
    differing = [run for run in differences(earlier, later) if run.part is not Part.BOTH]
    assert differing == [Run(old, Part.EARLIER), Run(new, Part.LATER)]


def test_words_that_two_sentences_share_by_chance_stay_with_each() -> None:
    runs = differences("Pumps failed at the north end of town.", "Engineers have been sent to the depot by rail.")
    assert [run.part for run in runs if run.text.strip(". ")] == [Part.EARLIER, Part.LATER]


@pytest.mark.parametrize(
    ("earlier", "later", "alike"),
    [
        (
            "The depot was shut for 3 days. Nobody was hurt.",
            "The depot was shut for 9 days. Two people were hurt.",
            True,
        ),
        ("Pumps failed at the north end of town.", "Engineers have been sent to the depot by rail.", False),
        (
            "The pumps failed.",
            "The pumps failed.\n\n" + "They had been serviced the day before, as planned. " * 9,
            True,
        ),
        ("", "Engineers have been sent.", True),
    ],
)
def test_what_differs_is_only_marked_between_texts_that_share_words(earlier: str, later: str, alike: bool) -> None:
    assert mostly_alike(differences(earlier, later)) is alike


def test_a_paragraph_that_moved_on_stands_beside_the_one_it_was() -> None:
    earlier = "Power is out.\n\nAbout 40 homes in the valley are without water tonight."
    later = "Roads are shut.\n\nPower is out.\n\nAbout 45 homes in the valley are without water tonight."
    assert differences(earlier, later) == (
        Run("Roads are shut.\n\n", Part.LATER),
        Run("Power is out.\n\n", Part.BOTH),
        Run("About 40 ", Part.EARLIER),
        Run("About 45 ", Part.LATER),
        Run("homes in the valley are without water tonight.", Part.BOTH),
    )


def test_long_texts_are_compared_at_once() -> None:
    paragraphs = [
        f"Paragraph {number}: {number * 7} homes were out of power on street {number}." for number in range(2000)
    ]
    changed = [words if number % 20 else words.replace("were", "are") for number, words in enumerate(paragraphs)]
    started = perf_counter()
    runs = differences("\n\n".join(paragraphs), "\n\n".join(changed))
    assert perf_counter() - started < 5
    assert sum(run.text == "are " for run in runs) == 100


def test_both_panes_hold_their_whole_texts_with_every_claim_marked() -> None:
    case = barts_comparison()
    view = pair_view(case, FIRST, SECOND, QUANTIFIED)
    for pane, statement in ((view.earlier, FIRST), (view.later, SECOND)):
        assert "".join(segment.text for segment in pane.segments) == statement.text
        claims = {claim.id: claim.text for claim in case.claims if claim.statement == statement.id}
        marked = {one: "".join(each.text for each in pane.segments if each.claim == one) for one in claims}
        assert marked == claims
    figures = [segment.text for segment in view.later.segments if segment.figure]
    assert "".join(figures) == "136about 2.5 per centSeveral hundred"
    assert (view.earlier.date, view.later.date) == ("28 April 2017", "5 May 2017")
    assert view.later.source == "Recast from public reports of May 2017"


def test_the_pair_begins_at_the_change_and_ties_each_claim_to_its_partner() -> None:
    view = pair_view(barts_comparison(), FIRST, SECOND, QUANTIFIED)
    assert view.focus == (OPERATIONS_EARLIER.id, OPERATIONS_LATER.id)
    assert (OPERATIONS_EARLIER.id, OPERATIONS_LATER.id, "Now a number. Proposed by the program.") in [
        (tie.earlier, tie.later, tie.note) for tie in view.ties
    ]
    assert (None, CHEMOTHERAPY.id) in [(tie.earlier, tie.later) for tie in view.ties]
    assert pair_view(barts_comparison(), FIRST, SECOND, ADDED).focus == (None, CHEMOTHERAPY.id)


def test_a_link_that_a_person_rejected_ties_nothing() -> None:
    case = barts_comparison()
    rejected = replace(QUANTIFIED, status=ReviewStatus.REJECTED)
    view = pair_view(replace(case, changes=(rejected,), series=()), FIRST, SECOND)
    assert view.ties == ()


def test_hostile_text_reaches_the_browser_as_characters_that_it_can_show() -> None:
    case = hostile_comparison()
    one, two = case.statements
    odd = replace(one, text=one.text[:-4] + "\ud800\u202e\x00w")
    view = pair_view(replace(case, statements=(odd, two)), odd, two)
    shown = "".join(segment.text for segment in view.earlier.segments)
    assert shown.endswith("www\ufffd\ufffd\ufffdw")
    assert "<script>window.hacked=1</script>" in shown
    assert view.later.link is None


def several() -> tuple[Statement, ...]:
    return tuple(Statement(name, "8 homes.", "Grid", f"2020-01-0{day}") for day, name in enumerate("abcd", 1))


@pytest.mark.parametrize(
    ("earlier", "later", "shown", "between"),
    [
        (None, None, ("c", "d"), ""),
        ("a", "d", ("a", "d"), "bc"),
        ("d", "a", ("a", "d"), "bc"),
        ("b", None, ("b", "c"), ""),
        (None, "b", ("a", "b"), ""),
        ("gone", "a", ("a", "b"), ""),
        ("d", "gone", ("c", "d"), ""),
        ("b", "b", ("a", "b"), ""),
    ],
)
def test_any_two_statements_stand_side_by_side_and_what_lies_between_is_named(
    earlier: str | None, later: str | None, shown: tuple[str, str], between: str
) -> None:
    found = chain(replace(barts_comparison(), statements=several()), earlier, later)
    assert found is not None
    assert (found.earlier.id, found.later.id) == shown
    assert "".join(each.id for each in found.between) == between


def test_one_statement_alone_makes_no_pair() -> None:
    assert chain(replace(barts_comparison(), statements=several()[:1]), None, None) is None


def test_a_statement_is_chosen_by_its_day_and_by_what_it_is() -> None:
    several = (
        Statement("a", "8 homes.", issued="2020-01-01T09:30+00:00", title="First\nword", channel="press statement"),
        Statement("b", "9 homes.", issued="2020-01-02", channel="status page"),
        Statement("c", "9 homes."),
    )
    assert labels(replace(barts_comparison(), statements=several)) == {
        "a": "1 January 2020 at 09:30: First word",
        "b": "2 January 2020: status page",
        "c": "Statement 3: c",
    }
