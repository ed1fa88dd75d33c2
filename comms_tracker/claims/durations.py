"""When a time is what went wrong (a wait, an outage, a late arrival), and when it is a deadline or a procedure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.clauses import subject_of, verbs_above
from comms_tracker.claims.events import events
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS, is_modal, is_past, state_of, verb_lemma
from comms_tracker.quantities.units import time_units
from comms_tracker.records import Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE = frozenset({"we", "i", "he", "she", "you", "who"})
# Words of an average, as far as the figure: no comma and no other clause may stand between.
AVERAGE = re.compile(
    r"\b(?:average|mean|median|longest|typical)\s+(?:[\w-]+\s+){0,2}(?:delay|queue|response|time|turnaround|wait)\b"
    r"[^,;:.]{0,60}$",
    re.I,
)
STATES = frozenset({"be", "remain", "stay", "stand", "lie", "keep", "sit", "sleep"})


def time_is_the_matter(anchor: Anchor, event: str | None, before: Sequence[Figure]) -> bool:
    """Whether a time is what went wrong (a wait, an outage) and no deadline."""
    doc, start, end = anchor.span.doc, anchor.span.start, anchor.span.end
    ahead = doc[start - 1].lower_ if start > 0 else ""
    following = doc[end].lower_ if end < len(doc) else ""
    if is_ordinary(anchor):
        return any(other.unit in time_units() for other in before)
    if anchor.noun is not None and anchor.noun.lemma_.lower() in listed("duration"):
        return not in_a_proceeding(anchor)
    if anchor.noun is not None and anchor.noun.lemma_.lower() in listed("duration", "stretches"):
        known = events()
        return known.plays(event, "harm") or event in known.harm_states
    verb = finite_verb(anchor)
    if is_average(anchor) and not in_a_promise(anchor):
        return True
    if verb is None or in_a_promise(anchor) or says_which_waited(anchor, verb, before):
        return False
    if waits_until(anchor, verb) or stops_a_flow(verb, ahead):
        return True
    if following == "late" or (following == "after" and ahead not in listed("duration", "deadline")):
        return is_past(verb) and (following == "late" or verb_lemma(verb) in listed("duration", "arriving"))
    late_by = ahead == "by" and events().group(event) == "delay"
    if (ahead in listed("duration", "deadline") and not late_by) or gives_a_date(anchor):
        return False
    if in_a_proceeding(anchor):
        return False
    return lasts(verb, anchor, event)


def is_average(anchor: Anchor) -> bool:
    """Whether the time is how long something takes on average: "the median wait is 23 days", "nine days on average"."""
    doc, end = anchor.span.doc, anchor.span.end
    if (
        doc[end : end + 2].text.lower() == "on average"
        or doc[max(0, anchor.span.start - 2) : anchor.span.start].text.lower() == "on average"
    ):
        return True
    before = doc[anchor.span.sent.start : anchor.span.start].text
    return AVERAGE.search(before) is not None


def says_which_waited(anchor: Anchor, verb: Token, before: Sequence[Figure]) -> bool:
    """Whether the time only says which are counted: "412 homes waited for longer than 28 days"."""
    figure, subject = anchor.figure, subject_of(verb)
    if figure.low is None or figure.high is not None or not figure.low_open or subject is None:
        return False
    offset = figure.start - anchor.span.start_char
    first, last = offset + subject.doc[subject.left_edge.i].idx, offset + subject.idx
    return any(first <= other.start <= last and other.unit is None for other in before)


def waits_until(anchor: Anchor, verb: Token) -> bool:
    """Whether so long passed before something was done: "waited four days before it told us", "it was days before"."""
    doc, end = anchor.span.doc, anchor.span.end
    if end >= len(doc) or doc[end].lower_ != "before" or doc[end].dep_ != "mark" or not is_past(verb):
        return False
    subject = subject_of(verb)
    return verb_lemma(verb) == "wait" or (verb_lemma(verb) == "be" and subject is not None and subject.lower_ == "it")


def stops_a_flow(verb: Token, ahead: str) -> bool:
    """Whether the time is how long something escaped or burned until it was stopped: "stopped after 22 minutes"."""
    subject = subject_of(verb)
    if ahead not in {"after", "within", "in"} or subject is None or not is_past(verb):
        return False
    flows = subject.lemma_.lower() in listed("duration", "flowing")
    return flows and verb_lemma(verb) in listed("duration", "stopping")


def gives_a_date(anchor: Anchor) -> bool:
    """Whether the words after a time make it a moment: "ten days ago", "two years on", "three weeks from now"."""
    doc, end = anchor.span.doc, anchor.span.end
    following = doc[end].lower_ if end < len(doc) else ""
    further = doc[end + 1] if end + 1 < len(doc) else None
    if following == "on":
        return further is None or further.is_punct
    if following == "from":
        return further is not None and further.lower_ in {"now", "today", "then"}
    return following in listed("duration", "dating")


def is_ordinary(anchor: Anchor) -> bool:
    """Whether the time is the usual one, given to compare with: "against the usual 50 minutes"."""
    words = {token.lower_ for token in anchor.span.doc[max(0, anchor.span.start - 2) : anchor.span.start]}
    return bool(words & listed("background_words", "adjectives"))


def finite_verb(anchor: Anchor) -> Token | None:
    """The verb whose action lasts as long: the nearest above the figure's words."""
    if anchor.verb is not None and anchor.verb.i not in range(anchor.span.start, anchor.span.end):
        own = anchor.verb.i > anchor.span.end and anchor.verb.dep_ in {"relcl", "acl"}
        if not own:
            return anchor.verb
    return next((verb for verb in verbs_above(anchor.span.root) if verb.i < anchor.span.start), None)


