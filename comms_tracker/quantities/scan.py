"""Figures of a text, put together from pieces: ranges, the words beside a number, vague words, all and none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.exclusions import excluded, word_is_out
from comms_tracker.quantities.intervals import Interval, joined, point, span, under
from comms_tracker.quantities.lexicon_schema import VagueLexicon, load_vague
from comms_tracker.quantities.modifiers import Effect, Modifier, modifier_after, modifier_before
from comms_tracker.quantities.numerals import DASHES, VULGAR, number_words
from comms_tracker.quantities.pieces import Piece, read_piece
from comms_tracker.quantities.tokens import Shape, Token, is_plural, paragraphs, tokenise
from comms_tracker.quantities.units import PERCENT, currency_before, read_unit
from comms_tracker.quantities.universals import TRIGGERS, read_universal
from comms_tracker.quantities.vague import Vague, read_vague
from comms_tracker.records import Figure, FigureKind, Reading

_BOUNDS = {Effect.MORE_THAN, Effect.AT_LEAST, Effect.LESS_THAN, Effect.AT_MOST}
CHANGE_REACH = 9
"""How many tokens before "from" a verb of change may stand."""


LONGEST_FRACTION = 8
"""Words that a fraction standing alone may have."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure before its offsets: token range, ends, unit, rule, readings."""

    first: int
    last: int
    interval: Interval
    unit: str | None
    rule: str
    readings: tuple[Reading, ...] = ()


def read_figures(text: str, lexicon: VagueLexicon | None = None) -> tuple[Figure, ...]:
    """Every quantity of the text, in order, none overlapping; for whoever wants figures, claims or not.

    Offsets count code points in ``text``. ``lexicon`` is what :func:`load_vague` returned for a user's own file;
    without it the bundled one is used.
    """
    words = lexicon or load_vague()
    figures: list[Figure] = []
    for start, paragraph in paragraphs(text):
        figures.extend(_read_paragraph(paragraph, start, words))
    return tuple(figures)


def _read_paragraph(paragraph: str, offset: int, lexicon: VagueLexicon) -> list[Figure]:
    tokens = tokenise(paragraph)
    out = excluded(paragraph, tokens)
    found = _joined_bounds(tokens, _scan(tokens, out, lexicon))
    return [_figure(paragraph, offset, tokens, item) for item in found]


def _scan(tokens: list[Token], out: set[int], lexicon: VagueLexicon) -> list[_Found]:
    words = number_words()
    starters = words.units.keys() | words.tens.keys() | _OTHER_STARTERS | words.multipliers.keys()
    real = sum(1 for token in tokens if token.shape in (Shape.WORD, Shape.NUMBER) or token.low in VULGAR)
    found: list[_Found] = []
    free = at = 0
    while tokens[at].shape is not Shape.END:
        token = tokens[at]
        item: _Found | None = None
        if at not in out:
            if token.shape is Shape.NUMBER or token.low in VULGAR:
                item = _number(tokens, at, free, out, real)
            elif token.shape is Shape.WORD:
                if token.low in starters and not word_is_out(tokens, at, out):
                    item = _multiplier(tokens, at) or _number(tokens, at, free, out, real)
                item = item or _words(tokens, at, free, out, lexicon)
        if item is None:
            at += 1
        else:
            found.append(item)
            free = at = item.last
    return found


_OTHER_STARTERS = frozenset(["a", "an", "half", "quarter", "minus", "negative", "hundred", "point"])


def _multiplier(tokens: list[Token], at: int) -> _Found | None:
    """ "doubled", "a threefold increase": so many times as much."""
    times = number_words().multipliers.get(tokens[at].low)
    after = tokens[at + 1].low
    if times is None or after in ("down", "up", "back", "-"):
        return None
    if tokens[at].low in ("twice", "double", "triple") and after not in ("as", "the", "that", "its", "their", "last"):
        return None
    return _Found(at, at + 1, point(times, times), "time", "multiplier")


def _words(tokens: list[Token], at: int, free: int, out: set[int], lexicon: VagueLexicon) -> _Found | None:
    vague = read_vague(tokens, at, lexicon)
    if vague and not (
        tokens[vague.last].shape is Shape.NUMBER and vague.last not in out and vague.entry.words == "some"
    ):
        return _vague(tokens, vague, free)
    if tokens[at].low not in TRIGGERS:
        return None
    following = tokens[at + 1]
    if following.shape is Shape.NUMBER or (
        following.low in number_words().units and tokens[at].low in ("all", "no", "every", "each")
    ):
        if following.low != "one":
            return None
    universal = read_universal(tokens, at)
    if universal is None:
        return None
    ends = 0.0 if universal.none else None
    interval = Interval(ends, ends, FigureKind.UNIVERSAL, 1)
    return _Found(universal.first, universal.last, interval, None, f"universal: {universal.rule}")


