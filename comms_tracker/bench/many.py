"""Any number of statements to measure with: real cases told again under other names and with other numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comms_tracker.bench.texts import varied
from comms_tracker.records import Statement


def many(cases: Sequence[Sequence[Statement]], count: int, seed: int = 0) -> Iterator[Statement]:
    """``count`` statements in incidents of as many as the case that they are told after; the cases in turn.

    The same seed gives the same statements on every machine. Raises ValueError where no case has a statement.
    """
    told = [case for case in cases if case]
    if not told:
        raise ValueError("there is no case with a statement in it to tell again")
    chance = random.Random(seed)
    made = 0
    for number in range(count):
        for statement in told[number % len(told)]:
            if made == count:
                return
            made += 1
            incident = f"{statement.incident or 'case'}-{number}"
            yield replace(statement, text=varied(statement.text, chance), incident=incident)


def one_incident(cases: Sequence[Sequence[Statement]], count: int, seed: int = 0) -> list[Statement]:
    """``count`` statements of one organisation about one matter, a day after another; what they say is told again."""
    statements = many(cases, count, seed)
    return [
        replace(each, id=f"s{number:05}", incident="one", organisation="One", issued=day(number), repeats=None)
        for number, each in enumerate(statements)
    ]


def once(cases: Sequence[Sequence[Statement]]) -> list[Statement]:
    """Each case as it is, once, by one organisation in one year: words that hardly repeat, in a single batch."""
    return [
        replace(each, incident=f"{each.incident or 'case'}-{number}", organisation="One", issued=day(place))
        for number, case in enumerate(cases)
        for place, each in enumerate(case)
    ]


def day(number: int) -> str:
    """An ISO date, ``number`` days after the first of 2020."""
    from datetime import date, timedelta

    return (date(2020, 1, 1) + timedelta(days=number)).isoformat()
