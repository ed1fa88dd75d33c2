"""Paragraphs that a text sets apart: its headline, and a quotation without marks below "Last night it said:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.attribution.cues import Cue, before_colon, cues, giving_account
from comms_tracker.attribution.marks import MARKS, block_quote_start
from comms_tracker.attribution.paragraphs import sentences

LONGEST_HEADLINE = 200
"""Characters."""
_ENDED = re.compile(r"[.!?:;,…]\s*$")
_OWN_WORDS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Ww]e[’']\w+|I|[Mm]y|me|I[’']\w+)\b")
_NO_WORDS = re.compile(r"[-–—*•#|]|\(?\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A quotation without marks: its paragraphs, and the cue of the line above it."""

    paragraphs: tuple[tuple[int, int], ...]
    cue: Cue


def headline(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The bounds of the headline: a short first line that no mark ends or that is in title case, with text below it."""
    if len(paragraphs) < 2:
        return None
    start, end = paragraphs[0]
    words = text[start:end].rstrip(MARKS + " ")
    short = end - start <= LONGEST_HEADLINE and len(words.split()) > 2
    is_one = short and (not _ENDED.search(words) or _in_title_case(words))
    return (start, end) if is_one else None


def _in_title_case(words: str) -> bool:
    """Whether the longer words have capitals, as in "Residents Say Fumes Made Them Sick. The Company Disagrees."."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > 3]
    return len(longer) > 2 and all(word[0].isupper() for word in longer)


def blocks(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Block]:
    """The quotations without marks, in order of place.

    The paragraph below the line that introduces it is one; those that follow belong to it as long as they go on in the
    first person, or are marked as a quotation's lines (">").
    """
    found: list[Block] = []
    number = 0
    while number + 1 < len(paragraphs):
        cue = _introduces(text, *paragraphs[number])
        number += 1
        if cue is None:
            continue
        taken: list[tuple[int, int]] = []
        while number < len(paragraphs) and _goes_on(text, paragraphs[number], len(taken)):
            start, end = paragraphs[number]
            taken.append((block_quote_start(text, start, end), end))
            number += 1
        if taken:
            found.append(Block(tuple(taken), cue))
    return found


def _introduces(text: str, start: int, end: int) -> Cue | None:
    """The cue of a paragraph that ends in a colon behind it: "the group wrote:", "it issued a fuller account:"."""
    if not text[start:end].endswith(":"):
        return None
    begins = sentences(text, start, end)[-1][0]
    if any(mark in text[begins:end] for mark in '“”"'):
        return None
    found = [cue for cue in cues(text, begins, end) if not cue.after]
    if found and len(text[found[-1].end : end].split()) <= 6:
        return found[-1]
    return before_colon(text, begins, end) or giving_account(text, begins, end)


def _goes_on(text: str, paragraph: tuple[int, int], number: int) -> bool:
    start, end = paragraph
    if block_quote_start(text, start, end) > start:
        return True
    words = text[start:end]
    if words[:1] in MARKS or _NO_WORDS.match(words) or not words.endswith((".", "!", "?", "…")):
        return False
    return number == 0 or _OWN_WORDS.search(words) is not None
