"""What a paragraph has counted so far: the antecedent of "455 of them", "the number" and "Thirty-eight"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comms_tracker.claims import measures
from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.clauses import SUBJECTS
from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.counted import counts_sufferers
from comms_tracker.claims.event_lemmas import RISING, event_lemma
from comms_tracker.claims.events import events
from comms_tracker.claims.governing import governing_verb
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.rules import listed
from comms_tracker.quantities.units import time_units
from comms_tracker.records import Claim, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PERSONS = frozenset({"nobody", "no one", "no-one", "everyone", "everybody"})
# Verbs and states that only say how much there is: "the total is up", "the count has reached 300".
AMOUNTING = RISING | {
    "be",
    "become",
    "come",
    "run",
    "settle",
    "be up",
    "be down",
    "go up",
    "double",
    "treble",
    "hit",
    "pass",
    "top",
}
WHOLES = frozenset({"it", "that", "these", "they", "this", "those"})
COMPARED = frozenset({"fewer", "less", "more"})
HOW_MANY = re.compile(r"\bhow (?:many|much|long)\b", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """The noun last counted, with its phrase and event.

    ``asked`` says that it comes from a question, whose event holds for an answer that has no verb; ``stale`` that it
    comes from an earlier paragraph.
    """

    counted: str | None = None
    phrase: str = ""
    event: str | None = None
    scope: tuple[str, ...] = ()
    asked: bool = False
    stale: bool = False

    def next_paragraph(self) -> Context:
        """What the next paragraph may point back to."""
        return Context(self.counted, self.phrase, self.event, asked=self.asked, stale=not self.asked)

    def after(self, claim: Claim) -> Context:
        """The context once a claim with a figure has been made."""
        figure, measure = claim.figure, claim.measure
        if figure is None or figure.unit not in {None, "percent"} or measure.counted is None:
            return self
        if figure.text.lower() in PERSONS:
            return self
        return replace(
            self,
            counted=measure.counted,
            phrase=measure.phrase,
            event=measure.event,
            scope=measure.scope,
            asked=False,
            stale=False,
        )

    def mentioning(self, hung: Anchor) -> Context:
        """The context once a noun was counted without a claim: "You are one of 251 students"."""
        noun = hung.noun
        if noun is None or hung.figure.unit is not None or hung.figure.kind is FigureKind.UNIVERSAL:
            return self
        lemma = measures.noun_lemma(noun)
        if noun.tag_ not in {"NNS", "NNPS"} or lemma in time_units() or lemma in grammar().pointing_back:
            return self
        return replace(self, counted=lemma, phrase=lemma, event=None, stale=False, asked=False)


def heading_context(doc: Doc, before: Context) -> Context:
    """The antecedent that a one-word heading leaves for what follows it: "Calls. 33 went unanswered"."""
    if len(doc) < 3 or doc[1].text not in {".", ":"}:
        return before
    words = [doc[0]]
    plural = words[0].pos_ in {"NOUN", "PROPN"} and words[0].lower_.endswith("s")
    if not plural and words[0].tag_ not in {"NNS", "NNPS"}:
        return before
    lemma = measures.noun_lemma(words[0]) if words[0].tag_ == "NNS" else measures.singular(words[0].lower_)
    return replace(before, counted=lemma, phrase=lemma, event=None, stale=False, asked=False)


def persons() -> frozenset[str]:
    """Nouns that count people or those who stand for them: a number "who ..." goes on with one of these."""
    return listed("addressee", "subjects_with_modal")


def question_context(doc: Doc, before: Context) -> Context | None:
    """The antecedent that a question leaves for its answer: "How many operations were lost?" asks for operations.

    None where the text is no question about an amount; "How many have come back?" goes on with what was asked before.
    """
    if "?" not in {token.text for token in doc[-3:]}:
        return None
    text = doc.text.rstrip(' *"')
    if not text.endswith("?"):
        return None
    counted, phrase, verb = before.counted, before.phrase, None
    found = HOW_MANY.search(text)
    if found is None and not re.match(r"\W*what\b.*\b(?:cost|spend|spent)\b", text, re.I):
        return None
    for token in doc:
        if found is not None and token.lower_ in {"many", "much"} and token.idx >= found.start():
            noun = token.head if token.dep_ in {"amod", "det", "nummod"} and token.head.pos_ == "NOUN" else None
            if noun is not None:
                noun = through_carriers(noun)
                counted = measures.noun_lemma(noun)
            verb = governing_verb(noun if noun is not None else token)
            break
    verb = verb if verb is not None else next((token for token in doc if token.dep_ == "ROOT"), None)
    event = event_lemma(verb, None)
    if found is None:
        counted, phrase = None, ""
    elif counted is not None:
        phrase = measures.phrase_of(counted, event, doc, range(0))
    return Context(counted, phrase, event, asked=True)


def counted_of(hung: Anchor, context: Context) -> str | None:
    """The singular lemma of what is counted: the noun, the antecedent where it is left out, the unit of a time."""
    figure, noun = hung.figure, hung.noun
    if figure.unit is not None and figure.unit != "percent":
        if noun is not None:
            return measures.noun_lemma(noun)
        return figure.unit if figure.unit in time_units() else None
    if figure.text.lower() == "nothing" and noun is None:
        return None
    if figure.text.lower() in PERSONS or (figure.unit is None and counts_sufferers(hung.span)):
        return "person"
    if noun is not None and noun.pos_ not in {"PRON", "DET"}:
        lemma = measures.noun_lemma(noun)
        return context.counted if context.counted is not None and points_back(hung, lemma) else lemma
    if hung.elided and measures.following_words(hung, 2) in (["of", "you"], ["of", "us"]):
        return context.counted if context.counted in persons() else "person"
    if measures.describes_people(hung):
        return context.counted if context.counted in persons() else "person"
    if context.counted is None and measures.names_those(hung):
        return "person"
    return context.counted or said_to_be(hung)


def said_to_be(hung: Anchor) -> str | None:
    """What those counted are said to be, where nothing else says what they are: "244,000 were customers"."""
    if hung.verb is None or hung.verb.lemma_.lower() != "be" or hung.root.dep_ not in SUBJECTS:
        return None
    nouns = (child for child in hung.verb.children if child.dep_ == "attr" and child.tag_ == "NNS")
    return next(map(measures.noun_lemma, nouns), None)


def scope_of(hung: Anchor, figure_tokens: range, text: str, context: Context) -> tuple[str, ...]:
    """The scope of what is counted; "the correct figure" has the scope of what it points back to."""
    noun = hung.noun
    if noun is not None and context.counted is not None and points_back(hung, measures.noun_lemma(noun)):
        return context.scope
    return measures.scope_of(noun if noun is not None else persons_meant(hung), figure_tokens, text)


def persons_meant(hung: Anchor) -> Token | None:
    """The word that stands for the people counted and can be limited as a noun can: "nobody living near the site"."""
    if hung.figure.text.lower() in PERSONS:
        return hung.root
    following = hung.span.doc[hung.span.end : hung.span.end + 2]
    return following[1] if [token.lower_ for token in following] == ["of", "those"] else None


def points_back(hung: Anchor, lemma: str) -> bool:
    """Whether a noun stands for what was counted before: "the number was 41,600", "takes the recall to 210,000"."""
    noun = hung.noun
    if noun is None or noun.i in range(hung.span.start, hung.span.end) or hung.figure.high == 0:
        return False
    if lemma in grammar().pointing_back:
        return not any(
            below.tag_ in {"NNS", "NNPS"} for child in noun.children if child.lower_ == "of" for below in child.children
        )
    known = events()
    group = known.noun_group.get(lemma)
    return (
        noun.tag_ == "NN"
        and noun.i < hung.span.start
        and hung.figure.unit is None
        and (lemma in known.group_of or group is not None)
        and group != "die"
    )


def compared(hung: Anchor) -> bool:
    """Whether a share says by how much less or more there is, and no part of a whole: "a third fewer trains"."""
    doc, end = hung.span.doc, hung.span.end
    if hung.figure.unit != "percent" or hung.noun is None or end >= len(doc) or hung.noun.i <= end:
        return False
    return doc[end].lower_ in COMPARED


def left_out(hung: Anchor, context: Context) -> bool:
    """Whether what happened is left out behind a bare auxiliary: "in fact 52 were", "but two drivers were"."""
    verb, noun = hung.verb, hung.noun
    bare = verb is not None and (verb.pos_ == "AUX" or verb.lemma_.lower() in {"be", "have", "do"})
    if verb is None or not bare or context.stale or context.event is None:
        return False
    return (hung.root if noun is None else noun).dep_ in SUBJECTS and all(
        child.i < verb.i or child.dep_ == "punct" for child in verb.children
    )


def gives_number(hung: Anchor) -> bool:
    """Whether the verb only gives the number of what was spoken of before: "put this at 400", "gave it as 400"."""
    if hung.verb is None or hung.verb.i > hung.span.start or hung.root.dep_ in SUBJECTS:
        return False
    return hung.elided or (hung.noun is not None and points_back(hung, measures.noun_lemma(hung.noun)))


def among_those(hung: Anchor) -> bool:
    """Whether some of those just counted are told apart: "60 were hurt, including nine", "that includes 19"."""
    verb = hung.verb
    if verb is None or verb.i > hung.span.start:
        return False
    if verb.lower_ == "including":
        return True
    whole = (child for child in verb.children if child.dep_ == "nsubj")
    return any(child.lower_ in WHOLES or child.lemma_.lower() in grammar().pointing_back for child in whole)


def borrowed_event(hung: Anchor, event: str | None, context: Context) -> str | None:
    """The event, or what was spoken of before where the words leave it out.

    An answer without a verb ("Thirty-eight, ...") goes on with what the question asked about; "the correct figure is
    1,275" with what the last figure was said of.
    """
    noun = hung.noun
    if left_out(hung, context) or (event in listed("retelling", "telling") and hung.elided):
        return context.event
    if event is not None and compared(hung):
        return f"{event} {hung.span.doc[hung.span.end].lower_}"
    if event in AMOUNTING and noun is not None and not context.stale and points_back(hung, measures.noun_lemma(noun)):
        return context.event or event
    if event == "include" and not context.stale and among_those(hung):
        return context.event or event
    if event in grammar().giving and not context.stale and gives_number(hung):
        return context.event or event
    if context.asked and hung.elided and (hung.verb is None or hung.verb.i > hung.span.end):
        return context.event or event
    if context.asked and hung.verb is None:
        return event or context.event
    return event
