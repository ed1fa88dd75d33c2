"""What is said not to be known or not to be told: ignorance is not denial."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims.clauses import clause_bounds
from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.phrases import matches, phrases
from comms_tracker.claims.verbs import VERBS, verb_lemma
from comms_tracker.remembering import remembered

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ASKED = re.compile(
    r"\b(?:how|what|whether|when|number|which|who|whose|why|where|figures?|tally|extent|scale|average|total|cause|source|"
    r"reason|origin|cost|bill|count|amount|date|breakdown|estimate|sum|size|identity|toll)\b",
    re.I,
)
HEARD_OF = re.compile(r"\b(?:not|n.t) (?:yet )?know(?:n)? (?:of|about) (?:any|a|an|no)\b", re.I)
"""What denies: "we do not know of any injuries"."""
BEHIND = frozenset({"on", "of", "about", "for", "into"})
THINGS = frozenset({"NOUN", "PROPN"})
PERSONAL = frozenset({"we", "i", "you"})
QUESTIONS = frozenset({"what", "which", "who", "whose", "whom", "if", "whether", "when", "how", "why", "where"})
EXACTLY = frozenset({"exactly", "just", "precisely", "quite"})
AWAITING = frozenset({"wait", "be", "take"})
"""Verbs below whose "before", "until" or "for" stands what is not known: "it may be days before we know"."""
STOPS = frozenset({",", ";", ":", "-", "(", "but"})


CLAUSES = 256
"""Clauses whose answer is kept: each is asked several times while its sentence is read."""
HINTS = (
    "not", "n't", "no ", "nobody", "none", "never", "neither", "unable", "unknown", "unclear", "uncertain",
    "unexplained", "unconfirmed", "undetermined", "unestablished", "mystery", "puzzle", "guess", "question",
    "declin", "refus", "still", "yet", "being", "early", "soon", "impossible", "premature", "hard", "difficult",
    "to be ", "under ", "wait", "before", "until", "trying", "working", "seeking", "will ", "establishing",
    "checking", "counting", "assessing", "calculating", "subject", "matter",
)  # fmt: skip
"""Of these one stands in whatever the ways hold in: that is asked faster."""


@cache
def ways() -> re.Pattern[str]:
    """The ways of saying that something is open, of lexicon/polarity.toml, as one pattern."""
    return re.compile("|".join(lexicon.table("polarity")["unknown"]["ways"]), re.I)


@remembered(CLAUSES)
def is_unknown(text: str) -> bool:
    """Whether the clause says that something is not known or not told."""
    folded = text.lower()
    if not any(hint in folded for hint in HINTS) or HEARD_OF.search(text) is not None:
        return False
    if matches("unknown", "phrases", text) or ways().search(text) is not None:
        return True
    unsaid = phrases("unknown", "unsaid").search(text)
    return unsaid is not None and ASKED.search(text, unsaid.end()) is not None


def tells_ignorance(subject: Token | None, clause: str) -> bool:
    """Whether a clause says what is not known about the matter: "we do not yet know how many"."""
    if not is_unknown(clause):
        return False
    return ASKED.search(clause) is not None or (subject is not None and subject.lower_ not in PERSONAL)


def with_what_is_awaited(verb: Token, first: int, last: int) -> int:
    """The last token of a clause with what is waited for: "It may be weeks before we know what was lost"."""
    if verb_lemma(verb) not in AWAITING or verb.dep_ != "ROOT":
        return last
    doc, end = verb.doc, verb.sent.end - 1
    while end > last and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    whole = next((at - 1 for at in range(last + 1, end + 1) if doc[at].lower_ in STOPS), end)
    return whole if whole > last and is_unknown(doc[first : whole + 1].text) else last


def with_question(verb: Token, first: int) -> int:
    """The first token of a clause with the question before it: "when it will reopen is uncertain"."""
    if first > verb.sent.start and opens_a_question(verb.sent) and asked_before(verb) is not None:
        return verb.sent.start
    return first


def opens_a_question(sentence: Span) -> bool:
    """Whether a sentence begins with the question that it says is open: "how long it had been open we cannot say"."""
    return asks_first(sentence) and is_unknown(sentence.text)


def asks_first(sentence: Span) -> bool:
    """Whether a sentence begins with a word of asking: "how many", "exactly who"."""
    first = sentence[1] if sentence[0].lower_ in EXACTLY and len(sentence) > 1 else sentence[0]
    return first.lower_ in QUESTIONS


def asked_before(verb: Token) -> Token | None:
    """The verb of the question that the clause says is open, whatever its parse: "how many were taken is not known"."""
    if not asks_first(verb.sent):
        return None
    before = (token for token in verb.doc[verb.sent.start : verb.i] if token.pos_ in VERBS)
    apart = 0 if verb_lemma(verb) in {"be", "remain"} else 1
    return next((token for token in before if token.dep_ not in {"aux", "auxpass"} and token.i < verb.i - apart), None)


def asked_below(verb: Token, last: int) -> Token | None:
    """The verb of the question that stands below what says that it is open: "nobody can say when it will reopen"."""
    for word in verb.doc[verb.i + 1 : min(last + 12, verb.sent.end)]:
        if word.lower_ in QUESTIONS and verb.is_ancestor(word):
            node = word
            while node.pos_ not in VERBS and node.head.i not in {node.i, verb.i}:
                node = node.head
            return node if node.pos_ in VERBS and node.i > word.i else None
    return None


def end_of(asked: Token) -> int:
    """The last token of the question."""
    return clause_bounds(asked)[1]


def thing_asked(verb: Token) -> Token | None:
    """What is not known, where no clause asks it: "put a number on the jobs", "confirm the number of casualties"."""
    below = [token for token in verb.subtree if token.i > verb.i and token.pos_ in THINGS]
    behind = (token for token in below if token.dep_ == "pobj" and token.head.lower_ in BEHIND)
    objects = (token for token in below if token.dep_ in {"dobj", "attr"})
    found = next(behind, None) or next(objects, None)
    return None if found is None else through_carriers(found)
