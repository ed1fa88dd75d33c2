"""What an add would do to an incident: which statements are new, which are known, and which have other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from comms_tracker.reading.dates import time_key
from comms_tracker.records import Statement
from comms_tracker.store.records import AddResult

UNDATED = time_key(None)


@dataclass(frozen=True, slots=True)
class Version:
    """A statement as it was read the first, second or a later time; numbers start at 1."""

    number: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Plan:
    """The incident after an add: its statements in order of time, and the versions that became history.

    ``basis`` is what the plan was made from: where the store holds something else by the time it is carried out, it
    must be made again.
    """

    basis: tuple[Version, ...]
    current: tuple[Version, ...]
    replaced: tuple[Version, ...]
    result: AddResult

    @property
    def new(self) -> tuple[Version, ...]:
        """The versions that the store does not have yet, replaced ones first."""
        known = {(version.statement.id, version.number) for version in self.basis}
        return tuple(
            version
            for version in (*self.replaced, *self.current)
            if (version.statement.id, version.number) not in known
        )

    @property
    def changes_nothing(self) -> bool:
        """Whether every given statement is in the store as it is."""
        return not self.result.added and not self.result.new_versions


def plan_add(
    incident: str, basis: Sequence[Version], earlier: Mapping[str, Sequence[Version]], given: Sequence[Statement]
) -> Plan:
    """The plan for adding ``given`` to an incident whose statements in order are ``basis``.

    ``earlier`` holds the versions of each given id that others replaced. Statements are ordered by when they were
    issued; of those issued at the same moment, the one added first stays first, and one without a date stays behind
    the one that it was given after. A text that went back to an earlier wording is a version of its own, unless the
    call also gives the wording in between and ends where the store is.
    """
    current = {version.statement.id: version for version in basis}
    replaced: list[Version] = []
    added, unchanged, new_versions = [], [], []
    for statement_id, texts in _by_id(incident, given).items():
        before = current.get(statement_id)
        if before is None:
            added.append(statement_id)
        known = [*earlier.get(statement_id, ()), *([before] if before else ())]
        if before and same(before.statement, texts[-1]) and all(_is_known(text, known) for text in texts):
            unchanged.append(statement_id)
            continue
        older = len(replaced)
        for text in texts:
            now = current.get(statement_id)
            if now is None:
                current[statement_id] = Version(1, text)
            elif not same(now.statement, text):
                replaced.append(now)
                current[statement_id] = Version(now.number + 1, text)
        if len(replaced) > older:
            new_versions.append(statement_id)
    return Plan(
        basis=tuple(basis),
        current=_in_order_of_time(current, len(basis), given),
        replaced=tuple(replaced),
        result=AddResult(tuple(added), tuple(unchanged), tuple(new_versions)),
    )


def _in_order_of_time(current: Mapping[str, Version], known: int, given: Sequence[Statement]) -> tuple[Version, ...]:
    """The versions sorted by time; the first ``known`` of them are in order already, the others in order of input."""
    keys: dict[str, datetime] = {}
    before = UNDATED
    for statement_id in list(current)[:known]:
        before = keys[statement_id] = _key(current[statement_id].statement, before)
    for statement in given:
        before = keys.setdefault(statement.id, _key(current[statement.id].statement, before))
    return tuple(sorted(current.values(), key=lambda version: keys[version.statement.id]))


def _key(statement: Statement, before: datetime) -> datetime:
    return before if statement.issued is None else time_key(statement.issued)


def moment(issued: str | None) -> str:
    """A date or time as text in UTC that sorts as it does in time; empty for none, which sorts first."""
    return "" if issued is None else time_key(issued).astimezone(UTC).isoformat()


def same(stored: Statement, given: Statement) -> bool:
    """Whether two readings of a source agree in words and in what is said about them.

    The mark for English is left out: it is a reading of the text, not a part of it.
    """
    return stored == replace(given, english=stored.english)


def _is_known(text: Statement, known: Sequence[Version]) -> bool:
    return any(same(version.statement, text) for version in known)


def _by_id(incident: str, given: Sequence[Statement]) -> dict[str, list[Statement]]:
    texts: dict[str, list[Statement]] = {}
    for statement in given:
        texts.setdefault(statement.id, []).append(replace(statement, incident=incident))
    return texts
