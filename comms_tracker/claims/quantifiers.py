"""When a vague or universal word asserts nothing: a bare each, every or some with nothing said of the matter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.assurances import is_kept
from comms_tracker.claims.clauses import own_tokens, subject_of
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.partitives import is_aside
from comms_tracker.claims.polarity import NOT_ALL, negated
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, verb_lemma
from comms_tracker.records import Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

NEVER = ("each", "any", "both", "either")
EVERYONE = frozenset({"everyone", "everybody"})
WHOLES = frozenset({"all", "every", "some", "everything", *EVERYONE})
COMPARATIVES = ("larger number", "smaller number", "higher number", "lower number", "greater number")


def asserts_nothing(
    anchor: Anchor, event: str | None, counted: str | None, before: Sequence[Figure], after: Sequence[Figure] = ()
) -> bool:
    """Whether a vague or universal word, or the word "one", is no claim.

    ``before`` holds the statement's figures that stand before it, ``after`` the next ones behind it.
    """
    figure = anchor.figure
    words = figure.text.lower()
    if words == "one":
        return one_asserts_nothing(anchor, event, counted)
    if is_idiom(anchor, counted) or is_aside(anchor):
        return True
    if words.startswith(NOT_ALL) and next_is_number(anchor):
        return True
    if figure.kind is FigureKind.UNIVERSAL and figure.high == 0:
        return False
    if words.startswith(NEVER) or words.endswith(COMPARATIVES) or is_pointed_at(anchor):
        return True
    if words not in listed("quantifier", "bare") and figure.kind is FigureKind.VAGUE:
        return False
    if anchor.verb is None and counted is not None and anchor.noun is not None:
        return not of_the_matter(event)  # the line before a list says what happened: "The following are shut:"
    if anchor.verb is None or counted is None:
        return True
    if words in WHOLES and beside_a_figure(anchor, before, after if words == "some" else ()):
        return True
    return universal_asserts_nothing(anchor, event)


def is_idiom(anchor: Anchor, counted: str | None) -> bool:
    """Whether the words make an idiom of time or extent with their noun: "in some cases", "on every account"."""
    if anchor.figure.unit is not None:
        return False
    plural = anchor.noun is not None and anchor.noun.tag_ == "NNS"
    return counted in grammar().idioms or (counted in grammar().singular_idioms and not plural)


def one_asserts_nothing(anchor: Anchor, event: str | None, counted: str | None) -> bool:
    """Whether "one" is no count of what happened: "one telephone number for each person", "for one group"."""
    start = anchor.span.start
    if counted == "case" and anchor.verb is not None:
        return start > 0 and anchor.span.doc[start - 1].lower_ in {"in", "for", "the", "this", "that"}
    if counted in events().carriers or anchor.verb is None:
        return True
    if anchor.span.start > 0 and anchor.span.doc[anchor.span.start - 1].lower_ in {"for", "the", "this", "that"}:
        return True
    if counted in events().noun_group or (anchor.elided and anchor.root.dep_ == "nsubj" and is_one_more(anchor)):
        return False
    return not (events().plays(event, "harm", "remedy", "cost") or event == "aware")


def is_one_more(anchor: Anchor) -> bool:
    """Whether "one" goes on counting: "Two patients died and one is in intensive care"."""
    start = anchor.span.start
    return start > 0 and anchor.span.doc[start - 1].lower_ in {"and", "but", ";"}


def is_pointed_at(anchor: Anchor) -> bool:
    """Whether the words point at a part that is already known: "that small part of the estate"."""
    start = anchor.span.start
    near = ([anchor.span.doc[start - 1]] if start > 0 else []) + [anchor.span[0]]
    return any(token.lower_ in listed("quantifier", "pointing") and token.dep_ == "det" for token in near)


def next_is_number(anchor: Anchor) -> bool:
    """Whether a number follows: "every three years, not every five"."""
    end = anchor.span.end
    return end < len(anchor.span.doc) and anchor.span.doc[end].like_num


def beside_a_figure(anchor: Anchor, before: Sequence[Figure], after: Sequence[Figure] = ()) -> bool:
    """Whether another figure of the same clause carries the claim: "300 customers have lost every product".

    For "some" it may follow where it counts nothing else: "some people were left waiting for six hours".
    """
    if anchor.verb is None:
        return False
    doc = anchor.span.doc
    offset = anchor.figure.start - anchor.span.start_char
    spans = [
        (offset + token.idx, offset + token.idx + len(token)) for token in map(doc.__getitem__, own_tokens(anchor.verb))
    ]
    first, last = min(spans)[0], max(spans)[1]
    near = (
        *takewhile(lambda other: other.start >= first, reversed(before)),
        *(one for one in after if one.unit and one.end <= last),
    )
    return any(
        other.kind not in {FigureKind.UNIVERSAL, FigureKind.VAGUE}
        and any(start <= other.start < end for start, end in spans)
        for other in near
    )


def universal_asserts_nothing(anchor: Anchor, event: str | None) -> bool:
    """Whether what is said of all, or of some, is neither impact nor remedy."""
    verb, words = anchor.verb, anchor.figure.text.lower()
    if verb is None:
        return True
    place = anchor.noun if anchor.noun is not None else anchor.root
    subject = subject_of(verb)
    is_subject = subject is not None and place.i in {token.i for token in subject.subtree}
    start = anchor.span.start
    scoping = start > 0 and anchor.span.doc[start - 1].lower_ in listed("quantifier", "scoping")
    if words in EVERYONE and (not is_past(verb) or "VBG" in verb.tag_ or not is_subject):
        return True
    if words in {"all", "every", "some"} and scoping and not events().plays(event, "remedy"):
        return True
    if not is_subject and is_modal(verb) and negated(verb):
        return True
    if words == "some" and not (negated(verb) or of_the_matter(event)):
        return True
    group = events().group(event)
    if is_subject and words != "some" and was_done(verb) and group in listed("quantifier", "done"):
        return False
    if is_subject and words != "some" and is_kept(verb):
        return False
    if is_subject and is_practice(verb):
        return True
    if group in listed("quantifier", "procedures") or (words in {"every", *EVERYONE} and reads_again(anchor)):
        return True
    if event is not None and group is None and not is_subject:
        return True
    return not is_subject and not events().plays(event, "harm", "remedy", "cost")


def was_done(verb: Token) -> bool:
    """Whether the verb says that something has been done to its subject: "has been tested", "were checked"."""
    helping = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return is_passive(verb) and bool(helping & {"has", "have", "had", "was", "were"}) and "being" not in helping


def is_practice(verb: Token) -> bool:
    """Whether the verb says what is done as a matter of course: "all calls are recorded"."""
    helping = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBN" and helping in ({"is"}, {"are"}) and verb_lemma(verb) in listed("quantifier", "practices")


def of_the_matter(event: str | None) -> bool:
    """Whether an event or a state is one of impact or remedy."""
    known = events()
    return known.plays(event, "harm", "remedy", "cost") or event in known.harm_states | known.well_states


def reads_again(anchor: Anchor) -> bool:
    """Whether every thing is gone through, which is a procedure: "every letter is being read again"."""
    verb = anchor.verb
    return verb is not None and verb_lemma(verb) in {"read", "check", "search", "review", "complete", "go", "look"}
