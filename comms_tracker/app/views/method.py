"""The tables of the page on the method: vague words as the lexicon has them, and how often the program is right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from comms_tracker import lexicon
from comms_tracker.app.words import method as words
from comms_tracker.records import ChangeKind, FindingKind
from comms_tracker.report.numbers import interval_words, source_as_printed
from comms_tracker.report.words import FINDING, KIND

SPELLINGS = 4
"""Spellings of one entry that the table names; the lexicon has the rest."""

Row = tuple[str, str, str, str]

_BEFORE_A_VOWEL = re.compile(r"\ba (?=[aeio]|un)")


@cache
def measured() -> Mapping[str, Any]:
    """The file that ``scripts/accuracy.py`` writes: what was measured on the project's own gold."""
    return tomllib.loads(files("comms_tracker.app").joinpath("accuracy.toml").read_text(encoding="utf-8"))


def measured_words() -> str:
    """One paragraph that says what was measured, and how far confidence was from what was so."""
    data = measured()
    return words.MEASURED.format(incidents=data["incidents"], links=data["links"], brier=f"{data['brier']:.3f}")


def reliability_rows() -> tuple[Row, ...]:
    """Each band of confidence with its links, their mean confidence, and how many of a hundred were right."""
    return tuple(
        (
            words.BAND.format(low=_hundredths(band["low"]), high=_hundredths(band["high"])),
            str(band["links"]),
            words.IN_100.format(share=_hundredths(band["said"])),
            words.IN_100.format(share=_hundredths(band["right"])),
        )
        for band in measured()["band"]
    )


def kind_rows() -> tuple[Row, ...]:
    """Each kind of change and each finding with how many there are in the gold, were found, and were said wrongly."""
    data = measured()
    changes = [(KIND[ChangeKind(row["kind"])], row) for row in data["change"]]
    findings = [(FINDING[FindingKind(row["kind"])], row) for row in data["finding"]]
    return tuple((name, str(row["n"]), str(row["right"]), str(row["wrong"])) for name, row in (*changes, *findings))


def _hundredths(share: float) -> str:
    return f"{share * 100:.0f}"


def vague_rows() -> tuple[Row, ...]:
    """Each vague word with its usual reading as a count, as a share, and the source of both."""
    table = lexicon.table("vague")
    entries = [_row(entry, entry["words"]) for entry in table.get("entry", [])]
    sizes = [_row(entry, [f"a {word} number" for word in entry["words"]]) for entry in table.get("size", [])]
    return tuple(entries + sizes)


def _row(entry: Mapping[str, Any], spellings: Sequence[str]) -> Row:
    spellings = [_as_written(words) for words in spellings if "," not in words]
    more = ", …" if len(spellings) > SPELLINGS else ""
    surveyed = [f"{entry[unit]} {unit}" for unit in ("readers", "sentences") if unit in entry]
    source = "; ".join([source_as_printed(entry["source"]), *surveyed])
    return (
        ", ".join(spellings[:SPELLINGS]) + more,
        _interval(entry.get("count"), None),
        _interval(entry.get("share"), "percent"),
        source,
    )


def _as_written(spelling: str) -> str:
    """A spelling of the lexicon, which has "a" for "an" and spaces around a hyphen, as people write it."""
    return _BEFORE_A_VOWEL.sub("an ", spelling.replace(" - ", "-"))


def _interval(ends: Sequence[float] | None, unit: str | None) -> str:
    if ends is None:
        return ""
    return interval_words(ends[0], ends[1] if len(ends) > 1 else None, unit)
