"""What a reader sees of a comparison: in the terminal, as Markdown and as rows."""

from __future__ import annotations

import csv
import io
import json
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

from comms_tracker.records import Change, ChangeKind, Comparison, Figure, FigureKind, Reading, ReadingAs, StatedBasis
from comms_tracker.report import groups, numbers, rows, words
from comms_tracker.report.claims_table import claims_page, read_as
from comms_tracker.report.markdown import claims_markdown, comparison_markdown, escaped
from comms_tracker.report.quoting import sentence_around
from comms_tracker.report.tables import comparison_page
from comms_tracker.report.terminal import rendered
from comms_tracker.report.visible import visible


def page(comparison: Comparison, width: int = 80, colours: bool = False) -> str:
    return rendered(comparison_page(comparison), width, colours)


def flat(text: str) -> str:
    """The page without its line ends, so that a sentence is found wherever it wraps."""
    return " ".join(text.split())


# Words


def test_every_closed_set_has_its_words() -> None:
    for table, members in (
        (words.KIND, ChangeKind),
        (words.KIND_MEANING, ChangeKind),
        (words.STATED_BASIS, StatedBasis),
    ):
        assert set(table) == set(members)
    assert set(groups.GROUP) == set(ChangeKind) - {ChangeKind.UNCHANGED}


@pytest.mark.parametrize(
    ("confidence", "kind", "expected"),
    [
        (0.85, ChangeKind.QUANTIFIED, "very likely the same measure"),
        (0.6, ChangeKind.QUANTIFIED, "likely the same measure"),
        (0.59, ChangeKind.QUANTIFIED, "possibly the same measure"),
        (0.9, ChangeKind.ADDED, "very likely not said before"),
        (0.3, ChangeKind.DROPPED, "possibly left out of the next statement"),
    ],
)
def test_confidence_is_said_in_words_that_fit_the_kind(confidence: float, kind: ChangeKind, expected: str) -> None:
    assert words.confidence_words(confidence, kind) == expected


@pytest.mark.parametrize(
    ("issued", "day", "moment"),
    [
        ("2017-04-28", "28 April 2017", "28 April 2017"),
        ("2017-05-05T09:30+01:00", "5 May 2017", "5 May 2017 at 09:30"),
        ("2017-05-05T09:30:15Z", "5 May 2017", "5 May 2017 at 09:30"),
        (None, "date not given", "date not given"),
    ],
)
def test_dates_are_written_as_people_write_them(issued: str | None, day: str, moment: str) -> None:
    assert (words.date_words(issued), words.moment_words(issued)) == (day, moment)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (136, "136"),
        (14000, "14,000"),
        (2.5, "2.5"),
        (33.3333, "33.33"),
        (15_200_000, "15.2 million"),
        (1_234_567, "1,234,567"),
        (3e9, "3 billion"),
        (0.004, "0.004"),
        (-2.5, "-2.5"),
        (0, "0"),
    ],
)
def test_numbers_are_written_in_full_and_never_with_an_exponent(value: float, expected: str) -> None:
    assert numbers.number_words(value) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((3, 8), "3 to 8"),
        ((136, 136), "136"),
        ((800, None, None, True), "more than 800"),
        ((81, None), "at least 81"),
        ((None, 500e6), "up to 500 million"),
        ((0, 21000, None, False, True), "fewer than 21,000"),
        ((None, 5, "percent", False, True), "less than 5 per cent"),
        ((2.5, 2.5, "percent"), "2.5 per cent"),
        ((3e6, 4e6, "GBP"), "£3 million to £4 million"),
        ((200, 300, "CHF"), "CHF 200 to 300"),
        ((53000, 53000, "barrel/day"), "53,000 barrels a day"),
        ((1, 1, "hour"), "1 hour"),
        ((None, None), "not a number"),
    ],
)
def test_intervals_are_said_in_words(interval: tuple[float | None, ...], expected: str) -> None:
    assert numbers.interval_words(*interval) == expected  # type: ignore[arg-type]


def test_a_vague_figure_is_never_given_a_number_of_its_own() -> None:
    readings = (Reading(ReadingAs.COUNT, 3, 8, "survey"), Reading(ReadingAs.SHARE, 1, 5, "survey"))
    vague = Figure("few", 0, 3, FigureKind.VAGUE, None, None, readings=readings)
    assert numbers.figure_words(vague) == (
        "usually read as 3 to 8 (survey); usually read as 1 to 5 per cent of the whole (survey)"
    )
    assert numbers.figure_words(replace(vague, readings=())) == "no usual reading known"
    about = Figure("about 400", 0, 9, FigureKind.APPROXIMATE, 400, 400, tolerance=50)
    assert numbers.figure_words(about) == "about 400"
    assert numbers.figure_words(Figure("no", 0, 2, FigureKind.UNIVERSAL, 0, 0)) == "none"


# The order in which a reader sees things


def test_changes_stand_under_their_titles_and_what_is_only_possible_apart() -> None:
    assert groups.grouped(barts_comparison().changes) == groups.Grouped(
        headline=QUANTIFIED,
        groups=((groups.NEW_OR_GONE, (ADDED, RESTORED_NEWS, DROPPED)), (groups.POSSIBLE, (POSSIBLE,))),
        unchanged=1,
    )


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
    assert all(change.confidence >= words.CERTAIN_ENOUGH for change in headlines)


# The terminal


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
        "How sure very likely the same measure (0.93)",
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
        "1 claim is unchanged, or only worded differently.",
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


