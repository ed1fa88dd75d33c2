"""The scorer of quotations, verdicts and dates counts as a reader would, and its gold stays above the targets."""

from __future__ import annotations

import pytest
from scoring.gold_articles import ARTICLES, GoldArticle, GoldQuotation, GoldStatement, read_articles, read_rows
from scoring.quotations import (
    Rate,
    main,
    marked_dates,
    marked_fidelity,
    marked_narration,
    marked_quotations,
    marked_statements,
    section,
)

from comms_tracker.attribution import QuotationKind

DIRECT, MIXED, INDIRECT = QuotationKind
TEXT = "“We are late,” said Ada Moss. “It was fog.” Orrin said it lost “at least three” cranes."


def article(*quotations: GoldQuotation) -> GoldArticle:
    return GoldArticle("echo", TEXT, "2023-03-17", quotations, ())


def gold(words: str, *names: str, kind: QuotationKind = DIRECT) -> GoldQuotation:
    start = TEXT.index(words)
    return GoldQuotation(kind, ((start, start + len(words)),), names)


def test_a_fragment_with_the_right_speaker_is_right_whichever_quotation_it_is_a_part_of() -> None:
    rate = marked_quotations([article(gold("We are late,", "Ada Moss"), gold("It was fog.", "Dr Moss"))], [DIRECT])
    assert (rate.right, rate.wanted, rate.given, rate.f1) == (2, 2, 2, 1.0)


def test_a_wrong_speaker_a_missing_fragment_and_one_too_many_are_mistakes() -> None:
    marked = [gold("We are late,", "Paul Okafor"), gold("cranes", "Orrin")]
    rate = marked_quotations([article(*marked)], [DIRECT])
    assert (rate.right, rate.wanted, rate.given) == (0, 2, 2)
    assert rate.f1 == 0
    assert rate.mistakes == (
        "echo: 'We are late,' by ('Paul Okafor',): speaker 'Ada Moss' (None)",
        "echo: 'cranes' by ('Orrin',): not found",
        "echo: too many: 'It was fog.' by 'Ada Moss'",
    )


def test_what_the_gold_has_under_another_kind_is_not_held_against_a_kind() -> None:
    marked = [gold("We are late,", "Ada Moss"), gold("It was fog.", "Ada Moss", kind=MIXED)]
    rate = marked_quotations([article(*marked)], [DIRECT])
    assert (rate.right, rate.wanted, rate.given) == (1, 1, 1)


def test_a_statement_is_right_where_its_organisation_and_both_its_days_are() -> None:
    text = "Orrin Ferries said last week: “Six cranes are down.” It was dark in the bay."
    span = (text.index("Six"), text.index("”"))
    right = GoldStatement("Orrin", "2023-03-06", "2023-03-12", (span,))
    late = GoldStatement("Orrin", "2023-03-13", "2023-03-12", (span,))
    marked = [GoldArticle("echo", text, "2023-03-17", (), (), (each,)) for each in (right, late)]
    rate = marked_statements(marked)
    assert (rate.right, rate.wanted, rate.given) == (1, 2, 2)


def test_narration_is_what_the_outlet_says_itself() -> None:
    text = "Orrin Ferries said it was dark. The bay is deep."
    marked = GoldArticle("echo", text, "2023-03-17", (), ((text.index("The bay"), len(text)),))
    assert marked_narration([marked]) == Rate(1, 1, 1)


def test_a_date_is_right_only_where_both_ends_are() -> None:
    row = {"words": "last week", "context": "", "published": "2023-03-17", "from": "2023-03-06", "to": "2023-03-12"}
    assert marked_dates([row]).f1 == 1
    assert marked_dates([{**row, "to": "2023-03-11"}]).mistakes == (
        "'last week' on 2023-03-17: ('2023-03-06', '2023-03-12'), wanted 2023-03-06 to 2023-03-11",
    )


def test_a_clean_quotation_called_altered_is_an_accusation() -> None:
    row = {
        "statement": "Six cranes are down.",
        "quotation": "Six cranes were down",
        "verdict": "exact",
        "critical": False,
    }
    marked = marked_fidelity([row])
    assert (marked.verdicts.right, len(marked.accused)) == (0, 1)
    right = marked_fidelity([{**row, "verdict": "altered"}])
    assert (right.verdicts.right, right.accused) == (1, ())


def test_the_projects_own_gold_stays_above_its_targets() -> None:
    articles = read_articles(ARTICLES / "articles")
    assert len(articles) >= 40
    assert marked_quotations(articles, [DIRECT]).f1 >= 0.92
    assert marked_quotations(read_articles(ARTICLES / "later"), [DIRECT]).f1 >= 0.92
    assert marked_statements(articles).f1 >= 0.75
    assert marked_dates(read_rows(ARTICLES / "dates.jsonl")).f1 >= 0.92
    fidelity = marked_fidelity(read_rows(ARTICLES / "fidelity.jsonl"))
    assert fidelity.verdicts.f1 >= 0.95
    assert (fidelity.critical.right, len(fidelity.accused)) == (fidelity.critical.wanted, 0)


def test_the_script_prints_a_line_for_each_figure(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "direct quotations with the right speaker",
        "direct and mixed",
        "indirect",
        "statements with organisation and days",
        "narration",
        "dates",
        "verdicts on quotations",
        "critical edits",
        "clean quotations called altered",
        "",
        "Articles composed later",
        "direct quotations with the right speaker",
        "direct and mixed",
        "indirect",
        "statements with organisation and days",
        "narration",
    ]


def test_the_section_for_the_page_has_a_row_for_each_figure_with_its_first_run() -> None:
    text = section()
    assert "| direct quotations with the right speaker | 203 |" in text
    assert "| 0.840 |" in text
    assert "Clean quotations called altered: 0 (first run: 5)." in text
    assert "| direct quotations with the right speaker | 50 |" in text
    assert "| 0.940 |" in text
