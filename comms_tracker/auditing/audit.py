"""The audit itself: the draft compared as the last statement, then set against every earlier claim of each series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from comms_tracker.auditing.absent import left_out
from comms_tracker.auditing.earlier import REVISED, earlier_departures
from comms_tracker.auditing.findings import of_draft
from comms_tracker.auditing.order import in_editor_order
from comms_tracker.auditing.placing import ID, placed
from comms_tracker.auditing.records import FAILING, Audit, Beside, Departure, kinds_of
from comms_tracker.auditing.wording import explanation
from comms_tracker.changes.pair import pair_of
from comms_tracker.comparison import compare, notes
from comms_tracker.decisions import Decision
from comms_tracker.encoder import MemoryVectors, PhraseVectors
from comms_tracker.reading.english import looks_english
from comms_tracker.records import Change, ChangeKind, Claim, Comparison, ReviewStatus, Said, Statement

K = ChangeKind


def audit(
    draft: Statement | str,
    statements: Sequence[Statement],
    vectors: PhraseVectors | None = None,
    *,
    decisions: Sequence[Decision] = (),
    today: date | None = None,
    first_line: int = 1,
) -> Audit:
    """What the draft would contradict, revise, retract, obscure, narrow, soften or leave out of what was said.

    The draft is compared as the last statement: issued on its own date, else ``today`` (default: the computer's date),
    and never before the last of ``statements``. It is kept in memory only. ``decisions`` are what people decided about
    the statements, ``first_line`` is the line of the draft's file on which its text begins. Raises InputError for an
    empty draft, no earlier statement, and a draft that could be either of two organisations'.
    """
    given = draft if isinstance(draft, Statement) else Statement(ID, draft, english=looks_english(draft))
    place = placed(given, statements, today or date.today())
    vectors = vectors if vectors is not None else MemoryVectors()
    comparison = compare([*place.earlier, place.draft], vectors, decisions)
    own = tuple(claim for claim in comparison.claims if claim.statement == place.draft.id)
    changes = [change for change in comparison.changes if change.status is not ReviewStatus.REJECTED]
    to_draft = _to_draft(changes, own)
    older = earlier_departures(comparison, place.draft.id, to_draft, vectors)
    failing = {change.later for change in (*to_draft, *older.open) if kinds_of(change) & FAILING}
    repeated = [change for change in older.repeated if change.later in failing]
    departures = _departures(comparison, [*to_draft, *older.open, *repeated], older.agreeing)
    found = in_editor_order(_doubted(one, older.elsewhere.get(one.draft.id, ())) for one in departures)
    agreed = {said.claim.id for one in found for said in one.agrees_with}
    told_again = {claim.id for claim in own if claim.restated}
    gone, gone_before = left_out(comparison, [one for one in changes if one.earlier not in agreed], place.draft.id)
    return Audit(
        draft=place.draft,
        compared_with=tuple(one for one in comparison.statements if one.id != place.draft.id),
        claims=own,
        departures=tuple(one for one in found if one.is_sure),
        possible=tuple(one for one in found if not one.is_sure),
        left_out=gone,
        left_out_before=gone_before,
        added=_added(changes, own),
        already_changed=_departures(comparison, older.moved_on, {}),
        unchanged=sum(change.says_the_same and change.later not in told_again for change in to_draft),
        earlier_claims=sum(_is_of(comparison, claim, place.draft) for claim in comparison.claims) - len(own),
        findings=of_draft(comparison, place.draft.id),
        notes=(*place.notes, *_notes(comparison, place.draft)),
        produced_by=comparison.produced_by,
        first_line=first_line,
    )


def _to_draft(changes: Iterable[Change], own: Sequence[Claim]) -> list[Change]:
    """The changes from an earlier statement's claim to one of the draft."""
    ids = {claim.id for claim in own}
    return [one for one in changes if one.earlier and one.earlier not in ids and one.later in ids]


def _doubted(departure: Departure, elsewhere: tuple[Said, ...]) -> Departure:
    """The departure, in doubt where it only revises, by a figure given before for what is likely the same measure."""
    if not elsewhere or not departure.kinds & FAILING <= REVISED:
        return departure
    agreeing = (*departure.agrees_with, *elsewhere)
    return replace(
        departure, agrees_with=agreeing, doubt="the draft's figure was given before, for what may be the same"
    )


def _departures(
    comparison: Comparison, changes: Sequence[Change], agreeing: dict[str, tuple[Said, ...]]
) -> tuple[Departure, ...]:
    """One departure for each claim of the draft, led by the change that an editor would look at first."""
    by_claim: dict[str, list[Change]] = {}
    for change in changes:
        if not change.says_the_same and change.later is not None:
            by_claim.setdefault(change.later, []).append(change)
    return tuple(_departure(comparison, group, agreeing.get(claim, ())) for claim, group in by_claim.items())


def _departure(comparison: Comparison, group: Sequence[Change], agreeing: tuple[Said, ...]) -> Departure:
    lead, *rest = in_editor_order(group)
    earlier, draft = Said.of(comparison, lead.earlier), comparison.claim(lead.later or "")
    now = comparison.statement(draft.statement)
    beside = [claim for claim in comparison.claims if claim.statement == draft.statement]
    pair = pair_of(earlier.claim, draft, (earlier.statement.text, now.text), beside=beside)
    return Departure(
        change=lead,
        earlier=earlier,
        draft=draft,
        explanation=explanation(pair, lead, earlier.statement, beside),
        beside=tuple(Beside(change, Said.of(comparison, change.earlier)) for change in _latest_first(comparison, rest)),
        agrees_with=agreeing,
    )


def _is_of(comparison: Comparison, claim: Claim, draft: Statement) -> bool:
    """Whether the draft's organisation made the claim."""
    return comparison.statement(claim.statement).organisation == draft.organisation


def _notes(comparison: Comparison, draft: Statement) -> tuple[str, ...]:
    """The comparison's notes; that the draft is not English is said with the verdict."""
    of_draft_alone = notes((draft,)) if not draft.english else ()
    return tuple(note for note in comparison.notes if note not in of_draft_alone)


def _latest_first(comparison: Comparison, changes: Sequence[Change]) -> list[Change]:
    places = {claim.id: place for place, claim in enumerate(comparison.claims)}
    return sorted(changes, key=lambda change: -places[change.earlier or ""])


def _added(changes: Iterable[Change], own: Sequence[Claim]) -> tuple[Claim, ...]:
    """The draft's claims that no earlier statement speaks of, in the order of the text."""
    added = {change.later for change in changes if change.kind is K.ADDED}
    return tuple(claim for claim in own if claim.id in added)
