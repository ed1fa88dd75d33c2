"""Figures of an account that was given before: "an earlier bulletin put it at 400", "the 12 announced in May"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from comms_tracker.calendar_names import is_month, is_weekday, month_number
from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.clauses import SUBJECTS, semicolon_between, subject_of
from comms_tracker.claims.restatement import HELD_TO
from comms_tracker.claims.retellings import OURSELVES
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS, is_passive, tense, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_CLAUSES = 6
"""Heads that are looked at above a figure; what is told lies nearer."""
SPANS = frozenset({"week", "month", "year"})
PARTS_OF_A_SPAN = SPANS | {"beginning", "end", "middle", "start"}
PRESENT = frozenset({"currently", "now", "today"})
PARTS_OF_A_NUMBER = frozenset({"nummod", "quantmod", "compound", "advmod", "amod", "det"})
OUR = frozenset({"our", "my", "its", "their"})


def given_before(hung: Anchor, issued: str | None) -> bool:
    """Whether the words around a figure say, in whatever order, that an earlier account gave it.

    ``issued`` is the day of the statement: "the trust said in May" is no earlier account in a statement of May.
    """
    before = hung.span.doc[hung.root.sent.start : hung.span.start].text
    if HELD_TO.search(before.lower()) is not None:
        return False
    told = (hung.root, *given_with(hung))
    return any(earlier_account(verb, issued) for number in told for verb in telling(number, hung.elided)) or any(
        of_an_account(noun, hung, issued) for noun in nouns_over(hung)
    )


def given_with(hung: Anchor) -> Iterator[Token]:
    """The bare numbers of its clause that a bare figure is given after: "412 in March and 389 three weeks later"."""
    sentence = hung.root.sent
    doc, after = sentence.doc, hung.span.end
    if not hung.elided or (after < sentence.end and doc[after].lower_ in PRESENT):
        return
    joined = False
    for token in reversed(doc[sentence.start : hung.span.start]):
        if token.pos_ in VERBS or token.dep_ in SUBJECTS:
            return
        if joined and token.like_num and token.dep_ not in PARTS_OF_A_NUMBER:
            yield token
        joined = joined or token.lower_ in {",", "and", "then"}


def telling(number: Token, bare: bool) -> Iterator[Token]:
    """The verbs of giving whose content a number is: "said that 40 were", "put the number at 40", "stated 40".

    ``bare`` says that nothing is named beside it, so that the number is what was given.
    """
    arm = number
    for _ in range(MOST_CLAUSES):
        verb = arm.head
        if verb.i == arm.i or semicolon_between(arm, verb):
            return
        if verb.pos_ in VERBS and gives(verb, arm, bare and arm.i == number.i):
            yield verb
        arm = verb


def gives(verb: Token, arm: Token, bare: bool) -> bool:
    """Whether an arm of a verb is what it tells, and not to whom, or when; what is bare may also be confirmed."""
    lemma = verb_lemma(verb)
    if arm.dep_ == "ccomp":
        return lemma in listed("account", "clauses") and not is_of_the_last_number(verb, arm)
    if arm.dep_ in {"dobj", "nsubjpass"}:
        return lemma in listed("account", "objects") or (bare and lemma in listed("account", "bare_objects"))
    return arm.dep_ == "prep" and f"{lemma} {arm.lower_}" in listed("account", "prepositions")


def is_of_the_last_number(verb: Token, content: Token) -> bool:
    """Whether a verb that the parse takes for one that tells all before it only says which number is meant.

    "It is £75, up from the £50 we announced": what is told first has a comma or a quotation mark behind it.
    """
    subject = subject_of(verb)
    return content.i < verb.i and subject is not None and not verb.doc[subject.left_edge.i - 1].is_punct


def earlier_account(verb: Token, issued: str | None) -> bool:
    """Whether a verb of giving tells what was given before: by us, to somebody, or in a text of ours."""
    tags = tense(verb)
    first = at_first(verb)
    if verb.tag_ == "VBN" and tags == {"VBN"}:
        return first
    if "VBD" not in tags:
        return False
    if first:
        return True
    if any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children):
        return verb_lemma(verb) in listed("account", "supposing")
    subject = subject_of(verb)
    if subject is None:
        return False
    if subject.lemma_.lower() in listed("retelling", "texts") and not is_passive(verb):
        known = {token.lower_ for token in subject.subtree} & OUR and subject.lemma_.lower() not in listed(
            "account", "inquiries"
        )
        return bool(known) or is_earlier(subject, issued)
    told = is_passive(verb) and verb_lemma(verb) in listed("retelling", "telling")
    ours = subject.lower_ in OURSELVES and not is_passive(verb)
    return then(verb, issued, by_day=ours or told) or ((ours or told) and in_our_text(verb))


def at_first(verb: Token) -> bool:
    """Whether it was so given at first, or wrongly; "first said one thing and then another" is all said now."""
    words = {child.lower_ for child in verb.children if child.dep_ == "advmod"} & listed("account", "first")
    if any(
        child.lower_ == "at" and any(below.lower_ == "first" for below in child.children) for child in verb.children
    ):
        return True
    return bool(words) and (words != {"first"} or all(token.lower_ != "then" for token in verb.sent))


def in_our_text(verb: Token) -> bool:
    """Whether it was said, or stands, in a text of ours: "in our letter of 3 June", "the figure on our page"."""
    for preposition in (child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"in", "on"}):
        for noun in (child for child in preposition.children if child.lemma_.lower() in listed("retelling", "texts")):
            return any(child.lower_ in OUR or child.lower_ in listed("account", "earlier") for child in noun.children)
    return False


def nouns_over(hung: Anchor) -> Iterator[Token]:
    """What the figure counts, or the figure itself, and the noun that it is the "of" of: "the figure of 40 boats"."""
    node = hung.root
    for _ in range(MOST_CLAUSES):
        if node.dep_ in PARTS_OF_A_NUMBER and node.head.i != node.i:
            node = node.head
            continue
        yield node
        if node.dep_ != "pobj" or node.head.lower_ != "of":
            return
        node = node.head.head


def of_an_account(noun: Token, hung: Anchor, issued: str | None) -> bool:
    """Whether a noun is an earlier account's: "our first estimate of 40", "the 84 stated in August"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if over.lemma_.lower() not in listed("account", "accounts") or over.i == hung.root.i:
        over = noun
    account = over.lemma_.lower() in listed("account", "accounts") and over.i != hung.root.i
    if account and any(is_earlier(over, issued) or in_our_text(word) for word in (over, noun)):
        return True
    definite = any(child.lower_ in {"the", *OUR} for child in over.children if child.i < over.i)
    bare = account or (hung.span.start <= noun.i < hung.span.end)
    return definite and any(was_given(verb, bare, issued) for verb in noun.children if verb.dep_ in {"acl", "relcl"})


