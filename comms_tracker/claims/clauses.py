"""The smallest clause that carries an event and the thing counted, and the clauses that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS, tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What hangs on a verb and is a clause of its own, or joins one.
APART = frozenset({"conj", "cc", "parataxis", "advcl", "punct", "mark", "csubj", "discourse", "intj", "dep"})
JOINING = frozenset({"and", "but", "or", "that", "as", "while", "because"})
AFTERTHOUGHT = frozenset({"only", "mainly", "mostly", "all", "chiefly"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWN = "comms_tracker_own"
"""Where a parsed segment keeps which tokens belong to which."""


def clause_bounds(verb: Token, *needed: Token) -> tuple[int, int]:
    """Token bounds [first, last] of the verb's own clause, widened to the tokens that must be in it."""
    indices = own_tokens(verb).union(*(own_tokens(token) if token.pos_ not in VERBS else {token.i} for token in needed))
    return trim(verb.doc, min(indices), max(indices))


def own_tokens(head: Token) -> frozenset[int]:
    """The tokens under a head without the clauses that stand on their own beside it; found once for a parse."""
    kept: dict[int, frozenset[int]] = head.doc.user_data.setdefault(OWN, {})
    if head.i not in kept:
        # A list such as "5% of 5% of ..." is nested too deeply for a function that calls itself.
        waiting, below = [head], []
        while waiting:
            node = waiting.pop()
            own = own_children(node)
            below.append((node.i, own))
            waiting += [child for child in own if child.i not in kept]
        for place, own in reversed(below):
            kept[place] = frozenset({place}).union(*(kept[child.i] for child in own))
    return kept[head.i]


