"""Clauses without a figure that affirm an impact, a cause, a remedy or a state that a reader would follow."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims.assurances import assures_of
from comms_tracker.claims.cases import tells_a_case
from comms_tracker.claims.causes import gives_cause
from comms_tracker.claims.commitments import commits, was_done
from comms_tracker.claims.courses import runs_so
from comms_tracker.claims.events import events
from comms_tracker.claims.foreknowledge import knew_of_it
from comms_tracker.claims.patterns import places, stands_in
from comms_tracker.claims.polarity import fails_its_purpose, negated
from comms_tracker.claims.rules import listed
from comms_tracker.claims.sanctions import sanctions
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, tense, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "state")
STATING = frozenset({"be", "remain", "stay", "become", "go"})
REMAINING = frozenset({"remain", "remains", "remained", "stay", "stays", "stayed"})
BROKEN = frozenset({"disrupt", "damage"})
IT = frozenset({"it", "they", "both"})
MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
HOURS = re.compile(
    r"\b(?:opens?|closes?|(?:is|are) open)\b[^.;]*?"
    r"\b(?:from|at|until|till|between) (?:\d{1,2}(?::\d\d| ?[ap]\.?m)|noon|midnight)",
    re.I,
)
"""When a place is open: "closes at 6pm"."""
COMPARED = re.compile(
    r"\bthan (?:we|our|the|it|first|initially|originally|previously|feared|expected|reported)\b", re.I
)


@cache
def either(*names: str) -> re.Pattern[str]:
    """One pattern for phrase lists of the event lexicon's states, or for the words of a state list."""
    states, own = lexicon.table("events")["states"], lexicon.table("selection")["state"]
    parts = [phrase for name in names for phrase in (states.get(name) or own[name])]
    return re.compile(r"\b(?:" + "|".join(parts) + r")\b", re.I)


def affirms(verb: Token, subject: Token | None, event: str | None, clause: str) -> bool:
    """Whether the clause affirms impact, cause, restoration or a state of something named."""
    if moves(verb, subject, clause) or names_cause(verb, subject, event, clause):
        return True
    if stands_in("some_evidence", verb.doc[verb.left_edge.i : verb.right_edge.i + 1]):
        return True
    if (
        subject is None
        or subject.lower_ in {"that", "which"}
        or (verb.dep_ not in MAIN and not fails_its_purpose(verb))
    ):
        return erred_relative(verb, clause)
    if fares(verb, subject):
        return False
    if fails_its_purpose(verb) or tells_a_case(verb, subject, event, clause) or knew_of_it(verb, subject, clause):
        return True
    if breaks_rules(verb) or sanctions(verb, subject, clause) or runs_so(verb, subject, clause):
        return True
    if (verb_lemma(verb) == "pay" and promises(verb, subject)) or commits(verb, subject, event):
        return True
    if subject.lower_ in IT and verb.dep_ == "ROOT" and not is_modal(verb) and is_state(verb, event, clause):
        return True
    if assures_of(verb, subject, clause) and subject.lemma_.lower() not in words("skip_subjects"):
        return True
    if subject.pos_ == "PRON" or subject.lemma_.lower() in words("skip_subjects") or is_beside(verb, subject):
        return False
    if is_modal(verb):
        return hedged_harm(verb, event) or (promises(verb, subject) and not (serves(subject) and either_open(event)))
    if (serves(subject) and either_open(event)) or HOURS.search(clause) is not None:
        return False
    return (
        is_state(verb, event, clause)
        or is_remedy(verb, event)
        or was_done(verb, subject)
        or was_checked(verb, event, clause)
        or is_harm(verb, event)
        or errs(verb, clause)
    )


def names_cause(verb: Token, subject: Token | None, event: str | None, clause: str) -> bool:
    """Whether the clause says what caused the matter."""
    if verb.i in places("names_cause", verb.doc) and not is_regretted(verb):
        return True
    return verb.dep_ in MAIN and not negated(verb) and gives_cause(verb, subject, event, clause)


def is_regretted(verb: Token) -> bool:
    """Whether a relative clause only says what was caused to whom we apologise: "the worry that this has caused"."""
    return (
        verb.dep_ in {"relcl", "acl"} and verb_lemma(verb) == "cause" and not is_passive(verb) and not has_object(verb)
    )


