"""Which statements are one release: an outlet's copy and another's, or a reprint, of the same words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comms_tracker.alignment.records import Release
from comms_tracker.records import Claim, Statement

# Twins can be days apart: a second outlet tells the same announcement later in the week.
TWIN_DAYS = 4


def releases(statements: Sequence[Statement], claims: Sequence[Claim]) -> tuple[Release, ...]:
    """The releases in order of time; ``statements`` are in that order already.

    A statement joins an earlier one where it says so (``repeats``), where two outlets report on the same day, or
    where they do so within ``TWIN_DAYS`` and share a number that tells.
    """
    groups: list[list[Statement]] = []
    numbers = {statement.id: telling_numbers(statement.id, claims) for statement in statements}
    for statement in statements:
        home = next(
            (group for group in reversed(groups) if any(twins(other, statement, numbers) for other in group)), None
        )
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    return tuple(Release(tuple(statement.id for statement in group)) for group in groups)


def twins(a: Statement, b: Statement, numbers: dict[str, set[tuple[float, str | None]]]) -> bool:
    """Whether two statements report the same words of one organisation."""
    if b.repeats is not None or a.repeats is not None:
        return b.repeats == a.id or a.repeats == b.id or (a.repeats is not None and a.repeats == b.repeats)
    if (
        a.organisation != b.organisation
        or not a.outlet
        or not b.outlet
        or a.outlet == b.outlet
        or not a.issued
        or not b.issued
    ):
        return False
    if a.issued[:10] == b.issued[:10]:
        return True
    days = abs((date.fromisoformat(b.issued[:10]) - date.fromisoformat(a.issued[:10])).days)
    return days <= TWIN_DAYS and bool(numbers[a.id] & numbers[b.id])


def telling_numbers(statement: str, claims: Sequence[Claim]) -> set[tuple[float, str | None]]:
    """The numbers of a statement's claims about the matter that are large or precise enough to tell it from another."""
    found: set[tuple[float, str | None]] = set()
    for claim in claims:
        if claim.statement != statement or claim.background or claim.restated or claim.figure is None:
            continue
        value = claim.figure.low if claim.figure.low is not None else claim.figure.high
        if value is not None and value >= 100:
            found.add((value, claim.figure.unit))
    return found
