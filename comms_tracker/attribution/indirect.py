"""What a text reports without marks: "the trust said that 136 operations were cancelled"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comms_tracker.attribution.attributing import Attributed
from comms_tracker.attribution.cues import DECLINED, NO_ANSWER, Cue, cues, is_weak
from comms_tracker.attribution.layout import Layout
from comms_tracker.attribution.phrases import behind_introduction, lead_end
from comms_tracker.attribution.records import Quotation, QuotationKind
from comms_tracker.attribution.words import cue_pattern, listed, verb_forms
from comms_tracker.calendar_names import WEEKDAY

_THAT = re.compile(r"(?P<between>[^;:]{0,160}?)\bthat\s+", re.S)
# What may stand between the verb and "that" besides a hearer: when, where and how it was said.
_HOW = re.compile(
    r"\s*(?:,|\Z|(?:on|in|at|last|late|early|earlier|yesterday|today|tonight|this|to|through|via|by|during|after|before|"
    rf"again|publicly|privately|overnight|over|{WEEKDAY}|only)\b)",
    re.I,
)
_CLAUSE = re.compile(
    r"\s*,?\s*(?:(?:on|last|in|at|earlier|late|yesterday|today|this)\s+[^,;:]{0,40}?\s+)?(?="
    r"(?:it|they|he|she|we|there|the|a|an|its|their|his|her|no|all|some|about|more|most|this|these|those|patients|"
    r"customers|staff|people|[£$€]?\d[\d,.]*|[A-Z][\w’'-]*|[a-z]+s)\s+\w+)"
)
_HEARER = re.compile(
    r"\s+(?:(?:the |a |its |their |our |his |her )?(?:[\w’'-]+\s+){0,3}?"
    r"(?:staff|reporters|journalists|customers|patients|passengers|residents|investors|shareholders|parents|members|"
    r"employees|colleagues|workers|users|councillors|MPs|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*))\s+(?=\w)"
)
# What stands between the verb and "that" where it is another clause's: "said 40 were cancelled and that".
_OWN_CLAUSE = re.compile(r"\b(?:and|but|so|such|had|has|have|was|were|is|are|would|will|could|can)\b")
_CLOSED = re.compile(r"[\s,.;:!?]+$")
# Another report's beginning in the same sentence: ", and asked", "; an answer in July put".
_FURTHER = re.compile(r"(?:[,;]\s+(?:(?:and|but|while)\s+)?|\s+(?:and|but|while)\s+)(?:also |later |then )?\Z")
_AND_THAT = re.compile(r",?\s+and that\s+(?=\w)")
_ASKED = re.compile(r"\s+(?=(?:if|whether|who|whom|whose|how|when|why|what|which|where)\s+\w)")
_ANY_CLAUSE = re.compile(
    r"\s+(?!(?:so|nothing|sorry|yes|no|goodbye|little|much|in|on|at|to|of|for|by|with)\b)(?=\w+\s+\w)"
)
# "The number at 1,340", behind "put"; "members not to pour it away", behind "asked".
_PUT_AT = re.compile(
    r"\s+(?=[^.,;:]{3,60}? at (?:[a-z]+ ){0,2}(?:[£$€]?\d|one|two|three|ten|eleven|twelve|half|nil|zero))"
)
_TO_DO = re.compile(r"\s+(?=(?:[\w’'-]+\s+){1,5}(?:not\s+)?to\s+\w+)")


def reported(laid: Layout, spoken: Sequence[Attributed]) -> Iterator[Quotation]:
    """The reported clauses in what stands between no marks, each with the cue that reports it alone."""
    taken = {one.cue.start for one in spoken if one.cue is not None}
    of = {one.quote.start: one.cue for one in spoken if one.cue is not None}
    for stretch in laid.stretches:
        for start, end in laid.sentences(stretch):
            ends = not laid.text[end : stretch.end].strip() and laid.text[end - 1] not in ".!?"
            touches = (ends and stretch.after is not None) or (
                start <= stretch.start + 2 and stretch.before is not None and not laid.text[start].isupper()
            )
            if not touches:
                yield from _clauses(laid.text, start, end, taken)
                continue
            if ends and stretch.after is not None:
                yield from _ahead(laid.text, start, end, taken, of.get(stretch.after.start))
            if start <= stretch.start + 2 and stretch.before is not None and not (ends and stretch.after is not None):
                yield from _behind(laid.text, stretch.start, end, of.get(stretch.before.start))


def _ahead(text: str, start: int, end: int, taken: set[int], cue: Cue | None) -> Iterator[Quotation]:
    """What is reported before words between marks: "said that 40 homes were dark, and that it was “sorry”"."""
    parted = text.find(";", start, end)
    if parted >= 0:
        yield from _clauses(text, start, parted, taken)
    if cue is None or cue.after or not max(start, parted) <= cue.start < end:
        return
    further = _AND_THAT.search(text, cue.stops, end)
    span = _clause(text, cue, start, further.start(), further.start()) if further is not None else None
    if span is not None:
        yield from _made(span, cue)


def _behind(text: str, start: int, end: int, cue: Cue | None) -> Iterator[Quotation]:
    """What goes on behind words between marks: "called it “bold” and said that it would pay"."""
    if cue is None or cue.name is None:
        return
    further = _AND_THAT.match(text, start, end)
    if further is not None:
        span = _trimmed(text, further.end(), end)
        yield from _made(span, cue) if span is not None else ()
        return
    verbs = [*cue_pattern().finditer(text, start, end), *NO_ANSWER.finditer(text, start, end)]
    verb = next((each for each in verbs if _FURTHER.search(text, start, each.start()) is not None), None)
    if verb is None:
        return
    lemma = verb_forms().get(verb.group().lower(), DECLINED)
    report = Cue(verb.group(), lemma, verb.start(), verb.end(), cue.name, begins=verb.start())
    span = _clause(text, report, verb.start(), end, end)
    if span is not None:
        yield from _made(span, report)


def _made(span: tuple[int, int], cue: Cue) -> Iterator[Quotation]:
    if cue.name is not None:
        yield Quotation(*span, QuotationKind.INDIRECT, (), cue.name.text, cue.name.start, cue.name.end, cue=cue.text)


def _clauses(text: str, start: int, end: int, taken: set[int]) -> Iterator[Quotation]:
    found = [
        cue for cue in cues(text, start, end) if cue.start not in taken and (cue.lemma == "ask" or not is_weak(cue))
    ]
    told = start
    for number, cue in enumerate(found):
        if cue.start < told and not cue.after:
            # "Said its tests had found": what is reported inside a report belongs to the one outside.
            continue
        below = found[number + 1].start if number + 1 < len(found) else end
        span = _clause(text, cue, start, end, below)
        if span is None or cue.name is None:
            continue
        told = span[1]
        yield from _made(span, cue)


def _clause(text: str, cue: Cue, start: int, end: int, below: int) -> tuple[int, int] | None:
    """The clause that the cue reports, None where it reports none."""
    if cue.lemma.startswith(("according", "in the")):
        if not text[start : cue.start].strip(" ,"):
            return _trimmed(text, cue.stops, end, comma=True)
        return _trimmed(text, start, cue.start)
    if cue.lemma == DECLINED:
        asked = _ASKED.match(text, cue.stops, end)
        return _trimmed(text, asked.end(), end) if asked is not None else None
    subject = cue.name.start if cue.name is not None else cue.begins
    lead = text[start : min(subject, cue.start)].rstrip()
    if lead.endswith(",") and text[cue.stops : cue.stops + 1] == "," and cue.lemma in listed("without_that"):
        return _trimmed(text, start, end)
    last = _end_of(text, cue.stops, end, below)
    that = _THAT.match(text, cue.stops, last)
    if that is not None and _is_how(cue, that["between"]):
        return _trimmed(text, that.end(), last)
    if cue.lemma in listed("without_that"):
        place = cue.stops
        if cue.lemma in listed("with_hearer") and (hearer := _HEARER.match(text, place, last)):
            place = hearer.end()
        elif cue.lemma == "tell":
            return None
        begun = _CLAUSE.match(text, place, last)
        if begun is None and cue.lemma in listed("clause_verbs") and _has_verb(text[place:last]):
            begun = _ANY_CLAUSE.match(text, place, last)
        if begun is not None and (cue.lemma in listed("clause_verbs") or _has_verb(text[begun.end() : last])):
            return _trimmed(text, begun.end(), last)
    wanted = _TO_DO if cue.lemma in listed("wanting") else _PUT_AT if cue.lemma == "put" else None
    if wanted is not None and not cue.after and (begun := wanted.match(text, cue.stops, last)) is not None:
        return _trimmed(text, begun.end(), last)
    told = lead.endswith(",") and len(lead.split()) > 3 and _has_verb(lead) and cue.lemma in listed("without_that")
    if told and behind_introduction(text, start, last) <= start + len(lead):
        return _trimmed(text, start, min(subject, cue.start))
    return None


def clause_start(text: str, start: int, end: int, cue: str) -> int:
    """Where the outlet's clause begins behind a cue that ends at ``start``: past a hearer, a time and "that"."""
    lemma = verb_forms().get(cue.lower())
    place = start
    if lemma in listed("with_hearer") and (hearer := _HEARER.match(text, place, end)) is not None:
        place = hearer.end()
    spaces = len(text[place:end]) - len(text[place:end].lstrip(" ,:"))
    place = lead_end(text, place + spaces, end)
    that = _THAT.match(text, place, end)
    if that is not None and not that["between"].strip():
        return that.end()
    that = _THAT.match(text, start, end)
    return (
        that.end()
        if that is not None and _HOW.match(that["between"]) and not _OWN_CLAUSE.search(that["between"])
        else place
    )


