"""What of the scope was lost or gained between two claims: the restrictions on what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comms_tracker import lexicon
from comms_tracker.calendar_names import WEEKDAY
from comms_tracker.records import Claim
from comms_tracker.remembering import remembered

SMALL_WORD = re.compile(
    r"(?:an?|the|of|to|in|on|at|by|for|from|with|and|or|who|whose|whom|which|that|those|these|this|their|our|its|his|"
    r"her|are|is|was|were|be|been|being|has|have|had|do|does|did|not|it|they|we|you|your|as|any|all|only|also|than)"
)
TIME_OR_PLACE = re.compile(
    r"^(?:since|on|at|in|by|until|during|after|before|between|from|over|across|within|throughout|this|last|yesterday|"
    r"today|so far|to date|overnight|now|currently|still|as of|as at|to|into|through|under|near|around)\b",
    re.I,
)
GROUP = re.compile(
    r"^(?:who|whom|whose|which|that|those|these|with|without|for whom|holding|having|using|only|reliant|dependent|"
    r"living|aged|among)\b",
    re.I,
)

JOINED = re.compile(
    r"(?<![\w,-])((?:[A-Z][\w’'-]* )*[^\W\d][\w-]*),? (?:and|or) (?!of\b)((?:[A-Z][\w’'-]* )*[^\W\d][\w-]*)"
)
LOST = re.compile(r"lost|killed|dead|missing|affected|concerned|involved", re.I)
"""Words that say again what happened to the things counted."""

CERTAINTY = re.compile(
    r"(?:confirmed|suspected|reported|alleged|likely|probable|possible|potential|apparent|estimated|verified|known)",
    re.I,
)
"""These say how sure a count is, not what is counted."""
NOT_A_THING = re.compile(
    r"(?:ed|ing|ly)$|^(?:the|a|an|we|they|it|that|this|i|he|she|was|were|is|are|has|have|had|will|all|some|\w{1,2})$",
    re.I,
)

ONLY = re.compile(
    r"(?<!not )(?<!the )\b(?:only|solely|nobody but|no one but|none but) "
    r"(?!\d|(?:a|an|one|two|three|once|when|if|after|by|to)\b)(?:[\w’'-]+ ?){1,4}",
    re.I,
)
"""A limit in words: "only this year's teaching is affected"; "only 40" is none."""
NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|solely)\b", re.I)
NAME = re.compile(r"\b[A-Z]\w*[’']s\b")
NO_LIMIT = re.compile(
    r"\b(?:no|none|nobody|nothing|never|neither|nor|one|single|any|anybody|anyone|so|far|yet|still|now|today|currently|"
    rf"been|since|date|at this stage|{WEEKDAY}|"
    r"week|month|year|evidence|aware|know\w*|"
    r"believe|sign|indication|report\w*|confirm\w*|seen|found|come across|there|think|thought|reason|tell|can|could|"
    r"suggest\w*|indicat\w*|proof|information|left|leave\w*|become|became|got|happen\w*|occur\w*|taken place|will|"
    r"would|itself|again|also|ever|includ\w*|contain\w*|involv\w*|at any (?:time|stage|point)|whatsoever|"
    r"correct|true)\b|n[’']t\b",
    re.I,
)
"""Words of denying, hedging, dating and happening: they limit nothing."""


@dataclass(frozen=True, slots=True)
class ScopeShift:
    """Restrictions of the earlier claim that are gone, and of the later claim that are new, in their own words.

    ``members_lost`` and ``members_gained`` are things that one claim names together with what both name: "households"
    and then "households and businesses".
    """

    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    members_lost: tuple[str, ...] = ()
    members_gained: tuple[str, ...] = ()

    @property
    def widened(self) -> bool:
        """Whether limits only fell away, or only something came in beside what was named ("and businesses")."""
        return bool(self.lost or self.members_gained) and not (self.gained or self.members_lost)

    @property
    def narrowed(self) -> bool:
        """Whether limits only came in, or only something fell away from what was named together."""
        return bool(self.gained or self.members_lost) and not (self.lost or self.members_gained)


def scope_shift(earlier: Claim, later: Claim, sentences: tuple[str, str] = ("", "")) -> ScopeShift:
    """The restrictions that differ; a phrase whose content words stand in the other claim is the same restriction.

    ``sentences`` are those around the two claims: what one of them still names is no thing lost or gained.

    Phrases of time and place are left out: they say when and where, not which of the things are counted. So are names
    that only one claim gives ("Stackwren Cloud customers", then "customers").
    """
    only = tuple(ONLY.search(claim.text) for claim in (earlier, later))
    if only[0] and not only[1] and NOT_ONLY.search(later.text) is None:
        return ScopeShift((only[0].group(),))
    if only[1] and not only[0]:
        return ScopeShift((), (only[1].group(),))
    lost = tuple(phrase for phrase in _limits(earlier) if not _in(phrase, later))
    gained = tuple(phrase for phrase in _limits(later) if not _in(phrase, earlier))
    if not (lost and gained):
        lost, gained = (tuple(phrase for phrase in phrases if not _is_name(phrase)) for phrases in (lost, gained))
    if lost or gained:
        return ScopeShift(_without_echoes(lost), _without_echoes(gained))
    here, there = (f"{claim.text} {sentence}" for claim, sentence in zip((earlier, later), sentences, strict=True))
    return ScopeShift(
        members_lost=_only_joined(earlier.text, later.text, there),
        members_gained=_only_joined(later.text, earlier.text, here),
    )


@remembered(16_384)
def content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, in lower case."""
    return frozenset(_stem(word) for word in re.findall(r"[^\W_]+", text.casefold()) if not SMALL_WORD.fullmatch(word))


