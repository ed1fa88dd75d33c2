"""What claims without a figure, and of nobody, are about: event, counted noun and scope, whatever the wording."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

PEOPLE = [
    ("Nobody living near the quarry was hurt.", ("living near the quarry",)),
    ("No one at the mill has fallen ill.", ("at the mill",)),
    ("No one else was hurt.", ()),
    ("None of those on the ferry was hurt.", ("on the ferry",)),
    ("We have no evidence that anyone at the mill was harmed.", ("at the mill",)),
    ("We are not aware of anyone on the ferry who was hurt.", ("on the ferry", "who was hurt")),
    ("14 of those on the ferry were hurt.", ("on the ferry",)),
]


@pytest.mark.parametrize(("text", "scope"), PEOPLE)
def test_a_word_for_people_is_limited_by_what_hangs_on_it(text: str, scope: tuple[str, ...]) -> None:
    (claim,) = claims_of(text)
    assert (claim.measure.counted, claim.measure.scope) == ("person", scope)
