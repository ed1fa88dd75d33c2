"""What a claim counts, in parts: the noun, its scope, and the phrase that phrase vectors are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import afterthought
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.verbs import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from comms_tracker.claims.anchors import Anchor

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
PERSON_RELATIVES = frozenset({"who", "whose", "whom"})
PLURALS_IN_ES = ("ches", "shes", "sses", "xes")


def noun_lemma(noun: Token) -> str:
    """The singular lemma of a counted noun: "people" is person, "members of staff" are staff."""
    lemma = noun.lemma_.lower()
    own = grammar().lemmas
    lemma = own.get(lemma, own.get(noun.lower_, lemma))
    if lemma == "member":
        staff = next((token for token in noun.subtree if token.i > noun.i and token.lower_ == "staff"), None)
        return "staff" if staff is not None else lemma
    if noun.tag_ in {"NNS", "NNPS"} and lemma == noun.lower_ and lemma not in own:
        lemma = singular(lemma)
    return hyphened(noun, lemma)


def hyphened(noun: Token, lemma: str) -> str:
    """The lemma with what a hyphen ties to a particle that ends the noun: "check-ups" are check-ups and no ups."""
    dash = noun.doc[noun.i - 1] if noun.i > 1 else noun
    before = noun.doc[noun.i - 2] if noun.i > 1 else noun
    tied = dash.text == "-" and not dash.whitespace_ and not before.whitespace_
    return f"{before.lower_}-{lemma}" if tied and lemma in grammar().particles else lemma


def singular(word: str) -> str:
    """A plural that the lemmatizer left as it was, made singular by spelling alone."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(PLURALS_IN_ES):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def scope_of(noun: Token | None, figure_tokens: range, text: str) -> tuple[str, ...]:
    """The restrictions on a counted noun in the statement's own words: adjectives, "of ..." and relative clauses.

    ``text`` is the segment that was parsed, whose words may differ from the parse's ("£8m" is parsed as "£80").
    """
    if noun is None:
        return ()
    found = [
        words_under(child, text)
        for child in noun.children
        if child.i not in figure_tokens and restricts(child) and not holds_figure(child, figure_tokens)
    ]
    added = afterthought(noun)
    if added is not None and added.i not in {child.i for child in noun.children if restricts(child)}:
        found.append(words_under(added, text))
    return tuple(dict.fromkeys(words for words in found if words))


def restricts(child: Token) -> bool:
    """Whether what hangs on a counted noun says which ones are meant."""
    if child.dep_ in {"amod", "compound", "nmod"}:
        lemma = child.lemma_.lower()
        return child.pos_ != "NUM" and lemma not in grammar().quantity_adjectives and not child.like_num
    if child.dep_ == "prep":
        return child.lower_ in grammar().restricting
    if child.dep_ == "appos":
        return child.lower_ in {"those", "all", "mainly", "mostly"}
    return child.dep_ in {"relcl", "acl"} and not says_whose(child)


def says_whose(clause: Token) -> bool:
    """Whether a clause that the parse hangs on a noun says whose words these are: ", director Joss Hale said"."""
    first = clause.left_edge
    if clause.dep_ != "relcl" or clause.lemma_.lower() not in grammar().reporting or first.tag_ in {"WDT", "WP", "WP$"}:
        return False
    return first.i > 0 and first.nbor(-1).text == ","


def holds_figure(child: Token, figure_tokens: range) -> bool:
    """Whether the figure itself stands among the words, so that they restrict nothing."""
    return child.left_edge.i < figure_tokens.stop and child.right_edge.i >= figure_tokens.start


def words_under(head: Token, text: str) -> str:
    """The words under a token, as they stand in the segment's text."""
    last = head.doc[head.right_edge.i]
    return text[head.doc[head.left_edge.i].idx : last.idx + len(last)].strip(" ,;.\"'")


def phrase_of(
    counted: str | None,
    event: str | None,
    words: Iterable[Token],
    figure_tokens: range,
    beside: Sequence[str] = (),
) -> str:
    """The normalised phrase of what is counted: noun and event first, then the content lemmas of the clause.

    ``beside`` are the nouns that "and" and "or" join to it; they stand before the event. Phrase vectors are made of
    it, and its words are what alignment compares.
    """
    parts = [part for part in (counted, *beside, event) if part]
    parts += [
        noun_lemma(token) if token.pos_ == "NOUN" else verb_lemma(token)
        for token in words
        if token.i not in figure_tokens
        and token.pos_ in CONTENT
        and token.is_alpha
        and not token.is_stop
        and token.lemma_.lower() not in grammar().empty
    ]
    return " ".join(dict.fromkeys(parts))


def joined(noun: Token | None) -> tuple[str, ...]:
    """The lemmas of the nouns that are joined to one: "addresses, passwords and card details were not part of it"."""
    found: list[str] = []
    while noun is not None:
        noun = next((child for child in noun.children if child.dep_ == "conj" and child.pos_ == "NOUN"), None)
        if noun is not None:
            found.append(noun_lemma(noun))
    return tuple(found)


def describes_people(hung: Anchor) -> bool:
    """Whether the words after a bare number can only be said of persons: "40 million whose keys"."""
    words = following_words(hung, 4)
    relatives = words[:1] + (words[2:3] if words[:2] == ["of", "those"] else [])
    return bool(set(relatives) & PERSON_RELATIVES)


def names_those(hung: Anchor) -> bool:
    """Whether a bare number is of "those": "76% of those cut off"."""
    return following_words(hung, 2) == ["of", "those"]


def following_words(hung: Anchor, count: int) -> list[str]:
    """The words after the figure, folded."""
    return [token.lower_ for token in hung.span.doc[hung.span.end : hung.span.end + count]]
