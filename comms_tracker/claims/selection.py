"""What is a claim: each rule names why a figure asserts nothing about the matter, so that none is left out by luck."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims.anchors import TIME_UNITS, Anchor
from comms_tracker.claims.clauses import subject_of
from comms_tracker.claims.events import events
from comms_tracker.claims.segments import Segment
from comms_tracker.records import FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE = frozenset(
    {
        "each",
        "every",
        "any",
        "both",
        "some",
        "all",
        "everyone",
        "everybody",
        "everything",
        "many",
        "much",
        "most",
        "few",
        "a few",
        "half",
        "several",
        "more",
    }
)
SOME_OF_TIME = frozenset(
    {
        "time",
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "moment",
        "stage",
        "point",
        "rate",
        "extent",
        "case",
        "respect",
        "way",
        "event",
        "cost",
        "means",
        "account",
        "effort",
        "chance",
        "step",
        "detail",
        "help",
        "doubt",
        "caveat",
        "right",
        "care",
        "support",
        "information",
        "confidence",
        "thing",
        "kind",
        "sort",
    }
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists of lexicon/selection.toml."""

    listed: frozenset[str]
    procedural: frozenset[str]
    duration_events: frozenset[str]
    duration_nouns: frozenset[str]
    organisation_verbs: frozenset[str]
    organisation_nouns: frozenset[str]
    organisation_money: frozenset[str]
    rates: re.Pattern[str]
    addressees: frozenset[str]
    modal_addressees: frozenset[str]
    modals: frozenset[str]
    generic: frozenset[str]


@cache
def rules() -> Rules:
    """The rules, read once."""
    data = lexicon.table("selection")
    return Rules(
        listed=frozenset(data["listed"]["nouns"]),
        procedural=frozenset(data["procedural"]["nouns"]),
        duration_events=frozenset(data["duration"]["events"]),
        duration_nouns=frozenset(data["duration"]["nouns"]),
        organisation_verbs=frozenset(data["organisation"]["verbs"]),
        organisation_nouns=frozenset(data["organisation"]["nouns"]),
        organisation_money=frozenset(data["organisation"]["money"]),
        rates=re.compile(r"\b(?:" + "|".join(data["organisation"]["rates"]) + r")\b", re.I),
        addressees=frozenset(data["addressee"]["subjects"]),
        modal_addressees=frozenset(data["addressee"]["subjects_with_modal"]),
        modals=frozenset(data["addressee"]["modals"]),
        generic=frozenset(data["generic"]["subjects"]),
    )


def why_not_a_claim(anchor: Anchor, segment: Segment, event: str | None, counted: str | None) -> str | None:
    """The reason why the figure asserts nothing about the matter, or None where it is a claim."""
    sentence = anchor.root.sent
    if segment.question or sentence.text.rstrip().endswith("?"):
        return "a question"
    if advice(anchor):
        return "advice to the reader"
    if anchor.figure.unit in TIME_UNITS and not time_is_the_matter(anchor, event):
        return "a deadline or the duration of something that went as it should"
    if counted in rules().listed or (
        counted in rules().procedural and anchor.figure.unit is None and not events().plays(event, "harm")
    ):
        return "a count of list items, or a size in a procedure"
    if anchor.figure.kind is FigureKind.UNIVERSAL or anchor.figure.kind is FigureKind.VAGUE:
        return bare_quantifier(anchor, event, counted)
    if names_a_scope(anchor):
        return "a count that only names a scope"
    if general(anchor):
        return "general knowledge"
    return None


