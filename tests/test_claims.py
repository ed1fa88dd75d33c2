"""Claims as a whole: complete records, in order of place, exact to the character, and each paragraph read apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims_samples import claims_of
from hypothesis import given, settings
from hypothesis import strategies as st

from comms_tracker.claims import extract_claims
from comms_tracker.quantities import read_figures
from comms_tracker.records import Basis, Certainty, Claim, Measure, Polarity, Statement, short_id

SENTENCES = [
    "310 flats were cut off on Sunday night.",
    "We have found no evidence that keys were copied.",
    "A handful of lifts may be stuck, but none has fallen.",
    "Repairs have cost £4.2m so far, up from £3m in May.",
    "It is too early to say how many boats were lost.",
    "The union says that 61 ferries were cancelled.",
    "Nearly two thirds of the 9,000 meters have been mended.",
    "The outage was caused by a loose cable.",
    "Members cannot log in.",
    "We are sorry for what happened.",
    "Call 01632 960 001 before 5pm, or write to 9 Canal Wharf.",
]
# No sentence above points back, so that each says the same wherever it stands.
DECORATIONS = [
    "",
    "\u201cQuoted\u201d words. ",
    "\U0001f6a8 ",
    "No\u00a0break. ",
    "cafe\u0301 \u2013 ",
    "\u200e",
    "\tTab. ",
]
GAPS = ["\n\n", "\r\n\r\n", "\n \n", "\n\n\n"]


def test_a_claim_is_a_whole_record() -> None:
    text = "We believe that about 310 flats in Thorne have been reconnected since 3 May."
    statement = Statement(id="thorne-1", text=text, organisation="Orrin Power", issued="2024-05-04")
    (figure,) = read_figures(text)
    start, end = 16, len(text) - 1
    (claims,) = extract_claims([statement])
    assert [strip_dates(claim) for claim in claims] == [
        Claim(
            id=short_id("c", "thorne-1", start, end, 16, 25),
            statement="thorne-1",
            start=start,
            end=end,
            text="about 310 flats in Thorne have been reconnected since 3 May",
            figure=figure,
            measure=Measure(
                event="reconnect",
                counted="flat",
                scope=("in Thorne",),
                basis=Basis.TOTAL,
                period="2024-05-03/..",
                phrase="flat reconnect thorne",
            ),
            polarity=Polarity.AFFIRMED,
            certainty=Certainty.HEDGED,
            hedge="believe",
        )
    ]


def test_a_denial_without_a_figure_is_a_whole_record() -> None:
    text = "There is no evidence that salaries were altered."
    (claims,) = extract_claims([Statement(id="pay-1", text=text, issued="2024-05-04")])
    assert [strip_dates(claim) for claim in claims] == [
        Claim(
            id=short_id("c", "pay-1", 0, 47, None, None),
            statement="pay-1",
            start=0,
            end=47,
            text="There is no evidence that salaries were altered",
            figure=None,
            measure=Measure(event="alter", counted="salary", phrase="salary alter evidence"),
            polarity=Polarity.DENIED,
            certainty=Certainty.HEDGED,
            hedge="no evidence",
        )
    ]


def strip_dates(claim: Claim) -> Claim:
    """The claim without the date that its words are resolved to, which is tested on its own."""
    return replace(claim, as_of=None)


def test_two_figures_of_one_clause_make_two_claims_in_order_of_place() -> None:
    text = "12 depots and 50 trains were damaged. No driver was hurt."
    assert [(claim.text, claim.figure and claim.figure.text) for claim in claims_of(text)] == [
        ("12 depots and 50 trains were damaged", "12"),
        ("12 depots and 50 trains were damaged", "50"),
        ("No driver was hurt", "No"),
    ]


def test_two_clauses_that_a_semicolon_parts_make_two_claims() -> None:
    text = "Twelve lifts were stuck; most of these lifts have been repaired."
    assert [claim.text for claim in claims_of(text)] == [
        "Twelve lifts were stuck",
        "most of these lifts have been repaired",
    ]


def test_statements_are_read_in_step_with_the_input() -> None:
    statements = [Statement(id=str(number), text=text) for number, text in enumerate(SENTENCES)]
    together = extract_claims(statements)
    assert together == [extract_claims([statement])[0] for statement in statements]
    assert extract_claims([]) == []
    assert extract_claims([Statement(id="empty", text="")]) == [()]


ODD = [
    "We\u2019re sure that \u201c310 flats\u201d were cut off.",
    "About\u00a0310\u00a0flats were cut\u2009off.",
    "\U0001f6a8\U0001f6a8 310 flats were cut off \U0001f621",
    "Cafe\u0301s: 310 cafe\u0301s were closed.",
    "\u200f310 flats were cut off\u200f.",
    "310 flats\r\nwere cut off.\r\n\r\n12 boats were lost.",
    "310\tflats were cut off.",
    "\ufeff310 flats were cut off.",
    "310 flats were cut off\x00.",
]


@pytest.mark.parametrize("text", ODD)
def test_offsets_are_exact_in_odd_text(text: str) -> None:
    found = claims_of(text)
    assert found, text
    assert_exact(text, found)


def assert_exact(text: str, claims: tuple[Claim, ...]) -> None:
    """Assert that each claim and figure is the text at its offsets, the figure inside its claim."""
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        if claim.figure is not None:
            assert text[claim.figure.start : claim.figure.end] == claim.figure.text
            assert claim.start <= claim.figure.start < claim.figure.end <= claim.end
    assert len({claim.id for claim in claims}) == len(claims)


paragraphs = st.lists(
    st.tuples(st.sampled_from(DECORATIONS), st.sampled_from(SENTENCES)).map("".join), min_size=1, max_size=4
)


@settings(max_examples=60, deadline=None)
@given(parts=paragraphs, gap=st.sampled_from(GAPS))
def test_offsets_are_exact_in_any_composed_text(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    assert_exact(text, claims_of(text))


@settings(max_examples=60, deadline=None)
@given(parts=paragraphs, added=st.sampled_from(SENTENCES), gap=st.sampled_from(GAPS), ahead=st.booleans())
def test_a_paragraph_changes_no_claim_of_another_that_points_back_to_nothing(
    parts: list[str], added: str, gap: str, ahead: bool
) -> None:
    text = gap.join(parts)
    longer = f"{added}{gap}{text}" if ahead else f"{text}{gap}{added}"
    shift = len(added) + len(gap) if ahead else 0
    assert set(without_place(claims_of(text), 0)) <= set(without_place(claims_of(longer), shift))


def without_place(claims: tuple[Claim, ...], shift: int) -> list[tuple[object, ...]]:
    """What the claims say and where, counted from ``shift``; ids hang on the place and are left out."""
    return [
        (
            claim.start - shift,
            claim.end - shift,
            claim.text,
            claim.figure and claim.figure.text,
            claim.measure,
            claim.polarity,
            claim.certainty,
            claim.hedge,
            claim.speaker,
            claim.background,
            claim.restated,
        )
        for claim in claims
    ]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.sampled_from(SENTENCES))
def test_no_text_breaks_the_reading(noise: str, sentence: str) -> None:
    text = f"{noise}\n\n{sentence}\n\n{noise}"
    assert_exact(text, claims_of(text))
