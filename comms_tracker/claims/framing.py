"""What the words above a clause make of it: "we deny that", "we cannot be certain that", "it has been claimed that"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import clause_bounds, subject_of
from comms_tracker.claims.ignorance import QUESTIONS
from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS, is_passive, tense, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

GOVERNED = frozenset({"ccomp", "acl"})
HANDED_ON = frozenset({"acomp", "oprd", "xcomp"})
ABLE = frozenset({"can", "ca", "could"})
NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
NO = frozenset({"no", "neither"})
UNABLE = frozenset({"able", "position", "unable"})


class Stance(StrEnum):
    """How what stands in a clause is meant: as not so, as so after all ("nobody denies that"), as not known to be so,
    or as not said by the statement at all."""

    DENIED = "denied"
    GRANTED = "granted"
    OPEN = "open"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Frame:
    """The stance that the clause of ``top`` takes to one that it governs."""

    top: Token
    stance: Stance

    @property
    def first(self) -> int:
        """The first token of the words that take the stance."""
        return clause_bounds(self.top)[0]

    @property
    def by_nobody(self) -> bool:
        """Whether what is told is said to have been said by nobody in particular, or by nobody at all."""
        spoken = verb_lemma(self.top) in words("saying") | words("rumoured")
        return self.stance is Stance.UNSAID and spoken

    def words_before(self, verb: Token) -> str:
        """The words that take the stance, up to the clause of ``verb``: "we cannot be sure that"."""
        return self.top.doc[self.first : verb.left_edge.i].text.lower()


def frame_of(verb: Token) -> Frame | None:
    """The frame that a verb's clause stands in, or None where the clause is said outright, or as something known."""
    clause = first_of_row(verb)
    if clause.dep_ not in GOVERNED or clause.head.i > clause.i or asks(clause):
        return None
    above = clause.head
    if above.pos_ in {"NOUN", "PROPN"} or above.dep_ in {"dobj", "pobj"}:
        return _of_tidings(above)
    path = _path(above)
    top = path[-1]
    if top.pos_ not in VERBS:
        return None
    stance = _stance(path, verb)
    return None if stance is None else Frame(top, stance)


def asks(clause: Token) -> bool:
    """Whether a clause is a question that the words above it put: "could not tell us where the drums had gone"."""
    opening = [token.lower_ for token in clause.doc[clause.left_edge.i : clause.left_edge.i + 4]]
    return opening[0] != "that" and not QUESTIONS.isdisjoint(opening)


def first_of_row(verb: Token) -> Token:
    """The clause that a clause is joined to: "we deny that it was unsafe and that anybody was hurt"."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ in VERBS:
        node = node.head
    return node


def _path(above: Token) -> list[Token]:
    """The word above a clause and those that it hangs on: "sure", "be"; "confirm", "unable", "are"."""
    path = [above]
    while path[-1].dep_ in HANDED_ON and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    return path


def _of_tidings(noun: Token) -> Frame | None:
    """The frame of what is only said to have been claimed: "we reject the suggestion that", "no guarantee that"."""
    name, node = noun.lemma_.lower(), noun
    while node.pos_ not in VERBS and node.dep_ != "ROOT":
        node = node.head
    if node.pos_ not in VERBS or noun.i < node.i:
        return None
    if name in words("surety") and any(child.lower_ == "no" for child in noun.children):
        return Frame(node, Stance.OPEN)
    if name not in words("tidings"):
        return None
    if verb_lemma(node) in words("rejecting") and not _negated(node):
        return Frame(node, Stance.DENIED)
    # "There is no truth in the claim that" is read as it stands.
    return None if verb_lemma(node) == "be" else Frame(node, Stance.UNSAID)


def _stance(path: list[Token], verb: Token) -> Stance | None:
    top = path[-1]
    named = {verb_lemma(token) if token.pos_ in VERBS else token.lemma_.lower() for token in path}
    told = {child.lemma_.lower() for child in top.children if child.dep_ in {"acomp", "attr"}}
    awaited = any(child.lower_ == "yet" for child in top.children) and path[0] is not top
    if not (_negated(top) or "unable" in named or awaited):
        return _stance_of_plain(path, named, told, verb)
    if named & words("rejecting"):
        return Stance.GRANTED
    if named & words("accepting"):
        return Stance.DENIED
    if (named | told) & words("certain"):
        return Stance.OPEN
    able = any(child.lower_ in ABLE for token in path for child in token.children if child.dep_ == "aux")
    if named & (words("confirming") | words("saying")) and (able or named & UNABLE):
        return Stance.OPEN
    subject = subject_of(top)
    heard = "tell" not in named or is_nobody(subject) or is_passive(top)
    someone = subject is not None and subject.lower_ != "nothing"
    return Stance.UNSAID if named & words("saying") and heard and someone and not able else None


def _stance_of_plain(path: list[Token], named: set[str], told: set[str], verb: Token) -> Stance | None:
    """The stance of words that are not negated themselves."""
    top, subject = path[-1], subject_of(path[-1])
    it = subject is not None and subject.lower_ == "it"
    if named & (words("rejecting") | {"doubt"}):
        return Stance.DENIED
    taken_back = any(token.lower_ == "of" for token in top.doc[top.i : path[0].i])
    if it and not taken_back and (told & words("untrue") or (told & words("wrong") and path[0] is not top)):
        return Stance.DENIED
    if it and is_passive(top) and named & words("rumoured"):
        return Stance.UNSAID
    past = "VBD" in tense(verb)
    sought = named & {"ensure", "check", "wish"} or (path[0].lower_ == "sure" and path[0].head.lemma_ == "make")
    return Stance.UNSAID if sought and past else None


def _negated(verb: Token) -> bool:
    return negated(verb) or is_nobody(subject_of(verb))


def is_nobody(subject: Token | None) -> bool:
    """Whether the subject is nobody, whatever is denied of it beside: "the union, which was not asked"."""
    if subject is None:
        return False
    return subject.lower_ in NOBODY or any(child.lower_ in NO and child.i < subject.i for child in subject.children)


def words(name: str) -> frozenset[str]:
    """A word list of lexicon/selection.toml's part on frames."""
    return listed("frame", name)
