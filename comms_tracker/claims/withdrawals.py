"""What a statement takes back: "I withdraw the assurance that ...", "We said that ... That was wrong"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.calendar_names import is_month
from comms_tracker.claims.retellings import NEGATIONS, SAYING, describes, told_to
from comms_tracker.claims.verbs import VERBS, is_passive, verb_lemma
from comms_tracker.records import Polarity
from comms_tracker.remembering import remembered

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

BACK_TO = r"(?:that|this|it|them|those|these)\b"
NAMED = (
    r"(?:advice|allegation|answer|assurance|claim|denial|pledge|promise|remark|statement|suggestion|undertaking)s?\b"
)
POINTS_BACK = re.compile(
    rf"\b(?:withdraws?|withdrew|retract(?:s|ed)?|rescind(?:s|ed)?|takes?|taking|took|stand by|hold to)\s+"
    rf"(?:back\s+)?{BACK_TO}(?:\s+(?:back|{NAMED}))?(?!\s+\w+\s+(?:that|about)\b)"
    rf"|\b(?:to say|to have said|have said) so\b|^\W*(?:that|this|it) (?:was|is|proved|ought|should)\b"
    rf"|^\W*(?:that|this) {NAMED}(?! (?:that|about)\b)",
    re.I,
)
"""Words that take back what the sentence before says, and give no content of their own."""

UNTRUE = (
    r"(?:wrong|untrue|incorrect|mistaken|false|inaccurate|misleading|unfounded|"
    r"not (?:true|right|correct|so|accurate|the case))"
)
IT_WAS_NOT = re.compile(
    rf"^\W*(?:(?:in fact|but|and|however|sadly|regrettably|we now know that|i now know that),? )*"
    rf"(?:that|this|it|they|he|she|these|those) (?:(?:was|were|is|are|did|had|has|have|do|does)(?: not|n.t)|"
    rf"(?:was|were|is|are|proved|has proved|turn(?:s|ed) out|has turned out) (?:to be |to have been )?(?:\w+ly )?"
    rf"{UNTRUE})(?: (?:true|right|correct|so|accurate|the case|safe))?,?"
    rf"(?: and (?:we|i) (?:am|are) sorry[^.]*| for which we[^.]*)?\W*$|^\W*(?:(?:in|but in) (?:that|this),? )?"
    rf"(?:we|i) (?:was|were) (?:wrong|mistaken|in error)(?: (?:about|on) (?:that|this))?\W*$"
    r"|^\W*(?:we|i) (?:now )?(?:know|accept) (?:now )?"
    r"that (?:this|that|it|they|these) (?:was|is|were|are)(?: not|n.t)\b",
    re.I,
)
"""A sentence that says no more than that what was told before is not so: "In fact it was not", "That is untrue"."""
WRONGLY = re.compile(
    r"\b(?:wrongly|incorrectly|mistakenly|inaccurately|falsely|in error) "
    r"(?:said|stated|told|claimed|reported|announced|suggested|described|wrote|informed|assured)\b",
    re.I,
)
MAY_BE_UNTRUE = re.compile(rf"\b(?:not|{UNTRUE})\b|n.t\b|(?:wrong|correct|mistaken|accurate|false)ly|in error", re.I)
SAID = re.compile(
    r"\b(?:said|told|stated|reported|announced|assured|promised|claimed|wrote|insisted|described|suggested|informed)\b"
)

TAKING = re.compile(r"\b(?:withdr\w+|(?:tak(?:e|es|ing|en)|took) back)\b", re.I)
"""The verb itself, which the words of withdrawal match together with what is taken back."""
NAMES_CLAIM = re.compile(rf"(?:fears?|rumours?|reports?|{NAMED[:-2].removeprefix('(?:')}", re.I)
ABOUT = frozenset({"about", "on", "of", "against", "over"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CONTENT = frozenset({"ccomp", "acl", "relcl", "pcomp", "xcomp", "advcl", "conj"})


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Token bounds [first, last] of the words that take something back, and the verb that says what.

    ``polarity`` is the reverse of what was said: to withdraw that nobody was hurt affirms nothing more than that.
    """

    first: int
    last: int
    content: Token
    polarity: Polarity


def withdrawals(doc: Doc) -> Iterator[Withdrawal]:
    """Each sentence that takes something back, with the sentence before it where that holds what was said."""
    text = doc.text
    if not takes_back(text) and (SAID.search(text) is None or MAY_BE_UNTRUE.search(text) is None):
        return
    before: Span | None = None
    for sentence in whole_sentences(doc):
        found = withdrawal(sentence, before)
        if found is not None:
            yield found
        before = sentence


