"""Texts of any size to measure with, made of real statements told again with other numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

NUMBER = re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d(?!\d))\d{3,}(?![\w,-]|\.\d)")
"""A number of three digits or more that is no year, no part of a code and has no separator."""

FIRST_DIGITS, DIGITS = "123456789", "0123456789"


def text_of(size: int, statements: Sequence[str], seed: int) -> str:
    """A text of ``size`` characters or a word less: the statements in turn, shuffled and varied, a blank line between.

    The same seed gives the same text on every machine, another seed another text. Raises ValueError where no
    statement has a word.
    """
    parts: list[str] = []
    length = 0
    for part in told_again(statements, random.Random(seed)):
        parts.append(part)
        length += len(part) + 2
        if length > size + 2:
            break
    text = "\n\n".join(parts)
    end = size if text[size].isspace() else next((at for at in range(size, 0, -1) if text[at - 1].isspace()), size)
    return text[:end].rstrip()


def told_again(statements: Sequence[str], chance: random.Random) -> Iterator[str]:
    """The statements over and over, each time in another order and with other numbers; raises ValueError for none."""
    wordy = [statement.strip() for statement in statements if statement.strip()]
    if not wordy:
        raise ValueError("there is no statement with a word in it to make a text of")
    while True:
        for statement in chance.sample(wordy, len(wordy)):
            yield varied(statement, chance)


def varied(statement: str, chance: random.Random) -> str:
    """The statement with each of its larger plain numbers replaced by another of as many digits."""

    def other(found: re.Match[str]) -> str:
        rest = len(found.group()) - 1
        return chance.choice(FIRST_DIGITS) + "".join(chance.choice(DIGITS) for _ in range(rest))

    return NUMBER.sub(other, statement)


def words_in(text: str) -> int:
    """How many words a text has: stretches between blanks."""
    return len(text.split())
