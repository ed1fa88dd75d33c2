"""The folder for Datasette, opened in the real one: pages, facets, labels, ready questions and search answer."""

from __future__ import annotations

import asyncio
import html
import json
from collections.abc import Coroutine, Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from cli_runner import ran, run

from comms_tracker.exporting.datasette import DATABASE, metadata, queries
from comms_tracker.store import Store
from comms_tracker.store.documentation import RelationKind, documentation

INCIDENT = "barts-2017"


class Served:
    """The folder in a Datasette of this process, asked through HTTP requests that leave no process.

    It runs in a thread of its own, as the one of the tests may have a browser's loop running.
    """

    def __init__(self, folder: Path) -> None:
        from datasette.app import Datasette

        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._datasette = Datasette([], config_dir=folder)
        self._run(self._datasette.invoke_startup())

    def _run(self, awaited: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(awaited, self._loop).result(timeout=60)

    def get(self, path: str, **asked: str) -> str:
        address = f"{path}?{urlencode(asked)}" if asked else path
        answer = self._run(self._datasette.client.get(address))
        assert answer.status_code == 200, (address, answer.text)
        return str(answer.text)

    def json(self, path: str, **asked: str) -> Any:
        return json.loads(self.get(f"{path}.json", **asked))

    def close(self) -> None:
        for database in self._datasette.databases.values():
            database.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()


@pytest.fixture(scope="module")
def folder(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "published"
    assert ran("export", "--datasette", path, "--db", store) == ""
    return path


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    open_folder = Served(folder)
    yield open_folder
    open_folder.close()


def test_the_folder_has_a_whole_copy_that_verifies_and_is_not_written_over(store: Path, folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["comms.db", "metadata.yaml", "settings.json"]
    with Store.open(folder / "comms.db", write=False) as copy, Store.open(store, write=False) as kept:
        assert copy.verify() == ()
        assert copy.comparison(INCIDENT) == kept.comparison(INCIDENT)
    again = run("export", "--datasette", folder, "--db", store)
    assert again.exit_code == 2
    assert "is there and not empty" in again.stderr


def test_the_copy_can_be_read_by_who_may_write_nothing_beside_it(folder: Path) -> None:
    journal_versions = (folder / "comms.db").read_bytes()[18:20]
    assert journal_versions == b"\x01\x01"  # SQLite's file format: 1 is a rollback journal, 2 a log that is written to


def test_what_the_store_says_about_itself_is_its_title_licence_source_and_how_to_cite_it(folder: Path) -> None:
    told = yaml.safe_load((folder / "metadata.yaml").read_text(encoding="utf-8"))
    with Store.open(folder / "comms.db", write=False) as copy:
        words = copy.metadata()
    assert (told["title"], told["license"], told["source"]) == (words["title"], words["licence"], words["source"])
    assert words["licence_of_quotations"] in told["description"]
    assert told["description"].endswith(words["cite"])


def test_every_table_view_and_column_has_a_description() -> None:
    words = dict.fromkeys(
        ("title", "description", "licence", "licence_of_quotations", "source", "version", "cite"), "x"
    )
    tables: Any = metadata(words, documentation())["databases"][DATABASE]["tables"]  # type: ignore[index]
    assert tables.pop("_sqlite_migrations") == {"hidden": True}
    shown = [one for one in documentation() if one.kind is not RelationKind.FULL_TEXT]
    assert {name: set(told["columns"]) for name, told in tables.items()} == {
        one.name: {column.name for column in one.columns} for one in shown
    }
    assert [name for name, told in tables.items() if not told["description"] or "" in told["columns"].values()] == []


def test_the_first_page_names_the_data_and_the_database_lists_tables_views_and_questions(served: Served) -> None:
    assert "Statements, and what changed between them" in served.get("/")
    page = served.get(f"/{DATABASE}")
    for told in (f'/{DATABASE}/claims"', "claims_readable", "Changes that the later statement does not mention"):
        assert told in page
    shown = {one["name"] for one in served.json(f"/{DATABASE}")["tables"] if not one["hidden"]}
    assert {"claims", "changes", "statements", "incidents", "decisions"} <= shown
    assert [name for name in shown if name.startswith("_") or "fts" in name or "vector" in name] == []


def test_a_table_shows_its_columns_meaning_its_facets_and_a_label_for_its_incident(served: Served) -> None:
    page = served.get(f"/{DATABASE}/claims")
    (claims,) = [one for one in documentation() if one.name == "claims"]
    assert html.escape(claims.about) in page
    assert html.escape(claims.columns[0].about) in page
    assert f'<a href="/{DATABASE}/incidents/{INCIDENT}">{INCIDENT}</a>' in page
    for facet in claims.facets:
        assert f'data-column="{facet}"' in page
    row = served.json(f"/{DATABASE}/claims", _labels="on", _size="1", _shape="array")[0]
    assert row["incident"] == {"value": INCIDENT, "label": INCIDENT}


def test_the_facets_of_a_view_count_its_rows(served: Served) -> None:
    found = served.json(f"/{DATABASE}/changes_readable", _size="0")["facet_results"]
    kinds = {one["value"]: one["count"] for one in found["what_changed"]["results"]}
    assert kinds == {"added": 6, "quantified": 1, "dropped": 1}
    assert found["review"]["results"][0]["value"] == "proposed"


def test_an_incident_s_own_page_counts_what_refers_to_it(served: Served) -> None:
    page = served.get(f"/{DATABASE}/incidents/{INCIDENT}")
    assert f"/{DATABASE}/statements?incident={INCIDENT}" in page
    assert f"/{DATABASE}/claims?incident={INCIDENT}" in page


def test_every_ready_question_answers(served: Served, store: Path) -> None:
    with Store.open(store, write=False) as kept:
        comparison = kept.comparison(INCIDENT)
    claim = comparison.claim(comparison.changes[0].later or "")
    asked = {"incident": INCIDENT, "claim": claim.id, "words": "chemotherapy"}
    answers = {name: served.json(f"/{DATABASE}/{name}", _shape="objects", **asked)["rows"] for name in queries()}
    assert [row["change_id"] for row in answers["unacknowledged_changes"]] == [comparison.changes[0].id]
    (told,) = answers["how_do_you_know"]
    assert told["claim"] == told["words_at_the_offsets"] == claim.text
    assert told["words_after"].startswith(", which is about 2.5 per cent")
    assert told["sha256_of_the_text"] == comparison.statement(claim.statement).sha256
    assert [row["figure"] for row in answers["figures_over_time"]] == ["a very small number", "136"]
    assert {row["what_changed"]: row["changes"] for row in answers["kinds_by_organisation"]}["quantified"] == 1
    assert answers["who_decided"] == []
    found = [row["claim"] for row in answers["find_claims"]]
    assert len(found) == 2
    assert all("[chemotherapy]" in claim for claim in found)


def test_a_ready_question_opens_without_an_answer_and_takes_words_that_are_no_query(served: Served) -> None:
    for name, query in queries().items():
        assert query["title"] in html.unescape(served.get(f"/{DATABASE}/{name}"))
    found = served.json(f"/{DATABASE}/find_claims", _shape="objects", words='"AND (')["rows"]
    assert ["[and]" in row["claim"] for row in found] == [True]


def test_statements_and_claims_are_searched_in_any_form_of_a_word(served: Served) -> None:
    found = served.json(f"/{DATABASE}/claims", _search="cancelling operation", _shape="array")
    assert "136 operations were cancelled" in " ".join(row["text"] for row in found)
    assert 'name="_search"' in served.get(f"/{DATABASE}/claims")
    (statement,) = served.json(f"/{DATABASE}/statements", _search="chemotherapies", _shape="array")
    assert statement["id"] == "2017-05-05-second-statement"


def test_the_words_around_a_claim_at_the_start_of_a_text_begin_there(served: Served, store: Path) -> None:
    with Store.open(store, write=False) as kept:
        comparison = kept.comparison(INCIDENT)
    for claim in comparison.claims:
        text = comparison.statement(claim.statement).text
        (told,) = served.json(f"/{DATABASE}/how_do_you_know", _shape="objects", incident=INCIDENT, claim=claim.id)[
            "rows"
        ]
        assert told["words_before"] == text[max(claim.start - 120, 0) : claim.start]
        assert told["words_after"] == text[claim.end : claim.end + 120]
