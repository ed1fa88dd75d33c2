"""What a person linked or took apart, in the alignment: it wins over the model, and the rest is matched around it."""

from __future__ import annotations

from vectors_samples import FlatVectors

from comms_tracker.alignment import align
from comms_tracker.alignment.records import Alignment
from comms_tracker.alignment.ties import Ties
from comms_tracker.claims import extract_claims
from comms_tracker.records import Claim, Statement


class Told:
    """Statements of one library, a month apart, with their claims by the words of their figure or their own words."""

    def __init__(self, *texts: str, outlets: tuple[str, ...] = ()) -> None:
        self.statements = [
            Statement(f"s{number}", text, "County Libraries", f"2032-0{number}-01")
            for number, text in enumerate(texts, 1)
        ]
        if outlets:
            self.statements = [
                Statement(f"s{number}", text, "County Libraries", "2032-01-01", outlet=outlet)
                for number, (text, outlet) in enumerate(zip(texts, outlets, strict=True), 1)
            ]
        self.claims = [claim for found in extract_claims(self.statements) for claim in found]
        self.by_words = {self.words(claim): claim for claim in self.claims}

    @staticmethod
    def words(claim: Claim) -> str:
        return claim.figure.text if claim.figure else claim.text

    def pair(self, *words: str) -> tuple[str, str]:
        first, second = (self.by_words[each].id for each in words)
        return first, second

    def aligned(
        self, required: tuple[tuple[str, str], ...] = (), forbidden: tuple[tuple[str, str], ...] = ()
    ) -> Alignment:
        ties = Ties(frozenset(self.pair(*each) for each in required), frozenset(self.pair(*each) for each in forbidden))
        return align(self.statements, self.claims, FlatVectors(), ties)

    def linked(self, found: Alignment) -> list[tuple[str, str]]:
        return [(self.named(link.earlier), self.named(link.later)) for link in found.links]

    def series(self, found: Alignment) -> list[list[str]]:
        return [[self.named(claim) for claim in series.claims] for series in found.series]

    def named(self, claim_id: str) -> str:
        return next(self.words(claim) for claim in self.claims if claim.id == claim_id)


def test_without_decisions_nothing_is_set_aside() -> None:
    told = Told("40 branches were closed.", "55 branches were closed.")
    assert told.aligned().set_aside == ()
    assert told.linked(told.aligned()) == [("40", "55")]


def test_claims_taken_apart_are_not_linked_and_the_link_is_kept_aside_as_sure_as_it_was() -> None:
    told = Told("40 branches were closed.", "55 branches were closed.")
    machine = told.aligned()
    found = told.aligned(forbidden=(("55", "40"),))
    assert found.links == ()
    assert found.set_aside == machine.links
    assert [told.named(claim) for claim in found.added] == ["55"]
    assert told.series(found) == [["40"], ["55"]]


def test_a_claim_stays_out_of_the_whole_series_that_it_was_taken_from() -> None:
    told = Told("40 branches were closed.", "55 branches were closed.", "61 branches were closed.")
    found = told.aligned(forbidden=(("40", "61"),))
    assert told.linked(found) == [("40", "55")]
    assert told.series(found) == [["40", "55"], ["61"]]


def test_a_link_that_a_person_makes_holds_where_no_word_is_shared() -> None:
    told = Told("40 branches were closed.", "About 9,000 readers lost their loans.")
    assert told.aligned().links == ()
    found = told.aligned(required=(("40", "About 9,000"),))
    assert told.linked(found) == [("40", "About 9,000")]
    assert [link.confidence for link in found.links] == [1.0]
    assert (found.added, found.dropped) == ((), ())


def test_what_was_matched_with_a_claim_that_is_linked_elsewhere_finds_another_place() -> None:
    told = Told("40 branches were closed.", "55 branches were closed. 12 depots were shut.")
    assert told.linked(told.aligned()) == [("40", "55")]
    found = told.aligned(required=(("40", "12"),))
    assert told.linked(found) == [("40", "12")]
    assert [told.named(claim) for claim in found.added] == ["55"]


def test_a_series_that_went_on_meanwhile_keeps_its_links_and_shows_the_made_one_too() -> None:
    told = Told("40 branches were closed.", "55 branches were closed.", "9,000 readers lost their loans.")
    found = told.aligned(required=(("40", "9,000"),))
    assert told.series(found) == [["40", "55", "9,000"]]
    sure = {told.linked(found)[place]: link.confidence for place, link in enumerate(found.links)}
    assert list(sure) == [("40", "55"), ("55", "9,000"), ("40", "9,000")]
    assert sure["40", "9,000"] == 1.0
    assert sure["55", "9,000"] < 0.6


def test_two_claims_of_one_statement_may_both_be_linked_with_one_before() -> None:
    told = Told("40 branches were closed.", "9,000 readers lost their loans. 12 depots were shut.")
    found = told.aligned(required=(("40", "9,000"), ("40", "12")))
    assert sorted(told.linked(found)) == [("40", "12"), ("40", "9,000")]
    assert sorted(map(sorted, told.series(found))) == [["12", "40", "9,000"]]


def test_two_claims_of_one_statement_are_linked_with_one_another_in_their_order() -> None:
    told = Told("No loans were lost.", "9,000 readers complained. 12 depots were shut.")
    found = told.aligned(required=(("12", "9,000"),))
    assert told.linked(found) == [("9,000", "12")]
    assert ["9,000", "12"] in told.series(found)


def test_copies_by_two_outlets_are_told_apart_where_a_person_says_so() -> None:
    told = Told("40 branches were closed.", "41 branches were closed.", outlets=("The Post", "The Echo"))
    assert told.aligned().copies == {told.by_words["41"].id: told.by_words["40"].id}
    found = told.aligned(forbidden=(("40", "41"),))
    assert found.copies == {}
    assert told.series(found) == [["40"], ["41"]]


def test_what_is_both_required_and_forbidden_is_linked() -> None:
    told = Told("40 branches were closed.", "55 branches were closed.")
    found = told.aligned(required=(("40", "55"),), forbidden=(("40", "55"),))
    assert told.linked(found) == [("40", "55")]
