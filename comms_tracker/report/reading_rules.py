"""Why a figure was read as it was: the rule and the lexicon entries that it rests on, each with file and source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from comms_tracker.lexicon import table
from comms_tracker.quantities import VagueLexicon
from comms_tracker.records import Claim, Figure, ReadingAs, Statement
from comms_tracker.report.numbers import interval_words

NO_ENTRY = "No lexicon entry: the program reads this without one."
NOT_CLAIMED = "Figures that are no claim"
NOT_CLAIMED_MEANING = "Read as quantities, but the text asserts nothing about the matter with them."
BUNDLED_VAGUE = "vague.toml"

RULES = MappingProxyType(
    {
        "number": "a number in digits",
        "number in words": "a number in words",
        "money": "a number with a currency",
        "percent": "a number of per cent",
        "measure": "a number with a unit",
        "fraction": "a fraction of a whole",
        "rate": "one number out of another",
        "multiplier": "a word for so many times as much",
    }
)
"""What each rule of ``quantities`` reads."""

EFFECTS = MappingProxyType(
    {
        "approximate": "makes it approximate",
        "below": "puts it a little below the number",
        "above": "puts it a little above the number",
        "more_than": "makes the number a floor, itself not included",
        "at_least": "makes the number a floor",
        "less_than": "makes the number a ceiling, itself not included",
        "at_most": "makes the number a ceiling",
    }
)
"""What words beside a number do to it, by the keys of approximators.toml."""

SOURCES = MappingProxyType(
    {
        "approximators.toml": "Quirk et al., A Comprehensive Grammar of the English Language (1985), 7.62-7.64; "
        "Channell, Vague Language (1994), chapter 3",
        "numbers.toml": "ordinary English dictionaries",
        "units.toml": "ISO 4217, BIPM SI Brochure, Weights and Measures Act 1985, NIST Handbook 44",
    }
)
"""The sources of the lexicons that name one for the whole file, as their first lines give them."""

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry that a figure rests on: its words, its file, what it says, and who says so."""

    words: str
    file: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Why:
    """How a figure was read: the rule's own name, the same in words, and the entries, none for digits alone."""

    rule: str
    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """What ``--explain`` adds: why a figure was read so, and the figures of a statement that no claim has."""

    why: Callable[[Figure], Why]
    unclaimed: Callable[[Statement, Sequence[Claim]], Sequence[Figure]]


def why(figure: Figure, lexicon: VagueLexicon | None = None, own_file: str = "") -> Why:
    """The rule and the entries behind a figure; ``lexicon`` and ``own_file`` are the user's, where there is one."""
    own = _own_sources(lexicon) if lexicon is not None else frozenset()
    return Why(figure.rule, _rule_words(figure.rule), tuple(_entries(figure, own, own_file)))


def why_lines(found: Why) -> list[str]:
    """The same as sentences: the rule, then a line for each entry."""
    lines = [f"Rule “{found.rule}”: {found.words}."]
    for entry in found.entries:
        lines.append(f"“{entry.words}” in {entry.file}: {entry.says}. Source: {entry.source}.")
    if not found.entries:
        lines.append(NO_ENTRY)
    return lines


def _rule_words(rule: str) -> str:
    if rule.startswith("vague: ") and ", " not in rule:
        return "a vague word, with what readers usually take it to mean"
    told = []
    for part in re.split(r", (?=[a-z]+(?: in words)?(?: \+|$))", rule):
        base, *effects = part.split(" + ")
        bounds = list(dict.fromkeys(EFFECTS[effect] for effect in effects if effect in EFFECTS))
        beside = f", and a word beside it that {' and '.join(bounds)}" if bounds else ""
        told.append(_base_words(base) + beside)
    return "; then ".join(told)