def is_beside(verb: Token, subject: Token) -> bool:
    """Whether the clause is inside what describes somebody ("families who believe ..."), or says what each one gets."""
    inside = verb.dep_ == "ccomp" and verb.head.dep_ in {"relcl", "acl"}
    return inside or any(token.lower_ in {"each", "every", "how"} for token in subject.subtree if token.i < subject.i)


def is_state(verb: Token, event: str | None, clause: str) -> bool:
    """Whether something is said to be in a state: "systems are back", "a man is in a serious condition"."""
    known = events()
    told = [token for token in verb.children if token.dep_ in {"acomp", "attr", "oprd", "advmod"}]
    if any(token.tag_ in {"JJR", "RBR"} for token in told):
        return False
    if remains(verb) and (known.plays(event, "harm") or verb.lower_ in known.harm_states | known.well_states):
        return True
    if any(token.dep_ == "attr" and is_alone(token) for token in told):
        return True
    states = {token.lemma_.lower() for token in told}
    stated = bool((states | {event or ""}) & (known.harm_states | known.well_states))
    if stated and verb_lemma(verb) in STATING | known.harm_states:
        return True
    going = verb_lemma(verb) in STATING | words("going")
    return going and either("harm_phrases", "well_phrases").search(clause) is not None


def is_alone(noun: Token) -> bool:
    """Whether a thing is said to be the only one of its kind: "is the only building with asbestos"."""
    sole = any(child.lower_ in {"only", "sole"} and child.dep_ == "amod" for child in noun.children)
    limited = any(child.dep_ in {"prep", "relcl", "acl"} for child in noun.children)
    return sole and limited and noun.lemma_.lower() not in words("abstract")


def remains(verb: Token) -> bool:
    """Whether a participle is what something remains: "the line remains shut down"."""
    return any(child.dep_ == "auxpass" and child.lower_ in REMAINING for child in verb.children)


def is_remedy(verb: Token, event: str | None) -> bool:
    """Whether something is restored, recalled, evacuated or goes on."""
    group = events().group(event)
    goes_on = group in {"continue", "restore"} and not any(child.tag_ in {"JJR", "RBR"} for child in verb.children)
    if group in words("done_groups"):
        return is_passive(verb) and bool(tense(verb) & {"VBN", "VBG"}) and not is_modal(verb)
    return group in words("remedy_groups") and (is_passive(verb) or goes_on)


def was_checked(verb: Token, event: str | None, clause: str) -> bool:
    """Whether a check is said to have been made: "the embankment was inspected in September and was sound"."""
    if events().group(event) not in words("checked_groups") or not is_passive(verb) or not is_past(verb):
        return False
    return re.search(r"\b(?:sound|safe|in order|clear)\b", clause + " " + verb.sent.text) is not None


def is_harm(verb: Token, event: str | None) -> bool:
    """Whether harm happened: in the passive, by a verb that needs no object, or done by something to something."""
    if not events().plays(event, "harm"):
        return is_past(verb) and verb.i in places("gained_access", verb.doc)
    lemma = verb_lemma(verb)
    broke = event is not None and event.startswith(f"{lemma} ") and events().group(event) in BROKEN
    if broke and is_past(verb) and not by_people(verb):
        # "The fridge lost power", "the server went down".
        return True
    if is_passive(verb) or (lemma in words("failing") and not (lemma in words("doing") and has_object(verb))):
        return True
    return lemma in words("doing") and is_past(verb) and has_object(verb) and not by_people(verb)


def fares(verb: Token, subject: Token) -> bool:
    """Whether it is told how the one just spoken of fares: "One guest fell ill. The guest is being treated"."""
    if (
        verb_lemma(verb) != "treat"
        or subject.tag_ != "NN"
        or not any(child.lower_ == "being" for child in verb.children)
    ):
        return False
    if not any(child.lower_ == "the" for child in subject.children):
        return False
    return any(token.lemma_ == subject.lemma_ for token in subject.doc[: subject.sent.start])


