"""The program's answers to a sheet, from its own columns or its key, and what an evaluation comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.errors import InputError
from comms_tracker.sampling.sheet import key_path, read_sheet
from comms_tracker.sampling.statistics import Agreement, Pair, Share, agreement

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind, or claims as such: how many the program and the coder have; the shares are None of nothing.

    ``precision`` is the share of the program's that is right, ``recall`` the share of the coder's that was found.
    """

    kind: str
    program: int
    coder: int
    precision: Share | None
    recall: Share | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A sheet evaluated: how many rows it has, how many were coded, and how many more were left unsure.

    ``right`` is the share of the corpus's changes whose kind is right, None for a sheet of sentences. ``agreement`` is
    that of two coders.
    """

    rows: int
    coded: int
    unsure: int
    right: Share | None
    kinds: tuple[KindScore, ...]
    agreement: Agreement | None


def answers(rows: Sequence[Row], column: str, sheet: Path, key: Path | None) -> Mapping[str, Row]:
    """The row with the program's answer for each unit: the sheet's own where it has ``column``, else of its key.

    Raises InputError where there is no key, or it lacks one of the units.
    """
    if column in rows[0] and key is None:
        return {row["unit"]: row for row in rows}
    place = key or key_path(sheet)
    if not place.exists():
        raise InputError(
            f"{sheet} is blind, and there is no key {place}. Name the key that sample wrote beside it with --key FILE."
        )
    found = {row["unit"]: row for row in read_sheet(place)}
    missing = next((row["unit"] for row in rows if row["unit"] not in found or column not in found[row["unit"]]), None)
    if missing is not None:
        raise InputError(
            f"{place} has no answer for {missing} of {sheet}. Use the key that was written with the sheet."
        )
    return found


def weight_of(answer: Row, sheet: Path) -> float:
    """How many units of the corpus a row stands for; raises InputError where its columns were altered."""
    try:
        return float(answer["stratum_size"]) / float(answer["stratum_drawn"])
    except (KeyError, ValueError, ZeroDivisionError):
        raise altered(answer, sheet) from None


def altered(answer: Row, sheet: Path) -> InputError:
    """The error for a program's answer that is not as sample wrote it."""
    return InputError(
        f"{sheet}, {answer.get('unit')}: the program's answer was altered (a column program_... or stratum_...). "
        "Put these columns back as sample wrote them."
    )


def agreed(pairs: Sequence[Pair], sheet: Path, second: Path) -> Agreement:
    """How far two coders agree; raises InputError where there is no row that both coded."""
    found = agreement(pairs)
    if found is None:
        raise InputError(f"No row is coded in both {sheet} and {second}. Give two coders' copies of one sheet.")
    return found
