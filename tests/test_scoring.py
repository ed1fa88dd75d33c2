"""The scorer counts as its conventions say: one hand-made incident whose every verdict is known."""

from __future__ import annotations

import pytest
from scoring_samples import CHANGES, GOLD, PAIRS, READ, change, claim

from comms_tracker.records import ChangeKind, Claim, Figure, FigureKind, Measure
from comms_tracker.scoring.absences import absence_verdicts
from comms_tracker.scoring.changes import change_verdicts
from comms_tracker.scoring.gold import GoldFigure, GoldIncident, incident
from comms_tracker.scoring.matching import Matching, match, series
from comms_tracker.scoring.reading import reading_verdicts
from comms_tracker.scoring.values import noun_right, value_right
from comms_tracker.scoring.verdicts import Outcome, Score, Stage, Verdict, mean_by_incident, score


@pytest.fixture
def gold() -> GoldIncident:
    return incident(GOLD, PAIRS)


@pytest.fixture
def matching(gold: GoldIncident) -> Matching:
    return match(gold, READ)


def counts(verdicts: list[Verdict]) -> dict[str, tuple[int, int, int]]:
    """Right, wrong and missed by stage."""
    return {
        stage.value: (found.right, found.wrong, found.missed)
        for stage in Stage
        if (found := score(verdict for verdict in verdicts if verdict.stage is stage)) != Score(0, 0, 0)
    }


def test_each_gold_claim_meets_the_claim_at_its_place(matching: Matching) -> None:
    assert dict(matching.gold) == {"a": "c0", "b": "c1", "c": "c2", "d": "c3", "f": "c4", "g": "c5"}


def test_what_was_read_is_counted_stage_by_stage(gold: GoldIncident, matching: Matching) -> None:
    assert counts(list(reading_verdicts(gold, READ, matching))) == {
        "offsets": (13, 0, 0),
        "figures": (4, 1, 1),  # "9" is no claim, "Five" was not read; one further figureless claim is let pass
        "value": (3, 1, 1),  # 4,000 for about 400
        "counted noun": (3, 1, 1),  # emails for letters
        "figureless claims": (2, 0, 0),
        "denied": (1, 1, 0),  # "Some data was lost" is no denial
    }


def test_what_changed_is_counted_stage_by_stage(gold: GoldIncident, matching: Matching) -> None:
    assert counts(list(change_verdicts(gold, matching, CHANGES))) == {
        "same measure": (2, 0, 0),
        "change kind": (1, 1, 1),  # a running total may have progressed; the contradiction was read as unchanged
        "change kind, where linked": (1, 1, 1),
        "turned": (0, 0, 1),
        "reported changes": (0, 1, 0),
        "accusations": (0, 1, 0),
    }


def test_a_link_between_two_measures_counts_as_wrong(gold: GoldIncident) -> None:
    read = (*READ, claim("i", "s2", "Five staff were off sick", "Five", 5))
    wrong = (change(ChangeKind.REVISED_UP, "d", "i"),)
    verdicts = list(change_verdicts(gold, match(gold, read), wrong))
    assert counts([one for one in verdicts if one.stage is Stage.SAME_MEASURE]) == {"same measure": (0, 1, 2)}
    assert [one.words for one in verdicts if one.outcome is Outcome.WRONG] == [
        "wrongly linked: 'Two wards are shut' -> 'Five staff'",
        "the gold has no such change, revised_up: 'Two wards are shut' -> 'Five staff'",
    ]


def test_a_claim_that_the_gold_has_not_is_told_in_the_words_that_were_read(gold: GoldIncident) -> None:
    stray = (change(ChangeKind.SOFTENED, "a", "h"),)
    assert [one.words for one in change_verdicts(gold, match(gold, READ), stray) if one.stage is Stage.REPORTED] == [
        "the gold has no such change, softened: 'We cancelled 12 operations' -> 'Lifts are working' (not in the gold)"
    ]


def test_an_uncertain_drop_is_neither_wanted_nor_wrong(gold: GoldIncident, matching: Matching) -> None:
    verdicts = list(absence_verdicts(gold, matching, CHANGES))
    assert counts(verdicts) == {"added": (0, 1, 1), "dropped": (0, 0, 1)}
    assert [one.words for one in verdicts] == [
        "wrongly added: 'We cancelled 15 operations'",
        "not reported as added: 'Five staff'",
        "not reported as dropped: 'About 400 letters'",
    ]


def test_a_drop_that_nobody_would_remark_on_is_wrong_where_it_is_reported() -> None:
    quiet = {**GOLD, "gold": {**GOLD["gold"], "not_expected": [{"claim": "c0"}, {"claim": "c2"}]}}
    gold = incident(quiet)
    verdicts = absence_verdicts(gold, match(gold, READ), (change(ChangeKind.DROPPED, "a", None),))
    assert counts([one for one in verdicts if one.stage is Stage.DROPPED]) == {"dropped": (0, 1, 0)}


def test_a_third_further_figureless_claim_in_a_statement_is_one_too_many(gold: GoldIncident) -> None:
    loose = tuple(claim(name, "s2", text) for name, text in zip("xyz", ("Five", "were off", "Lifts"), strict=True))
    verdicts = [one for one in reading_verdicts(gold, loose, match(gold, loose)) if one.outcome is Outcome.WRONG]
    assert [one.words for one in verdicts] == ["one too many: 'Lifts'"]