def serves(subject: Token) -> bool:
    """Whether the subject is where customers are served: a branch, a desk, a telephone line."""
    if subject.lemma_.lower() in words("serving_places"):
        return True
    kinds = {child.lemma_.lower() for child in subject.children if child.dep_ in {"compound", "amod"}}
    rung = bool(kinds & words("telephone_lines"))
    return (subject.lemma_.lower() in {"line", "centre"} and rung) or (subject.lemma_.lower() == "line" and not kinds)


def either_open(event: str | None) -> bool:
    """Whether the event only says that something is open or works."""
    return event in {"open", "be open"} or events().group(event) in {"continue", "open_for", "access"}


def breaks_rules(verb: Token) -> bool:
    """Whether somebody is said to have broken a rule: "we may have breached our permit"."""
    if verb_lemma(verb) not in words("breaking") or negated(verb):
        return False
    broken = [token.lemma_.lower() for child in verb.children if child.dep_ == "dobj" for token in child.subtree]
    return bool(set(broken) & words("rules"))


def hedged_harm(verb: Token, event: str | None) -> bool:
    """Whether harm is said to be possible: "a filter may have failed", "the cord can overheat"."""
    modals = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    # What can be done is offered, what can fail is feared.
    possible = bool(modals & {"may", "might", "could"}) or ("can" in modals and not is_passive(verb))
    lemma = verb_lemma(verb)
    if possible and verb.i in places("names_cause", verb.doc):
        return True
    return possible and (
        (events().plays(event, "harm") and (is_passive(verb) or lemma in words("failing")))
        or lemma == "overheat"
        or (is_passive(verb) and either("erring").search(verb.sent.text) is not None)
    )


def promises(verb: Token, subject: Token) -> bool:
    """Whether the clause promises something about the matter: "the offers will stand", "we will pay compensation"."""
    if not any(child.dep_ == "aux" and child.lower_ in {"will", "would", "'ll", "shall"} for child in verb.children):
        return False
    lemma = verb_lemma(verb)
    if has_object(verb, words("promised")) or (is_passive(verb) and subject.lemma_.lower() in words("promised")):
        return lemma == "pay"
    states = {f"{be} {child.lower_}" for child in verb.children for be in ("be", lemma)} | {f"be {verb.lower_}"}
    return subject.pos_ != "PRON" and (lemma in words("promising") or bool(states & words("promising")))


def moves(verb: Token, subject: Token | None, clause: str) -> bool:
    """Whether a toll or total is said to move, or to differ from an earlier one, without a figure."""
    if subject is None or subject.lemma_.lower() not in words("amounts"):
        return False
    if verb_lemma(verb) in words("moving"):
        return is_modal(verb) and any(child.dep_ == "advmod" for child in verb.children)
    compared = any(child.lower_ in words("comparatives") for child in verb.children if child.dep_ in {"acomp", "attr"})
    return verb_lemma(verb) == "be" and compared and COMPARED.search(clause) is not None


def errs(verb: Token, clause: str) -> bool:
    """Whether something was done in error or once too often: "a table of bands had been loaded twice"."""
    if verb_lemma(verb) == "go" and is_past(verb):
        lost = any(child.lower_ in {"astray", "missing"} for child in verb.children)
        return lost or any(one.dep_ == "amod" and one.lemma_.lower() in {"wrong", "incorrect"} for one in verb.subtree)
    return is_passive(verb) and is_past(verb) and either("erring").search(clause) is not None


def erred_relative(verb: Token, clause: str) -> bool:
    """Whether a relative clause tells of an error: "a trust, whose supporters were charged twice"."""
    return verb.dep_ == "relcl" and errs(verb, clause) and any(child.dep_ == "nsubjpass" for child in verb.children)


def has_object(verb: Token, nouns: frozenset[str] | None = None) -> bool:
    """Whether the verb has an object, of these nouns where any are given."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return any(nouns is None or child.lemma_.lower() in nouns for child in objects)


def by_people(verb: Token) -> bool:
    """Whether the organisation or its people did it: "the company has closed a weakness" is no harm."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    return any(is_name(child) or child.lemma_.lower() in listed("organisation", "subjects") for child in subjects)


def is_name(token: Token) -> bool:
    """Whether a token is a name, and not a noun that has its capital from the start of the sentence."""
    alone = token.i == token.sent.start and token.n_lefts == 0
    return token.pos_ == "PROPN" and not alone
