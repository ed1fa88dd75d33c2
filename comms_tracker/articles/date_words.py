"""The words by which an article dates a statement that it quotes: in the naming, not in what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.articles.named_days import HOLIDAY
from comms_tracker.attribution import Passage
from comms_tracker.claims.moments import DAY_DATE, MONTH, YEAR
from comms_tracker.records import Voice

_UNIT = r"(?:hour|day|night|week|fortnight|month|year)s?"
_NEAR = r"(?:(?:nearly|almost|just under|less than|more than|just over|over|about|around|only|just) )?"
_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime))?"
_WHEN = re.compile(
    rf"\b(?i:{_NEAR}(?:\w+|a couple of) {_UNIT} (?:after|before)\b[^.;:“\"]*)|"
    rf"\b(?i:{_NEAR}(?:\w+|a couple of) {_UNIT} (?:ago|later|earlier))(?i: today)?\b|"
    rf"\b(?i:late |early )?(?:(?i:last|this|next) (?i:week|month|year|night|weekend|morning|afternoon|evening)|"
    rf"(?i:yesterday|today|tonight|overnight)){_PART}|"
    rf"\b(?i:earlier (?:today|this (?:week|month|year)))|\b(?i:over the (?:bank holiday )?weekend)|"
    rf"\b(?i:the (?:day|week) (?:before|after)|the (?:previous|following|next|same) (?:day|week|morning|evening))\b|"
    rf"\b(?i:th(?:at|is)(?: same)? (?:day|morning|afternoon|evening|night))\b|\b(?i:at the time|back then)\b|"
    rf"{HOLIDAY.pattern}|"
    rf"(?i:late |early )?{DAY_DATE}(?: (?i:last year))?{_PART}|"
    rf"\b(?i:in |late |early |mid-)(?:{MONTH})(?: {YEAR}| (?i:of )?(?i:last year))?|\b(?i:in ){YEAR}\b"
)


_ONCE = r"(?:initially|originally|previously|at first)"


def date_words(text: str, paragraph: tuple[int, int], passage: Passage, found: Sequence[Passage]) -> tuple[str, ...]:
    """The date words of a passage: of the sentence that names its speaker, else of the sentence right before it.

    What is between marks or in the reported clause dates something else. Empty where the article has none.
    """
    covered = [(one.start, one.end) for one in found if one.voice in {Voice.QUOTED, Voice.REPORTED}]
    first = _sentence_start(text, paragraph[0], passage.start, covered)
    free = _free(text, first, _sentence_end(text, passage.end, paragraph[1]), covered)
    own = tuple(when for words in free for when in _all(words))
    if own:
        return own
    above = text[: paragraph[0]].rstrip() if first <= paragraph[0] else ""
    if above.endswith(":"):
        return _all(above[_sentence_start(above, above.rfind("\n") + 1, len(above), covered) :])
    before = [one for one in found if one.voice is Voice.NARRATION and one.role == "body" and one.end <= first]
    if not before or (text[before[-1].end : first].strip() and before[-1].start < paragraph[0]):
        return ()
    words = text[before[-1].start : before[-1].end]
    return _all(words) if before[-1].start >= paragraph[0] and not text[before[-1].end : first].strip() else ()


def said_before(text: str, paragraph: tuple[int, int], passage: Passage, found: Sequence[Passage]) -> str | None:
    """The words by which a passage without a date is of an earlier occasion: "initially", "had insisted"; or None."""
    if not passage.cue:
        return None
    covered = [(one.start, one.end) for one in found if one.voice in {Voice.QUOTED, Voice.REPORTED}]
    first = _sentence_start(text, paragraph[0], passage.start, covered)
    free = " ".join(_free(text, first, _sentence_end(text, passage.end, paragraph[1]), covered))
    cue = re.escape(passage.cue)
    told = re.search(
        rf"\b(?P<before>{_ONCE}),? (?:[^,;:.]{{0,40}} )?{cue}\b|\b{cue} (?P<behind>{_ONCE})\b|"
        rf"\b(?P<had>had) (?:\w+ )?{cue}\b",
        free,
        re.I,
    )
    if told is None:
        return None
    return told["before"] or told["behind"] or " ".join(told.group().split())


def _all(words: str) -> tuple[str, ...]:
    return tuple(when.group().split(", that ")[0].strip(" ,") for when in _WHEN.finditer(words))


def _free(text: str, start: int, end: int, covered: Sequence[tuple[int, int]]) -> list[str]:
    """The stretches of a sentence in which nobody is quoted or reported."""
    stretches: list[str] = []
    position = start
    for first, last in sorted(covered):
        if last <= start or first >= end:
            continue
        stretches.append(text[position : max(position, first)])
        position = max(position, last)
    return [*stretches, text[position:end]]


def _sentence_start(text: str, low: int, place: int, covered: Sequence[tuple[int, int]]) -> int:
    """Where the sentence that holds ``place`` begins."""
    start = low
    for found in re.finditer(
        r"(?<!\b[DMS]r)(?<!\b(?:Mrs|Rev|Gov|Sen))(?<!\bProf)[.!?][\"”’']?\s+(?=[A-Z“‘\"'])", text[low:place]
    ):
        at = low + found.end()
        if not any(first < at - 1 < last for first, last in covered):
            start = at
    return start


def _sentence_end(text: str, place: int, high: int) -> int:
    found = re.search(r"[.!?](?=\s|$)", text[place:high])
    return place + found.end() if found is not None else high
