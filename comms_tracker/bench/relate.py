"""How many pairs of texts a second are related, beside the bare spaCy pipeline on the same texts in the same run."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from statistics import median
from typing import Any

from comms_tracker.bench.extract import GOAL_RATIO, Parse, processor_seconds
from comms_tracker.bench.machine import Machine, this_machine
from comms_tracker.bench.results import Measured, verdict
from comms_tracker.bench.texts import told_again, varied
from comms_tracker.language import bare_pipeline, parses
from comms_tracker.relation import relate

GOAL_BEYOND = 500
"""Pairs per second beyond the parse, at the least."""
PAIRS = 500
ROUNDS = 3
SENTENCE = re.compile(r"(?<=[.!?])\s+")
DIGIT = re.compile(r"\d")
SMALL_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,2}(?![\w:/-]|[.,]\d)")
HEADINGS = ("pairs", "texts", "bare spaCy", "related", "ratio", "(range)", "beyond parse")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Round:
    """Processor seconds for the same pairs: the bare pipeline's parse, relating in all, and of it the parse."""

    pairs: int
    texts: int
    bare: float
    related: float
    parsed: float

    @property
    def ratio(self) -> float:
        """The pairs per second that are related over those that the bare pipeline parses."""
        return self.bare / self.related

    @property
    def beyond(self) -> float:
        """Pairs per second without the parse."""
        return self.pairs / (self.related - self.parsed)


@dataclass(frozen=True, slots=True)
class RelateBench:
    """What was measured and on what; each number is the median of the rounds' numbers."""

    machine: Machine
    rounds: tuple[Round, ...]

    @property
    def bare(self) -> float:
        """Pairs per second whose texts the bare pipeline parses."""
        return median(each.pairs / each.bare for each in self.rounds)

    @property
    def related(self) -> float:
        """Pairs per second that are related, parse and all."""
        return median(each.pairs / each.related for each in self.rounds)

    @property
    def ratio(self) -> float:
        """Related over bare: the median of the rounds' ratios."""
        return median(each.ratio for each in self.rounds)

    @property
    def beyond(self) -> float:
        """Pairs per second beyond the parse."""
        return median(each.beyond for each in self.rounds)

    @property
    def met(self) -> bool:
        """Whether both goals are met."""
        return self.ratio >= GOAL_RATIO and self.beyond >= GOAL_BEYOND


def measure(
    statements: Sequence[str],
    pairs: int = PAIRS,
    rounds: int = ROUNDS,
    tell: Callable[[str], None] = lambda _: None,
) -> RelateBench:
    """Relates pairs made of the statements, ``rounds`` times; ``tell`` hears how far it is.

    Each round has pairs of its own, and which reader goes first alternates. Raises ModelError as reading does, and
    ValueError where no statement has a word.
    """
    parse = bare_pipeline().pipe
    paired(parse, pairs_of(statements, 10, seed=-1), 0)
    done = []
    for number in range(rounds):
        tell(f"Relating {pairs:,} pairs, round {number + 1} of {rounds}.")
        done.append(paired(parse, pairs_of(statements, pairs, number), number))
    return RelateBench(this_machine(), tuple(done))


def pairs_of(statements: Sequence[str], count: int, seed: int) -> list[Pair]:
    """Pairs of sentences with other numbers than the statements have: half are one sentence told twice.

    Sentences with a digit are drawn, where there are any. Raises ValueError where no statement has a word.
    """
    chance = random.Random(seed)
    sentences = [one for statement in statements for one in SENTENCE.split(statement) if one.strip()]
    numbered = [one for one in sentences if DIGIT.search(one)]
    drawn = (renumbered(one, chance) for one in told_again(numbered or sentences, chance))
    return [(one, renumbered(one, chance) if chance.random() < 0.5 else next(drawn)) for one in islice(drawn, count)]


def renumbered(sentence: str, chance: random.Random) -> str:
    """The sentence with other numbers of one or two digits, which may be days of a month, and other large ones."""
    return SMALL_NUMBER.sub(lambda _: str(chance.randint(2, 28)), varied(sentence, chance))


def paired(parse: Parse, pairs: Sequence[Pair], number: int) -> Round:
    """Each reader's processor seconds on the pairs; in odd rounds relating goes first."""
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    parsing = Stopwatch()

    def related() -> Iterator[object]:
        return iter(relate(pairs, lambda given: parsing.over(parses(given))))

    readers: dict[str, Callable[[], Iterator[object]]] = {"bare": lambda: iter(parse(texts)), "related": related}
    order = reversed(readers) if number % 2 else iter(readers)
    seconds = {name: processor_seconds(readers[name]) for name in order}
    return Round(len(pairs), len(texts), seconds["bare"], seconds["related"], parsing.seconds)


class Stopwatch:
    """The processor seconds that an iterator takes to give its items, and not those in which they are used."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def over(self, items: Iterable[Any]) -> Iterator[Any]:
        """The same items, timed."""
        source = iter(items)
        while True:
            started = time.process_time()
            try:
                item = next(source)
            except StopIteration:
                return
            finally:
                self.seconds += time.process_time() - started
            yield item


def relate_json(bench: RelateBench) -> dict[str, Any]:
    """The measurement with every round, for ``--format json``; seconds are of processor time."""
    return {
        "machine": asdict(bench.machine),
        "pairs_per_second": {"bare": round(bench.bare, 1), "related": round(bench.related, 1)},
        "ratio": {"found": round(bench.ratio, 3), "goal": GOAL_RATIO},
        "pairs_per_second_beyond_the_parse": {"found": round(bench.beyond, 1), "goal": GOAL_BEYOND},
        "met": bench.met,
        "rounds": [
            {
                "pairs": each.pairs,
                "texts": each.texts,
                "bare_s": round(each.bare, 4),
                "related_s": round(each.related, 4),
                "parsed_s": round(each.parsed, 4),
            }
            for each in bench.rounds
        ],
    }


def relate_measured(bench: RelateBench) -> Measured:
    """The measurement as it is shown and kept."""
    return Measured("relate", relate_json(bench), HEADINGS, tuple(relate_rows(bench)), tuple(relate_lines(bench)))


def relate_rows(bench: RelateBench) -> list[tuple[str, ...]]:
    """The one row under ``HEADINGS``; what is measured is pairs a second."""
    ratios = [each.ratio for each in bench.rounds]
    return [
        (
            f"{bench.rounds[0].pairs:,}",
            f"{round(median(each.texts for each in bench.rounds)):,}",
            f"{bench.bare:,.0f}",
            f"{bench.related:,.0f}",
            f"{bench.ratio:.2f}",
            f"{min(ratios):.2f} to {max(ratios):.2f}",
            f"{bench.beyond:,.0f}",
        )
    ]


def relate_lines(bench: RelateBench) -> list[str]:
    """What stands below the table: the goals, whether they are met, what was counted, and the machine."""
    rounds = len(bench.rounds)
    return [
        f"Ratio {bench.ratio:.2f}: {verdict(bench.ratio >= GOAL_RATIO)} the goal of at least {GOAL_RATIO:g}.",
        f"{bench.beyond:,.0f} pairs a second beyond the parse: "
        f"{verdict(bench.beyond >= GOAL_BEYOND)} the goal of at least {GOAL_BEYOND}.",
        f"Pairs a second, medians of {rounds} paired round{'' if rounds == 1 else 's'}; each distinct text is parsed "
        "once; seconds are of processor time on one core.",
        bench.machine.line(),
    ]
