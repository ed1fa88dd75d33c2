"""A text cut into pieces where its claims begin and end, so that each way of showing it marks the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.records import Claim, Polarity
from comms_tracker.report.cutting import Span, cut, first_over


class Look(StrEnum):
    """How a marked piece is shown; the label of a claim says it in words as well."""

    PLAIN = "plain"
    DENIED = "denied"
    UNKNOWN = "unknown"
    BACKGROUND = "background"


LABEL = {Look.PLAIN: "", Look.DENIED: "denied", Look.UNKNOWN: "not known", Look.BACKGROUND: "background"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim with its number: the one on its mark and in its row of the table."""

    number: int
    claim: Claim

    @property
    def look(self) -> Look:
        """Background before polarity: what is about the organisation itself is never shown as news of the matter."""
        if self.claim.background:
            return Look.BACKGROUND
        if self.claim.polarity is Polarity.DENIED:
            return Look.DENIED
        return Look.UNKNOWN if self.claim.polarity is Polarity.UNKNOWN else Look.PLAIN


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A run of text that is shown in one way; the pieces of a text join up to it exactly.

    ``look`` is None outside every claim, else that of the shortest claim there. ``first`` and ``last`` say whether the
    piece begins and ends a stretch of claims. ``ends`` are the claims whose number stands right after the piece.
    """

    text: str
    look: Look | None = None
    figure: bool = False
    first: bool = False
    last: bool = False
    ends: tuple[Numbered, ...] = ()


def numbered(claims: Sequence[Claim], first: int = 1) -> tuple[Numbered, ...]:
    """The claims in the order given, counted from ``first``."""
    return tuple(Numbered(number, claim) for number, claim in enumerate(claims, start=first))


def marked(text: str, claims: Sequence[Numbered]) -> tuple[MarkedPiece, ...]:
    """The text in pieces with its claims marked.

    A claim's number stands at its end. Where claims share words, each number stands behind its own figure instead,
    since an end that two claims have would not say which of them is meant.
    """
    ordered = sorted(claims, key=lambda one: (one.claim.start, one.claim.end, one.number))
    made: list[MarkedPiece] = []
    here = 0
    for stretch in _stretches(ordered):
        start, end = stretch[0].claim.start, max(one.claim.end for one in stretch)
        if here < start:
            made.append(MarkedPiece(text[here:start]))
        made += _stretch_pieces(text, start, end, stretch)
        here = end
    if here < len(text):
        made.append(MarkedPiece(text[here:]))
    return tuple(made)


def _stretches(ordered: Sequence[Numbered]) -> list[list[Numbered]]:
    """Claims that share words, together."""
    found: list[list[Numbered]] = []
    end = 0
    for one in ordered:
        if found and one.claim.start < end:
            found[-1].append(one)
        else:
            found.append([one])
        end = max(end, one.claim.end)
    return found


def _stretch_pieces(text: str, start: int, end: int, stretch: Sequence[Numbered]) -> list[MarkedPiece]:
    figures = [span for one in stretch if (span := _figure_span(one.claim))]
    ends: dict[int, list[Numbered]] = {}
    for one in stretch:
        ends.setdefault(_number_place(one.claim, alone=len(stretch) == 1), []).append(one)
    shortest = sorted(stretch, key=lambda one: (one.claim.end - one.claim.start, one.number))
    look = first_over((_span(one.claim), one.look) for one in shortest)
    in_figure = first_over((span, True) for span in figures)
    return [
        MarkedPiece(
            text=text[low:high],
            look=look(low),
            figure=in_figure(low) is not None,
            first=low == start,
            last=high == end,
            ends=tuple(sorted(ends.get(high, ()), key=lambda one: one.number)),
        )
        for low, high in cut(start, end, [*figures, *(_span(one.claim) for one in stretch)])
    ]


def _span(claim: Claim) -> Span:
    return claim.start, claim.end


def _figure_span(claim: Claim) -> Span | None:
    """The place of the figure where it lies inside its claim."""
    figure = claim.figure
    if figure is None or not claim.start <= figure.start < figure.end <= claim.end:
        return None
    return figure.start, figure.end


def _number_place(claim: Claim, alone: bool) -> int:
    span = _figure_span(claim)
    return claim.end if alone or span is None else span[1]