def _vague(tokens: list[Token], vague: Vague, free: int) -> _Found:
    first, last = vague.first, vague.last
    unit = read_unit(tokens, last) or (read_unit(tokens, last + 1) if tokens[last].low == "of" else None)
    readings = vague.entry.readings()
    if unit and (unit.time or unit.money or tokens[last].low != "of"):
        last = unit.last
        readings = tuple(reading for reading in readings if reading.as_ == "count") or readings
    name = unit.name if unit and last == unit.last else None
    modifier = modifier_before(tokens, first)
    if modifier and modifier.first >= free and modifier.effect is not Effect.LEAD:
        first = modifier.first
        if modifier.effect in (Effect.MORE_THAN, Effect.AT_LEAST):
            readings = tuple(replace(reading, high=None) for reading in readings)
        elif modifier.effect in (Effect.LESS_THAN, Effect.AT_MOST):
            readings = tuple(replace(reading, low=None) for reading in readings)
    interval = Interval(None, None, FigureKind.VAGUE, 1)
    return _Found(first, last, interval, name, vague.rule, readings)


def _number(tokens: list[Token], at: int, free: int, out: set[int], real: int) -> _Found | None:
    between = _between(tokens, at, free)
    piece = _lone_fraction(tokens, at, real) or read_piece(tokens, at, free, between=between is not None)
    if piece is None or piece.first < free or any(index in out for index in range(piece.first, piece.last)):
        return None
    negative = _minus(tokens, piece, free)
    if negative:
        piece = negative
    whole = _range(tokens, piece, out, between)
    interval, first, last, unit, rule = whole.interval, whole.first, whole.last, whole.unit, whole.rule
    if between is not None and interval.kind is FigureKind.RANGE:
        first = between
    effects = [rule]
    for _ in range(3):
        modifier = modifier_before(tokens, first)
        if modifier is None or modifier.first < free or not _fits(tokens, modifier, unit, interval):
            break
        interval, first = under(interval, modifier.effect), modifier.first
        if modifier.effect is not Effect.LEAD:
            effects.append(modifier.effect.value)
    after = modifier_after(tokens, last)
    if after and after.first not in out:
        interval, last = under(interval, after.effect), after.last
        effects.append(after.effect.value)
        if unit is None:
            trailing = read_unit(tokens, last)
            if trailing and (trailing.time or trailing.money or trailing.name == PERCENT):
                unit, last = trailing.name, trailing.last
    return _Found(first, last, interval, unit, " + ".join(effects))


def _lone_fraction(tokens: list[Token], at: int, real: int) -> Piece | None:
    """A fraction that is the whole paragraph: a plain number, since nothing says of what it would be a share."""
    if at > 1 or real > LONGEST_FRACTION:
        return None
    piece = read_piece(tokens, at, alone=True)
    return piece if piece and piece.rule == "fraction" and piece.last - at >= real else None


def _between(tokens: list[Token], at: int, free: int) -> int | None:
    """The token of "between" where it stands before the number at ``at``, its currency and its approximators."""
    money = currency_before(tokens, at)
    first = money[1] if money else at
    for _ in range(2):
        modifier = modifier_before(tokens, first)
        if modifier is None or modifier.effect is not Effect.APPROXIMATE:
            break
        first = modifier.first
    if first > free and tokens[first - 1].low in ("minus", "negative", "-", "−"):
        first -= 1
    if first > free and tokens[first - 1].low == "between":
        return first - 1
    return None


def _minus(tokens: list[Token], piece: Piece, free: int) -> Piece | None:
    """The piece with a minus sign tied to it: "-5", "−2.5%"."""
    at = piece.first - 1
    if at < free or tokens[at].low not in ("-", "−", "–") or tokens[piece.first].gap or piece.interval.low is None:
        return None
    if at and not tokens[at].gap and tokens[at - 1].low not in ("(", "[", "<", ">", "=", "$", "£", "€"):
        return None
    if tokens[at].low == "–" and (not at or tokens[at].line):
        return None
    return replace(piece, first=at, interval=point(-piece.interval.low, piece.interval.step))


def _range(tokens: list[Token], piece: Piece, out: set[int], between: int | None) -> Piece:
    """The piece with the upper end that follows it: "12,000 to 19,000", "£22m to £30m", "3-4", "nine or ten"."""
    at = piece.last
    link = tokens[at]
    if link.low in DASHES and tokens[at + 1].low == "to":
        at += 1
        link = tokens[at]
    if (link.low == "and" and between is None) or link.low not in _LINKS or link.line:
        return piece
    at += 1
    if tokens[at].low == "and" and link.low == "or":
        return piece
    while tokens[at].low in words_near("skipped") and at < piece.last + 5:
        at += 1
    sign = at
    while tokens[at].shape is not Shape.NUMBER and currency_before(tokens, at + 1) and at < sign + 3:
        at += 1
    negative = tokens[at].low in ("-", "−") and tokens[at + 1].shape is Shape.NUMBER
    if negative:
        at += 1
    if at in out or (tokens[at].shape is Shape.WORD and word_is_out(tokens, at, out)):
        return piece
    upper = read_piece(tokens, at)
    if upper is None or any(index in out for index in range(upper.first, upper.last)) or upper.interval.low is None:
        return piece
    if negative:
        upper = replace(upper, interval=point(-upper.interval.low, upper.interval.step))
    return _spanned(tokens, piece, upper, link.low) or piece


