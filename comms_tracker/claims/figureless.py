"""Claims without a figure: denials, what is not yet known, and impact or state that a reader would follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.claims.aboutness import NAMES, PERSONS, about, event_about, someone
from comms_tracker.claims.addressees import conditional, describes_addressees, instructs, says_which
from comms_tracker.claims.affirmations import affirms
from comms_tracker.claims.clauses import clause_bounds, finite, subject_of
from comms_tracker.claims.commitments import deed_below, thing_done_to
from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.denials import denies, matters
from comms_tracker.claims.event_lemmas import event_lemma
from comms_tracker.claims.evidence import (
    below_failing,
    is_evidence,
    only_tells,
    what_is_told,
)
from comms_tracker.claims.framing import Frame, Stance, frame_of
from comms_tracker.claims.ignorance import (
    asked_before,
    asked_below,
    end_of,
    is_unknown,
    opens_a_question,
    tells_ignorance,
    thing_asked,
    with_question,
    with_what_is_awaited,
)
from comms_tracker.claims.overlaps import Bounds, by_sentence, meets, said_again
from comms_tracker.claims.polarity import polarity
from comms_tracker.claims.retellings import Retelling
from comms_tracker.claims.rules import listed
from comms_tracker.claims.sanctions import thing_sanctioned
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.verbs import VERBS, verb_lemma
from comms_tracker.claims.withdrawals import Withdrawal, subject_matter
from comms_tracker.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HOLDING = frozenset(
    {"have", "be", "come", "meet", "stop", "receive", "point", "know", "identify", "detect", "withdraw", "retract"}
)
CONTENT = frozenset({"ccomp", "acl", "xcomp", "relcl"})
ASKED = frozenset({"csubj", "csubjpass"})
EMPTY = frozenset({"PRON", "AUX", "PART", "ADV", "CCONJ", "SCONJ", "INTJ"})
AUXILIARIES = frozenset({"be", "have", "do"})
SHORT_ANSWER = 5
"""Words that a bare yes or no has at most."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """A figureless claim in its parse: token bounds [first, last], the verb, and the noun that it is about."""

    first: int
    last: int
    verb: Token
    noun: Token | None
    event: str | None
    person: Token | None = None
    """A subject such as nobody or anyone, which counts people and has no noun."""
    content: Token | None = None
    """The verb that says what happened, where another governs it: "we know of nobody who was hurt"."""
    polarity: Polarity | None = None
    """Given where the words take something back or retell it; else it is read from the clause."""
    restated: bool = False


def assertions(
    doc: Doc,
    segment: Segment,
    taken: list[Bounds],
    taken_back: Sequence[Withdrawal],
    retold: Sequence[Retelling],
) -> Iterator[Assertion]:
    """The figureless claims of a segment, what it takes back and what it retells among them.

    ``taken`` holds the token bounds of claims that have a figure.
    """
    if segment.question:
        return
    sentences = list(doc.sents)
    within = by_sentence(sentences, taken)
    own = [found for found in taken_back if not any(counted_in(found, bounds) for bounds in taken)]
    for found in own:
        noun = subject_matter(found.content) or about(found.content, subject_of(found.content))
        event = event_lemma(found.content, noun)
        who = someone(found.content)
        yield Assertion(found.first, found.last, found.content, noun, event, who, polarity=found.polarity)
    told = [one for one in retold if not any(holds_the_same(one, bounds) for bounds in taken)]
    told = [
        one for one in told if not any(one.content.i == found.content.i and one.first > found.first for found in own)
    ]
    for one in told:
        noun = about(one.content, subject_of(one.content))
        event = event_lemma(one.content, noun)
        who = someone(one.content)
        yield Assertion(one.first, one.last, one.content, noun, event, who, polarity=one.polarity, restated=True)
    spoken_for: list[Withdrawal | Retelling] = [*own, *told]
    for index, sentence in enumerate(sentences):
        if sentence.text.rstrip().endswith("?"):
            continue
        if any(one.first < sentence.end and sentence.start <= one.last for one in spoken_for):
            continue
        yield from of_sentence(sentence, within[index])


def counted_in(found: Withdrawal, bounds: Bounds) -> bool:
    """Whether a claim with a figure says most of what is taken back, or what it is about."""
    return said_again((found.first, found.last), [bounds]) or bounds[0] <= found.content.i <= bounds[1]


def tells(found: Assertion, bounds: Bounds) -> bool:
    """Whether a claim with a figure says already what there is, or is not, evidence of."""
    told = found.content or what_is_told(found.verb)
    return told.dep_ == "acl" and is_evidence(told.head) and bounds[0] <= told.i <= bounds[1]


def of_sentence(sentence: Span, taken: list[Bounds]) -> Iterator[Assertion]:
    """The figureless claims of one sentence, none inside another."""
    done: list[Bounds] = []
    asks = opens_a_question(sentence)
    verbs = [token for token in sentence if token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass"}]
    frames = {verb.i: frame for verb in verbs if (frame := frame_of(verb)) is not None}
    tops = {frame.top.i for frame in frames.values()}
    for verb in verbs:
        if not finite(verb) or verb.i in tops:
            continue
        frame = frames.get(verb.i)
        found = assertion(verb, taken, done) if frame is None else framed(verb, frame, taken, done)
        if found is None:
            continue
        own = (found.first, found.last)
        if asks and not done and not is_unknown(sentence.doc[found.first : found.last + 1].text):
            continue
        if meets(own, done) or said_again(own, taken) or any(tells(found, bounds) for bounds in taken):
            continue
        done.append(own)
        yield found


def holds_the_same(told: Retelling, bounds: Bounds) -> bool:
    """Whether a claim with a figure already says what is retold: "we wrote that about 900 orders were affected"."""
    return bounds[0] <= told.content.i <= bounds[1] or said_again((told.first, told.last), [bounds])


def assertion(verb: Token, taken: Sequence[Bounds] = (), done: Sequence[Bounds] = ()) -> Assertion | None:
    """The claim that a finite verb makes without a figure, or None where it makes none that a reader would follow.

    Nor is one made of what the claims with a figure at ``taken`` say, or those without at ``done``.
    """
    if conditional(verb) or instructs(verb) or describes_addressees(verb) or says_which(verb):
        return None
    first, last = clause_bounds(verb)
    if meets((first, last), done):
        return None
    whole_first, whole_last = clause_with_content(verb, first, last)
    whole_first = with_question(verb, whole_first)
    whole_last = with_what_is_awaited(verb, whole_first, whole_last)
    clause = verb.doc[whole_first : whole_last + 1].text
    subject = subject_of(verb)
    if is_unknown(clause):
        return not_known(verb, subject, clause, (whole_first, whole_last))
    if said_again((first, last), taken) and said_again((whole_first, whole_last), taken):
        return None
    inner = content_verb(verb)
    noun = about(inner, subject_of(inner) or subject)
    event = event_about(inner, noun)
    if denies(verb, subject, clause, event):
        if is_answer(verb, noun, first, last):
            return None
        return Assertion(whole_first, whole_last, verb, noun, event, someone(inner), inner)
    if affirms(verb, subject, event, clause):
        if (thing := thing_done_to(verb) or thing_sanctioned(verb)) is not None:
            noun = through_carriers(thing)
            event = event_about(deed_below(verb) or verb, noun)
        if verb_lemma(verb) == "come":
            noun = about(verb, subject)
            event = event_lemma(verb, noun)
        return Assertion(first, last, verb, noun, event, someone(verb))
    return None


def framed(verb: Token, frame: Frame, taken: Sequence[Bounds], done: Sequence[Bounds]) -> Assertion | None:
    """The claim of a clause that the words above it deny or leave open; None where they only say who spoke of it."""
    if frame.stance is Stance.UNSAID:
        return None
    first, last = clause_bounds(verb)
    bounds = min(frame.first, first), last
    if meets(bounds, done) or said_again((first, last), taken):
        return None
    subject = subject_of(verb)
    noun = about(verb, subject)
    event = event_about(verb, noun)
    clause = verb.doc[first : last + 1].text
    told_of = matters(verb, event) or denies(verb, subject, clause, event) or affirms(verb, subject, event, clause)
    if frame.stance is not Stance.DENIED and not told_of:
        return None
    told = Polarity.UNKNOWN
    if frame.stance is not Stance.OPEN:
        denied = (polarity(clause, verb, None) is Polarity.DENIED) is (frame.stance is Stance.GRANTED)
        told = Polarity.DENIED if denied else Polarity.AFFIRMED
    return Assertion(*bounds, verb, noun, event, someone(verb), verb, polarity=told)


def not_known(verb: Token, subject: Token | None, clause: str, bounds: Bounds) -> Assertion | None:
    """The claim of a clause that says what is not known, or None where it says nothing of the matter."""
    first, last = bounds
    asked = asked_before(verb)
    if asked is not None:
        first = verb.sent.start
    elif not tells_ignorance(subject, clause):
        return None
    else:
        asked = asked_below(verb, last)
        last = last if asked is None else max(last, end_of(asked))
    inner = asked or content_verb(verb)
    whose = subject_of(inner) or subject
    told = whose is None or whose.lower_ in PERSONS or whose.pos_ not in NAMES
    noun = about(inner, whose) or (thing_asked(inner) if told else None)
    who = None if asked is None else someone(inner)
    return Assertion(first, last, verb, noun, event_about(inner, noun), who, inner)


def is_answer(verb: Token, noun: Token | None, first: int, last: int) -> bool:
    """Whether the clause only answers yes or no, and says nothing by itself: "we were not", "it did not"."""
    words = [token for token in verb.doc[first : last + 1] if not token.is_punct and not token.is_space]
    return (
        noun is None
        and len(words) <= SHORT_ANSWER
        and all(token.pos_ in EMPTY or token.lemma_ in AUXILIARIES for token in words)
    )


def clause_with_content(verb: Token, first: int, last: int) -> Bounds:
    """The clause with what is denied or not known: "we have seen no evidence that data was taken"."""
    for below in verb.subtree:
        if below.dep_ in ASKED and below.head.i == verb.i and below.i < verb.i:
            first = min(first, below.left_edge.i)
        if below.i > verb.i and below.dep_ in CONTENT and is_content(below, verb):
            last = max(last, clause_bounds(below)[1])
    return first, last


def is_content(below: Token, verb: Token) -> bool:
    """Whether a clause is part of what the verb says, and does not stand beside it."""
    node = below
    while node.i != verb.i:
        if node.dep_ in {"advcl", "conj", "parataxis", "nsubj", "nsubjpass", "csubj"}:
            return False
        node = node.head
    return True


def content_verb(verb: Token) -> Token:
    """The verb that says what happened, below "we have no evidence that" or above "is something we cannot say"."""
    asked = next((child for child in verb.children if child.dep_ in ASKED and child.pos_ in VERBS), None)
    if asked is not None:
        return asked
    if verb_lemma(verb) in listed("commitment", "pledging") and (deed := deed_below(verb)) is not None:
        return deed
    if verb_lemma(verb) == "fail" and (sought := below_failing(verb)) is not None:
        return sought
    return what_is_told(verb) if verb_lemma(verb) in HOLDING or only_tells(verb) else verb
