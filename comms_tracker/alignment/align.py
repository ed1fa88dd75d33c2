"""Claims of one incident into series: each release is matched one to one with what was said before it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from comms_tracker.alignment.absences import drops, is_news
from comms_tracker.alignment.assign import assign
from comms_tracker.alignment.figures import values
from comms_tracker.alignment.incompatible import tells_the_most
from comms_tracker.alignment.links import link, set_aside, tie
from comms_tracker.alignment.nouns import kinship
from comms_tracker.alignment.records import Alignment
from comms_tracker.alignment.releases import releases
from comms_tracker.alignment.repeats import copies_within, said_again
from comms_tracker.alignment.scoring import Scorer, latest
from comms_tracker.alignment.threads import Arrival, Growth, Thread, put_out_intruder, thread_of
from comms_tracker.alignment.ties import TOGETHER, UNTIED, Ties
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Claim, Series, Statement, short_id

# Under this probability two claims are not linked. It is low because a release is matched as a whole, one to one:
# most links over it are true (docs/accuracy.md has the share, `confidence` says it).
FLOOR = 0.09
FORMER_PERIOD = re.compile(
    r"[^,;:.]{0,40}\b(?:(?:a|one|the) (?:year|season|quarter) (?:before|earlier|ago|previously)"
    r"|last (?:year|season)|(?:previous|same) (?:year|season|quarter|period)|(?:in|for) (?:19|20)\d\d)\b",
    re.I,
)
# How well a restated figure must fit a series of which another one is restated already.
AGAIN = 0.5
# How well a claim must fit an earlier claim of a series where it does not fit the current one at all.
BACK_TO_EARLIER_WORDS = 0.5


def align(
    statements: Sequence[Statement], claims: Sequence[Claim], vectors: PhraseVectors, ties: Ties = UNTIED
) -> Alignment:
    """The series of one organisation's claims; ``statements`` are in order of time.

    Claims of different organisations, or of other speakers than the organisation, never meet. ``ties`` are the links
    that a person made or rejected: they win over the model.
    """
    found = releases(statements, claims)
    scorer = Scorer(claims, vectors, ties)
    growth = Growth()
    by_statement: dict[str, list[Claim]] = {statement.id: [] for statement in statements}
    for claim in claims:
        by_statement[claim.statement].append(claim)
    organisation = {statement.id: statement.organisation for statement in statements}
    heard: set[str | None] = set()
    for number, release in enumerate(found):
        own = [claim for statement in release.statements for claim in by_statement[statement]]
        speaker = organisation[release.statements[0]]
        threads = [thread for thread in growth.threads if organisation[thread.current.statement] == speaker]
        place_release(growth, scorer, Arrival(release, number, own, threads, first=speaker not in heard))
        heard.add(speaker)
    dropped = drops(growth, found, by_statement, organisation)
    series = tuple(
        Series(short_id("s", thread.claims[0].id), thread.claims[0].measure, tuple(claim.id for claim in thread.claims))
        for thread in growth.threads
    )
    aside = set_aside(scorer, claims)
    return Alignment(found, tuple(growth.links), series, dict(growth.copies), tuple(growth.added), dropped, aside)


def place_release(growth: Growth, scorer: Scorer, new: Arrival) -> None:
    """Match one release's claims with the threads so far, hang restated ones off them, and open new threads."""
    copies = copies_within(scorer, new.release, new.claims)
    own = [claim for claim in new.claims if claim.id not in copies]
    restated = [claim for claim in own if claim.restated or tells_again(claim, new.threads)]
    leaders = [claim for claim in own if claim not in restated]
    again = said_again(scorer, leaders)
    leaders = [claim for claim in leaders if claim.id not in again]
    matched = match(growth, scorer, new, leaders, restated)
    hang_restated(growth, scorer, restated, new)
    for column, claim in enumerate(leaders):
        if column in matched:
            thread, probability = matched[column]
            growth.links.append(link(scorer, thread.current, claim, of_the_pair(scorer, thread, claim, probability)))
            thread.claims.append(claim)
            thread.current = thread.mention = claim
            thread.release = new.number
        else:
            first_mention(growth, scorer, claim, restated, new)
    for claim in new.claims:
        home = thread_of(growth, again[claim.id]) if claim.id in again else None
        if home is not None:
            home.claims.append(claim)
    hang_copies(growth, scorer, copies, new.claims)
    tie(growth, scorer, new)
    scorer.forget_pairs()


def tells_again(claim: Claim, threads: Sequence[Thread]) -> bool:
    """Whether a claim gives the most that there was once more, where there is less now: "at its peak, 3,200 homes"."""
    return tells_the_most(claim) and any(
        values(earlier.figure, claim.figure)[0] and kinship(earlier.measure.counted, claim.measure.counted) > 0
        for thread in threads
        if not values(thread.current.figure, claim.figure)[0]
        for earlier in thread.claims
    )


def match(
    growth: Growth, scorer: Scorer, new: Arrival, leaders: Sequence[Claim], restated: Sequence[Claim]
) -> dict[int, tuple[Thread, float]]:
    """The thread that each leader, by its place, goes on from, and how probable that is.

    Where a match shows that a thread's current claim never belonged there, that claim gets a thread of its own, and
    the release is matched anew.
    """
    levels = [level_before(claim, restated) for claim in leaders]
    while True:
        scores = no_scores(new.threads, leaders)
        row_of = rows_of(new.threads, scorer.ties)
        for column, (claim, level) in enumerate(zip(leaders, levels, strict=True)):
            for row in scorer.rows_for(claim, row_of) | scorer.rows_for(level, row_of):
                scores[row][column] = joint_probability(scorer, new.threads[row], claim, level)
        found = {column: (new.threads[row], scores[row][column]) for row, column in assign(scores, FLOOR)}
        put_out = [put_out_intruder(growth, scorer, thread, leaders[column]) for column, (thread, _) in found.items()]
        opened = [thread for thread in put_out if thread is not None]
        if not opened:
            return found
        new.threads.extend(opened)


