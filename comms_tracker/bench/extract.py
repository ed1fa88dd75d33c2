"""How many words a second claims are read at, beside the bare spaCy pipeline on the same texts in the same run."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from comms_tracker.bench.machine import Machine, this_machine
from comms_tracker.bench.texts import text_of, words_in
from comms_tracker.claims import iter_claims
from comms_tracker.language import bare_pipeline
from comms_tracker.quantities import read_figures
from comms_tracker.records import Statement

GOAL_RATIO = 0.75
"""Of the bare pipeline's words per second, at the least."""
GOAL_GROWTH = 1.3
"""Seconds per word in a large text over those in a small one, at the most: nothing grows with the square."""
SMALL, LARGE = 10_000, 1_000_000
"""Characters."""
ROUNDS = 3
SMALL_TEXTS = 10
"""Small texts in a round: one of them alone is read in too short a time to be measured well."""

Parse = Callable[[Sequence[str]], Iterable[object]]


@dataclass(frozen=True, slots=True)
class Round:
    """One pairing on the same texts: processor seconds that the bare pipeline, claims, and figures alone took."""

    words: int
    bare: float
    claims: float
    figures: float

    @property
    def ratio(self) -> float:
        """The words per second of claims over those of the bare pipeline."""
        return self.bare / self.claims


@dataclass(frozen=True, slots=True)
class Speed:
    """The rounds at one size of text; each number is the median of the rounds' numbers."""

    size: int
    texts: int
    rounds: tuple[Round, ...]

    @property
    def words(self) -> int:
        """The words of a round."""
        return round(median(each.words for each in self.rounds))

    @property
    def bare(self) -> float:
        """Words per second of the bare pipeline."""
        return median(each.words / each.bare for each in self.rounds)

    @property
    def claims(self) -> float:
        """Words per second of claims, figures among them."""
        return median(each.words / each.claims for each in self.rounds)

    @property
    def figures(self) -> float:
        """Words per second of figures alone."""
        return median(each.words / each.figures for each in self.rounds)

    @property
    def ratio(self) -> float:
        """Claims over bare: the median of the pairs' ratios."""
        return median(each.ratio for each in self.rounds)

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest of the pairs' ratios."""
        ratios = [each.ratio for each in self.rounds]
        return min(ratios), max(ratios)


@dataclass(frozen=True, slots=True)
class ExtractBench:
    """What was measured, on what, and how time per word grows from the small size to the large one."""

    machine: Machine
    speeds: tuple[Speed, Speed]

    @property
    def ratio(self) -> float:
        """The lower of the two sizes' ratios, which is the one that the goal is for."""
        return min(speed.ratio for speed in self.speeds)

    @property
    def growth(self) -> float:
        """Seconds per word of claims in the large text over those in the small one."""
        small, large = self.speeds
        return small.claims / large.claims

    @property
    def figures_growth(self) -> float:
        """As ``growth``, of figures alone."""
        small, large = self.speeds
        return small.figures / large.figures

    @property
    def bare_growth(self) -> float:
        """As ``growth``, of the bare pipeline."""
        small, large = self.speeds
        return small.bare / large.bare

    @property
    def met(self) -> bool:
        """Whether every goal is met."""
        return self.ratio >= GOAL_RATIO and max(self.growth, self.figures_growth) <= GOAL_GROWTH


def measure(
    statements: Sequence[str],
    small: int = SMALL,
    large: int = LARGE,
    rounds: int = ROUNDS,
    tell: Callable[[str], None] = lambda _: None,
) -> ExtractBench:
    """Reads texts of both sizes, made of the statements, ``rounds`` times each; ``tell`` hears how far it is.

    Each round has texts of its own, and which reader goes first alternates. Raises ModelError as reading does, and
    ValueError where no statement has a word.
    """
    parse = bare_pipeline().pipe
    warm_up(parse, statements, small)
    speeds = []
    for size, texts in ((small, SMALL_TEXTS), (large, 1)):
        done = []
        for number in range(rounds):
            tell(f"Reading {texts} x {size:,} characters, round {number + 1} of {rounds}.")
            done.append(
                paired(parse, [text_of(size, statements, number * texts + each) for each in range(texts)], number)
            )
        speeds.append(Speed(size, texts, tuple(done)))
    return ExtractBench(this_machine(), (speeds[0], speeds[1]))


def warm_up(parse: Parse, statements: Sequence[str], size: int) -> None:
    """Everything that is loaded or looked up at the first use, once."""
    paired(parse, [text_of(size, statements, seed=-1)], 0)


def paired(parse: Parse, texts: Sequence[str], number: int) -> Round:
    """Each reader's processor seconds on the texts, one text at a time; in odd rounds claims go first.

    ``parse`` is the bare pipeline's: the model as spaCy loads it, with the components that claims are read with.
    """
    given = [Statement(id=f"text-{place}", text=text) for place, text in enumerate(texts)]
    readers: dict[str, Callable[[], Iterator[object]]] = {
        "bare": lambda: (doc for text in texts for doc in parse([text])),
        "claims": lambda: (claims for statement in given for claims in iter_claims([statement])),
    }
    order = reversed(readers) if number % 2 else iter(readers)
    seconds = {name: processor_seconds(readers[name]) for name in order}
    figures = processor_seconds(lambda: map(read_figures, texts))
    return Round(sum(map(words_in, texts)), seconds["bare"], seconds["claims"], figures)


def processor_seconds(read: Callable[[], Iterator[object]]) -> float:
    """The seconds of processor time that this process needs to use up what ``read`` gives.

    On an idle machine these are the seconds of the clock, since nothing here runs on two cores; on a busy one the
    clock would count what other programs took in between.
    """
    gc.collect()
    started = time.process_time()
    for _ in read():
        pass
    return time.process_time() - started
