"""Earlier figures that a later statement quotes as another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from comms_tracker.alignment.nouns import NEAR, SYNONYMS, kinship
from comms_tracker.calendar_names import is_weekday, month_number, weekday_number
from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.changes.findings.incident import Incident, apart, current, step
from comms_tracker.changes.pair import SURE_ENOUGH
from comms_tracker.changes.phrasing import figure_of, quoted, sentence
from comms_tracker.changes.sentences import same_sentence, sentence_at
from comms_tracker.claims.moments import MONTH, WEEKDAY
from comms_tracker.records import Claim, Finding, FindingKind, Statement

QUOTES = re.compile(
    r"\b(?:up|down) from\b|\b(?:first|earlier|previous(?:ly)?|originally|initial(?:ly)?|preliminary|ago|against|"
    r"compared|last (?:week|month|year|time)|we|said|reported|announced|gave|put|confirmed|named|told|stated)\b",
    re.I,
)
"""Words by which a sentence points to an earlier figure."""
MISPRINT = re.compile(r"\bmisprint\w*|\btyp(?:o|ing error|ographical)\w*|\btranspos\w+|\bprint(?:ing|er.s) error", re.I)
"""The statement says itself that the other number was garbled."""
SAID_WHEN = re.compile(
    r"\b(?:given|gave|announced|reported|stated|published|confirmed|told|said|named|quoted|issued|put out)\b"
    rf"[^.;]{{0,40}}?\b(?:in|on|of|last) (?:\d{{1,2}} )?({MONTH}|{WEEKDAY})\b"
)
"""The words that say when an earlier figure was given; the month or the day of the week is the group."""
ANOTHER_YEAR = re.compile(r"[^.;]{0,12}\b(?:last year|the year before|(?:19|20)\d\d)\b")
SAY_NO_THING = frozenset({None, "figure", "number", "tally", "total", "count", "toll", "sum", "one"})
"""Nouns that do not say what is counted."""
MISHEARD = 0.15
"""How far a number may be from the one said, as a share of it, to be that number garbled and not another measure."""


def restated_differently(incident: Incident) -> Iterator[Finding]:
    """One finding for each earlier figure that a later statement quotes as another number.

    The earlier figure is the linked one; without a link, the one near it in the statement whose month or day the words
    give ("the 421 announced in December").
    """
    linked = {link.later for link in incident.alignment.links}
    for link in incident.alignment.links:
        earlier, later = incident.claim(link.earlier), incident.claim(link.later)
        if earlier is None or later is None or not later.restated or earlier.restated:
            continue
        words = sentence_at(incident.text(later), later.start, later.end)
        if not QUOTES.search(words) or MISPRINT.search(words):
            continue
        if link.confidence < SURE_ENOUGH or earlier.statement == later.statement or not apart(earlier, later):
            continue
        if not any(not apart(said, later) for said in _said_before(incident, earlier, later)):
            yield _quoted_as(incident, earlier, later)
    for later in incident.claims:
        if later.restated and later.id not in linked and amount_of(later).form is Form.NUMBER:
            said = _said_then(incident, later)
            if said is not None:
                yield _quoted_as(incident, said, later)


def _quoted_as(incident: Incident, earlier: Claim, later: Claim) -> Finding:
    words = (
        f"{incident.where(later)} gives the earlier figure as {_with_noun(later, earlier)} ({quoted(later.text)}); "
        f"{incident.where(earlier)} said {figure_of(earlier)}{step(earlier, later)}"
    )
    statements = (earlier.statement, later.statement)
    return Finding(FindingKind.RESTATED_DIFFERENTLY, statements, (earlier.id, later.id), sentence(words))


def _with_noun(later: Claim, earlier: Claim) -> str:
    """The figure with its noun, which is left out where it counts something else than the earlier figure's does."""
    return figure_of(later, noun=kinship(later.measure.counted, earlier.measure.counted) >= NEAR)


