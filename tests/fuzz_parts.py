"""What the fuzzing makes and what must hold of it, part by part: for scripts/fuzz.py and for the test of what it found.

An input is a string, or a list of strings, so that it can be kept as JSON; the bytes of a file are kept as characters,
one for each byte, behind the name of its kind.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from test_reading_damaged import DAMAGE, KINDS, damaged, whole

import comms_tracker
from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, read_documents
from comms_tracker.records import Statement

Input = str | list[str]
LEXICON = Path(comms_tracker.__file__).parent / "lexicon"
NUMBERS = (
    *("0", "1", "3", "7", "12", "20", "21", "136", "999", "1,000", "1.000", "1'234", "2.5", "0.5", "1e6", "1,36"),
    *("10.5m", "3bn", "5k", "2017", "24/7", "½", "1/3", "-4", "٣", "Ⅷ", "²", "99.99"),
)
MARKS = (
    *("£", "$", "€", "¥", "%", "%.", " per cent", ",", ", ", ".", ". ", "; ", ":", " - ", "-", "–", "—", "/", "(", ")"),
    *("“", "”", "'", "’", "\n", "\n\n", "- ", "\t", "\u00a0", "\u200b", "\u00ad", "\u202e", "é", "😀", "|", "~", "+"),
)
SENTENCES = (
    "{n} {things} were {done}.",
    "{n} {things} have been {done} so far.",
    "No {things} were {done}.",
    "There is no evidence that {things} were {done}.",
    "We have {done} {n} {things}, up from {n}.",
    "About {n} of the {n} {things} are still {done}.",
    "We withdraw our statement that {n} {things} were {done}.",
    "{n} per cent of {things} may have been {done}.",
    "{n} {things} were {done}, not the {n} that we gave on 3 May.",
    "“{n} {things} were {done},” said Joan Petty.",
)
THINGS = ("operations", "accounts", "people", "homes", "exhibits", "barrels of oil", "patients", "flights")
DONE = ("cancelled", "affected", "restored", "lost", "moved", "missing", "repaid", "hurt")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the program under random input: how inputs are made, and a check that raises where one breaks it."""

    name: str
    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


@cache
def words() -> list[str]:
    """Every short string of the word lists."""

    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for each in value:
                yield from strings(each)
        elif isinstance(value, dict):
            for key, each in value.items():
                yield key
                yield from strings(each)

    held = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(LEXICON.glob("*.toml"))]
    return sorted({word for lists in held for word in strings(lists) if 0 < len(word) < 40 and "\\" not in word})


def pieces() -> st.SearchStrategy[str]:
    """A word, a number, a mark, or any character."""
    return st.one_of(st.sampled_from(words()), st.sampled_from(NUMBERS), st.sampled_from(MARKS), st.text(max_size=3))


def texts() -> st.SearchStrategy[str]:
    """Pieces beside each other, with spaces between them or without."""
    return st.builds(lambda joint, held: joint.join(held), st.sampled_from(["", " "]), st.lists(pieces(), max_size=30))


def statements() -> st.SearchStrategy[list[str]]:
    """Two to four statements of sentences about a few things, so that measures meet again."""
    number = st.one_of(
        st.integers(0, 3000).map(str), st.sampled_from([*NUMBERS, "some", "hundreds", "a handful", "all"])
    )
    sentence = st.builds(
        lambda form, first, second, things, done: (
            form.replace("{n}", first, 1).replace("{n}", second).replace("{things}", things).replace("{done}", done)
        ),
        *(st.sampled_from(SENTENCES), number, number, st.sampled_from(THINGS), st.sampled_from(DONE)),
    )
    statement = st.lists(st.one_of(sentence, sentence, texts()), min_size=1, max_size=3).map(" ".join)
    return st.lists(statement.filter(str.strip), min_size=2, max_size=4)


def files() -> st.SearchStrategy[list[str]]:
    """A kind of file, and bytes: a whole file with damage, or no file at all."""
    broken = st.builds(
        lambda kind, damage: [kind.value, damaged(whole(kind), damage).decode("latin-1")],
        st.sampled_from(KINDS),
        DAMAGE,
    )
    anything = st.builds(
        lambda kind, data: [kind.value, data.decode("latin-1")],
        st.sampled_from([kind for kind in FileKind if kind not in {FileKind.PDF, FileKind.PASTED}]),
        st.binary(max_size=400),
    )
    return st.one_of(broken, broken, anything)


def check_file(given: list[str]) -> None:
    """Read, or refused in a sentence; what is read can be written down."""
    kind, characters = given
    document = Document("x", FileKind(kind), characters.encode("latin-1"), "x")
    read: tuple[Statement, ...] = ()
    try:
        read = read_documents([document], HowToRead(in_order=True)).statements
    except InputError as error:
        refused = str(error)
    else:
        refused = ""
    assert bool(read) != refused.startswith("x"), refused
    for statement in read:
        assert statement.text.strip()
        assert statement.text.encode("utf-8").decode("utf-8") == statement.text


def check_figures(text: str) -> None:
    """Every figure stands at its offsets, and its interval is one."""
    ends = 0
    for figure in comms_tracker.figures([text])[0]:
        assert text[figure.start : figure.end] == figure.text, figure
        assert figure.start >= ends, "figures overlap"
        ends = figure.end
        numbers = [end for end in (figure.low, figure.high, figure.tolerance) if end is not None]
        assert not any(math.isnan(number) for number in numbers), figure
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high, figure


def check_claims(text: str) -> None:
    """Every claim and its figure stand at their offsets."""
    for claim in comms_tracker.extract([text])[0]:
        assert text[claim.start : claim.end] == claim.text, claim
        if claim.figure is not None:
            assert text[claim.figure.start : claim.figure.end] == claim.figure.text, claim
    for quotation in comms_tracker.quotations(text):
        assert 0 <= quotation.start < quotation.end <= len(text), quotation


def check_comparison(given: list[str]) -> None:
    """Changes name claims that are there, a claim is in one series at most, and the same input has the same answer."""
    made = [
        Statement(id=f"s{n}", text=text, issued=f"2020-05-{n:02}", organisation="O") for n, text in enumerate(given, 1)
    ]
    first = comms_tracker.compare(made)
    claims = {claim.id for claim in first.claims}
    assert len(claims) == len(first.claims)
    for claim in first.claims:
        text = made[int(claim.statement[1:]) - 1].text
        assert text[claim.start : claim.end] == claim.text, claim
    for change in first.changes:
        assert {one for one in (change.earlier, change.later) if one is not None} <= claims, change
        assert 0 <= change.confidence <= 1, change
        assert change.explanation.strip(), change
    joined = [claim for series in first.series for claim in series.claims]
    assert len(joined) == len(set(joined)), "a claim is in two series"
    assert comms_tracker.compare(made) == first, "the same input has another answer"


PARTS = (
    Part("readers", files(), check_file),
    Part("figures", texts(), check_figures),
    Part("claims", texts(), check_claims),
    Part("comparing", statements(), check_comparison),
)
