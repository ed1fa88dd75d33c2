"""The page on the method shows how often the program is right, from the file that is written when that is measured."""

from __future__ import annotations

import pytest

from comms_tracker.app.views import method
from comms_tracker.app.words import method as words
from comms_tracker.records import ChangeKind, FindingKind
from comms_tracker.report.numbers import source_as_printed
from comms_tracker.report.words import FINDING, KIND

FIGURES = {
    "incidents": 3,
    "links": 40,
    "brier": 0.12345,
    "band": [{"low": 0.0, "high": 0.5, "links": 4, "said": 0.416, "right": 0.25}],
    "change": [{"kind": "quantified", "n": 9, "right": 7, "wrong": 1}],
    "finding": [{"kind": "sum_mismatch", "n": 5, "right": 4, "wrong": 0}],
}


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(method, "measured", lambda: FIGURES)


@pytest.mark.usefixtures("figures")
def test_confidence_stands_beside_how_often_it_was_right() -> None:
    assert method.reliability_rows() == (("0 to 50 in 100", "4", "42 in 100", "25 in 100"),)
    assert "over 3 invented incidents" in method.measured_words()
    assert "of 40 links is 0.123:" in method.measured_words()


def test_sources_are_printed_with_quotation_marks_of_print_and_each_survey_is_explained() -> None:
    sources = [source for *_, source in method.vague_rows()]
    assert "Count: “few”, the survey's" in source_as_printed("Count: 'few', the survey's")
    assert any("“few” in 68 sentences of QuRe" in source for source in sources)
    assert [source for source in sources if " '" in source] == []
    explained = " ".join(words.VAGUE_SOURCES)
    for name in ("zonination/perceptions", "QuRe", "HVD", "PRESQUE"):
        assert any(name in source for source in sources)
        assert name in explained


@pytest.mark.usefixtures("figures")
def test_kinds_of_change_and_findings_are_named_in_plain_words() -> None:
    assert method.kind_rows() == (
        ("Now a number", "9", "7", "1"),
        (FINDING[FindingKind.SUM_MISMATCH], "5", "4", "0"),
    )


def test_the_measured_figures_speak_of_every_kind_of_change_and_add_up() -> None:
    data = method.measured()
    assert {row["kind"] for row in data["change"]} == {kind.value for kind in ChangeKind} == {*KIND}
    assert sum(band["links"] for band in data["band"]) == data["links"]
    assert 0 < data["brier"] < 0.25
    assert all(row["right"] <= row["n"] for row in (*data["change"], *data["finding"]))
