"""Hand-made claims for the tests of changes: figures are written out, so that no reader of text is tested with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comms_tracker.alignment.records import Alignment, Link, Release
from comms_tracker.changes import describe_changes, find
from comms_tracker.records import (
    Basis,
    Certainty,
    Change,
    ChangeKind,
    Claim,
    Figure,
    FigureKind,
    Finding,
    Measure,
    Polarity,
    Reading,
    ReadingAs,
    Relation,
    Series,
    Statement,
)

SURVEY = "survey of 46 readers"


def exact(words: str, number: float, unit: str | None = None) -> Figure:
    return Figure(words, 0, 0, FigureKind.EXACT, number, number, unit=unit)


def about(words: str, number: float, tolerance: float, unit: str | None = None) -> Figure:
    return Figure(words, 0, 0, FigureKind.APPROXIMATE, number, number, unit=unit, tolerance=tolerance)


def over(words: str, number: float, *, closed: bool = False, unit: str | None = None) -> Figure:
    return Figure(words, 0, 0, FigureKind.BOUND, number, None, low_open=not closed, unit=unit)


def under(words: str, number: float, *, closed: bool = False, unit: str | None = None) -> Figure:
    return Figure(words, 0, 0, FigureKind.BOUND, None, number, high_open=not closed, unit=unit)


def between(words: str, low: float, high: float, unit: str | None = None) -> Figure:
    return Figure(words, 0, 0, FigureKind.RANGE, low, high, unit=unit)


def per_cent(words: str, number: float, tolerance: float | None = None) -> Figure:
    return Figure(words, 0, 0, FigureKind.PROPORTION, number, number, unit="percent", tolerance=tolerance)


def vague(
    words: str,
    count: tuple[float, float] | None = None,
    share: tuple[float, float] | None = None,
    unit: str | None = None,
) -> Figure:
    readings = [Reading(ReadingAs.COUNT, *count, SURVEY)] if count else []
    readings += [Reading(ReadingAs.SHARE, *share, SURVEY)] if share else []
    return Figure(words, 0, 0, FigureKind.VAGUE, None, None, unit=unit, readings=tuple(readings))


def every(words: str) -> Figure:
    return Figure(words, 0, 0, FigureKind.UNIVERSAL, None, None)


def none(words: str) -> Figure:
    return Figure(words, 0, 0, FigureKind.UNIVERSAL, 0, 0)


def says(
    text: str,
    figure: Figure | None = None,
    *,
    event: str = "cancel",
    counted: str | None = "operation",
    scope: Sequence[str] = (),
    basis: Basis | None = None,
    period: str | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    certainty: Certainty = Certainty.ASSERTED,
    hedge: str | None = None,
    restated: bool = False,
    speaker: str | None = None,
    background: bool = False,
) -> Claim:
    """A claim whose words are ``text``; its figure's words are looked up in it."""
    if figure is not None:
        at = text.index(figure.text)
        figure = replace(figure, start=at, end=at + len(figure.text))
    measure = Measure(event, counted, tuple(scope), basis, period)
    return Claim(
        "",
        "",
        0,
        len(text),
        text,
        figure,
        measure,
        polarity,
        certainty,
        hedge,
        restated=restated,
        speaker=speaker,
        background=background,
    )


def denies(text: str, **more: object) -> Claim:
    """A denial whose words are ``text``."""
    return says(text, polarity=Polarity.DENIED, **more)  # type: ignore[arg-type]


def placed(claim: Claim, number: int, statement: Statement) -> Claim:
    """The claim where its words stand in the statement's text, with the figure moved along."""
    at = statement.text.index(claim.text)
    figure = claim.figure and replace(claim.figure, start=claim.figure.start + at, end=claim.figure.end + at)
    id_ = f"{statement.id}-{number}"
    return replace(claim, id=id_, statement=statement.id, start=at, end=at + len(claim.text), figure=figure)


def statement(
    id_: str, claims: Sequence[Claim], text: str | None, issued: str | None, outlet: str | None = None
) -> Statement:
    """A statement with that text, or with one sentence for each claim."""
    own = text if text is not None else " ".join(claim.text.rstrip(".") + "." for claim in claims)
    return Statement(id_, own, issued=issued, outlet=outlet)


def change(
    earlier: Claim,
    later: Claim,
    *,
    before: str | None = None,
    after: str | None = None,
    beside: Sequence[Claim] = (),
    confidence: float = 0.95,
    days: tuple[str | None, str | None] = ("2024-03-01", "2024-03-08"),
) -> Change:
    """The one change between two linked claims; ``beside`` are further claims of the later statement."""
    first = statement("a", [earlier], before, days[0])
    second = statement("b", [later, *beside], after, days[1])
    claims = [placed(earlier, 0, first), *(placed(claim, i, second) for i, claim in enumerate([later, *beside]))]
    alignment = Alignment((Release(("a",)), Release(("b",))), (Link("a-0", "b-0", confidence),), (), {}, (), ())
    (found,) = describe_changes([first, second], claims, alignment)
    return found


def findings(
    *said: tuple[Sequence[Claim], str | None],
    links: Sequence[tuple[str, str]] = (),
    copies: dict[str, str] | None = None,
    series: Sequence[Sequence[str]] = (),
    one_release: bool = False,
    issued: Sequence[str] = ("2024-03-01", "2024-03-08", "2024-03-15"),
) -> tuple[Finding, ...]:
    """The findings over statements given as (claims, text); their ids are a, b, c and the claims' a-0, a-1, b-0."""
    names = "abc"[: len(said)]
    statements = [
        statement(name, claims, text, day, f"Outlet {name.upper()}")
        for name, (claims, text), day in zip(names, said, issued, strict=False)
    ]
    claims = [
        placed(claim, i, own) for own, (list_, _) in zip(statements, said, strict=True) for i, claim in enumerate(list_)
    ]
    releases = (Release(tuple(names)),) if one_release else tuple(Release((name,)) for name in names)
    alignment = Alignment(
        releases,
        tuple(Link(*pair, 0.95) for pair in links),
        tuple(Series(f"series-{i}", Measure(), tuple(ids)) for i, ids in enumerate(series)),
        copies or {},
        (),
        (),
    )
    return find(statements, claims, alignment)


def kinds(found: Change) -> tuple[ChangeKind, tuple[ChangeKind, ...], Relation | None]:
    """What a change is called, what else holds, and whether both can be current."""
    return found.kind, found.also, found.relation