def whole_sentences(doc: Doc) -> Iterator[Span]:
    """The parser's sentences, one that goes on in small letters joined to the one before: "... and we take it back"."""
    held: Span | None = None
    for sentence in doc.sents:
        if held is not None and not sentence[0].is_lower:
            yield held
            held = sentence
        else:
            held = sentence if held is None else doc[held.start : sentence.end]
    if held is not None:
        yield held


def withdrawal(sentence: Span, before: Span | None) -> Withdrawal | None:
    """What the sentence takes back, or None where it takes nothing back or does not say what."""
    told = sentence if WRONGLY.search(sentence.text) else before if IT_WAS_NOT.search(sentence.text) else None
    if told is not None and not any(counts(token) for token in told):
        said = reported_in(told)
        if said is not None:
            return _made(told, sentence, said)
    if not takes_back(sentence.text):
        return None
    if POINTS_BACK.search(sentence.text) is None:
        said = content_of(sentence)
        return None if said is None else _made(sentence, sentence, said)
    if before is None:
        return None
    said = reported_in(before)
    if said is not None:
        return _made(before, sentence, said)
    named = any(token.pos_ in {"NOUN", "PROPN"} for token in before) and not takes_back(before.text)
    return _made(sentence, sentence, before.root) if named and before.root.pos_ in VERBS else None


@cache
def patterns() -> re.Pattern[str]:
    """The retraction patterns of lexicon/stated_basis.toml as one."""
    entries = lexicon.table("stated_basis")["retraction"]
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries), re.I)


@remembered(256)
def takes_back(text: str) -> bool:
    """Whether the words take back what was said, or call it wrong."""
    return patterns().search(text) is not None


def content_of(sentence: Span) -> Token | None:
    """The verb of what is taken back, below the words of withdrawal or in their subject."""
    taking = patterns().search(sentence.text)
    assert taking is not None
    words = TAKING.search(sentence.text, *taking.span()) or taking
    end = sentence.start_char + words.end()
    verbs = [token for token in sentence if token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass"}]
    said = [
        token for token in verbs if token.dep_ in CONTENT and (verb_lemma(token) not in SAYING or is_passive(token))
    ]
    # "Our statement that every student who is affected had been told": who is meant is not what was said.
    said.sort(key=lambda token: token.dep_ == "relcl" and any(child.lower_ == "who" for child in token.children))
    start = sentence.start_char + words.start()
    after = [token for token in said if token.idx >= end or start < token.idx == end - len(token)]
    inside = [token for token in said if token.idx < start or (token.dep_ in {"acl", "relcl"} and token.idx > start)]
    about = [token for token in verbs if describes(token) or subject_matter(token) is not None]
    return next(iter(after), None) or next(iter(inside), None) or next(iter(about), None)


def counts(word: Token) -> bool:
    """Whether a word is a number or says of all, which makes a claim by itself; the day of a month does not."""
    beside = word.doc[max(word.i - 1, 0) : word.i + 2]
    day = word.is_digit and any(is_month(token.text) for token in beside)
    return word.lower_ in {"all", "every", "each"} or (word.like_num and not day)


def subject_matter(verb: Token) -> Token | None:
    """What is spoken about: "what we said about the cause", "fears of a leak were unfounded"."""
    if verb_lemma(verb) in SAYING:
        behind = [verb, *(child for child in verb.children if child.dep_ == "dobj")]
    else:
        behind = [child for child in verb.children if child.dep_ in SUBJECTS and NAMES_CLAIM.fullmatch(child.text)]
    links = (link for word in behind for link in word.children if link.dep_ == "prep" and link.lower_ in ABOUT)
    return next((thing for link in links for thing in link.children if thing.dep_ == "pobj"), None)


def reported_in(sentence: Span) -> Token | None:
    """The verb of what a sentence says was said: "we told people that bookings were not affected"."""
    for token in sentence:
        told = told_to(token)
        saying = token.head.head if told else token.head
        governs = (told or token.dep_ == "ccomp") and token.i > saying.i and verb_lemma(saying) in SAYING
        if governs and token.pos_ in VERBS and verb_lemma(token) not in SAYING:
            return token
        if describes(token):
            return token
    return None


def _made(opening: Span, closing: Span, content: Token) -> Withdrawal:
    first, last = opening.start, closing.end - 1
    doc = opening.doc
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    taking = patterns().search(closing.text)
    cue = range(0) if taking is None else range(*(closing.start_char + place for place in taking.span()))
    if content.dep_ in {"acl", "relcl"} and content.idx in cue:
        # The words from what was claimed to what calls it untrue hold what was claimed.
        cue = range(0)
    words = {token.lower_ for token in content.subtree if token.idx not in cue}
    denied = bool(words & NEGATIONS) or content.head.lemma_.lower() == "denial"
    return Withdrawal(first, last, content, Polarity.AFFIRMED if denied else Polarity.DENIED)
