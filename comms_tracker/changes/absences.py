"""Claims that appear, and claims that are gone from the next release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from comms_tracker.changes.english import day_words
from comms_tracker.changes.given import Given
from comms_tracker.changes.phrasing import quoted, sentence
from comms_tracker.changes.spoken_of import Spoken, spoken
from comms_tracker.records import Change, ChangeKind, Claim, Polarity, Statement, short_id

if TYPE_CHECKING:
    from comms_tracker.alignment.records import Alignment

ADDED_WITH_FIGURE, ADDED_WITHOUT = 0.8, 0.65
DROPPED_WITH_FIGURE, DROPPED_WITHOUT = 0.7, 0.62
"""How sure an absence is before calibration: a figure is easier to find again than words are."""


def absences(statements: Sequence[Statement], claims: Mapping[str, Claim], alignment: Alignment) -> tuple[Change, ...]:
    """One change for each claim that alignment found without a counterpart, in the order in which it lists them."""
    by_id = {statement.id: statement for statement in statements}
    release = {statement: number for number, one in enumerate(alignment.releases) for statement in one.statements}
    given = Given.of(claims.values(), release)
    said = spoken(statements if alignment.added or alignment.dropped else (), release)
    added, dropped = ([claims[one] for one in ids if one in claims] for ids in (alignment.added, alignment.dropped))
    found = [_added(claim, by_id, given, said) for claim in added]
    found += [_dropped(claim, by_id, alignment, release, said) for claim in dropped]
    return tuple(found)


def _added(
    claim: Claim,
    statements: Mapping[str, Statement],
    given: Given,
    said: Spoken,
) -> Change:
    where = _in_statement(statements.get(claim.statement))
    if given.before(claim):
        words = f"New {where}: {quoted(claim.text)}"
    elif claim.figure is not None and claim.polarity is Polarity.AFFIRMED:
        words = f"New {where}: {quoted(claim.text)}. No earlier statement gives a figure for this"
    else:
        what = "the denial " if claim.polarity is Polarity.DENIED else ""
        near = said.near(claim, range(given.release.get(claim.statement, 0)))
        silent = "No earlier statement says this" if near is None else f"An earlier statement says {quoted(near)}"
        words = f"New {where}: {what}{quoted(claim.text)}. {silent}"
    confidence = ADDED_WITH_FIGURE if claim.figure is not None else ADDED_WITHOUT
    return _absence(ChangeKind.ADDED, None, claim.id, confidence, words)


def _dropped(
    claim: Claim,
    statements: Mapping[str, Statement],
    alignment: Alignment,
    release: Mapping[str, int],
    said: Spoken,
) -> Change:
    where = _in_statement(_next_statement(claim, statements, alignment))
    what = "the denial " if claim.polarity is Polarity.DENIED else ""
    words = f"Not repeated {where}: {what}{quoted(claim.text)}"
    following = release.get(claim.statement, len(alignment.releases)) + 1
    near = said.near(claim, range(following, following + 1))
    if near is not None:
        words += f". It says {quoted(near)}"
    confidence = DROPPED_WITH_FIGURE if claim.figure is not None else DROPPED_WITHOUT
    return _absence(ChangeKind.DROPPED, claim.id, None, confidence, words)


def _absence(kind: ChangeKind, earlier: str | None, later: str | None, confidence: float, words: str) -> Change:
    return Change(
        id=short_id("change", kind.value, earlier, later),
        kind=kind,
        also=(),
        earlier=earlier,
        later=later,
        relation=None,
        stated_basis=None,
        direction=None,
        ratio=None,
        confidence=confidence,
        explanation=sentence(words),
    )


def _next_statement(claim: Claim, statements: Mapping[str, Statement], alignment: Alignment) -> Statement | None:
    for release, following in zip(alignment.releases, alignment.releases[1:], strict=False):
        if claim.statement in release.statements:
            return statements.get(following.statements[0])
    return None


def _in_statement(statement: Statement | None) -> str:
    day = day_words(statement.issued) if statement is not None else None
    return f"in the statement of {day}" if day else "in the later statement"
