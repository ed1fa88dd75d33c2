"""Parts that do not add up to the total that the same statement gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comms_tracker.changes.amounts import COUNT, PERCENT, amount_of
from comms_tracker.changes.english import number_words
from comms_tracker.changes.findings.incident import Incident, money_sign
from comms_tracker.changes.findings.parts import (
    close,
    dimension,
    figure_end,
    figure_start,
    is_list,
    larger_than_whole,
    of_one_kind,
    one_noun,
)
from comms_tracker.changes.findings.rounding import with_rounding, with_zeros
from comms_tracker.changes.intervals import Interval, can_both_hold, wholly_below
from comms_tracker.changes.phrasing import figure_of, figure_words, sentence, span_words
from comms_tracker.changes.sentences import POINTING, sentence_spans
from comms_tracker.records import Claim, Finding, FindingKind

MADE_UP_OF = re.compile(
    r"\b(?:made up (?:of|as follows)|consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|as follows|broken down|namely)\b",
    re.I,
)
THE_WHOLE = re.compile(rf"{POINTING}|the (?:sum|total|figure)\b", re.I)
IN_ALL = re.compile(r"\b(?:in all|in total|altogether|a total of|the total|makes|making)\b", re.I)
INCLUDING = re.compile(r"\b(?:including|among (?:them|whom|which)|of (?:whom|which))\b", re.I)
OF_WHOLE = re.compile(r"\b(?:of|out of) (?:the|these|those|our|all)? ?$", re.I)
OF_THEM = re.compile(r"\s*of (?:them|these|those)\b", re.I)
LED_BY_OF_THEM = re.compile(r"of (?:them|these|those),? $", re.I)
REST = re.compile(r"\b(?:the (?:rest|remaining|remainder|others?|other)|remaining)\b[^.;]{0,25}$", re.I)
STILL = re.compile(r"\s*(?:\w+\s+)?(?:(?:is|are|was|were)\s+)?(?:still|remain(?:s|ed)?|outstanding|left)\b", re.I)
ELIDED = re.compile(r"\s*(?:in|on|at|by|from|through|via|to|for|under|over|among|between)\b", re.I)
"""What follows a part whose verb is left out ("61 on the website"): such parts divide one total between them."""
ROW = re.compile(r"^\s*(?:\||[-*•]\s)")


@dataclass(frozen=True)
class Place:
    """A sentence of a statement among its sentences, with the statement's figures that can be added, in their order."""

    text: str
    spans: tuple[tuple[int, int], ...]
    index: int
    claims: tuple[Claim, ...]

    @property
    def span(self) -> tuple[int, int]:
        """Where the sentence stands."""
        return self.spans[self.index]

    @property
    def inside(self) -> tuple[Claim, ...]:
        """The figures of the sentence."""
        return self._within(self.span)

    @property
    def before(self) -> tuple[Claim, ...]:
        """The figures of the sentence before, a heading in between left out."""
        for back in (1, 2, 3):
            if self.index < back:
                return ()
            span = self.spans[self.index - back]
            found = self._within(span)
            if found or len(self.text[slice(*span)].split()) > 5:
                return found
        return ()

    def rows(self) -> tuple[Claim, ...]:
        """The figures in the table or list that follows the sentence."""
        rows: list[Claim] = []
        for span in self.spans[self.index + 1 :]:
            if not ROW.match(self.text[slice(*span)]):
                break
            rows += self._within(span)
        return tuple(rows)

    def _within(self, span: tuple[int, int]) -> tuple[Claim, ...]:
        first, last = (bisect_left(self.claims, end, key=figure_start) for end in span)
        return self.claims[first:last]


def sum_mismatches(incident: Incident) -> Iterator[Finding]:
    """One finding for each total whose parts, by the statement's own words, give another sum."""
    for statement in incident.statements:
        claims = tuple(
            {figure_start(claim): claim for claim in incident.of_statement(statement) if _can_be_added(claim)}.values()
        )
        spans = sentence_spans(statement.text)
        for index in range(len(spans)):
            place = Place(statement.text, spans, index, claims)
            if len(place.inside) + len(place.rows()) < 2:
                continue
            for rule in (_made_up_of, _after_colon, _in_all, _with_the_rest, _divided, _done_and_still, _including):
                found = rule(place)
                if found is not None:
                    yield found
                    break


