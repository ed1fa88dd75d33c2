"""Finds claims and statements by their words, and ranks what was found in several ways as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from comms_tracker.store.rows import Row, figure_of
from comms_tracker.store.search_marks import AROUND, places, window
from comms_tracker.store.search_queries import Asked, claims_by_words, statements_by_words
from comms_tracker.store.search_records import Found, FoundBy, Hit, Search, Within
from comms_tracker.store.search_words import match_of

if TYPE_CHECKING:
    from sqlite_utils import Database

DEPTH = 200
"""How far down each list is looked where several are fused: results after that are not ranked."""
DEEPER = (
    f"There is more: what was found in several ways is ranked together down to the {DEPTH}th of each. "
    "Search claims alone, or statements alone, by words for all of it."
)
FUSE = 60
"""The constant of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009, which found 60 to do well."""


def search(db: Database, asked: Search, by_meaning: Sequence[Hit] = ()) -> Found:
    """One page of what the words find; ``by_meaning`` is what else was found so, the nearest first.

    Raises InputError where there is no word to look for.
    """
    match = match_of(asked.words)
    lists: list[tuple[Hit, ...]] = []
    queries: list[Asked] = []
    fused = asked.within is Within.EVERYTHING or asked.by_meaning
    limit, offset = (DEPTH, 0) if fused else (asked.limit + 1, asked.offset)
    if asked.within is not Within.STATEMENTS:
        query = claims_by_words(match, asked.filters, limit, offset)
        queries.append(query)
        lists.append(tuple(_claim_hits(db, query)))
    if asked.within is not Within.CLAIMS and not asked.filters.of_figures:
        query = statements_by_words(match, asked.filters, limit, offset)
        queries.append(query)
        lists.append(tuple(_statement_hits(db, query)))
    if not fused:
        (found,) = lists or [()]
        return Found(found[: asked.limit], len(found) > asked.limit, tuple(each.plain for each in queries))
    hits = fuse([*lists, tuple(by_meaning)])
    page = hits[asked.offset : asked.offset + asked.limit]
    more = len(hits) > asked.offset + asked.limit
    cut = not more and any(len(each) >= DEPTH for each in lists)
    return Found(page, more, tuple(each.plain for each in queries), (DEEPER,) if cut else ())


def fuse(lists: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """One ranking of several; a statement is left out where a claim of it is in, and ties go by place and id."""
    scores: dict[tuple[str, str, str | None], float] = {}
    hits: dict[tuple[str, str, str | None], Hit] = {}
    for found in lists:
        for rank, hit in enumerate(found, start=1):
            key = (hit.incident, hit.statement, hit.claim)
            scores[key] = scores.get(key, 0.0) + 1 / (FUSE + rank)
            hits[key] = _joined(hits[key], hit) if key in hits else hit
    with_claims = {(incident, statement) for incident, statement, claim in hits if claim is not None}
    kept = [key for key in hits if key[2] is not None or key[:2] not in with_claims]
    kept.sort(key=lambda key: (-scores[key], key[0], key[1], hits[key].start, key[2] or ""))
    return tuple(hits[key] for key in kept)


def _joined(one: Hit, other: Hit) -> Hit:
    by = one.found_by if one.found_by is other.found_by else FoundBy.BOTH
    likeness = other.likeness if one.likeness is None else one.likeness
    return replace(one, marks=one.marks or other.marks, found_by=by, likeness=likeness)


def claim_hit(row: Row, found_by: FoundBy, likeness: float | None = None) -> Hit:
    """A claim that was found, nothing in it marked."""
    figure = {name.removeprefix("f_"): value for name, value in row.items() if name.startswith("f_")}
    return Hit(
        incident=row["incident"],
        statement=row["statement"],
        claim=row["claim"],
        organisation=row["organisation"],
        issued=row["issued"],
        title=row["title"],
        before=row["before"],
        text=row["words"],
        after=row["after"],
        start=row["start"],
        end=row["end"],
        marks=(),
        figure=None if figure["kind"] is None else figure_of(figure),
        found_by=found_by,
        likeness=likeness,
    )


def _claim_hits(db: Database, asked: Asked) -> Iterator[Hit]:
    for row in db.query(asked.sql, asked.values):
        _, found = places(row, asked.values)
        marks = tuple((row["start"] + start, row["start"] + end) for start, end in found)
        yield replace(claim_hit(row, FoundBy.WORDS), marks=marks)


def _statement_hits(db: Database, asked: Asked) -> Iterator[Hit]:
    for row in db.query(asked.sql, asked.values):
        text, found = places(row, asked.values)
        start, end = window(text, found)
        yield Hit(
            incident=row["incident"],
            statement=row["statement"],
            claim=None,
            organisation=row["organisation"],
            issued=row["issued"],
            title=row["title"],
            before=text[max(start - AROUND, 0) : start],
            text=text[start:end],
            after=text[end : end + AROUND],
            start=start,
            end=end,
            marks=tuple(place for place in found if start <= place[0] and place[1] <= end),
            figure=None,
            found_by=FoundBy.WORDS,
            likeness=None,
        )
