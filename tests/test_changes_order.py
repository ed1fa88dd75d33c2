"""Changes stand in the order in which a reader should see them, and absences are told plainly."""

from __future__ import annotations

from changes_samples import denies, exact, placed, says, statement

from comms_tracker.alignment.records import Alignment, Link, Release
from comms_tracker.changes import describe_changes
from comms_tracker.records import Certainty, ChangeKind, Claim

K = ChangeKind


def incident() -> tuple[list[ChangeKind], list[str]]:
    """The kinds and explanations of an incident with one change of many kinds."""
    earlier = [
        says("136 homes were flooded", exact("136", 136), event="flood", counted="home"),
        says("No one was hurt", event="hurt", counted="person"),
        says("Twelve roads were shut", exact("Twelve", 12), event="shut", counted="road"),
        says("The dam is the cause", event="be", counted="cause"),
        says("Some buses are late", event="delay", counted="bus"),
        denies("No water is unsafe", event="affect", counted="water"),
    ]
    later = [
        says("136 homes were flooded", exact("136", 136), event="flood", counted="home"),
        says("Twelve schools are shut", exact("Twelve", 12), event="shut", counted="school"),
        says("40 roads were shut", exact("40", 40), event="shut", counted="road"),
        says("The dam may be the cause", event="be", counted="cause", certainty=Certainty.HEDGED, hedge="may"),
        says("Trees are down", event="fall", counted="tree"),
        says("15 people were hurt", exact("15", 15), event="hurt", counted="person"),
    ]
    first = statement("a", earlier, None, "2024-03-01")
    second = statement("b", later, None, "2024-03-08")
    claims: list[Claim] = [placed(claim, i, first) for i, claim in enumerate(earlier)]
    claims += [placed(claim, i, second) for i, claim in enumerate(later)]
    links = (Link("a-0", "b-0", 0.99), Link("a-3", "b-3", 0.9), Link("a-2", "b-2", 0.8))
    alignment = Alignment((Release(("a",)), Release(("b",))), links, (), {}, ("b-4", "b-1"), ("a-4", "a-5"))
    found = describe_changes([first, second], claims, alignment)
    return [change.kind for change in found], [change.explanation for change in found]


def test_figures_that_changed_come_first_then_new_and_gone_then_commitment_then_unchanged() -> None:
    kinds, _ = incident()
    assert kinds == [K.REVISED_UP, K.ADDED, K.ADDED, K.DROPPED, K.DROPPED, K.SOFTENED, K.UNCHANGED]


def test_absences_name_the_statement_and_quote_the_words_and_figures_come_first() -> None:
    _, told = incident()
    assert told[1:5] == [
        "New in the statement of 8 March 2024: “Twelve schools are shut”. "
        "No earlier statement gives a figure for this.",
        "New in the statement of 8 March 2024: “Trees are down”. No earlier statement says this.",
        "Not repeated in the statement of 8 March 2024: “Some buses are late”.",
        "Not repeated in the statement of 8 March 2024: the denial “No water is unsafe”.",
    ]


def test_what_is_new_is_not_said_to_be_given_nowhere_where_its_number_was() -> None:
    earlier = [says("Work began at nine farms", exact("nine", 9), event="begin", counted="farm")]
    later = [
        says("Nine farms have work under way", exact("Nine", 9), event="be under way", counted="farm"),
        says("Nine ponds are dry", exact("Nine", 9), event="be dry", counted="pond"),
        says("Work has begun at 12 holdings", exact("12", 12), event="begin", counted="farm"),
    ]
    first, second = (statement(name, said, None, None) for name, said in (("a", earlier), ("b", later)))
    claims = [placed(earlier[0], 0, first), *(placed(claim, i, second) for i, claim in enumerate(later))]
    alignment = Alignment((Release(("a",)), Release(("b",))), (), (), {}, ("b-0", "b-1", "b-2"), ())
    assert [change.explanation for change in describe_changes([first, second], claims, alignment)] == [
        "New in the later statement: “Nine farms have work under way”.",
        "New in the later statement: “Nine ponds are dry”. No earlier statement gives a figure for this.",
        "New in the later statement: “Work has begun at 12 holdings”.",
    ]


def test_an_absence_has_no_relation_and_points_one_way() -> None:
    claim, other = (
        says("Trees are down", event="fall", counted="tree"),
        says("Roofs leak", event="leak", counted="roof"),
    )
    first, second = statement("a", [claim], None, None), statement("b", [other], None, None)
    claims = [placed(claim, 0, first), placed(other, 0, second)]
    alignment = Alignment((Release(("a",)), Release(("b",))), (), (), {}, ("b-0",), ("a-0",))
    added, dropped = describe_changes([first, second], claims, alignment)
    assert (added.earlier, added.later, added.relation, added.ratio) == (None, "b-0", None, None)
    assert (dropped.earlier, dropped.later, dropped.relation, dropped.stated_basis) == ("a-0", None, None, None)
    assert dropped.explanation == "Not repeated in the later statement: “Trees are down”."


def absent(then: str, now: str, claim: Claim, *, new: bool) -> str:
    """The explanation of a claim of two statements that is new in the second or gone from the first."""
    first, second = statement("a", [], then, None), statement("b", [], now, None)
    made = placed(claim, 0, second if new else first)
    alignment = Alignment((Release(("a",)), Release(("b",))), (), (), {}, (made.id,) * new, (made.id,) * (not new))
    (found,) = describe_changes([first, second], [made], alignment)
    return found.explanation


def test_nobody_is_called_silent_whose_words_come_near_a_claim_that_is_new() -> None:
    claim = denies("The stand had not been inspected since 2023", event="inspect", counted="stand")
    told = absent("It rained. The stand had been inspected in May.", f"{claim.text}.", claim, new=True)
    assert told == (
        "New in the later statement: the denial “The stand had not been inspected since 2023”. "
        "An earlier statement says “The stand had been inspected in May”."
    )


def test_a_sentence_that_shares_one_word_comes_near_nothing() -> None:
    claim = denies("The stand had not been inspected since 2023", event="inspect", counted="stand")
    told = absent("The stand was full.", f"{claim.text}.", claim, new=True)
    assert told == (
        "New in the later statement: the denial “The stand had not been inspected since 2023”. "
        "No earlier statement says this."
    )


def test_what_is_not_repeated_stands_beside_what_the_next_statement_says_of_it() -> None:
    claim = denies("Replacement buses are not needed", event="need", counted="bus")
    told = absent(f"{claim.text}.", "Replacement buses will run from Leith.", claim, new=False)
    assert told == (
        "Not repeated in the later statement: the denial “Replacement buses are not needed”. "
        "It says “Replacement buses will run from Leith”."
    )
