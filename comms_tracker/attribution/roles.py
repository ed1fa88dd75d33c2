"""What a paragraph is for in an article or a press release: headline, byline, body, correction, or background."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from comms_tracker.attribution.layout import Layout

_BACKGROUND = re.compile(
    r"(?:#+\s*)?(?:(?:notes?|information) (?:to|for) (?:the )?(?:editors?|journalists?|media)|"
    r"about (?:us|the [a-z ]{1,40}|[A-Z][\w&’' -]{1,60})|(?:for )?(?:media|press) (?:enquiries|inquiries|contacts?)|"
    r"contact(?:s| details)?|background)\s*:?\s*$",
    re.I,
)
_ENDS = re.compile(r"[-–—\s#*]*(?:ends?|###|\* \* \*)[-–—\s#*.]*$", re.I)
_CORRECTION = re.compile(
    r"\(?\s*(?:corrections?|clarifications?|update|amended|editor[’']s note)\b.{0,40}?[:–—]|an earlier version of this|"
    r"this (?:article|story|report|piece|headline) (?:was|has been|is)\b.{0,40}\b(?:amended|corrected|updated|changed)|"
    r"this (?:article|story) previously",
    re.I,
)
_BYLINE = re.compile(r"(?:by|from|words|reporting by)\b", re.I)
_CAPTION = re.compile(r"(?:(?:photo|picture|image)(?:graph)?(?: caption| credit)?|caption|pictured)\s*:", re.I)
_RELEASE = re.compile(
    r"^[^\S\n]*+(?:(?:for immediate release|press release|media statement|news release|notes? (?:to|for) editors?|"
    r"statement (?:from|by|on)\b.*)\s*:?|[-–—\s#*]*+ends[-–—\s#*.]*)\s*$",
    re.I | re.M,
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_OFTEN = 2
"""Times: an outlet that says "we" once is not the organisation speaking."""


class Role(StrEnum):
    """What a paragraph does in its article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    CORRECTION = "correction"
    BACKGROUND = "background"


def roles(laid: Layout) -> list[Role]:
    """The role of each paragraph; what follows ENDS or a heading such as "Notes to editors" is background."""
    found: list[Role] = []
    background = False
    for number, (start, end) in enumerate(laid.paragraphs):
        words = laid.text[start:end]
        background = background or (number > 0 and (_BACKGROUND.match(words) or _ENDS.match(words)) is not None)
        found.append(_role(laid, number, words, background=background))
    return found


def _role(laid: Layout, number: int, words: str, *, background: bool) -> Role:
    if laid.paragraphs[number] == laid.headline:
        return Role.HEADLINE
    if _CORRECTION.match(words):
        return Role.CORRECTION
    if background:
        return Role.BACKGROUND
    is_line = len(words) < 120 and number < 4 and not words.rstrip().endswith((".", "!", "?", "”", '"'))
    return Role.BYLINE if _CAPTION.match(words) or (is_line and _BYLINE.match(words)) else Role.BODY


def is_release(laid: Layout, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the text is an organisation's own: it says so, or speaks in the first person outside every quotation."""
    if _RELEASE.search(laid.text):
        return True
    first_person = [
        found
        for stretch in laid.stretches
        for found in _OURS.finditer(laid.text, stretch.start, stretch.end)
        if not any(start <= found.start() < end for start, end in quoted)
    ]
    return len(first_person) >= _OFTEN
