"""A text's words with their grammar as plain records, for the stages that compare more of a text than its claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from comms_tracker.claims.extract import segments_of, statement_claims, to_parse
from comms_tracker.claims.segments import Segment
from comms_tracker.language import parses
from comms_tracker.quantities import read_figures
from comms_tracker.records import Claim, Figure, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

Parse: TypeAlias = "Callable[[Iterable[str]], Iterator[Doc]]"
WORD = re.compile(r"\w+")


class Word(NamedTuple):
    """One token: its text, lemma in small letters, part of speech (Universal Dependencies), head and place.

    ``head`` is the place of its head among the outline's words; a root is its own head. ``start`` is an offset. A tuple
    and no dataclass, since there is one for every token and making it is most of what it costs.
    """

    text: str
    lemma: str
    part: str
    head: int
    start: int

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Outline:
    """A text with its words and figures in order, and its claims where they were asked for."""

    text: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()


def iter_outlines(
    texts: Iterable[str], with_claims: Container[str] = (), parse: Parse | None = None
) -> Iterator[Outline]:
    """The outline of each text, in step; claims are extracted from the texts that are in ``with_claims``.

    ``parse`` gives the parse of each paragraph, in step (default: the pinned pipeline's, in batches).
    Each text is parsed once, whatever is asked for. Raises ModelError and InputError as extraction does.
    """
    statements = (Statement(id="text", text=text) for text in texts)
    ahead, behind = tee((statement, segments_of(statement)) for statement in statements)
    docs = (parse or parses)(to_parse(segment) for _, found in ahead for segment in found)
    for statement, found in behind:
        parsed, text = list(zip(found, docs, strict=False)), statement.text
        figures = tuple(read_figures(text))
        claims = tuple(statement_claims(statement, parsed, figures=figures)) if text in with_claims else ()
        yield Outline(text, tuple(_words(text, parsed)), figures, claims)


def _words(text: str, parsed: Iterable[tuple[Segment, Doc]]) -> Iterator[Word]:
    """The words of the segments in order, and as names those that are not parsed: labels and the cells of tables."""
    count = position = 0
    for segment, doc in parsed:
        if not len(doc):
            continue
        for word in _names(text, position, segment.start, count):
            yield word
            count += 1
        for token in doc:
            head, place = token.head.i + count, segment.start + token.idx
            own = text[place : place + len(token)]
            # What the parser was given in the place of a few words, such as 3.50 for 3.5m, is nobody's word.
            lemma = token.lemma_ if own == token.text else own
            yield Word(own, lemma.lower(), token.pos_, head, place)
        count += len(doc)
        position = segment.end
    yield from _names(text, position, len(text), count)


def _names(text: str, start: int, end: int, count: int) -> Iterator[Word]:
    for place, found in enumerate(WORD.finditer(text, start, end), start=count):
        yield Word(found.group(), found.group().lower(), "PROPN", place, found.start())
