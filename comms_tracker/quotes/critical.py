"""What of the meaning an edit touches: a figure in any form, its unit, a negation, a hedge, a name or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.calendar_names import MONTH, WEEKDAY
from comms_tracker.quantities import read_figures
from comms_tracker.quotes.records import Touches
from comms_tracker.quotes.words import NEGATIONS, Word, is_negative

_DATE_WORD = re.compile(
    rf"(?:{WEEKDAY}|(?!may\b){MONTH}|"
    r"today|yesterday|tomorrow|tonight|morning|afternoon|evening|night|midnight|noon|midday|last|next|"
    r"(?:hour|day|week|weekend|fortnight|month|year)s?|ago|earlier|later|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|am|pm))",
    re.I,
)
_UNIT = re.compile(
    r"percent|per|cent|%|[£$€]|pounds?|pence|dollars?|euros?|miles?|met(?:re|er)s?|litres?|tonnes?|kg|km", re.I
)
_WHOLE = re.compile(r"^(?:half|halves|third|thirds|quarter|quarters|double|twice|single|number|numbers|majority)$")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its text, its words, and the places that its figures cover."""

    text: str
    words: tuple[Word, ...]
    figures: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Side:
        """The side of a text whose words are read."""
        return cls(text, tuple(words), tuple((figure.start, figure.end) for figure in read_figures(text)))


def touched(quoted: Side, said: Side, quoted_at: tuple[int, int], said_at: tuple[int, int]) -> tuple[Touches, ...]:
    """What the edit of the quotation's words at ``quoted_at`` for the statement's at ``said_at`` touches."""
    sides = ((quoted, quoted_at), (said, said_at))
    edited = [(side, place) for side, span in sides for place in range(*span)]
    found: list[Touches] = []
    units = [each for each in edited if _UNIT.fullmatch(each[0].words[each[1]].text)]
    replaced = quoted_at[0] < quoted_at[1] and said_at[0] < said_at[1]
    figures = any(_is_figure(*each) for each in edited if each not in units)
    if figures or (edited and _is_inside(said, said_at)):
        found.append(Touches.FIGURE)
    elif units or (replaced and any(_is_counted(*each) for each in edited)):
        found.append(Touches.UNIT)
    if _denials(quoted, quoted_at) != _denials(said, said_at):
        found.append(Touches.NEGATION)
    if _hedges(quoted, quoted_at) != _hedges(said, said_at):
        found.append(Touches.HEDGE)
    if any(_is_date(side.words[place]) for side, place in edited):
        found.append(Touches.DATE)
    elif any(_is_name(side, place) for side, place in edited):
        found.append(Touches.NAME)
    return tuple(found)


def _in_figure(side: Side, place: int) -> bool:
    word = side.words[place]
    return any(start < word.end and word.start < end for start, end in side.figures)


def _is_figure(side: Side, place: int) -> bool:
    return _in_figure(side, place) or _is_number(side.words[place])


def _is_inside(side: Side, span: tuple[int, int]) -> bool:
    """Whether the words stand between two words of a figure: the "but" of "all but 1,200"."""
    first, last = span
    return (
        first < last and first > 0 and last < len(side.words) and _is_figure(side, first - 1) and _is_figure(side, last)
    )


def _is_number(word: Word) -> bool:
    lower = word.text.lower()
    return word.form[:1].isdigit() or lower in _number_words() or _WHOLE.match(lower) is not None


@cache
def _number_words() -> frozenset[str]:
    """Number words and scales in any form, vague quantities, and what stands before a number ("about", "at least")."""
    numbers = lexicon.table("numbers")
    scales = set(numbers["scales"]) | {f"{word}s" for word in numbers["scales"]}
    small = set(numbers["units"]) | set(numbers["tens"]) | {"dozen", "dozens", "score", "scores", "handful"}
    vague = {"several", "few", "fewer", "many", "some", "most", "all", "none", "every", "both", "any", "more", "less"}
    near = {"about", "around", "approximately", "roughly", "nearly", "almost", "over", "under", "least", "up", "only"}
    return frozenset(scales | small | vague | near) - {"one"}


def _is_counted(side: Side, place: int) -> bool:
    """Whether the word stands right after a figure: what is counted, or a word of it."""
    return place > 0 and (_in_figure(side, place - 1) or side.words[place - 1].form[:1].isdigit())


def _denials(side: Side, span: tuple[int, int]) -> int:
    return sum(is_negative(word.text) for word in side.words[slice(*span)])


def _hedges(side: Side, span: tuple[int, int]) -> list[str]:
    """The hedging words of the edit."""
    return sorted(word.text.lower() for word in side.words[slice(*span)] if word.text.lower() in _hedge_words())


@cache
def _hedge_words() -> frozenset[str]:
    """The single words among the lexicon's hedges, estimates and forecasts, without plain futures' "will"."""
    table = lexicon.table("polarity")["hedge"]
    listed = {word for part in ("hedged", "estimated", "forecast", "conditional") for word in table[part]}
    more = {"currently", "potential", "possible", "suggests", "suggest", "indicates", "understood", "can"}
    return frozenset({word for word in listed if " " not in word} | more) - NEGATIONS


def _is_date(word: Word) -> bool:
    return _DATE_WORD.fullmatch(word.text) is not None


def _is_name(side: Side, place: int) -> bool:
    """Whether the word has a capital that no sentence's beginning gives it."""
    word = side.words[place]
    if not word.text[:1].isupper() or word.text in {"I", "I'm", "I’m"}:
        return False
    before = side.text[: word.start].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in ".!?:\n…"
