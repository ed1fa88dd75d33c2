"""The smallest clause that carries an event and the thing counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# What hangs on a verb and is a clause of its own, or joins one.
APART = frozenset({"conj", "cc", "parataxis", "advcl", "punct", "mark", "csubj", "discourse", "intj", "dep"})
REPORTING = frozenset({
    "say", "tell", "add", "announce", "report", "confirm", "admit", "acknowledge", "accept", "concede", "explain", "insist", "claim", "state", "warn", "note", "reveal",
    "disclose", "stress", "write", "reply", "grant", "argue", "describe", "declare", "caution", "promise", "believe", "think", "know", "understand", "estimate", "expect",
    "mean", "show", "suggest", "indicate", "find", "let", "ensure", "see", "regret", "speak",
})  # fmt: skip


def clause_bounds(verb: Token, *needed: Token) -> tuple[int, int]:
    """Token bounds [first, last] of the verb's own clause, widened to the tokens that must be in it."""
    indices = own_tokens(verb)
    for token in needed:
        indices.update(own_tokens(token) if token.pos_ not in {"VERB", "AUX"} else {token.i})
    return trim(verb.doc, min(indices), max(indices))


def own_tokens(head: Token) -> set[int]:
    """The tokens under a head without the clauses that stand on their own beside it."""
    indices = {head.i}
    for child in head.children:
        if child.dep_ in APART and not (child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}):
            continue
        if child.dep_ == "ccomp" and head.lemma_.lower() in REPORTING:
            continue
        if (
            child.dep_ == "relcl"
            and child.left_edge.i > head.i
            and child.left_edge.i > 0
            and head.doc[child.left_edge.i - 1].text == ","
        ):
            continue
        indices |= own_tokens(child)
    return indices


def trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The bounds without punctuation, conjunctions and unpaired quotation marks at their edges."""
    while first < last and (
        doc[first].is_punct
        or doc[first].is_space
        or (
            doc[first].dep_ in {"cc", "mark"}
            and doc[first].lower_ in {"and", "but", "or", "that", "as", "while", "because"}
        )
    ):
        first += 1
    while last > first and (doc[last].is_punct or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    return first, last


def matrix_text(verb: Token) -> str:
    """The words of the clauses above a verb, where they govern it: "we believe", "the estimate we have is"."""
    words: list[str] = []
    node = verb
    while node.dep_ in {"ccomp", "xcomp", "acl", "pcomp"} and node.head.i != node.i:
        parent = node.head
        inside = {token.i for token in node.subtree}
        words = [token.text for token in parent.subtree if token.i not in inside] + words
        node = parent
    return " ".join(words)


def subject_of(verb: Token) -> Token | None:
    """The verb's subject, through coordinated verbs and the clause that governs an infinitive."""
    node = verb
    for _ in range(4):
        for child in node.children:
            if (child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i < node.i) or child.dep_ in {
                "nsubj",
                "nsubjpass",
            }:
                return child
        if node.dep_ in {"conj", "xcomp"} and node.head.pos_ in {"VERB", "AUX"}:
            node = node.head
            continue
        return None
    return None


def finite(verb: Token) -> bool:
    """Whether the verb, or an auxiliary of it, is tensed."""
    tags = {verb.tag_} | {child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return bool(tags & {"VBD", "VBP", "VBZ", "MD"})


def sentence_of(doc: Doc, start: int) -> Span:
    """The sentence that holds the token."""
    return doc[start].sent
