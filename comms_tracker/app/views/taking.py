"""What a reader takes from one change: a citation, and neutral questions to the organisation, as plain text to copy."""

from __future__ import annotations

from comms_tracker.app.words import change as words
from comms_tracker.changes.english import plural
from comms_tracker.records import Basis, Change, Claim, Comparison, Polarity, Statement
from comms_tracker.report import words as report_words
from comms_tracker.report.bylines import RECAST
from comms_tracker.report.excerpts import sentence_around
from comms_tracker.report.headings import one_line


def citation(comparison: Comparison, change: Change, link: str) -> str:
    """Both wordings with who, when and source, what the change is and who has looked at it, and the link to it."""
    earlier, later = _sides(comparison, change)
    lines = [_cited(comparison, claim) for claim in (earlier, later) if claim]
    if earlier is None:
        lines.append(words.CITED_ONLY_LATER)
    if later is None and earlier is not None:
        lines.append(words.CITED_ONLY_EARLIER.format(date=_next_date(comparison, earlier)))
    lines.append(
        words.CITED_CHANGE.format(
            kind=report_words.KIND[change.kind],
            status=report_words.STATUS[change.status],
            confidence=report_words.confidence_words(change.confidence, change.kind),
        )
    )
    return "\n\n".join([*lines, *_caution(comparison, earlier, later), link])


def questions(comparison: Comparison, change: Change) -> str:
    """Both wordings and what could be asked about them; nothing that is asked supposes an answer."""
    earlier, later = _sides(comparison, change)
    said = [_said(comparison, claim) for claim in (earlier, later) if claim]
    if earlier is None:
        said.append(words.NOT_IN_EARLIER)
    if later is None and earlier is not None:
        said.append(words.NOT_IN_LATER.format(date=_next_date(comparison, earlier)))
    asked = [*_about_figure(later or earlier), *_about_scope(earlier, later), *words.QUESTIONS[change.kind]]
    return "\n\n".join([*said, "\n".join(f"- {one}" for one in asked), *_caution(comparison, earlier, later)])


def scope_lost(earlier: Claim, later: Claim) -> tuple[str, ...]:
    """The limits on what is counted that the earlier claim has in its words and the later one has not."""
    kept = {part.casefold() for part in later.measure.scope}
    return tuple(part for part in earlier.measure.scope if part.casefold() not in kept)


def scope_facts(comparison: Comparison, change: Change) -> tuple[tuple[str, str], ...]:
    """What limits were lost and gained from the earlier wording to the later one, each with its name."""
    earlier, later = _sides(comparison, change)
    if earlier is None or later is None:
        return ()
    limits = ((words.SCOPE_LOST, scope_lost(earlier, later)), (words.SCOPE_GAINED, scope_lost(later, earlier)))
    return tuple((name, named(parts)) for name, parts in limits if parts)


def _sides(comparison: Comparison, change: Change) -> tuple[Claim | None, Claim | None]:
    earlier, later = (None if one is None else comparison.claim(one) for one in (change.earlier, change.later))
    return earlier, later


def _caution(comparison: Comparison, *claims: Claim | None) -> list[str]:
    """What to heed where the wording is not the organisation's own."""
    told = [comparison.statement(claim.statement).wording for claim in claims if claim]
    return [words.RECAST] if RECAST in told else []


def _about_figure(claim: Claim | None) -> list[str]:
    if claim is None or claim.figure is None or claim.polarity is not Polarity.AFFIRMED:
        return []
    figure, counted = one_line(claim.figure.text), claim.measure.counted
    if counted is None or claim.measure.basis is Basis.SHARE or claim.figure.unit is not None:
        return [words.AS_OF.format(figure=figure)]
    return [words.WHICH_COVERS.format(things=plural(counted), figure=figure)]


def _about_scope(earlier: Claim | None, later: Claim | None) -> list[str]:
    if earlier is None or later is None:
        return []
    limits = ((words.LIMIT_LOST, scope_lost(earlier, later)), (words.LIMIT_GAINED, scope_lost(later, earlier)))
    return [asked.format(parts=named(parts)) for asked, parts in limits if parts]


def named(parts: tuple[str, ...]) -> str:
    """Limits in their own words, in a sentence: "“elective” and “those that relied on images”"."""
    return report_words.listed([f"“{one_line(part)}”" for part in parts])


def _cited(comparison: Comparison, claim: Claim) -> str:
    statement = comparison.statement(claim.statement)
    about = [part for part in (statement.organisation, statement.channel) if part]
    said = words.CITED_SIDE.format(
        who=", ".join(about) or statement.id,
        date=report_words.moment_words(statement.issued),
        words=_sentence(statement, claim),
    )
    return " ".join([said, words.CITED_SOURCE.format(source=statement.source)] if statement.source else [said])


def _said(comparison: Comparison, claim: Claim) -> str:
    statement = comparison.statement(claim.statement)
    said = words.SAID.format(date=report_words.date_words(statement.issued), words=_sentence(statement, claim))
    return said + (words.SAID_SOURCE.format(source=statement.source) if statement.source else "") + "."


def _sentence(statement: Statement, claim: Claim) -> str:
    start, end = sentence_around(statement.text, claim.start, claim.end)
    return one_line(statement.text[start:end]).rstrip(".")


def _next_date(comparison: Comparison, claim: Claim) -> str:
    order = [statement.id for statement in comparison.statements]
    place = order.index(claim.statement) + 1
    following = comparison.statements[place] if place < len(order) else None
    return report_words.date_words(following.issued if following else None)
