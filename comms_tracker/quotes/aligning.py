"""A quotation's words laid beside a statement's: which are the same, which differ, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.quotes.words import Word

GAP_OPENED, GAP_GONE_ON = 0.7, 0.05
"""Cost of leaving out the statement's words: a longer gap costs little more, so that pieces spliced are found."""
INSERTED, REPLACED, BOTH_NUMBERS, ALIKE = 1.0, 1.1, 0.8, 0.5
_FAR = float("inf")


@dataclass(frozen=True, slots=True)
class Pair:
    """The quotation's words ``quoted`` beside the statement's ``said``, as index ranges; one of them can be empty."""

    quoted: tuple[int, int]
    said: tuple[int, int]
    same: bool


def alike(one: str, other: str) -> bool:
    """Whether two forms are one word's in another number or tense: "hundred" and "hundreds"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    shared = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= 3 and shared >= len(long) - 3 and not one[:1].isdigit()


def align(quoted: Sequence[Word], said: Sequence[Word]) -> list[Pair]:
    """The cheapest way to get the whole of ``quoted`` out of a part of ``said``.

    Words before and after that part are free. Two words that are one when written together pair with that one.
    """
    rows, columns = len(quoted), len(said)
    here = [[_FAR] * (columns + 1) for _ in range(rows + 1)]
    gap = [[_FAR] * (columns + 1) for _ in range(rows + 1)]
    back: list[list[tuple[int, int, bool, bool] | None]] = [[None] * (columns + 1) for _ in range(rows + 1)]
    gap_back: list[list[bool]] = [[False] * (columns + 1) for _ in range(rows + 1)]
    here[0] = [0.0] * (columns + 1)
    for row in range(1, rows + 1):
        for column in range(columns + 1):
            best, step = here[row - 1][column] + INSERTED, (1, 0, False, False)
            from_gap = gap[row - 1][column] + INSERTED
            if from_gap < best:
                best, step = from_gap, (1, 0, False, True)
            for taken, other, cost, same in _steps(quoted, said, row, column):
                for in_gap, table in ((False, here), (True, gap)):
                    total = table[row - taken][column - other] + cost
                    if total < best:
                        best, step = total, (taken, other, same, in_gap)
            here[row][column], back[row][column] = best, step
            if column:
                opened, gone_on = here[row][column - 1] + GAP_OPENED, gap[row][column - 1] + GAP_GONE_ON
                gap[row][column], gap_back[row][column] = min(opened, gone_on), gone_on < opened
    end = min(range(columns + 1), key=lambda column: here[rows][column])
    return _traced(back, gap_back, rows, end)


def align_long(quoted: Sequence[Word], said: Sequence[Word]) -> list[Pair]:
    """As :func:`align` for what is too long to try every way: the fewest words replaced, added and left out."""
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.opcodes([one.form for one in quoted], [one.form for one in said])
    pairs: list[Pair] = []
    for step in steps:
        if step.tag == "equal":
            shift = step.dest_start - step.src_start
            same = range(step.src_start, step.src_end)
            pairs += [Pair((at, at + 1), (at + shift, at + shift + 1), True) for at in same]
        else:
            pairs.append(Pair((step.src_start, step.src_end), (step.dest_start, step.dest_end), False))
    while pairs and pairs[0].quoted[0] == pairs[0].quoted[1]:
        pairs.pop(0)
    while pairs and pairs[-1].quoted[0] == pairs[-1].quoted[1]:
        pairs.pop()
    return pairs


def _steps(quoted: Sequence[Word], said: Sequence[Word], row: int, column: int) -> list[tuple[int, int, float, bool]]:
    """The ways to pair the last words: how many of each side, the cost, and whether they are the same."""
    if not column:
        return []
    one, other = quoted[row - 1].form, said[column - 1].form
    if one == other:
        return [(1, 1, 0.0, True)]
    numbers = one[:1].isdigit() and other[:1].isdigit()
    found = [(1, 1, ALIKE if alike(one, other) else BOTH_NUMBERS if numbers else REPLACED, False)]
    if column > 1 and one == said[column - 2].form + other:
        found.append((1, 2, 0.0, True))
    if row > 1 and quoted[row - 2].form + one == other:
        found.append((2, 1, 0.0, True))
    return found


def _traced(
    back: Sequence[Sequence[tuple[int, int, bool, bool] | None]],
    gap_back: Sequence[Sequence[bool]],
    row: int,
    column: int,
) -> list[Pair]:
    pairs: list[Pair] = []
    while row > 0:
        step = back[row][column]
        assert step is not None
        taken, other, same, in_gap = step
        pairs.append(Pair((row - taken, row), (column - other, column), same))
        row, column = row - taken, column - other
        if in_gap and row > 0:
            end = column
            while gap_back[row][column]:
                column -= 1
            column -= 1
            pairs.append(Pair((row, row), (column, end), False))
    return pairs[::-1]
