"""Which incident statements belong to, where some of them do not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comms_tracker.errors import InputError
from comms_tracker.records import Statement


def one_matter(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """The statements, those without an incident given the only one that the others name; and a note that says so.

    Where no statement names an incident, or several are named, nothing is given.
    """
    named = {statement.incident for statement in statements if statement.incident}
    nameless = [statement for statement in statements if not statement.incident]
    if not named or not nameless:
        return tuple(statements), ()
    ids = ", ".join(statement.id for statement in nameless)
    if len(named) > 1:
        return tuple(statements), (f"{ids}: no incident is given, so it is compared apart from the incidents named.",)
    (incident,) = named
    given = tuple(
        replace(statement, incident=incident) if not statement.incident else statement for statement in statements
    )
    return given, (f"{ids}: no incident is given, so it is taken as one of {incident}.",)


def only_incident(statements: Sequence[Statement], incident: str) -> tuple[Statement, ...]:
    """The statements of one incident; raises InputError where there are none, with the incidents that there are."""
    chosen = tuple(statement for statement in statements if statement.incident == incident)
    if not chosen:
        names = ", ".join(dict.fromkeys(statement.incident or "" for statement in statements))
        raise InputError(f"No statement is about {incident!r}. Name one that the input has: {names}.")
    return chosen
