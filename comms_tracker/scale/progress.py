"""How far a long reading is: what is done, how fast, and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Callable

EVERY_S = 5.0


class Progress:
    """Tells how far it is, at most every few seconds; ``clock`` gives seconds."""

    def __init__(self, total: int, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.read = 0
        self.skipped = 0
        self._tell = tell
        self._clock = clock
        self._started = clock()
        self._told = self._started

    @property
    def done(self) -> int:
        """Statements that are done: read, or there already."""
        return self.read + self.skipped

    def there(self, statements: int) -> None:
        """Statements that were there already; they count neither for the rate nor for the time left."""
        self.skipped += statements
        self._say()

    def now(self, statements: int) -> None:
        """Statements that were read just now."""
        self.read += statements
        self._say()

    def line(self) -> str:
        """What is done, the rate, and the time left at this rate."""
        seconds = self._clock() - self._started
        rate = self.read / seconds if seconds else 0.0
        left = f", about {spoken((self.total - self.done) / rate)} left" if rate and self.done < self.total else ""
        there = f" ({self.skipped:,} were there)" if self.skipped else ""
        return f"{self.done:,} of {self.total:,} statements{there}, {rate:.1f} a second{left}."

    def summary(self) -> str:
        """What was read in all, in which time."""
        seconds = self._clock() - self._started
        rate = self.read / seconds if seconds else 0.0
        statements = "statement" if self.read == 1 else "statements"
        return f"{self.read:,} {statements} read in {spoken(seconds)}, {rate:.1f} a second"

    def _say(self) -> None:
        now = self._clock()
        if now - self._told >= EVERY_S:
            self._told = now
            self._tell(self.line())


def spoken(seconds: float) -> str:
    """A time for people: seconds under two minutes, minutes under two hours, else hours."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
