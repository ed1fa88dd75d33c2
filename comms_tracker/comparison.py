"""The whole way for one incident: statements in, what changed out. Command line, store and app all call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from comms_tracker import __version__, changes, language, lexicon
from comms_tracker.alignment import align
from comms_tracker.alignment.records import Alignment
from comms_tracker.articles.near_duplicates import linked, near_duplicates, told_again
from comms_tracker.changes.findings.contradictions import not_looked_at
from comms_tracker.claims import extract_claims
from comms_tracker.decisions import Decision, apply, reviewed, seen
from comms_tracker.encoder import MemoryVectors, PhraseVectors
from comms_tracker.quotes.findings import altered_quotations
from comms_tracker.records import Claim, Comparison, ProducedBy, Statement


def compare(
    statements: Sequence[Statement],
    vectors: PhraseVectors | None = None,
    decisions: Sequence[Decision] = (),
    known: Mapping[str, tuple[Claim, ...]] | None = None,
) -> Comparison:
    """What changed over the statements, taken as one incident; they are put in order of time, ties as they came.

    ``vectors`` gives phrase vectors where words do not decide (default: MiniLM, kept in memory, loaded only then).
    ``decisions`` are those that people made about this incident: they win over what the program reads and links.
    ``known`` are the claims of each statement by its id, where another process has read them already.
    Raises ModelError where a model is missing or altered.
    """
    ordered = in_order(statements)
    found = extract_claims(ordered) if known is None else [known[statement.id] for statement in ordered]
    applied = apply(ordered, [claim for of_statement in found for claim in of_statement], decisions)
    claims = applied.claims
    told = linked(ordered)
    again = told_again(told, claims)
    phrases = vectors if vectors is not None else MemoryVectors()
    whole = align(told, claims, phrases, applied.ties)
    first_hand = [claim for claim in claims if claim.id not in again]
    aligned = align(told, first_hand, phrases, applied.ties) if again else whole
    aligned = without_excerpts(aligned, told, claims)
    origin = {link.later: link.earlier for link in aligned.links}
    claims = tuple(replace(claim, restates=origin.get(claim.id)) if claim.restated else claim for claim in claims)
    return Comparison(
        incident=next((statement.incident for statement in ordered if statement.incident), None),
        produced_by=ProducedBy(__version__, language.model_sha256(), lexicon.sha256()),
        statements=ordered,
        claims=claims,
        series=aligned.series,
        changes=reviewed(
            changes.describe_changes(ordered, claims, aligned),
            changes.describe_changes(ordered, claims, only_set_aside(aligned)),
            applied,
        ),
        findings=seen((*changes.find(told, claims, whole), *altered_quotations(told, claims)), applied),
        notes=(*notes(ordered), *not_looked_at(claims), *applied.notes),
    )


def without_excerpts(aligned: Alignment, statements: Sequence[Statement], claims: Sequence[Claim]) -> Alignment:
    """The alignment without what is only absent from an article's excerpts: what those leave out, the outlet chose."""
    by_id = {statement.id: statement for statement in statements}
    releases = [[by_id[each] for each in release.statements] for release in aligned.releases]

    def following(claim: Claim) -> list[Statement]:
        place = next(number for number, release in enumerate(releases) if by_id[claim.statement] in release)
        organisation = by_id[claim.statement].organisation
        return next((each for each in releases[place + 1 :] if each[0].organisation == organisation), [])

    missed = {claim.id: following(claim) for claim in claims if claim.id in set(aligned.dropped)}
    kept = [each for each in aligned.dropped if not all(one.derived_from for one in missed[each])]
    return replace(aligned, dropped=tuple(kept))


def only_set_aside(aligned: Alignment) -> Alignment:
    """The alignment with nothing in it but the pairs that a person took apart."""
    return replace(aligned, links=aligned.set_aside, added=(), dropped=())


def compare_incidents(statements: Sequence[Statement], vectors: PhraseVectors | None = None) -> tuple[Comparison, ...]:
    """One comparison for each incident named in the statements, in order of first appearance."""
    names = dict.fromkeys(statement.incident for statement in statements)
    return tuple(compare([s for s in statements if s.incident == name], vectors) for name in names)


def in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements by date and time; those of one moment, or of none, stay in the order in which they came."""
    dated = all(statement.issued for statement in statements)
    return tuple(sorted(statements, key=lambda statement: moment(statement.issued or "")) if dated else statements)


def moment(issued: str) -> str:
    """A sort key for an ISO date or a date and time with offset, in UTC; a bare date stands before its day's times."""
    from datetime import UTC, datetime

    if len(issued) <= 10:
        return issued
    parsed = datetime.fromisoformat(issued)
    return (parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)).strftime("%Y-%m-%dT%H:%M:%S")


def notes(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Plain sentences about the input that belong beside the result."""
    found: list[str] = []
    organisations = list(dict.fromkeys(statement.organisation for statement in statements))
    if len(organisations) > 1:
        names = ", ".join(name or "(no organisation)" for name in organisations)
        found.append(
            f"These statements are by {len(organisations)} organisations, which are kept apart: {names}. "
            "No change is reported from one to another."
        )
    if len(statements) == 1:
        found.append("There is one statement only, so there is nothing to compare it with: its claims are shown.")
    for one in near_duplicates(statements):
        found.append(f"{one.copy} carries words of {one.original}, and is taken for the same statement, told again.")
    for statement in statements:
        if not statement.english:
            found.append(f"{statement.id} does not look like English; what was read from it may be wrong.")
    return tuple(found)