def advice(anchor: Anchor) -> bool:
    """Whether the figure stands in an instruction, an offer or a rule for the reader."""
    for verb in verbs_above(anchor.verb if anchor.verb is not None else anchor.root):
        subject = subject_of(verb)
        if (
            subject is None
            and verb.tag_ == "VB"
            and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
            and verb.dep_ in {"ROOT", "conj", "parataxis", "ccomp"}
        ):
            return True
        if subject is None:
            continue
        word = subject.lemma_.lower()
        if word in rules().addressees or subject.lower_ in rules().addressees:
            return True
        modal = {child.lower_ for child in verb.children if child.dep_ == "aux"} | {verb.lemma_.lower()}
        if (
            (word in rules().modal_addressees or subject.lower_ in rules().modal_addressees)
            and modal & rules().modals
            and subject.i not in range(anchor.span.start, anchor.span.end)
            and not holds(subject, anchor)
        ):
            return True
    return False


def holds(subject: Token, anchor: Anchor) -> bool:
    """Whether the figure counts the subject itself: "the remaining 6.5 million can leave things as they are"."""
    return any(token.i in range(anchor.span.start, anchor.span.end) for token in subject.subtree)


def verbs_above(token: Token) -> list[Token]:
    """The verb and the verbs that govern it within the sentence."""
    found: list[Token] = []
    node = token
    while True:
        if node.pos_ in {"VERB", "AUX"}:
            found.append(node)
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return found
        node = node.head


def time_is_the_matter(anchor: Anchor, event: str | None) -> bool:
    """Whether a time is what went wrong (a wait, an outage) and no deadline."""
    before = anchor.span.doc[max(0, anchor.span.start - 2) : anchor.span.start]
    words = [token.lower_ for token in before]
    if anchor.noun is not None and anchor.noun.lemma_.lower() in rules().duration_nouns:
        return True
    if words[-1:] and words[-1] in {
        "within",
        "every",
        "in",
        "until",
        "by",
        "past",
        "next",
        "last",
        "previous",
        "coming",
        "after",
        "before",
        "since",
        "the",
    }:
        return False
    following = anchor.span.doc[anchor.span.end].lower_ if anchor.span.end < len(anchor.span.doc) else ""
    if following in {"ago", "later", "earlier", "before", "after", "from", "on", "notice", "old"}:
        return False
    verb = anchor.verb
    if verb is None:
        return False
    lemmas = {verb.lemma_.lower(), event or ""} | {
        child.lemma_.lower()
        for child in verb.children
        if child.dep_ in {"oprd", "acomp", "xcomp", "ccomp", "advmod", "prep"}
    }
    return bool(lemmas & rules().duration_events)


def bare_quantifier(anchor: Anchor, event: str | None, counted: str | None) -> str | None:
    """Why a vague or universal word asserts nothing: a bare each, every or some with nothing said of the matter."""
    figure, verb = anchor.figure, anchor.verb
    words = figure.text.lower()
    if counted in SOME_OF_TIME:
        return "an idiom of time or extent"
    zero = figure.kind is FigureKind.UNIVERSAL and figure.high == 0
    if zero:
        return None
    if words.startswith(("each", "any", "both", "either")):
        return "a bare each, any or both"
    if words not in BARE and figure.kind is FigureKind.VAGUE:
        return None
    if verb is None or counted is None:
        return "a bare quantifier with nothing asserted"
    place = anchor.noun if anchor.noun is not None else anchor.root
    subject = subject_of(verb)
    is_subject = subject is not None and (place.i in {token.i for token in subject.subtree})
    if event is not None and events().group(event) is None and not is_subject:
        return "a bare quantifier with nothing asserted about the matter"
    if not is_subject and not events().plays(event, "harm", "remedy", "cost"):
        return "a bare quantifier with nothing asserted about the matter"
    return None


def names_a_scope(anchor: Anchor) -> bool:
    """Whether a definite count only names which things are meant: "the two hospitals", "our three sites"."""
    noun = anchor.noun
    if noun is None or anchor.figure.kind is not FigureKind.EXACT or anchor.figure.unit is not None:
        return False
    definite = any(
        child.dep_ in {"det", "poss"}
        and child.i < anchor.span.start
        and child.lower_ in {"the", "these", "those", "our", "its", "their", "both", "this", "his", "her"}
        for child in noun.children
    )
    if not definite or anchor.figure.low is None or anchor.figure.low > 20:
        return False
    if any(child.dep_ in {"relcl", "acl"} for child in noun.children):
        return False
    return not any(
        child.lower_ in {"remaining", "other", "further", "additional", "confirmed", "known", "reported"}
        for child in noun.children
    )