def no_scores(rows: Sequence[object], columns: Sequence[object]) -> list[list[float]]:
    """A table of noughts, for those that have nothing in common."""
    return [[0.0] * len(columns) for _ in rows]


def rows_of(threads: Sequence[Thread], ties: Ties) -> dict[str, int]:
    """The place of a thread among the threads, by each claim of it that a new claim is weighed with."""
    return {
        claim.id: row
        for row, thread in enumerate(threads)
        for claim in (thread.current, *(thread.claims if ties else latest(thread.claims)))
    }


def level_before(claim: Claim, restated: Sequence[Claim]) -> Claim | None:
    """The earlier level that a figure's own clause gives after it: "lowered to 68, from at least 80"."""
    return next(
        (
            one
            for one in restated
            if one.statement == claim.statement
            and one.start < claim.end
            and claim.start < one.end
            and one.figure is not None
            and claim.figure is not None
            and claim.figure.end <= one.figure.start
            and one.measure.counted == claim.measure.counted
        ),
        None,
    )


def joint_probability(scorer: Scorer, thread: Thread, claim: Claim, level: Claim | None) -> float:
    """That a claim continues a series: by itself, or because the earlier level beside it points back into it."""
    alone = scorer.probability(thread.current, claim, also=thread.claims)
    now = scorer.probability(thread.current, claim) if len(thread.claims) > 1 else alone
    if alone != TOGETHER and (now == 0.0 or (FLOOR <= alone < BACK_TO_EARLIER_WORDS and now < FLOOR / 3)):
        alone = 0.0
    if level is None:
        return alone
    return max(alone, scorer.probability(thread.current, level, also=thread.claims, restating=True))


def of_the_pair(scorer: Scorer, thread: Thread, claim: Claim, probability: float) -> float:
    """How probable it is that a claim goes on from the current one, where the series as a whole gave ``probability``.

    The mean, by ratio, of that and of what the two alone give: an earlier claim of the series may fit far better.
    """
    alone = scorer.probability(thread.current, claim)
    says_the_same = bool(scorer.features(thread.current, claim).event_same)
    if probability == TOGETHER or alone >= probability or says_the_same or takes_back(claim.text):
        return probability
    return math.sqrt(alone * probability)


def hang_copies(growth: Growth, scorer: Scorer, copies: dict[str, str], claims: Sequence[Claim]) -> None:
    """Link each copy with the claim of its release that it repeats, and put it into that claim's series."""
    by_id = {claim.id: claim for claim in claims}
    for copy, original in copies.items():
        growth.links.append(
            link(scorer, by_id[original], by_id[copy], scorer.probability(by_id[original], by_id[copy]))
        )
        growth.copies[copy] = original
        home = next(
            (thread for thread in growth.threads if any(member.id == original for member in thread.claims)), None
        )
        if home is not None:
            home.claims.append(by_id[copy])


def hang_restated(growth: Growth, scorer: Scorer, restated: list[Claim], new: Arrival) -> None:
    """One link from the claim that a restated figure points back to; the thread's current claim stays."""
    scores = no_scores(new.threads, restated)
    row_of = rows_of(new.threads, scorer.ties)
    for column, claim in enumerate(restated):
        for row in scorer.rows_for(claim, row_of):
            thread = new.threads[row]
            scores[row][column] = scorer.probability(thread.current, claim, also=thread.claims, restating=True)
    found = assign(scores, FLOOR)
    for row, column in [*found, *given_with(scores, found)]:
        thread, claim = new.threads[row], restated[column]
        original = scorer.restated_original(thread.claims, claim)
        growth.links.append(link(scorer, original, claim, scores[row][column]))
        thread.claims.append(claim)
        if thread.release < new.number:
            thread.mention, thread.release = claim, new.number


def given_with(scores: Sequence[Sequence[float]], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The rows, once more, that a column left over fits best: "we confirmed 412, and 389 later" retells one series."""
    placed = {column for _, column in found}
    columns = [list(column) for column in zip(*scores, strict=True)]
    best = {place: max(column) for place, column in enumerate(columns) if place not in placed}
    return [(columns[place].index(score), place) for place, score in best.items() if score >= AGAIN]


def first_mention(growth: Growth, scorer: Scorer, claim: Claim, restated: list[Claim], new: Arrival) -> None:
    """A claim with nothing before it, save perhaps an earlier level that the same statement gives ("against 270")."""
    linked = {one.later for one in growth.links}
    here = [
        earlier
        for earlier in restated
        if earlier.statement == claim.statement
        and earlier.id not in linked
        and not of_a_former_period(earlier)
        and not (earlier.figure is None and claim.start <= earlier.start < earlier.end < claim.end)
    ]
    best = max(here, key=lambda earlier: scorer.probability(earlier, claim, restating=True), default=None)
    if best is not None and scorer.probability(best, claim, restating=True) >= FLOOR:
        growth.links.append(link(scorer, best, claim, scorer.probability(best, claim, restating=True)))
        growth.threads.append(Thread([best, claim], claim, claim, new.number))
        if not new.first:
            growth.added.append(best.id)
        restated.remove(best)
        return
    growth.threads.append(Thread([claim], claim, claim, new.number))
    if not new.first and is_news(claim):
        growth.added.append(claim.id)


def of_a_former_period(claim: Claim) -> bool:
    """Whether a level is set beside the present one as that of another year: "against 221,000 a year before"."""
    end = claim.figure.end - claim.start if claim.figure is not None else 0
    return FORMER_PERIOD.match(claim.text, end) is not None
