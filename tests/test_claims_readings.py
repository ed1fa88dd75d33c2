"""What is counted, what happened to it and how firmly it is said, in the forms in which statements put it."""

from __future__ import annotations

import pytest
from claims_samples import claim_with, claims_of, figureless, figures_claimed

import comms_tracker
from comms_tracker.records import Basis, Certainty, ChangeKind, Polarity, Statement

COUNTED = [
    # a list of numbers shares the noun at its end
    ("In three storms we lost 7, 11 and 16 horses.", "7", "lose", "horse"),
    # a rate counts what its last number stands before
    ("A quarter of the lorries and one in six vans were stolen.", "one in six", "steal", "van"),
    # what those counted are said to be
    ("About 3,100 were visitors from abroad.", "About 3,100", "be", "visitor"),
    # a relative clause that only says which ones does not take the place of what happened
    ("61 minor repairs that depend on dry weather had to be put off.", "61", "put off", "repair"),
    # an auxiliary alone goes on with what was said to have happened
    ("We thought that 30 hives had died; in fact 44 had.", "44", "die", "hive"),
    # clauses side by side, parted by a comma alone
    ("Dozens of cellars were flooded, 12 sheds were destroyed, and no one was hurt.", "12", "destroy", "shed"),
    ("The museum, which had first put the number of thefts at 70, counts 95.", "70", "theft", "theft"),
    # how many times as much
    ("The number of calls has more than doubled since dawn.", "more than doubled", "double", "call"),
    ("More than 200, but fewer than 300, permits were lost.", "More than 200, but fewer than 300", "lose", "permit"),
    ("We missed 60 pick-ups in May.", "60", "miss", "pick-up"),
    ("The following have been cancelled:\n\n- some evening clinics", "some", "cancel", "clinic"),
    ("Some ferries remain unavailable 🚢.", "Some", "unavailable", "ferry"),
]


@pytest.mark.parametrize(("text", "figure", "event", "counted"), COUNTED, ids=[text for text, *_ in COUNTED])
def test_each_figure_has_its_own_event_and_noun(text: str, figure: str, event: str, counted: str) -> None:
    measure = claim_with(text, figure).measure
    assert (measure.event, measure.counted) == (event, counted)


def test_clauses_side_by_side_are_claims_of_their_own() -> None:
    text = "Dozens of cellars were flooded, 12 sheds were destroyed."
    assert [claim.text for claim in claims_of(text)] == ["Dozens of cellars were flooded", "12 sheds were destroyed"]


@pytest.mark.parametrize(
    ("text", "certainty", "hedge"),
    [
        ("If the wall gives way, 40 homes could be flooded.", Certainty.CONDITIONAL, "if; could"),
        ("40 homes will be flooded unless the wind drops.", Certainty.CONDITIONAL, "unless; will"),
        ("We cannot rule out that 40 homes were flooded.", Certainty.HEDGED, "cannot rule out"),
        ("We don't know if it will rain. 40 homes were flooded.", Certainty.ASSERTED, None),
        ("40 homes were flooded; the mill was perhaps at risk.", Certainty.ASSERTED, None),
    ],
)
def test_a_figure_is_as_firm_as_the_words_that_govern_it(text: str, certainty: Certainty, hedge: str | None) -> None:
    claim = claim_with(text, "40")
    assert (claim.certainty, claim.hedge) == (certainty, hedge)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("To the best of our knowledge, the kiln was closed", Polarity.AFFIRMED),
        ("As far as the mill is aware, the flour was contaminated", Polarity.AFFIRMED),
        ("So far as we can establish, no lamb was lost", Polarity.DENIED),
    ],
)
def test_what_is_said_as_far_as_one_knows_is_hedged_and_denies_nothing_by_itself(text: str, polarity: Polarity) -> None:
    (claim,) = claims_of(f"{text}.")
    assert (claim.text, claim.polarity, claim.certainty) == (text, polarity, Certainty.HEDGED)


