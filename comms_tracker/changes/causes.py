"""Two claims that name different causes of one matter: what the first names, the other may exclude."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.alignment.nouns import NEAR, kinship
from comms_tracker.changes.scope import content_words
from comms_tracker.records import Claim, Polarity

CLAUSE_END = re.compile(
    r"[,;:()—–]|\b(?:which|that|who|whose|when|while|after|before|although|rather|not|on|at|in|into|during|between|"
    r"last|yesterday|today|this|early|late|overnight|shortly)\b",
    re.I,
)
TOLD_THAT = re.compile(r"^.*\bthat\b", re.I)


@dataclass(frozen=True, slots=True)
class OtherCause:
    """The two causes in the claims' words; ``apart`` where neither can well be part of the other."""

    then: str
    now: str
    apart: bool


@dataclass(frozen=True, slots=True)
class NamedCause:
    """What a claim says that something came from, and the rest of the claim, in its own words."""

    words: str
    effect: str


def other_cause(earlier: Claim, later: Claim) -> OtherCause | None:
    """The two causes where both claims name one without a figure and no word is in both; else ``None``.

    Names of a sort only ("a technical fault"), of one family ("high winds", "the storm"), of a cause that is one of
    several, and causes of what need not be one matter are not ``apart``.
    """
    plain = all(claim.figure is None and claim.polarity is Polarity.AFFIRMED for claim in (earlier, later))
    if not plain or later.restated:
        return None
    then, now = named_cause(earlier.text), named_cause(later.text)
    if then is None or now is None:
        return None
    words = content_words(then.words), content_words(now.words)
    if not words[0] or not words[1] or words[0] <= words[1] or words[1] <= words[0]:
        return None
    specific = _specific(then.words), _specific(now.words)
    if specific[0] & specific[1]:
        return None
    related = not (specific[0] and specific[1]) or any(_kin(a, b) for a in specific[0] for b in specific[1])
    several = any(_listed("partly").search(claim.text) for claim in (earlier, later))
    return OtherCause(then.words, now.words, not related and not several and _one_matter(then.effect, now.effect))


def named_cause(text: str) -> NamedCause | None:
    """The cause that a claim's text names, with what it caused; ``None`` where it names none or only points at one."""
    behind = _listed("behind").search(text)
    if behind is not None:
        ends = CLAUSE_END.search(text, behind.end())
        cause = text[behind.end() : ends.start() if ends else None]
        return NamedCause(cause.strip(), text[: behind.start()]) if content_words(cause) else None
    before = _listed("before").search(text)
    if before is None:
        return None
    cause = TOLD_THAT.sub("", text[: before.start()])
    return NamedCause(cause.strip(), text[before.start() :]) if content_words(cause) else None


def _one_matter(a: str, b: str) -> bool:
    """Whether the two effects share a word, or one of them names none ("it was caused by")."""
    words = _specific(a), _specific(b)
    return not (words[0] and words[1]) or any(_kin(one, other) for one in words[0] for other in words[1])


def _specific(text: str) -> frozenset[str]:
    """The words of carrying sense, as singulars, that say more than that something went wrong."""
    words = {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if content_words(word)}
    return frozenset(_singular(word) for word in words) - _general()


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _kin(a: str, b: str) -> bool:
    if a == b or content_words(a) == content_words(b) or kinship(a, b) >= NEAR:
        return True
    return any(a in family and b in family for family in _families())


@cache
def _listed(name: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon.table("causes")[name]), re.I)


@cache
def _general() -> frozenset[str]:
    return frozenset(lexicon.table("causes")["general"])


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(family) for family in lexicon.table("causes")["kin"])
