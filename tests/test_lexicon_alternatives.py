"""Long lists of phrases as one pattern: found as a plain list of alternatives finds them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.lexicon.alternatives import any_of

WORDS = st.lists(st.sampled_from(["no", "not", "note", "sit", "is", "kin", "n't", "(?:no |is )?kin", "(?-i:may)"]))
PHRASES = st.lists(WORDS.filter(bool).map(r"\s+".join), min_size=1, max_size=8)
TEXTS = st.text(st.sampled_from("notekim  ay'NOTEISMAY\n\u0130\u0131\u017f\u212a"), max_size=40)


def places(pattern: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


@given(PHRASES, st.lists(st.sampled_from(["no", "not  kin", "NOTE", "Is kin", "sit", "may", "May"]) | TEXTS))
def test_phrases_that_share_their_beginnings_are_found_where_each_by_itself_would_be(
    phrases: list[str], words: list[str]
) -> None:
    text = " ".join(words)
    assert places(any_of(phrases), text) == places(f"(?i:{'|'.join(phrases)})", text)


def test_where_two_phrases_hold_the_first_of_the_list_is_found() -> None:
    assert re.findall(any_of(["not aware", "not", "no"]), "Not aware, not so, no.") == ["Not aware", "not", "no"]
    assert re.findall(any_of(["no", "not"]), "not") == ["no"]
