"""Who a claim is made by: the organisation, or another speaker such as a regulator or a union."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from comms_tracker.attribution.words import listed
from comms_tracker.claims.clauses import SUBJECTS, semicolon_between, subject_of
from comms_tracker.claims.organisation import kind_words, others
from comms_tracker.claims.outsiders import Heard, agents, issuer, may_mean, outsider
from comms_tracker.claims.patterns import places
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.speaker_nouns import FIRST_PERSON, is_body, kind_of
from comms_tracker.claims.verbs import VERBS, is_passive, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

BY_WHOSE = frozenset({"by", "in", "on"})
PUT_AT = frozenset({"at", "between", "to", "above", "below", "around", "as"})
PUT_HIGHER = frozenset({"higher", "lower", "closer", "nearer", "far", "nearly"})


def tells(token: Token) -> bool:
    """Whether a token is a verb of reporting, counting or finding, or of what a public body does."""
    return token.pos_ in VERBS and (tells_words(token) or verb_lemma(token) in others("acting"))


def speaker_of(token: Token, segment: Segment, telling: Sequence[Token], heard: Heard) -> str | None:
    """Another speaker's words for the claim at ``token``, or None where the organisation speaks.

    ``telling`` are the words of the sentence that :func:`tells` holds for; ``heard`` is what the sentences before
    leave: whom "it says" means, and whose the names are.
    """
    if segment.question:
        return segment.speaker
    above = list(upwards(token))
    aside: Token | None = None
    for node, below in above:
        branch = None if below is not None and below is aside else below
        if node.pos_ in VERBS:
            found = teller(node, branch, heard) if node in telling else None
            if found is None and tells_words(node) and speaks_apart(node):
                return None
        else:
            if is_our_paper(node) and branch is not None:
                return None
            found = issuer(node, heard) if is_paper_over(node, branch) else None
            aside = node if is_in_aside(node, branch) else None
        if found is not None:
            return found
    governing = {node.i for node, _ in above}
    for verb in telling:
        if verb.i not in governing and stands_beside(verb, governing) and (found := teller(verb, None, heard)):
            return found
    return according_to(token.sent, heard) or by_the_count_of(above, heard) or of_theirs(token, telling, heard)


def upwards(token: Token) -> Iterator[tuple[Token, Token | None]]:
    """The word and those above it, each with the one below by which it was reached, as far as no semicolon parts."""
    below: Token | None = None
    node = token
    while True:
        yield node, below
        if node.dep_ == "ROOT" or node.head.i == node.i or semicolon_between(node, node.head):
            return
        below, node = node, node.head


def teller(verb: Token, branch: Token | None, heard: Heard) -> str | None:
    """The other speaker who tells, counts or finds by ``verb`` what stands in the branch below it."""
    lemma = verb_lemma(verb)
    if branch is not None and not is_told(verb, branch):
        return None
    if lemma in others("answering") and not has_clause(verb, branch):
        return None
    if lemma in others("putting") and not puts_at(verb):
        return None
    if (lemma == "call" or (lemma == "count" and branch is not None)) and not (is_passive(verb) or takes_object(verb)):
        return None
    if lemma == "give" and not any(kind_of(child) in others("documents") for child in verb.children):
        return None
    if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return next((found for one in agents(verb) if (found := told_by(one, verb, None, heard)) is not None), None)
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        subject = verb.head
    return None if subject is None or subject.dep_ == "nsubjpass" else told_by(subject, verb, branch, heard)


def told_by(subject: Token, verb: Token, branch: Token | None, heard: Heard) -> str | None:
    """The other speaker whom the bearer of a telling verb is, or goes on with."""
    lemma = verb_lemma(verb)
    if (gone_on := goes_on(subject, heard)) is not None:
        return gone_on
    if not tells_words(verb) and not is_body(subject):
        return None
    if lemma in others("one_by_one") and subject.tag_ == "NNS" and (branch is None or branch.dep_ != "ccomp"):
        return None
    return outsider(subject, heard, verb)


def tells_words(verb: Token) -> bool:
    """Whether a verb is one of reporting, counting or finding."""
    lemma = verb_lemma(verb)
    return lemma in others("reporting") or lemma in others("telling")


def is_in_aside(node: Token, branch: Token | None) -> bool:
    """Whether a branch is an aside about the subject that tells: "the union, which has 900 members, said"."""
    if branch is None or branch.dep_ != "relcl" or node.dep_ not in SUBJECTS:
        return False
    edge = branch.left_edge.i
    return edge > 0 and node.doc[edge - 1].text == ","


def speaks_apart(verb: Token) -> bool:
    """Whether a verb of telling has its own subject and stands beside what governs it: "; the company says that"."""
    return verb.dep_ in {"conj", "parataxis", "advcl"} and any(child.dep_ == "nsubj" for child in verb.children)


def is_told(verb: Token, branch: Token) -> bool:
    """Whether what hangs in a branch is what the verb tells, and neither who tells it, nor to whom, nor when."""
    if branch.dep_ in SUBJECTS:
        return is_passive(verb)
    if branch.dep_ == "advcl":
        return branch.i > verb.i
    if branch.dep_ in {"dobj", "dative"} and verb_lemma(verb) in listed("with_hearer"):
        return False
    if branch.dep_ == "prep" and branch.lower_ == "to" and verb_lemma(verb) not in others("putting"):
        return False
    if branch.dep_ == "conj" and branch.i > verb.i:
        own = [child for child in branch.children if child.dep_ in SUBJECTS]
        counts = verb_lemma(verb) in others("counting")
        says = not counts and any(child.dep_ == "ccomp" for child in verb.children)
        return not own or (says and not any(child.lower_ in FIRST_PERSON for child in own))
    return True


def has_clause(verb: Token, branch: Token | None) -> bool:
    """Whether what the verb answers is a clause in the branch, or any where it is looked at from above."""
    answered = [branch] if branch is not None else list(verb.children)
    return any(child.dep_ in {"ccomp", "xcomp"} for child in answered)


def takes_object(verb: Token) -> bool:
    """Whether a verb has something that it counts or calls: to "count towards" a total tells nothing."""
    return any(child.dep_ in {"dobj", "oprd", "ccomp"} for child in verb.children)


def puts_at(verb: Token) -> bool:
    """Whether the verb puts an amount at a number: "put the loss at £3m", "put it far higher"."""
    below = (token for token in verb.subtree if token.i > verb.i)
    return any((token.dep_ == "prep" and token.lower_ in PUT_AT) or token.lower_ in PUT_HIGHER for token in below)


def is_paper_over(node: Token, branch: Token | None) -> bool:
    """Whether what hangs in a branch is what a paper says: "the union's claim that 400 left", its "figure of 40"."""
    if branch is None or node.pos_ == "PROPN" or kind_of(node) not in others("documents"):
        return False
    return branch.dep_ in {"acl", "ccomp", "relcl"} or (branch.dep_ == "prep" and branch.lower_ == "of")


def is_our_paper(node: Token) -> bool:
    """Whether a noun is an account or a figure of the organisation's own: "our figure of 40"."""
    return kind_of(node) in others("documents") and any(child.lower_ == "our" for child in node.children)