def _made_up_of(place: Place) -> Finding | None:
    """ "1,184 in all, made up of 1,102 and 92"; "The sum owed is £702,000. It is made up of ..."."""
    cue = MADE_UP_OF.search(place.text, *place.span)
    if cue is None:
        return None
    totals = [claim for claim in place.inside if figure_start(claim) < cue.start()]
    if not totals and THE_WHOLE.match(place.text[place.span[0] :]):
        totals = list(place.before)
    parts = [claim for claim in place.inside if figure_start(claim) > cue.end()] or list(place.rows())
    if len(totals) != 1 or len(parts) < 2 or not of_one_kind(totals[0], parts):
        return None
    return _compare(totals[0], parts)


def _after_colon(place: Place) -> Finding | None:
    """ "412 homes had to wait: 188 in Northgate, 121 in Millfields and 93 at Eastholm", or rows below the colon."""
    colon = re.compile(r":(?=\s|$)").search(place.text, place.span[0], place.span[1])
    if colon is None:
        return None
    totals = [claim for claim in place.inside if figure_start(claim) < colon.start()]
    parts = [claim for claim in place.inside if figure_start(claim) > colon.start()]
    end, closed = place.span[1], True
    if len(parts) > 1:
        closed = bool(re.search(r"\band\b", place.text[figure_end(parts[-2]) : figure_start(parts[-1])]))
    if not parts and colon.end() == place.span[1]:
        parts = list(place.rows())
        end = figure_end(parts[-1]) if parts else end
    totals = [claim for claim in totals if parts and dimension(claim) == dimension(parts[0])]
    if len(totals) != 1 or len(parts) < 2 or not is_list(place.text, colon.end(), end, parts):
        return None
    return _compare(totals[0], parts, only_more=not closed) if close(totals[0], parts) else None


def _in_all(place: Place) -> Finding | None:
    """ "4 at Hale, 6 at Bowdon and 3 at Timperley: 13 in all"; every figure of the sentence must count one thing."""
    cue = IN_ALL.search(place.text, *place.span)
    inside = place.inside
    if cue is None or len(inside) < 3 or not one_noun(inside):
        return None
    nearest = min(
        inside, key=lambda claim: min(abs(figure_start(claim) - cue.end()), abs(cue.start() - figure_end(claim)))
    )
    distance = min(abs(figure_start(nearest) - cue.end()), abs(cue.start() - figure_end(nearest)))
    parts = [claim for claim in inside if claim is not nearest]
    before = all(figure_start(part) < figure_start(nearest) for part in parts)
    after = all(figure_start(part) > figure_start(nearest) for part in parts)
    if distance > 30 or not (before or after):
        return None
    return _compare(nearest, parts)


def _with_the_rest(place: Place) -> Finding | None:
    """ "Of the 380,000 details, 244,000 were affected and the remaining 100,000 were not"."""
    if len(place.inside) != 3 or not one_noun(place.inside):
        return None
    whole, part, rest = place.inside
    if not OF_WHOLE.search(place.text[place.span[0] : figure_start(whole)]):
        return None
    return _compare(whole, [part, rest]) if REST.search(place.text[figure_end(part) : figure_start(rest)]) else None


def _divided(place: Place) -> Finding | None:
    """ "297 bookings were lost. 214 were made in the app, 61 on the website and 31 by telephone".

    Parts whose verb is left out divide one total; only more than the total is wrong, as others may go unnamed.
    """
    which = re.compile(r"\bof (?:which|whom)\b", re.I).search(place.text, *place.span)
    if which is not None:
        totals = [claim for claim in place.inside if figure_start(claim) < which.start()]
        parts = [claim for claim in place.inside if figure_start(claim) > which.end()]
        fewest = 2
    else:
        totals, parts = list(place.before), list(place.inside)
        lead = place.text[place.span[0] : figure_start(parts[0])] if parts else ""
        fewest = 2 if LED_BY_OF_THEM.match(lead) else 3
        if lead and fewest == 3:
            return None
    if len(totals) != 1 or len(parts) < fewest or not one_noun([totals[0], *parts]):
        return None
    if not all(ELIDED.match(place.text[figure_end(part) :]) for part in parts[1:]):
        return None
    start = which.end() if which is not None else place.span[0]
    if not is_list(place.text, start, place.span[1], parts) or not close(totals[0], parts):
        return None
    return _compare(totals[0], parts, only_more=True)


