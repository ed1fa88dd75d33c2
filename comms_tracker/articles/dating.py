"""When something in an article was: the article's words for a day, seen from the day it came out, as a range of days.

A date is read as in claims, with the past before the future: an article tells of what has been. What claims leave open
because a figure must not hang on it is a range here ("two weeks ago" is a week). Without the article's own date only
words with a year say a day, and no year is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from comms_tracker.articles.named_days import HOLIDAY, SEASON, holiday, season
from comms_tracker.articles.parts import PARTS
from comms_tracker.calendar_names import weekday_number
from comms_tracker.claims.dates import resolve_period
from comms_tracker.claims.moments import (
    DAY_DATE,
    MOMENT,
    MONTH,
    WEEKDAY,
    Span,
    back_from,
    month_of,
    months_from,
    one_day,
    span_of,
    year_of,
)
from comms_tracker.claims.tense import Tense, tense_at
from comms_tracker.quantities.numerals import TO_TWELVE

_DAY = timedelta(days=1)
_YESTERDAY = 2
"""Days back that are yesterday or the day before: "last Thursday" said on a Friday is the one of the week before."""
_MORE = ("a", "an", *TO_TWELVE, "fourteen", "twenty", "a couple of", "several", "a few")
_NUMBER = rf"(?P<number>\d{{1,3}}|(?i:{'|'.join(sorted(_MORE, key=len, reverse=True))}))"
_UNIT = r"(?P<unit>(?i:hour|day|night|week|fortnight|month|year))(?i:s)?"
_NEAR = (
    r"(?P<near>(?i:nearly|almost|just under|not quite|less than|more than|just over|over|about|around|roughly|some|"
    r"only|just)\s+)?"
)
_POSSESSIVE = re.compile(r"'s\b(?! (?:day|eve)\b)", re.I)
_BEFORE_IT = r"(?i:nearly|almost|just under|not quite|less than)"
_AFTER_IT = r"(?i:more than|just over|over)"
_AROUND_IT = r"(?i:about|around|roughly|some)"

Reader = Callable[[re.Match[str], date | None, str], Span | None]


def resolve(words: str, published: str | None, context: str = "") -> Span | None:
    """The days that an article's words mean, both ends counted; None where they do not say.

    ``published`` is the article's own ISO date. ``context`` is the sentence that the words stand in, for "the day
    before" of a date that the sentence names.
    """
    flat = _POSSESSIVE.sub("", " ".join(words.replace("’", "'").split()))
    day = date.fromisoformat(published[:10]) if published else None
    around = " ".join(context.replace("’", "'").split())
    if day is not None and (found := _LAST_YEAR.match(flat)) is not None:
        return resolve(found["when"], f"{day.year - 1}-12-31")
    for rule, read in _RULES:
        if rule is _ONE_DAY and (period := _as_period(flat, published)) is not None and _RANGE.search(flat):
            return period
        found = rule.search(flat)
        if found is None:
            continue
        try:
            span = read(found, day, around)
        except (ValueError, OverflowError):
            continue
        if span is not None:
            return span
    return _as_period(flat, published)


def _as_period(words: str, published: str | None) -> Span | None:
    period = resolve_period(re.sub(r"^(?:the )?(?=(?:past|last) \S+ \w)", "in the ", words), published)
    if period is None:
        return None
    first, _, last = period.partition("/")
    day = published[:10] if published else None
    if ".." in (first, last):
        first = last if first == ".." else first
        last = day or first if last == ".." else last
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


def moment(words: str, day: date | None) -> Span | None:
    """A single date in the past ("Monday evening", "3 May"); "last Friday" is none that a writer calls yesterday."""
    if re.search(r"\blast night\b", words, re.I) and day is not None:
        return one_day(day - _DAY)
    found = re.fullmatch(rf"(?i:last) (?P<weekday>{WEEKDAY}).*", words)
    if found is not None and day is not None:
        back = (day.weekday() - weekday_number(found["weekday"]) - 1) % 7 + 1
        return one_day(day - timedelta(days=back if back > _YESTERDAY else back + 7))
    return span_of(words, day, Tense.PAST)


def _after(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """ "Nearly eight days after the failure, which began on Thursday April 20"."""
    base = _anchor(found["rest"], day) or _anchor(context.replace(found.group(), " "), day)
    if base is None:
        return None
    sign = -1 if found["side"].lower() in {"before", "earlier than"} else 1
    return _shifted(found, base, sign, day)


def _anchor(words: str, day: date | None) -> Span | None:
    """The first date in the words that can be read."""
    return next((span for _, span in dated_in(words, day)), None)


def dated_in(words: str, day: date | None) -> Iterator[tuple[str, Span]]:
    """The single dates in a text that can be read, in order of place: their words and their days."""
    for found in _DATE.finditer(words):
        span = holiday(found, day) if found["name"] else moment(found.group(), day)
        if span is not None:
            yield found.group(), span


def _shifted(found: re.Match[str], base: Span, sign: int, day: date | None) -> Span:
    """The days so many units from ``base`` that a rule's number, unit and "nearly" or "more than" give."""
    number, unit, near = found["number"], found["unit"], found["near"]
    count, spread = _counted(number)
    low = _moved(base.first, sign * count, unit)
    high = _moved(base.last, sign * (count + spread), unit)
    first, last = min(low, high), max(low, high)
    one = timedelta(days=7) if unit.lower() == "week" else _DAY
    if near and re.match(_BEFORE_IT, near):
        return Span(first - one, last) if sign > 0 else Span(first, last + one)
    if near and re.match(_AFTER_IT, near):
        return Span(first, max(last, day) if day is not None else last + one) if sign > 0 else Span(first - one, last)
    if near and re.match(_AROUND_IT, near):
        return Span(first - one, last + one)
    return Span(first, last)


