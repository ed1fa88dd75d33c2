"""A figure in its parse: the noun that it counts, and the verb that says what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.records import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TIME_UNITS = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "working day"}
)
NUMBER_DEPS = frozenset(
    {"nummod", "quantmod", "det", "amod", "compound", "nmod", "poss", "predet", "advmod", "npadvmod", "neg"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# Verbs that carry a figure without saying what happened: the event is in the noun or in the verb below.
LIGHT = frozenset({
    "be", "have", "say", "tell", "put", "give", "set", "stand", "see", "get", "make", "do", "report", "estimate", "believe", "think", "expect", "announce",
    "add", "confirm", "reveal", "admit", "acknowledge", "know", "understand", "show", "suggest", "indicate", "find", "rise", "fall", "grow", "climb",
    "come", "drop", "increase", "decrease", "lower", "raise", "cut", "reduce", "reach", "total", "number", "exceed", "move", "go", "bring", "take",
    "revise", "describe", "name", "call", "speak", "quote", "cite", "compare", "speak of", "count", "include", "comprise", "amount", "represent",
    "account", "equal", "appear", "seem", "point", "remain", "mean", "state", "claim", "warn", "lead", "use", "enter",
})  # fmt: skip
PARTICIPLES = frozenset({"acl", "relcl"})
PERSON_RELATIVES = frozenset({"who", "whose", "whom"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a figure hangs: ``root`` heads its words, ``noun`` is what it counts, ``verb`` what happened.

    ``elided`` says that the text leaves the noun out and an antecedent is wanted.
    """

    figure: Figure
    span: Span
    root: Token
    noun: Token | None
    verb: Token | None
    elided: bool = False


def anchor(figure: Figure, doc: Doc, offset: int) -> Anchor:
    """Hang ``figure`` (offsets in the statement) in the segment's parse, whose text starts at ``offset``."""
    span = doc.char_span(figure.start - offset, figure.end - offset, alignment_mode="expand")
    root = core(span)
    noun, elided = counted_noun(figure, span, root)
    return Anchor(figure, span, root, noun, governing_verb(noun if noun is not None else root), elided)


def core(span: Span) -> Token:
    """The token of the figure that hangs highest, the number before its approximator."""
    root = span.root
    if root.pos_ in {"ADV", "ADP", "DET", "PART", "CCONJ", "PUNCT", "VERB"} and len(span) > 1:
        numbers = [token for token in span if token.like_num or token.pos_ in {"NUM", "NOUN"}]
        if numbers:
            return next((token for token in numbers if token.head not in numbers), numbers[-1])
    return root


def counted_noun(figure: Figure, span: Span, root: Token) -> tuple[Token | None, bool]:
    """The noun that the figure counts, and whether it is left out of the text."""
    if figure.unit is not None and figure.unit != "percent":
        return measured_noun(span, root), False
    inside = {token.i for token in span}
    below = of_object(span, inside)
    if below is not None:
        return (below, False) if below.pos_ not in {"PRON", "DET"} else (below, True)
    head = root
    while (
        head.dep_ in NUMBER_DEPS
        and head.head.i != head.i
        and head.head.pos_ in {"NOUN", "PROPN", "NUM", "SYM", "ADJ", "X"}
    ):
        head = head.head
    if (
        head.i not in inside
        and head.pos_ in {"NOUN", "PROPN", "X"}
        and head.i >= span.start
        and not crosses_mark(span, head)
    ):
        return head, False
    if head.i in inside and head.pos_ == "NOUN" and head.lemma_.lower() not in events().carriers and not head.like_num:
        return head, False
    following = next_noun(span)
    if following is not None and figure.unit is None:
        return following, False
    subject = quantity_subject(root if root.i in inside else head)
    if subject is not None:
        return subject, False
    return None, True


def crosses_mark(span: Span, noun: Token) -> bool:
    """Whether punctuation other than a quotation mark or a comma stands between a figure and a noun."""
    between = span.doc[span.end : noun.i] if noun.i >= span.end else ()
    return any(token.text in {".", ";", ":", "(", ")", "|", "?"} for token in between)


