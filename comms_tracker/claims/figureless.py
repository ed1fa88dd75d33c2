"""Claims without a figure: denials, what is not yet known, and impact or state that a reader would follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims import polarity as stances
from comms_tracker.claims.anchors import event_lemma, through_carriers
from comms_tracker.claims.clauses import REPORTING, clause_bounds, finite, subject_of
from comms_tracker.claims.events import events
from comms_tracker.claims.segments import Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVE = frozenset({"that", "which", "who"})


@dataclass(frozen=True, slots=True)
class Assertion:
    """A figureless claim in its parse: token bounds [first, last], the verb, and the noun that it is about."""

    first: int
    last: int
    verb: Token
    noun: Token | None
    event: str | None


def assertions(doc: Doc, segment: Segment, taken: list[tuple[int, int]]) -> Iterator[Assertion]:
    """The figureless claims of a segment; ``taken`` holds the token bounds of claims that have a figure."""
    if segment.question:
        return
    for sentence in doc.sents:
        if sentence.text.rstrip().endswith("?"):
            continue
        done: list[tuple[int, int]] = []
        for verb in [
            token
            for token in sentence
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and finite(token)
        ]:
            found = assertion(verb)
            if found is None or any(first <= found.last and found.first <= last for first, last in done):
                continue
            if any(overlap(found, bounds) > 0.5 for bounds in taken):
                continue
            done.append((found.first, found.last))
            yield found


def overlap(found: Assertion, bounds: tuple[int, int]) -> float:
    shared = min(found.last, bounds[1]) - max(found.first, bounds[0]) + 1
    return max(0, shared) / (found.last - found.first + 1)


def assertion(verb: Token) -> Assertion | None:
    """The claim that a finite verb makes without a figure, or None where it makes none that a reader would follow."""
    if conditional(verb) or instructs(verb):
        return None
    first, last = clause_bounds(verb)
    whole_first, whole_last = clause_with_content(verb, first, last)
    clause = verb.doc[whole_first : whole_last + 1].text
    subject = subject_of(verb)
    inner = content_verb(verb)
    noun = about(inner, subject)
    event = event_lemma(inner, noun)
    if stances.is_unknown(clause):
        if re.search(
            r"\b(?:how (?:many|much|long|far|widespread|soon)|what|whether|number|which|who|figure|tally|extent|scale)\b",
            clause,
            re.I,
        ) or (subject is not None and subject.lower_ not in {"we", "i", "you"}):
            return Assertion(whole_first, whole_last, verb, noun, event)
        return None
    if denies(verb, subject, clause, event):
        return Assertion(whole_first, whole_last, verb, noun, event)
    if affirms(verb, subject, event, clause):
        return Assertion(first, last, verb, noun, event)
    return None


def clause_with_content(verb: Token, first: int, last: int) -> tuple[int, int]:
    """The clause with what is denied or not known: "we have seen no evidence that data was taken"."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "acl", "xcomp"} and child.i > verb.i and child.lower_ not in {'"'}:
            last = max(last, clause_bounds(child)[1])
    return first, last


def content_verb(verb: Token) -> Token:
    """The verb that says what happened, below "we have no evidence that" or "we are not aware of"."""
    for token in verb.subtree:
        if (
            token.i > verb.i
            and token.pos_ == "VERB"
            and token.dep_ in {"acl", "ccomp", "relcl", "pcomp"}
            and verb.lemma_.lower()
            in REPORTING | {"have", "be", "come", "receive", "point", "know", "identify", "detect"}
        ):
            return token
    return verb


def about(verb: Token, subject: Token | None) -> Token | None:
    """The noun that the claim is about: the subject of a passive or state, the object of an action."""
    own = [child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}]
    for child in own:
        if child.dep_ == "nsubjpass" or child.pos_ in {"NOUN", "PROPN"}:
            if child.pos_ in {"NOUN", "PROPN"}:
                return through_carriers(child)
    for child in verb.children:
        if child.dep_ in {"dobj", "attr"} and child.pos_ in {"NOUN", "PROPN"}:
            return through_carriers(child)
        if child.dep_ == "acomp":
            for preposition in child.children:
                for noun in preposition.children:
                    if noun.dep_ == "pobj" and noun.pos_ in {"NOUN", "PROPN"}:
                        return through_carriers(noun)
    if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN"}:
        return through_carriers(verb.head)
    if subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
        return through_carriers(subject)
    return None


