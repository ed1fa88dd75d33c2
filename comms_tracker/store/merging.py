"""Takes what another store holds of an incident into this one: the same ids meet, and nothing of either is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.decisions import Decision
from comms_tracker.reading.received import Provenance, Received
from comms_tracker.records import Statement
from comms_tracker.store.deciding import decisions
from comms_tracker.store.forgotten import forgotten_texts
from comms_tracker.store.hashing import log_head
from comms_tracker.store.planning import Plan, Version, same
from comms_tracker.store.reading import current_versions, replaced_versions
from comms_tracker.store.receiving import Arrival, sources
from comms_tracker.store.records import Cause
from comms_tracker.store.runs import Errand, Merges
from comms_tracker.store.writing import make_plan

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Coming:
    """What another store holds of an incident at one moment: versions oldest first, statements in order of time.

    ``sources`` says where versions came from, as far as their bytes are there; ``head`` is the hash of the last entry
    of its log.
    """

    incident: str
    versions: tuple[tuple[Statement, ...], ...]
    sources: tuple[tuple[Statement, Provenance], ...]
    decisions: tuple[Decision, ...]
    head: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The texts to add so that both stores' wordings are there, and what their user should know."""

    given: tuple[Statement, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did to one incident: ids of statements that are new, have a new version, or a source now; decisions.

    All are empty where this store held everything. ``notes`` say what was left out or put in another order.
    """

    incident: str
    added: tuple[str, ...]
    new_versions: tuple[str, ...]
    sources: tuple[str, ...]
    decisions: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A merge of one incident as it is to be carried out: what to write, what for, and what it does."""

    plan: Plan
    errand: Errand
    merged: Merged

    @property
    def changes_nothing(self) -> bool:
        """Whether the store holds all that the other one does."""
        return self.plan.changes_nothing and not self.errand.made and not self.errand.arrived


def plan_merge(db: Database, incident: str, other: Coming) -> Planned:
    """What taking in the other store's part of the incident would do."""
    with db.atomic():
        meeting = meet(db, incident, other)
        plan = make_plan(db, incident, meeting.given)
        decided = decisions(db, incident)
        arrived = arrivals(db, incident, other, plan)
    merges, left_out = join(decided, other, plan)
    merged = Merged(
        incident=incident,
        added=plan.result.added,
        new_versions=plan.result.new_versions,
        sources=tuple(dict.fromkeys(each.statement for each in arrived)),
        decisions=merges.new,
        notes=(*meeting.notes, *left_out),
    )
    return Planned(plan, Errand(Cause.MERGE, decided, merges=merges, arrived=arrived), merged)


def coming(db: Database, incident: str) -> Coming | None:
    """What a store holds of an incident; ``None`` where it has no such incident."""
    # One transaction, so that a writer cannot come between two of its questions.
    with db.atomic():
        current = current_versions(db, incident)
        if not current:
            return None
        versions = [(*replaced_versions(db, incident, each.statement.id), each) for each in current]
        return Coming(
            incident=incident,
            versions=tuple(tuple(version.statement for version in of_one) for of_one in versions),
            sources=tuple(pair for of_one in versions for pair in _with_sources(db, incident, of_one)),
            decisions=decisions(db, incident),
            head=log_head(db),
        )


def meet(db: Database, incident: str, other: Coming) -> Meeting:
    """The other store's texts beside those that are here.

    What is here keeps its number and its place. Wordings that are unknown here follow as later versions, in the other
    store's order, and its present wording becomes the present one where it is among them.
    """
    given: list[Statement] = []
    notes: list[str] = []
    here = {version.statement.id: version.statement for version in current_versions(db, incident)}
    forgotten = forgotten_texts(db, incident)
    for texts in other.versions:
        name = texts[-1].id
        kept = [text for text in texts if (name, text.sha256) not in forgotten]
        if len(kept) < len(texts):
            notes.append(f"{name} of {incident} was forgotten here, so its text was not taken in again.")
        if name not in here:
            given += kept
            continue
        known = (*_replaced(db, incident, name), here[name])
        unknown = [text for text in kept if not _is_among(text, known)]
        if not unknown:
            given.append(here[name])
            continue
        given += unknown
        if _is_among(texts[-1], known):
            given.append(here[name])
        if not _continues(texts, known):
            notes.append(
                f"The two stores hold other wordings of {name} in {incident}. All are kept; they are numbered in the "
                "order in which they came into this store."
            )
    return Meeting(tuple(given), tuple(notes))


def arrivals(db: Database, incident: str, other: Coming, plan: Plan) -> tuple[Arrival, ...]:
    """Where versions came from that have no source here yet, those among them that were here before."""
    query = "SELECT statement, version FROM statement_sources WHERE incident = ?"
    known = {(row["statement"], row["version"]) for row in db.query(query, [incident])}
    found = []
    for now in plan.current:
        name = now.statement.id
        came = [(text, source) for text, source in other.sources if text.id == name]
        before = {version.number: version for version in (*replaced_versions(db, incident, name), *plan.replaced)}
        mine = [version for version in (*before.values(), now) if version.statement.id == name]
        for version in mine if came else ():
            source = next((source for text, source in came if same(version.statement, text)), None)
            if source is not None and (name, version.number) not in known:
                found.append(Arrival(name, version.number, source))
    return tuple(found)


def join(here: Sequence[Decision], other: Coming, plan: Plan) -> tuple[Merges, tuple[str, ...]]:
    """Both stores' decisions in the order of making, and a note for each that cannot be kept beside the others."""
    joined = list(here)
    statements = {version.statement.id for version in plan.current}
    new: list[str] = []
    notes: list[str] = []
    for each in other.decisions:
        if each.id in {one.id for one in joined}:
            continue
        why = _left_out(each, joined, statements)
        if why:
            notes.append(f"The decision {each.id} by {each.by} was left out: {why}.")
            continue
        joined.insert(_place(each, joined, new), each)
        new.append(each.id)
    return Merges(other.head, tuple(joined), tuple(new)), tuple(notes)


def _with_sources(db: Database, incident: str, versions: Sequence[Version]) -> Iterator[tuple[Statement, Provenance]]:
    name = versions[-1].statement.id
    found = {source.version: source for source in sources(db, incident, name)}
    for version in versions:
        source = found.get(version.number)
        if source is not None and source.data is not None:
            received = Received(source.name, source.data, source.url)
            yield version.statement, Provenance(name, incident, received, source.taken, source.pages)


def _replaced(db: Database, incident: str, statement: str) -> Iterator[Statement]:
    return (version.statement for version in replaced_versions(db, incident, statement))


def _is_among(text: Statement, known: Sequence[Statement]) -> bool:
    return any(same(one, text) for one in known)


def _continues(texts: Sequence[Statement], known: Sequence[Statement]) -> bool:
    """Whether the texts are the known ones and later ones after them."""
    return len(texts) >= len(known) and all(map(same, known, texts))


def _left_out(decision: Decision, joined: Sequence[Decision], statements: set[str]) -> str | None:
    """Why a decision cannot stand beside those that are there, if it can't."""
    missing = sorted({words.statement for words in decision.words} - statements)
    if missing:
        return f"it is about {missing[0]}, which is not in this store"
    if decision.undoes is None:
        return None
    if decision.undoes not in {one.id for one in joined}:
        return f"it undoes {decision.undoes}, which was left out"
    undoing = next((one for one in joined if one.undoes == decision.undoes), None)
    return None if undoing is None else f"{decision.undoes} was undone by {undoing.by} already ({undoing.id})"


def _place(decision: Decision, joined: Sequence[Decision], new: Sequence[str]) -> int:
    """Where it belongs by its time, behind what it undoes and behind those that came with it."""
    places: Mapping[str, int] = {one.id: place for place, one in enumerate(joined)}
    after = [places[name] for name in (*new[-1:], *([decision.undoes] if decision.undoes else []))]
    least = max(after, default=-1) + 1
    later = (place for place in range(least, len(joined)) if joined[place].made > decision.made)
    return next(later, len(joined))