def general(anchor: Anchor) -> bool:
    """Whether the sentence says how such things go in general."""
    subject = subject_of(anchor.verb) if anchor.verb is not None else None
    return (
        subject is not None
        and (subject.lemma_.lower() in rules().generic)
        and anchor.verb is not None
        and anchor.verb.tag_ in {"VBP", "VBZ", "VB"}
    )


def is_background(
    anchor: Anchor, segment: Segment, event: str | None, counted: str | None, organisation: str | None
) -> bool:
    """Whether the claim is about the organisation and not about the matter."""
    if segment.background:
        return True
    figure, verb = anchor.figure, anchor.verb
    known = rules()
    if figure.kind is FigureKind.UNIVERSAL:
        return False
    if figure.unit is not None and figure.unit != "percent" and counted in known.organisation_money:
        return True
    if figure.unit == "percent" and counted in known.organisation_money:
        return True
    if verb is None:
        return (
            figure.kind is FigureKind.EXACT and counted in {"branch", "employee", "store"} and preceded_by_with(anchor)
        )
    if preceded_by_with(anchor) and counted in known.organisation_nouns:
        return True
    lemma = verb.lemma_.lower()
    subject = subject_of(verb)
    if subject is None and verb.dep_ in {"relcl", "acl"}:
        subject = verb.head
    if subject is not None and subject.lower_ in {"which", "that", "who"}:
        subject = verb.head if verb.dep_ == "relcl" else subject
    ours = subject is not None and (
        subject.lower_ in {"we", "it"}
        or subject.pos_ == "PROPN"
        or subject.lemma_.lower()
        in {
            "company",
            "group",
            "trust",
            "bank",
            "university",
            "council",
            "charity",
            "airline",
            "firm",
            "programme",
            "operator",
            "business",
            "organisation",
            "carrier",
            "service",
            "society",
            "school",
            "authority",
            "utility",
            "retailer",
        }
    )
    if not ours or lemma not in known.organisation_verbs:
        return False
    if counted in known.organisation_money:
        return True
    simple = verb.tag_ in {"VBZ", "VBP"} and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    habitual = known.rates.search(anchor.root.sent.text) is not None
    size = counted in known.organisation_nouns
    own_verb = lemma in {
        "employ",
        "operate",
        "run",
        "own",
        "serve",
        "fly",
        "claim",
        "hold",
        "have",
        "handle",
        "keep",
        "build",
        "insure",
        "supply",
        "set",
        "teach",
        "carry",
        "process",
        "publish",
        "look",
        "provide",
        "manage",
        "make",
        "educate",
        "deliver",
        "cover",
        "treat",
        "support",
    }
    past_size = (
        lemma in {"have", "end", "employ", "serve"} and verb.tag_ in {"VBD", "VBN"} and size and not event_is_harm(verb)
    )
    return (
        (simple and own_verb and (size or habitual))
        or (simple and own_verb and lemma in {"employ", "fly", "serve", "operate", "run", "own", "build"})
        or past_size
    )


def event_is_harm(verb: Token) -> bool:
    """Whether what hangs on the verb tells of harm: "we have 300 customers without power"."""
    known = events()
    return any(
        known.plays(token.lemma_.lower(), "harm")
        or token.lemma_.lower() in known.harm_states
        or token.lower_ == "without"
        for token in verb.subtree
        if token.i != verb.i and token.pos_ in {"VERB", "ADJ", "ADP"}
    )


def preceded_by_with(anchor: Anchor) -> bool:
    """Whether the figure stands in "with 540 branches" beside a name."""
    before = anchor.span.doc[anchor.span.start - 1].lower_ if anchor.span.start > 0 else ""
    return before == "with"
