"""A text is marked where its claims are: every character kept, every number in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.records import Claim, Figure, FigureKind, Measure, Polarity
from comms_tracker.report.marks import Look, MarkedPiece, Numbered, marked, numbered


def claim(
    text: str,
    words: str,
    figure: str | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    background: bool = False,
) -> Claim:
    """A claim on the first place of ``words`` in ``text``, its figure on the first place of ``figure`` in them."""
    start = text.index(words)
    read = None
    if figure is not None:
        place = text.index(figure, start)
        read = Figure(figure, place, place + len(figure), FigureKind.EXACT, 1, 1)
    return Claim(
        f"claim-{start}-{figure}",
        "statement",
        start,
        start + len(words),
        words,
        read,
        Measure(),
        polarity,
        background=background,
    )


def test_a_claim_alone_has_its_number_at_its_end_and_its_figure_apart() -> None:
    text = "Sadly, about 400 trams stopped. More follows."
    one = Numbered(1, claim(text, "about 400 trams stopped", "about 400"))
    assert marked(text, [one]) == (
        MarkedPiece("Sadly, "),
        MarkedPiece("about 400", Look.PLAIN, figure=True, first=True),
        MarkedPiece(" trams stopped", Look.PLAIN, last=True, ends=(one,)),
        MarkedPiece(". More follows."),
    )


def test_claims_that_share_their_words_have_their_numbers_behind_their_figures() -> None:
    text = "It cost 3 pounds, up from 2."
    first, second = numbered([claim(text, "It cost 3 pounds, up from 2", "3"), claim(text, text[:-1], "2")])
    assert marked(text, [first, second]) == (
        MarkedPiece("It cost ", Look.PLAIN, first=True),
        MarkedPiece("3", Look.PLAIN, figure=True, ends=(first,)),
        MarkedPiece(" pounds, up from ", Look.PLAIN),
        MarkedPiece("2", Look.PLAIN, figure=True, last=True, ends=(second,)),
        MarkedPiece("."),
    )


def test_a_claim_inside_another_looks_as_itself_and_the_rest_as_the_longer_one() -> None:
    text = "9 of the 540 shops we run shut"
    outer, inner = numbered([claim(text, text, "9"), claim(text, "the 540 shops we run", "540", background=True)])
    assert [(piece.text, piece.look) for piece in marked(text, [outer, inner])] == [
        ("9", Look.PLAIN),
        (" of ", Look.PLAIN),
        ("the ", Look.BACKGROUND),
        ("540", Look.BACKGROUND),
        (" shops we run", Look.BACKGROUND),
        (" shut", Look.PLAIN),
    ]


def test_a_claim_looks_denied_not_known_or_background_and_background_comes_first() -> None:
    text = "none was lost"
    looks = [
        Numbered(1, claim(text, text, polarity=polarity, background=background)).look
        for polarity, background in (
            (Polarity.AFFIRMED, False),
            (Polarity.DENIED, False),
            (Polarity.UNKNOWN, False),
            (Polarity.DENIED, True),
        )
    ]
    assert looks == [Look.PLAIN, Look.DENIED, Look.UNKNOWN, Look.BACKGROUND]


SPAN = st.tuples(st.integers(0, 60), st.integers(1, 20), st.integers(0, 10), st.integers(1, 6), st.booleans())


@given(st.text(min_size=1, max_size=60), st.lists(SPAN, max_size=8))
def test_whatever_the_claims_the_pieces_join_up_to_the_text_and_every_number_stands_once(
    text: str, spans: list[tuple[int, int, int, int, bool]]
) -> None:
    claims = []
    for start, length, offset, size, with_figure in spans:
        first, last = min(start, len(text) - 1), min(start + length, len(text))
        last = max(last, first + 1)
        low = min(first + offset, last - 1)
        high = min(low + size, last)
        figure = Figure(text[low:high], low, high, FigureKind.EXACT, 1, 1) if with_figure else None
        claims.append(Claim(f"{len(claims)}", "s", first, last, text[first:last], figure, Measure()))
    pieces = marked(text, numbered(claims))
    assert "".join(piece.text for piece in pieces) == text
    assert sorted(one.number for piece in pieces for one in piece.ends) == list(range(1, len(claims) + 1))
    inside = {place for one in claims for place in range(one.start, one.end)}
    bold = {place for one in claims if one.figure for place in range(one.figure.start, one.figure.end)}
    here = 0
    for piece in pieces:
        places = set(range(here, here + len(piece.text)))
        assert places <= inside if piece.look else not places & inside
        assert places <= bold if piece.figure else not places & bold
        here += len(piece.text)
    assert sum(piece.first for piece in pieces) == sum(piece.last for piece in pieces)
