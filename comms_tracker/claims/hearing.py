"""Who else was heard before each sentence, whom "it says" goes on with and whose a name is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import SUBJECTS
from comms_tracker.claims.outsiders import Heard, outsider
from comms_tracker.claims.speaker_nouns import name_of
from comms_tracker.claims.speakers import according_to, goes_on, stands_beside, teller, tells

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HEARD = "comms_tracker_heard"
"""Where a parsed segment keeps who was heard before each of its sentences."""
MENTIONED = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "appos", "conj"})


def hearing(doc: Doc, heard: Heard) -> dict[int, Heard]:
    """For each sentence of a segment, by its first token, who was heard before it; looked for once.

    ``heard`` is who was heard before the segment; what the segment leaves stands under the number of its tokens.
    """
    kept: dict[int, Heard] | None = doc.user_data.get(HEARD)
    if kept is None:
        kept = doc.user_data[HEARD] = {}
        for sentence in doc.sents:
            kept[sentence.start] = heard
            heard = hear(sentence, heard)
        kept[len(doc)] = heard
    return kept


def heard_after(doc: Doc, heard: Heard) -> Heard:
    """Who was heard once a segment is read, for the segment behind it."""
    return hearing(doc, heard)[len(doc)]


def hear(sentence: Span, heard: Heard) -> Heard:
    """What the sentences up to this one leave for the next: whom it may go on with, and who was named."""
    names = list(heard.names)
    for token in sentence:
        if token.dep_ in MENTIONED and token.pos_ in {"PROPN", "NOUN"}:
            asides = [child.subtree for child in token.children if child.dep_ == "appos"]
            words = " ".join([name_of(token), *(word.text for aside in asides for word in aside)])
            found = outsider(token, heard) if any(word[0].isupper() for word in words.split()[1:]) else None
            if found is not None and (words, found) not in names:
                names.append((words, found))
    return replace(heard, last=sentence_speaker(sentence, heard), names=tuple(names))


def sentence_speaker(sentence: Span, heard: Heard) -> str | None:
    """The other speaker whom the next sentence may go on with, or None where this one is the organisation's."""
    telling = [token for token in sentence if tells(token) and is_main(token)]
    if telling:
        return next((found for verb in telling if (found := teller(verb, None, heard)) is not None), None)
    main = (token for token in sentence if token.dep_ in SUBJECTS and token.head.dep_ in {"ROOT", "ccomp", "parataxis"})
    subject = next(main, None)
    if subject is not None and subject.tag_ not in {"NNS", "NNPS"}:
        found = goes_on(subject, heard) or outsider(subject, heard, subject.head)
        if found is not None:
            return found
    return according_to(sentence, heard)


def is_main(verb: Token) -> bool:
    """Whether a verb of telling is the sentence's own, or one beside it."""
    return verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ == "ccomp" and stands_beside(verb, {verb.head.i}))
