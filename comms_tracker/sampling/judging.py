"""What a coded sheet of changes says of the program: for each kind, how much of it is right, how much was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.errors import InputError
from comms_tracker.records import ChangeKind
from comms_tracker.report.words import KIND
from comms_tracker.sampling.answers import Judged, KindScore, Row, agreed, altered, answers, weight_of
from comms_tracker.sampling.found_claims import judge_sentences
from comms_tracker.sampling.rows import KINDS, NOT_A_CLAIM, UNSURE
from comms_tracker.sampling.sheet import read_sheet
from comms_tracker.sampling.statistics import share

ALLOWED = (*KINDS, NOT_A_CLAIM, UNSURE)
_BY_NAME: Mapping[str, str] = {
    **{name.replace("_", " "): name for name in ALLOWED},
    **{words.lower(): kind.value for kind, words in KIND.items()},
}
"""What a coder may write, in small letters and with spaces, and the value that it stands for."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One row that was coded. ``kinds`` are those that the coder calls right, the best first.

    ``weight`` is how many changes of the corpus it stands for.
    """

    program: str
    kinds: tuple[str, ...]
    weight: float


def judge(sheet: Path, second: Path | None = None, key: Path | None = None) -> Judged:
    """The sheet evaluated, its answers taken from its own columns, else from ``key``, else from the key beside it.

    Raises InputError where a file can't be read, what was coded can't be taken, or nothing was.
    """
    rows = read_sheet(sheet)
    other = None if second is None else read_sheet(second)
    if "sentence" in rows[0]:
        return judge_sentences(rows, sheet, other, second, key)
    told = answers(rows, "program_kind", sheet, key)
    kinds = _kinds(rows, sheet)
    coded = [_coded(told[unit], said, sheet) for unit, said in kinds.items() if said and said != (UNSURE,)]
    if not coded:
        raise InputError(f"Nothing is coded in {sheet}. Write kinds into its column kind first.")
    return Judged(
        rows=len(rows),
        coded=len(coded),
        unsure=sum(said == (UNSURE,) for said in kinds.values()),
        right=share((one.program in one.kinds, one.weight) for one in coded),
        kinds=_scores(coded),
        agreement=None
        if other is None or second is None
        else agreed(_both(kinds, _kinds(other, second)), sheet, second),
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


def _both(first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """The best kinds of both coders, of the rows that both coded and were sure of."""
    return [
        (said[0], second[unit][0])
        for unit, said in first.items()
        if said and second.get(unit) and UNSURE not in (said[0], second[unit][0])
    ]


def _kinds(rows: Sequence[Row], sheet: Path) -> dict[str, tuple[str, ...]]:
    """What the coder wrote for each unit; nothing where the cell is empty."""
    if "kind" not in rows[0]:
        raise InputError(f"{sheet} has no column kind. Use the sheet that sample wrote, with all of its columns.")
    return {row["unit"]: _said(row, sheet) for row in rows}


def _said(row: Row, sheet: Path) -> tuple[str, ...]:
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


def _coded(answer: Row, kinds: tuple[str, ...], sheet: Path) -> Coded:
    try:
        kind = ChangeKind(answer["program_kind"]).value
    except ValueError:
        raise altered(answer, sheet) from None
    return Coded(kind, kinds, weight_of(answer, sheet))