def of_theirs(token: Token, telling: Sequence[Token], heard: Heard) -> str | None:
    """The speaker before, where the figure is of those whom they spoke of and nobody else speaks: "Thirty of them"."""
    if telling or heard.last is None:
        return None
    below = (thing for child in token.children if child.lower_ == "of" for thing in child.children)
    return heard.last if any(thing.lower_ in {"them", "these", "those"} for thing in below) else None


def by_the_count_of(above: Sequence[tuple[Token, Token | None]], heard: Heard) -> str | None:
    """The other speaker of "by the union's count" and "on Ofwat's figures"."""
    for node, _ in above:
        for child in node.children:
            if child.dep_ != "prep" or child.lower_ not in BY_WHOSE:
                continue
            objects = [below for below in child.children if below.dep_ == "pobj"]
            papers = [paper for paper in objects if kind_of(paper) in others("reckonings")]
            for owner in (below for paper in papers for below in paper.children if below.dep_ == "poss"):
                found = outsider(owner, heard)
                if owner.lower_ in others("going_on"):
                    found = first_named(token_before=owner, heard=heard)
                if found is not None:
                    return found
    return None


def first_named(token_before: Token, heard: Heard) -> str | None:
    """The other speaker whom a sentence has named before a pronoun in it, else whom the sentence goes on with."""
    before = (token for token in token_before.sent if token.i < token_before.i and token.dep_ in SUBJECTS)
    found = next((words for one in before if (words := outsider(one, heard, one.head)) is not None), heard.last)
    return found if found is not None and may_mean(token_before.lower_, found) else None


def goes_on(subject: Token, heard: Heard) -> str | None:
    """The speaker whom a subject points back to: "it says", "its secretary said", "the group", "the agency"."""
    pointing = [subject, *(child for child in subject.children if child.dep_ == "poss")]
    for word in (token.lower_ for token in pointing if token.lower_ in others("going_on")):
        return heard.last if heard.last is not None and may_mean(word, heard.last) else None
    before = [child for child in subject.children if child.i < subject.i]
    definite = len(before) == 1 and before[0].lower_ in {"the", "this", "that"}
    if not definite or subject.tag_ not in {"NN", "NNP"} or kind_of(subject) in kind_words(heard.organisation):
        return None
    if heard.last is not None and kind_of(subject) in others("going_on_as"):
        return heard.last
    return heard.called(subject.lower_.capitalize())


def according_to(sentence: Span, heard: Heard) -> str | None:
    """The other speaker of "according to the union"."""
    if not (found := places("according_to", sentence.doc)):
        return None
    named = (token for token in map(sentence.doc.__getitem__, sorted(found)) if token.sent == sentence)
    return next((words for one in named if (words := outsider(one, heard, one.head)) is not None), None)


def stands_beside(verb: Token, above: set[int]) -> bool:
    """Whether a reporting verb stands beside a claim ("..., the union said"), whose governing words are ``above``."""
    if verb.dep_ not in {"parataxis", "ccomp"} or verb.head.i not in above or semicolon_between(verb, verb.head):
        return False
    return not any(child.dep_ in {"ccomp", "mark"} for child in verb.children)
