"""One round over the watched addresses: each asked once, politely, and kept as a version where its words changed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from comms_tracker.comparison import compare
from comms_tracker.errors import InputError
from comms_tracker.fetching import DEFAULT_LIMITS, LATER, Fetched, Limits, fetch, retry_after, status_sentence
from comms_tracker.reading import FileKind, HowToRead, read_documents
from comms_tracker.reading.dates import time_key
from comms_tracker.reading.files import document_of_answer
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import Store
from comms_tracker.watching.manners import ROBOTS_STATUSES, BarredError, Manners
from comms_tracker.watching.records import Event, Outcome
from comms_tracker.watching.state import Seen, WatchState

UNLESS_SAID = timedelta(minutes=15)
"""How long a server is left alone that answers "not now" and does not say for how long."""
LONGEST_WAIT = timedelta(days=1)
_STATUSES = frozenset({200, 304}) | LATER
_OF_MANY = frozenset({FileKind.FEED, FileKind.WARC, FileKind.JSONL, FileKind.TABLE})


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment in UTC, seconds that only rise, and a way to wait for some seconds."""

    now: Callable[[], datetime] = utc_now
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


CLOCK = Clock()


class Watcher:
    """Looks at addresses for one incident of a store; what is found is written there and into the state.

    ``compare`` says what changed from version to version.
    """

    def __init__(
        self,
        store: Store,
        state: WatchState,
        incident: str,
        *,
        organisation: str | None = None,
        allow_private: bool = False,
        limits: Limits = DEFAULT_LIMITS,
        compare: Callable[[Sequence[Statement]], Comparison] = compare,
        clock: Clock = CLOCK,
    ) -> None:
        self._store = store
        self._state = state
        self._incident = incident
        self._organisation = organisation
        self._allow_private = allow_private
        self._limits = limits
        self._compare = compare
        self._clock = clock

    def round(self, addresses: Sequence[str]) -> Iterator[Event]:
        """What each address gave, as it comes; one that fails keeps none of the others from being looked at."""
        manners = Manners(self._ask_for_robots, self._clock.ticks, self._clock.sleep)
        for address in dict.fromkeys(addresses):
            try:
                yield from self._look(address, manners)
            except BarredError as barred:
                yield self._event(address, Outcome.BARRED, str(barred))
            except InputError as failed:
                yield self._event(address, Outcome.FAILED, str(failed))
            self._state.save()

    def _ask_for_robots(self, url: str) -> Fetched:
        return fetch(url, allow_private=self._allow_private, limits=self._limits, statuses=ROBOTS_STATUSES)

    def _event(self, address: str, outcome: Outcome, message: str = "") -> Event:
        return Event(address, outcome, self._clock.now().isoformat(timespec="seconds"), self._incident, message)

    def _look(self, address: str, manners: Manners) -> Iterator[Event]:
        seen = self._state.of(address)
        if seen.not_before and self._clock.now() < datetime.fromisoformat(seen.not_before):
            yield self._event(address, Outcome.WAITING, f"{address} is left alone until {seen.not_before}.")
            return
        known = {"If-None-Match": seen.etag, "If-Modified-Since": seen.last_modified}
        answer = fetch(
            address,
            allow_private=self._allow_private,
            limits=self._limits,
            headers={name: value for name, value in known.items() if value},
            statuses=_STATUSES,
            permit=manners.permit,
        )
        if answer.status in LATER:
            seen.not_before = (self._clock.now() + _wait(answer, self._clock.now())).isoformat(timespec="seconds")
            said = status_sentence(answer.status, answer.headers)
            yield self._event(address, Outcome.WAITING, f"{address} {said} It is left alone until {seen.not_before}.")
            return
        seen.not_before = ""
        digest = hashlib.sha256(answer.data).hexdigest()
        if answer.status == 304 or digest == seen.sha256:
            yield self._event(address, Outcome.SAME)
            return
        yield from self._read(address, seen, answer)
        seen.sha256 = digest
        seen.etag, seen.last_modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")

    def _read(self, address: str, seen: Seen, answer: Fetched) -> Iterator[Event]:
        document = document_of_answer(answer)
        read = read_documents(
            [document], HowToRead(organisation=self._organisation, incident=self._incident, in_order=True)
        )
        of_many = document.kind in _OF_MANY
        watched_before = bool(seen.ids)
        events = [
            self._keep(address, seen, statement, came, (statement.source or statement.id) if of_many else address)
            for statement, came in zip(read.statements, read.provenance, strict=True)
        ]
        for event in events:
            is_news = event.outcome is Outcome.CHANGED or (event.outcome is Outcome.FIRST and watched_before)
            if event.outcome is not Outcome.SAME:
                yield replace(event, news=is_news)
        if all(event.outcome is Outcome.SAME for event in events):
            yield self._event(address, Outcome.SAME)

    def _keep(self, address: str, seen: Seen, statement: Statement, came: Provenance, key: str) -> Event:
        """Stores the statement under the id that its key has, where its words are new, with the bytes that came."""
        message = ""
        if statement.issued is None:
            statement = replace(statement, issued=self._clock.now().isoformat(timespec="seconds"))
            message = f"{key} gives no date: the moment of this look stands for it."
        statement = replace(statement, id=seen.ids.get(key) or self._free_id(statement.id, key))
        earlier = self._stored(statement.id)
        if earlier is not None and earlier.text == statement.text:
            seen.ids[key] = statement.id
            return self._event(address, Outcome.SAME)
        self._store.add(self._incident, [statement], [came])
        seen.ids[key] = statement.id
        event = replace(self._event(address, Outcome.FIRST, message), statement=statement)
        if earlier is None:
            return event
        return replace(
            event, outcome=Outcome.CHANGED, earlier=earlier, comparison=self._compare(_as_two(earlier, statement))
        )

    def _free_id(self, wanted: str, key: str) -> str:
        """The id, made longer where another watched page has it already."""
        taken = {held for seen in self._state.seen.values() for held in seen.ids.values()}
        return wanted if wanted not in taken else f"{wanted}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"

    def _stored(self, statement_id: str) -> Statement | None:
        if not self._store.holds(self._incident):
            return None
        return next((each for each in self._store.statements(self._incident) if each.id == statement_id), None)


def _as_two(earlier: Statement, later: Statement) -> list[Statement]:
    """Two versions as two statements in their order; a date that was set back does not turn it."""
    issued = later.issued if time_key(later.issued) >= time_key(earlier.issued) else earlier.issued
    return [replace(earlier, id=f"{earlier.id}@earlier"), replace(later, issued=issued)]


def _wait(answer: Fetched, now: datetime) -> timedelta:
    """How long the server wants to be left alone: seconds or a date, a day at most."""
    seconds = retry_after(answer.headers)
    if seconds is not None:
        return min(timedelta(seconds=seconds), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(answer.headers.get("retry-after", ""))
        return min(max(until - now, timedelta(0)), LONGEST_WAIT)
    except (TypeError, ValueError, IndexError):
        return UNLESS_SAID