def of_object(span: Span, inside: set[int]) -> Token | None:
    """The object of "of" right after the figure: "handful of trains", "most of the new certificates"."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.text in {'"', "'"} and span.end + 1 < len(span.doc):
        following = span.doc[span.end + 1]
    if following is not None and following.lower_ == "of":
        objects = [child for child in following.children if child.dep_ in {"pobj", "pcomp"}]
        if objects:
            return through_carriers(objects[0])
    last = span[-1]
    if last.lower_ == "of":
        objects = [child for child in last.children if child.dep_ == "pobj"]
        return through_carriers(objects[0]) if objects else None
    return None


def through_carriers(noun: Token) -> Token:
    """The noun behind a word that only carries a quantity: "the number of people" is people."""
    seen = 0
    while noun.lemma_.lower() in events().carriers and seen < 3:
        prepositions = [child for child in noun.children if child.lower_ == "of"]
        objects = [child for preposition in prepositions for child in preposition.children if child.dep_ == "pobj"]
        if not objects:
            return noun
        noun, seen = objects[0], seen + 1
    return noun


def next_noun(span: Span) -> Token | None:
    """A noun within four tokens after the figure, where the parse missed it: the surface fallback."""
    for token in span.doc[span.end : span.end + 5]:
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.tag_ == "NNPS"):
            if token.head.pos_ in {"NOUN"} and token.dep_ == "compound" and token.head.i <= span.end + 5:
                return token.head
            return token
        if (
            token.pos_ not in {"ADJ", "PROPN", "NUM", "ADV"}
            and token.tag_ not in {"VBN", "VBG", "HYPH"}
            and token.text not in {'"', "-", "'"}
        ):
            return None
        if token.tag_ in {"VBN", "VBG"} and token.dep_ not in {"amod", "compound"}:
            return None
    return None


def quantity_subject(token: Token) -> Token | None:
    """The counted noun of "the toll has risen to 80", "put the number of people affected at 143 million"."""
    node = token
    for _ in range(5):
        if node.dep_ == "ROOT":
            break
        parent = node.head
        if parent.pos_ in {"VERB", "AUX"}:
            if parent.dep_ in PARTICIPLES and parent.head.pos_ == "NOUN" and parent.i < token.i:
                return through_carriers(parent.head)
            objects = [child for child in parent.children if child.dep_ == "dobj" and child.i < token.i]
            subjects = [
                child for child in parent.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i
            ]
            for candidate in objects + subjects:
                if candidate.pos_ not in {"NOUN"}:
                    continue
                if node.dep_ in {"prep", "attr", "acomp", "dobj", "npadvmod", "oprd", "advmod"}:
                    return through_carriers(candidate)
            return None
        if parent.pos_ == "NOUN" and node.dep_ in {"appos", "prep"}:
            if node.dep_ == "appos" or node.lower_ in {"at", "to", "as", "from"}:
                return through_carriers(parent)
        node = parent
    return None


def measured_noun(span: Span, root: Token) -> Token | None:
    """What a sum of money or a measurement is of: "a bill of £3m", "the cost came to £265,000", "a 36-hour outage"."""
    inside = {token.i for token in span}
    top = span.root
    if (
        top.dep_ in NUMBER_DEPS | {"nmod"}
        and top.head.pos_ == "NOUN"
        and top.head.i not in inside
        and top.head.i > top.i
    ):
        return top.head
    if top.dep_ == "pobj" and top.head.lower_ in {"of", "at", "to"} and top.head.head.pos_ == "NOUN":
        return through_carriers(top.head.head)
    return quantity_subject(top) or quantity_subject(root)


def governing_verb(token: Token) -> Token | None:
    """The verb that says what happened to the thing counted, below reporting and light verbs where there is one."""
    own = [child for child in token.children if child.dep_ in PARTICIPLES and child.pos_ in {"VERB", "AUX"}]
    node = token
    while node.dep_ != "ROOT" and node.head.i != node.i:
        parent = node.head
        if parent.pos_ in {"VERB", "AUX"}:
            break
        node = parent
    verb = node.head if node.dep_ != "ROOT" and node.head.pos_ in {"VERB", "AUX"} else None
    if node.dep_ == "ROOT" and node.pos_ in {"VERB", "AUX"}:
        verb = node
    if own and (verb is None or (verb.lemma_ in LIGHT and state_of(verb) is None)):
        return own[0]
    return verb


def event_lemma(verb: Token | None, noun: Token | None) -> str | None:
    """The event's lemma with its particle ("log out"), the adjective of a copula, or a noun that names an event."""
    known = events()
    named = noun.lemma_.lower() if noun is not None and noun.lemma_.lower() in known.noun_group else None
    if named is not None and known.noun_group[named] == "die":
        return named
    if verb is not None:
        verb = below_light(verb)
        lemma = verb.lemma_.lower()
        if lemma in STATIVE or verb.pos_ == "AUX":
            state = state_of(verb)
            if state is not None:
                return state
        if f"not {lemma}" in known.group_of and any(child.dep_ == "neg" for child in verb.children):
            return f"not {lemma}"
        phrasal = next((f"{lemma} {word}" for word in particles(verb) if f"{lemma} {word}" in known.group_of), None)
        if phrasal is not None:
            return phrasal
        happening = object_event(verb)
        if happening is not None:
            return happening
        if lemma not in LIGHT or (lemma in known.group_of and named is None):
            return lemma
    return named or (verb.lemma_.lower() if verb is not None else None)