def in_a_promise(anchor: Anchor) -> bool:
    """Whether a verb above says what will be done, so that the time only says for whom or until when."""
    above = list(verbs_above(anchor.span.root))
    return any(is_modal(verb) for verb in above) or any(
        child.dep_ == "aux" and child.lower_ == "to" and not (verb.head.lower_ == "had" and verb.dep_ == "xcomp")
        for verb in above[:1]
        for child in verb.children
    )


def in_a_proceeding(anchor: Anchor) -> bool:
    """Whether what lasts is a meeting or a piece of work that went as it should."""
    verb = finite_verb(anchor)
    subject = subject_of(verb) if verb is not None else None
    goes_on = verb is not None and verb_lemma(verb) in listed("duration", "going_on")
    names = {subject.lemma_.lower()} if subject is not None and goes_on else set()
    if anchor.noun is not None:
        names.add(anchor.noun.lemma_.lower())
    return bool(names & listed("duration", "proceedings"))


def lasts(verb: Token, anchor: Anchor, event: str | None) -> bool:
    """Whether the verb tells of something that went on for too long."""
    lemma = verb_lemma(verb)
    subject = subject_of(verb)
    if lemma == "take":
        went_on = subject is not None and subject.lower_ not in PEOPLE | {"it"}
        return is_past(verb) and went_on and verb.dep_ != "relcl"
    lemmas = {lemma, event or "", state_of(verb) or ""} | {
        child.lemma_.lower()
        for child in verb.children
        if child.dep_ in {"oprd", "acomp", "xcomp", "ccomp", "advmod", "prep"}
        and child.pos_ in VERBS | {"ADJ", "ADV", "ADP"}
    }
    if lemmas & listed("duration", "events"):
        return True
    if not is_past(verb) or (subject is not None and subject.lower_ in PEOPLE):
        return False
    return events().plays(event, "harm") or (subject is not None and lemma in STATES and said_with_for(anchor))


def said_with_for(anchor: Anchor) -> bool:
    """Whether the time is said with "for": "inside our network for 19 days"."""
    start = anchor.span.start
    return anchor.span.doc[start - 1].lower_ == "for" if start > 0 else False
