"""Parts that do not add up to their total, and a part larger than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comms_tracker.changes.amounts import COUNT, amount_of
from comms_tracker.changes.findings.incident import Incident
from comms_tracker.changes.intervals import Interval, can_both_hold, wholly_below
from comms_tracker.changes.phrasing import figure_of, figure_words, number_words, sentence, span_words
from comms_tracker.changes.sentences import sentence_spans
from comms_tracker.records import Claim, Finding, FindingKind

MADE_UP_OF = re.compile(
    r"\b(?:made up (?:of|as follows)|consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|as follows|broken down)\b", re.I
)
IN_ALL = re.compile(r"\b(?:in all|in total|altogether|a total of|the total|makes|making)\b", re.I)
OF_WHOLE = re.compile(r"\b(?:of|out of) (?:the|these|those|our|all)? ?$", re.I)
OF_WHOM = re.compile(r"\bof (?:whom|which|them|these|those)\b", re.I)
REST = re.compile(r"\b(?:the (?:rest|remaining|remainder|others?|other)|remaining)\b[^.;]{0,25}$", re.I)
ROW = re.compile(r"^\s*(?:\||[-*•]\s)")


def sum_mismatches(incident: Incident) -> Iterator[Finding]:
    """One finding for each total whose parts, by the statement's own words, give another sum."""
    for statement in incident.statements:
        claims = [claim for claim in incident.of_statement(statement) if _is_count(claim)]
        spans = sentence_spans(statement.text)
        for index, span in enumerate(spans):
            inside = [claim for claim in claims if _within(claim, span)]
            rows = _rows_after(statement.text, spans, index, claims)
            found = _made_up_of(statement.text, span, inside, rows) or _in_all(statement.text, span, inside)
            found = found or _of_whole(statement.text, span, inside)
            if found is not None:
                yield found


def _made_up_of(text: str, span: tuple[int, int], inside: Sequence[Claim], rows: Sequence[Claim]) -> Finding | None:
    cue = MADE_UP_OF.search(text, *span)
    if cue is None:
        return None
    before = [claim for claim in inside if _start(claim) < cue.start()]
    parts = [claim for claim in inside if _start(claim) > cue.end()] or list(rows)
    if len(before) != 1 or len(parts) < 2 or not _one_noun([before[0], *parts]):
        return None
    return _compare(before[0], parts)


def _in_all(text: str, span: tuple[int, int], inside: Sequence[Claim]) -> Finding | None:
    """ "4 at Hale, 6 at Bowdon and 3 at Timperley: 13 in all"; every figure of the sentence must count one thing."""
    cue = IN_ALL.search(text, *span)
    if cue is None or len(inside) < 3 or not _one_noun(inside):
        return None
    nearest = min(inside, key=lambda claim: min(abs(_start(claim) - cue.end()), abs(cue.start() - _end(claim))))
    distance = min(abs(_start(nearest) - cue.end()), abs(cue.start() - _end(nearest)))
    parts = [claim for claim in inside if claim is not nearest]
    before = all(_start(part) < _start(nearest) for part in parts)
    after = all(_start(part) > _start(nearest) for part in parts)
    if distance > 30 or not (before or after):
        return None
    return _compare(nearest, parts)


def _of_whole(text: str, span: tuple[int, int], inside: Sequence[Claim]) -> Finding | None:
    """ "Of the 380,000 details, 244,000 were affected": a part may not exceed it, and with the rest must give it."""
    if len(inside) < 2:
        return None
    first, *others = inside
    lead = text[span[0] : _start(first)]
    between = text[_end(first) : _start(others[0])]
    if not OF_WHOLE.search(lead) and not OF_WHOM.search(between):
        return None
    if not _one_noun(inside):
        return None
    rest = [claim for claim in others if REST.search(text[span[0] : _start(claim)])]
    if len(others) == 2 and len(rest) == 1 and rest[0] is others[1]:
        return _compare(first, others)
    whole = amount_of(first).interval
    for part in others:
        share = amount_of(part).interval
        if whole is not None and share is not None and wholly_below(whole, share):
            words = f"{figure_of(part)} cannot be a part of {figure_words_of(first)}: the part is larger than the whole"
            return Finding(FindingKind.SUM_MISMATCH, (first.statement,), (first.id, part.id), sentence(words))
    return None


def _compare(total: Claim, parts: Sequence[Claim]) -> Finding | None:
    whole = amount_of(total).interval
    added = [amount_of(part).interval for part in parts]
    known = [part for part in added if part is not None and part.low is not None and part.high is not None]
    if whole is None or len(known) != len(parts):
        return None
    low, high = sum(part.low or 0 for part in known), sum(part.high or 0 for part in known)
    if can_both_hold(whole, Interval(low, high)):
        return None
    figures = " + ".join(figure_words_of(part) for part in parts)
    words = f"{figures} = {span_words(low, high)}, but the statement gives {figure_of(total)}"
    if whole.is_point and low == high and whole.low is not None:
        step = low - whole.low
        words += f", {number_words(abs(step))} {'fewer' if step > 0 else 'more'} than the parts"
    claims = (total.id, *(part.id for part in parts))
    return Finding(FindingKind.SUM_MISMATCH, (total.statement,), claims, sentence(words))


def figure_words_of(claim: Claim) -> str:
    """The words of a claim's figure; the claim has one."""
    assert claim.figure is not None
    return figure_words(claim.figure)


def _is_count(claim: Claim) -> bool:
    amount = amount_of(claim)
    return not claim.restated and amount.interval is not None and amount.dimension == COUNT and not amount.is_zero


def _one_noun(claims: Sequence[Claim]) -> bool:
    return len({claim.measure.counted for claim in claims if claim.measure.counted}) <= 1


def _start(claim: Claim) -> int:
    return claim.figure.start if claim.figure is not None else claim.start


def _end(claim: Claim) -> int:
    return claim.figure.end if claim.figure is not None else claim.end


def _within(claim: Claim, span: tuple[int, int]) -> bool:
    return span[0] <= _start(claim) < span[1]


def _rows_after(text: str, spans: Sequence[tuple[int, int]], index: int, claims: Sequence[Claim]) -> list[Claim]:
    """The counts in the table or list that follows a sentence."""
    rows: list[Claim] = []
    for span in spans[index + 1 :]:
        if not ROW.match(text[span[0] : span[1]]):
            break
        rows += [claim for claim in claims if _within(claim, span)]
    return rows