def particles(verb: Token) -> list[str]:
    """The particles and adverbs after a verb that may be part of it: "take out", "go back"."""
    return [
        child.lower_
        for child in verb.children
        if child.dep_ in {"prt", "advmod", "prep"} and child.lower_ in PARTICLE_WORDS and child.i > verb.i
    ]


def object_event(verb: Token) -> str | None:
    """The event that a light verb's object names: "need a repair", "suffer delays", "have an outage"."""
    if verb.lemma_.lower() not in LIGHT | {"need", "require", "suffer", "cause", "face"}:
        return None
    for child in verb.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in events().noun_group and child.lemma_.lower() not in {"case", "cost", "bill", "charge", "price"}:
            return child.lemma_.lower()
    return None


def below_light(verb: Token) -> Token:
    """The verb that says what happened below "have to be", "turned out to be", "continue to", "be going to"."""
    for _ in range(2):
        lower = next(
            (
                child
                for child in verb.children
                if child.dep_ == "xcomp" and child.pos_ in {"VERB", "AUX"} and child.i > verb.i
            ),
            None,
        )
        if lower is None or not (
            verb.lemma_.lower() in LIGHT
            or verb.lemma_.lower()
            in {"continue", "need", "begin", "start", "turn", "happen", "tend", "prove", "want", "wish"}
        ):
            return verb
        verb = lower
    return verb


def state_of(verb: Token) -> str | None:
    """What a copula says something is: "unavailable", "be back", "be without"."""
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd"} and (child.pos_ in {"ADJ", "ADV"} or child.tag_ in {"VBN", "VBG"}):
            return child.lemma_.lower()
    for child in verb.children:
        if (child.dep_ == "advmod" and child.lower_ in STATE_ADVERBS) or (
            child.dep_ == "prep" and child.lower_ == "without"
        ):
            return f"be {child.lower_}"
    return None


STATIVE = frozenset({"be", "remain", "stay", "stand", "go", "lie", "sit", "keep", "become"})
PARTICLE_WORDS = frozenset(
    {"out", "up", "off", "down", "back", "away", "over", "in", "on", "through", "aside", "again"}
)
STATE_ADVERBS = frozenset({"back", "down", "up", "offline", "online", "out", "again", "away", "off"})