def _is_how(cue: Cue, between: str) -> bool:
    """Whether what stands between the verb and "that" says to whom, when or how, and is no clause of its own."""
    if _OWN_CLAUSE.search(between):
        return False
    return cue.lemma in listed("with_hearer") or _HOW.match(between) is not None


def _end_of(text: str, start: int, end: int, below: int) -> int:
    """Where the clause ends: at the next report in the sentence ("..., adding that"), else with the sentence."""
    semicolon = text.find(";", start, end)
    stop = semicolon if semicolon >= 0 else end
    further = _FURTHER.search(text, start, below) if start < below < stop else None
    return further.start() if further is not None and further.start() > start else stop


def _has_verb(words: str) -> bool:
    return (
        re.search(
            r"\b(?:is|was|are|were|has|had|have|would|will|could|can|may|might|must|should|did|does|do|been|be|"
            r"\w{2,}ed|began|took|lost|made|came|went|fell|rose|found|knew|left|got|kept|held|ran|led|met)\b",
            words,
        )
        is not None
    )


def _trimmed(text: str, start: int, end: int, comma: bool = False) -> tuple[int, int] | None:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(" ,\n" if comma else " \n"))
    last = first + len(_CLOSED.sub("", text[first:end]))
    return (first, last) if last > first else None