@pytest.mark.parametrize(
    "text",
    [
        "At no time was the milk unsafe",
        "Under no circumstances were the gates left open",
        "The bridge was never at risk",
        "No part of the bridge was ever at risk",
    ],
)
def test_never_in_other_words_denies_and_is_not_hedged(text: str) -> None:
    (claim,) = claims_of(f"{text}.")
    assert (claim.text, claim.polarity, claim.certainty) == (text, Polarity.DENIED, Certainty.ASSERTED)


def test_nothing_to_do_denies_nothing() -> None:
    text = "We have paid 30 tenants back, so that they have nothing to do."
    assert (figureless(text), figures_claimed(text)) == ([], ["30"])


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The shelter can hold about 600 dogs.", Basis.CAPACITY),
        ("A fifth fewer buses ran.", Basis.INCREMENT),
        ("A fifth of the buses ran.", Basis.SHARE),
    ],
)
def test_the_basis_says_what_a_figure_is_a_count_of(text: str, basis: Basis) -> None:
    (claim,) = claims_of(text)
    assert claim.measure.basis is basis


def test_a_fifth_fewer_is_not_a_fifth() -> None:
    texts = ("A fifth of buses ran.", "A fifth fewer buses ran.")
    found = comms_tracker.compare([Statement(id=text, text=text) for text in texts])
    assert [change.kind for change in found.changes] == [ChangeKind.ADDED]


def test_the_second_of_two_verbs_is_background_like_the_first() -> None:
    claims = claims_of("We own 320 shops and employ 4,100 people.")
    assert [(claim.text, claim.background) for claim in claims] == [
        ("We own 320 shops", True),
        ("employ 4,100 people", True),
    ]


def test_the_nearest_speaker_is_the_one_who_speaks() -> None:
    text = "Police say that 40 people were hurt; the union puts the number at 52."
    assert [claim_with(text, figure).speaker for figure in ("40", "52")] == ["Police", "the union"]
    text = "We have said that 12 of our vans were late; the regulator estimates 19."
    assert [claim_with(text, figure).speaker for figure in ("12", "19")] == [None, "the regulator"]
    assert claim_with(text, "12").certainty is Certainty.ASSERTED


def test_nothing_counts_nothing_of_what_was_spoken_of_before() -> None:
    (_, claim) = claims_of("We lost 12 ships in the storm.\n\nNothing was stolen from the shop.")
    assert (claim.figure, claim.measure.counted, claim.polarity) == (None, None, Polarity.DENIED)


def test_some_that_are_none_count_what_of_names() -> None:
    assert figures_claimed("None of the wells was poisoned.") == ["None"]
    assert claim_with("None of the wells was poisoned.", "None").measure.counted == "well"


@pytest.mark.parametrize("text", ["About 300 passengers slept at the terminal.", "About half of our lights failed."])
def test_a_sentence_that_begins_with_about_is_no_heading(text: str) -> None:
    assert [claim.background for claim in claims_of(text)] == [False]


def test_words_of_time_that_belong_to_what_came_on_top_say_nothing_of_the_level() -> None:
    level, more = claims_of("The number of dry homes stands at 9,400, after a further 1,700 were reported overnight.")
    assert (level.measure.basis, more.measure.basis) == (None, Basis.PERIOD)


def test_what_a_denial_speaks_of_is_one_claim_and_denied() -> None:
    (claim,) = claims_of("The mill denied that 40 looms were lost.")
    assert (claim.text, claim.polarity) == ("40 looms were lost", Polarity.DENIED)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The number of homes with discoloured water stands at 9,400.", "discolour"),
        ("There are 40 flats without gas.", "be without"),
    ],
)
def test_what_limits_a_counted_noun_says_what_happened_where_the_verb_does_not(text: str, event: str) -> None:
    (claim,) = claims_of(text)
    assert claim.measure.event == event


def test_to_have_none_of_a_supply_is_harm_to_those_who_have_none() -> None:
    (counted,) = claims_of("136 homes had no water.")
    (said,) = claims_of("Homes in Leeds have no gas.")
    assert (counted.measure.event, counted.polarity, counted.figure.text if counted.figure else None) == (
        "be without",
        Polarity.AFFIRMED,
        "136",
    )
    assert (said.measure.event, said.polarity, said.figure) == ("be without", Polarity.AFFIRMED, None)
