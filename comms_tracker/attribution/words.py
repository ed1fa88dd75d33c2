"""The word lists of lexicon/speakers.toml as attribution uses them: forms of verbs, and sets in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from comms_tracker import lexicon
from comms_tracker.lexicon.alternatives import any_of

_DOUBLED = re.compile(r"(?:mit|log|dub|quip|slam|snap)$")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words under [cues]."""
    return frozenset(lexicon.table("speakers")["cues"][name])


@cache
def verb_forms() -> dict[str, str]:
    """Each form of a reporting verb ("says", "said", "saying") with its lemma."""
    table = lexicon.table("speakers")
    lemmas = (frozenset(table["others"]["reporting"]) | listed("verbs")) - listed("never")
    return {form: lemma for lemma in sorted(lemmas) for form in _forms(lemma)}


@cache
def cue_pattern() -> re.Pattern[str]:
    """Any form of a reporting verb as a word."""
    return re.compile(rf"(?<![-’'])\b{any_of(sorted(verb_forms(), key=len, reverse=True))}\b(?![-’'])")


def _forms(lemma: str) -> Iterator[str]:
    yield lemma
    stem = lemma.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")
    else:
        yield f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    irregular: list[str] = lexicon.table("speakers")["cues"]["irregular"].get(lemma, [])
    yield from irregular
    if not irregular and not lemma.endswith("y"):
        yield f"{stem}ed"
    elif not irregular and lemma[-2] in "aeiou":
        yield f"{lemma}ed"
    if not _DOUBLED.search(lemma):
        yield f"{lemma}ing" if lemma in {"agree", "disagree"} else f"{stem}ing"
