"""Units before and after a number: currencies to ISO 4217 codes, per cent, and measures to a plain English singular."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comms_tracker.lexicon import table
from comms_tracker.quantities.numerals import DASHES, number_words
from comms_tracker.quantities.tokens import Shape, Token

PERCENT = "percent"
PERCENTAGE_POINT = "percentage point"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the token after its last one; ``money`` says that the name is a currency's code."""

    name: str
    last: int
    money: bool = False
    time: bool = False


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The lexicon's units by first word: each list holds (all words, name, money, time), longest first.

    The ``tight`` ones are units, symbols and a dollar's prefixes only where no space stands between.
    """

    phrases: dict[str, list[tuple[tuple[str, ...], str, bool, bool]]]
    signs: dict[str, str]
    prefixes: dict[str, str]
    codes: frozenset[str]
    small_codes: frozenset[str]
    aliases: dict[str, str]
    symbols: dict[str, str]
    times: dict[str, str]
    times_of_one: frozenset[str]
    single: frozenset[str]
    rates: frozenset[str]
    tight: frozenset[str]
    tight_symbols: frozenset[str]
    tight_prefixes: frozenset[str]


@cache
def time_units() -> frozenset[str]:
    """The units in which a figure gives a time or a duration: "second", "working day", "year"."""
    return frozenset(table("units")["time"])


def is_currency(unit: str | None) -> bool:
    """Whether a figure's unit is the ISO 4217 code of a currency, so that the figure is a sum of money."""
    return unit is not None and len(unit) == 3 and unit.isalpha() and unit.isupper()


@cache
def unit_words() -> UnitWords:
    """The lexicon's units, ready to be looked up."""
    data = table("units")
    money = data["currency"]
    entries: list[tuple[str, str, bool, bool]] = []
    entries += [(words, PERCENT, False, False) for words in data["percent"]["words"]]
    entries += [(words, PERCENTAGE_POINT, False, False) for words in data["percent"]["points"]]
    entries += [(words, code, True, False) for words, code in money["words"].items()]
    entries += [(words, part, False, False) for words, part in money["parts"].items()]
    for section in ("time", "measures"):
        entries += [(words, name, False, section == "time") for name, all_ in data[section].items() for words in all_]
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool, bool]]] = {}
    for words, name, is_money, is_time in entries:
        parts = tuple(words.replace("-", " - ").replace("/", " / ").replace("%", " % ").replace("°", "° ").split())
        phrases.setdefault(parts[0], []).append((parts, name, is_money, is_time))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    times = {words: name for name, all_ in data["time"].items() for words in all_}
    ones = frozenset(words for words, name in times.items() if words == name)
    return UnitWords(
        phrases,
        money["signs"],
        money["prefixes"],
        frozenset(money["codes"]["list"]),
        frozenset(money["codes"]["small"]),
        money["aliases"],
        data["symbols"],
        times,
        ones | {"second", "quarter"},
        frozenset(data["single"]["words"]),
        frozenset(data["rates"]["words"]),
        frozenset(data["tight"]["words"]),
        frozenset(data["tight"]["symbols"]),
        frozenset(data["tight"]["prefixes"]),
    )


def currency_before(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The currency that stands right before the number at ``at``, and its first token: "£", "US$", "EUR", "HK $"."""
    words = unit_words()
    if at == 0:
        return None
    sign = tokens[at - 1]
    if sign.low in words.signs:
        if at >= 2 and tokens[at - 2].shape is Shape.WORD:
            prefix = tokens[at - 2]
            code = words.prefixes.get(prefix.low)
            if code and sign.low == "$" and (not sign.gap or prefix.low not in words.tight_prefixes):
                return code, at - 2
        return words.signs[sign.low], at - 1
    if sign.written in words.codes or (sign.low in words.small_codes and sign.shape is Shape.WORD):
        code = sign.written.upper()
        return words.aliases.get(code, code), at - 1
    return None


def read_unit(tokens: list[Token], at: int) -> Unit | None:
    """The unit that stands at ``at``, right after a number, with its rate ("barrels a day"), or None."""
    token = tokens[at]
    hyphen = token.low in DASHES and not token.gap and not tokens[at + 1].gap and tokens[at + 1].shape is Shape.WORD
    if hyphen:
        if tokens[at + 1].low == "second" and tokens[at - 1].low not in number_words().tens:
            return Unit("second", at + 2, time=True) if tokens[at + 2].gap else None
        unit = _plain_unit(tokens, at + 1)
        return unit and (unit if unit.name != PERCENT or unit.last > at + 1 else None)
    if token.low in _BRACKETS and tokens[at + 2].low == _BRACKETS[token.low]:
        inner = _plain_unit(tokens, at + 1)
        return inner and Unit(inner.name, at + 3, inner.money, inner.time)
    if token.low == "of" and tokens[at + 1].low in ("a", "one"):
        part = _plain_unit(tokens, at + 2)
        return part if part and part.name in (PERCENT, PERCENTAGE_POINT) else None
    unit = _plain_unit(tokens, at)
    if unit and unit.name not in (PERCENT, PERCENTAGE_POINT):
        return _with_rate(tokens, unit)
    return unit


def _plain_unit(tokens: list[Token], at: int) -> Unit | None:
    words = unit_words()
    token = tokens[at]
    for parts, name, money, time in words.phrases.get(token.low, ()):
        if all(tokens[at + n].low == part for n, part in enumerate(parts)):
            if token.gap and token.low in words.tight:
                return None
            return Unit(name, at + len(parts), money, time)
    if token.low in words.signs:
        return Unit(words.signs[token.low], at + 1, money=True)
    if token.written in words.codes:
        return Unit(words.aliases.get(token.written, token.written), at + 1, money=True)
    return _symbol(tokens, at, words)


def _symbol(tokens: list[Token], at: int, words: UnitWords) -> Unit | None:
    token = tokens[at]
    if token.shape is not Shape.WORD or tokens[at - 1].shape is not Shape.NUMBER:
        return None
    after = tokens[at + 1]
    if after.shape is Shape.NUMBER and not after.gap and token.written + after.written in words.symbols:
        return Unit(words.symbols[token.written + after.written], at + 2)
    if not after.gap and after.shape is Shape.WORD:
        return None
    if token.written == "in" and token.gap and after.shape is Shape.WORD:
        return None
    if token.gap and token.written in words.tight_symbols:
        return None
    name = words.symbols.get(token.written)
    return Unit(name, at + 1) if name else None


def _with_rate(tokens: list[Token], unit: Unit) -> Unit:
    at = unit.last
    link = tokens[at].low
    time = tokens[at + 1].low
    words = unit_words()
    if link in words.rates and time in words.times_of_one:
        name = "second" if time == "second" else words.times.get(time, time)
        return Unit(f"{unit.name}/{name}", at + 2, unit.money, unit.time)
    if link in ("/", "per") and not unit.money and not unit.time:
        over = _plain_unit(tokens, at + 1) or _over_symbol(tokens, at + 1)
        if over and not over.money and over.name != PERCENT:
            return Unit(f"{unit.name}/{over.name}", over.last)
    return unit


def _over_symbol(tokens: list[Token], at: int) -> Unit | None:
    """The unit under a stroke: the "l" of "mg/l", the "m3" of "µg/m3"."""
    token, after = tokens[at], tokens[at + 1]
    symbols = unit_words().symbols
    if token.shape is not Shape.WORD or token.gap:
        return None
    if after.shape is Shape.NUMBER and not after.gap and token.written + after.written in symbols:
        return Unit(symbols[token.written + after.written], at + 2)
    return Unit(symbols[token.written], at + 1) if token.written in symbols else None
