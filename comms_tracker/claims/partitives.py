"""Parts and wholes: an aside on those counted ("..., none of them seriously"), and a whole before its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from comms_tracker.claims.anchors import Anchor

MARKS = frozenset({",", ";", ":", ".", "?", "!", "(", ")", "-"})
TENSED = frozenset({"VBD", "VBP", "VBZ", "MD"})
DESCRIBING = frozenset({"ADV", "ADJ", "ADP", "SCONJ"})


def aside_at(doc: Doc, at: int) -> Span | None:
    """The aside that begins at a token, None where none does.

    It stands behind a mark, begins with "all", "some" or "none" (and "of them", or with a word that describes), and
    has no tensed verb of its own: with one it is a clause, and may be a claim.
    """
    if not opens(doc, at):
        return None
    end = at + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in listed("partitive", "pronouns"):
        end += 2
    elif doc[at].lower_ not in listed("partitive", "alone") or end == len(doc) or doc[end].pos_ not in DESCRIBING:
        return None
    first = end
    while end < len(doc) and doc[end].text not in MARKS and doc[end].dep_ != "cc":
        if doc[end].tag_ in TENSED or (doc[end].pos_ in VERBS and doc[end].tag_ == "VB"):
            return None
        end += 1
    return doc[at:end] if end > first else None


def opens(doc: Doc, at: int) -> bool:
    """Whether a token is a quantifier behind a mark, perhaps with a joining word between: ", but none"."""
    if at < 2 or doc[at].lower_ not in listed("partitive", "quantifiers"):
        return False
    before = doc[at - 2] if doc[at - 1].lower_ in listed("partitive", "joining") else doc[at - 1]
    return before.text in MARKS - {".", "?", "!", ":"}


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
    return first in listed("partitive", "zero") or (first in listed("partitive", "alone") and aside[1].lower_ == "of")


def names_the_whole(span: Span, verb: Token) -> bool:
    """Whether a figure before its verb names the whole whose part the sentence tells of: "Of the 31 boards, 29 ..."."""
    doc, first = span.doc, span.start - 1
    if first >= 0 and doc[first].pos_ in {"DET", "PRON"}:
        first -= 1
    if first < 0 or doc[first].lower_ != "of" or verb.i < span.start:
        return False
    if first > 0 and doc[first - 1].lower_ == "out":
        first -= 1
    begins = first == 0 or doc[first].is_sent_start or doc[first - 1].is_punct or doc[first - 1].dep_ == "cc"
    return begins and any(token.like_num or token.pos_ == "NUM" for token in doc[span.end : verb.i])
