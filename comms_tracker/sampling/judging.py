"""What a coded sheet says of the program: for each kind, how much of it is right and how much of it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.errors import InputError
from comms_tracker.records import ChangeKind
from comms_tracker.report.words import KIND
from comms_tracker.sampling.rows import KINDS, NOT_A_CLAIM, UNSURE
from comms_tracker.sampling.sheet import key_path, read_sheet
from comms_tracker.sampling.statistics import Agreement, Share, agreement, share

ALLOWED = (*KINDS, NOT_A_CLAIM, UNSURE)
_BY_NAME: Mapping[str, str] = {
    **{name.replace("_", " "): name for name in ALLOWED},
    **{words.lower(): kind.value for kind, words in KIND.items()},
}
"""What a coder may write, in small letters and with spaces, and the value that it stands for."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One row that was coded. ``kinds`` are those that the coder calls right, the best first; ``weight`` is how many
    units of the corpus it stands for."""

    unit: str
    program: str
    kinds: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind: in how many rows the program and the coder say it; the shares are None of no rows.

    ``precision`` is the share of the program's that is right, ``recall`` the share of the coder's that was found.
    """

    kind: str
    program: int
    coder: int
    precision: Share | None
    recall: Share | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A sheet evaluated: how many rows it has, how many were coded and how many of these were left unsure.

    ``right`` is the share of the corpus's changes whose kind is right; ``agreement`` is that of two coders.
    """

    rows: int
    coded: int
    unsure: int
    right: Share | None
    kinds: tuple[KindScore, ...]
    agreement: Agreement | None


def judge(sheet: Path, second: Path | None = None, key: Path | None = None) -> Judged:
    """The sheet evaluated, its answers taken from its own columns, else from ``key``, else from the key beside it.

    Raises InputError where a file can't be read, a kind is none, or nothing was coded.
    """
    rows = read_sheet(sheet)
    answers = _answers(rows, sheet, key)
    kinds = _kinds(rows, sheet)
    coded = [_coded(unit, said, answers, sheet) for unit, said in kinds.items() if said and said != (UNSURE,)]
    if not coded:
        raise InputError(f"Nothing is coded in {sheet}. Write kinds into its column kind first.")
    return Judged(
        rows=len(rows),
        coded=len(coded),
        unsure=sum(said == (UNSURE,) for said in kinds.values()),
        right=share((one.program in one.kinds, one.weight) for one in coded),
        kinds=_scores(coded),
        agreement=None if second is None else _agreement(kinds, _kinds(read_sheet(second), second), sheet, second),
    )


def _scores(coded: Sequence[Coded]) -> tuple[KindScore, ...]:
    found = []
    for kind in KINDS:
        said = [one for one in coded if one.program == kind]
        wanted = [one for one in coded if one.kinds[0] == kind]
        if said or wanted:
            precision = share((kind in one.kinds, one.weight) for one in said)
            recall = share((one.program in one.kinds, one.weight) for one in wanted)
            found.append(KindScore(kind, len(said), len(wanted), precision, recall))
    return tuple(found)


def _agreement(
    first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]], sheet: Path, other: Path
) -> Agreement:
    pairs = [
        (said[0], second[unit][0])
        for unit, said in first.items()
        if said and second.get(unit) and UNSURE not in (said[0], second[unit][0])
    ]
    found = agreement(pairs)
    if found is None:
        raise InputError(f"No row is coded in both {sheet} and {other}. Give two coders' copies of one sheet.")
    return found


def _kinds(rows: Sequence[Mapping[str, str]], sheet: Path) -> dict[str, tuple[str, ...]]:
    """What the coder wrote for each unit; nothing where the cell is empty."""
    if "kind" not in rows[0]:
        raise InputError(f"{sheet} has no column kind. Use the sheet that sample wrote, with all of its columns.")
    return {row["unit"]: _said(row, sheet) for row in rows}


def _said(row: Mapping[str, str], sheet: Path) -> tuple[str, ...]:
    said = [part for part in row.get("kind", "").split(";") if part.strip()]
    kinds = tuple(_BY_NAME.get(" ".join(part.lower().replace("_", " ").split()), "") for part in said)
    if "" in kinds:
        wrong = said[kinds.index("")].strip()
        raise InputError(
            f'{sheet}, row {row.get("row", "?")}: "{wrong}" is no kind. Write one of {", ".join(ALLOWED)}, or several '
            "with ; between them."
        )
    if len(kinds) > 1 and not set(kinds) <= set(KINDS):
        raise InputError(
            f"{sheet}, row {row.get('row', '?')}: {NOT_A_CLAIM} and {UNSURE} stand alone. Leave the others out."
        )
    return kinds


def _answers(rows: Sequence[Mapping[str, str]], sheet: Path, key: Path | None) -> Mapping[str, Mapping[str, str]]:
    if "program_kind" in rows[0] and key is None:
        return {row["unit"]: row for row in rows}
    place = key or key_path(sheet)
    if not place.exists():
        raise InputError(
            f"{sheet} is blind, and there is no key {place}. Name the key that sample wrote beside it with --key FILE."
        )
    return {row["unit"]: row for row in read_sheet(place)}


def _coded(unit: str, kinds: tuple[str, ...], answers: Mapping[str, Mapping[str, str]], sheet: Path) -> Coded:
    answer = answers.get(unit)
    if answer is None:
        raise InputError(f"The key of {sheet} has no row {unit}. Use the key that was written with it.")
    try:
        kind = ChangeKind(answer["program_kind"]).value
        weight = float(answer["stratum_size"]) / float(answer["stratum_drawn"])
    except (KeyError, ValueError, ZeroDivisionError):
        raise InputError(
            f"{sheet}, {unit}: the program's answer was altered (program_kind, stratum_size or stratum_drawn). "
            "Put these columns back as sample wrote them."
        ) from None
    return Coded(unit, kind, kinds, weight)
