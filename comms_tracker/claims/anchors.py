"""A figure in its parse: the words it hangs by, the noun that it counts, and the verb that says what happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from comms_tracker.claims.clauses import raised
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import TIME_UNITS, grammar
from comms_tracker.claims.partitives import names_the_whole
from comms_tracker.claims.verbs import PARTICIPLES, VERBS, governing_verb, verb_lemma
from comms_tracker.quantities.scan import MULTIPLIER
from comms_tracker.records import Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NUMBER_DEPS = frozenset(
    {"nummod", "quantmod", "det", "amod", "compound", "nmod", "poss", "predet", "advmod", "npadvmod", "neg"}
)
NOUNS = frozenset({"NOUN", "PROPN", "X"})
MARKS = frozenset({".", ";", ":", "(", ")", "|", "?"})
# Words that make a noun of time an adverb: "18,600 last night" counts no nights.
TIME_DETERMINERS = frozenset({"last", "this", "next", "yesterday", "every", "each", "that", "the"})
QUANTITY_LINKS = frozenset({"prep", "attr", "acomp", "npadvmod", "oprd", "advmod"})


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
    span = cast("Span", doc.char_span(figure.start - offset, figure.end - offset, alignment_mode="expand"))
    root = core(span)
    noun, elided = counted_noun(figure, span, root)
    verb = governing_verb(noun if noun is not None else root)
    if verb is not None and names_the_whole(span, verb):
        verb = own_verb(noun) if noun is not None else None
    return Anchor(figure, span, root, noun, verb, elided)


def own_verb(noun: Token) -> Token | None:
    """What a noun's own clause says happened to it: "the 31 boards that we had lost", or "that we reported lost"."""
    verb = next((child for child in noun.children if child.dep_ in PARTICIPLES and child.pos_ in VERBS), None)
    if verb is None or verb_lemma(verb) not in grammar().light:
        return verb
    return next((child for child in verb.children if child.i > verb.i and child.tag_ in {"VBN", "VBD", "VBG"}), None)


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
        return measured_noun(figure, span, root), False
    inside = {token.i for token in span}
    if figure.unit is None and counts_sufferers(span):
        return None, False
    below = of_object(span)
    if below is not None:
        return (None, True) if below.pos_ in {"PRON", "DET", "VERB", "AUX"} else (below, False)
    head = root
    while head.dep_ in NUMBER_DEPS and head.head.i != head.i and head.head.pos_ in NOUNS | {"NUM", "SYM", "ADJ"}:
        head = head.head
    if head.i not in inside and head.i >= span.start and is_counted(span, head):
        return plural_partner(figure, head), False
    if head.i in inside and head.pos_ == "NOUN" and is_plain_noun(head):
        return head, False
    following = next_noun(span) if figure.unit is None else shared_by_each(span)
    following = following or noun_of_list(span) or noun_behind_bounds(figure, span)
    if following is not None:
        return following, False
    subject = quantity_subject(root if root.i in inside else head)
    if subject is not None and subject.lemma_.lower() in grammar().written:
        subject = None
    return subject, subject is None


def counts_sufferers(span: Span) -> bool:
    """Whether an adjective stands for the people who are counted: "17 dead", "44 injured, nine of whom ..."."""
    if span.end >= len(span.doc) or span.doc[span.end].lower_ not in grammar().sufferers:
        return False
    following = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else None
    return following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ"}


def is_plain_noun(noun: Token) -> bool:
    """Whether a noun among the figure's own words is what is counted, and no carrier or sign."""
    lemma = noun.lemma_.lower()
    return lemma not in events().carriers and lemma not in grammar().written and not noun.like_num


def is_counted(span: Span, noun: Token) -> bool:
    """Whether a noun that the parse puts over a figure can be what it counts."""
    if noun.pos_ not in NOUNS or noun.lemma_.lower() in grammar().written or crosses_mark(span, noun):
        return False
    if is_time_adverbial(noun) or after_comma(span):
        return False
    # A single place or person is not counted in numbers: the parse joined "Twenty-six" to a name that follows a verb.
    between = span.doc[span.end : noun.i]
    verbal = any(token.tag_ in {"VBN", "VBD"} for token in between)
    named = noun.tag_ == "NNP" or any(token.tag_ == "NNP" and noun.tag_ == "NN" for token in between)
    return not (named and verbal)


def is_time_adverbial(noun: Token) -> bool:
    """Whether a noun of time says when and is not counted: "18,600 last night"."""
    return noun.lemma_.lower() in TIME_UNITS | {"night", "morning", "evening", "weekend", "today"} and any(
        child.lower_ in TIME_DETERMINERS for child in noun.children if child.i < noun.i
    )


