"""Where claims are made: a parsed segment of a statement, with what every figure of it asks of its surroundings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from comms_tracker.claims import polarity as stances
from comms_tracker.claims.hearing import hearing
from comms_tracker.claims.outsiders import Heard
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.speakers import speaker_of, tells
from comms_tracker.records import Figure, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIGURES_IN_MIND = 200
"""What a figure may go on with; more would make the time for a long text grow with the square of its length."""
FIGURES_AHEAD = 3
"""How many that follow are looked at."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What every figure of a sentence asks about it, read once; ``start`` and ``end`` count in the statement.

    ``telling`` are its verbs of reporting, by which somebody else may be speaking.
    """

    start: int
    end: int
    words: str
    denies_by_phrase: bool
    telling: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where claims are made: the statement, all its figures in order, and the segment that was parsed.

    ``heard`` is who else was heard in the segments before.
    """

    statement: Statement
    figures: tuple[Figure, ...]
    segment: Segment
    doc: Doc
    heard: Heard = field(default_factory=Heard)
    sentences: dict[int, Sentence] = field(default_factory=dict, compare=False, repr=False)

    def before(self, figure: Figure) -> Sequence[Figure]:
        """The statement's figures that stand before this one, as many as a reader has in mind."""
        end = bisect_right(self.figures, figure.start, key=lambda other: other.end)
        return self.figures[max(0, end - FIGURES_IN_MIND) : end]

    def after(self, figure: Figure) -> Sequence[Figure]:
        """The next few of the statement's figures behind this one."""
        start = bisect_left(self.figures, figure.end, key=lambda other: other.start)
        return self.figures[start : start + FIGURES_AHEAD]

    def neighbours(self, figure: Figure) -> Sequence[Figure]:
        """The figure with the one before it and the one after it."""
        start = bisect_left(self.figures, figure.start, key=lambda other: other.start)
        return self.figures[max(0, start - 1) : start + 2]

    def sentence(self, token: Token) -> Sentence:
        """The sentence that a token is in."""
        sent = token.sent
        found = self.sentences.get(sent.start)
        if found is None:
            start, end = self.segment.start + sent.start_char, self.segment.start + sent.end_char
            words = self.words(start, end)
            found = Sentence(start, end, words, stances.has_denial(words), tuple(filter(tells, sent)))
            self.sentences[sent.start] = found
        return found

    def speaker(self, token: Token) -> str | None:
        """Another speaker who makes the claim at a token, or None where the organisation does."""
        heard = hearing(self.doc, self.heard)[token.sent.start]
        return speaker_of(token, self.segment, self.sentence(token).telling, heard)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The bounds in the statement of the tokens [first, last]."""
        return self.segment.start + self.doc[first].idx, self.segment.start + self.doc[last].idx + len(self.doc[last])

    def words(self, start: int, end: int) -> str:
        """The folded words of a span of the statement."""
        return self.segment.text[start - self.segment.start : end - self.segment.start]
