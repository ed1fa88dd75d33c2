"""A text laid out for attribution: its paragraphs, what stands between marks, and the stretches that are left."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.attribution.blocks import Block, blocks, headline
from comms_tracker.attribution.marks import Marked, marked
from comms_tracker.attribution.paragraphs import paragraphs, sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one paragraph with no quotation in it, and the quotations right before and after it."""

    start: int
    end: int
    paragraph: int
    before: Marked | None
    after: Marked | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs, the words between marks, and all else, each in order of place.

    What stands in the headline or in a quotation without marks is in neither ``marked`` nor ``stretches``.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    marked: tuple[Marked, ...]
    stretches: tuple[Stretch, ...]
    headline: tuple[int, int] | None = None
    blocks: tuple[Block, ...] = ()

    def paragraph_of(self, place: int) -> int:
        """The number of the paragraph that ``place`` is in."""
        return max(0, sum(start <= place for start, _ in self.paragraphs) - 1)

    def pre(self, quote: Marked) -> Stretch | None:
        """The stretch right before a quotation in its paragraph."""
        return next((one for one in self.stretches if one.after is quote), None)

    def post(self, quote: Marked) -> Stretch | None:
        """The stretch right after a quotation in the paragraph in which it ends."""
        return next((one for one in self.stretches if one.before is quote), None)

    def sentences(self, stretch: Stretch) -> list[tuple[int, int]]:
        """The bounds of the sentences, and of their parts, in a stretch."""
        words = self.text[stretch.start : stretch.end]
        start = stretch.start + len(words) - len(words.lstrip())
        return sentences(self.text, start, start + len(words.strip())) if words.strip() else []


def layout(text: str) -> Layout:
    """The layout of a text."""
    bounds = paragraphs(text)
    top = headline(text, bounds)
    apart = blocks(text, bounds)
    quoted = {start for block in apart for start, _ in block.paragraphs}
    plain = [(start, end) for start, end in bounds if (start, end) != top and not quoted & set(range(start, end))]
    quotes = marked(text, plain)
    stretches: list[Stretch] = []
    for number, (start, end) in enumerate(bounds):
        if (start, end) not in plain:
            continue
        here = [quote for quote in quotes if quote.start < end and quote.end > start]
        position, before = start, None
        for quote in here:
            if quote.start > position:
                stretches.append(Stretch(position, quote.start, number, before, quote))
            position, before = max(position, quote.end), quote
        if position < end:
            stretches.append(Stretch(position, end, number, before, None))
    return Layout(text, tuple(bounds), tuple(quotes), tuple(stretches), top, tuple(apart))
