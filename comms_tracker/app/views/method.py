"""The table of vague words as the lexicon has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from comms_tracker import lexicon
from comms_tracker.report.numbers import interval_words

SPELLINGS = 4
"""Spellings of one entry that the table names; the lexicon has the rest."""

Row = tuple[str, str, str, str]


def vague_rows() -> tuple[Row, ...]:
    """Each vague word with its usual reading as a count, as a share, and the source of both."""
    table = lexicon.table("vague")
    entries = [_row(entry, entry["words"]) for entry in table.get("entry", [])]
    sizes = [_row(entry, [f"a {word} number" for word in entry["words"]]) for entry in table.get("size", [])]
    return tuple(entries + sizes)


def _row(entry: Mapping[str, Any], spellings: Sequence[str]) -> Row:
    spellings = [words for words in spellings if "," not in words]
    more = ", …" if len(spellings) > SPELLINGS else ""
    surveyed = [f"{entry[unit]} {unit}" for unit in ("readers", "sentences") if unit in entry]
    source = "; ".join([entry["source"], *surveyed])
    return (
        ", ".join(spellings[:SPELLINGS]) + more,
        _interval(entry.get("count"), None),
        _interval(entry.get("share"), "percent"),
        source,
    )


def _interval(ends: Sequence[float] | None, unit: str | None) -> str:
    if ends is None:
        return ""
    return interval_words(ends[0], ends[1] if len(ends) > 1 else None, unit)
