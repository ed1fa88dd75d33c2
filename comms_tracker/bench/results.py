"""Measurements as they are shown and kept: plain data, a table, sentences; and two of them side by side."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from comms_tracker.errors import InputError


@dataclass(frozen=True, slots=True)
class Measured:
    """What a bench found: ``data`` for programs, ``rows`` under ``headings`` and ``lines`` below them for people."""

    bench: str
    data: Mapping[str, Any]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A measurement with the moment at which it ended (ISO, in UTC), and how busy the machine was then.

    ``load`` is the mean number of processes that wanted a core over the last quarter of an hour, the bench's own among
    them; None where the system does not say.
    """

    moment: str
    load: float | None
    measured: Measured


def verdict(met: bool) -> str:
    """The word for a goal that is met, or is not."""
    return "meets" if met else "misses"


def save(path: Path, measured: Measured) -> None:
    """Appends the measurement as a line of JSON; raises InputError where the file cannot be written."""
    from datetime import UTC, datetime

    load = round(os.getloadavg()[2], 1) if hasattr(os, "getloadavg") else None
    saved = Saved(datetime.now(UTC).isoformat(timespec="seconds"), load, measured)
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(saved), ensure_ascii=False) + "\n")
    except OSError as error:
        raise InputError(f"--save {path} cannot be written: {error.strerror}. Name another file.") from None


def saved_in(path: Path) -> list[Saved]:
    """The measurements that were saved, oldest first; raises InputError where the file is missing or damaged."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}. Make it with comms-tracker bench extract --save {path}."
        ) from None
    return [_saved(line, f"{path}, line {number}") for number, line in enumerate(lines, start=1) if line.strip()]


def _saved(line: str, where: str) -> Saved:
    try:
        found = json.loads(line)
        told = found["measured"]
        rows = tuple(tuple(row) for row in told["rows"])
        measured = Measured(told["bench"], told["data"], tuple(told["headings"]), rows, tuple(told["lines"]))
        return Saved(found["moment"], found["load"], measured)
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{where}: not a saved measurement. Delete the line.") from None


def named(results: Sequence[Saved], name: str, path: Path) -> Saved:
    """The measurement of a name: its bench for the last of it, as "cold", with "~1" for the one before, and so on.

    Raises InputError where there is none, with those that there are.
    """
    bench, _, before = name.partition("~")
    of_bench = [saved for saved in results if saved.measured.bench == bench]
    back = int(before) if before.isdecimal() else 0 if not before else len(of_bench)
    if back < len(of_bench):
        return of_bench[-1 - back]
    counts = {saved.measured.bench: 0 for saved in results}
    for saved in results:
        counts[saved.measured.bench] += 1
    there = ", ".join(f"{bench} ({count})" for bench, count in counts.items()) or "nothing"
    raise InputError(f"There is no measurement {name} in {path}. There is {there}; cold~1 is the one before the last.")


def beside(one: Saved, other: Saved) -> list[tuple[str, str, str, str]]:
    """Each number that both have, by its place in the data, with the second over the first; those that differ only."""
    first, second = dict(numbers(one.measured.data)), dict(numbers(other.measured.data))
    return [
        (name, _short(first[name]), _short(second[name]), f"{second[name] / first[name]:.2f}" if first[name] else "")
        for name in first
        if name in second and first[name] != second[name]
    ]


def numbers(data: object, place: str = "") -> Iterator[tuple[str, float]]:
    """Every number in plain data, named by the keys and positions that lead to it."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from numbers(value, f"{place}.{key}" if place else str(key))
    elif isinstance(data, list | tuple):
        for number, value in enumerate(data, start=1):
            yield from numbers(value, f"{place}[{number}]")
    elif isinstance(data, int | float) and not isinstance(data, bool):
        yield place, float(data)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.3f}"
