"""Findings, near misses and stated bases are counted as the conventions say, on the hand-made incident."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from scoring_samples import GOLD, READ, change

from comms_tracker.records import Change, ChangeKind, Comparison, Finding, FindingKind, ProducedBy, StatedBasis
from comms_tracker.scoring.changes import change_verdicts
from comms_tracker.scoring.findings import finding_verdicts
from comms_tracker.scoring.gold import incident
from comms_tracker.scoring.matching import match
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict

SUM, SELF = FindingKind.SUM_MISMATCH, FindingKind.SELF_CONTRADICTION


def marked(findings: list[dict[str, Any]], near_misses: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {**GOLD, "gold": {**GOLD["gold"], "findings": findings, "near_misses": near_misses or []}}


def finding(kind: str, *claims: str, statements: tuple[str, ...] = ("s1",)) -> dict[str, Any]:
    return {"kind": kind, "statements": list(statements), "claims": list(claims), "note": ""}


def verdicts(gold: dict[str, Any], findings: tuple[Finding, ...], changes: tuple[Change, ...] = ()) -> list[Verdict]:
    found = incident(gold)
    comparison = Comparison(None, ProducedBy("0", "", ""), found.statements, READ, (), changes, findings)
    return list(finding_verdicts(found, match(found, READ), comparison))


def told(found: list[Verdict]) -> list[tuple[str, Outcome, str]]:
    return [(one.stage.value, one.outcome, one.of) for one in found]


def test_a_finding_is_found_where_the_kind_and_one_claim_agree() -> None:
    gold = marked([finding("sum_mismatch", "c0", "c2"), finding("self_contradiction", "c1", "c3")])
    reported = (Finding(SUM, ("s1",), ("a", "d"), ""), Finding(SUM, ("s1",), ("b",), ""))
    found = verdicts(gold, reported)
    assert told(found) == [
        ("findings", Outcome.RIGHT, "sum_mismatch"),
        ("findings", Outcome.MISSED, "self_contradiction"),
        ("findings", Outcome.WRONG, "sum_mismatch"),
    ]
    assert [one.words for one in found[1:]] == [
        "self_contradiction, not found: 'No data was lost' / 'Two wards are shut'",
        "sum_mismatch, not in the gold: 'No data was lost'",
    ]


def test_a_reported_finding_serves_for_the_one_that_it_shares_most_with() -> None:
    gold = marked([finding("sum_mismatch", "c0", "c1"), finding("sum_mismatch", "c0", "c2", "c3")])
    found = verdicts(gold, (Finding(SUM, ("s1",), ("a", "c", "d"), ""),))
    assert [one.outcome for one in found] == [Outcome.MISSED, Outcome.RIGHT]


def test_statements_alone_serve_only_where_no_claim_of_the_finding_is_the_golds() -> None:
    gold = marked([finding("sum_mismatch", "c0")])
    strange, other = Finding(SUM, ("s1",), ("e",), ""), Finding(SUM, ("s1",), ("d",), "")
    assert [one.outcome for one in verdicts(gold, (strange,))] == [Outcome.RIGHT]
    assert [one.outcome for one in verdicts(gold, (other,))] == [Outcome.MISSED, Outcome.WRONG]


def test_gold_that_does_not_mark_findings_judges_none() -> None:
    assert verdicts(GOLD, (Finding(SUM, ("s1",), ("a",), ""),)) == []


def test_findings_from_sources_are_let_pass() -> None:
    assert verdicts(marked([]), (Finding(FindingKind.CHANGED_SOURCE, ("s1",), ("a",), ""),)) == []


@pytest.mark.parametrize(
    ("claims", "outcome"),
    [(("a", "b"), Outcome.MISSED), (("a", "d"), Outcome.RIGHT), (("d",), Outcome.RIGHT)],
)
def test_a_near_miss_is_broken_by_a_finding_of_two_of_its_claims(claims: tuple[str, ...], outcome: Outcome) -> None:
    gold = marked([], [{"kind": "sum_mismatch", "claims": ["c0", "c1", "c2"]}])
    found = verdicts(gold, (Finding(SUM, ("s1",), claims, ""),))
    assert [one.outcome for one in found if one.stage is Stage.SILENT] == [outcome]


def test_a_finding_of_the_gold_breaks_no_near_miss_and_another_kind_neither() -> None:
    gold = marked([finding("sum_mismatch", "c0", "c1")], [{"kind": "sum_mismatch", "claims": ["c0", "c1"]}])
    reported = (Finding(SUM, ("s1",), ("a", "b"), ""), Finding(SELF, ("s1",), ("a", "b"), ""))
    assert [one.outcome for one in verdicts(gold, reported) if one.stage is Stage.SILENT] == [Outcome.RIGHT]


def test_a_change_that_is_near_is_broken_only_by_its_own_kind() -> None:
    near = [{"kind": "revised_up", "claims": ["c0", "c4"]}, {"kind": "dropped", "claims": ["c2"]}]
    changes = (change(ChangeKind.REVISED_UP, "a", "f"), change(ChangeKind.UNCHANGED, "c", "f"))
    assert told(verdicts(marked([], near), (), changes)) == [
        ("near misses silent", Outcome.MISSED, "revised_up"),
        ("near misses silent", Outcome.RIGHT, "dropped"),
    ]


def test_a_finding_that_names_no_claim_of_the_gold_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^A gold sum_mismatch names a claim that the gold does not have: c99\.$"):
        incident(marked([finding("sum_mismatch", "c99")]))


@pytest.mark.parametrize(
    ("stated", "also", "read", "expected"),
    [
        ("update", [], StatedBasis.UPDATE, [("stated basis", Outcome.RIGHT)]),
        ("update", [], None, [("stated basis", Outcome.MISSED)]),
        ("update", [], StatedBasis.CORRECTION, [("stated basis", Outcome.MISTAKEN)]),
        ("update", ["correction"], StatedBasis.CORRECTION, [("stated basis", Outcome.RIGHT)]),
        ("update", [None], None, [("stated basis", Outcome.RIGHT)]),
        (None, [], None, [("no stated basis", Outcome.RIGHT)]),
        (None, ["update"], StatedBasis.UPDATE, [("no stated basis", Outcome.RIGHT)]),
        (
            None, [], StatedBasis.UPDATE,
            [("no stated basis", Outcome.MISSED), ("stated basis", Outcome.WRONG)],
        ),
    ],
)  # fmt: skip
def test_a_stated_basis_is_judged_where_the_change_is_linked(
    stated: str | None, also: list[str | None], read: StatedBasis | None, expected: list[tuple[str, Outcome]]
) -> None:
    first = {**GOLD["gold"]["changes"][0], "stated_basis": stated, "also_stated_basis": also}
    gold = incident({**GOLD, "gold": {**GOLD["gold"], "changes": [first]}})
    linked = replace(change(ChangeKind.REVISED_UP, "a", "f"), stated_basis=read)
    stages = (Stage.STATED, Stage.UNSTATED)
    found = [one for one in change_verdicts(gold, match(gold, READ), (linked,)) if one.stage in stages]
    assert [(one.stage.value, one.outcome) for one in found] == expected
    assert [one for one in change_verdicts(gold, match(gold, READ), ()) if one.stage in stages] == []
