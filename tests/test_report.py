"""What a reader sees of a comparison: in what order, and in the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_comparison import (
    ADDED,
    CHEMOTHERAPY,
    DROPPED,
    FIRST,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    POSSIBLE,
    QUANTIFIED,
    RESTORED_NEWS,
    SECOND,
    UNCHANGED,
    barts_comparison,
    one_statement_comparison,
)

from comms_tracker.changes.headline import SURE
from comms_tracker.records import Change, ChangeKind, Comparison
from comms_tracker.report import groups, words
from comms_tracker.report.claims_table import claims_page, read_as
from comms_tracker.report.comparison_page import comparison_page
from comms_tracker.report.terminal import rendered
from comms_tracker.report.visible import visible


def page(comparison: Comparison, width: int = 80, colours: bool = False) -> str:
    return rendered(comparison_page(comparison), width, colours)


def flat(text: str) -> str:
    """The page without its line ends, so that a sentence is found wherever it wraps."""
    return " ".join(text.split())


def test_changes_stand_under_their_titles_and_what_is_only_possible_apart() -> None:
    assert groups.grouped(barts_comparison().changes) == groups.Grouped(
        headline=QUANTIFIED,
        groups=((groups.NEW_OR_GONE, (ADDED, RESTORED_NEWS, DROPPED)), (groups.POSSIBLE, (POSSIBLE,))),
        unchanged=1,
    )


def test_what_was_said_otherwise_stands_before_what_was_said_once() -> None:
    turned = replace(QUANTIFIED, id="change-turned", kind=ChangeKind.CONTRADICTED)
    firmer = replace(QUANTIFIED, id="change-firmer", kind=ChangeKind.STRENGTHENED)
    found = groups.grouped([QUANTIFIED, ADDED, firmer, turned])
    assert [title for title, _ in found.groups] == [groups.TURNED, groups.COMMITMENT, groups.NEW_OR_GONE]


def test_words_with_two_figures_that_came_or_went_are_told_once() -> None:
    whole = barts_comparison()
    again = replace(CHEMOTHERAPY, id="c-again")
    twice = replace(ADDED, id="change-again", later="c-again")
    both = replace(whole, claims=(*whole.claims, again), changes=(*whole.changes, twice))
    assert groups.told_once(both, [ADDED, RESTORED_NEWS, twice, DROPPED]) == (ADDED, RESTORED_NEWS, DROPPED)
    assert page(both) == page(whole)
    linked = replace(QUANTIFIED, id="change-linked")
    assert groups.told_once(both, [QUANTIFIED, linked]) == (QUANTIFIED, linked)


def test_what_is_only_possible_is_never_the_headline() -> None:
    unsure = replace(QUANTIFIED, confidence=0.59)
    assert groups.grouped([unsure]) == groups.Grouped(None, ((groups.POSSIBLE, (unsure,)),), 0)
    assert groups.grouped([unsure, UNCHANGED, DROPPED]).headline == DROPPED


ANY_CHANGE = st.builds(
    replace,
    st.sampled_from([QUANTIFIED, ADDED, DROPPED]),
    kind=st.sampled_from(ChangeKind),
    confidence=st.floats(0, 1),
    id=st.uuids().map(str),
)


@given(st.lists(ANY_CHANGE))
def test_no_change_is_lost_or_shown_twice(changes: list[Change]) -> None:
    found = groups.grouped(changes)
    headlines = [found.headline] if found.headline else []
    shown = headlines + [change for _, group in found.groups for change in group]
    assert sorted(change.id for change in shown) == sorted(
        change.id for change in changes if change.kind is not ChangeKind.UNCHANGED
    )
    assert found.unchanged == len(changes) - len(shown)
    assert all(change.confidence >= SURE for change in headlines)


def test_the_headline_is_told_in_full_with_both_wordings_and_their_sources() -> None:
    shown = flat(page(barts_comparison()))
    for part in (
        "barts-2017 Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017",
        "Now a number also: covers more than before and a higher figure",
        QUANTIFIED.explanation,
        "Earlier 28 April 2017, press statement, “First statement on the computer failure”",
        "“It has been necessary to cancel a very small number of elective operations, those that relied on images.”",
        "Usually read as 3 to 8 (survey, 46 readers)",
        "Source: Recast from public reports of April 2017; wording recast, not the organisation's own",
        "Later 5 May 2017, press statement, “Second statement on the computer failure”",
        "“As a result of the failure, 136 operations were cancelled, which is about 2.5 per cent of our usual weekly",
        "How sure very likely the same measure (93 in 100)",
        "Because both speak of cancelled operations; the same organisation, one week apart",
        "Against it the earlier one counts only elective operations that relied on images",
        "Together the later one replaces the earlier one",
        "Said of it the later statement does not mention the change",
        "Review proposed by the program",
    ):
        assert part in shown


def test_the_parts_of_the_page_stand_in_the_order_that_a_reader_wants() -> None:
    shown = page(barts_comparison())
    parts = (
        "Now a number",
        "New, or no longer mentioned",
        "Possibly the same measure",
        "1 claim is unchanged",
        "Also worth",
    )
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_every_change_that_is_shown_carries_its_review_state() -> None:
    assert page(barts_comparison()).count("proposed by the program") == 5
    rejected = replace(barts_comparison(), changes=(replace(QUANTIFIED, status=words.ReviewStatus.REJECTED),))
    assert "rejected by a person" in page(rejected)


def test_an_added_claim_is_not_quoted_twice() -> None:
    said = replace(ADDED, explanation=f"New in the statement of 5 May 2017: “{CHEMOTHERAPY.text}”. It is new.")
    shown = flat(page(replace(barts_comparison(), changes=(QUANTIFIED, said))))
    assert shown.count(CHEMOTHERAPY.text) == 1
    assert "New in the statement of 5 May 2017. It is new." in shown


def test_no_change_is_said_as_plainly_as_a_change() -> None:
    shown = page(replace(barts_comparison(), changes=(UNCHANGED,), findings=(), notes=()))
    assert shown.splitlines()[3:] == [
        "",
        "No change: the statements agree on everything that could be compared.",
        "",
        "1 claim is unchanged, or worded differently.",
    ]


def test_changes_that_are_only_possible_are_called_that() -> None:
    shown = page(replace(barts_comparison(), changes=(POSSIBLE,)))
    assert "No change that the program is sure of." in shown
    assert "Possibly the same measure; proposed by the program" in shown


def test_one_statement_shows_its_claims() -> None:
    shown = flat(page(one_statement_comparison()))
    assert "One statement: there is nothing to compare it with yet. This is what it claims." in shown
    assert "25-103" in shown


@pytest.mark.parametrize("width", [40, 57, 80, 100, 300])
def test_the_page_fits_its_width_and_nothing_is_cut(width: int) -> None:
    shown = page(barts_comparison(), width)
    assert max(map(cell_len, shown.splitlines())) <= min(width, 100)
    assert "…" not in shown
    for claim in (OPERATIONS_EARLIER, OPERATIONS_LATER, CHEMOTHERAPY):
        assert claim.text in flat(shown)


def test_colours_are_only_on_a_terminal_and_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" not in page(barts_comparison())
    assert "\x1b[1;34m" in page(barts_comparison(), colours=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not [code for code in ("34m", "33m", "35m") if code in page(barts_comparison(), colours=True)]


HOSTILE = "\x1b[31mred\x07 \u202eback\u202c [bold]markup[/bold] :smile: <script> \x9b1m"


def test_text_that_acts_on_a_terminal_is_shown_as_escapes() -> None:
    text = f"{HOSTILE} 136 operations were cancelled."
    start = text.index("136")
    later = replace(OPERATIONS_LATER, start=start, end=start + 29, figure=None)
    second = replace(SECOND, text=text, title=HOSTILE, source=HOSTILE)
    whole = barts_comparison()
    claims = tuple(later if claim.id == OPERATIONS_LATER.id else claim for claim in whole.claims)
    shown = page(replace(whole, statements=(FIRST, second), claims=claims, notes=(HOSTILE,)), colours=False)
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e", "\u202c"}
    assert r"\x1b[31mred\x07 \u202eback\u202c [bold]markup[/bold] :smile: <script> \x9b1m" in flat(shown)


ACTS = r"\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"


PIECES = st.sampled_from("\x1b\x07\x9b\u200f\u202e\u2069\r\n\t \ud83d") | st.text(
    st.characters(exclude_characters="\\"), max_size=4
)


@given(st.lists(PIECES).map("".join))
def test_visible_text_has_no_character_that_acts_and_keeps_all_others(text: str) -> None:
    shown = visible(text)
    assert not re.search(f"[{ACTS}]", shown)
    escapes = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4})")
    assert escapes.sub("", shown).replace(" ", "").strip() == re.sub(rf"[{ACTS}\u2028\u2029 ]", "", text).strip()


def test_a_text_that_is_not_english_is_marked_beside_each_claim() -> None:
    whole = one_statement_comparison()
    foreign = replace(whole.statements[0], english=False)
    shown = flat(rendered(claims_page([foreign], whole.claims), 100, False))
    assert "This text does not look like English: its results may be wrong." in shown
    assert read_as(whole.claims[2], not_english=True) == "no figure; may be wrong: not English"


def test_a_change_that_rests_on_a_text_that_is_not_english_is_marked() -> None:
    whole = barts_comparison()
    shown = flat(page(replace(whole, statements=(FIRST, replace(SECOND, english=False)))))
    assert "This text does not look like English: its results may be wrong." in shown
    assert "Very likely not said before; proposed by the program; may be wrong: not English" in shown
