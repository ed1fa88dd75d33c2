"""Who issued statements, when, through what and from where, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comms_tracker.records import Statement
from comms_tracker.report import words

RECAST = "recast"
"""The value of a statement's ``wording`` where a bundled case is told in our own words."""


def summary(statements: Sequence[Statement]) -> str:
    """Who spoke, how often and when: "Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017"."""
    who = words.listed(organisations(statements))
    return f"{who}{': ' if who else ''}{how_often(statements)}"


def how_often(statements: Sequence[Statement]) -> str:
    """How many statements there are and from when to when: "2 statements, 28 April 2017 to 5 May 2017"."""
    return ", ".join(part for part in (words.counted(len(statements), "statement"), span(statements)) if part)


def span(statements: Sequence[Statement]) -> str:
    """From when to when statements in order of time were issued, one day once; empty where none has a date."""
    days = list(dict.fromkeys(words.date_words(one.issued) for one in statements if one.issued))
    return f"{days[0]} to {days[-1]}" if len(days) > 1 else "".join(days)


def organisations(statements: Iterable[Statement]) -> list[str]:
    """The organisations that issued the statements, each once, in order of first appearance."""
    return list(dict.fromkeys(one.organisation for one in statements if one.organisation))


def byline(statement: Statement, *, organisation: bool = True, title: bool = True) -> str:
    """A statement's date, organisation, channel, outlet and title (its id where it has none), as far as known."""
    about = whence(statement, organisation=organisation, title=title)
    return ", ".join(part for part in (words.moment_words(statement.issued), about) if part)


def whence(statement: Statement, *, organisation: bool = True, title: bool = True) -> str:
    """As :func:`byline`, without the date."""
    named = f"“{statement.title}”" if statement.title else statement.id
    outlet = f"in {statement.outlet}" if statement.outlet else None
    issuer = statement.organisation if organisation else None
    return ", ".join(part for part in (issuer, statement.channel, outlet, named if title else None) if part)


def source_words(statement: Statement) -> str:
    """Where the statement's words come from; that they are recast is never left out."""
    recast = "wording recast, not the organisation's own" if statement.wording == RECAST else None
    return "; ".join(part for part in (statement.source, recast) if part)