def _said_before(incident: Incident, earlier: Claim, later: Claim) -> list[Claim]:
    """The numbers of the same series in the statements before: any of them may be the one that is quoted."""
    order = [statement.id for statement in incident.statements]
    before = set(order[: order.index(later.statement)]) if later.statement in order else set()
    members = [series.claims for series in incident.alignment.series if earlier.id in series.claims]
    claims = [incident.claim(claim_id) for ids in members for claim_id in ids]
    return [
        claim
        for claim in claims
        if claim is not None
        and claim.statement in before
        and not claim.restated
        and amount_of(claim).interval is not None
    ]


def _said_then(incident: Incident, later: Claim) -> Claim | None:
    """The one number near the restated one in the statement of the month or day that its words name.

    ``None`` where a statement before gave the very number, or where the words name no statement.
    """
    assert later.figure is not None
    text = incident.text(later)
    words = text[later.figure.end : later.figure.end + 80]
    when = SAID_WHEN.search(words)
    order = [statement.id for statement in incident.statements]
    if when is None or later.statement not in order or ANOTHER_YEAR.match(words, when.end()):
        return None
    before = incident.statements[: order.index(later.statement)]
    earlier = [claim for claim in incident.claims if claim.statement in {statement.id for statement in before}]
    numbers = [claim for claim in earlier if amount_of(claim).interval is not None and claim.speaker == later.speaker]
    if any(amount_of(a).dimension == amount_of(later).dimension and not apart(a, later) for a in numbers):
        return None
    named = {statement.id for statement in before if _is_of(statement, when.group(1), incident.day(later))}
    nouns = [later.measure.counted, *(claim.measure.counted for claim in _beside(incident, later))]
    found = [
        claim
        for claim in current(numbers)
        if claim.statement in named
        and (_kin(claim, nouns) or (_same_digits(claim, later) and set(nouns) <= SAY_NO_THING))
        and (_same_digits(claim, later) or _is_near(claim, later))
    ]
    return found[0] if len({amount_of(claim).interval for claim in found}) == 1 else None


def _beside(incident: Incident, later: Claim) -> list[Claim]:
    """The current figure before the quoted one in its sentence, of which the quoted one is the earlier state."""
    assert later.figure is not None
    text, at = incident.text(later), later.figure.start
    before = [
        claim
        for claim in current(incident.claims)
        if claim.statement == later.statement
        and claim.figure is not None
        and claim.figure.start < at
        and same_sentence(text, (claim.figure.start, claim.figure.end), (at, later.figure.end))
    ]
    return sorted(before, key=lambda claim: claim.figure.start if claim.figure else 0)[-1:]


def _is_of(statement: Statement, named: str, today: str | None) -> bool:
    """Whether a statement was issued in the month, or on the day of the week, that the words of today name."""
    if not statement.issued or not today:
        return False
    try:
        then, now = date.fromisoformat(statement.issued[:10]), date.fromisoformat(today)
    except ValueError:
        return False
    if is_weekday(named):
        return then.weekday() == weekday_number(named) and (now - then).days <= 7
    return then.month == month_number(named) and (now - then).days < 365


def _digits(claim: Claim) -> str | None:
    """The digits of a number of three or more, sorted: 412 and 421 have the same."""
    interval = amount_of(claim).interval
    if interval is None or interval.low is None or not interval.is_point or interval.low < 100:
        return None
    return "".join(sorted(f"{interval.low:g}"))


def _same_digits(a: Claim, b: Claim) -> bool:
    return _digits(a) is not None and _digits(a) == _digits(b)


def _is_near(a: Claim, b: Claim) -> bool:
    then, now = amount_of(a), amount_of(b)
    if then.dimension != now.dimension or then.interval is None or now.interval is None:
        return False
    middles = then.interval.middle or 0.0, now.interval.middle or 0.0
    return abs(middles[0] - middles[1]) <= MISHEARD * middles[0]


def _kin(claim: Claim, nouns: list[str | None]) -> bool:
    return any(kinship(claim.measure.counted, noun) >= SYNONYMS for noun in nouns)
