"""Who a claim is made by: the organisation, or another speaker such as a regulator or a union."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.claims.segments import Segment

if TYPE_CHECKING:
    from spacy.tokens import Token

REPORTING = frozenset(
    {
        "say",
        "tell",
        "speak",
        "claim",
        "report",
        "estimate",
        "put",
        "count",
        "believe",
        "argue",
        "add",
        "warn",
        "dispute",
        "insist",
        "complain",
        "allege",
        "call",
        "intend",
        "note",
    }
)
# Words for those whose figures are never the organisation's own.
OTHERS = re.compile(
    r"\b(?:regulator|union|watchdog|campaigner|campaign group|ombudsman|critic|lawyer|solicitor|opposition|inspector|commissioner|charity|councillor|mp|resident|analyst|economist|"
    r"professor|police|coroner|auditor|protester|pressure group|patients' group|users' group|passengers' group|association|committee|supplier|rival|competitor|witness)s?\b",
    re.I,
)


def speaker_of(token: Token, segment: Segment, organisation: str | None) -> str | None:
    """Another speaker's words for the claim at ``token``, or None where the organisation speaks.

    Only a speaker of a kind that stands outside the organisation counts (a regulator, a union); an organisation
    of that very kind speaks for itself.
    """
    sentence = token.sent
    for verb in sentence:
        if verb.lemma_.lower() not in REPORTING or verb.pos_ not in {"VERB", "AUX"}:
            continue
        if not governs(verb, token):
            continue
        for child in verb.children:
            if child.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            words = sentence.doc[child.left_edge.i : child.right_edge.i + 1].text
            named = OTHERS.search(words)
            if named and (organisation is None or named.group().lower().rstrip("s") not in organisation.lower()):
                return words.strip()
    return None


def governs(verb: Token, token: Token) -> bool:
    """Whether the reporting verb governs the claim, or stands beside it as "..., the union said"."""
    if any(ancestor.i == verb.i for ancestor in token.ancestors) or verb.i == token.i:
        return True
    return verb.dep_ in {"parataxis", "ccomp"} and any(
        ancestor.i == verb.head.i for ancestor in [token, *token.ancestors]
    )