def own_children(head: Token) -> list[Token]:
    """What hangs on a head and is no clause that stands on its own beside it."""
    own: list[Token] = []
    for child in head.children:
        listed = child.dep_ == "conj" and (child.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"} or repeats(child, head))
        compared = child.dep_ == "advcl" and head.tag_ in {"JJR", "RBR"}
        if child.dep_ in APART and not (listed or compared):
            continue
        if child.dep_ == "ccomp" and (head.lemma_.lower() in grammar().reporting or parted(child, head)):
            continue
        edge = child.left_edge.i
        if child.dep_ == "relcl" and edge > head.i and edge > 0 and head.doc[edge - 1].text == ",":
            continue
        own.append(child)
    return own


def repeats(preposition: Token, head: Token) -> bool:
    """Whether a joined preposition goes on with one that its head is, or has: "to tenants, and to landlords"."""
    word = preposition.lower_
    again = (child.lower_ == word and child.i < preposition.i for child in head.children if child is not preposition)
    return preposition.pos_ in {"ADP", "SCONJ"} and (head.pos_ == preposition.pos_ or any(again))


def parted(child: Token, head: Token) -> bool:
    """Whether a mark parts two clauses that the parse puts one under the other: "9 were lost, 12 were damaged"."""
    first, last = sorted((child.i, head.i))
    marks = {token.text for token in head.doc[first:last]}
    return bool(marks & {";", ":"}) or (child.i < head.i and "," in marks and has_subject(child) and has_subject(head))


def semicolon_between(token: Token, head: Token) -> bool:
    """Whether a semicolon parts what the parse joins: what is said behind it is said by itself."""
    first, last = sorted((token.i, head.i))
    return any(between.text == ";" for between in head.doc[first:last])


def has_subject(verb: Token) -> bool:
    """Whether a clause has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def afterthought(noun: Token) -> Token | None:
    """What a comma adds to a noun to say which ones: "operations, those that relied on images"."""
    after = noun.doc[noun.i + 1 : noun.i + 5]
    if len(after) >= 3 and after[0].text == "," and after[1].lower_ in AFTERTHOUGHT:
        after = after[1:]
    if len(after) >= 3 and after[0].text in {",", *AFTERTHOUGHT} and after[1].lower_ in {"those", "ones"}:
        return after[1] if any(child.dep_ in {"relcl", "acl", "prep"} for child in after[1].children) else None
    return None


def trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The bounds without punctuation, conjunctions and unpaired quotation marks at their edges."""
    while first < last and (
        is_mark(doc[first]) or (doc[first].dep_ in {"cc", "mark"} and doc[first].lower_ in JOINING)
    ):
        first += 1
    while last > first and (is_mark(doc[last]) or doc[last].dep_ == "cc"):
        last -= 1
    return first, last


def is_mark(token: Token) -> bool:
    """Whether the token is punctuation or a space; a percent sign belongs to its number."""
    return (token.is_punct and token.text != "%") or token.is_space


def matrix_text(verb: Token) -> str:
    """The words of the clauses above a verb, where they govern it: "we believe", "the estimate we have is"."""
    words: list[str] = []
    node = verb
    while node.dep_ in {"ccomp", "xcomp", "acl", "pcomp"} and node.head.i != node.i:
        parent = node.head
        if semicolon_between(node, parent) or tells_the_reader(parent):
            break
        if parted(node, parent) and parent.lemma_.lower() not in grammar().reporting:
            break
        inside = {token.i for token in node.subtree if token.dep_ != "mark" or token.head.i != node.i}
        words = [token.text_with_ws for token in parent.subtree if token.i not in inside] + words
        node = parent
    return " ".join("".join(words).split())


def tells_the_reader(verb: Token) -> bool:
    """Whether the reader is said to know what follows, which is no less sure for it: "you may have heard that"."""
    return verb.lemma_.lower() in listed("addressee", "knowing") and any(
        child.dep_ in SUBJECTS and child.lower_ == "you" for child in verb.children
    )


def subject_of(verb: Token) -> Token | None:
    """The verb's subject, through coordinated verbs and the clause that governs an infinitive."""
    node = verb
    for _ in range(4):
        for child in node.children:
            if child.dep_ in SUBJECTS or (child.dep_ == "expl" and child.i < node.i):
                return child
        helping = (below for child in node.children if helps(child) for below in child.children)
        if (found := next((below for below in helping if below.dep_ in SUBJECTS), None)) is not None:
            return found
        if node.dep_ not in {"conj", "xcomp"} or node.head.pos_ not in VERBS:
            return None
        node = node.head
    return None


def helps(word: Token) -> bool:
    """Whether a subject may hang on a word that the parse takes for an auxiliary: "votes collected remain valid"."""
    return word.dep_ == "auxpass" or (word.dep_ == "aux" and word.tag_ == "VBN")


def raised(verb: Token) -> Token:
    """The verb above "to cost" that has its subject: "is expected to cost", "is likely to cost"; else the verb."""
    node = verb
    while node.dep_ == "xcomp" and not any(child.dep_ in SUBJECTS for child in node.children):
        above = node.head.head if node.head.dep_ == "acomp" else node.head
        passive = any(child.dep_ == "nsubjpass" for child in above.children)
        if above.pos_ not in VERBS or not (passive or node.head.dep_ == "acomp"):
            break
        node = above
    return node


def antecedent_subject(verb: Token) -> Token | None:
    """The subject, or for a relative clause the noun that it describes."""
    subject = subject_of(verb)
    if verb.dep_ in {"relcl", "acl"} and (subject is None or subject.lower_ in {"which", "that", "who"}):
        return verb.head
    return subject


def finite(verb: Token) -> bool:
    """Whether the verb, or an auxiliary of it, is tensed; "set" and "cut" are, where they have their own subject."""
    tags = tense(verb)
    if tags & {"VBD", "VBP", "VBZ", "MD"}:
        return True
    return tags == {"VB"} and verb.dep_ == "ROOT" and any(child.dep_ in SUBJECTS for child in verb.children)


def verbs_above(token: Token) -> Iterator[Token]:
    """The verb and the verbs that govern it within the sentence, the nearest first."""
    node = token
    while True:
        if node.pos_ in VERBS:
            yield node
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return
        node = node.head
