"""Adds statements until the disk is full, looks at what is there, makes room and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.errors import StoreError
from comms_tracker.records import Claim, Comparison, Measure, ProducedBy, Statement
from comms_tracker.store import Store
from faults.writers import INCIDENT, numbered

ROOM = 1_000_000
"""Bytes of a file that is taken away when the disk is full."""
AT_MOST = 10_000
"""Statements after which the file system is not a small one."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Statements added until the disk was full, and once it had room again; what was said, and what is wrong."""

    before: int
    said: str
    after: int
    wrong: tuple[str, ...]


def fill(folder: Path) -> Filled:
    """Fills the small file system that the folder is on; its files are taken away after it."""
    path, filler = folder / "store.db", folder / "filler"
    filler.write_bytes(bytes(ROOM))
    try:
        before, said = _add_until_full(path, 0)
        wrong = list(_wrong(path, before))
        filler.unlink()
        after, _ = _add_until_full(path, before)
        wrong += _wrong(path, before + after)
        return Filled(before, said, after, tuple(wrong))
    finally:
        for each in (filler, *folder.glob("store.db*")):
            each.unlink(missing_ok=True)


def _add_until_full(path: Path, held: int) -> tuple[int, str]:
    with Store.open(path, write=True, compare=_compare) as store:
        for number in range(AT_MOST):
            try:
                store.add(INCIDENT, [long(held + number)])
            except StoreError as error:
                return number, str(error)
    raise RuntimeError(f"{path.parent} is not full after {AT_MOST} statements; name a folder on a small file system")


def _wrong(path: Path, held: int) -> Iterator[str]:
    with Store.open(path, write=False) as store:
        yield from (one.line for one in store.verify())
        found = {one.id for one in store.statements(INCIDENT)}
    if found != {long(number).id for number in range(held)}:
        yield f"{held} statements were reported as added, and {len(found)} are there"


def long(number: int) -> Statement:
    """A statement of about 20 kB."""
    one = numbered(number)
    return Statement(one.id, f"{one.text} " * 400, one.organisation, one.issued, incident=INCIDENT)


def _compare(statements: object, *_: object) -> Comparison:
    """Stands for the program: one claim a statement."""
    assert isinstance(statements, list)
    claims = tuple(Claim(f"c-{one.id}", one.id, 0, 9, one.text[:9], None, Measure(phrase=one.id)) for one in statements)
    made = ProducedBy("0.1.0", "a" * 64, "b" * 64)
    return Comparison(INCIDENT, made, tuple(statements), claims, (), (), (), ())
