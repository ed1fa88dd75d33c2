"""The words of an audit that the terminal's page and Markdown share: the verdict, what was compared, each place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from comms_tracker.auditing.records import Audit, Departure, Kind, LeftOut
from comms_tracker.records import Claim, Finding, FindingKind, Said
from comms_tracker.report import words
from comms_tracker.report.bylines import source_words, span, whence

TITLE = "A draft against what was said"
POSSIBLE = "Possibly the same measure"
LEFT_OUT = "Not in the draft"
LEFT_OUT_BEFORE = "Not in the last statement either"
ADDED = "New in the draft"
ALREADY_CHANGED = "The draft keeps to a later statement"
AGREES = "agrees with the draft"
FINDINGS = "Also worth a look in the draft"
NOTES = "How the draft was read"
NO_CLAIMS = "No claim about figures or impact was found in the draft, so there was nothing to compare."
NOTHING_DEPARTS = "Nothing in the draft departs from what was said."
NOTHING_FAILS = "Nothing in the draft contradicts, revises or takes back what was said."
NOT_ENGLISH = (
    "The draft does not look like English: what was read may be wrong, and what it departs from may be missed."
)


def heading(audit: Audit) -> str:
    """The incident, or what the page is where there is none."""
    return f"{audit.incident}: a draft against what was said" if audit.incident else TITLE


def summary(audit: Audit) -> str:
    """Whose draft it is, with what it was compared, and when it is taken as issued."""
    who = f" by {audit.draft.organisation}" if audit.draft.organisation else ""
    earlier = [one for one in audit.compared_with if one.organisation == audit.draft.organisation]
    days = span(earlier)
    compared_with = f"{words.counted(len(earlier), 'statement')}{who}{', ' if days else ''}{days}"
    return f"Compared with {compared_with}. The draft is taken as issued on {words.date_words(audit.draft.issued)}."


def verdict(audit: Audit, on: Collection[Kind]) -> str:
    """What an editor should know first: what to look at before the draft goes out, or that there is nothing."""
    failing = audit.failing(on)
    if failing:
        kinds = Counter(_kind_words(one, on) for one in failing)
        told = words.listed([f"{kind} ({number})" for kind, number in kinds.items()])
        return f"{words.counted(len(failing), 'thing')} to look at before the draft goes out: {told}."
    if not audit.draft.english:
        return NOT_ENGLISH
    if not audit.claims:
        return NO_CLAIMS
    return NOTHING_DEPARTS if audit.nothing_departs else NOTHING_FAILS


def compared(audit: Audit) -> str:
    """How many claims met, and how many of the draft's say what was said or are new."""
    said = (
        f"{words.counted(len(audit.claims), 'claim')} of the draft compared with {audit.earlier_claims:,} made before"
    )
    counts = ((audit.unchanged, "says", "say", "the same as before"), (len(audit.added), "is", "are", "new"))
    told = [f"{number:,} {one if number == 1 else many} {what}" for number, one, many, what in counts if number]
    return f"{said}{': ' if told else ''}{' and '.join(told)}."


def remarks(audit: Audit, on: Collection[Kind]) -> list[str]:
    """What belongs beneath the verdict, a line each."""
    lines = [compared(audit)] if audit.claims else []
    return [*lines, NOT_ENGLISH] if not audit.draft.english and verdict(audit, on) != NOT_ENGLISH else lines


def added_lines(audit: Audit) -> list[tuple[str, str]]:
    """The place and the words of what is new, once where two figures stand in the same words."""
    return list(dict.fromkeys((draft_place(audit, claim), claim.text) for claim in audit.added))


def left_out_once(left_out: Iterable[LeftOut]) -> list[Said]:
    """What was said and left out, once where two figures stand in the same words."""
    return list({(one.earlier.statement.id, one.earlier.claim.text): one.earlier for one in left_out}.values())


def title(departure: Departure) -> str:
    """The kind in plain words, with the further kinds that hold."""
    also = words.listed([words.kind_in_sentence(kind) for kind in departure.change.also])
    return words.kind_words(departure.change) + (f", also {also}" if also else "")


def draft_place(audit: Audit, claim: Claim) -> str:
    """Where a claim stands in the draft: "line 3"."""
    return f"line {audit.line(claim.start)}"


def said_when(said: Said) -> str:
    """The day on which it was said."""
    return words.date_words(said.statement.issued)


def said_where(said: Said) -> str:
    """The earlier statement's channel, title and source."""
    source = source_words(said.statement)
    where = whence(said.statement, organisation=False)
    return f"{where}. Source: {source}" if source else where


def how_sure(departure: Departure) -> str:
    """The confidence in words and as a number, with the evidence."""
    change = departure.change
    told = words.capital(words.sureness(change))
    if departure.doubt is not None:
        told = f"{POSSIBLE}: {departure.doubt}. It rests on a link that is {words.likelihood(change.confidence)} right"
        told += f" ({words.in_hundred(change.confidence)})"
    if change.evidence_for:
        told += f": {'; '.join(change.evidence_for)}"
    if change.evidence_against:
        told += f". Against it: {'; '.join(change.evidence_against)}"
    return told


def already_changed(audit: Audit) -> tuple[Departure, ...]:
    """The departures from what a later statement has changed already, where the draft agrees with that statement."""
    departing = {one.draft.id for one in (*audit.departures, *audit.possible)}
    return tuple(one for one in audit.already_changed if one.draft.id not in departing)


def _kind_words(one: Departure | LeftOut | Claim | Finding, on: Collection[Kind]) -> str:
    if isinstance(one, Finding):
        return words.in_sentence(words.FINDING[one.kind])
    if isinstance(one, LeftOut | Claim):
        return words.in_sentence(LEFT_OUT if isinstance(one, LeftOut) else ADDED)
    wanted = [kind for kind in (one.change.kind, *one.change.also) if kind in on] + sorted(one.kinds & set(on))
    kind = wanted[0]
    assert not isinstance(kind, FindingKind)
    return words.kind_in_sentence(kind)