def test_words_that_are_not_at_their_offsets_are_counted() -> None:
    gold = incident(GOLD)
    moved = Claim("m", "s1", 1, 5, "We c", None, Measure())
    verdicts = [one for one in reading_verdicts(gold, (moved,), match(gold, (moved,))) if one.stage is Stage.OFFSETS]
    assert verdicts == [Verdict(Stage.OFFSETS, Outcome.WRONG, "hand-made", "'We c' is not at 1..5")]


def test_copies_in_one_release_share_a_change() -> None:
    reprint = {**GOLD["statements"][1], "id": "s3", "same_statement_as": "s2"}
    copied = {
        **GOLD,
        "statements": [*GOLD["statements"], reprint],
        "gold": {
            **GOLD["gold"],
            "claims": [*GOLD["gold"]["claims"], {**GOLD["gold"]["claims"][4], "id": "c7", "statement": "s3"}],
            "changes": [
                {"from": "c0", "to": "c4", "type": "progressed", "same_metric": True},
                {"from": "c4", "to": "c7", "type": "unchanged", "same_metric": True},
            ],
        },
    }  # fmt: skip
    gold = incident(copied)
    twin = claim("k", "s2", "We cancelled 15 operations", "15", 15)
    twin = Claim("k", "s3", twin.start, twin.end, twin.text, twin.figure, twin.measure)
    verdicts = list(change_verdicts(gold, match(gold, (*READ, twin)), (change(ChangeKind.PROGRESSED, "a", "k"),)))
    assert [(one.of, one.outcome) for one in verdicts if one.stage is Stage.KIND] == [
        ("progressed", Outcome.RIGHT),
        ("unchanged", Outcome.MISSED),
    ]


@pytest.mark.parametrize(
    ("gold", "read", "right"),
    [
        (("136", 136, 136, "exact"), (136, 136, None), True),
        (("136", 136, 136, "exact"), (130, 140, None), False),
        (("about 400", 400, 400, "approx"), (380, 420, None), True),
        (("about 400", 400, 400, "approx"), (300, 500, None), False),
        (("nearly 500", 500, 500, "approx"), (None, 500, None), True),
        (("more than 800", 800, None, "bound"), (800, None, None), True),
        (("more than 800", 800, None, "bound"), (800, 900, None), False),
        (("up to 500", None, 500, "bound"), (0, 500, None), True),
        (("a third", 33.33, 33.33, "percent"), (0.33333, 0.33333, None), True),
        (("a handful", None, None, "vague"), (3, 8, None), None),
    ],
)
def test_a_value_is_right_where_the_interval_says_the_same(
    gold: tuple[str, float | None, float | None, str],
    read: tuple[float | None, float | None, str | None],
    right: bool | None,
) -> None:
    text, low, high, kind = gold
    figure = Figure(text, 0, len(text), FigureKind.EXACT, read[0], read[1], unit=read[2])
    assert value_right(GoldFigure(text, 0, len(text), kind, "=", low, high), figure) is right


@pytest.mark.parametrize(
    ("unit", "counted", "read", "right"),
    [
        ("operation", "cancelled operations", "operation", True),
        ("customer", "customers hit", "account", True),
        ("company", "companies", "company", True),
        ("hour/day", "hours of delay", "hours", True),
        ("ward", "wards shut", "staff", False),
        ("ward", "wards shut", "", False),
    ],
)
def test_a_noun_is_right_where_it_counts_the_same_individuals(unit: str, counted: str, read: str, right: bool) -> None:
    assert noun_right(unit, counted, read) is right


def test_linked_claims_are_one_series_whatever_the_order_of_links() -> None:
    found = series([("a", "b"), ("c", "d"), ("b", "c"), ("x", "y")])
    assert len({found[one] for one in "abcd"}) == 1
    assert found["x"] == found["y"] != found["a"]


def test_scores_follow_from_counts() -> None:
    found = Score(right=6, wrong=2, missed=4)
    assert (found.n, found.reported, found.precision, found.recall) == (10, 8, 0.75, 0.6)
    assert found.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert found.headline(Stage.REPORTED) == 0.75
    assert found.headline(Stage.TURNED) == 0.6
    assert Score(0, 0, 0).f1 == Score(0, 0, 0).precision == 0.0


def test_the_mean_leaves_out_incidents_whose_gold_has_none() -> None:
    verdicts = [
        Verdict(Stage.ADDED, Outcome.RIGHT, "one", ""),
        Verdict(Stage.ADDED, Outcome.MISSED, "two", ""),
        Verdict(Stage.ADDED, Outcome.WRONG, "three", ""),
    ]
    assert mean_by_incident(verdicts) == 0.5
    assert mean_by_incident(verdicts[2:]) is None


def test_gold_that_is_not_in_its_text_is_refused() -> None:
    wrong = {**GOLD["gold"]["claims"][0], "span": [1, 27]}
    with pytest.raises(ValueError, match=r"^Gold claim c0 of s1: 'We cancelled 12 operations' is not at 1\.\.27\.$"):
        incident({**GOLD, "gold": {**GOLD["gold"], "claims": [wrong]}})


def test_a_pair_that_names_no_claim_is_refused() -> None:
    stray = {**PAIRS[0], "a": {"statement": "s1", "quote": "Two wards"}}
    with pytest.raises(ValueError, match="names a claim that the gold does not have: 'Two wards'"):
        incident(GOLD, [stray])
