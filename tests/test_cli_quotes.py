"""``comms-tracker quotes``: the misquotation in the bundled article is found, and what is right is left alone."""

from __future__ import annotations

import json
from pathlib import Path

from cli_runner import CORPUS, SECOND_ID, ran, run

from comms_tracker.reading import read_statements

ARTICLE = CORPUS / "articles" / "2017-05-06-courier.md"
KEYS = {
    "text",
    "start",
    "end",
    "speaker",
    "verdict",
    "critical",
    "edits",
    "statement",
    "statement_start",
    "statement_end",
}


def test_the_misquotation_in_the_bundled_article_is_found_and_no_other_is_accused() -> None:
    done = run("quotes", ARTICLE, "--against", CORPUS, "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)["quotations"]
    assert all(set(one) == KEYS for one in found)
    assert [(one["verdict"], one["critical"]) for one in found] == [
        ("exact", False),
        ("exact", False),
        ("altered", True),
        ("exact", False),
        ("exact", False),
        ("not_found", False),
    ]
    altered = found[2]
    assert altered["text"] == "several hundreds chemotherapy appointments were also cancelled"
    assert altered["statement"] == SECOND_ID
    assert altered["edits"][-1] == {
        "kind": "replaced",
        "quoted": "hundreds",
        "said": "hundred",
        "start": 8,
        "critical": True,
        "touches": ["figure"],
    }


def test_offsets_count_in_the_article_and_in_the_statement() -> None:
    texts = {one.id: one.text for one in read_statements([str(CORPUS), str(ARTICLE)]).statements}
    found = json.loads(run("quotes", ARTICLE, "--against", CORPUS, "--format", "json").stdout)["quotations"]
    assert len(found) == 6
    for one in found:
        assert texts["2017-05-06-courier"][one["start"] : one["end"]] == one["text"]
        if one["statement"] is not None:
            said = texts[one["statement"]][one["statement_start"] : one["statement_end"]]
            assert said.casefold()[:7] == one["text"].casefold()[:7]


def test_the_page_puts_what_is_to_be_looked_at_first_with_the_words_side_by_side() -> None:
    page = " ".join(run("quotes", ARTICLE, "--against", CORPUS).stdout.split())
    assert page.startswith("6 quotations: 1 altered, 1 not found, 4 exact; 1 with a critical edit. altered")
    assert "said “Several hundred chemotherapy appointments were also cancelled”" in page
    assert "replaced: “hundred” as “hundreds” (touches a figure)" in page


def test_exit_status_is_0_where_every_quotation_is_as_it_was_said(tmp_path: Path) -> None:
    (tmp_path / "echo.txt").write_text("The trust said “136 operations were cancelled” by the failure.\n")
    page = ran("quotes", tmp_path / "echo.txt", "--against", CORPUS)
    assert page.startswith("1 quotation: 1 exact.")


def test_against_may_be_repeated_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "echo.txt").write_text("The trust said “136 operations were cancelled” by the failure.\n")
    first, second = sorted(CORPUS.glob("*.md"))
    words = ("quotes", tmp_path / "echo.txt", "--format", "json")
    alone = json.loads(ran(*words, "--against", first))["quotations"]
    both = json.loads(ran(*words, "--against", first, "--against", second))["quotations"]
    assert [one["verdict"] for one in alone + both] == ["not_found", "exact"]
    assert json.loads(ran(*words, "--against", first, second))["quotations"] == both


def test_an_article_without_quotations_says_so(tmp_path: Path) -> None:
    (tmp_path / "echo.txt").write_text("It was dark in the bay.\n")
    assert ran("quotes", tmp_path / "echo.txt", "--against", CORPUS) == "No quotation with marks was found in it.\n"


def test_the_table_in_markdown_has_one_row_a_quotation() -> None:
    table = run("quotes", ARTICLE, "--against", CORPUS, "--format", "md").stdout.splitlines()
    assert table[0] == "| verdict |  | quoted | as said by | edits | statement |"
    assert [row.split(" | ")[0] for row in table[2:]] == [
        *("| exact", "| exact", "| altered", "| exact", "| exact", "| not\\_found"),
    ]
    assert table[4] == (
        "| altered | critical | several hundreds chemotherapy appointments were also cancelled | the trust "
        "| capitals: “Several” as “several”; replaced: “hundred” as “hundreds” (touches a figure) "
        f"| {SECOND_ID} |"
    )
