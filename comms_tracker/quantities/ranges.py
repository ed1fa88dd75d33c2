"""Ranges: the second number that belongs to a first one, and the words and signs before both."""

from __future__ import annotations

from dataclasses import replace

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.exclusions import word_is_out
from comms_tracker.quantities.intervals import point, span
from comms_tracker.quantities.modifiers import Effect, modifier_before
from comms_tracker.quantities.numerals import DASHES
from comms_tracker.quantities.pieces import Piece, read_piece
from comms_tracker.quantities.tokens import Shape, Token, is_plural
from comms_tracker.quantities.units import PERCENT, currency_before

_LINKS = frozenset(["to", "and", "or", "-", "–", "—", "‑", "~", "through"])
CHANGE_REACH = 9
"""How many tokens before "from" a verb of change may stand."""


def between_before(tokens: list[Token], at: int, free: int) -> int | None:
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


def with_minus(tokens: list[Token], piece: Piece, free: int) -> Piece | None:
    """The piece with a minus sign tied to it: "-5", "−2.5%"; in a table's cell, or alone, "- 5"."""
    at = piece.first - 1
    if at < free or tokens[at].low not in ("-", "−", "–") or piece.interval.low is None:
        return None
    if tokens[piece.first].gap and not _alone_in_its_cell(tokens, at, piece.last):
        return None
    if at and not tokens[at].gap and tokens[at - 1].low not in ("(", "[", "<", ">", "=", "|", "$", "£", "€"):
        return None
    if tokens[at].low == "–" and (not at or tokens[at].line):
        return None
    return replace(piece, first=at, interval=point(-piece.interval.low, piece.interval.step))


def _alone_in_its_cell(tokens: list[Token], first: int, last: int) -> bool:
    """Whether nothing else stands in the table's cell or the paragraph: a bullet would have words after its number."""
    return tokens[first].low != "–" and (not first or tokens[first - 1].low == "|") and tokens[last].low in ("|", "")


def with_upper_end(tokens: list[Token], piece: Piece, out: set[int], between: int | None) -> Piece:
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
    if link == "to" and upper.unit is None and high > 2 * low and _changed_by(tokens, lower.first):
        return None
    if lower.base != upper.base and upper.unit == PERCENT and upper.rule == "rate":
        return None
    rule = "money" if upper.rule == "money" else upper.rule
    return Piece(span(interval, upper.interval), lower.first, upper.last, upper.unit, f"range of {rule}", 1.0)


def _changed_by(tokens: list[Token], first: int) -> bool:
    """Whether "to" leads from how much something changed to what it is now: "the list is down by six to 21"."""
    near = tokens[max(0, first - 4) : first - 1]
    return first > 1 and tokens[first - 1].low == "by" and any(token.low in words_near("changes") for token in near)


def _is_change(tokens: list[Token], first: int) -> bool:
    """Whether "to" leads from an old value to a new one: "rose from 12 to 19", "up 12 to 19"."""
    if not first:
        return False
    before = tokens[first - 1].low
    if before in words_near("changes_at_once"):
        return True
    if before != "from":
        return False
    for back in range(first - 2, max(-1, first - 2 - CHANGE_REACH), -1):
        if tokens[back].low in (".", ";", "!", "?") or tokens[back + 1].line:
            return False
        if tokens[back].low in words_near("changes"):
            return True
    return False
