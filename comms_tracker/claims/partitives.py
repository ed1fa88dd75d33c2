"""Parts and wholes: an aside on those counted ("..., none of them seriously"), and a whole before its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.patterns import ends

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from comms_tracker.claims.anchors import Anchor

MARKS = frozenset({",", ";", ":", ".", "?", "!", "(", ")", "-"})
TENSED = frozenset({"VBD", "VBP", "VBZ", "MD", "VB"})
ZERO = frozenset({"neither", "none"})
QUANTIFIERS = ZERO | {"all", "both", "some"}
OPENING = 6
"""Tokens that the opening of an aside has at most, its mark among them."""


def aside_at(doc: Doc, at: int) -> Span | None:
    """The aside that begins at a quantifier, None where none does or where it has a tensed verb of its own.

    How it opens is the rule "aside" of lexicon/patterns.toml; it goes as far as the next mark or conjunction.
    """
    for first in (at - 1, at - 2) if doc[at].lower_ in QUANTIFIERS else ():
        if first > 0 and any(end > at + 1 for end in ends("aside", doc[first : at + OPENING - 1])):
            break
    else:
        return None
    end = at + 1
    while end < len(doc) and doc[end].text not in MARKS and doc[end].dep_ != "cc":
        if doc[end].tag_ in TENSED:
            return None
        end += 1
    return doc[at:end]


def is_aside(anchor: Anchor) -> bool:
    """Whether the figure is the quantifier of such an aside, and so a part of what another figure says."""
    return aside_at(anchor.span.doc, anchor.span.start) is not None


def aside_after(anchor: Anchor) -> str | None:
    """The words of the aside on what the figure counts, where one follows before the next number of the sentence."""
    token: Token
    for token in anchor.span.doc[anchor.span.end : anchor.root.sent.end]:
        if token.like_num or token.text in {";", "?", "!"}:
            return None
        aside = aside_at(token.doc, token.i)
        if aside is not None:
            return aside.text if limits(aside) else None
    return None


def limits(aside: Span) -> bool:
    """Whether an aside is about every one of those counted: "some of them twice" and "all as a precaution" are not."""
    first = aside[0].lower_
    return first in ZERO or (first != "some" and len(aside) > 1 and aside[1].lower_ == "of")


def is_bare_whole(anchor: Anchor) -> bool:
    """Whether the figure is a known whole of which the part alone is told: "12 of the 60 pupils were hurt"."""
    doc, first, noun = anchor.span.doc, anchor.span.start - 2, anchor.noun
    if (
        first < 1
        or noun is None
        or noun.i < anchor.span.end
        or doc[first].lower_ != "of"
        or doc[first + 1].lower_ not in {"the", "these", "those"}
    ):
        return False
    return is_part(doc[first - 1]) and not any(child.i > noun.i and child.dep_ != "punct" for child in noun.children)


def names_the_whole(span: Span, verb: Token) -> bool:
    """Whether a figure names the whole whose part the clause tells of: "Of the 31 boards, 29 ...", "29 of the 31"."""
    doc, first = span.doc, span.start - 1
    if first >= 0 and doc[first].pos_ in {"DET", "PRON"}:
        first -= 1
    if first < 0 or doc[first].lower_ != "of":
        return False
    if first > 0 and is_part(doc[first - 1]):
        return True
    if verb.i < span.start:
        return False
    if first > 0 and doc[first - 1].lower_ == "out":
        first -= 1
    begins = first == 0 or doc[first].is_sent_start or doc[first - 1].is_punct or doc[first - 1].dep_ == "cc"
    return begins and any(token.like_num or token.pos_ == "NUM" for token in doc[span.end : verb.i])


def is_part(token: Token) -> bool:
    """Whether the word before "of" is that of a part: "29 of the 31", "12 per cent of the 60", "none of the 60"."""
    lemma = token.lemma_.lower()
    return token.like_num or token.pos_ == "NUM" or lemma in grammar().quantifiers | grammar().shares
