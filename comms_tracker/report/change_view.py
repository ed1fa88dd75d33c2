"""One change as a reader sees it: a heading, both wordings in their places, how sure, why, and who has looked."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.changes.headline import SURE
from comms_tracker.records import Change, ChangeKind, Claim, Comparison, Figure, FigureKind, Said, Statement
from comms_tracker.report import words
from comms_tracker.report.bylines import RECAST
from comms_tracker.report.excerpts import Excerpt, Mark, Tone, excerpt
from comms_tracker.report.groups import sides
from comms_tracker.report.headings import heading
from comms_tracker.report.numbers import reading_sources, unsourced_words

READ_AS = "Read as"


@dataclass(frozen=True, slots=True)
class Byline:
    """Who said it, when, through what, and where it can be read."""

    statement: str
    date: str
    issued: str | None
    organisation: str | None
    title: str | None
    channel: str | None
    source: str | None
    recast: bool

    @property
    def about(self) -> str:
        """Who said it and through what, as far as known."""
        return ", ".join(part for part in (self.organisation, self.channel) if part)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two wordings: its byline, its passage with the claim marked, and how its figure is read.

    ``read_as`` is None where it would say no more than the figure; ``sources`` are those of a vague word's readings.
    """

    tone: Tone
    byline: Byline
    excerpt: Excerpt
    read_as: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change, ready to be shown; ``sure`` is false for one that is only possible and must not be a headline.

    ``together`` says whether both can be true; ``acknowledged`` what the later statement itself says about the
    change; both are None where there is only one side.
    """

    id: str
    kind: ChangeKind
    kind_words: str
    also: tuple[str, ...]
    heading: str
    explanation: str
    earlier: Side | None
    later: Side | None
    together: str | None
    acknowledged: str | None
    confidence: str
    sure: bool
    evidence_for: tuple[str, ...]
    evidence_against: tuple[str, ...]
    status: str


def change_view(comparison: Comparison, change: Change, brief: bool = False) -> ChangeView:
    """The change with everything that a page says about it, a brief one with only the sentences of its claims.

    Raises KeyError where a claim of it is missing.
    """
    earlier, later = sides(comparison, change)
    both = earlier is not None and later is not None
    return ChangeView(
        id=change.id,
        kind=change.kind,
        kind_words=words.kind_words(change),
        also=tuple(words.KIND[kind] for kind in change.also),
        heading=heading(earlier.claim if earlier else None, later.claim if later else None),
        explanation=change.explanation,
        earlier=None if earlier is None else side(earlier, Tone.EARLIER, brief),
        later=None if later is None else side(later, Tone.LATER, brief),
        together=words.capital(words.RELATION[change.relation]) if change.relation else None,
        acknowledged=words.capital(words.acknowledgement(change.stated_basis)) if both else None,
        confidence=words.capital(words.sureness(change)),
        sure=change.confidence >= SURE,
        evidence_for=tuple(words.capital(reason) for reason in change.evidence_for),
        evidence_against=tuple(words.capital(reason) for reason in change.evidence_against),
        status=words.capital(words.STATUS[change.status]),
    )


def side(said: Said, tone: Tone, brief: bool = False) -> Side:
    """The wording of one claim in its statement, a brief one with only the sentences of the claim."""
    figure = said.claim.figure
    return Side(
        tone=tone,
        byline=byline(said.statement),
        excerpt=excerpt(said.statement.text, mark(said.claim, tone), brief),
        read_as=None if figure is None else read_as(figure),
        sources=() if figure is None else reading_sources(figure),
    )


def read_as(figure: Figure) -> str | None:
    """How a figure is read, in words; None where that says no more than the figure itself."""
    said = unsourced_words(figure)
    if said.casefold() == figure.text.casefold() or figure.kind is FigureKind.UNIVERSAL:
        return None
    return said if figure.kind is FigureKind.VAGUE else f"{READ_AS} {said}"


def byline(statement: Statement) -> Byline:
    """What stands above a wording."""
    channels = [part for part in (statement.channel, statement.outlet) if part]
    return Byline(
        statement=statement.id,
        date=words.moment_words(statement.issued),
        issued=statement.issued,
        organisation=statement.organisation,
        title=statement.title,
        channel=", ".join(channels) or None,
        source=statement.source,
        recast=statement.wording == RECAST,
    )


def mark(claim: Claim, tone: Tone) -> Mark:
    """The stretch of a claim, and of its figure, in its statement."""
    figure = None if claim.figure is None else (claim.figure.start, claim.figure.end)
    return Mark(claim.start, claim.end, tone, figure)