def after_comma(span: Span) -> bool:
    """Whether a comma ends the figure's phrase: "It's 6,313, councillor" counts no councillors."""
    return span.end < len(span.doc) and span.doc[span.end].text == ","


def crosses_mark(span: Span, noun: Token) -> bool:
    """Whether punctuation other than a quotation mark or a comma stands between a figure and a noun."""
    between = span.doc[span.end : noun.i] if noun.i >= span.end else ()
    return any(token.text in MARKS for token in between)


def plural_partner(figure: Figure, head: Token) -> Token:
    """The plural that ends a coordination: "880 cardiology and respiratory patients" counts patients."""
    if figure.low == 1 or head.tag_ not in {"NN", "NNP"}:
        return head
    following = head.doc[head.i + 1 : head.i + 5]
    if len(following) < 2 or following[0].lower_ not in {"and", "or"}:
        return head
    for token in following[1:]:
        if token.tag_ in {"NNS", "NNPS"}:
            return token
        if token.pos_ in {"VERB", "AUX", "ADP", "PUNCT"}:
            break
    return head


def of_object(span: Span) -> Token | None:
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
    for _ in range(3):
        if noun.lemma_.lower() not in events().carriers | grammar().quantifiers:
            break
        prepositions = [child for child in noun.children if child.lower_ == "of"]
        objects = [child for preposition in prepositions for child in preposition.children if child.dep_ == "pobj"]
        if not objects or objects[0].like_num or objects[0].pos_ in {"NUM", "SYM"}:
            break
        if objects[0].pos_ == "PRON" and noun.lemma_.lower() in grammar().quantifiers:
            break
        noun = objects[0]
    return noun


def next_noun(span: Span) -> Token | None:
    """A noun within five tokens after the figure, where the parse missed it: the surface fallback."""
    if after_comma(span):
        return None
    for token in span.doc[span.end : span.end + 5]:
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.tag_ == "NNPS"):
            if token.head.pos_ == "NOUN" and token.dep_ == "compound" and token.head.i <= span.end + 5:
                token = token.head  # noqa: PLW2901 - the head of a compound is what is counted
            return token if is_counted(span, token) else None
        if token.pos_ not in {"ADJ", "PROPN", "NUM", "ADV"} and not (
            token.tag_ in {"VBN", "VBG", "HYPH"} or token.text in {'"', "-", "'"}
        ):
            return None
        if token.tag_ in {"VBN", "VBG"} and token.dep_ not in {"amod", "compound"}:
            return None
    return None


def shared_by_each(span: Span) -> Token | None:
    """What a rate is of, where its last number stands before it: "one in five buses"."""
    last = span[-1]
    after = last.head
    return after if last.dep_ == "nummod" and after.i >= span.end and after.pos_ == "NOUN" else None


def noun_behind_bounds(figure: Figure, span: Span) -> Token | None:
    """The noun behind the comma that ends two bounds: "more than half a million, but fewer than 600,000, cards"."""
    doc, end = span.doc, span.end
    if figure.kind is not FigureKind.RANGE or "," not in span.text or end + 1 >= len(doc) or doc[end].text != ",":
        return None
    return doc[end + 1] if doc[end + 1].tag_ == "NNS" else None


def noun_of_list(span: Span) -> Token | None:
    """The noun at the end of a list of numbers, which all of them count: "9, 12 and 14 people"."""
    doc, at, joined = span.doc, span.end, False
    while at + 1 < len(doc) and doc[at].lower_ in {",", "and", "or"} and doc[at + 1].like_num:
        joined = joined or doc[at].dep_ == "cc"
        at += 2
    return doc[at] if joined and at < len(doc) and doc[at].tag_ == "NNS" else None


def quantity_subject(token: Token) -> Token | None:
    """The counted noun of "the toll has risen to 80", "put the number of people affected at 143 million"."""
    node = token
    for _ in range(5):
        if node.dep_ == "ROOT":
            break
        parent = node.head
        if parent.pos_ in VERBS:
            return subject_of_amount(node, parent, token)
        if parent.pos_ == "NOUN" and (
            node.dep_ == "appos" or (node.dep_ == "prep" and node.lower_ in {"at", "to", "as", "from"})
        ):
            return misread_verb(parent) or through_carriers(parent)
        node = parent
    return None