def was_given(verb: Token, bare: bool, issued: str | None) -> bool:
    """Whether a noun's own clause says that it was given before; things are given too, numbers only told."""
    lemma = verb_lemma(verb)
    if lemma not in listed("account", "given") or (lemma in {"give", "set", "issue"} and not bare):
        return False
    past = tense(verb) & {"VBD", "VBN"} and not tense(verb) & {"VBZ", "VBP", "MD"}
    return bool(past) and (at_first(verb) or then(verb, issued, by_day=True) or in_our_text(verb))


def is_earlier(noun: Token, issued: str | None) -> bool:
    """Whether a text or an account is called an earlier one: "an earlier bulletin", "Saturday's figure"."""
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in listed("account", "earlier"):
            return True
        if child.dep_ in {"poss", "nmod", "compound"} and names_a_time(child, issued, by_day=True):
            return True
    return then(noun, issued, by_day=True)


def then(head: Token, issued: str | None, by_day: bool) -> bool:
    """Whether a time hangs on the words that lies before the statement; ``by_day`` lets a day of the week be one."""
    for child in head.children:
        if child.dep_ in {"npadvmod", "advmod"} and names_a_time(child, issued, by_day):
            return True
        placed = child.dep_ == "prep" and child.lower_ in {"in", "on", "of", "at"}
        for thing in child.children if placed else ():
            if thing.dep_ in {"pobj", "amod"} and names_a_time(thing, issued, by_day):
                return True
    return False


def names_a_time(token: Token, issued: str | None, by_day: bool) -> bool:
    """Whether a word names a month other than the statement's, or, ``by_day``, any day, month or week before."""
    word = token.lower_
    if is_weekday(word) or word in {"yesterday", "first"}:
        return by_day
    if word in PARTS_OF_A_SPAN and of_a_time(token, issued, by_day):
        return True
    if word in SPANS:
        return by_day and any(child.lower_ in {"last", "previous"} for child in token.children)
    if not is_month(word) or not token.text[0].isupper():
        return False
    dated = any(child.like_num for child in token.children)
    return (by_day and dated) or issued is None or date.fromisoformat(issued[:10]).month != month_number(word)


def of_a_time(part: Token, issued: str | None, by_day: bool) -> bool:
    """Whether a part of a time is that of one that lies before the statement: "the first week of March"."""
    return any(
        names_a_time(thing, issued, by_day)
        for child in part.children
        if child.dep_ == "prep" and child.lower_ in {"in", "of"}
        for thing in child.children
    )