def conditional(verb: Token) -> bool:
    """Whether the clause is a condition or a purpose, or hangs below one."""
    node = verb
    while True:
        marks = {child.lower_ for child in node.children if child.dep_ in {"mark", "advmod"} and child.i < node.i}
        if marks & {"if", "unless", "whether", "until", "when", "once", "before", "how", "why", "where"}:
            return True
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return False
        if node.dep_ in {"advcl", "ccomp", "relcl"} and node.dep_ != "ccomp" and marks:
            return bool(marks & {"if", "unless", "so", "to"})
        node = node.head


def instructs(verb: Token) -> bool:
    """Whether the clause tells or offers the reader something."""
    subject = subject_of(verb)
    if subject is None:
        return verb.tag_ == "VB" and verb.dep_ == "ROOT"
    return subject.lower_ in {"you", "anyone", "anybody", "your"} or any(
        child.lower_ in {"your"} for child in subject.children
    )


def denies(verb: Token, subject: Token | None, clause: str, event: str | None) -> bool:
    """Whether the clause denies impact, extent or a state that matters."""
    bare = stances.phrases("denial", "empty").sub(" ", clause)
    ignored = frozenset(lexicon.table("polarity")["denial"]["ignored"])
    if (
        verb.lemma_.lower() in ignored
        or event in ignored
        or (subject is not None and subject.lemma_.lower() in ignored)
    ):
        return False
    if stances.has_denial(bare):
        return True
    known = events()
    lemma = verb.lemma_.lower()
    zero_subject = subject is not None and (
        subject.lower_ in {"nobody", "none", "nothing", "no-one"}
        or any(
            child.lower_ in {"no", "not", "neither"} and child.dep_ in {"det", "neg", "preconj"}
            for child in subject.subtree
        )
    )
    zero_object = any(
        grandchild.lower_ in {"no", "nothing", "none"}
        for child in verb.children
        if child.dep_ in {"dobj", "attr"}
        for grandchild in [child, *child.children]
    )
    if not (zero_subject or zero_object or stances.negated(verb)):
        return False
    if (
        any(
            child.dep_ == "aux"
            and child.lower_ in {"can", "will", "would", "ca", "wo", "could", "shall", "should", "must", "do"}
            for child in verb.children
        )
        and subject is not None
        and subject.lower_ in {"we", "i", "he", "she", "they"}
        and not known.plays(event, "harm")
    ):
        return False
    if subject is not None and subject.lower_ in {"he", "she", "i"} and not zero_object:
        return known.plays(event, "harm") and not lemma == "give"
    matters = (
        known.plays(event, "harm", "state", "cost", "remedy")
        or lemma
        in {
            "be",
            "have",
            "keep",
            "hold",
            "include",
            "contain",
            "need",
            "require",
            "involve",
            "change",
            "come",
            "form",
            "make",
            "put",
        }
        or any(token.lemma_.lower() in known.harm_states | known.well_states for token in verb.children)
    )
    return matters


def affirms(verb: Token, subject: Token | None, event: str | None, clause: str) -> bool:
    """Whether the clause affirms impact or restoration of something named, in the past or the present."""
    known = events()
    rules = lexicon.table("selection")["state"]
    if (
        subject is None
        or subject.pos_ == "PRON"
        or subject.lemma_.lower() in rules["skip_subjects"]
        or subject.lower_ in RELATIVE
    ):
        evidence = re.search(r"\bsome evidence that\b", clause)
        return evidence is not None
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return False
    if any(
        child.dep_ == "aux" and child.lower_ in {"will", "would", "shall", "should", "must", "can", "'ll"}
        for child in verb.children
    ):
        return bool(
            re.search(r"\bwill (?:take|remain|stay|be (?:closed|unavailable|without|affected|delayed))\b", clause)
        )
    group = known.group(event)
    states = {token.lemma_.lower() for token in verb.children if token.dep_ in {"acomp", "attr", "oprd", "advmod"}} | {
        event or ""
    }
    if (
        states & (known.harm_states | known.well_states)
        and verb.lemma_.lower() in {"be", "remain", "stay", "become"} | known.harm_states
    ):
        return True
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    if group in rules["remedy_groups"]:
        return passive or group in {"continue", "restore"}
    return known.plays(event, "harm") and (
        passive
        or verb.lemma_.lower()
        in {"fail", "crash", "crack", "close", "collapse", "leak", "burn", "deteriorate", "flood", "suffer", "have"}
    )
