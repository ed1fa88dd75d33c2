"""``comms-tracker split``, and ``--as`` of ``compare`` and ``add``, on the bundled article."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from cli_runner import CORPUS, FIRST_ID, SECOND_ID, ran, run

from comms_tracker.store import Store

ARTICLE = CORPUS / "articles" / "2017-05-06-courier.md"
WORDS = "Orrin Ferries said on Monday that 40 sailings were lost. “We are sorry,” it said. The pier is in Kirk Bay.\n"


def test_the_bundled_article_holds_two_statements_each_in_its_week() -> None:
    split = json.loads(ran("split", ARTICLE, "--format", "json"))
    assert [(one["id"], one["organisation"], one["issued"], one["from"], one["to"]) for one in split["statements"]] == [
        ("2017-05-06-courier-1", "Barts Health NHS Trust", "2017-04-28", "2017-04-27", "2017-04-28"),
        ("2017-05-06-courier-2", "Barts Health NHS Trust", "2017-05-05", "2017-05-05", "2017-05-05"),
    ]
    spiralled = [one for one in split["passages"] if "spiralled" in one["text"]]
    assert [(one["voice"], one["statement"]) for one in spiralled] == [("narration", None)]
    for one in split["passages"]:
        assert split["text"][one["start"] : one["end"]] == one["text"]


def test_the_page_shows_the_statements_and_every_passage_with_its_voice() -> None:
    page = " ".join(ran("split", ARTICLE).split())
    assert "2 statements in it" in page
    assert "when 5 May 2017 (“yesterday”)" in page
    assert "a very small number of elective operations" in page
    assert "By a staff reporter byline" in page
    assert "Joan Petty, “said”, in no organisation's statement" in page


def test_the_markdown_has_a_row_for_each_statement() -> None:
    lines = ran("split", ARTICLE, "--format", "md").splitlines()
    assert lines[2:4] == ["| statement | organisation | when | words |", "| --- | --- | --- | --- |"]
    rows = [line.strip("| ").split(" | ") for line in lines[4 : lines.index("", 4)]]
    assert [(row[:2], row[2].partition(" (")[0], row[3][:29]) for row in rows] == [
        (
            ["2017-05-06-courier-1", "Barts Health NHS Trust"],
            "27 April 2017 to 28 April 2017",
            "it had been necessary to canc",
        ),
        (["2017-05-06-courier-2", "Barts Health NHS Trust"], "5 May 2017", "136 operations were cancelled"),
    ]


def test_an_article_without_a_date_is_shown_with_its_own_words_for_when(tmp_path: Path) -> None:
    (tmp_path / "echo.txt").write_text(WORDS, encoding="utf-8")
    done = run("split", tmp_path / "echo.txt")
    assert done.exit_code == 0
    assert "“Monday” (no day: the article's own date is not known)" in " ".join(done.stdout.split())
    assert done.stderr == (
        "Note: echo has no date of its own, so its dates are shown as it says them. "
        "Give one with --issued 2017-05-06.\n"
    )
    assert "13 March 2023 (“Monday”)" in ran("split", tmp_path / "echo.txt", "--issued", "2023-03-17")


def test_compare_takes_the_statements_out_of_a_file_that_is_marked_as_an_article() -> None:
    done = run("compare", ARTICLE, "--format", "json")
    compared = json.loads(done.stdout)
    assert [one["derived_from"]["document"] for one in compared["statements"]] == ["2017-05-06-courier"] * 2
    texts = {one["id"]: one["text"] for one in compared["statements"]}
    claims = {one["id"]: one for one in compared["claims"]}
    for claim in claims.values():
        assert texts[claim["statement"]][claim["start"] : claim["end"]] == claim["text"]
    led = compared["changes"][0]
    assert (led["kind"], claims[led["earlier"]]["figure"]["text"]) == ("quantified", "a very small number")
    assert claims[led["later"]]["figure"]["text"] == "136"
    assert "spiralled" not in json.dumps(compared["claims"])
    assert "is an article: 2 statements taken out of it" in done.stderr


def test_compare_takes_it_as_one_statement_where_it_is_told_to() -> None:
    compared = json.loads(ran("compare", ARTICLE, "--as", "statement", "--format", "json"))
    assert [one["id"] for one in compared["statements"]] == ["2017-05-06-courier"]


@pytest.mark.parametrize(("way", "ids"), [(None, ["echo"]), ("auto", ["echo-1"]), ("article", ["echo-1"])])
def test_a_file_is_one_statement_unless_it_is_to_be_an_article(tmp_path: Path, way: str | None, ids: list[str]) -> None:
    (tmp_path / "echo.txt").write_text(WORDS, encoding="utf-8")
    ways = [] if way is None else ["--as", way]
    done = run("compare", tmp_path / "echo.txt", "--issued", "2023-03-17", *ways, "--format", "json")
    compared = json.loads(done.stdout)
    assert [one["id"].removeprefix("2023-03-17-") for one in compared["statements"]] == ids
    assert ("this looks like an article" in done.stderr) == (way is None)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("rows.jsonl", json.dumps({"id": "echo", "issued": "2023-03-17", "text": WORDS}) + "\n"),
        ("rows.csv", f'id,issued,text\necho,2023-03-17,"{WORDS.replace(chr(34), chr(34) * 2)}"\n'),
        ("rows.tsv", f'id\tissued\ttext\necho\t2023-03-17\t"{WORDS.replace(chr(34), chr(34) * 2)}"\n'),
    ],
)
def test_a_row_is_never_split(tmp_path: Path, name: str, rows: str) -> None:
    (tmp_path / name).write_text(rows, encoding="utf-8")
    compared = json.loads(ran("compare", tmp_path / name, "--as", "article", "--format", "json"))
    assert [one["id"] for one in compared["statements"]] == ["echo"]


def test_an_article_in_which_no_organisation_speaks_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "echo.txt").write_text("It was dark in the bay. Nobody was there.\n", encoding="utf-8")
    done = run("compare", tmp_path / "echo.txt", "--issued", "2023-03-17", "--as", "article")
    assert (done.exit_code, done.stderr) == (
        2,
        "Error: 2023-03-17-echo is taken as an article, and no organisation speaks in it. Look at it with "
        "comms-tracker split, or take it as one statement with --as statement.\n",
    )


def test_add_stores_the_statements_of_an_article_with_where_they_were_taken_from(tmp_path: Path) -> None:
    store = tmp_path / "comms.db"
    rows = json.loads(ran("add", ARTICLE, "--db", store, "--format", "json"))
    assert [(one["statement"], one["outcome"]) for one in rows] == [
        ("2017-05-06-courier-1", "added"),
        ("2017-05-06-courier-2", "added"),
    ]
    again = json.loads(ran("changes", "--incident", "barts-2017", "--db", store, "--format", "json"))
    fresh = json.loads(ran("compare", ARTICLE, "--format", "json"))
    assert again["changes"] == fresh["changes"]
    assert again["statements"] == fresh["statements"]
    with Store.open(store, write=False) as opened:
        kept = [opened.sources("barts-2017", one["id"])[0].data for one in again["statements"]]
    assert kept == [ARTICLE.read_bytes()] * 2


def test_an_article_beside_the_statements_adds_no_change_and_says_where_it_misquotes_them() -> None:
    both, alone = (json.loads(ran("compare", *paths, "--format", "json")) for paths in ((CORPUS, ARTICLE), (CORPUS,)))
    assert [one["id"] for one in both["changes"]] == [one["id"] for one in alone["changes"]]
    (found,) = both["findings"]
    assert (found["kind"], found["statements"]) == ("altered_quotation", [SECOND_ID, "2017-05-06-courier-2"])
    assert "“hundred” is quoted as “hundreds”, which touches a figure" in found["explanation"]
    assert f"2017-05-06-courier-1 carries words of {FIRST_ID}" in both["notes"][0]


def test_the_store_finds_the_misquotation_whichever_came_first(tmp_path: Path) -> None:
    store = tmp_path / "comms.db"
    for path in (ARTICLE, CORPUS):
        ran("add", path, "--db", store)
    stored = json.loads(ran("changes", "--incident", "barts-2017", "--db", store, "--format", "json"))
    fresh = json.loads(ran("compare", CORPUS, ARTICLE, "--format", "json"))
    assert {key: stored[key] for key in ("changes", "findings", "notes")} == {
        key: fresh[key] for key in ("changes", "findings", "notes")
    }


def test_what_a_page_says_of_itself_is_not_kept_as_said_of_the_statements_in_it(tmp_path: Path) -> None:
    page, store = tmp_path / "echo.html", tmp_path / "comms.db"
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in WORDS.splitlines() if line)
    page.write_text(f"<html><head><title>The Echo</title></head><body><article>{paragraphs}</article></body></html>")
    ran("add", page, "--as", "article", "--incident", "quay", "--issued", "2023-03-17", "--db", store)
    with Store.open(store, write=False) as held:
        (statement,) = held.statements("quay")
        (source,) = held.sources("quay", statement.id)
    assert (source.name, source.taken, source.pages) == ("echo.html", {}, ())
