"""What a polite visitor keeps to: robots.txt, and a pause between two requests to one host."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from protego import Protego

    from comms_tracker.fetching import Fetched

VISITOR = "comms-tracker"
PAUSE = 2.0
"""Seconds between two requests to one host."""
LONGEST_PAUSE = 60.0
"""Seconds: a Crawl-delay past it is kept to as this."""
ROBOTS_STATUSES = frozenset({200, *range(400, 500), *range(500, 600)})


class BarredError(InputError):
    """A page that its site asks programs not to fetch."""


class Manners:
    """One round's manners: robots.txt is read once for each host, and the pause is kept from request to request.

    ``ask`` fetches an address, whatever it answers; ``now`` gives seconds that only rise, ``sleep`` waits.
    """

    def __init__(self, ask: Callable[[str], Fetched], now: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._ask = ask
        self._now = now
        self._sleep = sleep
        self._rules: dict[str, Protego | None] = {}
        self._last: dict[str, float] = {}

    def permit(self, url: str) -> None:
        """Waits until ``url`` may be asked for; raises BarredError where its site's robots.txt says that it may not.

        As RFC 9309 has it, a robots.txt that is missing bars nothing, and one that cannot be had bars everything.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._wait(host, PAUSE)
            self._rules[host] = self._read(f"{host}/robots.txt")
        rules = self._rules[host]
        if rules is None:
            raise BarredError(
                f"{host}/robots.txt cannot be had, and until it can nothing is fetched from there. Look again later."
            )
        if not rules.can_fetch(url, VISITOR):
            raise BarredError(f"{host}/robots.txt asks programs not to fetch {url}. Read it in a browser.")
        self._wait(host, min(max(PAUSE, rules.crawl_delay(VISITOR) or 0.0), LONGEST_PAUSE))

    def _read(self, url: str) -> Protego | None:
        from protego import Protego

        try:
            answer = self._ask(url)
        except InputError:
            return None
        if answer.status >= 500:
            return None
        return Protego.parse(answer.data.decode("utf-8", "replace") if answer.status == 200 else "")

    def _wait(self, host: str, pause: float) -> None:
        last = self._last.get(host)
        if last is not None and (left := last + pause - self._now()) > 0:
            self._sleep(left)
        self._last[host] = self._now()
