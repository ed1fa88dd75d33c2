"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeVar

V = TypeVar("V")

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet reads a cell that begins with one of these as a formula, or leaves the tab out and then does (OWASP,
"CSV Injection")."""

GUARD = "'"
"""What is put in front: spreadsheets take it as a sign that text follows."""

LONGEST_CELL = 32_767
"""Characters that a cell of an XLSX file can hold."""
CUT = " … [cut here: CSV, JSONL and Parquet have the whole text]"

GUARDED = (
    "Cells that begin with =, +, -, @ or a tab got an apostrophe in front, "
    "so that no spreadsheet takes them for a formula"
)
SHORTENED = f"Cells longer than the {LONGEST_CELL:,} characters that one of a spreadsheet holds are cut"
REPLACED = "Control characters, which a cell of a spreadsheet cannot hold, became U+FFFD"


@dataclass(slots=True)
class Told:
    """What was changed on the way into a file, by table and column, so that it can be said."""

    guarded: Counter[str] = field(default_factory=Counter)
    cut: Counter[str] = field(default_factory=Counter)
    unshowable: Counter[str] = field(default_factory=Counter)

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of alteration that there was."""
        kinds = ((self.guarded, GUARDED), (self.cut, SHORTENED), (self.unshowable, REPLACED))
        return tuple(
            f"{what}: {', '.join(f'{number} in {name}' for name, number in sorted(counts.items()))}."
            for counts, what in kinds
            if counts
        )


def guarded(value: V, column: str, told: Told) -> V | str:
    """The value for a spreadsheet: text that would be a formula with a guard in front, a number as a number."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        told.guarded[column] += 1
        return GUARD + value
    return value