def subject_of_amount(node: Token, verb: Token, token: Token) -> Token | None:
    """The noun whose amount a verb gives: its object before the figure, else its subject, the nearest first."""
    given = any(child.dep_ == "dobj" and child.i < token.i and child.pos_ == "NOUN" for child in verb.children)
    if verb.dep_ in PARTICIPLES and verb.head.pos_ == "NOUN" and verb.i < token.i and not given:
        return through_carriers(verb.head)
    if node.dep_ not in QUANTITY_LINKS and not (node.dep_ == "dobj" and verb_lemma(verb) in grammar().amounting):
        return None
    above = raised(verb)
    around = [*verb.children] if above is verb else [*above.children, *verb.children]
    before = [child for child in around if child.i < token.i and child.pos_ == "NOUN"]
    subjects = {"nsubjpass"} if verb_lemma(verb) in grammar().giving else {"nsubj", "nsubjpass"}
    for deps in ({"dobj"}, subjects):
        nearest = [child for child in before if child.dep_ in deps]
        if nearest:
            return through_carriers(nearest[-1])
    return None


def misread_verb(noun: Token) -> Token | None:
    """The subject of a verb that the parse took for a noun: in "reports of overheating stand at 131" it is reports."""
    if noun.lemma_.lower() not in {"stand", "total", "number"} or noun.dep_ != "pobj":
        return None
    owner = noun.head.head
    return owner if noun.head.lower_ == "of" and owner.pos_ == "NOUN" else None


def measured_noun(figure: Figure, span: Span, root: Token) -> Token | None:
    """What a sum of money or a measurement is of: "a bill of £3m", "the cost came to £265,000", "a 36-hour outage"."""
    inside = {token.i for token in span}
    top = span.root
    if figure.rule.startswith(MULTIPLIER):
        subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        return through_carriers(subject) if subject is not None and subject.pos_ in NOUNS else None
    if top.dep_ in NUMBER_DEPS and top.head.pos_ == "NOUN" and top.head.i not in inside and top.head.i > top.i:
        return top.head if is_counted(span, top.head) else None
    if top.dep_ == "pobj" and top.head.lower_ in {"of", "at", "to"} and top.head.head.pos_ == "NOUN":
        owner = through_carriers(top.head.head)
        return owner if is_plain_noun(owner) else None
    if figure.unit in TIME_UNITS:
        return lasting_subject(top) or lasting_subject(root)
    return purpose(span) or measured_subject(top)


def lasting_subject(token: Token) -> Token | None:
    """What lasts or takes as long; with other verbs a time is counted by its unit."""
    verb = governing_verb(token)
    lasting = verb is not None and verb_lemma(verb) in grammar().amounting | {"last", "take"}
    return quantity_subject(token) if lasting else None


def purpose(span: Span) -> Token | None:
    """What money is paid in, or what a length or volume is of: "£1.9m in compensation", "64 metres of track"."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is None or following.lower_ not in {"in", "of"}:
        return None
    objects = [child for child in following.children if child.dep_ == "pobj" and child.pos_ == "NOUN"]
    return objects[0] if objects and not is_time_adverbial(objects[0]) else None


def meant_by(pronoun: Token) -> Token | None:
    """What "it" was said of just before: the last subject that is one thing, not further back than a sentence."""
    start = pronoun.sent.start
    first = pronoun.doc[start - 1].sent.start if start > 0 else start
    for token in reversed(pronoun.doc[first : pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ == "NN":
            return token
    return None


def measured_subject(top: Token) -> Token | None:
    """The subject whose amount a verb such as "cost" or "come to" gives; whoever pays is not what a sum is of.

    Of a verb by which somebody gives a number it is what they value: "put the loss at £4m", "is estimated at £4m".
    """
    node = top
    for _ in range(4):
        if node.pos_ in VERBS:
            break
        if node.dep_ == "ROOT":
            return None
        node = node.head
    if node.pos_ in VERBS and verb_lemma(node) in grammar().giving:
        valued = [
            child for child in node.children if child.dep_ in {"dobj", "nsubjpass"} and child.i < top.right_edge.i
        ]
        at = any(child.lower_ == "at" and child.i < top.right_edge.i for child in node.children)
        if not at or not valued:
            return None
        thing = meant_by(valued[0]) if valued[0].lower_ == "it" else valued[0]
        return through_carriers(thing) if thing is not None and thing.pos_ == "NOUN" else None
    if node.pos_ not in VERBS or verb_lemma(node) not in grammar().amounting:
        return None
    over = raised(node)
    deps = {"nsubj", "csubj"} if over is node else {"nsubj", "nsubjpass", "csubj"}
    subjects = [child for child in over.children if child.dep_ in deps and child.i < top.i]
    return through_carriers(subjects[-1]) if subjects and subjects[-1].pos_ == "NOUN" else None