def _done_and_still(place: Place) -> Finding | None:
    """ "2,640 homes lost their gas. It is back in 910 of these, and 1,830 are still off": done and still to do."""
    if len(place.before) != 1 or len(place.inside) != 2:
        return None
    whole, (done, still) = place.before[0], place.inside
    led = LED_BY_OF_THEM.search(place.text[place.span[0] : figure_start(done)])
    if not led and not OF_THEM.match(place.text[figure_end(done) :]):
        return None
    if not STILL.match(place.text[figure_end(still) :]) or not one_noun([whole, done, still]):
        return None
    return _compare(whole, [done, still], only_more=True) if close(whole, [done, still]) else None


def _including(place: Place) -> Finding | None:
    """ "40 customers, including 52 in Leeds": a total smaller than its part."""
    for cue in INCLUDING.finditer(place.text, *place.span):
        totals = [claim for claim in place.inside if figure_end(claim) <= cue.start()]
        part = next((claim for claim in place.inside if 0 <= figure_start(claim) - cue.end() <= 3), None)
        if part is None or len(totals) != 1 or not one_noun([totals[0], part]):
            continue
        if dimension(totals[0]) != COUNT or dimension(part) != COUNT:
            continue
        whole, share = _interval(totals[0]), _interval(part)
        if whole is not None and share is not None and wholly_below(whole, share):
            words = larger_than_whole(part, totals[0])
            claims = (totals[0].id, part.id)
            return Finding(FindingKind.SUM_MISMATCH, (part.statement,), claims, sentence(words))
    return None


def _compare(total: Claim, parts: Sequence[Claim], *, only_more: bool = False) -> Finding | None:
    whole, added = _interval(total), [_interval(part) for part in parts]
    known = [part for part in added if part is not None and part.low is not None and part.high is not None]
    if whole is None or len(known) != len(parts):
        return None
    low, high = sum(part.low or 0 for part in known), sum(part.high or 0 for part in known)
    if can_both_hold(whole, Interval(low, high)) or (only_more and wholly_below(Interval(low, high), whole)):
        return None
    figures = " + ".join(figure_words_of(part) for part in parts)
    bare = [amount_of(part).interval for part in parts]
    low, high = (sum((one.low if end == 0 else one.high) or 0 for one in bare if one is not None) for end in (0, 1))
    sign = money_sign(total)
    words = f"{figures} = {sign}{span_words(low, high)}, but the statement gives {figure_of(total)}"
    given = amount_of(total).interval
    if given is not None and given.is_point and low == high and given.low is not None:
        step = low - given.low
        words += f", {sign}{number_words(abs(step))} {_less(total) if step > 0 else 'more'} than the parts"
    claims = (total.id, *(part.id for part in parts))
    return Finding(FindingKind.SUM_MISMATCH, (total.statement,), claims, sentence(words))


def figure_words_of(claim: Claim) -> str:
    """The words of a claim's figure; the claim has one."""
    assert claim.figure is not None
    return figure_words(claim.figure)


def _less(claim: Claim) -> str:
    return "fewer" if dimension(claim) == COUNT else "less"


def _can_be_added(claim: Claim) -> bool:
    amount = amount_of(claim)
    return not claim.restated and amount.interval is not None and amount.dimension != PERCENT and not amount.is_zero


def _interval(claim: Claim) -> Interval | None:
    """What the words allow, rounding included."""
    assert claim.figure is not None
    widen = with_zeros if dimension(claim) == COUNT else with_rounding
    return widen(claim.figure, amount_of(claim).interval)