def _base_words(base: str) -> str:
    if base.startswith("range of "):
        return f"a range, its upper end {_base_words(base.removeprefix('range of '))}"
    if base.startswith("universal: "):
        none = base in ("universal: none", "universal: not one", "universal: no")
        return "a word for none" if none else "a word for the whole"
    return RULES.get(base, "a vague word" if base.startswith("vague: ") else base)


def _entries(figure: Figure, own: frozenset[str], own_file: str) -> Iterator[Entry]:
    if "vague: " in figure.rule:
        yield from _vague_entries(figure, own, own_file)
    yield from _approximators(figure)
    yield from _number_words(figure)
    if figure.unit is not None and figure.rule.split(" + ")[0].removeprefix("range of ") in (
        "money",
        "percent",
        "measure",
    ):
        yield _file_entry(_unit_words(figure), "units.toml", f"the unit “{figure.unit}”")


def _vague_entries(figure: Figure, own: frozenset[str], own_file: str) -> Iterator[Entry]:
    words = figure.rule.partition("vague: ")[2].split(",")[0].split(" + ")[-1].split(" x ")[0]
    said: dict[str, list[str]] = {}
    for reading in figure.readings:
        unit = "percent" if reading.as_ is ReadingAs.SHARE else None
        read = interval_words(reading.low, reading.high, unit)
        said.setdefault(reading.source, []).append(f"as a {reading.as_.value} {read}")
    for source, readings in said.items():
        file = own_file if any(one in source for one in own) else BUNDLED_VAGUE
        yield Entry(words, file, ", ".join(readings), source.rstrip("."))


def _own_sources(lexicon: VagueLexicon) -> frozenset[str]:
    """The sources that only a user's own file gives."""
    from comms_tracker.quantities import load_vague

    bundled = load_vague()
    known = {entry.source for entry in (*bundled.entries.values(), *bundled.sizes.values())}
    return frozenset(entry.source for entry in (*lexicon.entries.values(), *lexicon.sizes.values())) - known


def _approximators(figure: Figure) -> Iterator[Entry]:
    """The phrases of each effect that stand in the figure's words, none that is only a part of a longer one."""
    folded = f" {' '.join(figure.text.casefold().replace('-', ' - ').split())} "
    for key in dict.fromkeys(effect.strip() for effect in figure.rule.replace(",", " + ").split(" + ")[1:]):
        found = [
            phrase
            for side in ("before", "after")
            for phrase in (table("approximators")[side].get(key, []) if key in EFFECTS else [])
            if f" {phrase} " in folded or (not phrase[0].isalpha() and phrase in folded)
        ]
        for phrase in dict.fromkeys(found):
            if not any(phrase in other for other in found if other != phrase):
                yield _file_entry(phrase, "approximators.toml", EFFECTS[key])


def _number_words(figure: Figure) -> Iterator[Entry]:
    if figure.rule.startswith(("vague: ", "universal: ")):
        return
    numbers = table("numbers")
    known = {
        word: value
        for section in ("units", "tens", "scales", "suffixes", "dozens", "denominators", "multipliers")
        for word, value in reversed(numbers[section].items())
    }
    for word in dict.fromkeys(found[0].casefold() for found in _WORDS.finditer(figure.text)):
        if word in known:
            value = known[word]
            per = word in numbers["denominators"]
            says = f"one part in {value:,.0f}" if per else f"{value:,.15g}"
            yield _file_entry(word, "numbers.toml", says)


def _unit_words(figure: Figure) -> str:
    """The figure's own words for its unit: what is left of it beside digits, signs kept."""
    if figure.unit == "percent":
        return next((word for word in table("units")["percent"]["words"] if word in figure.text.casefold()), "per cent")
    sign = next((sign for sign in table("units")["currency"]["signs"] if sign in figure.text), None)
    words = _WORDS.findall(figure.text)
    return sign or (words[-1] if words else figure.unit or "")


def _file_entry(words: str, file: str, says: str) -> Entry:
    return Entry(words, file, says, SOURCES[file])
