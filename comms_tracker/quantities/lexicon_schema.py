"""The lexicon of vague words, read and checked: what each word usually means, with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from comms_tracker.errors import LexiconError
from comms_tracker.lexicon import table
from comms_tracker.records import Reading, ReadingAs

Ends = tuple[float, float | None]
_SECTIONS = ("entry", "size", "modifier", "heads")
_KEYS = {
    "entry": {"words", "count", "share", "towards", "source", "readers", "sentences"},
    "size": {"words", "count", "share", "towards", "source", "readers", "sentences"},
    "modifier": {"words", "ends", "source"},
}


@dataclass(frozen=True, slots=True)
class VagueEntry:
    """A vague word's usual readings: as a count, as a share in per cent; ``source`` says who found so."""

    words: str
    count: Ends | None
    share: Ends | None
    towards: str | None
    source: str

    def readings(self) -> tuple[Reading, ...]:
        """The readings for a figure's record, the count first."""
        found = []
        for as_, ends in ((ReadingAs.COUNT, self.count), (ReadingAs.SHARE, self.share)):
            if ends is not None:
                found.append(Reading(as_, ends[0], ends[1], self.source))
        return tuple(found)

    def times(self, factor: float) -> VagueEntry:
        """The entry for "several hundred": its count by ``factor``, no share."""
        if self.count is None:
            return self
        low, high = self.count
        source = f"{factor:,.0f} times '{self.words}': {self.source}"
        return replace(self, count=(low * factor, None if high is None else high * factor), share=None, source=source)

    def modified(self, word: str, ends: tuple[float, float]) -> VagueEntry:
        """The entry under a modifier such as "very"; the rule stands in the lexicon's head."""
        source = f"'{word}' by rule ({ends[0]:g}, {ends[1]:g}) on {self.source}"
        if self.towards == "small":
            count = self.count and (_rounded(self.count[0] * ends[0]), _scaled(self.count[1], ends[1]))
            share = self.share and (_rounded(self.share[0] * ends[0]), _scaled(self.share[1], ends[1]))
            return replace(self, count=count, share=share, source=source)
        if self.towards == "large":
            count = self.count and (_rounded(self.count[0] / ends[1]), _scaled(self.count[1], 1 / ends[0]))
            share = self.share
            if share is not None and share[1] is not None:
                low = max(0.0, 100 - (100 - share[0]) * ends[1])
                share = (_rounded(low), _rounded(max(low, 100 - (100 - share[1]) * ends[0])))
            return replace(self, count=count, share=share, source=source)
        return self


@dataclass(frozen=True, slots=True)
class VagueLexicon:
    """Everything that reads vague words: entries by phrase, sizes by adjective, modifiers' factors, head nouns.

    ``firsts`` and ``pairs`` are the first words and the first two words of every phrase, to look up before reading on.
    """

    entries: Mapping[tuple[str, ...], VagueEntry]
    sizes: Mapping[str, VagueEntry]
    modifiers: Mapping[str, tuple[float, float]]
    heads: Mapping[str, str]
    firsts: frozenset[str]
    pairs: frozenset[tuple[str, ...]]


def load_vague(path: Path | None = None) -> VagueLexicon:
    """The bundled lexicon, its entries overridden by those of a user's own file at ``path``.

    :raises LexiconError: where the file cannot be read or an entry does not fit; it names the entry and the file.
    """
    bundled = _bundled()
    if path is None:
        return bundled
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}). Give a TOML file of vague words.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: is not a TOML file ({error}). See the bundled vague.toml for its form.") from error
    own = read_lexicon(data, str(path))
    return _lexicon(
        {**bundled.entries, **own.entries},
        {**bundled.sizes, **own.sizes},
        {**bundled.modifiers, **own.modifiers},
        {**bundled.heads, **own.heads},
    )


@cache
def _bundled() -> VagueLexicon:
    return read_lexicon(table("vague"), "vague.toml")


