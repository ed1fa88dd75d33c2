"""A parse that somebody else's spaCy pipeline made, taken over for the segments of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.segments import Segment, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEEDED = ("TAG", "POS", "LEMMA", "DEP")


def has_usable_parse(doc: Doc) -> bool:
    """Whether a Doc brings all that the rules read: an English pipeline's tags, lemmas and dependencies."""
    return doc.lang_ == "en" and all(doc.has_annotation(layer) for layer in NEEDED)


def segment_doc(doc: Doc, segment: Segment) -> Doc:
    """The part of a parsed Doc that is one segment, as a Doc of its own with the segment's folded text.

    A token that the segment's bounds cut is cut with them; one whose head is outside becomes a root.
    """
    from spacy.tokens import Doc as NewDoc

    tokens = list(doc.char_span(segment.start, segment.end, alignment_mode="expand") or ())
    first = tokens[0].i if tokens else 0
    heads = [token.head.i - first for token in tokens]
    roots = [not 0 <= head < len(tokens) for head in heads]
    return NewDoc(
        doc.vocab,
        words=[_words(token, segment) for token in tokens],
        spaces=[_end(token) < segment.end and token.whitespace_ != "" for token in tokens],
        tags=[token.tag_ for token in tokens],
        pos=[token.pos_ for token in tokens],
        morphs=[str(token.morph) for token in tokens],
        lemmas=[token.lemma_ for token in tokens],
        heads=[place if root else head for place, (head, root) in enumerate(zip(heads, roots, strict=True))],
        deps=["ROOT" if root else token.dep_ for token, root in zip(tokens, roots, strict=True)],
    )


def _words(token: Token, segment: Segment) -> str:
    """The folded text of a token inside the segment."""
    return fold(token.text[max(0, segment.start - token.idx) : segment.end - token.idx])


def _end(token: Token) -> int:
    return token.idx + len(token)