def likeness(a: Claim, b: Claim) -> float:
    """The share of content words that two claims have in common, from 0 to 1, figures left out."""
    words = [
        content_words(claim.text) - (content_words(claim.figure.text) if claim.figure else set()) for claim in (a, b)
    ]
    both = words[0] | words[1]
    return len(words[0] & words[1]) / len(both) if both else 0.0


def is_group(phrase: str) -> bool:
    """Whether a restriction names a group of its own ("who held a firm offer"), not just an adjective."""
    return bool(GROUP.match(phrase))


def _only_joined(text: str, other: str, around: str) -> tuple[str, ...]:
    """What a text joins by "and" or "or" to a word that the other text has, where it is not named ``around`` that."""
    there, near = content_words(other), content_words(around)
    found: list[str] = []
    for match in JOINED.finditer(text):
        left, right = match.groups()
        if any(NOT_A_THING.search(word) for word in (left, right)):
            continue
        stems = content_words(left), content_words(right)
        if not (stems[0] and stems[1]) or (stems[0] <= there) == (stems[1] <= there):
            continue
        word, stem = (right, stems[1]) if stems[0] <= there else (left, stems[0])
        if not stem <= near:
            found.append(word)
    return tuple(found)


def only_in_one(earlier: Claim, later: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The content words that only the earlier, and only the later claim has; hedges, denials and times left out."""
    sets = []
    for claim in (earlier, later):
        hedge = claim.hedge or ""
        words = NAME.sub(" ", re.sub(re.escape(hedge), " ", claim.text, flags=re.I) if hedge else claim.text)
        words = NO_LIMIT.sub(" ", words)
        sets.append(content_words(words))
    return sets[0] - sets[1], sets[1] - sets[0]


def takes_in(wide: frozenset[str], narrow: frozenset[str]) -> bool:
    """Whether the one word of ``wide`` means more than the one of ``narrow`` ("personal" takes in "medical")."""
    if len(wide) != 1 or len(narrow) != 1:
        return False
    listed = lexicon.table("scope")["takes_in"].items()
    return any(_stem(word) in wide and narrow <= {_stem(part) for part in parts} for word, parts in listed)


def _restricts(phrase: str) -> bool:
    words = phrase.strip()
    return bool(content_words(words)) and not TIME_OR_PLACE.match(words) and not CERTAINTY.fullmatch(words)


def _limits(claim: Claim) -> tuple[str, ...]:
    """The restrictions of a claim; one that begins with the event itself ("profiles hit in the attack") is none."""
    event = _stem((claim.measure.event or "").casefold())
    return tuple(
        phrase
        for phrase in claim.measure.scope
        if _restricts(phrase) and _stem(phrase.split()[0].casefold()) != event and not LOST.fullmatch(phrase)
    )


def _is_name(phrase: str) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in phrase.split())


def _in(phrase: str, claim: Claim) -> bool:
    there = content_words(" ".join((*claim.measure.scope, claim.text)))
    words = content_words(phrase)
    return len(words & there) * 2 > len(words) or (len(words) == 2 and bool(words & there))


def _stem(word: str) -> str:
    for ending in (
        "ically",
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ied",
        "ed",
        "es",
        "ly",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _without_echoes(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Each restriction once: "reliant on images" and "those that relied on images" are one."""
    kept: list[str] = []
    for phrase in phrases:
        words = content_words(phrase)
        if not any(_echo(words, content_words(other)) for other in kept):
            kept.append(phrase)
    return tuple(kept)


def _echo(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a & b) and len(a & b) * 2 >= min(len(a), len(b))
