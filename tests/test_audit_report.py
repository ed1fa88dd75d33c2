"""An audit as a press officer reads it: in the terminal and as Markdown, with nothing cut and nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from plain_words import ill_said
from rich.cells import cell_len

from comms_tracker.auditing import FAILING, Audit, audit
from comms_tracker.records import ChangeKind, Statement
from comms_tracker.report.audit_json import audit_json
from comms_tracker.report.audit_markdown import audit_markdown
from comms_tracker.report.audit_page import audit_page
from comms_tracker.report.audit_words import summary, verdict
from comms_tracker.report.terminal import rendered

TODAY = date(2031, 6, 1)
HOSTILE = "\x1b[31mred\x07 \u202eback\u202c [bold]markup[/bold] <script>"
BEFORE = (
    Statement(
        "first",
        "We cancelled 40 sailings because of the fault. No passengers were injured. Two ferries were damaged.",
        "Tidewater Ferries",
        "2031-03-01",
        "First update",
        incident="ferry-2031",
        source="https://example.org/first",
    ),
    Statement(
        "second",
        "We cancelled 52 sailings because of the fault. About 3,000 passengers were delayed.",
        "Tidewater Ferries",
        "2031-03-08",
        incident="ferry-2031",
    ),
)
DRAFT = (
    "Dear passengers,\n\nWe cancelled 60 sailings because of the fault. Four passengers were injured.\n"
    "We will pay £20 to each passenger. Some 3,000 passengers were delayed.\n"
)


@pytest.fixture(scope="module")
def made() -> Audit:
    return audit(DRAFT, BEFORE, today=TODAY)


def page(found: Audit, width: int = 80) -> str:
    return rendered(audit_page(found), width, colours=False)


def flat(shown: str) -> str:
    return " ".join(shown.split())


def test_the_parts_stand_in_the_order_in_which_an_editor_takes_them(made: Audit) -> None:
    shown = page(made)
    parts = [
        "ferry-2031: a draft against what was said",
        "2 things to look at before the draft goes out:",
        "1  At odds with the earlier statement",
        "2  A higher figure",
        "Not in the last statement either",
        "New in the draft",
    ]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_the_masthead_says_with_what_it_was_compared_and_when_it_is_taken_as_issued(made: Audit) -> None:
    assert summary(made) == (
        "Compared with 2 statements by Tidewater Ferries, 1 March 2031 to 8 March 2031. "
        "The draft is taken as issued on 1 June 2031."
    )


def test_words_with_two_figures_that_the_draft_leaves_out_are_listed_once(made: Audit) -> None:
    assert made.left_out_before
    twice = replace(made, left_out_before=(*made.left_out_before, *made.left_out_before))
    assert page(twice) == page(made)
    assert audit_markdown(twice) == audit_markdown(made)


def test_dates_and_places_stand_in_one_column(made: Audit) -> None:
    lines = [line for line in page(made).splitlines() if line.startswith(("  Draft, line", "  Line", "  1 M", "  8 M"))]
    assert len(lines) > 5
    assert {line.index("“") for line in lines} == {21}


def test_a_departure_shows_the_drafts_words_and_the_earlier_ones_with_their_source(made: Audit) -> None:
    shown = flat(page(made, 100))
    assert "Draft, line 3 “Four passengers were injured” (65-93)" in shown
    assert "1 March 2031 “No passengers were injured” “First update”. Source: https://example.org/first" in shown
    assert re.search(r"How sure (?:Very likely|Likely) the same measure \(\d\d in 100\)", shown)


@pytest.mark.parametrize("width", [40, 57, 80, 100])
def test_the_page_fits_its_width_and_nothing_is_cut(made: Audit, width: int) -> None:
    shown = page(made, width)
    assert max(map(cell_len, shown.splitlines())) <= width
    assert "…" not in shown
    assert flat("".join(shown.split())).count("Twoferriesweredamaged") == 1


@pytest.mark.parametrize("form", [page, audit_markdown])
def test_text_that_acts_on_a_terminal_is_shown_as_escapes(form: Callable[[Audit], str]) -> None:
    before = replace(BEFORE[0], title=HOSTILE, source=HOSTILE, organisation=HOSTILE, incident=HOSTILE)
    found = audit(f"{HOSTILE} We cancelled 60 sailings. Four ferries sank.", (before,), today=TODAY)
    assert found.departures
    shown = form(found)
    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\u202c"}
    plain = "".join(shown.replace("\\\\", "\\").split())
    assert [escape for escape in (r"\x1b", r"\x07", r"\u202e", r"\u202c") if escape not in plain] == []


def test_markdown_says_the_same_as_the_terminal(made: Audit) -> None:
    written, shown = audit_markdown(made), flat(page(made))
    assert f"**{verdict(made, FAILING)}**" in written
    for departure in made.departures:
        assert departure.explanation in written
        assert departure.explanation in shown
    assert "- 1 March 2031: “Two ferries were damaged”" in written
    assert "- Line 4: “We will pay £20 to each passenger”" in written


def test_what_is_only_possible_stands_apart_and_fails_nothing(made: Audit) -> None:
    unsure = replace(made, departures=(), possible=made.departures)
    assert unsure.failing() == ()
    assert [(one["fails"], one["kind"]) for one in audit_json(unsure)["possible"]] == [
        (False, "contradicted"),
        (False, "revised_up"),
    ]
    shown = page(unsure)
    assert "Nothing in the draft contradicts, revises or takes back what was said." in shown
    assert shown.index("Possibly the same measure ─") < shown.index("At odds with the earlier statement")


def test_a_kind_that_was_asked_for_is_named_in_the_verdict(made: Audit) -> None:
    assert verdict(made, FAILING | {ChangeKind.ADDED}) == (
        "3 things to look at before the draft goes out: at odds with the earlier statement (1), a higher figure (1) "
        "and new in the draft (1)."
    )


def test_nothing_is_said_to_depart_where_nothing_does() -> None:
    found = audit("We cancelled 52 sailings because of the fault.", BEFORE, today=TODAY)
    shown = flat(page(found))
    assert (
        "Nothing in the draft departs from what was said. 1 claim of the draft compared with 5 made before: 1 says the "
        "same as before." in shown
    )
    assert "The draft keeps to a later statement ─" in shown
    assert "1 March 2031 “We cancelled 40 sailings because of the fault”; draft, line 1:" in shown


def test_a_draft_without_a_claim_says_so() -> None:
    found = audit("We thank everybody for their patience.", BEFORE, today=TODAY)
    assert "No claim about figures or impact was found in the draft, so there was nothing to compare." in flat(
        page(found)
    )


DRAFTS = (
    "We cancelled 60 sailings because of the fault. Four passengers were injured.",
    "We cancelled a number of sailings because of the fault. We are not aware of any passenger who was injured.",
    "About 2,000 passengers may have been delayed. Three ferries were damaged, up from one last week.",
    "We take back our figure of 52 cancelled sailings. No passengers were delayed.",
    "We do not yet know how many sailings were cancelled. Both of the ferries have been repaired.",
)


@pytest.mark.parametrize("draft", DRAFTS)
def test_no_explanation_states_intent_or_uses_a_label(draft: str) -> None:
    found = audit(draft, BEFORE, today=TODAY)
    told = [one.explanation for one in (*found.departures, *found.possible, *found.already_changed)]
    assert told
    assert ill_said(told) == []
    assert all(sentence.startswith(("The draft ", "The two ")) and sentence.endswith(".") for sentence in told)