def read_lexicon(data: Mapping[str, Any], file: str) -> VagueLexicon:
    """The lexicon in parsed TOML; ``file`` is its name for messages.

    :raises LexiconError: for the first entry that does not fit.
    """
    for key in data:
        if key not in _SECTIONS:
            raise LexiconError(f"{file}: unknown section '{key}'. Write one of: {_listed(_SECTIONS)}.")
    entries: dict[tuple[str, ...], VagueEntry] = {}
    sizes: dict[str, VagueEntry] = {}
    for section in ("entry", "size"):
        for number, row in enumerate(data.get(section, []), start=1):
            for entry in _entries(section, number, row, file):
                if section == "entry":
                    entries[tuple(entry.words.split())] = entry
                else:
                    sizes[entry.words] = entry
    modifiers: dict[str, tuple[float, float]] = {}
    for number, row in enumerate(data.get("modifier", []), start=1):
        where = _checked("modifier", number, row, file)
        ends = _ends(row, "ends", where, file)
        if ends is None or ends[1] is None:
            raise LexiconError(f"{file}: {where} has no 'ends'. Write ends = [low factor, high factor].")
        modifiers.update(dict.fromkeys(row["words"], (ends[0], ends[1])))
    heads = {noun: as_ for as_, nouns in data.get("heads", {}).items() for noun in nouns}
    return _lexicon(entries, sizes, modifiers, heads)


def _lexicon(
    entries: Mapping[tuple[str, ...], VagueEntry],
    sizes: Mapping[str, VagueEntry],
    modifiers: Mapping[str, tuple[float, float]],
    heads: Mapping[str, str],
) -> VagueLexicon:
    firsts = {phrase[0] for phrase in entries} | set(sizes) | set(modifiers)
    pairs = frozenset(phrase[:2] for phrase in entries)
    return VagueLexicon(entries, sizes, modifiers, heads, frozenset(firsts), pairs)


def _entries(section: str, number: int, row: Mapping[str, Any], file: str) -> list[VagueEntry]:
    where = _checked(section, number, row, file)
    count, share = _ends(row, "count", where, file), _ends(row, "share", where, file)
    if count is None and share is None:
        raise LexiconError(f"{file}: {where} has neither 'count' nor 'share'. Write count = [low, high], or share.")
    if share is not None and (share[1] or share[0]) > 100:
        raise LexiconError(f"{file}: {where} has a share above 100. Write shares in per cent, as in share = [1, 10].")
    towards = row.get("towards")
    if towards not in (None, "small", "large"):
        raise LexiconError(f'{file}: {where} has towards = \'{towards}\'. Write "small" or "large", or leave it out.')
    survey = [f"{row[key]} {key}" for key in ("readers", "sentences") if key in row]
    source = row["source"] + (f" ({', '.join(survey)})" if survey else "")
    return [VagueEntry(words.lower(), count, share, towards, source) for words in row["words"]]


def _checked(section: str, number: int, row: Mapping[str, Any], file: str) -> str:
    """The name of the entry for messages, once its keys, words and source are there."""
    words = row.get("words")
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise LexiconError(f'{file}: {section} {number} has no words. Write words = ["a few"].')
    where = f"{section} {number} ('{words[0]}')"
    for key in row:
        if key not in _KEYS[section]:
            raise LexiconError(f"{file}: {where} has the unknown key '{key}'. Write one of: {_listed(_KEYS[section])}.")
    source = row.get("source")
    if not isinstance(source, str) or not source.strip():
        raise LexiconError(f'{file}: {where} has no source. Write source = "who found these numbers, and how".')
    return where


def _ends(row: Mapping[str, Any], key: str, where: str, file: str) -> Ends | None:
    value = row.get(key)
    if value is None:
        return None
    numbers = value if isinstance(value, list) else [value]
    if not 1 <= len(numbers) <= 2 or not all(isinstance(n, int | float) and n is not True for n in numbers):
        raise LexiconError(
            f"{file}: {where} has {key} = {value!r}. Write {key} = [low, high], or [low] for no upper end."
        )
    low, high = float(numbers[0]), float(numbers[1]) if len(numbers) == 2 else None
    if high is not None and low > high:
        raise LexiconError(
            f"{file}: {where} has {key} from {low:g} to {high:g}. Write the low end first: [{high:g}, {low:g}]."
        )
    if low < 0:
        raise LexiconError(f"{file}: {where} has {key} below 0. Write a low end of 0 or more.")
    return low, high


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else _rounded(value * factor)


def _rounded(value: float) -> float:
    """To two significant digits under 100, since no survey behind it is finer; near 100 per cent to one decimal."""
    if 10 <= value < 99:
        return float(round(value))
    return round(value, 1)


def _listed(names: Mapping[str, Any] | set[str] | tuple[str, ...]) -> str:
    return ", ".join(sorted(names))
