"""Every query in docs/researchers.md runs on the bundled cases that the page names, and finds something."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from cli_runner import ROOT, ran
from sqlite_utils import Database

from comms_tracker.decisions import making
from comms_tracker.decisions.making import Maker
from comms_tracker.store import Store

PAGE = (ROOT / "docs" / "researchers.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^### (\d+)\. (.+?)\n\n```(sql|python)\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [shlex.split(line)[1:] for line in re.findall(r"^ {4}(comms-tracker .*)$", PAGE, re.MULTILINE)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a researcher who has followed the page, and confirmed and rejected a change."""
    made = tmp_path_factory.mktemp("researcher")
    (made / "corpora").symlink_to(ROOT / "corpora")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        for command in COMMANDS:
            ran(*command)
    with Store.open(made / "comms.db", write=True) as store:
        first, second = (change.id for change in store.comparison("barts-2017").changes[:2])
        maker = Maker("Ann Lee", "2026-11-26T09:00:00.000+00:00")
        store.decide("barts-2017", lambda one, _: making.confirm(one, maker, first))
        store.decide("barts-2017", lambda one, _: making.reject(one, maker, second))
    return made


def test_there_are_twelve_in_sql_and_pandas_in_order() -> None:
    assert [int(number) for number, *_ in QUERIES] == list(range(1, 13))
    assert [language for _, _, language, _ in QUERIES] == ["sql"] * 9 + ["python"] * 3


@pytest.mark.parametrize(("title", "sql"), [(title, text) for _, title, language, text in QUERIES if language == "sql"])
def test_a_query_in_sql_finds_something(folder: Path, title: str, sql: str) -> None:
    with Database(folder / "comms.db") as db:
        found = db.execute(sql).fetchall()
    assert found, title


@pytest.mark.parametrize(
    ("title", "script"), [(title, text) for _, title, language, text in QUERIES if language == "python"]
)
def test_a_query_in_pandas_finds_something(
    folder: Path, monkeypatch: pytest.MonkeyPatch, title: str, script: str
) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    exec(script, names)
    assert len(names["result"]), title  # type: ignore[arg-type]


def test_every_view_that_is_made_for_people_is_in_one_of_them() -> None:
    told = " ".join(text for *_, text in QUERIES)
    assert [
        view for view in ("changes_readable", "claims_readable", "timeline", "unacknowledged") if view not in told
    ] == []
