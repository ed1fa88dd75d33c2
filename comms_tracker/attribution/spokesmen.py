"""Whom a spokesman, a letter or a notice speaks for, as far as the words that name it say."""

from __future__ import annotations

import re

from comms_tracker.attribution.names import Name
from comms_tracker.attribution.phrases import SPOKESMEN
from comms_tracker.attribution.words import listed

_SPOKESMAN_FOR = re.compile(r"\bspokes(?:man|woman|person) (?:for|at) ", re.I)


def belongs_to_issuer(name: str) -> bool:
    """Whether the words name a text or a spokesman of an organisation that is named elsewhere.

    "The statement" and "a company spokesman" do; "a government spokesman" says whose it is.
    """
    words = name.lower().split()
    if not 2 <= len(words) <= 4 or words[0] not in listed("determiners"):
        return False
    speaks = words[-1] in listed("documents") | SPOKESMEN
    vague = listed("any_business") | listed("of_no_one")
    return speaks and all(word in vague for word in words[1:-1])


def spoken_for(name: Name) -> Name | None:
    """Whom a spokesman speaks for: "a spokesman for the trust"; None where the words do not say."""
    found = _SPOKESMAN_FOR.search(name.text)
    return Name(name.text[found.end() :], name.start + found.end(), name.end) if found is not None else None
