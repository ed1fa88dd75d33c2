"""Stores of the water company's statements (decisions_samples), whose claims no language model reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
from decisions_samples import CLAIMS, FIRST, INCIDENT, TWELVE, compared, read

from comms_tracker.decisions import Decision
from comms_tracker.reading.received import PageStart, Provenance, Received, Taken
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.store import Forgetting, Store

WHY = Forgetting("court order 12/2033", "Ann Lee", "2033-06-10T09:00:00.000+00:00")
PAGE = b"<title>Burst main</title><p>" + FIRST.text.encode() + b"</p>"
FOUND = {"issued": Taken("2033-06-01", "the element time", stated=True), "title": Taken("Burst main", "the title")}
CAME = Provenance(
    "first",
    INCIDENT,
    Received("burst.html", PAGE, "https://vale.example/burst"),
    FOUND,
    (PageStart(1, 0), PageStart(2, 40)),
)
WIDER = replace(read(FIRST, 0, 44, TWELVE.figure), measure=TWELVE.measure)
"""What another version of the program may read in the place of TWELVE."""


class LetterEncoder:
    """Counts letters: a stand-in for the language model, which also says what it was asked."""

    def __init__(self, weights: str = "m" * 64) -> None:
        self.weights = weights
        self.asked: list[str] = []

    def model_sha256(self) -> str:
        return self.weights

    def vectors(self, phrases: Sequence[str]) -> Any:
        self.asked += phrases
        letters = "abcdefghijklmnopqrstuvwxyz"
        counts = [[phrase.count(letter) for letter in letters] for phrase in phrases]
        return numpy.array(counts, dtype=numpy.int8).reshape(len(phrases), len(letters))


def by_hand(statements: list[Statement], vectors: Any, decisions: tuple[Decision, ...]) -> Comparison:
    """The claims of the sample, with the decisions applied; it asks for a vector, as the program may."""
    vectors.vectors(["homes without water"])
    known = {each.id for each in statements}
    return compared(
        *decisions,
        statements=tuple(statements),
        claims=tuple(claim for claim in CLAIMS if claim.statement in known),
    )


def opened(path: Path, compare: Any = by_hand) -> Store:
    """The store at the path, for writing, without a language model."""
    return Store.open(path, write=True, compare=compare, encoder=LetterEncoder())


def reading(*claims: Claim, phrase: str = "homes") -> Any:
    """What a version of the program that finds these claims makes of the statements."""

    def made(statements: list[Statement], vectors: Any, decisions: tuple[Decision, ...]) -> Comparison:
        vectors.vectors([phrase])
        return compared(*decisions, statements=tuple(statements), claims=claims)

    return made


def write_behind(path: Path, sql: str, *values: object) -> None:
    """Writes into the file as somebody would who has another program, references unchecked."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql, values)
        db.commit()


def five_word_runs(*texts: str) -> Iterator[bytes]:
    """Every five words that stand together in one of the texts."""
    for text in texts:
        words = text.split(" ")
        for place in range(len(words) - 4):
            yield " ".join(words[place : place + 5]).encode()


def left_in(folder: Path, *texts: str) -> list[tuple[str, bytes]]:
    """What of the texts is left in the bytes of the folder's files."""
    return [
        (each.name, words)
        for each in folder.iterdir()
        for raw in [each.read_bytes()]
        for words in five_word_runs(*texts)
        if words in raw
    ]
