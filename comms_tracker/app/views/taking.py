"""What a reader takes from one change: a citation, and neutral questions to the organisation, as plain text to copy."""

from __future__ import annotations

from comms_tracker.app.words import change as words
from comms_tracker.changes.english import plural
from comms_tracker.records import Basis, Change, Comparison, Polarity, Said
from comms_tracker.report import words as report_words
from comms_tracker.report.bylines import RECAST
from comms_tracker.report.excerpts import sentence_around
from comms_tracker.report.groups import sides
from comms_tracker.report.headings import one_line


def citation(comparison: Comparison, change: Change, link: str) -> str:
    """Both wordings with who, when and source, what the change is and who has looked at it, and the link to it."""
    earlier, later = sides(comparison, change)
    lines = [_cited(said) for said in (earlier, later) if said]
    if earlier is None:
        lines.append(words.CITED_ONLY_LATER)
    if later is None and earlier is not None:
        lines.append(words.CITED_ONLY_EARLIER.format(date=_next_date(comparison, earlier)))
    lines.append(
        words.CITED_CHANGE.format(
            kind=report_words.kind_words(change),
            status=report_words.STATUS[change.status],
            confidence=report_words.confidence_words(change.confidence, change.kind),
        )
    )
    return "\n\n".join([*lines, *_caution(earlier, later), link])


def questions(comparison: Comparison, change: Change) -> str:
    """Both wordings and what could be asked about them; nothing that is asked supposes an answer."""
    earlier, later = sides(comparison, change)
    told = [_said(said) for said in (earlier, later) if said]
    if earlier is None:
        told.append(words.NOT_IN_EARLIER)
    if later is None and earlier is not None:
        told.append(words.NOT_IN_LATER.format(date=_next_date(comparison, earlier)))
    asked = [*_about_figure(later or earlier), *_about_scope(earlier, later), *words.QUESTIONS[change.kind]]
    return "\n\n".join([*told, "\n".join(f"- {one}" for one in asked), *_caution(earlier, later)])


def scope_facts(comparison: Comparison, change: Change) -> tuple[tuple[str, str], ...]:
    """What limits were lost and gained from the earlier wording to the later one, each with its name."""
    earlier, later = sides(comparison, change)
    limits = ((words.SCOPE_LOST, _lost(earlier, later)), (words.SCOPE_GAINED, _lost(later, earlier)))
    return tuple((name, named(parts)) for name, parts in limits if parts)


def _lost(earlier: Said | None, later: Said | None) -> tuple[str, ...]:
    """The limits on what is counted that the earlier wording has and the later one has not; none without both."""
    if earlier is None or later is None:
        return ()
    kept = {part.casefold() for part in later.claim.measure.scope}
    return tuple(part for part in earlier.claim.measure.scope if part.casefold() not in kept)


def _caution(*both: Said | None) -> list[str]:
    """What to heed where the wording is not the organisation's own."""
    return [words.RECAST] if any(said and said.statement.wording == RECAST for said in both) else []


def _about_figure(said: Said | None) -> list[str]:
    claim = said.claim if said else None
    if claim is None or claim.figure is None or claim.polarity is not Polarity.AFFIRMED:
        return []
    figure, counted = one_line(claim.figure.text), claim.measure.counted
    if counted is None or claim.measure.basis is Basis.SHARE or claim.figure.unit is not None:
        return [words.AS_OF.format(figure=figure)]
    return [words.WHICH_COVERS.format(things=plural(counted), figure=figure)]


def _about_scope(earlier: Said | None, later: Said | None) -> list[str]:
    limits = ((words.LIMIT_LOST, _lost(earlier, later)), (words.LIMIT_GAINED, _lost(later, earlier)))
    return [asked.format(parts=named(parts)) for asked, parts in limits if parts]


def named(parts: tuple[str, ...]) -> str:
    """Limits in their own words, in a sentence: "“elective” and “those that relied on images”"."""
    return report_words.listed([f"“{one_line(part)}”" for part in parts])


def _cited(said: Said) -> str:
    statement = said.statement
    about = [part for part in (statement.organisation, statement.channel) if part]
    told = words.CITED_SIDE.format(
        who=", ".join(about) or statement.id,
        date=report_words.moment_words(statement.issued),
        words=_sentence(said),
    )
    return " ".join([told, words.CITED_SOURCE.format(source=statement.source)] if statement.source else [told])


def _said(said: Said) -> str:
    statement = said.statement
    told = words.SAID.format(date=report_words.date_words(statement.issued), words=_sentence(said))
    return told + (words.SAID_SOURCE.format(source=statement.source) if statement.source else "") + "."


def _sentence(said: Said) -> str:
    start, end = sentence_around(said.statement.text, said.claim.start, said.claim.end)
    return one_line(said.statement.text[start:end]).rstrip(".")


def _next_date(comparison: Comparison, said: Said) -> str:
    place = comparison.statements.index(said.statement) + 1
    following = comparison.statements[place] if place < len(comparison.statements) else None
    return report_words.date_words(following.issued if following else None)