_LINKS = frozenset(["to", "and", "or", "-", "–", "—", "‑", "~", "through"])


def _spanned(tokens: list[Token], lower: Piece, upper: Piece, link: str) -> Piece | None:
    low, high = lower.interval.low, upper.interval.low
    if low is None or high is None or (lower.digits != upper.digits and link in DASHES):
        return None
    tied = link in DASHES or not is_plural(tokens[upper.last].low)
    if lower.unit and upper.unit is None and lower.rule == "money" and link != "or" and tied:
        upper = replace(upper, unit=lower.unit)
    if lower.unit and upper.unit != lower.unit:
        return None
    interval = lower.interval
    if lower.scale == 1 and upper.scale >= 100 and low < high / upper.scale:
        interval = point(low * upper.scale, lower.interval.step * upper.scale)
        low = low * upper.scale
    explicit = lower.unit is not None or link == "and"
    if low == high or (low > high and not explicit):
        return None
    if link == "or" and not (low < high <= 2 * low and high - low <= max(1.0, low)):
        return None
    if link in ("to", "through") and _is_change(tokens, lower.first):
        return None
    if lower.base != upper.base and upper.unit == PERCENT and upper.rule == "rate":
        return None
    rule = "money" if upper.rule == "money" else upper.rule
    return Piece(span(interval, upper.interval), lower.first, upper.last, upper.unit, f"range of {rule}", 1.0)


def _is_change(tokens: list[Token], first: int) -> bool:
    """Whether "to" leads from an old value to a new one: "rose from 12 to 19", "up 12 to 19"."""
    if not first:
        return False
    before = tokens[first - 1].low
    if before in words_near("changes"):
        return True
    if before != "from":
        return False
    for back in range(first - 2, max(-1, first - 2 - CHANGE_REACH), -1):
        if tokens[back].low in (".", ";", "!", "?") or tokens[back + 1].line:
            return False
        if tokens[back].low in words_near("changes"):
            return True
    return False


def _fits(tokens: list[Token], modifier: Modifier, unit: str | None, interval: Interval) -> bool:
    """Whether the words say how exact the number is, or are a preposition or a verb of their own here."""
    word = tokens[modifier.last - 1].low
    before = tokens[modifier.first - 1].low if modifier.first else ""
    one = modifier.last - modifier.first == 1
    if one and word == "over" and unit in ("day", "week", "month", "year", "hour", "minute"):
        return before in words_near("taken")
    if word == "to" and tokens[modifier.first].low == "up":
        return before not in ("add", "adds", "added", "adding", "lead", "leading", "led", "signed", "sign", "signing")
    if one and word == "under":
        return before not in ("children", "comes", "came", "falls")
    if word in ("about",) and before in ("what", "how"):
        return interval.kind is not FigureKind.EXACT
    if interval.kind is FigureKind.BOUND and modifier.effect in _BOUNDS:
        return False
    return True


def _joined_bounds(tokens: list[Token], found: list[_Found]) -> list[_Found]:
    """ "more than 20 and less than 35" as one range."""
    merged: list[_Found] = []
    for item in found:
        before = merged[-1] if merged else None
        if before and _linked(tokens, before.last, item.first):
            if before.rule.startswith("vague: in the") and before.interval.kind is FigureKind.VAGUE:
                before = replace(before, interval=_from_readings(before))
            both = joined(before.interval, item.interval) or joined(item.interval, before.interval)
            if both and (before.unit is None or before.unit == item.unit):
                merged[-1] = _Found(before.first, item.last, both, item.unit, f"{before.rule}, {item.rule}")
                continue
        merged.append(item)
    return merged


def _from_readings(item: _Found) -> Interval:
    """The floor of "in the thousands", for "in the thousands, but less than 10,000"."""
    floor = item.readings[0].low if item.readings else None
    return Interval(floor, None, FigureKind.BOUND, 1)


def _linked(tokens: list[Token], first: int, last: int) -> bool:
    between = [token.low for token in tokens[first:last]]
    return between in (["and"], ["but"], [","], [",", "but"], [",", "and"], ["yet"])


def _figure(paragraph: str, offset: int, tokens: list[Token], item: _Found) -> Figure:
    start, end = tokens[item.first].start, tokens[item.last - 1].end
    interval = item.interval
    kind = interval.kind
    if item.unit == PERCENT and kind is not FigureKind.VAGUE:
        kind = FigureKind.PROPORTION
    return Figure(
        text=paragraph[start:end],
        start=offset + start,
        end=offset + end,
        kind=kind,
        low=interval.low,
        high=interval.high,
        low_open=interval.low_open,
        high_open=interval.high_open,
        unit=item.unit,
        tolerance=interval.tolerance,
        readings=item.readings,
        rule=item.rule,
    )
