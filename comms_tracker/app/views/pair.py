"""Two statements side by side: every claim marked and tied to its partner, and what differs word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, pairwise

from comms_tracker.app.views.differences import Part, Run, differences, mostly_alike
from comms_tracker.app.words import pair as pair_words
from comms_tracker.records import Change, Claim, Comparison, ReviewStatus, Statement
from comms_tracker.report import escape, words
from comms_tracker.report.change_view import byline
from comms_tracker.report.cutting import first_over, runs


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that looks alike: in which claim it is, whether in its figure, and whether only one text has it."""

    text: str
    claim: str | None
    figure: bool
    part: Part


@dataclass(frozen=True, slots=True)
class Pane:
    """One statement: what stands above it, and its whole text in segments that join up to it."""

    date: str
    about: str
    title: str
    source: str
    link: str | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two claims about the same thing, or one alone, and what is said of them when one is chosen."""

    earlier: str | None
    later: str | None
    note: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Two statements ready to be shown, ``focus`` the two claims to begin at.

    ``alike`` says whether they have enough words in common for what differs to be marked word by word; ``inline`` is
    both as one text where they have, else nothing.
    """

    earlier: Pane
    later: Pane
    alike: bool
    inline: tuple[Segment, ...]
    ties: tuple[Tie, ...]
    focus: tuple[str | None, str | None]

    def data(self) -> dict[str, object]:
        """The view as plain data for the component in the browser."""
        return asdict(self)


def pair_view(comparison: Comparison, earlier: Statement, later: Statement, change: Change | None = None) -> PairView:
    """Two statements of a comparison, opened at the claims of a change where they stand in these two."""
    first = [claim for claim in comparison.claims if claim.statement == earlier.id]
    second = [claim for claim in comparison.claims if claim.statement == later.id]
    ties = tuple(_ties(comparison, first, second))
    starts = {claim.id: claim.start for claim in (*first, *second)}
    linked = [(starts[tie.earlier], starts[tie.later]) for tie in ties if tie.earlier and tie.later]
    differing = differences(earlier.text, later.text, linked)
    focus = _focus(change, first, second)
    old = segments(earlier.text, _in_front(first, focus[0]), [run for run in differing if run.part is not Part.LATER])
    new = segments(later.text, _in_front(second, focus[1]), [run for run in differing if run.part is not Part.EARLIER])
    alike = mostly_alike(differing)
    inline = tuple(_merged(differing, old, new)) if alike else ()
    return PairView(_pane(earlier, old), _pane(later, new), alike, inline, ties, focus)


def _focus(change: Change | None, first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str | None, str | None]:
    if change is None:
        return None, None
    earlier = change.earlier if any(claim.id == change.earlier for claim in first) else None
    return earlier, change.later if any(claim.id == change.later for claim in second) else None


def _in_front(claims: Sequence[Claim], focus: str | None) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.id != focus, claim.start, claim.end))


def _ties(comparison: Comparison, first: Sequence[Claim], second: Sequence[Claim]) -> Iterator[Tie]:
    """The links between two statements: those of changes, and those of series that run through other statements."""
    old, new = {claim.id for claim in first}, {claim.id for claim in second}
    told: set[tuple[str, str]] = set()
    alone: dict[str, Tie] = {}
    for change in comparison.changes:
        if change.status is ReviewStatus.REJECTED:
            continue
        note = f"{words.kind_words(change)}. {words.capital(words.STATUS[change.status])}."
        if change.earlier in old and change.later in new:
            told.add((str(change.earlier), str(change.later)))
            yield Tie(change.earlier, change.later, note)
        elif change.earlier is None and change.later in new:
            alone[str(change.later)] = Tie(None, change.later, note)
        elif change.later is None and change.earlier in old:
            alone[str(change.earlier)] = Tie(change.earlier, None, note)
    for series in comparison.series:
        for one in (claim for claim in series.claims if claim in old):
            for other in (claim for claim in series.claims if claim in new):
                if (one, other) not in told:
                    yield Tie(one, other, pair_words.SAME_SERIES)
    yield from alone.values()


def segments(text: str, claims: Sequence[Claim], differing: Sequence[Run] = ()) -> tuple[Segment, ...]:
    """The text in segments; where claims overlap, the first one given has the words.

    ``differing`` are the runs that join up to the text, where it is shown beside another one.
    """
    ends = accumulate((len(run.text) for run in differing), initial=0)
    parts = [(span, run.part) for span, run in zip(pairwise(ends), differing, strict=True)]
    owner, part = first_over(((one.start, one.end), one) for one in claims), first_over(parts)
    spans = [(one.start, one.end) for claim in claims for one in (claim, claim.figure) if one]

    def look(place: int) -> tuple[str | None, bool, Part]:
        claim = owner(place)
        figure = claim.figure if claim else None
        in_figure = figure is not None and figure.start <= place < figure.end
        return claim.id if claim else None, in_figure, part(place) or Part.BOTH

    shown = escape.characters(text)
    found = runs(0, len(text), [*spans, *(span for span, _ in parts)], look)
    return tuple(Segment(shown[start:end], *looks) for start, end, looks in found)


def _merged(differing: Sequence[Run], earlier: Sequence[Segment], later: Sequence[Segment]) -> Iterator[Segment]:
    """Both texts as one: what both have once, with the later text's claims, and what each has of its own."""
    old, new = _by_part(earlier, Part.EARLIER), _by_part(later, Part.LATER)
    both = _by_part(later, Part.BOTH)
    for run in differing:
        source = old if run.part is Part.EARLIER else new if run.part is Part.LATER else both
        yield from _taken(source, len(run.text))


def _by_part(found: Sequence[Segment], part: Part) -> list[Segment]:
    return [segment for segment in found if segment.part is part][::-1]


def _taken(stack: list[Segment], length: int) -> Iterator[Segment]:
    """The next segments of a stack that are together so long; the last is cut where it has to be."""
    while length > 0:
        top = stack.pop()
        if len(top.text) > length:
            stack.append(Segment(top.text[length:], top.claim, top.figure, top.part))
            top = Segment(top.text[:length], top.claim, top.figure, top.part)
        length -= len(top.text)
        yield top


def _pane(statement: Statement, found: tuple[Segment, ...]) -> Pane:
    line = byline(statement)
    return Pane(
        date=line.date,
        about=escape.plain(line.about),
        title=escape.plain(line.title or ""),
        source=escape.plain(line.source or ""),
        link=escape.web_address(line.source),
        segments=found,
    )