def _counted(number: str) -> tuple[int, int]:
    """The number that the words give, and how many more they may mean."""
    words = number.lower()
    if words.isdigit():
        return int(words), 0
    if words in TO_TWELVE:
        return TO_TWELVE.index(words) + 1, 0
    return {"fourteen": (14, 0), "twenty": (20, 0), "a couple of": (2, 0), "several": (3, 4), "a few": (3, 2)}.get(
        words, (1, 0)
    )


def _moved(day: date, count: int, unit: str) -> date:
    if unit.lower() in ("month", "year"):
        return months_from(day, count * (12 if unit.lower() == "year" else 1))
    if count < 0:
        return back_from(day, -count, "day" if unit.lower() == "night" else unit)
    return _forward(day, count, unit)


def _forward(day: date, count: int, unit: str) -> date:
    days = {"hour": -(-count // 24), "day": count, "night": count, "week": 7 * count, "fortnight": 14 * count}
    return day + timedelta(days=days[unit.lower()])


def _ago(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """Three days ago is a day; of weeks, months and years ago no day is known. Three days later needs a date before."""
    side = found["side"].lower()
    forward = side in {"later", "after", "on"}
    if side != "ago":
        base = _anchor(context[: max(context.find(found.group()), 0)], day)
        if base is not None:
            return _shifted(found, base, 1 if forward else -1, day)
    if day is None or forward:
        return None
    count, spread = _counted(found["number"])
    unit = found["unit"].lower()
    first, last = _moved(day, -(count + spread), unit), _moved(day, -count, unit)
    if unit in {"day", "night", "hour"} or found["today"]:
        return _shifted(found, one_day(day), -1, day)
    if unit in {"week", "fortnight"}:
        return Span(_monday(first), _monday(last) + 6 * _DAY)
    if unit == "month":
        return Span(month_of(first).first, month_of(last).last)
    return Span(year_of(first.year).first, year_of(last.year).last)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _earlier_in(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """ "Earlier this week": from its start to the day before, or to today where that is its first day."""
    del context
    if day is None:
        return None
    unit = found["unit"].lower()
    if unit in {"today", "day", "morning", "evening", "afternoon"}:
        return one_day(day)
    start = {"week": _monday(day), "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]
    return Span(start, max(start, day - _DAY))


def _beside(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """ "The day after the outage of 12 March", "the day before": of a date in the words, else in the sentence."""
    base = _anchor(found["rest"] or "", day) or _anchor(context.replace(found.group(), " "), day)
    if base is None:
        return None
    words = found.group().lower()
    unit = "week" if "week" in words else "day"
    back = re.search(r"\b(?:before|previous|eve)\b", words) is not None
    if re.search(r"\bsame\b|\bthat (?:day|morning|afternoon|evening|night)\b|\b(?:at the time|back then)\b", words):
        return base
    if unit == "week":
        start = _monday(base.first) + timedelta(days=-7 if back else 7)
        return Span(start, start + 6 * _DAY)
    return one_day(base.first - _DAY if back else base.last + _DAY)


def _between(found: re.Match[str], day: date | None, context: str) -> Span | None:
    del context
    first, last = moment(found["from"], day), moment(found["to"], day)
    return Span(first.first, last.last) if first is not None and last is not None and first.first <= last.last else None


def _single(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """The one date, which lies ahead where the sentence's verb does."""
    place = context.find(found.group())
    if place >= 0 and tense_at(context, place) is Tense.FUTURE:
        return span_of(found.group(), day, Tense.FUTURE)
    return moment(found.group(), day)


_LAST_YEAR = re.compile(rf"(?P<when>.*\b{MONTH}\b.{{0,4}}?),? (?:(?:of|in) )?(?i:last year)\b")
_DATE = re.compile(rf"{HOLIDAY.pattern}|{MOMENT}")
_ONE_DAY = re.compile(rf"(?P<whole>{DAY_DATE})(?! (?i:and|to|until|-))")
_RANGE = re.compile(r"\b(?i:since|between|from|the past|the last|week (?:to|ending|beginning|commencing)|so far)\b")
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            rf"{_NEAR}{_NUMBER} {_UNIT} (?P<side>(?i:after|before|later than|following|on from|since|earlier than))\b"
            r"(?P<rest>.*)"
        ),
        _after,
    ),
    (
        re.compile(
            rf"{_NEAR}{_NUMBER} {_UNIT} (?P<side>(?i:ago|back|earlier|previously|before|later|after|on))\b"
            r"(?P<today> today\b)?"
        ),
        _ago,
    ),
    (
        re.compile(
            r"\b(?i:the (?:day|night|morning|week) (?:after|before|following)|the (?:following|next|previous) "
            r"(?:day|morning|evening|week)|the same (?:day|morning|afternoon|evening)|(?:later )?that (?:same )?"
            r"(?:day|morning|afternoon|evening|night)|(?:on )?the eve of|at the time|back then)\b(?P<rest>.*)"
        ),
        _beside,
    ),
    (
        re.compile(r"\b(?i:earlier|later|early|late) (?i:this )?(?P<unit>(?i:today|day|week|month|year|morning))\b"),
        _earlier_in,
    ),
    *PARTS,
    (
        re.compile(rf"\b(?i:between|from) (?P<from>{MOMENT}) (?i:and|to|until|till) (?P<to>{MOMENT})"),
        _between,
    ),
    (HOLIDAY, lambda found, day, _: holiday(found, day)),
    (SEASON, lambda found, day, _: season(found, day)),
    (_ONE_DAY, _single),
)
