"""The bundled cases: what the program says of each is what was expected, and its known mistakes stand beside it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import review_corpora

from comms_tracker.changes.headline import headline
from comms_tracker.reading import read_statements
from comms_tracker.records import ChangeKind, Comparison

CASES = review_corpora.folders()
GOLD = review_corpora.ROOT / "tests" / "gold"


@pytest.fixture(scope="module", params=CASES, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Comparison]:
    """One incident's expected.json, and what the program says of its statements."""
    return review_corpora.expected(request.param), review_corpora.compared(request.param)


def test_the_program_says_what_was_expected_but_for_the_known_mistakes(case: tuple[dict[str, Any], Comparison]) -> None:
    """Where this fails, `make corpora` notes what is better or worse; look at its diff before you commit it."""
    truth, comparison = case
    assert review_corpora.differences(truth, review_corpora.review(truth, comparison), comparison) == []


def test_both_wordings_and_their_dates_stand_in_the_statements(case: tuple[dict[str, Any], Comparison]) -> None:
    truth, comparison = case
    statements = {one.id: one for one in comparison.statements}
    sides = [entry[side] for entry in truth["changes"] for side in ("earlier", "later") if entry[side]]
    assert [side for side in sides if side["words"] not in statements[side["statement"]].text] == []
    assert [side for side in sides if side["issued"] != statements[side["statement"]].issued] == []


def test_where_nothing_changed_the_program_says_so(case: tuple[dict[str, Any], Comparison]) -> None:
    truth, comparison = case
    if not truth["nothing_changed"]:
        assert any(entry.get("may_lead") for entry in truth["changes"])
        return
    assert {entry["kind"] for entry in truth["changes"]} == {"unchanged"}
    assert {change.kind for change in comparison.changes} == {ChangeKind.UNCHANGED}
    assert headline(comparison.changes) is None


def test_the_index_names_every_case_with_its_statements_and_dates() -> None:
    index = json.loads((review_corpora.CORPORA / "index.json").read_text(encoding="utf-8"))
    assert sorted(one["incident"] for one in index) == [folder.name for folder in CASES]
    assert index[0]["incident"] == "barts-2017"
    for one in index:
        statements = read_statements([str(review_corpora.CORPORA / one["incident"])]).statements
        issued = [each.issued or "" for each in statements]
        assert (one["statements"], one["first"], one["last"]) == (len(statements), issued[0], issued[-1])
        assert {each.organisation for each in statements} == {one["organisation"]}
        assert {each.incident for each in statements} == {one["incident"]}
        assert 2 <= len(statements) <= 6
        assert date.fromisoformat(one["first"]) < date.fromisoformat(one["last"])
    assert len({one["sector"] for one in index}) >= 10
    assert sum(review_corpora.expected(folder)["nothing_changed"] for folder in CASES) == 1


def test_the_readme_shows_the_index() -> None:
    readme = (review_corpora.CORPORA / "README.md").read_text(encoding="utf-8")
    assert review_corpora.with_table(readme, review_corpora.table()) == readme


def test_cases_taken_from_the_gold_have_its_words() -> None:
    taken = [
        path for path in sorted((GOLD / "incidents").glob("*.json")) if (review_corpora.CORPORA / path.stem).is_dir()
    ]
    assert len(taken) == 10
    for path in taken:
        texts = [one["text"].rstrip() for one in json.loads(path.read_text(encoding="utf-8"))["statements"]]
        held = read_statements([str(review_corpora.CORPORA / path.stem)]).statements
        assert [one.text.rstrip() for one in held] == texts


def test_gold_and_bundled_cases_are_at_least_150_statements() -> None:
    gold = {
        one["text"].strip()
        for folder in ("statements", "incidents", "further")
        for path in (GOLD / folder).glob("*.json")
        for one in json.loads(path.read_text(encoding="utf-8"))["statements"]
    }
    bundled = {one.text.strip() for folder in CASES for one in read_statements([str(folder)]).statements}
    assert len(gold | bundled) >= 150


def test_a_mistake_that_is_not_known_and_one_that_is_mended_are_both_told() -> None:
    """The comparison of the first case, with a truth that says otherwise in each of the ways that can be wrong."""
    truth = review_corpora.expected(review_corpora.CORPORA / "barts-2017")
    comparison = review_corpora.compared(review_corpora.CORPORA / "barts-2017")
    changed = json.loads(json.dumps(truth))
    changed["changes"][0].update(kind="retracted", may_lead=False)
    changed["changes"][1]["known_miss"] = "not reported"
    del changed["changes"][-1]
    told = review_corpora.differences(changed, review_corpora.review(changed, comparison), comparison)
    assert [line.partition(" ")[0] for line in told] == ["retracted", "added", "headline_known_miss", "newly"]
    mended = review_corpora.noted(changed, review_corpora.review(changed, comparison))
    assert mended["changes"][0]["known_miss"] == "reported as quantified"
    assert "known_miss" not in mended["changes"][1]
    assert [one["kind"] for one in mended["reported_in_error"]] == ["dropped"]