@given(st.text())
def test_visible_text_has_no_character_that_acts(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", visible(text))


# Quoting


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        ("It began. We cancelled 12 operations today. It ends.", "12 operations", "We cancelled 12 operations today."),
        (
            "Dr. Smith said 12 operations were cancelled. More.",
            "12 operations",
            "Dr. Smith said 12 operations were cancelled.",
        ),
        ("About 2.5 per cent. Then 12 fell ill! So", "12", "Then 12 fell ill!"),
        ("Heading\n- 12 operations\n- 5 scans", "12 operations", "- 12 operations"),
        ("12", "12", "12"),
    ],
)
def test_a_claim_is_quoted_in_its_sentence(text: str, claim: str, expected: str) -> None:
    place = text.index(claim)
    start, end = sentence_around(text, place, place + len(claim))
    assert text[start:end] == expected


def test_a_sentence_too_long_to_quote_gives_way_to_the_claim() -> None:
    text = "and " * 100 + "12 operations"
    assert sentence_around(text, 400, 413) == (400, 413)


@given(st.text(alphabet='aA1.!?\n\r "”)'), st.data())
def test_the_quoted_sentence_always_holds_the_claim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


# Rows and Markdown


def test_a_row_is_one_change_with_both_texts_dates_and_figures() -> None:
    row = rows.change_rows(barts_comparison())[0]
    assert tuple(row) == rows.CHANGE_COLUMNS
    assert row == {
        "incident": "barts-2017",
        "id": QUANTIFIED.id,
        "kind": "quantified",
        "also": ["widened_scope", "revised_up"],
        "earlier": OPERATIONS_EARLIER.id,
        "later": OPERATIONS_LATER.id,
        "relation": "superseded",
        "stated_basis": None,
        "direction": "up",
        "ratio_low": 17,
        "ratio_high": 45.33,
        "confidence": 0.93,
        "status": "proposed",
        "earlier_statement": FIRST.id,
        "earlier_organisation": "Barts Health NHS Trust",
        "earlier_issued": "2017-04-28",
        "earlier_source": "Recast from public reports of April 2017",
        "earlier_text": OPERATIONS_EARLIER.text,
        "earlier_start": 25,
        "earlier_end": 103,
        "earlier_figure": "a very small number",
        "earlier_figure_kind": "vague",
        "earlier_low": None,
        "earlier_high": None,
        "earlier_unit": None,
        "later_statement": SECOND.id,
        "later_organisation": "Barts Health NHS Trust",
        "later_issued": "2017-05-05",
        "later_source": "Recast from public reports of May 2017",
        "later_text": "136 operations were cancelled",
        "later_start": OPERATIONS_LATER.start,
        "later_end": OPERATIONS_LATER.end,
        "later_figure": "136",
        "later_figure_kind": "exact",
        "later_low": 136,
        "later_high": 136,
        "later_unit": None,
        "explanation": QUANTIFIED.explanation,
    }


def test_csv_has_a_header_and_a_line_for_each_change() -> None:
    whole = barts_comparison()
    sheet = list(csv.DictReader(io.StringIO(rows.as_csv(rows.change_rows(whole), rows.CHANGE_COLUMNS))))
    assert [row["id"] for row in sheet] == [change.id for change in whole.changes]
    assert (sheet[0]["also"], sheet[0]["relation"], sheet[1]["earlier_text"]) == (
        "widened_scope; revised_up",
        "superseded",
        "",
    )
    assert rows.as_csv([], ("a", "b")) == "a,b\n"


def test_claim_rows_say_where_each_claim_stands() -> None:
    whole = barts_comparison()
    found = rows.claim_rows(whole.incident, whole.statements, whole.claims)
    assert all(tuple(row) == rows.CLAIM_COLUMNS for row in found)
    texts = {statement.id: statement.text for statement in whole.statements}
    assert [texts[str(row["statement"])][row["start"] : row["end"]] for row in found] == [row["text"] for row in found]  # type: ignore[misc]


def test_jsonl_is_one_object_a_line() -> None:
    lines = rows.as_jsonl(rows.change_rows(barts_comparison())).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [change.id for change in barts_comparison().changes]


def test_markdown_says_the_same_as_the_terminal() -> None:
    made = comparison_markdown(barts_comparison())
    lines = made.splitlines()
    assert lines[:5] == [
        "# barts-2017",
        "",
        "Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017",
        "",
        "## Now a number (also: covers more than before and a higher figure)",
    ]
    assert made.count("- Review: proposed by the program") == 5
    assert "> “136 operations were cancelled”" in lines
    assert "1 claim is unchanged, or only worded differently." in lines


def test_markdown_shows_hostile_text_as_characters() -> None:
    assert escaped("# <b>*x*</b> [a](b) `c` | $d$ ![e]") == (r"\# \<b\>\*x\*\</b\> \[a\](b) \`c\` \| \$d\$ \!\[e\]")
    assert escaped("1. item") == r"1\. item"
    assert escaped("- item") == r"\- item"


def test_claims_in_markdown_are_a_table() -> None:
    whole = one_statement_comparison()
    lines = claims_markdown(whole.statements, whole.claims).splitlines()
    assert lines[0] == (
        "**28 April 2017, Barts Health NHS Trust, press statement, “First statement on the computer failure”**"
    )
    assert lines[-1].split(" | ") == [
        "| “We are working urgently to keep our services resilient”",
        "no figure",
        "said to be so, stated outright",
        "190-244 |",
    ]


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
