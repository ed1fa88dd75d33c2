"""A text to its passages: who speaks in each, in which voice, in order of place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comms_tracker.attribution.indirect import clause_start
from comms_tracker.attribution.layout import Layout, layout
from comms_tracker.attribution.marks import MARKS
from comms_tracker.attribution.paragraphs import sentences
from comms_tracker.attribution.phrases import lead_end
from comms_tracker.attribution.quotations import read
from comms_tracker.attribution.records import Passage, Quotation, QuotationKind
from comms_tracker.attribution.roles import Role, is_release, roles
from comms_tracker.records import Voice

_VOICES = {
    QuotationKind.DIRECT: Voice.QUOTED,
    QuotationKind.MIXED: Voice.REPORTED,
    QuotationKind.INDIRECT: Voice.REPORTED,
}
_BLANK = "X"
_NAMES = re.compile(r"[^.!?]{3,160}:|[-–—]{1,2} ?[^.!?:]{3,120}", re.S)
_AND = re.compile(r"[,;]?\s+(?:and|but|while)\s")


def passages(text: str) -> list[Passage]:
    """The passages of an article or a press release, in order of place.

    The outlet's own sentences are narration, headline, byline and corrections with them; in a press release they are
    the organisation's own words. The words that only name a speaker ("she said") are in no passage.
    """
    laid = layout(text)
    found = [one for one in read(laid) if not one.nested]
    own = Voice.OWN if is_release(laid, [(one.start, one.end) for one in found]) else Voice.NARRATION
    done: list[Passage] = []
    for number, role in enumerate(roles(laid)):
        start, end = laid.paragraphs[number]
        if role in {Role.BODY, Role.BACKGROUND}:
            here = [one for one in found if one.start < end and one.end > start]
            if not here and _only_names(laid.text[start:end], start, end, found):
                continue
            done += _of_paragraph(laid, (start, end), here, own, role)
        else:
            voice = own if role is Role.HEADLINE else Voice.NARRATION
            done.append(Passage(start, end, voice, role.value))
    return done


def _only_names(words: str, start: int, end: int, found: Sequence[Quotation]) -> bool:
    """Whether a paragraph only names who is quoted above or below: "And from Chair Jane Doe:", "- Jane Doe, chair"."""
    named = any(one.speaker_start is not None and start <= one.speaker_start < end for one in found)
    return named and _NAMES.fullmatch(words.strip()) is not None


def _of_paragraph(
    laid: Layout, bounds: tuple[int, int], found: Sequence[Quotation], own: Voice, role: Role
) -> Iterator[Passage]:
    masked = _masked(laid.text, bounds, found)
    for start, end in sentences(masked, 0, len(masked)):
        first, last = bounds[0] + start, bounds[0] + end
        here = [one for one in found if one.start < last and one.end > first]
        if not here:
            yield Passage(first, last, own, role.value)
        elif role is Role.BACKGROUND:
            yield Passage(first, last, own, role.value, here[0].speaker)
        else:
            begun = [one for one in here if one.start >= first or first == bounds[0]]
            for one in begun:
                apart = [(each.start, each.end) for each in begun if each.kind is QuotationKind.INDIRECT]
                yield from _spoken(laid.text, one, (first, last), bounds, apart)


def _spoken(
    text: str, one: Quotation, sentence: tuple[int, int], bounds: tuple[int, int], apart: Sequence[tuple[int, int]]
) -> Iterator[Passage]:
    """The passages of a quotation in its paragraph: its own words, or the clause in which the outlet reports them.

    ``apart`` are the clauses of its sentence that are reported by themselves.
    """
    spans = [(one.start, one.end)]
    if one.kind is QuotationKind.MIXED:
        spans = [_without(text, _clause(text, one, sentence), one, apart)]
    elif one.fragments:
        spans = [_with_marks(text, *span) for span in one.fragments]
    for start, end in spans:
        if start < bounds[1] and end > bounds[0]:
            yield Passage(start, end, _VOICES[one.kind], Role.BODY.value, one.speaker, one.speaker_name, one.cue)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The words with the marks right around them."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return start - (before != "" and before in MARKS), end + (after != "" and after in MARKS)


def _clause(text: str, one: Quotation, sentence: tuple[int, int]) -> tuple[int, int]:
    """The outlet's clause around words that are quoted in it: behind "said that", or up to ", the trust said"."""
    start, end = min(sentence[0], one.start), max(sentence[1], one.end)
    cue = one.cue or ""
    before = text.rfind(cue, start, one.start) if cue else -1
    if before >= 0:
        start = clause_start(text, before + len(cue), one.start, cue)
    elif cue and (after := text.find(cue, one.end, end)) >= 0:
        named = one.speaker_start if one.speaker_start is not None and one.end <= one.speaker_start < end else after
        end = min(after, named)
    if _only_when(text[one.end : end]):
        end = one.end
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,:"))
    words = text[start:end].rstrip(" ,.;")
    return start, max(start + len(words), one.end)


def _only_when(words: str) -> bool:
    """Whether the words behind a quotation only date it: "spoke of “a few cases” in April"."""
    inner = words.strip(" .,;") + " "
    return lead_end(inner, 0, len(inner)) >= len(inner)


def _without(text: str, span: tuple[int, int], one: Quotation, apart: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The clause around a quotation up to what its sentence reports apart from it."""
    start, end = span
    for first, last in apart:
        if start < last <= one.start:
            joint = _AND.match(text, last, one.start)
            start = clause_start(text, joint.end() if joint is not None else last, one.start, "")
        elif one.end <= first < end:
            joint = _AND.search(text, one.end, first)
            end = max(one.end, joint.start() if joint is not None else one.end)
            end = one.end if _only_when(text[one.end : end]) else end
    return start, end


def _masked(text: str, bounds: tuple[int, int], found: Sequence[Quotation]) -> str:
    """The paragraph with the words between marks hidden, so that no sentence ends inside a quotation."""
    letters = list(text[bounds[0] : bounds[1]])
    for one in found:
        for start, end in one.fragments:
            first, last = max(start, bounds[0]) - bounds[0], min(end, bounds[1]) - bounds[0]
            inside = re.sub(r"\S", _BLANK, "".join(letters[first : max(first, last - 1)]))
            letters[first : max(first, last - 1)] = inside
    return "".join(letters)
