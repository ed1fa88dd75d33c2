"""Two texts are related by their claims that are about the same thing, without dates."""

from __future__ import annotations

from dataclasses import replace

from changes_samples import denies, exact, none, over, per_cent, says, vague

from comms_tracker.records import Claim, Relation
from comms_tracker.relation import Related
from comms_tracker.relation.by_claims import relate_claims, speaks_without_number

SOLD = says("the album sold 300 copies in Spain", exact("300", 300), event="sell", counted="copy")


def numbered(*claims: Claim) -> list[Claim]:
    return [replace(claim, id=f"c-{i}") for i, claim in enumerate(claims)]


def said(related: Related) -> tuple[Relation, str, str | None, str | None]:
    grounds = [ground.claim.id if ground and ground.claim else None for ground in (related.earlier, related.later)]
    return related.relation, related.reason, *grounds


def test_two_numbers_for_one_thing_are_contradictory() -> None:
    other = says("the album sold 250 copies in Spain", exact("250", 250), event="sell", counted="copy")
    assert said(relate_claims(numbered(SOLD), numbered(other))) == (
        Relation.CONTRADICTORY,
        "300 copies and 250 copies cannot both hold",
        "c-0",
        "c-0",
    )


def test_a_number_inside_a_bound_is_consistent() -> None:
    other = says(
        "the album sold more than 250 copies in Spain", over("more than 250", 250), event="sell", counted="copy"
    )
    assert said(relate_claims(numbered(other), numbered(SOLD))) == (
        Relation.CONSISTENT,
        "“more than 250” copies and 300 copies can both hold",
        "c-0",
        "c-0",
    )


def test_an_open_bound_excludes_its_own_end() -> None:
    other = says(
        "the album sold more than 300 copies in Spain", over("more than 300", 300), event="sell", counted="copy"
    )
    assert relate_claims(numbered(other), numbered(SOLD)).relation is Relation.CONTRADICTORY


def test_a_vague_word_never_clashes_with_a_number() -> None:
    other = says(
        "the album sold a handful of copies in Spain", vague("a handful", (2, 7)), event="sell", counted="copy"
    )
    assert relate_claims(numbered(other), numbered(SOLD)).relation is Relation.CONSISTENT


def test_a_count_that_runs_on_is_superseded() -> None:
    then = says("as of Monday 69 people had died in the fire", exact("69", 69), event="die", counted="person")
    now = says("80 people had died in the fire", exact("80", 80), event="die", counted="person")
    assert relate_claims(numbered(then), numbered(now)).relation is Relation.SUPERSEDED


def test_a_denial_and_an_affirmation_are_contradictory() -> None:
    denial = denies("no copies were sold in Spain", figure=none("no"), event="sell", counted="copy")
    sold = says("300 copies were sold in Spain", exact("300", 300), event="sell", counted="copy")
    assert relate_claims(numbered(denial), numbered(sold)).relation is Relation.CONTRADICTORY


def test_what_numbers_alone_do_not_judge_is_told_apart() -> None:
    denial = denies("no copies were sold in Spain", figure=none("no"), event="sell", counted="copy")
    other = says("the album sold 250 copies in Spain", exact("250", 250), event="sell", counted="copy")
    assert speaks_without_number(relate_claims(numbered(denial), numbered(SOLD)))
    assert not speaks_without_number(relate_claims(numbered(other), numbered(SOLD)))
    assert not speaks_without_number(relate_claims(numbered(SOLD), []))


def test_the_more_alike_two_claims_are_told_the_more_probable_is_the_relation() -> None:
    same = says("the album sold 250 copies in Spain", exact("250", 250), event="sell", counted="copy")
    looser = says("250 copies went to Spain that year", exact("250", 250), event="go", counted="copy")
    close, loose = (relate_claims(numbered(SOLD), numbered(other)).probability for other in (same, looser))
    assert 0.5 < loose < close <= 1


def test_shares_and_counts_and_other_things_are_not_comparable() -> None:
    share = says("30 per cent of copies sold in Spain", per_cent("30 per cent", 30), event="sell", counted="copy")
    other = says("the tour visited 12 towns", exact("12", 12), event="visit", counted="town")
    for claims in (numbered(share), numbered(other), []):
        assert relate_claims(numbered(SOLD), claims) == Related(
            Relation.NOT_COMPARABLE, "no claim of the one text is about the same thing as a claim of the other", 0.5
        )
