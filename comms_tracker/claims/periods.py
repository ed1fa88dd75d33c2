"""What a figure is a count of in time: a running total, an increment, one period, a share, progress or capacity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.calendar_names import MONTH, WEEKDAY
from comms_tracker.claims.dates import resolve_period
from comms_tracker.claims.events import events
from comms_tracker.claims.verbs import tense, verb_lemma
from comms_tracker.records import Basis, Figure
from comms_tracker.remembering import remembered

if TYPE_CHECKING:
    from spacy.tokens import Token

RANGE = 90
"""How many characters from the figure words of time may stand and still be said of it."""
SENTENCES_IN_MIND = 4
"""Of how many sentences the words of time are kept: every figure of a sentence asks for them."""
LIST_GAP = 5
"""How many words may stand between the figures of one list ("9 schools and another 22 shops")."""

DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:(?:the )?(?:{WEEKDAY} )?{DAY}(?: of)? {MONTH}|{MONTH}(?: {DAY})?|{WEEKDAY})(?: \d{{4}})?"
SPAN = r"(?:\w+ )?(?:hours?|days?|weeks?|months?|years?|fortnight|night)"
LATEST = rf"(?:in|over|during) the (?:past|last) {SPAN}"
EACH = r"(?:a|each|every|per) (?:day|week|month|year)"
# "Since" of time, and not of reason ("since three more were lost") or of "has since been posted".
SINCE = (
    rf"since (?:then|launch|midnight|noon|midday|yesterday|dawn|it began|{DATE}|(?:last|early|late|mid-?) ?\w+|"
    r"(?:the|that|this|its|our|their) (?!\w+ (?:was|were|had|has|have|is|are)\b)\w+(?: \w+)?)"
)
SINCE_END = r"(?:\s+(?:has|have|had|was|were|is|are))?$"
RUNNING = r"so far(?: this \w+)?|to date|up to now|until now|in all|in total|altogether"

PERIOD = re.compile(
    rf"\b(?:{SINCE}|{RUNNING}|{LATEST}|(?:this|last) (?:week|month|year|weekend|morning|quarter|summer|winter)|today|"
    rf"overnight|yesterday|at the weekend|{EACH}|daily|weekly|monthly|annually|"
    rf"(?:the )?week (?:to|ending|of) {DATE}|by (?:the end of )?{DATE})\b"
)
TOTAL = re.compile(rf"\b(?:{SINCE}|{RUNNING}|a total of|the total|cumulative|overall)\b", re.I)
ONE_PERIOD = re.compile(
    rf"\b(?:{LATEST}|in the week to|week (?:to|ending)|this week|last week(?!'s)|{EACH}|"
    r"(?:daily|weekly|monthly)(?!\s+\w+)|overnight|annually|yesterday)\b",
    re.I,
)
ADDED_BEFORE = re.compile(r"(?:another|a further|an additional|an extra|further)\b", re.I)
ADDED_BEFORE_FIGURE = re.compile(r"\b(?:another|a further|further|an additional|additional|an extra|extra)\s+$", re.I)
ADDED_AFTER = re.compile(r"\s+(?:(?:more|further|additional|extra|new)\s+\w+|\w+ more\b)", re.I)
# A share of more or of fewer is a change and no part of a whole: "a third fewer trains".
COMPARED = re.compile(r"\s+(?:more|fewer|less)\b(?! than \d)", re.I)
# Words of time say nothing of a figure beyond the end of their clause.
CLAUSE_END = re.compile(r"[;:]|, (?:and|but|while|since|though|after|following)\b")
CAPACITY = re.compile(
    r"\b(?:capacity|(?:able to|can|could) (?:hold|handle|take|carry|store|treat)"
    r"(?= (?:up to |about |around |at most |some |no more than )?\d)|up to \S+ (?:a|per) day can)\b",
    re.I,
)
STANDING = frozenset({"be", "have", "remain", "stand", "stay"})
PROGRESS_GROUPS = frozenset({"restore", "return", "notify"})


def basis_of(
    figure: Figure | None, text: str, place: int, event: str | None, before: Figure | None = None
) -> Basis | None:
    """What the figure is a count of in time or in a whole; ``text`` is its sentence, ``place`` its offset there.

    Of the words that say a period or a running total the nearest to the figure count. "Another 22" right after a
    figure of the same sentence (``before``) goes on with a list and is no increment.
    """
    words = figure.text if figure is not None else ""
    if figure is not None and figure.unit == "percent" and COMPARED.match(text, place + len(words)):
        return Basis.INCREMENT
    if figure is not None and figure.unit == "percent":
        return Basis.PROGRESS if events().group(event) in PROGRESS_GROUPS else Basis.SHARE
    if says_capacity(text):
        return Basis.CAPACITY
    ahead, after = text[:place], text[place + len(words) :]
    added = ADDED_BEFORE.match(words) or ADDED_BEFORE_FIGURE.search(ahead) or ADDED_AFTER.match(after)
    if figure is not None and added and not goes_on_with_a_list(figure, before, ahead):
        return Basis.INCREMENT
    gaps = ((between(text, found, place, place + len(words)), basis) for basis, found in words_of_time(text))
    near = [(len(gap), basis) for gap, basis in gaps if len(gap) <= RANGE and not CLAUSE_END.search(gap)]
    return min(near, key=lambda item: item[0])[1] if near else None


def of_a_state(verb: Token | None, basis: Basis | None) -> Basis | None:
    """The basis, but no period and no increment where the verb says how things stand now: "are now without water".

    Another 22 who are missing are missing beside others, to whom something else happened.
    """
    standing = verb is not None and verb_lemma(verb) in STANDING and tense(verb) <= {"VBP", "VBZ"}
    return None if standing and basis in {Basis.PERIOD, Basis.INCREMENT} else basis


@remembered(SENTENCES_IN_MIND)
def says_capacity(text: str) -> bool:
    """Whether a sentence says how much something can hold or handle."""
    return CAPACITY.search(text) is not None


@remembered(SENTENCES_IN_MIND)
def words_of_time(text: str) -> tuple[tuple[Basis, re.Match[str]], ...]:
    """The words of a sentence that say a period or a running total."""
    return tuple(
        (basis, found)
        for basis, pattern in ((Basis.PERIOD, ONE_PERIOD), (Basis.TOTAL, TOTAL))
        for found in pattern.finditer(text)
    )


def goes_on_with_a_list(figure: Figure, before: Figure | None, ahead: str) -> bool:
    """Whether the figure stands right after another one of its sentence: "9 schools and another 22 shops"."""
    if before is None:
        return False
    gap = figure.start - before.end
    return 0 <= gap <= len(ahead) and len(ahead[len(ahead) - gap :].split()) <= LIST_GAP


def between(text: str, found: re.Match[str], first: int, last: int) -> str:
    """The words between what was found and the figure at [first, last)."""
    return text[found.end() : first] if found.end() <= first else text[last : found.start()]


def period_of(clause: str, issued: str | None = None, place: int | None = None) -> str | None:
    """The period counted as an ISO 8601 interval; as its words where they allow no one reading (see ``dates``).

    ``place`` is where the figure ends in the clause.
    """
    resolved = resolve_period(clause, issued, place)
    if resolved is not None:
        return resolved
    found = PERIOD.search(clause)
    return re.sub(SINCE_END, "", found.group()) if found else None
