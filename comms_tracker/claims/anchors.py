"""A figure in its parse: the words it hangs by, with the noun that it counts and the verb that says what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from comms_tracker.claims.counted import counted_noun
from comms_tracker.claims.governing import governing_verb, own_verb
from comms_tracker.claims.partitives import names_the_whole
from comms_tracker.records import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a figure hangs: ``root`` heads its words, ``noun`` is what it counts, ``verb`` what happened.

    ``elided`` says that the text leaves the noun out and an antecedent is wanted.
    """

    figure: Figure
    span: Span
    root: Token
    noun: Token | None
    verb: Token | None
    elided: bool = False


def anchor(figure: Figure, doc: Doc, offset: int) -> Anchor:
    """Hang ``figure`` (offsets in the statement) in the segment's parse, whose text starts at ``offset``."""
    span = cast("Span", doc.char_span(figure.start - offset, figure.end - offset, alignment_mode="expand"))
    root = core(span)
    noun, elided = counted_noun(figure, span, root)
    verb = governing_verb(noun if noun is not None else root)
    if verb is not None and names_the_whole(span, verb):
        verb = own_verb(noun) if noun is not None else None
    return Anchor(figure, span, root, noun, verb, elided)


def core(span: Span) -> Token:
    """The token of the figure that hangs highest, the number before its approximator."""
    root = span.root
    if root.pos_ in {"ADV", "ADP", "DET", "PART", "CCONJ", "PUNCT", "VERB"} and len(span) > 1:
        numbers = [token for token in span if token.like_num or token.pos_ in {"NUM", "NOUN"}]
        if numbers:
            return next((token for token in numbers if token.head not in numbers), numbers[-1])
    return root
